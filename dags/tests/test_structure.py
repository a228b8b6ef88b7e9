"""Every DAG of this folder: imports, and has what a person on call needs."""

from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
DAG_FILES = sorted(path for path in (ROOT / "dags").glob("*.py") if path.name != "citybrain_job.py")


def test_all_dags_import(dag_bag):
    assert dag_bag.import_errors == {}
    assert dag_bag.dag_ids


@pytest.mark.parametrize("path", DAG_FILES, ids=lambda path: path.stem)
class TestEachDag:
    @pytest.fixture
    def dag(self, dag_bag, path):
        return dag_bag.dags[path.stem]

    def test_is_named_after_its_file(self, dag_bag, path):
        of_file = [dag_id for dag_id, dag in dag_bag.dags.items() if Path(dag.fileloc) == path]
        assert of_file == [path.stem]

    def test_has_an_owner_retries_and_a_limit_of_time(self, dag):
        for task in dag.tasks:
            assert task.owner != "airflow"
            assert task.retries > 0
            assert task.execution_timeout is not None

    def test_links_a_runbook_that_exists(self, dag, path):
        runbook = f"docs/runbooks/{path.stem}.md"
        assert runbook in dag.doc_md
        assert (ROOT / runbook).is_file()

    def test_does_not_read_the_clock(self, path):
        source = path.read_text(encoding="utf-8")
        assert "now(" not in source
        assert "today(" not in source

    def test_schedule_is_in_the_time_of_qingdao(self, dag):
        assert dag.timezone.name == "Asia/Shanghai"
        assert str(dag.schedule.timezone) == "Asia/Shanghai"


def test_monthly_outlets_are_the_gold_tables(monthly):
    contracts = {f"gold/{path.stem}" for path in (ROOT / "schemas" / "gold").glob("*.yaml")}
    assert {asset.name for task in monthly.tasks for asset in task.outlets} == contracts
