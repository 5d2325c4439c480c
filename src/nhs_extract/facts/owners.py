"""Owners: to which organisation a number of people belongs."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from nhs_extract.facts.boxes import box_body
from nhs_extract.facts.clauses import (
    bodies_of,
    has_staff,
    is_foreign,
    is_tied,
    named_after,
    possessor,
    strangers,
    subject,
)
from nhs_extract.facts.collectives import (
    ORGANISATION,
    collective,
    is_body,
    leading_group,
    main_body,
    speaks_of_several,
    topic,
)
from nhs_extract.models import AnnotatedArticle, Entity, Mention, OrganisationName, Sentence, Span

_SEVERAL = frozenset({"2", "3", "several", "they"})
_TOGETHER = re.compile(
    r"\b(?:[Bb]etween (?:them|us)|combined|[Cc]ombined,|joint(?:ly)?|the pair|In all|[Tt]aken together|"
    r"the two of (?:them|us)|"
    r"(?:merging|partner|member|two|three|four|five|six) (?:[\w-]+ ){0,2}"
    r"(?:trusts|boards|organisations|bodies|ICBs|CCGs)(?=[’'] | (?:have|employ|serve|cover|look|would)\b)|"
    r"(?:the|all) (?:two|three|four|five|six)(?= (?:are|were|employ|have|serve|cover|look))|"
    r"[Tt]ogether(?=,?\s(?:they|we|the\s|it|that|serve|cover|employ|have|look|provide|would|will)))\b"
)
# "It would make one trust, with 9,000 staff."
_NEW_BODY = re.compile(
    r"\b(?:(?:one|(?:the|an?)\s(?:single|new|merged|combined|bigger|larger))\s(?:[\w-]+\s){0,3}"
    r"(?:trust|organisation|body|board|provider|service|CCG|ICB)|become\sone)\b[^.;]{0,40}$",
    re.IGNORECASE,
)
_BETWEEN_THEM = re.compile(r"\s(?:between (?:them|us)|together|for the two)\b")
_AHEAD = re.compile(r"\b(?:will|would)\b|[’']ll\b|[’']d\b")
# "he'll have 8,000 people", "with Bridgend that becomes 450,000"
_BECOMING = re.compile(r"\b(?:will|would|becomes|grows\sto|rises\sto)\b|[’']ll\b|\bNEW\sTRUST\b")
_AT = re.compile(
    r"[^,;:]{0,40}?(?:\sat|\bworks?\s(?:at|for)|\bworking\s(?:at|for)|\bemployed\s(?:at|by)|\bdepend\son|\brely\son)"
    r"\s(?:the\s)?"
)
_DIRECTLY = re.compile(r",?\s(?:(?:has|had|with)\s)?")


@dataclass(frozen=True)
class Owner:
    """Whose number it is.

    ``is_outside`` says that it belongs to a body that is not of the NHS, ``is_stranger`` that it belongs to a
    name which stands for no body that is known.
    """

    organisation: OrganisationName | None
    is_outside: bool = False
    is_stranger: bool = False


def owner(annotated: AnnotatedArticle, sentence: Sentence, number: Mention) -> Owner:
    """The organisation that a number in a sentence belongs to.

    In this order: the owner right before it ("A's 3,000 staff"), several bodies together, the body named
    right after it ("3,000 people work for A"), the subject of the clause, the body that the paragraph speaks
    of, the article's main body.
    """
    bodies = bodies_of(sentence, number)
    if number.value == "us":
        us = next((body for body in bodies if number.overlaps(body)), None)
        return _speakers(annotated, sentence, us)
    before = [body for body in bodies if body.end <= number.start]
    if before and is_foreign(before[-1]):
        return Owner(None, is_outside=True)
    owned_by = possessor(sentence, number, bodies)
    if (owned_by is None or owned_by.value in _SEVERAL) and (
        _are_several(sentence, number, bodies) or _NEW_BODY.search(sentence.before(number))
    ):
        return Owner(collective(annotated, sentence))
    for mention in (
        box_body(annotated, sentence, number, {ORGANISATION}),
        owned_by,
        named_after(sentence, number, bodies),
        _short_name(annotated, sentence, number),
    ):
        known = _as_owner(annotated, sentence, mention, number) if mention else None
        if known is not None:
            return known
    stranger = _stranger(sentence, number)
    if stranger is not None:
        return stranger
    mention = subject(sentence, number, bodies)
    known = _as_owner(annotated, sentence, mention, number) if mention else None
    if known is None and mention is None and _BECOMING.search(sentence.before(number)):
        known = _present(collective(annotated, sentence))
    return known or Owner(topic(annotated, sentence) or main_body(annotated))


def owner_of_place(annotated: AnnotatedArticle, place: str) -> Owner:
    """The body named after a place: of "Derby and Derbyshire" the ICB of that name."""
    return next(
        (
            Owner(mention.entity.as_name)
            for mention in annotated.mentions
            if mention.label == ORGANISATION
            and mention.entity
            and is_body(mention.entity)
            and place.casefold() in mention.entity.name.casefold()
        ),
        Owner(None),
    )


def _present(organisation: OrganisationName | None) -> Owner | None:
    return Owner(organisation) if organisation else None


def _speakers(annotated: AnnotatedArticle, sentence: Sentence, mention: Mention | None) -> Owner:
    """Whose people "we" are: of the group it is about, of a body to come, else the speaker's."""
    speaker = mention.entity.as_name if mention and mention.entity else None
    together = collective(annotated, sentence)
    is_ahead = _BECOMING.search(sentence.text) is not None
    return Owner(
        leading_group(annotated)
        or (together if is_ahead else None)
        or speaker
        or together
        or main_body(annotated)
    )


