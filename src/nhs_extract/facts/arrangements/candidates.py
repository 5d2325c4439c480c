"""Candidates: every sentence with a cue, read by itself."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from nhs_extract.facts.arrangements.bodies import IN_A_ROW, OBJECT, named, result_in
from nhs_extract.facts.arrangements.context import main_parties, parties_of, weigh
from nhs_extract.facts.arrangements.model import ArrangementType
from nhs_extract.facts.arrangements.passing import (
    introduces,
    is_denied_outright,
    is_not_taken_part_in,
    is_of_outsiders,
)
from nhs_extract.facts.arrangements.signs import Sign, is_question
from nhs_extract.facts.arrangements.state import state_of
from nhs_extract.facts.arrangements.transfers import Transfer, transfers
from nhs_extract.models import AnnotatedArticle, Entity, Mention, Sentence

LABEL = "ARRANGEMENT"
HINT = "ARRANGEMENT_HINT"


_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_HELD = re.compile(r"(?:is|are|was|been)\b")
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
            for candidate in _candidates(cue, number, annotated, weights[number]):
                key = (candidate.type, str(candidate.transfer))
                if key in seen:
                    continue
                seen.add(key)
                yield _with_main_parties(_with_parties_before(candidate, sentences), main)


def _with_parties_before(candidate: Candidate, sentences: Sequence[Sentence]) -> Candidate:
    """``"A and B share a chair. It is no step to merger."``: the parties of the paragraph so far."""
    if len(candidate.parties) >= 2 or candidate.transfer is not None:
        return candidate
    for sentence in reversed(sentences[: candidate.number]):
        if sentence.passage != candidate.sentence.passage:
            break
        before = parties_of(sentence)
        if len(before) >= 2 and set(candidate.parties) <= set(before):
            return replace(candidate, parties=before)
    return candidate


def _with_main_parties(candidate: Candidate, main: tuple[Entity, ...]) -> Candidate:
    """``"Two trusts are to merge"`` in the lead, before they are named."""
    if candidate.weight > 1 and not candidate.parties and candidate.transfer is None:
        return replace(candidate, parties=main)
    return candidate


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


def _candidates(cue: Mention, number: int, annotated: AnnotatedArticle, weight: float) -> Iterator[Candidate]:
    sentence = annotated.sentences[number]
    if cue.value is None or cue.group("generic") or is_question(sentence):
        return
    kind = ArrangementType(cue.value)
    sure = cue.label == LABEL or (cue.group("of_two") is not None and _has_two(cue, sentence))
    moves: tuple[Transfer | None, ...] = (None,)
    if kind is ArrangementType.SERVICE_TRANSFER or (
        kind is ArrangementType.ACQUISITION and _of_services(cue, sentence)
    ):
        moves = transfers(cue, sentence)
        kind, sure = ArrangementType.SERVICE_TRANSFER, True
    if is_denied_outright(cue, sentence) or is_not_taken_part_in(cue, sentence):
        return
    outsiders = is_of_outsiders(cue, sentence)
    if outsiders and weight == 1 and not named(sentence):
        return
    sign = state_of(cue, number, annotated)
    if kind is ArrangementType.JOINT_LEADERSHIP and (
        introduces(cue, sentence)
        or (cue.group("post") and (sign in (None, Sign.COMPLETED) or _HELD.match(cue.text)))
    ):
        return
    for moved in moves:
        yield Candidate(
            type=kind,
            cue=cue,
            sentence=sentence,
            number=number,
            weight=weight,
            sign=sign,
            parties=parties_of(sentence),
            result=result_in(sentence),
            sure=sure,
            of_body=cue.group("noun") is not None,
            hearsay=any(thing.value == "hearsay" for thing in sentence.labelled(OBJECT)),
            outsiders=outsiders,
            transfer=moved,
        )


def _has_two(cue: Mention, sentence: Sentence) -> bool:
    """``"A and B cease to exist"``, ``"in place of A and B"``: two bodies in a row beside the cue."""
    bodies = named(sentence)
    return any(
        IN_A_ROW.fullmatch(sentence.between(left, right)) is not None
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
