"""State: what a sentence says of its cue's state, by its words, its headline or its day."""

import re
from collections.abc import Iterable, Sequence
from datetime import date

from nhs_extract.facts.arrangements.bodies import only_boards_decide
from nhs_extract.facts.arrangements.model import ArrangementType
from nhs_extract.facts.arrangements.signs import LABEL as STATUS
from nhs_extract.facts.arrangements.signs import Sign, sign_of
from nhs_extract.facts.dates import LABEL as DATE
from nhs_extract.facts.dates import Tense, read_date
from nhs_extract.models import AnnotatedArticle, Mention, PassageKind, Sentence

_WHOLE = (ArrangementType.MERGER, ArrangementType.ACQUISITION)
_PRESENT = re.compile(
    r"(?:takes?|pass(?:es)?|moves?|joins?|becomes?|merges?|transfers?|go(?:es)?|comes?|hands?|gives?|acquires?|absorbs?)\b"
)
_INFINITIVE = re.compile(r"\b(?:to|will|would|could|should|may|might|must|can|not|let|see)\s$")
_NOUN = re.compile(r"(?:mergers?|take-?overs?|acquisitions?|group|venture|alliance)$", re.I)
_INSTEAD = re.compile(
    r"\b(?:rather than|instead of|without|avoid(?:ing)?|escape|fear of)\s(?:(?:be|being|having|to|a|the)\s)*$"
)


def state_of(cue: Mention, number: int, annotated: AnnotatedArticle) -> Sign | None:
    """What the sentence says of the state, with the future of headlines: ``"Trusts to merge"``."""
    sentence = annotated.sentences[number]
    if cue.value in _WHOLE and _INSTEAD.search(sentence.before(cue)):
        return Sign.RULED_OUT
    sign = sign_of(sentence, cue, ends=cue.value == ArrangementType.SEPARATION)
    done = (
        m
        for m in sentence.labelled(STATUS)
        if m.value in (Sign.COMPLETED, Sign.HAPPENED) and not m.overlaps(cue)
    )
    if (sign is None or (sign is Sign.COMPLETED and not any(done))) and _is_future_headline(sentence, cue):
        return Sign.FUTURE
    if sign is Sign.APPROVED and cue.value in _WHOLE and only_boards_decide(sentence):
        return Sign.PROPOSED
    if sign is None and _PRESENT.match(cue.text) and not _INFINITIVE.search(sentence.before(cue)):
        days = [*sentence.labelled(DATE), *_day_above(number, annotated.sentences)]
        return _sign_of_date(days, cue, annotated.article.published) or _sign_of_list(sentence)
    return sign


def _day_above(number: int, sentences: Sequence[Sentence]) -> tuple[Mention, ...]:
    """The day that stands alone over the paragraph, as in a timeline."""
    passage = sentences[number].passage
    above = next((s for s in reversed(sentences[:number]) if s.passage != passage), None)
    return tuple(day for day in above.labelled(DATE) if day.text == above.text) if above else ()


def _sign_of_date(days: Iterable[Mention], cue: Mention, published: date | None) -> Sign | None:
    """``"On 1 April they become one"``: done or to come, as the day nearest to the cue says."""
    for phrase in sorted(days, key=lambda phrase: abs(phrase.start - cue.start)):
        day = read_date(phrase.text, published, Tense.FUTURE)
        if day is not None:
            past = published is not None and day <= published.isoformat()[: len(day)]
            return Sign.COMPLETED if past else Sign.PLANNED_FOR
    return None


def _sign_of_list(sentence: Sentence) -> Sign | None:
    """``"• community services transfer to B"``: an item of a list of what is to come."""
    return Sign.PLANNED_FOR if sentence.text.startswith(("•", "- ", "– ", "* ")) else None


def _is_future_headline(sentence: Sentence, cue: Mention) -> bool:
    if sentence.passage_kind is not PassageKind.HEADLINE:
        return False
    after_to = sentence.before(cue).endswith(" to ") and not _NOUN.search(cue.text)
    return after_to or cue.text.startswith("to ")
