from collections.abc import Iterable, Iterator

import pytest

from nhs_extract.models import Extraction, Failure, Page
from nhs_extract.store import Database, Summary, ingest
from tests.store.conftest import Ask
from tests.store.samples import extract_all, page

PAGES = [page("£ and £", source="a.txt"), page("nothing", source="b.txt"), page("£", source="c.txt")]
EVERYTHING = (
    "SELECT source, title, text, sha256, version, run_id, kind, value, fact_id"
    " FROM articles LEFT JOIN facts USING (article_id, source, title) ORDER BY ALL"
)


def load(database: Database, pages: Iterable[Page | Failure], version: str = "v1") -> Summary:
    return ingest(pages, database, extract_all, version=version)


def counts(summary: Summary) -> tuple[int, int, int, int, int]:
    run = summary.run
    return run.read, run.new, run.changed, run.unchanged, run.failed


def test_the_summary_counts_articles_and_facts(database: Database):
    summary = load(database, PAGES)

    assert counts(summary) == (3, 3, 0, 0, 0)
    assert summary.facts == {"turnovers": 3, "arrangements": 0, "awards": 0}


def test_ingesting_twice_changes_nothing(database: Database):
    load(database, PAGES)
    before = database.connection.execute(EVERYTHING).fetchall()

    summary = load(database, PAGES)

    assert counts(summary) == (3, 0, 0, 3, 0)
    assert summary.facts["turnovers"] == 0
    assert summary.in_database["turnovers"] == 3
    assert database.connection.execute(EVERYTHING).fetchall() == before


def test_what_is_unchanged_is_not_extracted_again(database: Database):
    load(database, PAGES)

    def refuse(pages: Iterable[Page | Failure]) -> Iterator[Extraction | Failure]:
        assert list(pages) == []
        return iter(())

    assert ingest(PAGES, database, refuse, version="v1").run.unchanged == 3


def test_an_edited_article_replaces_just_its_facts(database: Database, ask: Ask):
    load(database, PAGES)

    summary = load(database, [page("£ £ £ £", source="a.txt"), *PAGES[1:]])

    assert counts(summary) == (3, 0, 1, 2, 0)
    assert ask("SELECT source, count(*) FROM facts GROUP BY source ORDER BY source") == [
        ("a.txt", 4),
        ("c.txt", 1),
    ]


def test_another_version_of_the_tools_does_everything_again(database: Database, ask: Ask):
    load(database, PAGES)

    summary = load(database, PAGES, version="v2")

    assert counts(summary) == (3, 0, 3, 0, 0)
    assert ask("SELECT DISTINCT version FROM articles") == [("v2",)]


def test_a_lost_article_does_not_stop_the_others(database: Database, ask: Ask):
    unreadable = Failure(source="d.txt", stage="read", reason="cannot be read")

    summary = load(database, [page("BROKEN", source="x.txt"), unreadable, *PAGES])

    assert counts(summary) == (5, 3, 0, 0, 2)
    assert [failure.source for failure in summary.failures] == ["x.txt", "d.txt"]
    assert ask("SELECT source, stage FROM failures ORDER BY source") == [
        ("d.txt", "read"),
        ("x.txt", "extract"),
    ]


def test_a_lost_article_is_reported_each_time_until_it_is_mended(database: Database, ask: Ask):
    load(database, [page("BROKEN", source="a.txt")])
    again = load(database, [page("BROKEN", source="a.txt")])
    mended = load(database, [page("£", source="a.txt")])

    assert counts(again) == (1, 0, 0, 0, 1)
    assert counts(mended) == (1, 1, 0, 0, 0)
    assert ask("SELECT (SELECT count(*) FROM failures), (SELECT count(*) FROM facts)") == [(0, 1)]


def test_a_page_that_breaks_and_comes_back_is_loaded_again(database: Database, ask: Ask):
    load(database, [page("£", source="a.txt")])
    load(database, [page("BROKEN", source="a.txt")])

    load(database, [page("£", source="a.txt")])

    assert ask("SELECT count(*) FROM facts") == [(1,)]


def test_breaking_off_keeps_what_was_loaded(database: Database, ask: Ask):
    def pages() -> Iterator[Page]:
        yield PAGES[0]
        yield PAGES[1]
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        load(database, pages())

    assert ask("SELECT count(*) FROM articles") == [(2,)]


def test_a_run_that_is_broken_off_has_its_counts_and_no_end(database: Database, ask: Ask):
    def pages() -> Iterator[Page]:
        yield PAGES[0]
        yield page("BROKEN", source="x.txt")
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        load(database, pages())

    assert ask("SELECT read, new, failed, facts, finished FROM runs") == [(2, 1, 1, 2, None)]


def test_every_run_is_recorded(database: Database, ask: Ask):
    load(database, PAGES)
    load(database, [page("BROKEN", source="a.txt")], version="v2")

    assert ask(
        "SELECT run_id, version, read, new, unchanged, failed, facts, finished >= started"
        " FROM runs ORDER BY run_id"
    ) == [(1, "v1", 3, 3, 0, 0, 3, True), (2, "v2", 1, 0, 0, 1, 0, True)]


def test_each_page_is_told_to_the_progress_bar(database: Database):
    told = []

    ingest(PAGES, database, extract_all, version="v1", on_page=lambda: told.append(1))

    assert len(told) == 3
