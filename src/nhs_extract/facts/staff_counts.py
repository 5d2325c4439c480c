"""Staff counts: how many people work for an organisation."""

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import ClassVar

from pydantic import Field

from nhs_extract.facts.base import FactType
from nhs_extract.facts.clauses import BODY_NOUN, OTHER_EMPLOYER, is_of_another_sort
from nhs_extract.facts.collectives import speaks_of_the_nhs
from nhs_extract.facts.counting import (
    COUNTING_LABELS,
    QUANTITY,
    Counted,
    Purpose,
    continues,
    counted,
    is_at_a_body,
    is_vetoed,
)
from nhs_extract.facts.owners import owner
from nhs_extract.facts.reading import Qualifier
from nhs_extract.facts.repeating import without_repeats
from nhs_extract.models import AnnotatedArticle, Fact, Mention, OrganisationName

STAFF_VETO = "STAFF_VETO"
STAFF_VETO_AFTER = "STAFF_VETO_AFTER"

_MOST = 120_000  # the largest employer has half of it; the whole NHS has a million
_LEAST = 50
MOST_COLLEAGUES = 50_000
_PEOPLE = re.compile(r"\bpeople$", re.IGNORECASE)
_ITS_PEOPLE = re.compile(
    r"(?:(?:its|our|their)|.*[’']s?|.*\b(?:has|have|had|with))\s(?:(?:own|talented|total of)\s)*",
    re.IGNORECASE | re.DOTALL,
)
# "There are 740 people at A."
_THERE_ARE = re.compile(r"\bthere\s(?:are|were|will\sbe|would\sbe)\s(?:now\s|currently\s)?$", re.IGNORECASE)
# The items of a list, each after the body's name: "A: five hospitals, 4,500 people".
_OF_A_LIST = re.compile(r".{3,60}?(?:[:–—(]|\s-)\s(?:[^.;:]{1,60},\s)?")
_OF_A_BODY = re.compile(
    r"\b(?:trust|board|organisation|body|provider|service|authority|employer|commissioner|FT|ICB|CCG)\s"
    r"(?:of|with|(?:which|that)\s(?:now\s)?(?:has|had|employs|employed))\s$",
    re.IGNORECASE,
)
_ITEM = re.compile(r"(?:[,:;(–—]|\s-)\s(?:and\s|with\s)?$")
_COUNTABLE = re.compile(
    r"\s(?:[a-z-]+\s)?(?!across\b|is\b|was\b|has\b|spans\b|months\b|years\b|weeks\b|days\b)[a-z-]+[^\Ws]s\b"
)
_JOINED = re.compile(r"\band\b|\(|\bown\b")
_SMALL = 1000
_FEW = 300
_WHOLE_TIME = re.compile(r"whole[\s-]time|full[\s-]time[\s-]equiv|\bwtes?\b|\bftes?\b", re.IGNORECASE)
_OWNED = re.compile(r"(?:\b(?:its|our|their|his|her|whose)|\w[’']s|s[’'])\s(?:\w+\s)?$", re.IGNORECASE)
_HAS = re.compile(r"\b(?:has|have|had|having|with|employ\w*)\s(?:\w+\s){0,2}$", re.IGNORECASE)


class Unit(StrEnum):
    """How people are counted."""

    HEADCOUNT = "headcount"
    WTE = "wte"


class StaffCount(Fact):
    """How many people work for an organisation."""

    table: ClassVar[str] = "staff_counts"

    organisation: OrganisationName | None = Field(
        description="Whose staff they are, null for several bodies together without a name"
    )
    low: int = Field(description="Number of people; the lower bound of a range")
    high: int = Field(description="The same number; the upper bound of a range")
    qualifier: Qualifier = Field(description="How exact the number is")
    unit: Unit = Field(description="Whether people or whole-time equivalents are counted")


