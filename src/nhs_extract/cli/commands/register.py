"""``register``: what a name means."""

import sys
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from nhs_extract.cli import wiring
from nhs_extract.cli.printing import in_one_line, show
from nhs_extract.cli.tables import table_lines

if TYPE_CHECKING:
    from nhs_extract.register import Lookup, LookupEntry

app = typer.Typer(no_args_is_help=True, help="Ask the register of NHS organisations.")


class LookupFormat(StrEnum):
    """How the answer of a lookup is printed."""

    TABLE = "table"
    JSON = "json"


@app.callback()
def register() -> None:
    """Ask the register of NHS organisations."""


@app.command()
def lookup(
    names: Annotated[list[str], typer.Argument(metavar="NAME", help="Names, or - for standard input.")],
    on: Annotated[
        datetime | None, typer.Option("--on", formats=["%Y-%m-%d"], help="Day on which the name was used.")
    ] = None,
    form: Annotated[LookupFormat, typer.Option("--format", help="How to print.")] = LookupFormat.TABLE,
) -> None:
    """Show which organisation a name means, with its code, its name on that day and how it was matched.

    The first line, marked with →, is what an article would be linked to; the others are the candidates that
    come next. JSON is one line for each name.

    Examples:

        nhs-extract register lookup "Midlands Partnership" --on 2018-06-11

        nhs-extract register lookup MPFT UHBW --format json

        nhs-extract register lookup - < names.txt
    """
    from nhs_extract.register import Register

    known = Register.load(wiring.settings().register_folder)
    for name in _names(names):
        answer = known.lookup(name, on.date() if on else None)
        show(answer.model_dump_json() if form is LookupFormat.JSON else "\n".join(_lines(answer)))


def _names(given: Sequence[str]) -> Iterator[str]:
    """The names of the call; ``-`` stands for the lines of standard input."""
    for name in given:
        lines = sys.stdin if name == "-" else (name,)
        yield from (line.strip() for line in lines if line.strip())


def _lines(answer: "Lookup") -> Iterator[str]:
    day: date | None = answer.on
    yield in_one_line(answer.query) + (f" on {day.isoformat()}" if day else "")
    if not answer.candidates:
        yield "  no candidate"
        return
    if answer.link is None:
        yield "  would stay unlinked; candidates:"
    columns = ("", "ods_code", "name", "kind", "linked_by", "score")
    yield from (f"  {line}" for line in table_lines(columns, [_cells(answer, c) for c in answer.candidates]))


def _cells(answer: "Lookup", entry: "LookupEntry") -> list[str]:
    return [
        "→" if entry == answer.link else "",
        entry.ods_code or "",
        entry.name,
        entry.kind,
        entry.linked_by.value,
        f"{entry.score:.3f}",
    ]
