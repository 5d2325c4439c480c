import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from nhs_extract.cli.printing import in_one_line, printable
from tests.cli.conftest import HOSTILE


def on_a_terminal(*arguments: str) -> str:
    """What a call writes when its standard output is a terminal."""
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "nhs_extract", *arguments], stdout=theirs, stderr=theirs
    ) as call:
        os.close(theirs)
        written = b""
        # Linux ends the reading of a terminal that nobody holds any more with an error.
        try:
            while some := os.read(ours, 4096):
                written += some
        except OSError:
            pass
        call.wait()
    os.close(ours)
    return written.decode()


def test_what_steers_a_terminal_is_taken_out():
    assert (
        printable("\x1b[31mred\x1b[0m \x9b5A\x07 a\tb\nc \u202etxt.exe\r") == "[31mred[0m 5A a\tb\nc txt.exe"
    )


def test_ordinary_text_of_any_language_stays():
    text = "Bwrdd Iechyd Prifysgol Betsi Cadwaladr — £5m “naïve” 🏥 e\u0301"

    assert printable(text) == text


def test_one_line_has_no_breaks():
    assert in_one_line("a\nb\r\n  c\td") == "a b c d"


@pytest.mark.parametrize("form", ["table", "csv", "json", "jsonl", "markdown"])
def test_no_article_can_steer_the_terminal(db: Path, form: str):
    written = on_a_terminal("query", "SELECT evidence FROM turnovers", "--db", str(db), "--format", form)

    assert "red" in written
    assert not set("\x1b\x07\x9b\u202e") & set(written)


def test_ingesting_on_a_terminal_shows_a_progress_bar(tmp_path: Path):
    (tmp_path / "a.txt").write_text("A headline\n\nThe trust has a new chair, it said on Monday.\n", "utf-8")

    written = on_a_terminal("ingest", "a.txt")

    assert "Ingesting" in written
    assert "1/1" in written
    assert "in the database" in written


def test_what_goes_to_a_file_stays_as_it_is(db: Path):
    sql = "SELECT evidence FROM turnovers ORDER BY low DESC LIMIT 1"
    call = subprocess.run(
        [sys.executable, "-m", "nhs_extract", "query", sql, "--db", str(db), "--format", "csv"],
        capture_output=True,
        check=True,
    )

    assert HOSTILE in call.stdout.decode().replace('""', '"')


def test_an_error_message_cannot_steer_the_terminal(tmp_path: Path):
    written = on_a_terminal("query", "FROM facts", "--db", str(tmp_path / "\x1b[31mred.duckdb"))

    assert "red.duckdb: there is no database here" in written.replace("\r\n", "")
    assert "\x1b" not in written
