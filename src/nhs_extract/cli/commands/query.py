"""``query``: answers out of the database."""

from pathlib import Path
from typing import Annotated

import typer

from nhs_extract.cli import options
from nhs_extract.cli.formats import QueryFormat
from nhs_extract.cli.printing import tell


def query(
    sql: Annotated[
        str | None, typer.Argument(help="SQL to run, or - to read it from standard input.")
    ] = None,
    file: Annotated[
        Path | None, typer.Option("--file", "-f", help="File that holds the SQL.", metavar="FILE")
    ] = None,
    db: options.DatabasePath = options.DEFAULT_DATABASE,
    form: Annotated[
        QueryFormat | None,
        typer.Option("--format", help="Default: what the name of --output says, else table."),
    ] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="File to write to.")
    ] = None,
) -> None:
    """Ask the database in SQL; it is only read, never changed.

    `nhs-extract schema --format markdown` explains all tables and views.

    Examples:

        nhs-extract query "SELECT * FROM mergers"

        nhs-extract query "SELECT kind, count(*) FROM facts GROUP BY kind" --format markdown

        nhs-extract query --file report.sql --output report.csv

        nhs-extract query "FROM executives" --output executives.parquet
    """
    from nhs_extract.cli.answering import read_sql, run

    run(read_sql(sql, file), db, form=form or QueryFormat.of(output), output=output)
    if output is not None:
        tell(f"wrote {output}")