def assemble(annotated: AnnotatedArticle) -> Iterator[StaffCount]:
    """One staff count for each workforce that the article states."""
    if speaks_of_the_nhs(annotated):
        yield from without_repeats(annotated, _found(annotated))


def _found(annotated: AnnotatedArticle) -> Iterator[StaffCount]:
    last: Counted | None = None
    for number in counted(annotated):
        rule = _rule(number, last)
        if rule is None:
            continue
        if is_of_another_sort(number.sentence, number.mention):
            continue
        whose = owner(annotated, number.sentence, number.mention)
        if whose.is_outside or whose.is_stranger:
            continue
        last = number
        yield StaffCount(
            organisation=whose.organisation,
            low=number.quantity.low,
            high=number.quantity.high,
            qualifier=number.quantity.qualifier,
            unit=Unit.WTE if _WHOLE_TIME.search(number.mention.text) else Unit.HEADCOUNT,
            evidence=number.evidence(rule),
        )


def _rule(number: Counted, last: Counted | None) -> str | None:
    """The rule by which a number is a workforce, None where it is not."""
    if number.noun in {"other", "population"} or not _LEAST <= number.quantity.high <= _MOST:
        return None
    is_owned = _OWNED.search(number.before) is not None
    if not is_owned and is_vetoed(number, before=STAFF_VETO, after=STAFF_VETO_AFTER):
        return None
    if number.noun == "staff":
        is_stated = (
            is_owned
            or _HAS.search(number.before)
            or _OF_A_BODY.search(number.before)
            or number.purpose is Purpose.STAFF
            or (number.quantity.high >= _FEW and _is_in_a_list(number))
        )
        return "staff_counts.staff" if is_stated or number.quantity.high >= _SMALL else None
    if number.purpose is Purpose.POPULATION and number.noun != "staff":
        return None
    if number.noun in {"us", "strong"} and number.quantity.high >= _FEW:
        return f"staff_counts.{number.noun}"
    if number.cue and number.purpose is Purpose.STAFF and _fits(number, number.cue):
        return number.cue.pattern
    if number.noun == "people" and number.cue is None and _are_its_people(number):
        return "staff_counts.people"
    if number.noun in {"people", "bare"} and _THERE_ARE.search(number.before) and is_at_a_body(number):
        return "staff_counts.there_are" if number.quantity.high <= MOST_COLLEAGUES else None
    return "staff_counts.ellipsis" if last and continues(number, last) else None


def _are_its_people(number: Counted) -> bool:
    """Whether people are said to be a body's, and are too few to be its population: "our 9,000 people"."""
    if not _SMALL <= number.quantity.high <= MOST_COLLEAGUES or not _PEOPLE.search(number.mention.text):
        return False
    words = number.from_body
    return (
        (words is not None and _ITS_PEOPLE.fullmatch(words) is not None)
        or (
            words is not None
            and words.startswith(number.before[:20])
            and _OF_A_LIST.fullmatch(words) is not None
        )
        or _OF_A_BODY.search(number.before) is not None
    )


def _is_in_a_list(number: Counted) -> bool:
    """Whether a number is an item of a list of numbers: "22,000 people, fewer than 700 staff"."""
    others = [other for other in number.sentence.labelled(QUANTITY) if other != number.mention]
    return bool(others) and _ITEM.search(number.before) is not None


def _fits(number: Counted, cue: Mention) -> bool:
    """Whether a number before any other word is still a workforce: "a workforce of 9,000 spread over"."""
    if number.noun != "number":
        return True
    if cue.value != "workforce" or "team" in cue.text.lower() or _COUNTABLE.match(number.after):
        return False
    return not _JOINED.search(cue.text + number.sentence.between(cue, number.mention))


STAFF_COUNTS = FactType(
    StaffCount, assemble, reads=COUNTING_LABELS | {STAFF_VETO, STAFF_VETO_AFTER, OTHER_EMPLOYER, BODY_NOUN}
)
