"""Gold: what a human says is in an article, read from ``NAME.gold.json`` beside the article."""

import json
from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated

from pydantic import ConfigDict, Field, JsonValue, ValidationError, model_validator

from nhs_extract.errors import GoldError
from nhs_extract.facts import FACT_TYPES
from nhs_extract.facts.arrangements import ArrangementStatus, ArrangementType
from nhs_extract.facts.executives import Status
from nhs_extract.facts.reading import Qualifier
from nhs_extract.models import Failure, Page, Value
from nhs_extract.sources import Source, read

GOLD_SUFFIX = ".gold.json"

_ARTICLE_SUFFIXES = (".txt", ".html", ".htm")

Words = Annotated[str, Field(min_length=1)]


class Role(StrEnum):
    """A board-level role."""

    CHIEF_EXECUTIVE = "chief executive"
    DEPUTY_CHIEF_EXECUTIVE = "deputy chief executive"
    MANAGING_DIRECTOR = "managing director"
    CHAIR = "chair"
    VICE_CHAIR = "vice chair"
    NON_EXECUTIVE_DIRECTOR = "non-executive director"
    MEDICAL_DIRECTOR = "medical director"
    NURSING_DIRECTOR = "nursing director"
    FINANCE_DIRECTOR = "finance director"
    OPERATIONS_DIRECTOR = "operations director"
    PEOPLE_DIRECTOR = "people director"
    STRATEGY_DIRECTOR = "strategy director"
    DIGITAL_DIRECTOR = "digital director"
    GOVERNANCE_DIRECTOR = "governance director"
    TRANSFORMATION_DIRECTOR = "transformation director"
    OTHER_DIRECTOR = "other director"


class GoldTrust(Value):
    """An NHS provider that the body names."""

    name: Words
    ods_code: str | None
    mentions: tuple[Words, ...] = Field(min_length=1)


class GoldExecutive(Value):
    """A person with a board-level role."""

    person: Words
    role: Role
    organisation: str | None
    status: Status
    evidence: Words


class GoldStaffCount(Value):
    """The whole workforce of one organisation."""

    organisation: str | None
    low: int = Field(ge=0)
    high: int = Field(ge=0)
    qualifier: Qualifier
    evidence: Words

    @model_validator(mode="after")
    def _in_order(self) -> "GoldStaffCount":
        if self.high < self.low:
            raise ValueError(f"high is {self.high}, below low, which is {self.low}")
        return self


class GoldPopulation(GoldStaffCount):
    """People whom an organisation serves."""

    area: str | None = None


class GoldArrangement(Value):
    """What organisations do together."""

    type: ArrangementType
    status: ArrangementStatus
    parties: tuple[Words, ...] = Field(min_length=1)
    result: str | None
    effective: str | None = Field(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$")
    evidence: Words


class GoldFacts(Value):
    """What a gold file holds. A section for a further kind of fact is a list of entries with evidence."""

    model_config = ConfigDict(extra="allow")
    __pydantic_extra__: dict[str, tuple[dict[str, JsonValue], ...]]

    id: Words
    source_url: str | None = None
    category: str = ""
    title: str | None
    published: date | None
    trusts: tuple[GoldTrust, ...]
    executives: tuple[GoldExecutive, ...]
    staff_counts: tuple[GoldStaffCount, ...]
    populations_served: tuple[GoldPopulation, ...]
    arrangements: tuple[GoldArrangement, ...]
    clean_with: tuple[Words, ...] = ()
    clean_without: tuple[Words, ...] = ()
    notes: str = ""

    def section(self, kind: str) -> tuple[dict[str, JsonValue], ...]:
        """The entries of a kind; none where the file has no such section."""
        if kind in self.__pydantic_extra__:
            return self.__pydantic_extra__[kind]
        return tuple(entry.model_dump(mode="json") for entry in getattr(self, kind, ()))

    @property
    def other_kinds(self) -> dict[str, tuple[str, ...]]:
        """The fields of each section beyond the five kinds that this module knows."""
        return {
            kind: tuple(dict.fromkeys(field for entry in entries for field in entry if field != "evidence"))
            for kind, entries in self.__pydantic_extra__.items()
        }


class GoldArticle(Value):
    """A page with what a human says is in it. ``name`` is the file's, without endings."""

    name: str
    page: Page
    gold: GoldFacts


def load_gold(corpus: Path) -> tuple[GoldArticle, ...]:
    """Every annotated article under the folder, by name.

    Raises:
        GoldError: there is none, a gold file is not of the expected form, or its article is missing.
    """
    if not corpus.is_dir():
        raise GoldError(corpus, "there is no such folder")
    paths = sorted(corpus.rglob(f"*{GOLD_SUFFIX}"))
    if not paths:
        raise GoldError(corpus, f"no gold files (NAME{GOLD_SUFFIX}) here")
    return tuple(load_gold_article(path) for path in paths)


def load_gold_article(path: Path) -> GoldArticle:
    """One gold file with the article beside it.

    Raises:
        GoldError: the file is not of the expected form, or its article is missing.
    """
    try:
        gold = GoldFacts.model_validate(json.loads(path.read_text("utf-8")))
    except (OSError, UnicodeDecodeError, json.JSONDecodeError) as error:
        raise GoldError(path, f"not readable as JSON: {error}") from error
    except ValidationError as error:
        raise GoldError(path, "; ".join(_problems(error))) from error
    strange = sorted(set(gold.other_kinds) - {fact_type.kind for fact_type in FACT_TYPES})
    if strange:
        raise GoldError(path, f"{', '.join(strange)}: there is no such section")
    name = path.name.removesuffix(GOLD_SUFFIX)
    return GoldArticle(name=name, page=_page_beside(path, name), gold=gold)


def _page_beside(path: Path, name: str) -> Page:
    for suffix in _ARTICLE_SUFFIXES:
        article = path.with_name(name + suffix)
        if article.is_file():
            page = read(Source(location=str(article)))
            if isinstance(page, Failure):
                raise GoldError(article, page.reason)
            return page
    raise GoldError(path, f"no article beside it: expected {name}.txt or {name}.html")


def _problems(error: ValidationError) -> Iterable[str]:
    for problem in error.errors():
        place = ".".join(str(step) for step in problem["loc"])
        found = "" if problem["type"] == "missing" else f", found {problem['input']!r:.80}"
        yield f"{place}: {problem['msg']}{found}"
