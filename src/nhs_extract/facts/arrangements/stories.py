"""Stories: candidates that tell of one arrangement, gathered over the article."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from nhs_extract.facts.arrangements.bodies import distinct
from nhs_extract.facts.arrangements.candidates import Candidate
from nhs_extract.facts.arrangements.model import ArrangementStatus, ArrangementType
from nhs_extract.facts.arrangements.signs import Sign, signs_in
from nhs_extract.models import Entity, Sentence

LEAD = 2.0  # weight of what stands in the headline or the lead
_ANAPHOR = (
    "that ",
    "it ",
    "this ",
    "the plan",
    "the idea",
    "the deal",
    "but ",
    "the proposal",
    "they ",
    "but that",
)
_NOT_YET = {Sign.ABANDONED, Sign.NEGATED, Sign.PENDING, Sign.PLANNED_FOR, Sign.APPROVED, Sign.PROPOSED}
_ALIVE = (Sign.PROPOSED, Sign.PENDING, Sign.APPROVED, Sign.PLANNED_FOR, Sign.COMPLETED)


@dataclass(frozen=True)
class Story:
    """The candidates of one arrangement. ``extra`` are signs from sentences that name it otherwise."""

    type: ArrangementType
    candidates: tuple[Candidate, ...]
    denied: bool = False
    extra: tuple[tuple[Sign, float], ...] = ()

    @property
    def parties(self) -> tuple[Entity, ...]:
        """Every organisation that takes part, as the candidates name them."""
        return distinct(entity for candidate in self.candidates for entity in candidate.parties)

    @property
    def weight(self) -> float:
        """How much the article makes of it."""
        return sum(
            candidate.weight
            * (0.5 if candidate.hearsay or candidate.of_body else 1.0)
            * (1.0 if candidate.sure else 0.3)
            for candidate in self.candidates
        )

    @property
    def place(self) -> float:
        """The weight of the best place where it stands."""
        return max(candidate.weight for candidate in self.candidates)

    @property
    def signs(self) -> tuple[tuple[Sign, float], ...]:
        """What is said of its state, and how much each counts."""
        own = tuple(
            (candidate.sign, candidate.weight * (0.5 if candidate.hearsay else 1.0))
            for candidate in self.candidates
            if candidate.sign and not candidate.of_body
        )
        return own + self.extra

    def _comes_first(self, sign: Sign) -> bool:
        """Whether the best place that speaks of the state says this, whatever is said later."""
        ahead = (Sign.PLANNED_FOR, Sign.PENDING)
        told = [
            other
            for other, weight in self.signs
            if weight >= min(self.place, LEAD) and other in (sign, *ahead)
        ]
        return not told or told[0] is sign

    def _weight_of(self, sign: Sign) -> float:
        return sum(weight for other, weight in self.signs if other is sign)

    @property
    def status(self) -> ArrangementStatus:
        """How far it has come."""
        if self.denied:
            return ArrangementStatus.RULED_OUT
        own = [candidate.sign for candidate in self.candidates if candidate.sign and not candidate.of_body]
        if own and own[0] is Sign.COMPLETED and not set(own) & _NOT_YET:
            return ArrangementStatus.COMPLETED
        lead = {sign for sign, weight in self.signs if weight >= LEAD}
        every = {sign for sign, _ in self.signs}
        told = lead or every
        if Sign.ABANDONED in told and not (Sign.COMPLETED in lead and Sign.ABANDONED not in lead):
            return ArrangementStatus.ABANDONED
        if Sign.NEGATED in every:
            planned = every & {Sign.ABANDONED, Sign.PROPOSED, Sign.PENDING, Sign.APPROVED}
            return ArrangementStatus.ABANDONED if planned else ArrangementStatus.RULED_OUT
        if Sign.COMPLETED in told and self._comes_first(Sign.COMPLETED):
            return ArrangementStatus.COMPLETED
        if Sign.FINAL in every:
            return ArrangementStatus.APPROVED
        if Sign.PENDING in every:
            return ArrangementStatus.PROPOSED
        if Sign.APPROVED in every:
            return ArrangementStatus.APPROVED
        proposed = self._weight_of(Sign.PROPOSED)
        if self._weight_of(Sign.PLANNED_FOR) + min(self._weight_of(Sign.FUTURE), 1.0) > proposed:
            return ArrangementStatus.APPROVED
        if proposed:
            return ArrangementStatus.PROPOSED
        if Sign.COMPLETED in every:
            return ArrangementStatus.COMPLETED
        if self.type in (
            ArrangementType.MERGER,
            ArrangementType.ACQUISITION,
            ArrangementType.SERVICE_TRANSFER,
        ):
            return ArrangementStatus.PROPOSED
        return ArrangementStatus.COMPLETED


def gather(found: Sequence[Candidate], sentences: Sequence[Sentence]) -> list[Story]:
    """The stories of an article, in the order in which they begin."""
    stories: list[Story] = []
    for kind in ArrangementType:
        of_kind = [candidate for candidate in found if candidate.type is kind]
        denials = [candidate for candidate in of_kind if candidate.sign is Sign.RULED_OUT]
        told = [candidate for candidate in of_kind if candidate.sign is not Sign.RULED_OUT]
        if kind is ArrangementType.SERVICE_TRANSFER:
            stories += _transfers(told)
            continue
        for group in _by_parties(told):
            stories += [Story(kind, part) for part in _without_earlier_plan(group, sentences)]
        stories += [Story(kind, group, denied=True) for group in _by_parties(denials, enough=1)]
    return sorted(stories, key=lambda story: story.candidates[0].number)


def _by_parties(found: Sequence[Candidate], enough: int = 2) -> Iterator[tuple[Candidate, ...]]:
    """Candidates of one type, one group for each set of ``enough`` organisations or more."""
    groups: list[list[Candidate]] = []
    for candidate in found:
        if len(candidate.parties) < enough:
            continue
        fits = [group for group in groups if _same(candidate, group)]
        if fits:
            fits[0].append(candidate)
        else:
            groups.append([candidate])
    for candidate in found:
        if len(candidate.parties) >= enough:
            continue
        fits = [
            group for group in groups if not candidate.parties or set(candidate.parties) & _members(group)
        ]
        earlier = [group for group in fits or groups if group[0].number <= candidate.number]
        if groups:
            max(
                earlier or groups[:1],
                key=lambda group: max(c.number for c in group if c.number <= candidate.number or not earlier),
            ).append(candidate)
        else:
            groups.append([candidate])
    for group in groups:
        yield tuple(sorted(group, key=lambda candidate: candidate.number))


def _without_earlier_plan(
    group: tuple[Candidate, ...], sentences: Sequence[Sentence]
) -> Iterator[tuple[Candidate, ...]]:
    """The group, and apart from it an earlier plan that came to nothing while the present one is alive."""
    lead = {c.sign for c in group if c.weight > 1}
    alive = bool(lead & set(_ALIVE)) and not lead & {Sign.ABANDONED, Sign.NEGATED}
    dead = tuple(c for c in group if c.weight == 1 and alive and c.has_year and _is_dropped(c, sentences))
    rest = tuple(c for c in group if c not in dead)
    yield from (part for part in (rest, dead) if part)


def _is_dropped(candidate: Candidate, sentences: Sequence[Sentence]) -> bool:
    following = sentences[candidate.number + 1] if candidate.number + 1 < len(sentences) else None
    return candidate.sign is Sign.ABANDONED or (following is not None and says_it_is_off(following))


def says_it_is_off(sentence: Sentence) -> bool:
    """``"It never came to pass."``"""
    words = sentence.text.lower().lstrip("“\"'‘")
    return words.startswith(_ANAPHOR) and Sign.ABANDONED in signs_in(sentence)


def _same(candidate: Candidate, group: Iterable[Candidate]) -> bool:
    """Whether the parties are those of the group, some more or some fewer."""
    mine, theirs = set(candidate.parties), _members(group)
    common = mine & theirs
    return bool(common) and (len(common) >= 2 or not mine - theirs or not theirs - mine)


def _members(group: Iterable[Candidate]) -> set[Entity]:
    return {entity for candidate in group for entity in candidate.parties}


def _transfers(found: Sequence[Candidate]) -> Iterator[Story]:
    """One story for each giver and receiver; what leaves one of them open joins a story that it fits."""
    groups: list[list[Candidate]] = []
    for candidate in sorted(found, key=lambda c: (c.transfer is None or c.transfer.giver is None, c.number)):
        moved = candidate.transfer
        if moved is None:
            continue
        for group in groups:
            told = group[0].transfer
            if (
                told
                and told.receiver == moved.receiver
                and (moved.giver in (None, told.giver) or told.giver is None)
            ):
                group.append(candidate)
                break
        else:
            groups.append([candidate])
    for group in groups:
        yield Story(ArrangementType.SERVICE_TRANSFER, tuple(group))
