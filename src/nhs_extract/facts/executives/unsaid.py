"""Unsaid: the organisation of a post where the words beside it name none."""

from collections.abc import Sequence

from nhs_extract.facts.executives.bodies import Body, Surroundings
from nhs_extract.facts.executives.claims import Claim
from nhs_extract.models import AnnotatedArticle, Entity


def organisations_of(
    claim: Claim, said: Sequence[Claim], surroundings: Surroundings, annotated: AnnotatedArticle
) -> tuple[Entity, ...]:
    """Where a claim that names no organisation belongs: none where nothing fits."""
    if claim.is_group and surroundings.group:
        return (surroundings.group,)
    same = [other for other in said if other.person == claim.person and other.role == claim.role and other.entities]
    if same:
        return min(same, key=lambda other: abs(other.number - claim.number)).entities
    here = [body for body in surroundings.bodies[claim.number] if body.entities]
    together = [body for body in here if len(body.entities) > 1 and (body.value or "") not in {"they"}]
    if claim.is_joint and together:
        return together[0].entities
    named = _providers(here)
    if len(named) == 1:
        return named
    passage = annotated.sentences[claim.number].passage
    for number in range(claim.number - 1, -1, -1):
        if annotated.sentences[number].passage != passage:
            break
        named = _providers(surroundings.bodies[number])
        if len(named) == 1:
            return named
    others = [other for other in said if other.person == claim.person and other.entities]
    if others:
        return min(others, key=lambda other: abs(other.number - claim.number)).entities
    return (surroundings.main,) if surroundings.main else ()


def _providers(bodies: Sequence[Body]) -> tuple[Entity, ...]:
    named = {entity.name: entity for body in bodies for entity in body.entities if entity.is_trust or body.is_name}
    return tuple(named.values())
