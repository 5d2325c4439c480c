"""``extract``: the facts of articles, without a database."""

import sys
from typing import Annotated

import typer

from nhs_extract.cli import options, wiring
from nhs_extract.cli.formats import ExtractFormat
from nhs_extract.cli.printing import list_failures


def extract(
    sources: options.Sources,
    form: Annotated[
        ExtractFormat | None,
        typer.Option("--format", help="Default: pretty on a terminal, else jsonl."),
    ] = None,
    model: options.Model = None,
    patterns: options.Patterns = None,
) -> None:
    """Show the facts of articles, without a database.

    `jsonl` is one line for each article; `json` is one object for one article and a list for several.

    Examples:

        nhs-extract extract article.html

        nhs-extract extract news/ --format jsonl > facts.jsonl

        curl -s https://example.org/news | nhs-extract extract - --format json
    """
    from nhs_extract.cli.extractions import show_extractions
    from nhs_extract.pipeline import extract_all
    from nhs_extract.sources import find_sources, read

    found = find_sources(sources)
    tools = wiring.load_tools(model, patterns)
    chosen = form or (ExtractFormat.PRETTY if sys.stdout.isatty() else ExtractFormat.JSONL)
    failures = show_extractions(extract_all(map(read, found), tools), chosen, alone=len(found) == 1)
    list_failures(failures)
    raise typer.Exit(1 if failures else 0)
