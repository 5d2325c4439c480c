"""The generated parts of the README: ``python -m tests.readme`` writes them."""

import re
from pathlib import Path

from nhs_extract.cli.wiring import database_schema
from nhs_extract.evaluate import Evaluation, evaluate
from nhs_extract.pipeline import Tools
from nhs_extract.store import as_markdown

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"


def generated(readme: str, part: str) -> str:
    """What stands between ``<!-- part -->`` and ``<!-- /part -->``."""
    [text] = re.findall(rf"<!-- {part} -->\n(.*?)<!-- /{part} -->", readme, flags=re.DOTALL)
    return str(text)


def with_part(readme: str, part: str, text: str) -> str:
    """The README with ``text`` in this part."""
    old = f"<!-- {part} -->\n{generated(readme, part)}<!-- /{part} -->"
    return readme.replace(old, f"<!-- {part} -->\n{text}<!-- /{part} -->")


def tables() -> str:
    """The tables of the database."""
    return as_markdown(database_schema()).strip() + "\n"


def accuracy(evaluation: Evaluation) -> str:
    """The headline measures as a table."""
    rows = [
        "| kind | precision | recall | F1 | facts in the articles |",
        "| --- | ---: | ---: | ---: | ---: |",
        *(
            f"| {line.measure.kind.replace('_', ' ')} | {line.precision:.2f} | {line.recall:.2f}"
            f" | {line.f1:.2f} | {line.gold} |"
            for line in evaluation.headlines
        ),
        f"| mean | | | {evaluation.mean_f1:.2f} | |",
    ]
    return "\n".join(rows) + "\n"


def main() -> None:
    """Write the generated parts anew."""
    readme = with_part(README.read_text("utf-8"), "tables", tables())
    evaluation = evaluate(ROOT / "corpus" / "dev", Tools.load())
    README.write_text(with_part(readme, "accuracy", accuracy(evaluation)), "utf-8")


if __name__ == "__main__":
    main()
