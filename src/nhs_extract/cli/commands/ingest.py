"""``ingest``: articles into the database."""

import shlex
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from nhs_extract.cli import options, wiring
from nhs_extract.cli.printing import list_failures, progress, show, show_columns, tell

if TYPE_CHECKING:
    from nhs_extract.store import Summary

_TO_TRY = (
    "SELECT * FROM mergers",
    "SELECT organisation, person, role, status FROM executives ORDER BY organisation",
    "SELECT kind, organisation, value, evidence FROM facts WHERE organisation IS NOT NULL LIMIT 20",
)


def ingest(
    sources: options.Sources,
    db: options.DatabasePath = options.DEFAULT_DATABASE,
    model: options.Model = None,
    patterns: options.Patterns = None,
) -> None:
    """Read articles, extract their facts and load them into a DuckDB database.

    Articles that have not changed since the last time are skipped; a changed one replaces its facts.
    An article that cannot be read is listed, recorded in the table `failures`, and the others go on.

    An article is known by its path as you give it: name it the same way each time. One whose file is gone
    stays in the database. Ctrl-C keeps what has been loaded; the same command goes on from there.

    Examples:

        nhs-extract ingest news/

        nhs-extract ingest 'news/2018-*.html' --db trusts.duckdb

        cat article.txt | nhs-extract ingest -
    """
    from functools import partial

    from nhs_extract import __version__
    from nhs_extract.pipeline import extract_all
    from nhs_extract.sources import find_sources, read
    from nhs_extract.store import Database
    from nhs_extract.store import ingest as load

    found = find_sources(sources)
    tools = wiring.load_tools(model, patterns)
    with (
        Database.open(db, wiring.database_schema(), made_by=__version__) as database,
        progress(len(found), "Ingesting") as advance,
    ):
        summary = load(
            map(read, found),
            database,
            partial(extract_all, tools=tools),
            version=tools.version,
            register=wiring.register_tables(tools.register),
            on_page=advance,
        )
    _show_summary(summary)
    list_failures(summary.failures)
    _suggest(db)
    raise typer.Exit(1 if summary.failures else 0)


def _show_summary(summary: "Summary") -> None:
    run = summary.run
    show_columns(
        [
            ("articles", ""),
            *(
                (name, f"{getattr(run, name):,}")
                for name in ("read", "new", "changed", "unchanged", "failed")
            ),
        ]
    )
    show("")
    show_columns(
        [
            ("facts", "this run", "in the database"),
            *(
                (kind, f"{count:,}", f"{summary.in_database[kind]:,}")
                for kind, count in summary.facts.items()
            ),
        ]
    )


def _suggest(db: Path) -> None:
    """Print three commands to try, as they can be typed here."""
    option = "" if db == options.DEFAULT_DATABASE else f" --db {shlex.quote(str(db))}"
    tell("\nNow try:")
    for sql in _TO_TRY:
        tell(f'  {_program()} query{option} "{sql}"')


def _program() -> str:
    """How this program was called: its bare name, unless the shell would not find that."""
    called = Path(sys.argv[0])
    if called.name == "__main__.py":
        return "python -m nhs_extract"
    found = called.name != "nhs-extract" or shutil.which("nhs-extract") is not None
    return "nhs-extract" if found else shlex.quote(sys.argv[0])
