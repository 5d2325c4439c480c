import pytest

from nhs_extract.models import Article, PassageKind
from nhs_extract.segmenting import segment

TEXT = """Trusts to merge

A plan five years in the making

[Picture: Ann Lee outside the hospital]

Two trusts in Devon will become one in April, their boards said on Friday.

What it means

- one board
- one budget

Notes to editors

1. Each trust has about 3,000 staff."""


def kinds(text: str, title: str | None = None) -> list[str]:
    article = Article(source="-", title=title, text=text, sha256="0")
    return [passage.kind.value for passage in segment(article)]


def test_each_line_is_a_passage_of_its_kind():
    assert kinds(TEXT, title="Trusts to merge") == [
        "headline",
        "standfirst",
        "caption",
        "paragraph",
        "subhead",
        "bullet",
        "bullet",
        "subhead",
        "note",
    ]


def test_the_passages_are_the_words_of_the_text():
    article = Article(source="-", title="Trusts to merge", text=TEXT, sha256="0")

    lines = [article.text[passage.start : passage.end] for passage in segment(article)]

    assert lines == [line for line in TEXT.split("\n") if line]


def test_blank_space_belongs_to_no_passage():
    article = Article(source="-", text="  One line.  \n\n \n\tAnother.", sha256="0")

    assert [article.text[passage.start : passage.end] for passage in segment(article)] == [
        "One line.",
        "Another.",
    ]


def test_without_a_title_the_first_paragraph_is_a_paragraph():
    assert kinds("Two trusts in Devon will become one in April, their boards said on Friday.") == [
        "paragraph"
    ]


@pytest.mark.parametrize("line", ["(a) to note the plan;", "• one board", "2. One budget"])
def test_letters_and_numbers_mark_bullets(line: str):
    assert kinds(f"It was resolved:\n{line}")[-1] == PassageKind.BULLET


def test_an_article_without_text_has_no_passages():
    assert kinds("") == []
