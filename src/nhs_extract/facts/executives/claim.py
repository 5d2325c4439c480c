"""Claim: one place where an article says that a person has a post, and the memory of those before it."""

from dataclasses import dataclass, field, replace

from nhs_extract.facts.executives.bodies import Body
from nhs_extract.facts.executives.outline import Outline, Person
from nhs_extract.facts.executives.status import Reading, Status
from nhs_extract.models import Entity, Evidence

# Values of a role that is none of the closed list.
NO_ROLES = frozenset({"below the board", "outside"})
# Roles by which a person is at the head of a body.
HEADSHIPS = frozenset({"chief executive", "chair"})
_RECENT = 4  # claims


@dataclass(frozen=True)
class Claim:
    """One place where an article says that a person has, had or will have a post.

    ``entities`` are the organisations that the words name, none where they leave it unsaid; ``together`` are
    those that the sentence says share the post; ``consumed`` are the bodies that posts of the sentence name.
    """

    person: str
    honorific: str | None
    role: str
    printed: str
    entities: tuple[Entity, ...]
    reading: Reading
    evidence: Evidence
    number: int
    together: tuple[Entity, ...] = ()
    is_shared: bool = False
    is_group: bool = False
    is_national: bool = False
    is_new: bool = False
    consumed: tuple[Body, ...] = ()

    @property
    def is_held(self) -> bool:
        """Whether it speaks of a post that is held now."""
        return self.reading.status in {Status.CURRENT, Status.INTERIM}

    def shared_by(self, number: int) -> "Claim":
        """The claim with a reading that tells whether it speaks of several organisations."""
        return replace(self, reading=replace(self.reading, is_shared=number > 1))

    def of(self, person: Person, status: Status, evidence: Evidence, number: int) -> "Claim":
        """The claim of the same post for another person, in sentence ``number``."""
        return replace(
            self,
            person=person.name,
            honorific=person.honorific,
            reading=Reading(status, is_said=True),
            evidence=evidence,
            number=number,
        )


@dataclass
class Memory:
    """What was said so far, the newest last: claims, and posts without a holder."""

    said: list[Claim] = field(default_factory=list)
    vacant: list[Claim] = field(default_factory=list)

    @property
    def last(self) -> Claim | None:
        """The newest claim."""
        return self.said[-1] if self.said else None

    def last_of(self, person: str | None) -> Claim | None:
        """The newest claim about a person."""
        return next((claim for claim in reversed(self.said) if claim.person == person), None)

    def headship_of(self, person: str) -> Claim | None:
        """The post by which a person heads a body, else the newest."""
        return _headship([claim for claim in reversed(self.said) if claim.person == person])

    def held_by(self, person: str) -> Claim | None:
        """The post by which a person heads a body now, else the newest of the person."""
        held = [claim for claim in reversed(self.said) if claim.person == person and claim.is_held]
        return _headship(held) or self.last_of(person)

    def recent_headship(self) -> Claim | None:
        """The post at the head of a body among the last few, else the newest."""
        return _headship(self.said[: -_RECENT - 1 : -1])

    def last_post(self) -> Claim | None:
        """The post named last, whether somebody has it or not."""
        known = [claim for claim in (*self.said[-1:], *self.vacant[-1:]) if claim.role not in NO_ROLES]
        return max(known, key=lambda claim: claim.evidence.start, default=None)

    def has(self, person: str, known: Claim) -> bool:
        """Whether a person was said to have the post of a claim."""
        return any(
            claim.person == person
            and claim.role == known.role
            and (not claim.entities or not known.entities or set(claim.entities) & set(known.entities))
            for claim in self.said
        )


def evidence(outline: Outline, start: int, end: int, rule: str) -> Evidence:
    """The words between two places of a sentence, found by a rule of this package."""
    offset = outline.sentence.start
    return Evidence.within(outline.sentence, start + offset, end + offset, f"executives.{rule}")


def _headship(said: list[Claim]) -> Claim | None:
    return next((claim for claim in said if claim.role in HEADSHIPS), said[0] if said else None)
