"""Formats: the answer to a query as a table, CSV, JSON, JSON lines or Markdown."""

import csv
import json
import math
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, time
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from typing import Any

from nhs_extract.cli.printing import Writer, in_one_line
from nhs_extract.cli.tables import table_lines
from nhs_extract.errors import FileError

_FORMULA = ("=", "+", "-", "@", "\t", "\r")  # a spreadsheet runs a cell that begins so


class ExtractFormat(StrEnum):
    """How extractions are printed."""

    PRETTY = "pretty"
    JSON = "json"
    JSONL = "jsonl"


class QueryFormat(StrEnum):
    """How the answer to a query is written."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"
    JSONL = "jsonl"
    MARKDOWN = "markdown"
    PARQUET = "parquet"

    @classmethod
    def of(cls, output: Path | None) -> "QueryFormat":
        """The format that the name of a file asks for; a table where it asks for nothing.

        Raises:
            FileError: the name ends as that of some other kind of file, such as ``.xlsx``.
        """
        suffix = output.suffix.removeprefix(".").lower() if output else ""
        named = {"": cls.TABLE, "txt": cls.TABLE, "md": cls.MARKDOWN, "ndjson": cls.JSONL}
        form = named.get(suffix) or (cls(suffix) if suffix in set(cls) else None)
        if output is not None and form is None:
            problem = f"no format ends in .{suffix}; name it .csv or .parquet, or choose with --format"
            raise FileError(output, problem)
        return form or cls.TABLE


def write(
    columns: Sequence[str],
    rows: Iterable[Sequence[Any]],
    out: Writer,
    *,
    form: QueryFormat,
    width: int | None,
) -> None:
    """Write the rows; a table is fitted to ``width`` characters, None for as wide as it needs."""
    if form is QueryFormat.CSV:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows([_csv_cell(cell) for cell in row] for row in rows)
        return
    if form is QueryFormat.JSON:
        lines = json_list(_json_object(_unique(columns), row) for row in rows)
    elif form is QueryFormat.JSONL:
        lines = (_json_object(_unique(columns), row) for row in rows)
    elif form is QueryFormat.MARKDOWN:
        lines = _markdown(columns, rows)
    else:
        lines = table_lines(columns, [[as_text(cell) for cell in row] for row in rows], width=width)
    for line in lines:
        out.write(f"{line}\n")


def json_list(objects: Iterable[str]) -> Iterator[str]:
    """The lines of a JSON list of these objects, each as soon as the next one is there."""
    yield "["
    before: str | None = None
    for item in objects:
        if before is not None:
            yield f"{before},"
        before = item
    if before is not None:
        yield before
    yield "]"


def as_text(cell: Any) -> str:
    """A cell for people, in one line; null is empty."""
    if cell is None:
        return ""
    return in_one_line(cell if isinstance(cell, str) else _plain_text(cell))


def _csv_cell(cell: Any) -> Any:
    if isinstance(cell, str):
        return f"'{cell}" if cell.startswith(_FORMULA) else cell
    return "" if cell is None else _plain_text(cell)


def _plain_text(cell: Any) -> str:
    if isinstance(cell, list | tuple | dict):
        return json.dumps(_json_value(cell), ensure_ascii=False)
    if isinstance(cell, bool):
        return str(cell).lower()
    return str(cell)


def _json_object(columns: Sequence[str], row: Sequence[Any]) -> str:
    cells = {name: _json_value(cell) for name, cell in zip(columns, row, strict=True)}
    return json.dumps(cells, ensure_ascii=False)


def _json_value(cell: Any) -> Any:
    if isinstance(cell, dict):
        return {str(key): _json_value(value) for key, value in cell.items()}
    if isinstance(cell, list | tuple):
        return [_json_value(value) for value in cell]
    if isinstance(cell, Decimal):
        return float(cell)
    if isinstance(cell, float):
        return cell if math.isfinite(cell) else None  # JSON has no NaN
    if isinstance(cell, datetime | date | time):
        return cell.isoformat()
    return cell if cell is None or isinstance(cell, str | int | bool) else str(cell)


def _markdown(columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> Iterator[str]:
    yield _markdown_line(columns)
    yield _markdown_line(["---"] * len(columns))
    for row in rows:
        yield _markdown_line([as_text(cell) for cell in row])


def _markdown_line(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def _unique(columns: Sequence[str]) -> list[str]:
    """The names, a second one of the same name with a number: an object holds each name once."""
    names: list[str] = []
    for column in columns:
        name, number = column, 1
        while name in names:
            number += 1
            name = f"{column}_{number}"
        names.append(name)
    return names
