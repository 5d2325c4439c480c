"""``check``: whether patterns and register hold together."""

import typer

from nhs_extract.cli import options, wiring
from nhs_extract.cli.printing import show_columns, tell


def check(patterns: options.Patterns = None) -> None:
    """Check all pattern files with their examples, and the register.

    Ends with exit code 2 when anything is wrong.

    Examples:

        nhs-extract check

        nhs-extract check --patterns my-patterns/
    """
    from nhs_extract.annotate import check_examples
    from nhs_extract.patterns import load_patterns
    from nhs_extract.register import Register
    from nhs_extract.register import check as check_register

    settings = wiring.settings(patterns=patterns)
    folder = load_patterns(settings.patterns)
    register = Register.load(settings.register_folder)
    all_patterns = [pattern for file in folder.files.values() for pattern in file.pattern]
    problems = [*check_examples(folder), *check_register(register)]
    show_columns(
        [
            ("checked", ""),
            ("pattern files", f"{len(folder.files):,}"),
            ("patterns", f"{len(all_patterns):,}"),
            ("examples", f"{sum(len(one.matches) + len(one.rejects) for one in all_patterns):,}"),
            *((table, f"{len(rows):,}") for table, rows in wiring.register_tables(register).items()),
            ("problems", f"{len(problems):,}"),
        ]
    )
    for problem in problems:
        tell(problem)
    raise typer.Exit(2 if problems else 0)
