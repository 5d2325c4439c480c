"""Claims: what an article says of a person's post, at each place where it says it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from nhs_extract.facts.executives.bodies import Body, Surroundings
from nhs_extract.facts.executives.holders import Holding, holdings
from nhs_extract.facts.executives.outline import Outline, Person
from nhs_extract.facts.executives.posts import Post, posts
from nhs_extract.facts.executives.status import Status, status_of
from nhs_extract.facts.executives.verbs import Leading, leadings
from nhs_extract.models import AnnotatedArticle, Entity, Evidence, Mention

BELOW_BOARD = "below the board"


@dataclass(frozen=True)
class Claim:
    """One place where an article says that a person has, had or will have a post.

    ``entities`` are the organisations that the words name; none where they leave it unsaid.
    """

    person: str
    honorific: str | None
    role: str
    printed: str
    entities: tuple[Entity, ...]
    status: Status
    evidence: Evidence
    number: int
    is_joint: bool = False
    is_group: bool = False
    is_weak: bool = False


@dataclass
class Memory:
    """The posts said so far, the newest last."""

    said: list[Claim] = field(default_factory=list)

    def last_of(self, person: str | None) -> Claim | None:
        """The newest claim about a person, else about anybody."""
        of_person = [claim for claim in self.said if claim.person == person]
        return (of_person or [None])[-1]

    @property
    def last(self) -> Claim | None:
        """The newest claim."""
        return self.said[-1] if self.said else None


def claims(annotated: AnnotatedArticle, outlines: Sequence[Outline], surroundings: Surroundings) -> list[Claim]:
    """All claims of an article in reading order."""
    memory = Memory()
    for number, outline in enumerate(outlines):
        found = list(posts(outline))
        tied = list(holdings(outline, found))
        parts: list[tuple[int, Holding | Leading]] = [(h.post.start, h) for h in tied]
        parts += [(leading.start, leading) for leading in leadings(outline)]
        for _, part in sorted(parts, key=lambda pair: pair[0]):
            if isinstance(part, Leading):
                memory.said.extend(_of_leading(outline, part, number))
            else:
                memory.said.extend(_of_holding(outline, part, number, memory, annotated))
    return memory.said


def _of_leading(outline: Outline, leading: Leading, number: int) -> Iterator[Claim]:
    entities = _entities(leading.bodies)
    if leading.person.is_outsider or not entities:
        return
    yield Claim(
        person=leading.person.name,
        honorific=leading.person.honorific,
        role=leading.verb.value or "",
        printed=leading.verb.text,
        entities=entities,
        status=leading.status,
        evidence=_evidence(outline, leading.start, leading.end, f"executives.{leading.verb.value} verb"),
        number=number,
        is_weak=leading.verb.value != "chair",
    )


def _of_holding(
    outline: Outline, holding: Holding, number: int, memory: Memory, annotated: AnnotatedArticle
) -> Iterator[Claim]:
    post, person = holding.post, holding.person
    if person.is_outsider or post.is_outside:
        return
    status = status_of(outline, holding, annotated.article.published)
    entities = _entities(holding.own) or _entities(post.places) or _entities(post.owners)
    for number_of_role, role in enumerate(post.roles):
        if holding.roles and number_of_role not in holding.roles:
            continue
        claim = Claim(
            person=person.name,
            honorific=person.honorific,
            role=role.value or "",
            printed=role.text,
            entities=entities,
            status=status,
            evidence=_evidence(outline, holding.start, holding.end, f"executives.{holding.rule}"),
            number=number,
            is_joint=_says(outline, post, "joint", "shared"),
            is_group=_says(outline, post, "group"),
        )
        if role.label == "EXECUTIVE_POST":
            yield from _elsewhere(claim, role, post, memory)
        elif claim.role != BELOW_BOARD:
            yield claim


def _elsewhere(claim: Claim, role: Mention, post: Post, memory: Memory) -> Iterator[Claim]:
    """The claim about a post whose role was named before: of the same person, of a predecessor, a counterpart."""
    if role.value in {"same", "this"}:
        known = memory.last_of(claim.person) or memory.last
    else:
        known = memory.last_of(post.whose) or memory.last
    if known is None:
        return
    same_person = known.person == claim.person
    if role.value == "counterpart" and not claim.entities:
        return
    if role.value == "same" and not claim.entities:
        return
    status = claim.status
    if role.value == "predecessor":
        status = Status.FORMER
    if role.value == "deputy":
        deputy = {"chief executive": "deputy chief executive", "chair": "vice chair"}.get(known.role)
        if deputy is None or same_person:
            return
        known = replace(known, role=deputy)
    yield replace(
        claim, role=known.role, status=status, entities=claim.entities or known.entities, is_group=known.is_group
    )


def _says(outline: Outline, post: Post, *words: str) -> bool:
    said = outline.sentence.text[post.start : post.end].casefold()
    return any(word in said.split() for word in words)


def _entities(bodies: Sequence[Body]) -> tuple[Entity, ...]:
    return tuple({entity.name: entity for body in bodies for entity in body.entities}.values())


def _evidence(outline: Outline, start: int, end: int, rule: str) -> Evidence:
    offset = outline.sentence.start
    return Evidence.within(outline.sentence, start + offset, end + offset, rule)


__all__ = ["Claim", "Person", "claims"]
