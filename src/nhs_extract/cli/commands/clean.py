"""``clean``: the text of articles."""

import typer

from nhs_extract.cli import options, wiring
from nhs_extract.cli.printing import list_failures


def clean(sources: options.Sources, patterns: options.Patterns = None) -> None:
    """Show the text of articles as the cleaner keeps it: what facts are taken from.

    Each of several articles has a line with its name above it.

    Examples:

        nhs-extract clean article.html

        nhs-extract clean 'news/*.txt'
    """
    from nhs_extract.cli.extractions import show_articles
    from nhs_extract.looping import try_each
    from nhs_extract.sources import find_sources, read

    found = find_sources(sources)
    articles = try_each(map(read, found), wiring.load_cleaner(patterns).clean)
    failures = show_articles(articles, alone=len(found) == 1)
    list_failures(failures)
    raise typer.Exit(1 if failures else 0)
