"""Unsaid: the organisation of a post where the words beside it name none."""

from collections.abc import Iterable, Sequence

from nhs_extract.facts.executives.bodies import SHORT_FORM, Body, is_provider
from nhs_extract.facts.executives.claim import Claim
from nhs_extract.facts.executives.status import Status
from nhs_extract.facts.executives.surroundings import Surroundings
from nhs_extract.models import AnnotatedArticle, Entity


def organisations_of(
    claim: Claim, said: Sequence[Claim], surroundings: Surroundings, annotated: AnnotatedArticle
) -> tuple[Entity, ...]:
    """Where a claim that names no organisation belongs: none where nothing fits."""
    if claim.is_national and surroundings.england:
        return (surroundings.england,)
    if claim.together:
        return claim.together
    if (claim.is_shared or claim.is_group) and surroundings.parties:
        return surroundings.parties
    same = [
        o
        for o in said
        if o.person == claim.person and o.role == claim.role and o.entities and _agree(o, claim)
    ]
    if same:
        return min(same, key=lambda other: abs(other.number - claim.number)).entities
    here = [
        o for o in said if o.person == claim.person and o.number == claim.number and o.entities and o.is_held
    ]
    if here:
        return here[-1].entities
    bodies = surroundings.bodies[claim.number]
    named = _providers(
        body for body in bodies if body not in claim.consumed and body.value not in {"it", "they"}
    )
    if len(named) == 1:
        return named
    passage = annotated.sentences[claim.number].passage
    run = [
        o
        for o in said
        if o.entities
        and o.is_held
        and o.number < claim.number
        and annotated.sentences[o.number].passage == passage
    ]
    if run and run[-1].role != claim.role and len(run[-1].entities) == 1 and is_provider(run[-1].entities[0]):
        return run[-1].entities
    for number in range(claim.number - 1, -1, -1):
        if annotated.sentences[number].passage != passage:
            break
        named = _providers(surroundings.bodies[number])
        if len(named) == 1:
            return named
    others = [
        other for other in said if other.person == claim.person and other.entities and _agree(other, claim)
    ]
    if others:
        return min(others, key=lambda other: abs(other.number - claim.number)).entities
    return (surroundings.main,) if surroundings.main else ()


def _agree(one: Claim, other: Claim) -> bool:
    """Whether two claims may be of one post: not one given up and one held."""
    return one.reading.status is other.reading.status or Status.FORMER not in {
        one.reading.status,
        other.reading.status,
    }


def _providers(bodies: Iterable[Body]) -> tuple[Entity, ...]:
    named = {
        e.name: e for body in bodies for e in body.entities if e.kind != "other" and body.value != SHORT_FORM
    }
    return tuple(named.values())
