"""Kinds of fact that no other part of the project knows, and articles that hold them."""

import hashlib
from collections.abc import Iterable, Iterator
from datetime import date
from enum import StrEnum
from typing import ClassVar

from pydantic import Field

from nhs_extract.models import (
    Article,
    Evidence,
    Extraction,
    Fact,
    Failure,
    MediaType,
    OrganisationName,
    Page,
    Span,
)

A = OrganisationName(name="Ashdown NHS Trust", ods_code="RZ1")
B = OrganisationName(name="Beacon NHS Foundation Trust", ods_code="RZ2")
C = OrganisationName(name="Calder Care")


class Currency(StrEnum):
    POUND = "pound"
    EURO = "euro"


class Turnover(Fact):
    """How much money an organisation takes in a year."""

    table: ClassVar = "turnovers"

    organisation: OrganisationName | None = Field(default=None, description="Whose it is")
    low: int = Field(description="Yearly income, at least")
    high: int = Field(description="Yearly income, at most")
    currency: Currency = Field(default=Currency.POUND, description="Money it is given in")
    paid_on: date | None = Field(default=None, description="Day of payment")


class Arrangement(Fact):
    """What organisations do together."""

    table: ClassVar = "arrangements"

    type: str = Field(description="Type")
    status: str = Field(description="How far it is")
    parties: tuple[OrganisationName, ...] = Field(description="Who takes part")
    result: OrganisationName | None = Field(default=None, description="What comes out")
    effective: str | None = Field(default=None, description="When")


class Printed(Span):
    """A name as printed."""

    text: str = Field(description="Words")


class Award(Fact):
    """A prize."""

    table: ClassVar = "awards"

    name: str = Field(description="Who won")
    ods_code: str | None = Field(default=None, description="Code")
    sums: tuple[str, ...] = Field(default=(), description="Sums of money")
    sightings: tuple[Printed, ...] = Field(default=(), description="Where the name stands")


KINDS: tuple[type[Fact], ...] = (Turnover, Arrangement, Award)


def page(text: str = "Ashdown takes £5m.", *, source: str = "news/a.txt") -> Page:
    return Page(location=source, content=text.encode(), media_type=MediaType.TEXT)


def evidence(text: str = "Ashdown", start: int = 0) -> Evidence:
    return Evidence(start=start, end=start + len(text), text=text, pattern="samples.words")


def turnover(amount: int = 5, **fields: object) -> Turnover:
    given = {"organisation": A, "low": amount, "high": amount, "evidence": evidence(), **fields}
    return Turnover.model_validate(given)


def merger(*parties: OrganisationName, **fields: object) -> Arrangement:
    given = {"type": "merger", "status": "completed", "parties": parties, "evidence": evidence(), **fields}
    return Arrangement.model_validate(given)


def extraction(*facts: Fact, text: str = "Ashdown takes £5m.", source: str = "news/a.txt") -> Extraction:
    article = Article(
        source=source,
        title="Ashdown's year",
        published=date(2020, 6, 1),
        text=text,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
    )
    found = {kind.table: tuple(fact for fact in facts if isinstance(fact, kind)) for kind in KINDS}
    return Extraction(article=article, facts=found)


def extract_all(pages: Iterable[Page | Failure]) -> Iterator[Extraction | Failure]:
    """One turnover for each £ in a page; a page that says BROKEN is lost."""
    for one in pages:
        if isinstance(one, Failure):
            yield one
            continue
        text = one.content.decode()
        if "BROKEN" in text:
            yield Failure(source=one.location, stage="extract", reason="no article", sha256=one.sha256)
        else:
            places = [n for n, letter in enumerate(text) if letter == "£"]
            facts = [turnover(n, evidence=evidence("£", n)) for n in places]
            yield extraction(*facts, text=text, source=one.location)
