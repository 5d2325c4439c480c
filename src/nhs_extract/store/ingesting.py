"""Ingesting: pages into the database, each only once."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime

from nhs_extract.models import Extraction, Failure, Page, Value
from nhs_extract.store.database import Database
from nhs_extract.store.rows import article_id
from nhs_extract.store.schema import Run

ExtractAll = Callable[[Iterable[Page | Failure]], Iterator[Extraction | Failure]]


class Summary(Value):
    """What became of the pages of one run. ``facts`` counts this run's, ``in_database`` all there are."""

    run: Run
    facts: dict[str, int]
    in_database: dict[str, int]
    failures: tuple[Failure, ...]


def ingest(
    pages: Iterable[Page | Failure],
    database: Database,
    extract_all: ExtractAll,
    *,
    version: str,
    register: Mapping[str, Sequence[Value]] | None = None,
    on_page: Callable[[], None] = lambda: None,
) -> Summary:
    """Load the pages and say what became of them.

    A page with the same bytes and the same ``version`` as before is skipped, a changed one replaces its
    rows. Pages are drawn one by one, so that breaking off keeps what has been loaded.

    Raises:
        StoreError: the database cannot be written.
    """
    loaded = database.versions()
    outcomes: Counter[str] = Counter()
    facts = Counter({table.name: 0 for table in database.schema.facts})
    failures: list[Failure] = []
    run = database.begin(Run(run_id=0, started=now(), version=version), register or {})

    def not_loaded() -> Iterator[Page | Failure]:
        for page in pages:
            outcomes["read"] += 1
            on_page()
            if isinstance(page, Page) and loaded.get(article_id(page.location, page.sha256)) == version:
                outcomes["unchanged"] += 1
            else:
                yield page

    try:
        for outcome in extract_all(not_loaded()):
            if isinstance(outcome, Failure):
                database.record(outcome)
                outcomes["failed"] += 1
                failures.append(outcome)
            else:
                replaced = database.add(outcome, run)
                outcomes["changed" if replaced else "new"] += 1
                facts.update({kind: len(found) for kind, found in outcome.facts.items()})
    except KeyboardInterrupt:
        database.finish(run.model_copy(update={**outcomes, "facts": facts.total()}))
        raise

    finished = run.model_copy(update={**outcomes, "facts": facts.total(), "finished": now()})
    database.finish(finished)
    return Summary(run=finished, facts=facts, in_database=database.counts(), failures=tuple(failures))


def now() -> datetime:
    """The time in UTC, without saying so: DuckDB's zoned type would need a further package to read."""
    return datetime.now(UTC).replace(tzinfo=None)
