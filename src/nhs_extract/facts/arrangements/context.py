"""Context: whom and how much a sentence counts for, from its place in the article."""

import re

from nhs_extract.facts.arrangements.bodies import distinct, named, referred, result_in, together
from nhs_extract.models import AnnotatedArticle, Entity, PassageKind, Sentence

_LEAD = 3  # paragraphs
_LONG = 60  # characters: shorter paragraphs are bylines, dates and the like
_BULLET = 4  # characters before the name in a line of a list
_LINE = 120  # characters of a line of a list
_LOSER = re.compile(
    r"\b(?:ahead of|instead of|rather than|in preference to|beat|beating|rejected|unlike|"
    r"chosen over|preferred to)\s(?:the\s)?$"
)


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


def parties_of(sentence: Sentence) -> tuple[Entity, ...]:
    """The organisations of the sentence that can be meant, by name, else by reference."""
    result = result_in(sentence)
    taking_part = [m for m in named(sentence) if not _LOSER.search(sentence.before(m)[-40:])]
    parties = distinct(m.entity for m in taking_part if m.entity and m.entity != result)
    if len(parties) >= 2:
        return parties
    referring = (m.entity for m in referred(sentence) if m.entity and m.entity != result)
    return together(sentence) or distinct([*parties, *referring])
