"""An Airflow of its own for the tests: home, SQLite database and configuration in a folder that goes away."""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile
from pathlib import Path

import pytest

DAGS = Path(__file__).resolve().parents[1]

# Airflow reads its configuration when it is first imported, which is before any fixture runs.
_home = tempfile.mkdtemp(prefix="citybrain-airflow-")
atexit.register(shutil.rmtree, _home, ignore_errors=True)
os.environ.update(
    AIRFLOW_HOME=_home,
    AIRFLOW__CORE__DAGS_FOLDER=str(DAGS),
    AIRFLOW__CORE__LOAD_EXAMPLES="False",
    AIRFLOW__DATABASE__SQL_ALCHEMY_CONN=f"sqlite:///{_home}/airflow.db",
    AIRFLOW__LOGGING__BASE_LOG_FOLDER=f"{_home}/logs",
)


@pytest.fixture(scope="session")
def database() -> None:
    from airflow.utils.db import initdb

    initdb()


@pytest.fixture(scope="session")
def dag_bag(database):
    from airflow.dag_processing.dagbag import DagBag

    return DagBag(dag_folder=DAGS)


@pytest.fixture
def monthly(dag_bag):
    return dag_bag.dags["city_brain_monthly"]
