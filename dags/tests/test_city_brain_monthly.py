"""The monthly DAG, run for real: Airflow's own task runner, the real bin/citybrain, simulated deliveries."""

from __future__ import annotations

import shutil
import subprocess
from datetime import datetime, timezone
from pathlib import Path

import pytest
from airflow.sdk.exceptions import AirflowFailException
from airflow.utils.state import TaskInstanceState

from city_brain_monthly import as_of_date
from citybrain_job import LAUNCHER

AS_OF = "2020-10-20"


def citybrain(*arguments: str) -> str:
    return subprocess.run(
        [str(LAUNCHER), *arguments], check=True, stdout=subprocess.PIPE, encoding="utf-8", timeout=900
    ).stdout


def run(dag, landing: Path, lake: Path, as_of: str = AS_OF):
    """Runs the DAG with all parameters set, as a person does who starts it by hand; gives its one task."""
    configuration = {"landing": str(landing), "lake": str(lake), "as_of": as_of}
    (task,) = dag.test(run_conf=configuration).get_task_instances()
    return task


@pytest.fixture(scope="module")
def landing(tmp_path_factory) -> Path:
    out = tmp_path_factory.mktemp("deliveries") / "landing"
    extracts = ("relief_applications", "relief_decisions", "relief_payments", "indicator_report")
    chosen = [option for extract in extracts for option in ("--extract", extract)]
    citybrain("simulate", "--out", str(out), "--from", "2020-07", "--to", "2020-09", *chosen)
    return out


@pytest.mark.parametrize(
    ("requested", "scheduled", "expected"),
    [
        ("2020-10-20", None, "2020-10-20"),
        ("2020-10-20", datetime(2020, 11, 19, 22, tzinfo=timezone.utc), "2020-10-20"),
        # 06:00 on the 20th in Qingdao is still the 19th in UTC.
        (None, datetime(2020, 11, 19, 22, tzinfo=timezone.utc), "2020-11-20"),
    ],
)
def test_day_of_knowledge(requested, scheduled, expected):
    assert as_of_date(requested, scheduled) == expected


def test_manual_run_without_a_day_is_refused_with_a_remedy():
    with pytest.raises(AirflowFailException, match="set its parameter as_of"):
        as_of_date(None, None)


def test_run_publishes_the_release_of_its_day(monthly, landing, tmp_path):
    lake = tmp_path / "lake"
    task = run(monthly, landing, lake)
    assert task.state == TaskInstanceState.SUCCESS
    assert AS_OF in citybrain("release", "--lake", str(lake), "--list")


def test_refused_data_fails_the_task_without_another_try(monthly, landing, tmp_path):
    broken = shutil.copytree(landing, tmp_path / "landing")
    # The last delivery: a refused file stands until a later delivery of its extract is accepted.
    delivery = max(broken.glob("救助基金运行管理机构/relief_payments/*/*.csv"))
    delivery.write_bytes(b"")
    task = run(monthly, broken, tmp_path / "lake")
    assert monthly.get_task("run").retries > 0
    assert task.state == TaskInstanceState.FAILED
    assert task.try_number == 1
