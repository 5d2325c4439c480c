"""Transfers: who gives services to whom, from the grammar around the verb."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from nhs_extract.facts.arrangements.bodies import IN_A_ROW, OBJECT, named, nearest, referred
from nhs_extract.models import Entity, Mention, Sentence

_FROM = re.compile(
    r"\b(?:from|currently (?:run|provided|hosted) by|run by|provided by|responsibility of|part of|leave|"
    r"which)\s+(?:the\s|its\s)?$"
)
_TO = re.compile(r"\b(?:to|into|over to|on to)\s+(?:the\s|its neighbours?,?\s)?$")
_BY = re.compile(r"\bby\s+(?:the\s|its neighbours?,?\s)?$")
_TAKES_PREPOSITIONS = re.compile(r"\b(?:of|at|in|from|for|by|with|to)\s+(?:the\s)?$")

_OTHER_CLAUSE = re.compile(r";|,\s(?:while|but|and|whereas)\b")
_NAMED_BEFORE = re.compile(
    r"\b(?:all of (?:them|these|it)|they|these|it|which)\s"
    r"(?:(?:were|was|are|is|have been|has been|will be|would be|will|would|should)\s)?$",
    re.I,
)
_WHICH = re.compile(r"(?:\s\([^)]*\))?,\swhich\s(?:(?:has|had|have|will|is to|would)\s)?")
_NAMED_AFTER = re.compile(r"\s(?:all of )?(?:them|it|these|those|theirs)\b")
_NEEDS_NONE = re.compile(
    r"\binstead\b|\b(?:them|it) (?:over|on|back)\b|\bthe same\b|\bthe responsibility of\b|\bemployees of\b"
)
_FROM_IT = re.compile(r"\sfrom\s(?:the\s)?")
_NEAR = 45  # characters between a verb and its object


@dataclass(frozen=True)
class Transfer:
    """Who gives services, who takes them; None for what the sentence leaves open."""

    giver: Entity | None
    receiver: Entity | None

    def __str__(self) -> str:
        """Both names, as a key: ``"A to B"``."""
        return f"{self.giver.name if self.giver else '?'} to {self.receiver.name if self.receiver else '?'}"


def transfers(cue: Mention, sentence: Sentence) -> tuple[Transfer, ...]:
    """Who gives services to whom in a sentence with a verb of transfer: one for each giver."""
    bodies = sorted([*named(sentence), *referred(sentence, new=True)], key=lambda m: m.start)
    bodies = [body for body in bodies if body.entity]
    giver = _with(_FROM, sentence, bodies, after=cue)
    if not _has_object(cue, sentence) and not (giver and _FROM_IT.fullmatch(sentence.between(cue, giver))):
        return ()
    receiver = _with(_TO, sentence, bodies, after=cue)
    if cue.group("moves") or cue.group("change"):
        giver = giver or _with(_BY, sentence, bodies, after=cue) or _subject(cue, bodies, sentence)
    elif cue.group("gives"):
        giver = _subject(cue, bodies, sentence) or giver
    elif cue.group("by"):
        taker = nearest(bodies, cue, before=False)
        receiver = taker if taker and taker.start - cue.end <= 12 else None
        giver = giver if giver and not _same(giver, receiver) else _subject(cue, bodies, sentence)
    else:
        receiver = _subject(cue, bodies, sentence)
    if receiver is None or _same(giver, receiver):
        return ()
    givers = _row(giver, bodies, sentence) if giver else [None]
    return tuple(
        Transfer(giver=each.entity if each else None, receiver=receiver.entity)
        for each in givers
        if not _same(each, receiver)
    )


def _same(one: Mention | None, other: Mention | None) -> bool:
    return one is not None and other is not None and one.entity == other.entity


def _row(body: Mention, bodies: Sequence[Mention], sentence: Sentence) -> list[Mention | None]:
    """The body and those beside it: ``"A, B and C"``."""
    row: list[Mention | None] = [body]
    first = last = body
    for other in reversed([each for each in bodies if each.end <= body.start]):
        if IN_A_ROW.fullmatch(sentence.between(other, first)) is None:
            break
        first = other
        row.insert(0, other)
    for other in [each for each in bodies if each.start >= body.end]:
        if IN_A_ROW.fullmatch(sentence.between(last, other)) is None:
            break
        last = other
        row.append(other)
    return row


def _has_object(cue: Mention, sentence: Sentence) -> bool:
    """Whether services are what moves: before a verb that they are the subject of, else after it."""
    things = list(sentence.labelled(OBJECT))
    moved = cue.group("moves") or cue.group("by") or cue.group("change")
    named_else = (
        _NAMED_BEFORE.search(sentence.before(cue)) if moved else _NAMED_AFTER.match(sentence.after(cue))
    )
    if named_else or _NEEDS_NONE.search(cue.text):
        return True
    if moved:
        people = [m for m in sentence.labelled("PERSON") if m.end <= cue.start]
        movers = [m for m in things if m.value in ("services", "site", "people") and m.end <= cue.start]
        if movers and people and people[-1].end > movers[-1].end:
            return False
        after = cue.group("change") and any(
            0 <= m.start - cue.end <= _NEAR for m in things if m.value == "services"
        )
        return bool(movers) or bool(after)
    return any(
        0 <= m.start - cue.end <= _NEAR
        for m in things
        if m.value in ("services", "site" if cue.group("gives") else "")
    )


def _with(
    preposition: re.Pattern[str], sentence: Sentence, bodies: Sequence[Mention], *, after: Mention
) -> Mention | None:
    """The body that follows a preposition, the first one after the verb."""
    for body in bodies:
        if body.start >= after.start and _OTHER_CLAUSE.search(sentence.between(after, body)):
            return None
        if body.start >= after.start and preposition.search(sentence.before(body)[-40:]):
            return body
    return None


def _subject(cue: Mention, bodies: Sequence[Mention], sentence: Sentence) -> Mention | None:
    """The body before the verb that no preposition governs, or that "which" takes up."""
    for body in reversed([body for body in bodies if body.end <= cue.start]):
        if _WHICH.fullmatch(sentence.between(body, cue)) or not _TAKES_PREPOSITIONS.search(
            sentence.before(body)[-12:]
        ):
            return body
    return None
