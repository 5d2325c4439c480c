"""Successions: who comes after whom, where the sentence may leave the post unsaid."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from nhs_extract.facts.executives.outline import PERSON, PRONOUN, Outline, Person
from nhs_extract.facts.executives.status import Status

_VERB = (
    r"(?P<verb>succeed(?:s|ed|ing)?|replac(?:e|es|ed|ing)|follow(?:s|ed|ing)?|t(?:ake|akes|aking|aken|ook)\sover\s(?:as\s[^,.]{1,60}\s)?from|"
    r"(?:is|was|will\sbe|been)\s(?:succeeded|replaced|followed)\sby)"
)
_FORWARD = re.compile(
    rf"(?:{PERSON}++|{PRONOUN}++)(?P<between>[^{PERSON}“”\";]{{0,80}}?\b){_VERB}(?P<as>\s(?:as\s)?)(?:{PERSON}++)"
)
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


def successions(outline: Outline) -> Iterator[Succession]:
    """Who takes whose post, in a sentence."""
    for found in _FORWARD.finditer(outline.text):
        first = next((p for p in outline.persons if p.start == found.start()), None)
        second = next((p for p in outline.persons if p.end == found.end()), None)
        if first is None or second is None or first.name == second.name:
            continue
        verb = found["verb"]
        passive = verb.endswith("by")
        future = _FUTURE.search(found["between"] + verb) is not None or verb.endswith("s")
        past = not future and verb.split()[0] in {"succeeded", "replaced", "followed", "took", "was", "been", "taken"}
        yield Succession(
            after=second if passive else first,
            before=first if passive else second,
            status_after=Status.CURRENT if past else Status.INCOMING,
            status_before=Status.FORMER if past or not _FUTURE.search(found["between"] + verb) else Status.CURRENT,
            start=found.start(),
            end=found.end(),
        )
