import io
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from typer.testing import CliRunner

import nhs_extract
from nhs_extract.cli import app, main
from tests.cli.conftest import Run

PROJECT = Path(nhs_extract.__file__).parents[2]
COMMANDS = ["ingest", "extract", "clean", "query", "evaluate", "check", "schema", "register lookup"]
CALL = [sys.executable, "-m", "nhs_extract"]
HEAVY = {"spacy", "trafilatura", "duckdb", "rapidfuzz", "pydantic", "rich.progress"}


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself_with_an_example(command: str):
    shown = CliRunner().invoke(app, [*command.split(), "--help"])

    assert shown.exit_code == 0
    assert f"nhs-extract {command}" in shown.output.split("Usage:")[1].split("Examples:")[1]


def test_the_help_lists_every_command():
    shown = CliRunner().invoke(app, ["--help"]).output

    assert all(re.search(rf"^│ {command.split()[0]} ", shown, re.M) for command in COMMANDS)


def test_without_a_command_the_help_is_shown():
    assert "Usage" in CliRunner().invoke(app, []).output


def loaded(*arguments: str) -> set[str]:
    """The heavy packages that a call has loaded by its end."""
    code = (
        "import sys\nfrom nhs_extract.cli import main\n"
        f"try: main({list(arguments)!r})\n"
        "finally: print(*sorted(sys.modules), file=sys.stderr)"
    )
    call = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    modules = set(call.stderr.split())
    assert "nhs_extract.cli.printing" in modules
    return HEAVY & modules


def test_help_loads_nothing_heavy():
    assert loaded("--help") == set()


def test_a_query_loads_neither_spacy_nor_trafilatura(db: Path):
    assert loaded("query", "FROM facts", "--db", str(db)) == {"duckdb", "pydantic"}


def test_a_lookup_loads_neither_spacy_nor_duckdb():
    assert loaded("register", "lookup", "MPFT") <= {"rapidfuzz", "pydantic"}


def test_the_version_is_that_of_the_project(run: Run):
    declared = tomllib.loads((PROJECT / "pyproject.toml").read_text("utf-8"))["project"]["version"]

    assert run("--version").out == f"nhs-extract {declared}\n"
    assert nhs_extract.__version__ == declared


def test_the_public_names_are_there():
    assert all(getattr(nhs_extract, name) for name in nhs_extract.__all__)


def test_a_name_that_is_not_public_is_an_attribute_error():
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        nhs_extract.nothing  # noqa: B018


def test_a_wrong_call_ends_with_code_2(run: Run):
    assert run("query", "--nonsense").code == 2
    assert run("nonsense").code == 2


def test_debug_shows_where_an_error_comes_from():
    shown = subprocess.run(
        [*CALL, "--debug", "query", "FROM facts", "--db", "none.duckdb"],
        capture_output=True,
        text=True,
        check=False,
    )

    assert "Traceback" in shown.stderr
    assert "StoreError" in shown.stderr


def test_a_reader_that_goes_away_is_no_error(db: Path):
    sql = "SELECT repeat('words ', 100) FROM range(20000)"
    with subprocess.Popen(
        [*CALL, "query", sql, "--db", str(db), "--format", "csv"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as call:
        assert call.stdout is not None
        assert call.stderr is not None
        call.stdout.readline()
        call.stdout.close()

        assert call.stderr.read() == ""


def test_a_reader_that_goes_away_at_once_is_no_error():
    with subprocess.Popen(
        [*CALL, "--version"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as call:
        assert call.stdout is not None
        assert call.stderr is not None
        call.stdout.close()

        assert call.stderr.read() == ""


class Interrupted(io.StringIO):
    """Standard input at which somebody presses Ctrl-C."""

    def read(self, _size: int | None = -1, /) -> str:
        raise KeyboardInterrupt


def test_ctrl_c_ends_without_a_word(
    db: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.setattr(sys, "stdin", Interrupted())

    with pytest.raises(SystemExit) as ended:
        main(["query", "-", "--db", str(db)])

    assert ended.value.code == 130
    assert capsys.readouterr() == ("", "")


def test_cleaning_loads_neither_spacy_nor_duckdb(tmp_path: Path):
    (tmp_path / "a.txt").write_text("A headline\n\nThe trust has a new chair, it said on Monday.\n", "utf-8")

    assert not {"spacy", "duckdb"} & loaded("clean", "a.txt")
