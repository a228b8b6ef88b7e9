"""Every data contract passes the lint of datacontract-cli, an implementation of the standard that is not ours."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest
from datacontract.data_contract import DataContract

SCHEMAS = Path(__file__).resolve().parents[1]
LAYERS = ("extracts", "silver", "gold", "quality")
CONTRACTS = sorted(path for layer in LAYERS for path in (SCHEMAS / layer).rglob("*.yaml"))


@pytest.fixture(autouse=True)
def _offline(monkeypatch):
    """The lint brings its JSON Schemas along; a contract that makes it ask a host is wrong."""

    def refuse(*_arguments):
        raise OSError("the lint of the contracts must not touch the network")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


def objections(text: str) -> list[str]:
    """What the lint has to say against a contract; a warning counts."""
    run = DataContract(data_contract_str=text, all_errors=True).lint()
    assert run.checks, "the lint looked at nothing"
    return [f"{check.name}: {check.reason}" for check in run.checks if check.result.value != "passed"]


@pytest.mark.parametrize("path", CONTRACTS, ids=lambda path: str(path.relative_to(SCHEMAS)))
def test_passes_the_lint(path):
    assert objections(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("layer", LAYERS)
def test_every_layer_has_contracts(layer):
    """Without this, a moved folder would turn the lint into nothing at all."""
    assert any((SCHEMAS / layer) in path.parents for path in CONTRACTS)


@pytest.mark.parametrize(
    "right, wrong",
    [
        ("apiVersion: v3.1.0", "apiVersion: v9"),
        ("kind: DataContract", "kind: DataContact"),
        ("logicalType: date", "logicalType: day"),
        ("primaryKey: true", "primaryKey: first"),
        ("physicalType: DATE", "physicaltype: DATE"),
    ],
)
def test_lint_finds_what_is_wrong(right, wrong):
    text = (SCHEMAS / "silver" / "relief_decision.yaml").read_text(encoding="utf-8")
    assert right in text
    assert objections(text.replace(right, wrong, 1)) != []
