"""The command line: thin commands, each reads its options, calls one function and prints."""

import os
import sys
from collections.abc import Sequence
from io import TextIOWrapper
from typing import Annotated

import typer

from nhs_extract import __version__
from nhs_extract.cli.commands import check, clean, evaluate, extract, ingest, query, register, schema
from nhs_extract.cli.printing import complain
from nhs_extract.errors import SetupError

app = typer.Typer(
    name="nhs-extract",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode="markdown",
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command()(ingest.ingest)
app.command()(extract.extract)
app.command()(clean.clean)
app.command()(query.query)
app.command()(evaluate.evaluate)
app.command()(check.check)
app.command()(schema.schema)
app.add_typer(register.app, name="register")

_DEBUG = "--debug"


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"nhs-extract {__version__}")
        raise typer.Exit


@app.callback()
def options(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version and end."),
    ] = False,
    debug: Annotated[bool, typer.Option(_DEBUG, help="Show where in the code an error comes from.")] = False,
) -> None:
    """Turn news articles about NHS organisations into facts that can be queried.

    Start with `nhs-extract ingest FOLDER`, then `nhs-extract query "SELECT * FROM facts"`.

    Results go to standard output, everything else to standard error. Exit codes: 0 all well, 1 some articles
    were lost or a score is below its floor, 2 the setup or the call is wrong.
    """


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and end the process with its exit code; a SetupError is one line and code 2."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    for stream in (sys.stdout, sys.stderr):
        # A terminal or file that is not UTF-8 gets what it can show instead of a crash.
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="replace")
    try:
        try:
            app(given, prog_name="nhs-extract")
        except SetupError as error:
            if _DEBUG in given:
                raise
            complain(str(error))
            sys.exit(2)
        finally:
            sys.stdout.flush()
    except BrokenPipeError:
        # The reader has gone, as with "| head": without this Python complains again while it shuts down.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
