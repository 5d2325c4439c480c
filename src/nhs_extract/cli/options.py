"""Options that several commands share."""

from pathlib import Path
from typing import Annotated

import typer

Sources = Annotated[
    list[str], typer.Argument(metavar="SOURCE", help="Files, folders, globs, or - for standard input.")
]
Model = Annotated[
    str | None, typer.Option("--model", metavar="NAME", help="spaCy pipeline to use: any that is installed.")
]
Patterns = Annotated[
    Path | None, typer.Option("--patterns", metavar="FOLDER", help="Folder of pattern files to use instead.")
]
DatabasePath = Annotated[Path, typer.Option("--db", envvar="NHS_EXTRACT_DB", help="DuckDB file.")]

DEFAULT_DATABASE = Path("nhs.duckdb")
