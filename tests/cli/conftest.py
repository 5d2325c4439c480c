import io
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

from nhs_extract.cli import main, wiring
from nhs_extract.store import Database, Schema, ingest
from tests.store.samples import KINDS, evidence, extract_all, extraction, page, turnover

if TYPE_CHECKING:
    from nhs_extract.pipeline import Tools


class Outcome(NamedTuple):
    code: int
    out: str
    err: str


Run = Callable[..., Outcome]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """The command line with these arguments; ``stdin`` is what stands on standard input."""

    def call(*arguments: object, stdin: str = "") -> Outcome:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin.encode()), encoding="utf-8"))
        with pytest.raises(SystemExit) as ended:
            main([str(argument) for argument in arguments])
        out, err = capsys.readouterr()
        return Outcome(int(ended.value.code or 0), out, err)

    return call


@pytest.fixture(autouse=True)
def _in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("NHS_EXTRACT_DB", raising=False)


@pytest.fixture(autouse=True)
def _tools_are_loaded_once(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    # Each time anew only where a test brings a model or patterns of its own.
    load = wiring.load_tools

    def shared(model: str | None, patterns: Path | None) -> "Tools":
        if model is None and patterns is None:
            tools: Tools = request.getfixturevalue("tools")
            return tools
        return load(model, patterns)

    monkeypatch.setattr(wiring, "load_tools", shared)


@pytest.fixture
def db(tmp_path: Path) -> Path:
    """A database with three facts, one of them from an article with hostile words."""
    path = tmp_path / "small.duckdb"
    with Database.open(path, Schema.of(KINDS), made_by="1") as database:
        ingest([page("£ and £", source="a.txt")], database, extract_all, version="v1")
        hostile = extraction(turnover(9, evidence=evidence(HOSTILE)), text=HOSTILE, source="b.txt")
        ingest([page(HOSTILE, source="b.txt")], database, lambda _: iter([hostile]), version="v1")
    return path


HOSTILE = "=cmd|' /C calc'!A0 \x1b]0;owned\x07\x1b[31mred\u202e [bold]x[/bold] | pipe\nnext line"
