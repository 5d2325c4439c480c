"""Owners: to which organisation a number of people belongs."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from nhs_extract.facts.boxes import box_body
from nhs_extract.models import (
    AnnotatedArticle,
    Entity,
    Mention,
    OrganisationName,
    PassageKind,
    Sentence,
    Span,
)

ORGANISATION = "ORGANISATION"
RESULT_CUE = "RESULT_CUE"
REFERENCE = "REFERENCE"
OTHER_EMPLOYER = "OTHER_EMPLOYER"

_NHS_KINDS = frozenset({"icb", "ccg", "group"})
_NHS_NAME = re.compile(
    r"\b(?:NHS|(?:Primary Care|Care|Health) (?:Trust|Board|Authority|Partnership|Service)|Commissioning)\b"
)
_SEVERAL = frozenset({"2", "3", "several", "they"})
# A clause between commas that does not hold the subject: "A, formed from B and C, has 3,000 staff".
_ASIDE = re.compile(
    r",\s(?:which|who|whose|where|formed|created|made|based|led|run|including|previously|formerly|born|together|"
    r"along|with|from|of|in|an?|the|one|now|once|set|as)\b[^,;]*,(?=\s)"
)
_POSSESSIVE_GAP = re.compile(
    r"(?:[’']s?)?\s(?:(?:own|current|combined|total|whole|entire|existing|present)\s)*$"
)
_OF_BODY = re.compile(
    r"^\s?(?:,\s)?(?:(?:people|staff|who|that|are|were|is|will|would|be|now|currently|either|directly)\s){0,4}"
    r"(?:work(?:s|ing|ed)?\s(?:for|at|in|across|within)|employed\s(?:by|at|in)|at|of|in|across|by|"
    r"(?:up)?on\sthe\s(?:payroll|books)\sof|served\sby|(?:look|turn)s?\sto|(?:depend|rel[yi])\w*\son)\s(?:the\s)?$"
)
_HAS = re.compile(
    r"(?:[’']s?)?(?:\s(?:in|of|at|for|from|near|based\sin)\s[^,;]{1,40}?)?,?\s"
    r"(?:(?:which|that|who)\s)?(?:has|have|had|with|employ\w*|serv\w+|cover\w*|of|own|whose|runs|now|\d)\b",
    re.IGNORECASE,
)
_TOGETHER = re.compile(
    r"\b(?:[Bb]etween (?:them|us)|combined|[Cc]ombined,|joint(?:ly)?|the pair|[Ii]n all|"
    r"the two of (?:them|us)|"
    r"[Tt]ogether(?=,?\s(?:they|we|the\s(?:two|three|trusts)|it|that|serve|cover|employ|have|look|provide|"
    r"would|will)))\b"
)
# "It would make one trust, with 9,000 staff."
_NEW_BODY = re.compile(
    r"\b(?:(?:one|an?\s(?:single|new|merged|combined|bigger|larger))\s(?:[\w-]+\s){0,3}"
    r"(?:trust|organisation|body|board|provider|service)|become\sone)\b[^.;]{0,40}$"
)
_BETWEEN_THEM = re.compile(r"\s(?:between (?:them|us)|altogether|together|in all|for the two)\b")
_AHEAD = re.compile(r"\b(?:will|would)\b")
_CAPITALISED = re.compile(r"(?<![\w’'-])[A-Z][\w&-]*(?:\s(?:(?:and|of|&)\s)?[A-Z][\w&-]*)*")
# "It covers six councils with a population of two million."
_COVERED = re.compile(r"\b(?:cover(?:s|ed|ing)?|serv(?:e|es|ed|ing)|span\w*|straddl\w*)\s(?:[\w-]+\s){0,3}$")
_FRONTED = re.compile(r"^[\s“‘\"]*(?:with|employing|serving|covering|at|having|between)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Owner:
    """Whose number it is. ``is_outside`` says that it belongs to a body that is not of the NHS."""

    organisation: OrganisationName | None
    is_outside: bool = False


def owner(annotated: AnnotatedArticle, sentence: Sentence, number: Mention) -> Owner:
    """The organisation that a number in a sentence belongs to.

    In this order: the body named right after it ("3,000 people work for A"), the owner right before it ("A's
    3,000 staff"), the subject of the clause, the body that the paragraph speaks of, the article's main body.
    """
    bodies = _bodies(sentence, number)
    if number.value == "us":
        return Owner(_result(annotated) or main_body(annotated))
    if _are_several(sentence, number, bodies) or _NEW_BODY.search(sentence.before(number)):
        return Owner(_result(annotated))
    for mention in (
        box_body(annotated, sentence, number, {ORGANISATION}),
        _named_after(sentence, number, bodies),
        _short_name(annotated, sentence, number),
        _subject(sentence, number, bodies),
    ):
        if mention is not None:
            known = _as_owner(annotated, sentence, mention, number)
            if known is not None:
                return known
    return Owner(_of_paragraph(annotated, sentence) or main_body(annotated))


def main_body(annotated: AnnotatedArticle) -> OrganisationName | None:
    """The NHS body that the article names most, its headline and beginning counting more."""
    scores: Counter[OrganisationName] = Counter()
    for sentence in annotated.sentences:
        weight = 3 if sentence.passage_kind is PassageKind.HEADLINE else 2 if sentence.passage <= 3 else 1
        for entity in _named(sentence):
            scores[entity.as_name] += weight
    return max(scores, key=lambda name: scores[name]) if scores else None


def speaks_of_the_nhs(annotated: AnnotatedArticle) -> bool:
    """Whether the article names any NHS body at all."""
    return any(
        mention.label == ORGANISATION and any(_is_nhs(entity) for entity in mention.entities)
        for mention in annotated.mentions
    )


def _is_nhs(entity: Entity) -> bool:
    return entity.is_trust or entity.kind in _NHS_KINDS or _NHS_NAME.search(entity.name) is not None


def _is_body(entity: Entity) -> bool:
    return entity.is_trust or entity.kind in _NHS_KINDS


def _named(sentence: Sentence) -> Iterator[Entity]:
    for mention in sentence.labelled(ORGANISATION):
        if mention.entity and _is_body(mention.entity):
            yield mention.entity


def _bodies(sentence: Sentence, number: Span) -> list[Mention]:
    """The bodies of a sentence, those outside the NHS only as the subject of the number's clause."""
    named = list(sentence.labelled(ORGANISATION, REFERENCE))
    nouns = [
        noun
        for noun in sentence.labelled(OTHER_EMPLOYER)
        if not any(name.overlaps(noun) for name in named) and not _COVERED.search(sentence.before(noun))
    ]
    return sorted(
        (
            body
            for body in [*named, *nouns]
            if not _is_foreign(body)
            or (body.end <= number.start and _HAS.match(sentence.between(body, number)))
        ),
        key=lambda body: body.start,
    )


def _is_foreign(body: Mention) -> bool:
    """Whether a mention is a body that is not of the NHS."""
    if body.label == ORGANISATION:
        return body.entity is not None and not _is_nhs(body.entity)
    return body.label == OTHER_EMPLOYER


def _named_after(sentence: Sentence, number: Span, bodies: Sequence[Mention]) -> Mention | None:
    for mention in bodies:
        if mention.start >= number.end:
            return mention if _OF_BODY.match(sentence.between(number, mention)) else None
    return None


def _subject(sentence: Sentence, number: Span, bodies: Sequence[Mention]) -> Mention | None:
    before = [mention for mention in bodies if mention.end <= number.start]
    if before and _POSSESSIVE_GAP.fullmatch(sentence.between(before[-1], number)):
        return before[-1]
    asides = [
        Span(start=sentence.start + aside.start(), end=sentence.start + aside.end())
        for aside in _ASIDE.finditer(sentence.before(number))
    ]
    main = [mention for mention in before if not any(aside.contains(mention) for aside in asides)]
    if main or before:
        return (main or before)[-1]
    if _FRONTED.match(sentence.text):
        return next((mention for mention in bodies if mention.start >= number.end), None)
    return None


def _short_name(annotated: AnnotatedArticle, sentence: Sentence, number: Span) -> Mention | None:
    """The body whose name, linked elsewhere or shortened, is the subject: "North Mid, which has 3,000"."""
    for name in capitalised_before(sentence, number):
        if name.entities or not _HAS.match(sentence.between(name, number)):
            continue
        linked = [mention for other in annotated.sentences for mention in other.labelled(ORGANISATION)]
        words = name.text.casefold().split()
        fitting = {
            mention.entity.name: mention.entity
            for mention in linked
            if mention.entity
            and _is_body(mention.entity)
            and (mention.text == name.text or (len(words) > 1 and _begins_like(mention.entity.name, words)))
        }
        if len(fitting) == 1:
            return name.model_copy(update={"entities": tuple(fitting.values())})
    return None


def capitalised_before(sentence: Sentence, number: Span) -> Iterator[Mention]:
    """Names before a number that are tied to no body, in reading order."""
    known = list(sentence.labelled(ORGANISATION, REFERENCE))
    for name in _CAPITALISED.finditer(sentence.before(number)):
        start, end = sentence.start + name.start(), sentence.start + name.end()
        mention = Mention(label=ORGANISATION, text=name.group(), start=start, end=end)
        if not any(mention.overlaps(body) for body in known):
            yield mention


def _begins_like(name: str, words: Sequence[str]) -> bool:
    """Whether the words shorten the beginning of a name, word by word."""
    full = name.casefold().removeprefix("the ").removeprefix("nhs ").split()
    return len(full) > len(words) and all(map(str.startswith, full, words))


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
    if _is_foreign(mention):
        return Owner(None, is_outside=True)
    if mention.value == "us":
        return Owner(_result(annotated) or main_body(annotated))
    is_ahead = mention.end <= number.start and _AHEAD.search(sentence.between(mention, number)) is not None
    if mention.value in {"it", "they", "new"} and is_ahead and (result := _result(annotated)):
        return Owner(result)
    if mention.entity:
        return Owner(mention.entity.as_name)
    if mention.value == "they" and not mention.entities:
        earlier = _of_paragraph(annotated, sentence)
        return Owner(earlier) if earlier else None
    if mention.value == "new" or mention.value in _SEVERAL or len(mention.entities) > 1:
        return Owner(_result(annotated))
    return None


def _result(annotated: AnnotatedArticle) -> OrganisationName | None:
    """The body that comes out of what the article reports, or the group that it speaks of."""
    for sentence in annotated.sentences:
        for mention in sentence.labelled(REFERENCE):
            if mention.value in {"new", "group"} and mention.entity:
                return mention.entity.as_name
    for sentence in annotated.sentences:
        for cue in sentence.labelled(RESULT_CUE):
            for mention in sentence.labelled(ORGANISATION):
                touches = cue.end == mention.start if cue.value == "forward" else cue.start == mention.end
                if touches and mention.entity and _is_body(mention.entity):
                    return mention.entity.as_name
    groups = Counter(
        mention.entity.as_name
        for mention in annotated.mentions
        if mention.label == ORGANISATION and mention.entity and mention.entity.kind == "group"
    )
    return next((name for name, times in groups.most_common(1) if times > 1), None)


def _of_paragraph(annotated: AnnotatedArticle, sentence: Sentence) -> OrganisationName | None:
    earlier = [
        other
        for other in annotated.sentences
        if other.passage == sentence.passage and other.start < sentence.start
    ]
    for other in reversed(earlier):
        names = [entity.as_name for entity in _named(other)]
        if names:
            return names[0]
    return None
