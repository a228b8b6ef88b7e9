"""Every notebook runs on the release of a demo lake, and is kept without outputs."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import nbformat
import pytest
from citybrain_release import Release
from nbclient import NotebookClient

PROJECT = Path(__file__).resolve().parents[2]
NOTEBOOKS = sorted((PROJECT / "notebooks").glob("*.ipynb"))


@pytest.fixture(scope="module")
def lake(tmp_path_factory) -> Path:
    demo = tmp_path_factory.mktemp("demo")
    subprocess.run([str(PROJECT / "bin" / "citybrain"), "demo", "--dir", str(demo)], check=True, timeout=900)
    return demo / "lake"


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_runs_on_the_current_release(path, lake, monkeypatch):
    monkeypatch.setenv("CITYBRAIN_LAKE", str(lake))
    notebook = nbformat.read(path, as_version=4)
    NotebookClient(notebook, timeout=300, kernel_name="python3").execute(cwd=str(path.parent))
    printed = json.dumps([cell.get("outputs") for cell in notebook.cells], ensure_ascii=False)
    assert Release.current(lake).release_id in printed
    assert '"image/png"' in printed
    # A label that the font cannot draw is a warning of matplotlib, and an empty box for the reader.
    assert "missing from font" not in printed


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_is_kept_without_outputs(path):
    cells = nbformat.read(path, as_version=4).cells
    kept = [cell.id for cell in cells if cell.cell_type == "code" and (cell.outputs or cell.execution_count)]
    assert kept == [], "clear the outputs before committing: they are figures of one lake"


def test_reads_what_was_published_last_and_nothing_newer(lake):
    """The head of a table may hold a build that is not released yet: the release pins versions."""
    release = Release.current(lake)
    assert set(release.read("gold/finding").release_id) == {release.release_id}


def test_unknown_table_is_named(lake):
    with pytest.raises(LookupError, match="gold/nothing is not in release"):
        Release.current(lake).read("gold/nothing")