def _short_name(annotated: AnnotatedArticle, sentence: Sentence, number: Span) -> Mention | None:
    """The body whose name, linked elsewhere or shortened, is the subject: "North Mid, which has 3,000"."""
    bodies = {
        mention.entity.name: mention.entity
        for mention in annotated.mentions
        if mention.label == ORGANISATION and mention.entity and is_body(mention.entity)
    }
    names = list(strangers(sentence))
    after = next(
        (
            name
            for name in names
            if name.start >= number.end and _AT.fullmatch(sentence.between(number, name))
        ),
        None,
    )
    before = [
        name
        for name in names
        if name.end <= number.start
        and (is_tied(sentence, name, number) or _DIRECTLY.fullmatch(sentence.between(name, number)))
    ]
    for name in [after, *before] if after else before:
        fitting = [entity for entity in bodies.values() if _begins_like(entity, name.text)]
        trusts = [entity for entity in fitting if entity.is_trust]
        fitting = trusts if len(trusts) == 1 else fitting
        if len(fitting) == 1:
            return name.model_copy(update={"entities": tuple(fitting)})
    return None


def _begins_like(entity: Entity, name: str) -> bool:
    """Whether the words shorten the beginning of a name, word by word."""
    full = entity.name.casefold().removeprefix("the ").removeprefix("nhs ").split()
    words = name.casefold().removeprefix("the ").removeprefix("nhs ").split()
    return len(full) >= len(words) > 0 and all(map(str.startswith, full, words))


def _stranger(sentence: Sentence, number: Mention) -> Owner | None:
    """The name that has the number and stands for no body that is known: "Acme, which employs 3,000"."""
    for name in strangers(sentence):
        if name.end <= number.start and has_staff(sentence, name, number):
            return Owner(OrganisationName(name=name.text), is_stranger=True)
    return None


def _are_several(sentence: Sentence, number: Span, bodies: Sequence[Mention]) -> bool:
    """Whether the clause speaks of bodies taken together: "between them they employ 9,000"."""
    found = [*_TOGETHER.finditer(sentence.before(number))]
    return (
        any(
            not any(
                body.start - sentence.start <= place.start() < body.end - sentence.start for body in bodies
            )
            for place in found
        )
        or _BETWEEN_THEM.match(sentence.after(number)) is not None
    )


def _as_owner(
    annotated: AnnotatedArticle, sentence: Sentence, mention: Mention, number: Span
) -> Owner | None:
    """The owner that a mention stands for; None where it stands for nothing known."""
    if is_foreign(mention):
        return Owner(None, is_outside=True)
    if mention.value == "us":
        return _speakers(annotated, sentence, mention)
    is_ahead = mention.end <= number.start and _AHEAD.search(sentence.between(mention, number)) is not None
    if mention.value in {"it", "they", "new"} and is_ahead and (coming := collective(annotated, sentence)):
        return Owner(coming)
    if mention.entity:
        return Owner(mention.entity.as_name)
    if mention.value == "group":
        return Owner(_group_as_printed(mention) or collective(annotated, sentence))
    if mention.value == "they" and not mention.entities and not speaks_of_several(annotated, sentence):
        earlier = topic(annotated, sentence)
        return Owner(earlier) if earlier else None
    if mention.value == "new" or mention.value in _SEVERAL or len(mention.entities) > 1:
        return Owner(collective(annotated, sentence))
    return None


def _group_as_printed(mention: Mention) -> OrganisationName | None:
    """The name of a group that is known by no other: "the Foundation Group"."""
    words = mention.text.split()[1:]
    is_name = len(words) > 1 and all(word[0].isupper() for word in words)
    return OrganisationName(name=" ".join(words)) if is_name else None
