"""Signs: the words of a sentence that tell how far an arrangement has come."""

import re
from collections.abc import Sequence
from enum import StrEnum

from nhs_extract.models import Mention, Sentence, Span

LABEL = "ARRANGEMENT_STATUS"

_CLAUSE_END = re.compile(
    r";|:\s|\s[–—-]\s|"
    r",?\s\b(?:but|although|though|while|whereas|because|after|before|until|so that|if)\b|"
    r",\s(?:which|who|where)\b|"
    r",\sand\s(?=\w+\s(?:will|would|is|are|has|have|was|were)\b)"
)
_CONDITION = re.compile(r"\b(?:if|unless|whether|in case)\b")
_NOT = re.compile(r"\b(?:not|never)\b|n[’']t\b")
_BUT_IT = re.compile(
    r",?\s(?:but|although|though)\s(?:it|this|that|they|these|lost|failed|the (?:plan|idea|deal|talk)s?)\b"
)
_CLOSE = 30
_TOUCHING = 4
_QUESTION = re.compile(r"\?[\"”’')]*$")


class Sign(StrEnum):
    """What a sentence says of an arrangement's state."""

    RULED_OUT = "ruled_out"
    NEGATED = "negated"
    ABANDONED = "abandoned"
    COMPLETED = "completed"
    HAPPENED = "happened"
    APPROVED = "approved"
    PLANNED_FOR = "planned_for"
    PENDING = "pending"
    FINAL = "final"
    PROPOSED = "proposed"
    FUTURE = "future"


_DENIALS = (Sign.RULED_OUT, Sign.NEGATED, Sign.ABANDONED)


def sign_of(sentence: Sentence, cue: Span, *, ends: bool = False) -> Sign | None:
    """What the sentence says of the state of the arrangement that ``cue`` names, None where it does not say.

    Words of the cue's own clause go before those of another clause; what is denied is denied whatever else is
    said; then the words that stand closest to the cue decide. Where the cue itself is the end of something
    (``ends``), its own "no longer" denies nothing.
    """
    mentions = [mention for mention in sentence.labelled(LABEL) if not (ends and _is_own_end(mention, cue))]
    if ends and any(_is_own_end(m, cue) and m.start < cue.start for m in sentence.labelled(LABEL)):
        return Sign.PLANNED_FOR  # "will no longer share"
    own = clause(sentence, cue)
    inside = [mention for mention in mentions if own.overlaps(mention)]
    denied = _first(inside, _DENIALS)
    if denied and not (denied is Sign.ABANDONED and _CONDITION.search(sentence.quote(own.start, cue.start))):
        return denied
    close = [mention for mention in inside if _gap(mention, cue) <= _CLOSE]
    sign = _strongest(close, cue) or _strongest(inside, cue)
    earlier = {mention.value for mention in inside if mention.end <= cue.start}
    if sign is Sign.PROPOSED and _BUT_IT.match(sentence.quote(own.end, sentence.end)):
        after = [m for m in mentions if m.start >= own.end]
        sign = Sign.ABANDONED if _first(after, (Sign.NEGATED, Sign.ABANDONED)) else sign
    if sign is Sign.PROPOSED and Sign.APPROVED.value in earlier:
        # "It was agreed that services would move": the future seen from the past.
        return Sign.APPROVED
    if sign is Sign.PLANNED_FOR and Sign.PROPOSED.value in earlier:
        return Sign.PROPOSED
    if sign is not Sign.COMPLETED:
        waiting = _first(mentions, (Sign.FINAL, Sign.PENDING))
        if waiting:
            return waiting
    if sign is None:
        outside = [mention for mention in mentions if not own.overlaps(mention)]
        sign = _strongest(outside, cue) or _first(outside, _DENIALS)
    if sign is None and _first(inside, (Sign.FUTURE,)):
        return Sign.PLANNED_FOR
    return sign


def signs_in(sentence: Sentence) -> set[Sign]:
    """All that a sentence says of a state, of whatever."""
    return {Sign(mention.value) for mention in sentence.labelled(LABEL) if mention.value}


def is_question(sentence: Sentence) -> bool:
    """Whether the sentence only asks."""
    return _QUESTION.search(sentence.text) is not None


def clause(sentence: Sentence, cue: Span) -> Span:
    """The part of the sentence between the nearest ends of clauses around ``cue``."""
    start, end = sentence.start, sentence.end
    for stop in _CLAUSE_END.finditer(sentence.text):
        if sentence.start + stop.end() <= cue.start:
            start = sentence.start + stop.start()
        elif sentence.start + stop.start() >= cue.end:
            end = sentence.start + stop.start()
            break
    return Span(start=start, end=end)


def _is_own_end(mention: Mention, cue: Span) -> bool:
    """Whether a denial is the cue's own end: in "will no longer share", not in "will not be split"."""
    return (
        mention.value in _DENIALS
        and mention.overlaps(cue)
        and not _NOT.search(mention.text[: max(cue.start - mention.start, 0)])
    )


def _strongest(mentions: Sequence[Mention], cue: Span) -> Sign | None:
    """Of several signs the one that rules: an approval over a plan, a plan over what is in the past."""
    values = {Sign(mention.value) for mention in mentions if mention.value}
    touching = {
        Sign(m.value)
        for m in mentions
        if m.value and (m.overlaps(cue) or 0 <= cue.start - m.end <= _TOUCHING)
    }
    if Sign.HAPPENED in values:
        return Sign.COMPLETED
    if Sign.FINAL in values:
        return Sign.FINAL
    if Sign.PENDING in values:
        return Sign.PENDING
    if Sign.PROPOSED in touching and Sign.APPROVED not in values:
        return Sign.PROPOSED
    if Sign.COMPLETED in touching:
        return Sign.COMPLETED
    for sign in (Sign.APPROVED, Sign.PLANNED_FOR, Sign.PROPOSED, Sign.COMPLETED):
        if sign in values:
            return sign
    return None


def _first(mentions: Sequence[Mention], signs: Sequence[Sign]) -> Sign | None:
    values = {mention.value for mention in mentions}
    return next((sign for sign in signs if sign.value in values), None)


def _gap(left: Span, right: Span) -> int:
    return max(left.start - right.end, right.start - left.end, 0)
