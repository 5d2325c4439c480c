"""Executives: people with a board-level post at an organisation of the health service."""

from collections.abc import Iterator, Mapping, Sequence
from typing import ClassVar

from pydantic import Field

from nhs_extract.facts.base import FactType
from nhs_extract.facts.executives.authors import author
from nhs_extract.facts.executives.claim import Claim
from nhs_extract.facts.executives.claims import ClaimReader
from nhs_extract.facts.executives.outline import draw
from nhs_extract.facts.executives.status import Status, best
from nhs_extract.facts.executives.surroundings import Surroundings, survey
from nhs_extract.facts.executives.unsaid import organisations_of
from nhs_extract.models import AnnotatedArticle, Entity, Fact, OrganisationName

__all__ = ["EXECUTIVES", "Executive", "Status", "assemble"]


# Who chairs a body, or manages one of its hospitals, may be said to lead it.
_HEADS = frozenset({"chair", "vice chair", "managing director"})

Key = tuple[str, str, str | None]


class Executive(Fact):
    """A person's post at an organisation."""

    table: ClassVar[str] = "executives"

    person: str = Field(description="Name without title and letters")
    honorific: str | None = Field(
        default=None, description="Title as printed, such as Dr; null where none is printed"
    )
    role: str = Field(description="Role in the closed list, such as chief executive")
    role_as_printed: str = Field(description="Words that the article has for the role")
    organisation: OrganisationName | None = Field(
        description="Where the post is, null where the article does not tell"
    )
    status: Status = Field(description="current, former, incoming or interim")


def assemble(annotated: AnnotatedArticle) -> Iterator[Executive]:
    """One fact for each person, role and organisation, in reading order."""
    writer = author(annotated)
    surroundings = survey(annotated)
    said = _claims(annotated, surroundings, writer)
    us = next(
        (c.entities[0] for c in said if c.person == writer and len(c.entities) == 1 and c.is_held), None
    )
    if us is not None:
        surroundings = survey(annotated, us)
        said = _claims(annotated, surroundings, writer)
    together: dict[Key, list[tuple[Claim, Entity | None]]] = {}
    for claim in said:
        entities = _placed(claim, said, surroundings, annotated)
        for entity in entities:
            claim = claim.shared_by(len(entities))
            key = (claim.person, claim.role, entity.name if entity else None)
            together.setdefault(key, []).append((claim, entity))
    for places in together.values():
        if _is_weak(places, together):
            continue
        yield _executive(places)


def _claims(annotated: AnnotatedArticle, surroundings: Surroundings, writer: str | None) -> list[Claim]:
    outlines = [
        draw(sentence, bodies, writer)
        for sentence, bodies in zip(annotated.sentences, surroundings.bodies, strict=True)
    ]
    reader = ClaimReader(annotated.article.published, surroundings.parties)
    return reader.read(outlines)


def _placed(
    claim: Claim, said: Sequence[Claim], surroundings: Surroundings, annotated: AnnotatedArticle
) -> Sequence[Entity | None]:
    if claim.is_group and surroundings.group:
        return (surroundings.group,)
    return claim.entities or organisations_of(claim, said, surroundings, annotated)


def _is_weak(places: Sequence[tuple[Claim, Entity | None]], together: Mapping[Key, object]) -> bool:
    """Whether only a verb such as "led" speaks for a post, and the person has another one there."""
    if not all(claim.reading.is_weak for claim, _ in places):
        return False
    first, entity = places[0]
    here = entity.name if entity else None
    return any(p == first.person and role in _HEADS and where == here for p, role, where in together)


def _executive(places: Sequence[tuple[Claim, Entity | None]]) -> Executive:
    claim, entity = places[0]
    status = best(claim.reading for claim, _ in places)
    telling = next((claim for claim, _ in places if claim.reading.status is status), claim)
    return Executive(
        person=claim.person,
        honorific=next((claim.honorific for claim, _ in places if claim.honorific), None),
        role=claim.role,
        role_as_printed=telling.printed,
        organisation=entity.as_name if entity else None,
        status=status,
        evidence=telling.evidence,
    )


READS = frozenset(
    {
        "PERSON",
        "TITLE",
        "POST_NOMINAL",
        "ROLE",
        "ORGANISATION",
        "REFERENCE",
        "HEALTH_BODY",
        "OUTSIDER",
        "EXECUTIVE_LINK",
        "EXECUTIVE_POST",
        "EXECUTIVE_VERB",
        "EXECUTIVE_STATUS",
        "EXECUTIVE_MODIFIER",
        "RESULT_CUE",
        "SPEECH",
    }
)

EXECUTIVES = FactType(Executive, assemble, reads=READS)
