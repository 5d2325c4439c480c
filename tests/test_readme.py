import re
import shlex
from collections.abc import Iterator

import pytest
import typer
from typer.testing import CliRunner

from nhs_extract.cli import app
from tests import readme

TEXT = readme.README.read_text("utf-8")
BLOCKS = re.findall(r"^```(\w*)\n(.*?)^```$", TEXT, flags=re.DOTALL | re.MULTILINE)
QUERIES = [block for language, block in BLOCKS if not language and block.startswith("nhs-extract query")]


@pytest.fixture(scope="module")
def database(tmp_path_factory) -> str:
    path = str(tmp_path_factory.mktemp("readme") / "nhs.duckdb")
    articles = str(readme.ROOT / "corpus" / "dev" / "v1-0[1-6]*")
    assert CliRunner().invoke(app, ["ingest", articles, "--db", path]).exit_code == 0
    return path


def commands(group: typer.Typer, name: str) -> Iterator[str]:
    for command in group.registered_commands:
        assert command.callback is not None
        yield f"{name} {command.name or command.callback.__name__}"
    for inner in group.registered_groups:
        assert inner.typer_instance is not None
        yield from commands(inner.typer_instance, f"{name} {inner.name}")


@pytest.mark.parametrize("command", [*commands(app, "nhs-extract")])
def test_every_command_appears_in_the_readme(command):
    assert f"| `{command}" in TEXT


def test_the_tables_in_the_readme_are_those_of_the_database():
    assert readme.generated(TEXT, "tables") == readme.tables(), "run: make readme"


def test_only_the_named_part_is_replaced():
    page = "a\n<!-- one -->\nold\n<!-- /one -->\nb\n<!-- two -->\nkept\n<!-- /two -->\n"

    assert readme.with_part(page, "one", "new\n") == page.replace("old", "new")


def test_there_are_five_questions():
    assert len(QUERIES) == 5


@pytest.mark.parametrize("query", QUERIES)
def test_every_query_in_the_readme_has_an_answer(query, database):
    _, *arguments = shlex.split(query)

    answer = CliRunner().invoke(app, [*arguments, "--db", database, "--format", "jsonl"])

    assert answer.exit_code == 0, answer.output
    assert answer.stdout.startswith("{")


def test_the_python_example_in_the_readme_runs(tmp_path, monkeypatch, capsys):
    [example] = [block for language, block in BLOCKS if language == "python"]
    (tmp_path / "article.txt").write_text(
        "Trust news\n\nAnn Lee, chief executive of Barts Health NHS Trust, said that beds were ready.\n",
        "utf-8",
    )
    monkeypatch.chdir(tmp_path)

    exec(compile(example, "README.md", "exec"), {})

    assert "Ann Lee chief executive" in capsys.readouterr().out
