"""Populations served: for how many people an organisation is there."""

import re
from collections.abc import Iterator
from typing import ClassVar

from pydantic import Field

from nhs_extract.facts.base import FactType
from nhs_extract.facts.clauses import OTHER_EMPLOYER
from nhs_extract.facts.collectives import speaks_of_the_nhs
from nhs_extract.facts.counting import (
    COUNTING_LABELS,
    POPULATION_CUE,
    POPULATION_TAIL,
    QUANTITY,
    Counted,
    Purpose,
    bodies_before,
    continues,
    counted,
    is_vetoed,
)
from nhs_extract.facts.owners import owner, owner_of_place
from nhs_extract.facts.reading import Qualifier
from nhs_extract.facts.repeating import without_repeats
from nhs_extract.facts.staff_counts import MOST_COLLEAGUES
from nhs_extract.models import AnnotatedArticle, Fact, Mention, OrganisationName, Sentence

POPULATION_VETO = "POPULATION_VETO"
POPULATION_VETO_AFTER = "POPULATION_VETO_AFTER"

_NOUNS = frozenset({"people", "population", "us", "bare", "strong", "number"})
_LEAST = 10_000  # Orkney has 22,000
_MOST = 70_000_000

_SERVED = re.compile(r"catchment|serve|cover|\b(?:it|we|they|after|for)\b", re.IGNORECASE)
_PLACE = re.compile(r"county|city|region|district|borough|town|conurbation|island|community", re.IGNORECASE)
_OF_A_PLACE = re.compile(r"\b(?:is|are|was|were|has|have|had)\b")
_HAS_A = re.compile(
    r"\b(?:has|have|had|with|of|for|to|an?|its|their|our|whose|’s|'s)\s(?:[\w-]+\s){0,3}$", re.IGNORECASE
)
_FOR_A = re.compile(r"\b(?:for|to)\s(?:[\w’'-]+\s){0,4}$", re.IGNORECASE)
# A line of a fact box, or "that is a".
_OPENING = re.compile(
    r"[^\w]*(?:that\s(?:is|makes)\s)?(?:(?!(?:has|have|had|with)\b)[\w-]+\s){0,3}", re.IGNORECASE
)
_AREA_SUBJECT = (
    r"\b(?:[Oo]ur|[Ii]ts|[Tt]heir|[’']s)\s(?:area|patch|region|district|territory|footprint)\b[^.;]{0,120}$"
)
_AREA_NOUN = re.compile(
    r"\b(?:area|patch|region|district|territory|catchment|footprint|boundaries|counties|boroughs)\b"
    r"[\w\s,]{0,25}$"
)
_HOME = re.compile(rf"{_AREA_NOUN.pattern}|{_AREA_SUBJECT}")
_OWNED = re.compile(
    r"(?:.*[’']s?|its|our|their)\s(?:(?:own|local|total|combined|roughly|estimated)\s)*",
    re.IGNORECASE | re.DOTALL,
)
_WHERE = re.compile(r"\b(?:where|in\swhich)\s$", re.IGNORECASE)
_TO_WHICH = re.compile(r"\b(?:on|upon|to|from)\s(?:which|whom)\s$", re.IGNORECASE)
_ALONE = re.compile(r"[\W_]*")
_LISTED = re.compile(r"(?:,\s[\w\s’,-]{1,60})?(?:,|,?\sand|\s[–—|/·])\s(?:[\w’]+\s)?")
_PARTS = re.compile(r"(?:\sin\s[A-Z][^.;:]{1,60}?)?(?::|,|;|,?\sand|\s[–—-])\s(?:and\s)?")
_IN_PLACE = re.compile(r"\sin\s(?P<place>[A-Z][\w’-]+(?:\s(?:and\s)?[A-Z][\w’-]+){0,3})")
_LIVING = (
    r"who|people|residents|live|living|scattered|spread|chiefly|mainly|mostly|reaching|stretching|based|all"
)
_AREA = re.compile(
    rf"^,?\s(?:(?:{_LIVING})\s)*"
    r"(?:in\sand\s(?:around|about|near)\s|in\sor\snear\s|in|across|throughout|of|over|around)\s"
    r"(?P<place>(?:the\s)?[^.;:()–—]+?)"
    r"(?=[.;:()–—”\"]|$|,\s(?!and\s)[a-z]|\s(?:and|but)\s(?:[a-z]+s|a|an|its?|in|for|the\s[a-z]+)\s"
    r"|\s(?:who|which|that|with|where|for|as|while|but|look|looks|depend|rely|on)\b)"
)


class PopulationServed(Fact):
    """How many people an organisation serves."""

    table: ClassVar[str] = "populations_served"

    organisation: OrganisationName | None = Field(
        description="Who serves them, null for several bodies together without a name"
    )
    low: int = Field(description="Number of people; the lower bound of a range")
    high: int = Field(description="The same number; the upper bound of a range")
    qualifier: Qualifier = Field(description="How exact the number is")
    area: str | None = Field(description="Where they live, as the article words it")


def assemble(annotated: AnnotatedArticle) -> Iterator[PopulationServed]:
    """One entry for each population that the article states."""
    if speaks_of_the_nhs(annotated):
        yield from without_repeats(annotated, _found(annotated))


