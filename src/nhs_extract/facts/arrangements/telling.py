"""Telling: a story becomes a fact with its parties, result, date and evidence."""

import re
from collections.abc import Sequence

from nhs_extract.facts.arrangements.bodies import distinct, named, result_in
from nhs_extract.facts.arrangements.candidates import Candidate
from nhs_extract.facts.arrangements.model import Arrangement, ArrangementStatus, ArrangementType
from nhs_extract.facts.arrangements.signs import LABEL as STATUS
from nhs_extract.facts.arrangements.signs import Sign, clause
from nhs_extract.facts.arrangements.stories import Story
from nhs_extract.facts.arrangements.when import effective
from nhs_extract.models import AnnotatedArticle, Entity, Evidence, Sentence, Span

_OFF = (ArrangementStatus.ABANDONED, ArrangementStatus.RULED_OUT)
_MAKES_A_BODY = (ArrangementType.MERGER, ArrangementType.ACQUISITION, ArrangementType.GROUP)
_SHOWN_BY = {
    ArrangementStatus.PROPOSED: (Sign.PROPOSED, Sign.PENDING),
    ArrangementStatus.APPROVED: (Sign.APPROVED, Sign.FINAL, Sign.PLANNED_FOR),
    ArrangementStatus.COMPLETED: (Sign.COMPLETED,),
    ArrangementStatus.ABANDONED: (Sign.ABANDONED, Sign.NEGATED),
    ArrangementStatus.RULED_OUT: (Sign.RULED_OUT, Sign.NEGATED),
}
_TAKER = re.compile(r"\b(?:by|into)\s(?:the\s|its\s\w+,?\s)?$")
_TAKEN = re.compile(r"\sof\s(?:the\s)?")
_JOINT = re.compile(
    r"[\s,;:–—.)“”\"‘-]*(?:(?:but|and|while|although|though|because|so that|which|who)\s)?", re.I
)
_INTO = re.compile(r"\b(?:into|part of)\s*$")
_LONGEST = 170  # characters of a clause that may stand as evidence whole
_SHORTEST = 16  # characters of evidence that convinces
_QUOTES = '“”"'
_EDGE = ' ,;:–—-.)“”"‘'


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
    """The candidate that says most: the state of the story, with parties, early in the article."""
    shown = _SHOWN_BY[story.status]
    return max(
        story.candidates,
        key=lambda c: (
            c.sure,
            c.sign in shown,
            len(c.parties) >= 2,
            c.sign is not None,
            not c.of_body,
            c.weight,
            -c.number,
        ),
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
    told = max((_acquirer_first(candidate) for candidate in story.candidates), key=len)
    if len(told) < 2:
        told = tuple(fallback) or told
    fewer = tuple(entity for entity in told if entity != result)
    return fewer if len(fewer) >= 2 else told


def _acquirer_first(candidate: Candidate) -> tuple[Entity, ...]:
    """The parties; of a takeover ``"by A"``, ``"into A"`` or ``"of B"`` with A, the acquirer, first."""
    parties, sentence, cue = candidate.parties, candidate.sentence, candidate.cue
    if candidate.type is not ArrangementType.ACQUISITION or len(parties) != 2:
        return parties
    for mention in named(sentence):
        if mention.start < cue.end or mention.entity not in parties:
            continue
        between = sentence.between(cue, mention)
        taker = _TAKER.search(cue.text + between) is not None
        if taker or _TAKEN.fullmatch(between):
            first = mention.entity if taker else next(p for p in parties if p != mention.entity)
            return tuple(sorted(parties, key=lambda party: party != first))
    return parties


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
    """The clause of the cue, with the nearest words that say who or how far it has come where it lacks both.

    Of a clause that is too long for evidence, the words from the nearest name or state on each side.
    """
    sentence, cue = candidate.sentence, candidate.cue
    says = [
        *(m for m in sentence.labelled("ORGANISATION", "REFERENCE") if m.entities),
        *(m for m in sentence.labelled(STATUS) if m.value != Sign.FUTURE),
    ]
    part = _unquoted(clause(sentence, cue), cue, sentence)
    start, end = part.start, part.end
    tells = any(part.contains(m) and not cue.contains(m) for m in says)
    if end - start > _LONGEST or not tells:
        near = [m for m in says if not cue.contains(m)]
        left = max((m.start for m in near if m.end <= cue.start), default=cue.start)
        right = min((m.end for m in near if m.start >= cue.end), default=cue.end)
        around = [m for m in says if m.overlaps(cue)]
        if end - start > _LONGEST:
            start, end = cue.start, cue.end
        if cue.start - left <= _LONGEST:
            start = min(start, left)
        if right - cue.end <= _LONGEST and (start >= cue.start or tells):
            end = max(end, right)
        start, end = min([start, *(m.start for m in around)]), max([end, *(m.end for m in around)])
    if end - start < _SHORTEST and sentence.end - sentence.start <= _LONGEST:
        start, end = sentence.start, sentence.end
    quote = sentence.quote(start, end)
    joint = _JOINT.match(quote)
    skipped = joint.end() if joint else 0
    kept = quote[skipped:].rstrip(_EDGE)
    start += skipped
    return Evidence.within(sentence, start, start + len(kept), pattern=cue.pattern)


def _unquoted(part: Span, cue: Span, sentence: Sentence) -> Span:
    """The part without words on the other side of a quotation mark."""
    start, end = min(part.start, cue.start), max(part.end, cue.end)
    before, after = sentence.quote(start, cue.start), sentence.quote(cue.end, end)
    opened = max(before.rfind(mark) for mark in _QUOTES)
    closed = [place for mark in _QUOTES if (place := after.find(mark)) >= 0]
    return Span(start=start + opened + 1, end=cue.end + min(closed) if closed else end)
