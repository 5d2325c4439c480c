"""Answering: from the SQL of a call to the answer where it was wanted."""

import shutil
import sys
from pathlib import Path

from nhs_extract.cli.formats import QueryFormat, write
from nhs_extract.cli.printing import standard_output
from nhs_extract.errors import FileError, QueryError
from nhs_extract.store import Reader

_ASK_FOR_SQL = "give the SQL as an argument, with --file, or with - on standard input"


def read_sql(sql: str | None, file: Path | None) -> str:
    """The SQL from wherever the call says.

    Raises:
        QueryError: the call names no SQL, or two.
        FileError: the file cannot be read.
    """
    if (sql is None) == (file is None):
        raise QueryError(_ASK_FOR_SQL if sql is None else f"the SQL is given twice; {_ASK_FOR_SQL}")
    if file is not None:
        try:
            return file.read_text("utf-8-sig")
        except OSError as error:
            raise FileError(file, f"cannot be read: {error.strerror}") from error
        except UnicodeDecodeError as error:
            raise FileError(file, "is not UTF-8 text") from error
    return sys.stdin.read() if sql == "-" else str(sql)


def run(sql: str, db: Path, *, form: QueryFormat, output: Path | None) -> None:
    """Write the answer to standard output, or to ``output``.

    Raises:
        SetupError: the database, the SQL or the output is wrong.
    """
    with Reader(db) as reader:
        if output is None:
            _print(reader, sql, form)
            return
        if not output.parent.is_dir():
            raise FileError(output, f"the folder {output.parent} does not exist")
        try:
            _save(reader, sql, form, output)
        except OSError as error:
            raise FileError(output, f"cannot be written: {error.strerror}") from error


def _print(reader: Reader, sql: str, form: QueryFormat) -> None:
    if form is QueryFormat.PARQUET:
        raise QueryError("parquet is no text; name a file with --output")
    answer = reader.ask(sql)
    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else None
    write(answer.columns, answer.rows, standard_output(), form=form, width=width)


def _save(reader: Reader, sql: str, form: QueryFormat, output: Path) -> None:
    if form is QueryFormat.PARQUET:
        reader.save_parquet(sql, output)
        return
    answer = reader.ask(sql)
    with output.open("w", encoding="utf-8", newline="") as out:
        write(answer.columns, answer.rows, out, form=form, width=None)
