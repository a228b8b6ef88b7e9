"""Once a month: everything delivered so far becomes the figures as known on that day, published as one release."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from airflow.sdk import DAG, Asset, CronTriggerTimetable, Param
from airflow.sdk.exceptions import AirflowFailException

from citybrain_job import CityBrainJob

SHANGHAI = ZoneInfo("Asia/Shanghai")
GOLD_TABLES = ("entitlement", "event_grade", "finding", "metric_value", "target_progress", "task_progress", "warning_light")


def as_of_date(requested: str | None, logical_date: datetime | None) -> str:
    """The day whose knowledge the run computes: the one asked for, else the scheduled day in Qingdao.

    A run started by hand has no scheduled day, and the clock is no substitute: a retry after midnight would compute
    other figures than the first try.
    """
    if requested:
        return requested
    if logical_date is None:
        raise AirflowFailException("This run was started by hand: set its parameter as_of, for example 2020-10-20.")
    return logical_date.astimezone(SHANGHAI).date().isoformat()


with DAG(
    dag_id=Path(__file__).stem,
    description="Ingest what was delivered, build the gold tables as of the 20th, publish the release",
    doc_md="""
        ### 城市大脑月度发布

        Each month on the 20th at 06:00 in Qingdao: `bin/citybrain run` reads the new deliveries, computes the gold
        tables as known on that day and publishes them as one release. The same day on the same deliveries gives the
        same figures, so a run may be repeated at any time.

        | parameter | meaning | when it is empty |
        |---|---|---|
        | `as_of` | the day whose knowledge is computed | the scheduled day in Qingdao; a manual run must set it |
        | `landing` | folder of the deliveries | Airflow variable `citybrain_landing` |
        | `lake` | root of the lake | Airflow variable `citybrain_lake` |

        Data that is refused fails the task without another try: see the runbook,
        [docs/runbooks/city_brain_monthly.md](../docs/runbooks/city_brain_monthly.md).
    """,
    schedule=CronTriggerTimetable("0 6 20 * *", timezone=SHANGHAI.key),
    start_date=datetime(2020, 8, 1, tzinfo=SHANGHAI),
    catchup=False,
    # One writer: a lake has one release log.
    max_active_runs=1,
    default_args={
        "owner": "city-brain-data-team",
        "retries": 2,
        "retry_delay": timedelta(minutes=10),
        "execution_timeout": timedelta(hours=3),
    },
    params={
        "as_of": Param(None, type=["null", "string"], format="date", description="Day of knowledge, as 2020-10-20"),
        "landing": Param(None, type=["null", "string"], description="Folder of the deliveries"),
        "lake": Param(None, type=["null", "string"], description="Root of the lake"),
    },
    user_defined_macros={"as_of_date": as_of_date},
    tags=["city-brain", "monthly"],
):
    CityBrainJob(
        task_id="run",
        doc_md="`bin/citybrain run`: ingest, build and release in one session. Safe to repeat.",
        arguments=[
            "run",
            "--landing",
            "{{ params.landing or var.value.citybrain_landing }}",
            "--lake",
            "{{ params.lake or var.value.citybrain_lake }}",
            "--as-of",
            "{{ as_of_date(params.as_of, dag_run.logical_date) }}",
        ],
        outlets=[Asset(name=f"gold/{table}", uri=f"citybrain://lake/gold/{table}") for table in GOLD_TABLES],
    )
