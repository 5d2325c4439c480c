from pathlib import Path

import pytest

from tests.cli.articles import CHAIR, MERGER
from tests.cli.conftest import Run


@pytest.fixture(autouse=True)
def _articles(tmp_path: Path) -> None:
    (tmp_path / "merger.txt").write_text(MERGER, "utf-8")
    (tmp_path / "chair.txt").write_text(CHAIR, "utf-8")


def test_clean_shows_the_text_of_an_article(run: Run):
    code, out, err = run("clean", "chair.txt")

    assert (code, err) == (0, "")
    assert "New chair at ambulance trust" in out
    assert "Professor Ian Thistle took up" in out


def test_clean_puts_its_name_above_each_of_several_articles(run: Run):
    heads = [line for line in run("clean", "*.txt").out.splitlines() if line.startswith("==>")]

    assert heads == ["==> chair.txt <==", "==> merger.txt <=="]


def test_clean_lists_a_lost_article(run: Run, tmp_path: Path):
    (tmp_path / "broken.txt").write_bytes(b"\x00\x01\x02\xff" * 100)

    code, out, err = run("clean", "broken.txt")

    assert (code, out) == (1, "")
    assert err.startswith("lost broken.txt: ")


@pytest.mark.parametrize(("name", "content"), [("a.txt", b""), ("b.txt", b" \n\n"), ("c.html", b"")])
def test_an_empty_page_is_named_as_such(run: Run, tmp_path: Path, name: str, content: bytes):
    (tmp_path / name).write_bytes(content)

    code, out, err = run("clean", name)

    assert (code, out) == (1, "")
    assert err == f"lost {name}: expected an article, but the page is empty\n"
