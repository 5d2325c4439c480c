"""Status: whether a post is held, was held, will be held, or is held for a time."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from nhs_extract.facts.executives.holders import Holding
from nhs_extract.facts.executives.outline import Outline


class Status(StrEnum):
    """Where a person stands to a post at the time of the article."""

    CURRENT = "current"
    FORMER = "former"
    INCOMING = "incoming"
    INTERIM = "interim"


_OF_VERB = {
    "was": Status.FORMER,
    "is": Status.CURRENT,
    "began": Status.CURRENT,
    "announced": Status.INCOMING,
    "will begin": Status.INCOMING,
    "left": Status.FORMER,
    "will leave": Status.CURRENT,
    "interim": Status.INTERIM,
}
_APPOSED = frozenset(
    {
        "apposition",
        "title",
        "aside",
        "aged",
        "second_apposition",
        "before_name",
        "apposed_name",
        "apposed_later",
        "list",
        "line",
        "table",
        "description",
    }
)
_ENDED = re.compile(
    r"^,?\s(?:from|between)\s(?:\w+\s)?(?:19|20)\d\d\s(?:to|and|until)\s(?:\w+\s)?(?:(?:19|20)\d\d|last)"
    r"|^,?\s\(?(?:19|20)\d\d\s?[–-]\s?\d\d(?:\d\d)?\b"
    r"|^,?(?:\sfor\s[\w\s]{2,20})?\suntil\s(?:it|they|he|she|the\s(?:merger|takeover|end)|last|yesterday|earlier|recently|(?:\w+\s)?(?P<year>(?:19|20)\d\d))"
)
_NEAR = re.compile(r",?\s?(?:(?:the|a|an|its|as|for|years?|of|at)\s)*")
_LOST = re.compile(r"\s(?:its|their|a|another|the)?\s?(?:\w+\s)?")
_OF = re.compile(r"\sof\s(?:the\s|its\s)?")
_OBJECT = re.compile(r"\s(?:a|the|its|as|one)?\s?")
_NEW = re.compile(r"\b(?:successor|replacement|new|next|incoming)\b")
_FOR = re.compile(r"\b(?:for|to)\s$")
_WENT = re.compile(r"^(?:,?\s(?:who\s|and\s|has\s|had\s|then\s|also\s|\w+ly\s){0,3})$")


@dataclass(frozen=True)
class Reading:
    """A status, and whether words say it or it is only what stands where nothing else is said."""

    status: Status
    is_said: bool
    is_weak: bool = False
    is_shared: bool = False


def status_of(outline: Outline, holding: Holding, published: date | None) -> Reading:
    """The status that the words beside and between a person and a post give; current where they give none."""
    post, person = holding.post, holding.person
    modifiers = [m for m in post.modifiers if m != "plain"] + _between(outline, holding)
    verb = _verb(outline, holding) or _verb_before(outline, holding)
    time = _OF_VERB[verb] if verb else Status.CURRENT
    place = max(person.end, post.end)
    if holding.is_given_up or holding.rule == "since_left":
        return Reading(Status.FORMER, is_said=True)
    if holding.rule == "same_post" and verb == "left" and _FOR.search(outline.text[: holding.link[1]]):
        return Reading(Status.CURRENT, is_said=True)
    if "former" in modifiers or _has_ended(outline, holding, published):
        return Reading(Status.FORMER, is_said=True)
    if "interim" in modifiers or _for_a_time(outline, holding):
        return Reading(Status.FORMER if time is Status.FORMER else Status.INTERIM, is_said=True)
    if time is Status.CURRENT and _follows(outline, place, "left"):
        return Reading(Status.FORMER, is_said=True)
    if "incoming" in modifiers and time is not Status.FORMER:
        return Reading(Status.INCOMING, is_said=True)
    if verb is None and _is_new(outline, holding) and _follows(outline, place, "will begin"):
        return Reading(Status.INCOMING, is_said=True)
    return Reading(time, is_said=verb is not None or "current" in modifiers)


def _for_a_time(outline: Outline, holding: Holding) -> bool:
    """Whether the post is followed by such words as "on an interim basis"."""
    end = holding.post.end
    return any(
        m.value == "interim"
        and m.text.casefold().startswith("on a")
        and m.start - outline.sentence.start == end + 1
        for m in outline.mentions(end, end + 40, "EXECUTIVE_MODIFIER")
    )


def _is_new(outline: Outline, holding: Holding) -> bool:
    """Whether the post's holder comes after another: ``"her successor"``, ``"the new chair"``."""
    said = outline.sentence.text[holding.post.start : holding.post.end]
    return _NEW.search(said) is not None


