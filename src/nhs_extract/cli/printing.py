"""Printing: what commands write on the terminal, without anything that could steer it."""

import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol

import typer

if TYPE_CHECKING:
    from nhs_extract.models import Failure

# Control characters other than tab and line feed, and those that turn the direction of writing.
_STEERING = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def printable(text: str) -> str:
    """The text without the characters that steer a terminal."""
    return _STEERING.sub("", text)


def in_one_line(text: str) -> str:
    """The text without line breaks and anything that steers a terminal."""
    return " ".join(printable(text).split())


class Writer(Protocol):
    """Something that text can be written to."""

    def write(self, text: str, /) -> object:
        """Write the text."""


class _Screen:
    """A terminal, which gets nothing that steers it."""

    def write(self, text: str, /) -> None:
        sys.stdout.write(printable(text))


def standard_output() -> Writer:
    """Where results go; what goes to a file or another program stays as it is."""
    return _Screen() if sys.stdout.isatty() else sys.stdout


def show(text: str) -> None:
    """Print a result."""
    standard_output().write(f"{text}\n")


def tell(text: str) -> None:
    """Print a remark on standard error."""
    typer.echo(printable(text), err=True)


def complain(problem: str) -> None:
    """Print what is wrong, in one line on standard error."""
    tell(f"nhs-extract: {in_one_line(problem)}")


def list_failures(failures: Iterable["Failure"]) -> None:
    """Print each lost article by name with the reason."""
    for failure in failures:
        tell(in_one_line(f"lost {failure.source}: {failure.reason}"))


def show_columns(rows: Sequence[Sequence[str]], *, numbers_from: int = 1) -> None:
    """Print a small table: its first row is the head, columns from ``numbers_from`` on stand to the right."""
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    for row in rows:
        cells = [
            cell.rjust(width) if column >= numbers_from else cell.ljust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        show("  ".join(cells).rstrip())


@contextmanager
def progress(total: int, doing: str) -> Iterator[Callable[[], None]]:
    """A function to call for each page; on a terminal it moves a bar on standard error."""
    if not sys.stderr.isatty():
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(doing, total=total)
        yield lambda: bar.advance(task)
