"""Verbs that give a post: ``"Amy Gray, who chairs both trusts"``, ``"Swansea is led by Al Green"``."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from nhs_extract.facts.executives.bodies import Body
from nhs_extract.facts.executives.outline import (
    APPOINT,
    BODY,
    MODIFIER,
    PERSON,
    PRONOUN,
    TAKE,
    VERB,
    Outline,
    Person,
)
from nhs_extract.facts.executives.status import Status
from nhs_extract.models import Mention

_AUXILIARY = (
    r"(?:has|had|have|is|was|will|would|shall|[’'](?:ll|s|d)|to|be|been|also|now|already|currently|then|once|previously"
    r"|formerly|still|both|jointly|due|set|about|going|asked|agreed|expected|moving|returning|continues|continue"
    rf"|continued|who|and|on|go|goes|went|until\s[\w\s]{{3,20}}|since\s[\w\s]{{3,20}}|\w+ly|{MODIFIER}+|{APPOINT}+|{TAKE}+)"
)
_ASIDE = rf"(?:,[^{PERSON},]{{2,80}},)?"
_NAMES = (
    rf"(?:(?:[Tt]he|both|all|what\swas\sthen|neighbouring|old|new)\s){{0,2}}{BODY}++(?![’']s\s(?!board)|\s[a-z]+ing\b)(?:\s\([^()]*\))?"
    rf"(?:(?:,\s|,?\sand\s|\s&\s)(?:the\s)?{BODY}++(?![’']s))*+"
)
_CLAUSE_AND = rf"\s[^{PERSON}{PRONOUN}“”\";]{{3,80}}(?=,?\sand\s)"
_SUBJECT = re.compile(
    rf"(?:{_ASIDE}|,\s(?:the|a|an)\s[a-z\s-]{{2,40}}|,\swho\s[^{PERSON},]{{2,80}},|{_CLAUSE_AND})"
    rf"(?:,?\s(?:who|and|but)|,)?(?:(?:\s|(?=[’'])){_AUXILIARY}){{0,6}}\s"
)
_OBJECT = re.compile(rf"\s(?P<object>{_NAMES})")
_PASSIVE = re.compile(
    rf"(?P<object>{_NAMES})(?P<between>(?:,|\s(?:which|that))?(?:\s{_AUXILIARY}){{0,4}}\s)(?P<verb>{VERB}++)\sby\s"
    rf"(?:(?:its|the)\s)?(?P<who>{PERSON}++)"
)
_FRONTED = re.compile(
    rf"(?P<verb>{VERB}++)\s(?P<object>{_NAMES})(?:\sboards?)?\s(?P<between>(?:will\s(?:also\s)?be|is|was|are|were)\s)(?P<who>{PERSON}++)"
)
_AND = re.compile(r",?\s(?:and|&)\s|,\s")
_BARE = frozenset({"run", "lead", "chair", "head"})
_UNTIL = re.compile(r"\s(?:until|while|in\sthe\s(?:meantime|interim)|temporarily|for\snow)\b")
_PAST = frozenset({"chaired", "led", "ran", "headed", "managed"})
_FUTURE = re.compile(r"\b(?:will|shall|to|would)\b|[’']ll\b")


@dataclass(frozen=True)
class Leading:
    """A person who chairs or leads organisations, by a verb."""

    person: Person
    verb: Mention
    bodies: tuple[Body, ...]
    status: Status
    start: int
    end: int


def leadings(outline: Outline) -> Iterator[Leading]:
    """Who chairs or leads what, in a sentence."""
    for verb in outline.mentions(0, len(outline.text), "EXECUTIVE_VERB"):
        start, end = verb.start - outline.sentence.start, verb.end - outline.sentence.start
        person = next((p for p in reversed(outline.persons) if p.end <= start), None)
        found = _OBJECT.match(outline.text, end)
        if outline.text[start] != VERB or person is None or found is None:
            continue
        between = outline.text[person.end : start]
        if _SUBJECT.fullmatch(between):
            bodies = outline.bodies_in(*found.span("object"))
            status = _active_status(verb.text, between)
            if status is Status.INCOMING and _UNTIL.match(outline.text, found.end()):
                status = Status.INTERIM
            several = list(_joint(outline, person, verb, bodies, between))
            yield from several or [Leading(person, verb, bodies, status, person.start, found.end())]
    for passive in (*_PASSIVE.finditer(outline.text), *_FRONTED.finditer(outline.text)):
        verb_here = next(outline.mentions(*passive.span("verb"), "EXECUTIVE_VERB"), None)
        person = next((p for p in outline.persons if p.end == passive.end("who")), None)
        bodies = outline.bodies_in(*passive.span("object"))
        if verb_here is not None and person is not None and bodies:
            status = _passive_status(outline.text[passive.start("between") : passive.end("between")])
            yield Leading(person, verb_here, bodies, status, passive.start(), passive.end())


def _joint(
    outline: Outline, person: Person, verb: Mention, bodies: tuple[Body, ...], between: str
) -> Iterator[Leading]:
    """Each of several people with one body: ``"Amy Gray and Al Green, who run A and B"``."""
    group = [person]
    for other in reversed([p for p in outline.persons if p.end <= person.start]):
        if not _AND.fullmatch(outline.text[other.end : group[0].start]):
            break
        group.insert(0, other)
    if len(group) < 2 or len(group) != len(bodies) or verb.text.casefold() not in _BARE:
        return
    status = _active_status(verb.text, between)
    for one, body in zip(group, bodies, strict=True):
        yield Leading(one, verb, (body,), status, group[0].start, max(body.end for body in bodies))


def _active_status(verb: str, between: str) -> Status:
    if re.search(r"\b(?:has|have)\b|[’']s\b", between) and not _FUTURE.search(between):
        return Status.CURRENT
    if _FUTURE.search(between):
        return Status.INCOMING
    return Status.FORMER if verb.casefold() in _PAST else Status.CURRENT


def _passive_status(between: str) -> Status:
    if _FUTURE.search(between):
        return Status.INCOMING
    return Status.FORMER if re.search(r"\b(?:was|were|had)\b", between) else Status.CURRENT
