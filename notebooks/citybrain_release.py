"""The current release of a lake, for notebooks: its tables as data frames, read without Spark."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import matplotlib.pyplot as plt
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
from deltalake import DeltaTable
from matplotlib import font_manager

# Acts of the manifest that decide what readers see; a build is not shown yet, an archive answers for a past day.
_SHOWN = ("publish", "rollback")
_CHINESE_FONT = Path("/usr/share/fonts/truetype/wqy/wqy-microhei.ttc")


@dataclass(frozen=True)
class Release:
    """One published state of the figures.

    :param tables: path below the lake and pinned Delta version, by table name (``gold/finding``)
    """

    lake: str
    release_id: str
    as_of: date
    tables: dict[str, tuple[str, int]]

    @staticmethod
    def current(lake: str | Path) -> Release:
        """The release named by the last act of the manifest that readers are shown.

        :raises LookupError: when the lake has published nothing
        """
        root = str(lake).rstrip("/")
        acts = DeltaTable(f"{root}/release/manifest").to_pyarrow_table().to_pylist()
        shown = [act for act in acts if act["action"] in _SHOWN]
        if not shown:
            raise LookupError(f"{root} holds no published release. Run `bin/citybrain run` first.")
        last = max(shown, key=lambda act: act["sequence"])
        tables = {table["name"]: (table["path"], table["version"]) for table in last["tables"]}
        return Release(root, last["release_id"], last["as_of"], tables)

    def read(self, table: str) -> pd.DataFrame:
        """A table at the version that the release pins; decimals as floats, good for charts and not for adding money.

        :raises LookupError: when the release does not hold the table
        """
        if table not in self.tables:
            raise LookupError(f"{table} is not in release {self.release_id}, which holds {', '.join(sorted(self.tables))}.")
        path, version = self.tables[table]
        rows = DeltaTable(f"{self.lake}/{path}", version=version).to_pyarrow_table()
        for index, field in enumerate(rows.schema):
            if pa.types.is_decimal(field.type):
                rows = rows.set_column(index, field.name, pc.cast(rows.column(index), pa.float64()))
        return rows.to_pandas()


def use_chinese_font() -> None:
    """Lets charts show Chinese labels.

    :raises FileNotFoundError: when the font is not installed
    """
    if not _CHINESE_FONT.is_file():
        raise FileNotFoundError(f"{_CHINESE_FONT} is missing. Run: apt-get install fonts-wqy-microhei")
    font_manager.fontManager.addfont(_CHINESE_FONT)
    plt.rcParams["font.family"] = font_manager.FontProperties(fname=_CHINESE_FONT).get_name()
    plt.rcParams["axes.unicode_minus"] = False
