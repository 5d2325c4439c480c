"""Candidates: every sentence with a cue, read by itself."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from nhs_extract.facts.arrangements.bodies import (
    OBJECT,
    distinct,
    named,
    only_boards_decide,
    referred,
    result_in,
    together,
)
from nhs_extract.facts.arrangements.model import ArrangementType
from nhs_extract.facts.arrangements.passing import (
    introduces,
    is_denied_outright,
    is_not_taken_part_in,
    is_of_outsiders,
)
from nhs_extract.facts.arrangements.signs import LABEL as STATUS
from nhs_extract.facts.arrangements.signs import Sign, is_question, sign_of
from nhs_extract.facts.arrangements.transfers import Transfer, transfer
from nhs_extract.facts.dates import LABEL as DATE
from nhs_extract.facts.dates import Tense, read_date
from nhs_extract.models import AnnotatedArticle, Entity, Mention, PassageKind, Sentence

LABEL = "ARRANGEMENT"
HINT = "ARRANGEMENT_HINT"

_WHOLE = (ArrangementType.MERGER, ArrangementType.ACQUISITION)
_LEAD = 3  # paragraphs
_LONG = 60  # characters: shorter paragraphs are bylines, dates and the like

_PRESENT = re.compile(
    r"(?:takes?|pass(?:es)?|moves?|joins?|becomes?|merges?|transfers?|go(?:es)?|comes?|hands?|gives?)\b"
)
_INFINITIVE = re.compile(r"\b(?:to|will|would|could|should|may|might|must|can|not|let|see)\s$")
_NOUN = re.compile(r"(?:mergers?|take-?overs?|acquisitions?|group|venture|alliance)$", re.I)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_INSTEAD = re.compile(
    r"\b(?:rather than|instead of|without|avoid(?:ing)?|escape|fear of)\s(?:(?:be|being|having|to|a|the)\s)*$"
)
_LOSER = re.compile(
    r"\b(?:ahead of|instead of|rather than|in preference to|beat|beating|rejected|unlike|"
    r"chosen over|preferred to)\s(?:the\s)?$"
)
_IN_A_ROW = re.compile(r"(?:\s\([^)]*\))?(?:,|,?\s(?:and|&))\s(?:the\s)?", re.I)
_BULLET = 4  # characters before the name in a line of a list
_LINE = 120  # characters of a line of a list
_BESIDE = 45  # characters between two bodies and what they do
_SERVICES_NEXT = re.compile(r"^\s(?:the\s|its\s|their\s|all\s|some\s|of\s|for\s)?(?:[\w’'-]+\s){0,4}?$")


@dataclass(frozen=True)
class Candidate:
    """One cue and what its sentence says about it.

    ``weight`` says how much the place counts: headline, lead, rest. ``sure`` is false for a hint.
    """

    type: ArrangementType
    cue: Mention
    sentence: Sentence
    number: int
    weight: float
    sign: Sign | None
    parties: tuple[Entity, ...]
    result: Entity | None
    sure: bool = True
    of_body: bool = False
    hearsay: bool = False
    outsiders: bool = False
    transfer: Transfer | None = None

    @property
    def has_year(self) -> bool:
        """Whether the sentence says in which year."""
        return _YEAR.search(self.sentence.text) is not None


def candidates(annotated: AnnotatedArticle) -> Iterator[Candidate]:
    """One candidate for each type of arrangement that a sentence names, in reading order."""
    weights = weigh(annotated)
    main = main_parties(annotated)
    sentences = annotated.sentences
    for number, sentence in enumerate(sentences):
        seen: set[tuple[ArrangementType, str]] = set()
        for cue in _cues(sentence):
            candidate = _candidate(cue, number, annotated, weights[number])
            if candidate is None:
                continue
            key = (candidate.type, str(candidate.transfer))
            if key not in seen:
                seen.add(key)
                yield _with_main_parties(_with_parties_before(candidate, sentences), main)


def main_parties(annotated: AnnotatedArticle) -> tuple[Entity, ...]:
    """The organisations of the first sentence that names several: whom the lead speaks of without names."""
    for sentence in annotated.sentences:
        parties = distinct(m.entity for m in named(sentence) if m.entity and m.entity != result_in(sentence))
        if len(parties) >= 2:
            return listed(annotated) or parties
    return listed(annotated)


def listed(annotated: AnnotatedArticle) -> tuple[Entity, ...]:
    """The organisations of a list, one a line, three or more."""
    run: list[Entity] = []
    for sentence in annotated.sentences:
        first = next((m for m in named(sentence) if m.start - sentence.start <= _BULLET), None)
        alone = sentence.passage_kind is not PassageKind.HEADLINE and len(sentence.text) <= _LINE
        if first and first.entity and alone and sentence.text[-1:] != ".":
            run.append(first.entity)
        elif len(run) >= 3:
            break
        else:
            run = []
    return distinct(run) if len(run) >= 3 else ()


def _with_parties_before(candidate: Candidate, sentences: Sequence[Sentence]) -> Candidate:
    """``"A and B share a chair. It is no step to merger."``: the parties of the paragraph so far."""
    if len(candidate.parties) >= 2 or candidate.transfer is not None:
        return candidate
    for sentence in reversed(sentences[: candidate.number]):
        if sentence.passage != candidate.sentence.passage:
            break
        before = _parties(sentence, result_in(sentence))
        if len(before) >= 2 and set(candidate.parties) <= set(before):
            return replace(candidate, parties=before)
    return candidate


def _with_main_parties(candidate: Candidate, main: tuple[Entity, ...]) -> Candidate:
    """``"Two trusts are to merge"`` in the lead, before they are named."""
    if candidate.weight > 1 and not candidate.parties and candidate.transfer is None:
        return replace(candidate, parties=main)
    return candidate


def weigh(annotated: AnnotatedArticle) -> list[float]:
    """How much each sentence counts: 3 in the headline, 2 in the lead, 1 elsewhere."""
    lead = [
        number
        for number, passage in enumerate(annotated.passages)
        if passage.kind is PassageKind.STANDFIRST
        or (
            passage.kind in (PassageKind.PARAGRAPH, PassageKind.BULLET)
            and passage.end - passage.start >= _LONG
        )
    ][:_LEAD]
    return [
        3.0 if sentence.passage_kind is PassageKind.HEADLINE else 2.0 if sentence.passage in lead else 1.0
        for sentence in annotated.sentences
    ]


def _cues(sentence: Sentence) -> Iterator[Mention]:
    """The cues that are no part of a name, save that of a collaborative, and of no other cue that ends it."""
    names = [mention for mention in sentence.labelled("ORGANISATION") if " " in mention.text]
    ends = [cue for cue in sentence.labelled(LABEL) if cue.value == ArrangementType.SEPARATION]
    for cue in [*sentence.labelled(LABEL), *sentence.labelled(HINT)]:
        inside = any(name.start < cue.start < name.end or name.contains(cue) for name in names)
        if inside and cue.value != ArrangementType.PROVIDER_COLLABORATIVE:
            continue
        if cue.value != ArrangementType.SEPARATION and any(end.overlaps(cue) for end in ends):
            continue
        yield cue


def _candidate(
    cue: Mention, number: int, annotated: AnnotatedArticle, weight: float
) -> Candidate | None:
    sentence, published = annotated.sentences[number], annotated.article.published
    day_above = _day_above(number, annotated.sentences)
    if cue.value is None or cue.group("generic") or is_question(sentence):
        return None
    kind = ArrangementType(cue.value)
    sure = cue.label == LABEL or (cue.group("of_two") is not None and _has_two(cue, sentence))
    moved = None
    if kind is ArrangementType.SERVICE_TRANSFER or (
        kind is ArrangementType.ACQUISITION and _of_services(cue, sentence)
    ):
        moved = transfer(cue, sentence)
        if moved is None:
            return None
        kind, sure = ArrangementType.SERVICE_TRANSFER, True
    result = result_in(sentence)
    parties = _parties(sentence, result)
    if is_denied_outright(cue, sentence) or is_not_taken_part_in(cue, sentence):
        return None
    outsiders = is_of_outsiders(cue, sentence)
    if outsiders and weight == 1 and not named(sentence):
        return None
    sign = _sign(sentence, cue, published, day_above)
    if kind is ArrangementType.JOINT_LEADERSHIP and (
        introduces(cue, sentence) or (cue.group("post") and sign in (None, Sign.COMPLETED))
    ):
        return None
    return Candidate(
        type=kind,
        cue=cue,
        sentence=sentence,
        number=number,
        weight=weight,
        sign=sign,
        parties=parties,
        result=result,
        sure=sure,
        of_body=cue.group("noun") is not None,
        hearsay=any(thing.value == "hearsay" for thing in sentence.labelled(OBJECT)),
        outsiders=outsiders,
        transfer=moved,
    )


def _sign(
    sentence: Sentence, cue: Mention, published: date | None, day_above: Sequence[Mention]
) -> Sign | None:
    """What the sentence says of the state, with the future of headlines: ``"Trusts to merge"``."""
    if cue.value in _WHOLE and _INSTEAD.search(sentence.before(cue)):
        return Sign.RULED_OUT
    sign = sign_of(sentence, cue, ends=cue.value == ArrangementType.SEPARATION)
    done = (m for m in sentence.labelled(STATUS) if m.value in (Sign.COMPLETED, Sign.HAPPENED) and not m.overlaps(cue))
    if (sign is None or (sign is Sign.COMPLETED and not any(done))) and _is_future_headline(sentence, cue):
        return Sign.FUTURE
    if sign is Sign.APPROVED and cue.value in _WHOLE and only_boards_decide(sentence):
        return Sign.PROPOSED
    if sign is None and _PRESENT.match(cue.text) and not _INFINITIVE.search(sentence.before(cue)):
        return _sign_of_date([*sentence.labelled(DATE), *day_above], cue, published)
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


def _is_future_headline(sentence: Sentence, cue: Mention) -> bool:
    if sentence.passage_kind is not PassageKind.HEADLINE:
        return False
    after_to = sentence.before(cue).endswith(" to ") and not _NOUN.search(cue.text)
    return after_to or cue.text.startswith("to ")


def _has_two(cue: Mention, sentence: Sentence) -> bool:
    """``"A and B cease to exist"``, ``"it takes the place of A and B"``: two bodies in a row beside the cue."""
    bodies = named(sentence)
    return any(
        _IN_A_ROW.fullmatch(sentence.between(left, right)) is not None
        and (0 <= cue.start - right.end <= _BESIDE or 0 <= left.start - cue.end <= _BESIDE)
        for left, right in pairwise(bodies)
    )


def _of_services(cue: Mention, sentence: Sentence) -> bool:
    """Whether what is taken over are services, not an organisation."""
    for thing in sentence.labelled(OBJECT):
        if thing.value == "services" and thing.start >= cue.end:
            return (
                _SERVICES_NEXT.match(sentence.between(cue, thing)) is not None or thing.start - cue.end <= 3
            )
    return False


def _parties(sentence: Sentence, result: Entity | None) -> tuple[Entity, ...]:
    """The organisations of the sentence that can be meant, by name, else by reference."""
    taking_part = [m for m in named(sentence) if not _LOSER.search(sentence.before(m)[-40:])]
    parties = distinct(m.entity for m in taking_part if m.entity and m.entity != result)
    if len(parties) >= 2:
        return parties
    referring = (m.entity for m in referred(sentence) if m.entity and m.entity != result)
    return together(sentence) or distinct([*parties, *referring])
