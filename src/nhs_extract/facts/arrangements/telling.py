"""Telling: a story becomes a fact with its parties, result, date and evidence."""

from collections.abc import Sequence

from nhs_extract.facts.arrangements.bodies import distinct
from nhs_extract.facts.arrangements.candidates import Candidate
from nhs_extract.facts.arrangements.model import Arrangement, ArrangementStatus, ArrangementType
from nhs_extract.facts.arrangements.signs import Sign
from nhs_extract.facts.arrangements.stories import Story
from nhs_extract.facts.dates import LABEL as DATE
from nhs_extract.facts.dates import Tense, read_date
from nhs_extract.models import AnnotatedArticle, Entity, Evidence, Mention

_OFF = (ArrangementStatus.ABANDONED, ArrangementStatus.RULED_OUT)
_LONGEST = 140  # characters of evidence on each side of the cue


def tell(story: Story, annotated: AnnotatedArticle, fallback: Sequence[Entity]) -> Arrangement:
    """The fact that a story states. ``fallback`` are the parties where the story names none."""
    status = story.status
    best = _best(story)
    result = _result(story, status)
    parties = _parties(story, fallback, result)
    if story.type is ArrangementType.ACQUISITION and result is None and status not in _OFF and parties:
        result = parties[0]
    return Arrangement(
        type=story.type,
        status=status,
        parties=tuple(entity.as_name for entity in parties),
        result=result.as_name if result else None,
        effective=None if status in _OFF else _effective(story, annotated, status),
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


def _parties(story: Story, fallback: Sequence[Entity], result: Entity | None) -> tuple[Entity, ...]:
    if story.type is ArrangementType.SERVICE_TRANSFER:
        moves = [candidate.transfer for candidate in story.candidates if candidate.transfer]
        giver = next((move.giver for move in moves if move.giver), None)
        return distinct(entity for entity in (giver, moves[0].receiver) if entity)
    told = max((candidate.parties for candidate in story.candidates), key=len)
    if len(told) < 2:
        told = tuple(fallback) or told
    fewer = tuple(entity for entity in told if entity != result)
    return fewer if len(fewer) >= 2 else told


def _effective(story: Story, annotated: AnnotatedArticle, status: ArrangementStatus) -> str | None:
    tense = Tense.PAST if status is ArrangementStatus.COMPLETED else Tense.FUTURE
    published = annotated.article.published
    ranked = sorted(story.candidates, key=lambda c: (c.sign not in (Sign.COMPLETED, Sign.PLANNED_FOR), -c.weight, c.number))
    for candidate in ranked:
        dates = sorted(candidate.sentence.labelled(DATE), key=lambda m: _gap(m, candidate.cue))
        for phrase in dates:
            read = read_date(phrase.text, published, tense)
            if read:
                return read
    return None


def _gap(one: Mention, other: Mention) -> int:
    return max(one.start - other.end, other.start - one.end, 0)


def _evidence(candidate: Candidate) -> Evidence:
    """The words from the nearest party to the cue, or to the party after it."""
    sentence, cue = candidate.sentence, candidate.cue
    names = [m for m in sentence.labelled("ORGANISATION", "REFERENCE") if m.entities]
    before = [m.start for m in names if m.end <= cue.start and cue.start - m.start <= _LONGEST]
    after = [m.end for m in names if m.start >= cue.end and m.end - cue.end <= _LONGEST]
    start = max(before, default=cue.start)
    end = min(after, default=cue.end)
    text = sentence.quote(start, end)
    return Evidence.within(sentence, start, start + len(text.rstrip()), pattern=cue.pattern)
