"""Telling: a story becomes a fact with its parties, result, date and evidence."""

import re
from collections.abc import Sequence

from nhs_extract.facts.arrangements.bodies import distinct, named, result_in
from nhs_extract.facts.arrangements.candidates import Candidate
from nhs_extract.facts.arrangements.model import Arrangement, ArrangementStatus, ArrangementType
from nhs_extract.facts.arrangements.signs import LABEL as STATUS
from nhs_extract.facts.arrangements.stories import Story
from nhs_extract.facts.arrangements.when import effective
from nhs_extract.models import AnnotatedArticle, Entity, Evidence, Mention

_OFF = (ArrangementStatus.ABANDONED, ArrangementStatus.RULED_OUT)
_MAKES_A_BODY = (ArrangementType.MERGER, ArrangementType.ACQUISITION, ArrangementType.GROUP)
_INTO = re.compile(r"\b(?:into|part of)\s*$")
_LONGEST = 140  # characters of evidence on each side of the cue


def tell(story: Story, annotated: AnnotatedArticle, fallback: Sequence[Entity], *, main: bool) -> Arrangement:
    """The fact that a story states.

    ``fallback`` are the parties where the story names none; ``main`` says that it is the only one of its
    type, so that sentences which name only "the new trust" are about it.
    """
    status = story.status
    best = _best(story)
    result = _result(story, status) or (_new_body(story, annotated, status) if main else None)
    parties = _parties(story, annotated, fallback, result)
    if story.type is ArrangementType.ACQUISITION and result is None and status not in _OFF and parties:
        result = parties[0]
    return Arrangement(
        type=story.type,
        status=status,
        parties=tuple(entity.as_name for entity in parties),
        result=result.as_name if result else None,
        effective=None if status in _OFF else effective(story, annotated, status, main=main),
        evidence=_evidence(best),
    )


def _best(story: Story) -> Candidate:
    """The candidate that says most: with parties and a state, early in the article."""
    return max(
        story.candidates,
        key=lambda c: (c.sure, len(c.parties) >= 2, c.sign is not None, not c.of_body, c.weight, -c.number),
    )


def _result(story: Story, status: ArrangementStatus) -> Entity | None:
    if status in _OFF or story.type is ArrangementType.SERVICE_TRANSFER:
        return None
    return next((candidate.result for candidate in story.candidates if candidate.result), None)


def _new_body(story: Story, annotated: AnnotatedArticle, status: ArrangementStatus) -> Entity | None:
    """The body that the article elsewhere says comes out of a merger or a group."""
    if status in _OFF or story.type not in _MAKES_A_BODY:
        return None
    for candidate in story.candidates:
        into = next((m.entity for m in named(candidate.sentence) if m.start >= candidate.cue.end), None)
        if into and _INTO.search(candidate.cue.text):
            return into
    wants_group = story.type is ArrangementType.GROUP
    found = (result_in(sentence) for sentence in annotated.sentences)
    return next((body for body in found if body and (body.kind == "group") is wants_group), None)


def _parties(
    story: Story, annotated: AnnotatedArticle, fallback: Sequence[Entity], result: Entity | None
) -> tuple[Entity, ...]:
    if story.type is ArrangementType.SERVICE_TRANSFER:
        moves = [candidate.transfer for candidate in story.candidates if candidate.transfer]
        giver = next((move.giver for move in moves if move.giver), None)
        receiver = moves[0].receiver
        giver = giver or _named_before(story.candidates[0], annotated, receiver)
        return distinct(entity for entity in (giver, receiver) if entity)
    told = max((candidate.parties for candidate in story.candidates), key=len)
    if len(told) < 2:
        told = tuple(fallback) or told
    fewer = tuple(entity for entity in told if entity != result)
    return fewer if len(fewer) >= 2 else told


def _named_before(
    candidate: Candidate, annotated: AnnotatedArticle, receiver: Entity | None
) -> Entity | None:
    """The giver where its sentence names none: the body last named before that is not the receiver."""
    for sentence in reversed(annotated.sentences[: candidate.number + 1]):
        for mention in reversed(named(sentence)):
            if mention.entity != receiver and mention.start < candidate.cue.start:
                return mention.entity
    return None


def _evidence(candidate: Candidate) -> Evidence:
    """The cue with the nearest words on each side that say who, or else how far it has come."""
    sentence, cue = candidate.sentence, candidate.cue
    names = [m for m in sentence.labelled("ORGANISATION", "REFERENCE") if m.entities]
    states = list(sentence.labelled(STATUS))
    start = _left(names, cue) or _left(states, cue) or cue.start
    end = _right(names, cue) or _right(states, cue) or cue.end
    covering = [m for m in states if m.overlaps(cue)]
    start = min([start, *(m.start for m in covering)])
    end = max([end, *(m.end for m in covering)])
    if (start, end) == (cue.start, cue.end) and sentence.end - sentence.start <= _LONGEST:
        start, end = sentence.start, sentence.end
    text = sentence.quote(start, end)
    return Evidence.within(sentence, start, start + len(text.rstrip()), pattern=cue.pattern)


def _left(mentions: Sequence[Mention], cue: Mention) -> int | None:
    return max(
        (m.start for m in mentions if m.end <= cue.start and cue.start - m.start <= _LONGEST), default=None
    )


def _right(mentions: Sequence[Mention], cue: Mention) -> int | None:
    return min((m.end for m in mentions if m.start >= cue.end and m.end - cue.end <= _LONGEST), default=None)