def _between(outline: Outline, holding: Holding) -> list[str]:
    """The modifiers right before the post, with nothing but small words between."""
    start, end = holding.link
    return [
        mention.value or ""
        for mention in outline.mentions(start, end, "EXECUTIVE_MODIFIER")
        if mention.value != "plain"
        and _NEAR.fullmatch(outline.text[mention.end - outline.sentence.start : end])
    ]


def _verb(outline: Outline, holding: Holding) -> str | None:
    """What the verb between the two says; the last one, which governs the post."""
    start, end = holding.link
    if holding.rule in _APPOSED:
        return None
    cues = list(outline.mentions(start, end, "EXECUTIVE_STATUS"))
    if not cues:
        return None
    values = [cue.value or "" for cue in cues]
    if (
        values[-1] == "will begin"
        and cues[-1].text.casefold().startswith("to ")
        and {"left", "began"} & set(values[:-1])
    ):
        return "began"
    if len(values) > 1 and values[-1] == "is" and values[-2] in {"announced", "will begin"}:
        return values[-2]
    return values[-1]


def _verb_before(outline: Outline, holding: Holding) -> str | None:
    """What a verb says whose object is the person or the post: ``"has named Amy Gray as chair"``."""
    start = min(holding.person.start, holding.post.start)
    for cue in outline.mentions(max(0, start - 40), start, "EXECUTIVE_STATUS"):
        between = outline.text[cue.end - outline.sentence.start : start]
        if cue.value == "left" and _OF.fullmatch(between):
            return cue.value
        if cue.value == "left" and _LOST.fullmatch(between) and holding.rule == "list":
            return cue.value
        if cue.value in {"announced", "will begin", "began"} and _OBJECT.fullmatch(between):
            is_object = holding.rule in {"as", "title", "named"} or holding.person.start > holding.post.start
            if is_object or (holding.rule == "apposition" and cue.value == "announced"):
                return cue.value
    return None


def _has_ended(outline: Outline, holding: Holding, published: date | None) -> bool:
    ended = _ENDED.match(outline.text[holding.post.end :])
    if ended is None:
        return False
    year = ended["year"]
    return year is None or published is None or int(year) <= published.year


def _follows(outline: Outline, place: int, value: str) -> bool:
    """Whether a verb follows that says such a thing: ``", who stood down in May"``."""
    for cue in outline.mentions(place, min(len(outline.text), place + 60), "EXECUTIVE_STATUS"):
        if cue.value == value and _WENT.match(outline.text[place : cue.start - outline.sentence.start]):
            return True
    return False


def best(readings: Iterable[Reading]) -> Status:
    """Of what an article says of one post at several places, what it says last; interim before all else."""
    readings = tuple(readings)
    single = tuple(reading for reading in readings if not reading.is_shared)
    if single and any(reading.status is Status.CURRENT for reading in single):
        readings = tuple(r for r in readings if not (r.is_shared and r.status is Status.INCOMING))
    strong = tuple(reading for reading in readings if not reading.is_weak)
    if strong and any(reading.status is Status.INCOMING for reading in readings if reading.is_weak):
        readings = strong
    said = [reading.status for reading in readings if reading.is_said]
    if Status.INTERIM in said:
        return Status.INTERIM
    if Status.INCOMING in said and Status.CURRENT in said:
        return Status.CURRENT
    return said[-1] if said else Status.CURRENT
