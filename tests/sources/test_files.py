import io
import sys
from pathlib import Path

import pytest

from nhs_extract.errors import SourceError
from nhs_extract.models import Failure, MediaType, Page
from nhs_extract.sources import Source, find_sources, read


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of articles, as a corpus has it."""
    (tmp_path / "b.txt").write_text("Two trusts will merge.", "utf-8")
    (tmp_path / "a.html").write_text("<html><body><p>Two trusts will merge.</p></body></html>", "utf-8")
    (tmp_path / "a.gold.json").write_text("{}", "utf-8")
    (tmp_path / "README.md").write_text("About these articles.", "utf-8")
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "c.htm").write_text("<p>A merger</p>", "utf-8")
    (tmp_path / ".hidden").mkdir()
    (tmp_path / ".hidden" / "d.txt").write_text("Not to be found.", "utf-8")
    return tmp_path


def locations(*sources: str) -> list[str]:
    return [Path(source.location).name for source in find_sources(sources)]


def test_a_folder_gives_its_articles_and_those_of_its_folders_in_order(folder: Path):
    assert locations(str(folder)) == ["a.html", "b.txt", "c.htm"]


def test_a_glob_is_expanded_by_the_program(folder: Path):
    assert locations(f"{folder}/*.txt", f"{folder}/**/*.htm") == ["b.txt", "c.htm"]


def test_gold_and_readmes_that_a_shell_has_put_in_are_passed_over(folder: Path):
    assert locations(*(str(path) for path in sorted(folder.iterdir()) if path.is_file())) == [
        "a.html",
        "b.txt",
    ]


def test_the_same_file_is_read_once_however_it_is_named(folder: Path):
    assert locations(str(folder / "b.txt"), str(folder / "deep" / ".." / "b.txt"), f"{folder}/b*") == [
        "b.txt"
    ]


def test_a_file_with_another_ending_is_read_when_it_is_named(folder: Path):
    (folder / "story.md").write_text("Two trusts will merge.", "utf-8")

    assert locations(str(folder / "story.md"), f"{folder}/*.md") == ["story.md"]


def test_a_file_whose_name_has_brackets_is_no_glob(folder: Path):
    (folder / "[1].txt").write_text("Two trusts will merge.", "utf-8")

    assert locations(str(folder / "[1].txt")) == ["[1].txt"]


@pytest.mark.parametrize("name", ["nowhere.txt", "nowhere/*.txt", "https://example.org/story"])
def test_a_name_that_leads_to_nothing_is_an_error_in_one_line(folder: Path, name: str):
    with pytest.raises(SourceError) as error:
        find_sources([str(folder), name])

    assert name in str(error.value)
    assert "\n" not in str(error.value)


def test_a_folder_without_articles_is_an_error(tmp_path: Path):
    with pytest.raises(SourceError, match=r"no \.txt, \.html or \.htm file"):
        find_sources([str(tmp_path)])


def test_no_source_at_all_is_an_error():
    with pytest.raises(SourceError, match="standard input"):
        find_sources([])


def test_a_page_has_the_bytes_as_they_are(folder: Path):
    [page] = map(read, find_sources([str(folder / "b.txt")]))

    assert isinstance(page, Page)
    assert page.content == b"Two trusts will merge."
    assert page.media_type is MediaType.TEXT


def test_a_file_that_vanishes_costs_itself_only(folder: Path):
    sources = find_sources([str(folder)])
    (folder / "a.html").unlink()

    pages = [read(source) for source in sources]

    assert isinstance(pages[0], Failure)
    assert pages[0].stage == "read"
    assert pages[0].source.endswith("a.html")
    assert all(isinstance(page, Page) for page in pages[1:])


def test_a_link_to_nothing_is_a_failure_and_no_error(folder: Path):
    (folder / "z.txt").symlink_to(folder / "gone.txt")

    assert isinstance(read(find_sources([str(folder)])[-1]), Failure)


def test_a_dash_reads_standard_input_once(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("<html><p>Überall</p>".encode())))

    [page] = map(read, find_sources(["-", "-"]))

    assert isinstance(page, Page)
    assert page.location == "-"
    assert page.media_type is MediaType.HTML


def test_a_source_knows_standard_input():
    assert Source(location="-").is_standard_input
    assert not Source(location="a.txt").is_standard_input


def test_a_call_with_gold_files_alone_names_the_first_and_counts_the_rest(tmp_path: Path):
    names = [tmp_path / f"{letter}.gold.json" for letter in "abc"]
    for name in names:
        name.write_text("{}", "utf-8")

    with pytest.raises(SourceError) as caught:
        find_sources([str(name) for name in names])

    assert str(caught.value).startswith(f"{names[0]} and 2 more: only gold files")
