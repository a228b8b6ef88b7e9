"""What the operator makes of the exit codes of bin/citybrain, and of its arguments."""

from __future__ import annotations

from pathlib import Path

import pytest
from airflow.sdk.exceptions import AirflowException, AirflowFailException

from citybrain_job import CityBrainJob


@pytest.fixture
def launcher(tmp_path: Path) -> Path:
    """A program that keeps its arguments, one a line, and ends with the code in the first one."""
    program = tmp_path / "launcher"
    program.write_text('#!/bin/sh\nprintf "%s\\n" "$@" > "$(dirname "$0")/arguments"\nexit "$1"\n')
    program.chmod(0o755)
    return program


def job(launcher: Path, *arguments: str) -> CityBrainJob:
    return CityBrainJob(task_id="job", arguments=arguments, launcher=launcher)


def test_exit_0_succeeds(launcher):
    job(launcher, "0").execute({})


@pytest.mark.parametrize(("code", "why"), [(2, "called wrongly"), (3, "data was refused")])
def test_what_another_try_cannot_mend_is_not_retried(launcher, code, why):
    with pytest.raises(AirflowFailException, match=why):
        job(launcher, str(code)).execute({})


@pytest.mark.parametrize("code", [1, 137])
def test_any_other_failure_may_be_retried(launcher, code):
    with pytest.raises(AirflowException, match=f"ended with {code}") as raised:
        job(launcher, str(code)).execute({})
    assert not isinstance(raised.value, AirflowFailException)


def test_arguments_reach_the_program_as_they_are(launcher):
    odd = "市统计局/$(touch should-not-exist); 'x'"
    job(launcher, "0", "--landing", odd).execute({})
    assert (launcher.parent / "arguments").read_text(encoding="utf-8") == f"0\n--landing\n{odd}\n"
