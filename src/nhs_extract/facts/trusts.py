"""Trusts: the NHS providers that an article names."""

from collections.abc import Iterator
from typing import ClassVar

from pydantic import Field

from nhs_extract.facts.base import FactType
from nhs_extract.models import AnnotatedArticle, Entity, Evidence, Fact, LinkedBy, Mention, Span

LABEL = "ORGANISATION"


class NamePrinted(Span):
    """A name as it stands in the article."""

    text: str = Field(description="The name, exactly as it stands in the article")


class Trust(Fact):
    """An NHS provider that the article names."""

    table: ClassVar[str] = "trusts"

    name: str = Field(description="Official name at the article's date, else the name as printed")
    ods_code: str | None = Field(description="Code in the register, null where it has none")
    linked_by: LinkedBy | None = Field(
        description="How its clearest mention was tied to the register, null for a name that it lacks"
    )
    score: float | None = Field(description="How sure that link is, 1 for the official name itself")
    mentions: tuple[NamePrinted, ...] = Field(description="All its mentions in reading order")


def assemble(annotated: AnnotatedArticle) -> Iterator[Trust]:
    """One trust for each provider that is named, in reading order."""
    named: dict[tuple[str, str | None], list[tuple[Mention, Entity]]] = {}
    for sentence in annotated.sentences:
        for mention in sentence.labelled(LABEL):
            for entity in mention.entities:
                if entity.is_trust:
                    named.setdefault((entity.name, entity.ods_code), []).append((mention, entity))
    for (name, ods_code), mentions in named.items():
        clearest = max((entity for _, entity in mentions), key=lambda entity: entity.score or 0.0)
        yield Trust(
            name=name,
            ods_code=ods_code,
            linked_by=clearest.linked_by,
            score=clearest.score,
            mentions=tuple(
                NamePrinted(start=mention.start, end=mention.end, text=mention.text)
                for mention, _ in mentions
            ),
            evidence=Evidence.of(mentions[0][0]),
        )


TRUSTS = FactType(Trust, assemble, reads=frozenset({LABEL}))
