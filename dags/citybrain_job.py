"""The operator that runs one command of bin/citybrain: what every DAG of this folder is made of."""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

from airflow.providers.standard.hooks.subprocess import SubprocessHook
from airflow.sdk import BaseOperator, Context
from airflow.sdk.exceptions import AirflowException, AirflowFailException

LAUNCHER = Path(__file__).resolve().parents[1] / "bin" / "citybrain"

# Exit codes of bin/citybrain that another try cannot mend: wrong usage, and data that was refused. A department has to
# deliver again, and until a person has seen that, the task is red: it is neither retried nor skipped.
EXIT_WRONG_USAGE = 2
EXIT_DATA_REFUSED = 3
_WHY_NOT_AGAIN = {
    EXIT_WRONG_USAGE: "the command was called wrongly",
    EXIT_DATA_REFUSED: "data was refused; the log above says which file and why",
}


class CityBrainJob(BaseOperator):
    """Runs ``bin/citybrain`` with the given arguments, each passed on as it is: no shell reads them.

    :param arguments: the command and its options; templated, one by one
    :param launcher: the executable to run

    Exit code 0 is success. Exit codes that another try cannot mend fail the task at once; any other one fails the try,
    and Airflow retries it as the DAG says.
    """

    template_fields: Sequence[str] = ("arguments",)
    ui_color = "#d6e4f0"

    def __init__(self, *, arguments: Sequence[str], launcher: Path = LAUNCHER, **kwargs) -> None:
        super().__init__(**kwargs)
        self.arguments = arguments
        self.launcher = launcher

    @cached_property
    def subprocess_hook(self) -> SubprocessHook:
        return SubprocessHook()

    def execute(self, context: Context) -> None:
        command = [str(self.launcher), *self.arguments]
        # The worker's own locale does not decide whether files with Chinese names can be opened.
        environment = {**os.environ, "LC_ALL": "C.UTF-8"}
        exit_code = self.subprocess_hook.run_command(command=command, env=environment).exit_code
        if exit_code in _WHY_NOT_AGAIN:
            raise AirflowFailException(f"bin/citybrain ended with {exit_code}: {_WHY_NOT_AGAIN[exit_code]}.")
        if exit_code != 0:
            raise AirflowException(f"bin/citybrain ended with {exit_code}; its messages are in the log above.")

    def on_kill(self) -> None:
        self.subprocess_hook.send_sigterm()
