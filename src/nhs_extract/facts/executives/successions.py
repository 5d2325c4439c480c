"""Successions: who comes after whom, where the sentence may leave the post unsaid."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from nhs_extract.facts.executives.bodies import Body
from nhs_extract.facts.executives.outline import BODY, PERSON, PRONOUN, TAKE, Outline, Person
from nhs_extract.facts.executives.status import Status

_VERB = (
    rf"(?P<verb>succeed(?:s|ed|ing)?|replac(?:e|es|ed|ing)|follow(?:s|ed|ing)?|{TAKE}+\sover(?:\s[^,.;“”]{{1,60}}?)?\sfrom|"
    r"(?:is|was|will\sbe|been)\s(?:succeeded|replaced|followed)\sby)"
)
_FORWARD = re.compile(
    rf"(?:{PERSON}++|{PRONOUN}++)(?P<between>[^{PERSON}“”\";]{{0,80}}?(?<!\w)){_VERB}(?P<as>\s(?:as\s)?)(?:{PERSON}++)"
)
_OWN = re.compile(rf"\s(?:at|of)\s(?:the\s)?{BODY}++")
_WHEN = re.compile(r"\b(?:when|after|since|before|once|as|where)\s$")
_GOES = re.compile(r"\s(?:\w+ly\s)?")
_GONE = re.compile(r"\sof\s(?:the\s)?")
_NOUNS = ("departure", "resignation", "retirement", "exit", "dismissal", "sacking", "death")
_ARRIVES = re.compile(
    rf"(?P<who>{PERSON}++)(?:,[^,{PERSON}]{{2,80}},)?(?:,?\s(?:who\s)?(?:will\s|is\sto\s|has\s)?)"
    rf"(?P<verb>(?:{TAKE}+\s(?:over|charge)|step(?:s|ped)?\s(?:up|in))\b)"
    rf"(?!\s(?:as|from|at|of|with|by|{BODY}|the|services|responsibility|to|into))"
)
_FOR_A_TIME = re.compile(r"\b(?:interim|temporar(?:y|ily)|until|meantime|for\snow|while)\b")
_FUTURE = re.compile(r"\b(?:will|to|would|due|set|is\staking|expected)\b")


@dataclass(frozen=True)
class Succession:
    """Two people of whom one takes the other's post."""

    after: Person
    before: Person
    status_after: Status
    status_before: Status
    start: int
    end: int
    own: tuple[Body, ...] = ()


@dataclass(frozen=True)
class Move:
    """Somebody who comes or goes, of whom the sentence does not say in what post."""

    person: Person
    status: Status
    start: int
    end: int


def leavings(outline: Outline) -> Iterator[Move]:
    """Who goes, in a sentence: ``"when Al Green quit"``, ``"the sudden departure of Al Green"``."""
    for cue in outline.mentions(0, len(outline.text), "EXECUTIVE_STATUS"):
        start, end = cue.start - outline.sentence.start, cue.end - outline.sentence.start
        if cue.value not in {"left", "will leave"}:
            continue
        for person in outline.persons:
            goes = _WHEN.search(outline.text[: person.start]) and _GOES.fullmatch(
                outline.text[person.end : start]
            )
            gone = _GONE.fullmatch(outline.text[end : person.start]) and cue.text.endswith(_NOUNS)
            if (goes or gone) and not person.is_pronoun and not person.is_outsider:
                status = Status.FORMER if cue.value == "left" else Status.CURRENT
                yield Move(person, status, min(start, person.start), max(end, person.end))


def arrivals(outline: Outline) -> Iterator[Move]:
    """Who comes, in a sentence: ``"Al Green takes over in May"``."""
    for found in _ARRIVES.finditer(outline.text):
        person = next((p for p in outline.persons if p.start == found.start("who")), None)
        if person is not None and not person.is_outsider:
            words = outline.sentence.text[found.start("verb") : found.end("verb")]
            status = Status.CURRENT if words.startswith(("took", "stepped")) else Status.INCOMING
            if _FOR_A_TIME.search(outline.sentence.text[found.end("verb") :]):
                status = Status.INTERIM
            yield Move(person, status, found.start("who"), found.end("verb"))


def successions(outline: Outline) -> Iterator[Succession]:
    """Who takes whose post, in a sentence."""
    for found in _FORWARD.finditer(outline.text):
        first = next((p for p in outline.persons if p.start == found.start()), None)
        second = next((p for p in outline.persons if p.end == found.end()), None)
        if first is None or second is None or first.name == second.name:
            continue
        verb = outline.sentence.text[slice(*found.span("verb"))]
        passive = verb.endswith("by")
        future = _FUTURE.search(found["between"] + verb) is not None or verb.endswith("s")
        past = not future and verb.split()[0] in {
            "succeeded",
            "replaced",
            "followed",
            "took",
            "was",
            "been",
            "taken",
        }
        yield Succession(
            after=second if passive else first,
            before=first if passive else second,
            status_after=Status.CURRENT if past else Status.INCOMING,
            status_before=Status.FORMER
            if past or not _FUTURE.search(found["between"] + verb)
            else Status.CURRENT,
            start=found.start(),
            end=found.end(),
            own=outline.bodies_in(*own.span()) if (own := _OWN.match(outline.text, found.end())) else (),
        )
