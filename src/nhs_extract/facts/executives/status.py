"""Status: whether a post is held, was held, will be held, or is held for a time."""

import re
from collections.abc import Iterable
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
    {"apposition", "title", "aside", "second_apposition", "before_name", "apposed_name", "apposed_later", "list"}
)
_ENDED = re.compile(
    r"^,?\s(?:from|between)\s(?:\w+\s)?(?:19|20)\d\d\s(?:to|and|until)\s(?:\w+\s)?(?:(?:19|20)\d\d|last)"
    r"|^,?\suntil\s(?:it|they|he|she|the\s(?:merger|takeover|end)|last|yesterday|earlier|recently|(?:\w+\s)?(?P<year>(?:19|20)\d\d))"
)
_NEAR = re.compile(r",?\s?(?:(?:the|a|an|its|as|for|years?|of|at)\s)*")
_FOR = re.compile(r"\b(?:for|to)\s$")
_WENT = re.compile(r"^(?:,?\s(?:who\s|and\s|has\s|had\s|then\s|also\s|\w+ly\s){0,3})$")


def status_of(outline: Outline, holding: Holding, published: date | None) -> Status:
    """The status that the words beside and between a person and a post give; current where they give none."""
    post, person = holding.post, holding.person
    modifiers = [m for m in post.modifiers if m != "plain"] + _between(outline, holding)
    verb = _verb(outline, holding)
    time = _OF_VERB[verb] if verb else Status.CURRENT
    if holding.is_given_up or holding.rule == "since_left":
        return Status.FORMER
    if holding.rule == "same_post" and verb == "left" and _FOR.search(outline.text[: holding.link[1]]):
        return Status.CURRENT
    if "former" in modifiers or _has_ended(outline, holding, published):
        return Status.FORMER
    if "interim" in modifiers:
        return Status.FORMER if time is Status.FORMER else Status.INTERIM
    if verb is None and _went(outline, max(person.end, post.end)):
        return Status.FORMER
    if "incoming" in modifiers and time is not Status.FORMER:
        return Status.INCOMING
    return time


def _between(outline: Outline, holding: Holding) -> list[str]:
    """The modifiers right before the post, with nothing but small words between."""
    start, end = holding.link
    return [
        mention.value or ""
        for mention in outline.mentions(start, end, "EXECUTIVE_MODIFIER")
        if mention.value != "plain" and _NEAR.fullmatch(outline.text[mention.end - outline.sentence.start : end])
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
    if values[-1] == "will begin" and cues[-1].text.casefold().startswith("to ") and {"left", "began"} & set(values[:-1]):
        return "began"
    if len(values) > 1 and values[-1] == "is" and values[-2] in {"announced", "will begin"}:
        return values[-2]
    return values[-1]


def _has_ended(outline: Outline, holding: Holding, published: date | None) -> bool:
    ended = _ENDED.match(outline.text[holding.post.end :])
    if ended is None:
        return False
    year = ended["year"]
    return year is None or published is None or int(year) <= published.year


def _went(outline: Outline, place: int) -> bool:
    """Whether what follows says that the person left: ``", who stood down in May"``."""
    for cue in outline.mentions(place, min(len(outline.text), place + 60), "EXECUTIVE_STATUS"):
        start = cue.start - outline.sentence.start
        if cue.value == "left" and _WENT.match(outline.text[place:start]):
            return True
    return False


def best(statuses: Iterable[Status]) -> Status:
    """Of what an article says of one post at several places, what is most telling."""
    order = (Status.INTERIM, Status.FORMER, Status.INCOMING, Status.CURRENT)
    return min(statuses, key=order.index)

