"""``evaluate``: how right the extraction is."""

import json
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from nhs_extract.cli import options, wiring
from nhs_extract.cli.printing import show, tell


class ScoreFormat(StrEnum):
    """How scores are printed."""

    TABLE = "table"
    JSON = "json"


def evaluate(
    corpus: Annotated[Path, typer.Argument(help="Folder of articles, each with its NAME.gold.json.")],
    errors: Annotated[
        bool, typer.Option("--errors", help="List each missed and each wrong fact with article and words.")
    ] = False,
    form: Annotated[ScoreFormat, typer.Option("--format", help="How to print.")] = ScoreFormat.TABLE,
    model: options.Model = None,
    patterns: options.Patterns = None,
) -> None:
    """Score the extraction against a corpus of annotated articles.

    Ends with exit code 1 when a score is below its floor in `floors.toml`, which stands in the folder or
    beside it.

    Examples:

        nhs-extract evaluate corpus/dev

        nhs-extract evaluate corpus/dev --errors
    """
    from nhs_extract.evaluate import (
        check_floors,
        find_floors,
        render_cleaning_misses,
        render_errors,
        render_scores,
    )
    from nhs_extract.evaluate import evaluate as score

    floors = find_floors(corpus)
    evaluation = score(corpus, wiring.load_tools(model, patterns))
    fallen = check_floors(evaluation, floors)
    if form is ScoreFormat.JSON:
        show(json.dumps({**evaluation.as_json(), "below_floors": fallen}, ensure_ascii=False, indent=2))
    else:
        parts = (render_errors(evaluation), render_cleaning_misses(evaluation)) if errors else ()
        show("\n\n".join(filter(None, (*parts, render_scores(evaluation)))))
    if fallen:
        tell("\n".join(("below the floors:", *fallen)))
    raise typer.Exit(1 if fallen else 0)
