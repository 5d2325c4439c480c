"""Claims: what an article says of a person's post, at each place where it says it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from nhs_extract.facts.executives.bodies import SHORT_FORM, Body
from nhs_extract.facts.executives.holders import Holding, holdings
from nhs_extract.facts.executives.lines import Lines
from nhs_extract.facts.executives.outline import PERSON, Outline, Person
from nhs_extract.facts.executives.posts import Post, posts
from nhs_extract.facts.executives.status import Reading, Status, status_of
from nhs_extract.facts.executives.successions import leavings, successions
from nhs_extract.facts.executives.tables import Table
from nhs_extract.facts.executives.verbs import Leading, leadings
from nhs_extract.models import AnnotatedArticle, Entity, Evidence, Mention

BELOW_BOARD = "below the board"
OUTSIDE = "outside"
_HEADS = frozenset({"chief executive", "chair"})

_WHERE = re.compile(r",?\s(?:in\s[A-Z]\w+,?\s)?where\s$")
_AS = re.compile(r"(?:\s\([^()]*\))?(?:\s(?:\w+|[A-Z]\w+)){0,3}?,?\sas\s")
_SHARING = re.compile(r"\b(?:shar(?:e|es|ed|ing)|joint|same|one|single|common)\b")


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
    reading: Reading
    evidence: Evidence
    number: int
    together: tuple[Entity, ...] = ()
    is_shared: bool = False
    is_group: bool = False
    is_national: bool = False
    consumed: tuple[Body, ...] = ()


    def shared_by(self, number: int) -> "Claim":
        """The claim with a reading that tells whether it speaks of several organisations."""
        return replace(self, reading=replace(self.reading, is_shared=number > 1))

    @property
    def is_held(self) -> bool:
        """Whether it speaks of a post that is held now."""
        return self.reading.status in {Status.CURRENT, Status.INTERIM}


@dataclass
class Memory:
    """The posts said so far, the newest last."""

    said: list[Claim] = field(default_factory=list)
    vacant: list[Claim] = field(default_factory=list)

    def last_of(self, person: str | None) -> Claim | None:
        """The newest claim about a person, else about anybody."""
        return next((claim for claim in reversed(self.said) if claim.person == person), None)

    def headship_of(self, person: str | None) -> Claim | None:
        """The post that a person heads a body by, else the newest; of None the same for the last few claims."""
        said = [c for c in reversed(self.said) if c.person == person] if person else self.said[:-5:-1]
        return next((claim for claim in said if claim.role in _HEADS), said[0] if said else None)

    def has(self, person: str, known: Claim) -> bool:
        """Whether a person was said to have the post of a claim."""
        return any(
            claim.person == person
            and claim.role == known.role
            and (not claim.entities or not known.entities or set(claim.entities) & set(known.entities))
            for claim in self.said
        )

    def last_before(self, claim: Claim) -> Claim | None:
        """The post named last, whether somebody has it or not."""
        known = [c for c in (*self.said[-1:], *self.vacant[-1:]) if c.role not in {BELOW_BOARD, OUTSIDE}]
        return max(known, key=lambda c: c.evidence.start, default=None)

    @property
    def last(self) -> Claim | None:
        """The newest claim."""
        return self.said[-1] if self.said else None


def claims(annotated: AnnotatedArticle, outlines: Sequence[Outline]) -> list[Claim]:
    """All claims of an article in reading order."""
    memory = Memory()
    lines, table = Lines(), Table()
    for number, outline in enumerate(outlines):
        found = list(posts(outline))
        said = [post for post in found if not post.is_elsewhere and not post.is_outside]
        memory.vacant.extend(_vacant(outline, post, number) for post in said)
        tied = list(holdings(outline, found))
        parts: list[tuple[int, Holding | Leading]] = [(h.post.start, h) for h in tied]
        parts += [(leading.start, leading) for leading in leadings(outline)]
        for _, part in sorted(parts, key=lambda pair: pair[0]):
            if isinstance(part, Leading):
                memory.said.extend(_of_leading(outline, part, number, memory))
            else:
                memory.said.extend(_of_holding(outline, part, number, memory, annotated, found))
        for holding in table.row(outline, found):
            if all(holding.person is not other.person for other in tied):
                memory.said.extend(_of_holding(outline, holding, number, memory, annotated, found))
        pair = lines.pair(outline, found, has_holder=bool(tied))
        if pair is not None:
            memory.said.extend(_of_line(outline, *pair, number, annotated))
        memory.said.extend(_of_succession(outline, number, memory))
    return memory.said


def _vacant(outline: Outline, post: Post, number: int) -> Claim:
    """A post by itself, for what later words such as "the role" stand for."""
    return Claim(
        person="",
        honorific=None,
        role=post.roles[0].value or "",
        printed=post.roles[0].text,
        entities=_entities(post.bodies),
        reading=Reading(Status.CURRENT, is_said=False),
        evidence=_evidence(outline, post.start, post.end, "executives.vacant"),
        number=number,
    )


def _of_leading(outline: Outline, leading: Leading, number: int, memory: Memory) -> Iterator[Claim]:
    entities = _entities(leading.bodies)
    role = leading.verb.value or ""
    if role == "same":
        known = memory.last_of(leading.person.name)
        role = known.role if known else ""
    if leading.person.is_outsider or not entities or not role:
        return
    yield Claim(
        person=leading.person.name,
        honorific=leading.person.honorific,
        role=role,
        printed=leading.verb.text,
        entities=entities,
        reading=Reading(leading.status, is_said=True, is_weak=leading.verb.value == "chief executive"),
        evidence=_evidence(outline, leading.start, leading.end, "executives.verb"),
        number=number,
    )


def _of_line(
    outline: Outline, person: Person, post: Post, number: int, annotated: AnnotatedArticle
) -> Iterator[Claim]:
    """The claim of two lines, one a name and the other a role: a signature, a table cut into lines."""
    link = (post.start, post.start)
    holding = Holding(person, post, "line", post.start, post.end, link)
    if outline.text[person.start : person.end].strip(PERSON) == "" and person in outline.persons:
        holding = replace(holding, start=person.start, end=person.end)
    yield from _of_holding(outline, holding, number, Memory(), annotated, (post,))


def _of_succession(outline: Outline, number: int, memory: Memory) -> Iterator[Claim]:
    """The claims of who comes after whom, and of who goes, where the post is known from elsewhere."""
    for succession in successions(outline):
        after, before = (memory.headship_of(p.name) for p in (succession.after, succession.before))
        known = before or after
        if known is None:
            continue
        person = succession.after if before else succession.before
        status = succession.status_after if before else succession.status_before
        if not memory.has(person.name, known):
            yield _moved(outline, known, person, status, (succession.start, succession.end), number)
    for leaving in leavings(outline):
        known = memory.headship_of(None)
        if known is not None and memory.last_of(leaving.person.name) is None:
            yield _moved(outline, known, leaving.person, leaving.status, (leaving.start, leaving.end), number)


def _moved(
    outline: Outline, known: Claim, person: Person, status: Status, span: tuple[int, int], number: int
) -> Claim:
    """A claim of the same post for another person."""
    return replace(
        known,
        person=person.name,
        honorific=person.honorific,
        reading=Reading(status, is_said=True),
        evidence=_evidence(outline, *span, "executives.succession"),
        number=number,
    )


def _of_holding(
    outline: Outline, holding: Holding, number: int, memory: Memory, annotated: AnnotatedArticle, found: Sequence[Post]
) -> Iterator[Claim]:
    post, person = holding.post, holding.person
    if person.is_outsider or post.is_outside:
        return
    reading = status_of(outline, holding, annotated.article.published)
    entities = (
        _entities(holding.own)
        or _entities(post.places)
        or _entities(post.owners)
        or _where(outline, holding)
        or _joined(outline, holding)
    )
    for number_of_role, role in enumerate(post.roles):
        if holding.roles and number_of_role not in holding.roles:
            continue
        claim = Claim(
            person=person.name,
            honorific=person.honorific,
            role=role.value or "",
            printed=role.text,
            entities=entities,
            reading=reading,
            evidence=_evidence(outline, holding.start, holding.end, f"executives.{holding.rule}"),
            number=number,
            together=_together(outline, post),
            is_shared=_says(outline, post, "joint", "shared", "common"),
            is_group=_says(outline, post, "group") and not any(body.is_name for body in post.bodies),
            is_national=post.is_national,
            consumed=tuple(body for other in found for body in other.bodies),
        )
        if role.label == "EXECUTIVE_POST":
            yield from _elsewhere(claim, role, post, memory)
        elif claim.role not in {BELOW_BOARD, OUTSIDE} and not _is_unnamed(post):
            yield claim


def _elsewhere(claim: Claim, role: Mention, post: Post, memory: Memory) -> Iterator[Claim]:
    """The claim about a post whose role was named before: of the same person, of a predecessor, a counterpart."""
    if role.value == "top":
        yield replace(claim, role="chief executive")
        return
    if role.value == "this":
        known = memory.last_before(claim)
    elif role.value == "same":
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
    reading = claim.reading
    if role.value == "predecessor":
        reading = Reading(Status.FORMER, is_said=True)
    if role.value == "deputy":
        deputy = {"chief executive": "deputy chief executive", "chair": "vice chair"}.get(known.role)
        if deputy is None or same_person:
            return
        known = replace(known, role=deputy)
    yield replace(
        claim, role=known.role, reading=reading, entities=claim.entities or known.entities, is_group=known.is_group
    )


def _where(outline: Outline, holding: Holding) -> tuple[Entity, ...]:
    """The body before "where": ``"He came from A, where he was chair"``."""
    for body in outline.bodies:
        if body.end <= holding.person.start and _WHERE.fullmatch(outline.sentence.text[body.end : holding.person.start]):
            return body.entities
    return ()


def _joined(outline: Outline, holding: Holding) -> tuple[Entity, ...]:
    """The body before "as": ``"He joined A as chair"``."""
    if holding.rule != "as":
        return ()
    start, end = holding.link
    for body in reversed(outline.bodies_in(start, end)):
        if _AS.match(outline.text, body.end) and body.entities:
            return body.entities
    return ()


def _is_unnamed(post: Post) -> bool:
    """Whether the post is at a body that is still without a name: "the merged trust"."""
    return any(body.value == "new" and not body.entities for body in post.bodies)


def _together(outline: Outline, post: Post) -> tuple[Entity, ...]:
    """The bodies that share a post: ``"The two trusts have a joint chair"``, ``"A and B have the same chair"``."""
    before = outline.sentence.text[max(0, post.start - 20) : post.end]
    if not _SHARING.search(before):
        return ()
    bodies = [body for body in outline.bodies if body.end <= post.start and body.entities]
    several = [body for body in bodies if len(body.entities) > 1]
    entities = _entities(several[-1:]) or _entities([body for body in bodies if body.value in {None, SHORT_FORM}])
    return entities if len(entities) > 1 else ()


def _says(outline: Outline, post: Post, *words: str) -> bool:
    said = outline.sentence.text[post.start : post.end].casefold()
    return any(word in said.split() for word in words)


def _entities(bodies: Sequence[Body]) -> tuple[Entity, ...]:
    return tuple({entity.name: entity for body in bodies for entity in body.entities}.values())


def _evidence(outline: Outline, start: int, end: int, rule: str) -> Evidence:
    offset = outline.sentence.start
    return Evidence.within(outline.sentence, start + offset, end + offset, rule)


__all__ = ["Claim", "Person", "claims"]
