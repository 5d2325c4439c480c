import pytest

from nhs_extract.store import Database, Run, Schema
from nhs_extract.store.ingesting import now
from nhs_extract.store.views import views
from tests.store.conftest import Ask
from tests.store.samples import A, Award, B, C, Printed, Turnover, evidence, extraction, merger, turnover


@pytest.fixture
def run(database: Database) -> Run:
    return database.begin(Run(run_id=0, started=now(), version="v1"), {})


def test_every_kind_stands_in_the_long_table_with_whom_and_what(database: Database, run: Run, ask: Ask):
    printed = [Printed(text=text, start=0, end=1) for text in ("Ashdown", "AT", "Ashdown")]
    database.add(
        extraction(
            turnover(5, high=7),
            merger(A, B, result=C, effective="2020-06", status="proposed"),
            Award(name="Beacon", ods_code="RZ2", sightings=tuple(printed), evidence=evidence()),
        ),
        run,
    )

    rows = ask("SELECT kind, organisation, ods_code, value, title, evidence FROM facts ORDER BY kind")

    assert rows == [
        (
            "arrangements",
            "Calder Care",
            None,
            "merger · proposed · 2020-06 · Ashdown NHS Trust; Beacon NHS Foundation Trust",
            "Ashdown's year",
            "Ashdown",
        ),
        ("awards", "Beacon", "RZ2", "Ashdown; AT", "Ashdown's year", "Ashdown"),
        ("turnovers", "Ashdown NHS Trust", "RZ1", "5 to 7 · pound", "Ashdown's year", "Ashdown"),
    ]


def test_words_in_a_list_are_part_of_the_value(database: Database, run: Run, ask: Ask):
    database.add(extraction(Award(name="Beacon", sums=("£5", "£6"), evidence=evidence())), run)

    assert ask("SELECT value FROM facts") == [("£5; £6",)]


def test_a_fact_that_says_nothing_but_whom_has_no_value(database: Database, run: Run, ask: Ask):
    database.add(extraction(Award(name="Beacon", evidence=evidence())), run)

    assert ask("SELECT value FROM facts") == [(None,)]


def test_a_merger_shows_its_parties_side_by_side(database: Database, run: Run, ask: Ask):
    database.add(extraction(merger(B, A, C, C, result=B, effective="2020")), run)

    [row] = ask(
        "SELECT CAST(published AS VARCHAR), type, status, effective, evidence, source,"
        " party_1, party_2, further_parties, result, party_1_ods_code, party_2_ods_code, result_ods_code"
        " FROM mergers"
    )

    assert row[:6] == ("2020-06-01", "merger", "completed", "2020", "Ashdown", "news/a.txt")
    assert row[6:10] == (B.name, A.name, "Calder Care; Calder Care", B.name)
    assert row[10:] == ("RZ2", "RZ1", "RZ2")


def test_only_mergers_and_acquisitions_are_mergers(database: Database, run: Run, ask: Ask):
    kinds = ("merger", "acquisition", "group", "service_transfer")
    database.add(extraction(*(merger(A, B, type=kind) for kind in kinds)), run)

    assert ask("SELECT type FROM mergers ORDER BY type") == [("acquisition",), ("merger",)]


def test_a_merger_with_one_party_has_its_row(database: Database, run: Run, ask: Ask):
    database.add(extraction(merger(A), merger(status="proposed")), run)

    assert ask("SELECT party_1, party_2, further_parties FROM mergers ORDER BY party_1") == [
        (A.name, None, None),
        (None, None, None),
    ]


def test_without_arrangements_there_are_no_mergers():
    assert [view.name for view in views(Schema.of([Turnover]))] == ["facts"]


def test_the_columns_of_the_views_are_those_that_are_described(schema: Schema, ask: Ask):
    found = ask(
        "SELECT table_name, list(column_name ORDER BY column_index) FROM duckdb_columns()"
        " WHERE table_name IN ('facts', 'mergers') GROUP BY table_name"
    )

    assert dict(found) == {view.name: [name for name, _ in view.columns] for view in views(schema)}