def _found(annotated: AnnotatedArticle) -> Iterator[PopulationServed]:
    last: Counted | None = None
    for number in counted(annotated):
        rule = _rule(number)
        place = _part(number, last) if last else None
        if place is not None:
            rule = "populations_served.breakdown"
        elif rule is None and last and number.quantity.low >= _LEAST and continues(number, last):
            rule = "populations_served.ellipsis"
        if rule is None:
            continue
        whose = (
            owner_of_place(annotated, place) if place else owner(annotated, number.sentence, number.mention)
        )
        if whose.is_outside:
            continue
        last = number
        area = _AREA.match(number.after)
        yield PopulationServed(
            organisation=whose.organisation,
            low=number.quantity.low,
            high=number.quantity.high,
            qualifier=number.quantity.qualifier,
            area=area["place"].strip(" ,") if area else None,
            evidence=number.evidence(rule),
        )


def _rule(number: Counted) -> str | None:
    """The pattern by which a number is a population, None where it is not."""
    if number.noun not in _NOUNS or not _LEAST <= number.quantity.high <= _MOST:
        return None
    if is_vetoed(number, before=POPULATION_VETO, after=POPULATION_VETO_AFTER):
        return None
    cue = number.cue
    if number.noun == "population":
        is_served = _serving(number.sentence) or bodies_before(number.sentence, number.mention)
        return "populations_served.population" if is_served else None
    if number.noun == "number" and (cue is None or cue.value != "population" or cue.label != POPULATION_CUE):
        return None
    if cue is None:
        return _rule_without_cue(number) if number.noun == "people" else None
    if number.purpose is not Purpose.POPULATION:
        return None
    if cue.label == POPULATION_CUE and cue.value == "population" and not _is_of_a_body(number, cue):
        return None
    return cue.pattern


def _part(number: Counted, last: Counted) -> str | None:
    """The place whose part of the last population a number is: "3.1 million: 1.1 million in Derbyshire"."""
    place = _IN_PLACE.match(number.after)
    is_part = (
        number.noun in {"bare", "number", "people"}
        and last.sentence == number.sentence
        and number.quantity.low >= _LEAST
        and _PARTS.fullmatch(number.sentence.between(last.mention, number.mention)) is not None
    )
    return place["place"] if place and is_part else None


def _rule_without_cue(number: Counted) -> str | None:
    """The rule by which people of whom no verb says that they are served are a population after all."""
    sentence = number.sentence
    words = number.from_body
    where = _WHERE.search(number.before)
    if where and (_serving(sentence) or (words and _AREA_NOUN.search(number.before[: where.start()]))):
        return "populations_served.where_they_live"
    if number.quantity.high > MOST_COLLEAGUES and _ALONE.fullmatch(number.before + number.after):
        return "populations_served.fact_box"
    if _TO_WHICH.search(number.before):
        return "populations_served.to_which"
    if _after_staff(number):
        return "populations_served.after_staff"
    if _before_staff(number):
        return "populations_served.before_staff"
    is_resident = number.quantity.high > MOST_COLLEAGUES or not number.mention.text.endswith("people")
    if words and is_resident and _OWNED.fullmatch(words):
        return "populations_served.possessive"
    return None


def _after_staff(number: Counted) -> bool:
    """Whether the number stands in a list after a number of staff: "A (5,000 staff, 420,000 people)"."""
    staff = [other for other in number.sentence.labelled(QUANTITY) if other.end <= number.mention.start]
    return (
        number.quantity.high > MOST_COLLEAGUES
        and bool(staff)
        and staff[-1].value == "staff"
        and _LISTED.fullmatch(number.sentence.between(staff[-1], number.mention)) is not None
    )


def _before_staff(number: Counted) -> bool:
    """Whether a number of staff follows in the list: "some 450,000 people and nearly 12,000 staff"."""
    staff = next((o for o in number.sentence.labelled(QUANTITY) if o.start >= number.mention.end), None)
    return (
        number.quantity.high > MOST_COLLEAGUES
        and staff is not None
        and staff.value == "staff"
        and _LISTED.fullmatch(number.sentence.between(number.mention, staff)) is not None
    )


def _is_of_a_body(number: Counted, cue: Mention) -> bool:
    """Whether a population is a body's, not just a place's: "Inverness has a population of 72,000"."""
    sentence = number.sentence
    words = sentence.before(cue)
    if _OF_A_PLACE.search(number.sentence.between(cue, number.mention)):
        return False
    if _SERVED.search(cue.text):
        return True
    bodies = bodies_before(sentence, cue)
    gap = sentence.between(bodies[-1], cue) if bodies else None
    if words.rstrip().endswith((",", "(")):
        # "Crawley, population 118,000" is no population of the body that the sentence names before.
        is_covered = any(before.end <= cue.start for before in _serving(sentence) if before.value == "serves")
        return is_covered or (gap is not None and gap.strip() in {",", "("})
    if any(before.end <= cue.start for before in _serving(sentence)):
        return True
    if any(tail.start >= number.mention.end for tail in sentence.labelled(POPULATION_TAIL)):
        return True
    if cue.text.startswith("home"):
        return bool(bodies) and _HOME.search(words) is not None
    if _PLACE.match(cue.text):
        return False
    if _FOR_A.search(words) or _OPENING.fullmatch(words):
        return True
    return gap is not None and len(gap) <= 60 and _HAS_A.search(bodies[-1].text + gap) is not None


def _serving(sentence: Sentence) -> list[Mention]:
    return [cue for cue in sentence.labelled(POPULATION_CUE) if cue.value in {"serves", "provides", "care"}]


POPULATIONS_SERVED = FactType(
    PopulationServed,
    assemble,
    reads=COUNTING_LABELS | {POPULATION_VETO, POPULATION_VETO_AFTER, OTHER_EMPLOYER},
)
