from pathlib import Path
from typing import ClassVar

import duckdb
import pytest

from nhs_extract.errors import StoreError
from nhs_extract.models import Failure
from nhs_extract.store import Database, Run, Schema
from nhs_extract.store.ingesting import now
from tests.store.conftest import Ask
from tests.store.samples import A, Award, B, C, Printed, Turnover, evidence, extraction, merger, turnover


@pytest.fixture
def run(database: Database) -> Run:
    return database.begin(Run(run_id=0, started=now(), version="v1"), {})


def test_a_new_kind_of_fact_has_its_table_without_further_ado(database: Database, run: Run, ask: Ask):
    database.add(extraction(turnover(5)), run)

    rows = ask("SELECT organisation, ods_code, low, high, currency, evidence, evidence_start FROM turnovers")

    assert rows == [(A.name, "RZ1", 5, 5, "pound", "Ashdown", 0)]


def test_parties_stand_in_their_own_table_in_order(database: Database, run: Run, ask: Ask):
    database.add(extraction(merger(B, A, C)), run)

    rows = ask("SELECT position, name, ods_code FROM arrangement_parties ORDER BY position")

    assert rows == [(1, B.name, "RZ2"), (2, A.name, "RZ1"), (3, C.name, None)]


def test_a_list_of_words_stays_a_list(database: Database, run: Run, ask: Ask):
    database.add(extraction(Award(name="Ashdown", sums=("£5", "£6"), evidence=evidence())), run)

    assert ask("SELECT sums FROM awards") == [(["£5", "£6"],)]


def test_an_edited_article_replaces_its_own_rows_only(database: Database, run: Run, ask: Ask):
    database.add(extraction(turnover(1), merger(A, B), source="news/a.txt"), run)
    database.add(extraction(turnover(2), source="news/b.txt"), run)

    replaced = database.add(extraction(turnover(3), text="Edited.", source="news/a.txt"), run)

    assert replaced
    assert ask(
        "SELECT source, low FROM turnovers JOIN articles USING (article_id)"
        " UNION ALL SELECT 'parties left', count(*) FROM arrangement_parties ORDER BY source"
    ) == [("news/a.txt", 3), ("news/b.txt", 2), ("parties left", 0)]


def test_the_same_words_at_two_places_are_two_articles(database: Database, run: Run, ask: Ask):
    database.add(extraction(turnover(1), source="news/a.txt"), run)
    database.add(extraction(turnover(1), source="copy/a.txt"), run)

    assert ask("SELECT count(DISTINCT article_id), count(DISTINCT fact_id) FROM turnovers") == [(2, 2)]


def test_ids_are_the_same_in_another_database(database: Database, run: Run, ask: Ask, tmp_path: Path):
    database.add(extraction(turnover(1), merger(A, B)), run)
    with Database.open(tmp_path / "other.duckdb", database.schema, made_by="1") as other:
        other.add(extraction(merger(A, B), turnover(1)), run)
        ids = other.connection.execute("SELECT fact_id FROM facts ORDER BY ALL").fetchall()

    assert ask("SELECT fact_id FROM facts ORDER BY ALL") == ids


def test_the_pattern_that_found_a_fact_is_no_part_of_its_id(database: Database, run: Run, ask: Ask):
    other_pattern = evidence().model_copy(update={"pattern": "another"})

    database.add(extraction(turnover(1), turnover(1, evidence=other_pattern)), run)

    assert ask("SELECT count(*) FROM turnovers") == [(1,)]


def test_articles_from_standard_input_do_not_replace_each_other(database: Database, run: Run, ask: Ask):
    database.add(extraction(turnover(1), text="One.", source="-"), run)
    database.add(extraction(turnover(2), text="Two.", source="-"), run)

    assert ask("SELECT low FROM turnovers ORDER BY low") == [(1,), (2,)]


def test_a_page_that_is_no_article_any_more_loses_its_facts(database: Database, run: Run, ask: Ask):
    database.add(extraction(turnover(1)), run)

    database.record(Failure(source="news/a.txt", stage="extract", reason="no article", sha256="0"))

    assert ask("SELECT (SELECT count(*) FROM facts), (SELECT reason FROM failures)") == [(0, "no article")]


def test_a_page_that_cannot_be_read_for_now_keeps_its_facts(database: Database, run: Run, ask: Ask):
    database.add(extraction(turnover(1)), run)

    database.record(Failure(source="news/a.txt", stage="read", reason="permission denied"))

    assert ask("SELECT (SELECT count(*) FROM facts), (SELECT reason FROM failures)") == [
        (1, "permission denied")
    ]


def test_a_success_removes_the_failure(database: Database, run: Run, ask: Ask):
    database.record(Failure(source="news/a.txt", stage="read", reason="permission denied"))

    database.add(extraction(turnover(1)), run)

    assert ask("SELECT count(*) FROM failures") == [(0,)]


def test_an_article_that_cannot_be_stored_whole_leaves_the_old_rows(database: Database, run: Run, ask: Ask):
    database.add(extraction(turnover(1)), run)
    too_large = turnover(2**70)

    with pytest.raises(StoreError):
        database.add(extraction(too_large, text="Edited."), run)

    assert ask("SELECT text, low FROM turnovers JOIN articles USING (article_id)") == [
        ("Ashdown takes £5m.", 1)
    ]


def test_text_is_stored_to_the_letter(database: Database, run: Run, ask: Ask):
    text = "Ash\u200bdown’s “£5m”;\n'x'); DROP TABLE articles; -- \x1b[31m 🏥 \0 e\u0301"

    database.add(extraction(text=text), run)

    assert ask("SELECT text FROM articles") == [(text,)]


def test_the_register_is_loaded_again_only_for_another_version(path: Path):
    schema = Schema.of([Turnover], others=[Hospital])
    with Database.open(path, schema, made_by="1") as database:
        for version, names in (("v1", ["One"]), ("v1", ["not loaded"]), ("v2", ["Two", "Three"])):
            rows = [Hospital(text=name, start=0, end=1) for name in names]
            database.begin(Run(run_id=0, started=now(), version=version), {"hospitals": rows})
        found = database.connection.execute("SELECT text FROM hospitals").fetchall()

    assert found == [("Two",), ("Three",)]


class Hospital(Printed):
    """A hospital."""

    table: ClassVar = "hospitals"


def test_a_kind_that_is_new_gets_its_table_in_an_old_database(path: Path):
    Database.open(path, Schema.of([Turnover]), made_by="1").close()

    with Database.open(path, Schema.of([Turnover, Award]), made_by="1") as database:
        assert database.counts() == {"turnovers": 0, "awards": 0}


def test_a_table_with_other_columns_is_refused(path: Path):
    Database.open(path, Schema.of([Turnover]), made_by="1").close()
    with duckdb.connect(path) as connection:
        connection.execute("ALTER TABLE turnovers DROP COLUMN currency")

    with pytest.raises(StoreError, match=r"turnovers has other columns .* new file"):
        Database.open(path, Schema.of([Turnover]), made_by="1")
