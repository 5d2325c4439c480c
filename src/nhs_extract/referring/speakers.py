"""Speakers: which words of an article are somebody's speech, and for which body that person speaks."""

import re
from collections.abc import Iterator

from nhs_extract.models import AnnotatedArticle, Entity, Mention, Passage, Sentence, Span
from nhs_extract.referring.context import ORGANISATION, REFERENCE

_QUOTED = re.compile(r"“[^”]*(?:”|$)|(?<!\w)\"[^\"]*(?:\"|$)|(?<!\w)‘[^‘’]*(?:’(?=\w)[^‘’]*)*(?:’|$)")
_TURN = re.compile(r"^(?:\[[\d:.]+\]\s)?(?P<name>[A-Z][^:\n]{1,60}):\s")
_TO_ROLE = 60
_OF = re.compile(r"^(?:[\s-](?:designate|elect))?,?\s(?:of|at|for|with|from|to)\s(?:both\s|the\s)?$")
_WHOSE = re.compile(r"^(?:[’']s?|,?\swhose)?\s(?:[\w-]+\s){0,3}$")


class Speech(Span):
    """Words that somebody says; ``speaker`` is the full name, None where the article does not tell it."""

    speaker: str | None


def read_speeches(annotated: AnnotatedArticle) -> tuple[Speech, ...]:
    """Who says what in an article."""
    speeches: list[Speech] = []
    last: str | None = None
    for number, passage in enumerate(annotated.passages):
        sentences = [sentence for sentence in annotated.sentences if sentence.passage == number]
        turn = _turn(sentences, passage, annotated.article.text)
        if turn is not None:
            speeches.append(turn)
            continue
        quotes = list(_quotes(annotated.article.text, passage))
        speakers = [_speaker(quote, quotes, sentences) for quote in quotes]
        # A passage of speech alone goes on with the speaker before it.
        said = next((speaker for speaker in speakers if speaker), None)
        last = said or (last if quotes else None) or _announced(sentences)
        speeches.extend(
            Speech(start=quote.start, end=quote.end, speaker=speaker or last)
            for quote, speaker in zip(quotes, speakers, strict=True)
        )
    return tuple(speeches)


def bodies_of_people(annotated: AnnotatedArticle) -> dict[str, Entity]:
    """For each person with a post, the body where it is; the first one that the article tells."""
    found: dict[str, Entity] = {}
    for sentence in annotated.sentences:
        for person in sentence.labelled("PERSON"):
            body = _body_of(sentence, person)
            if person.value and body is not None:
                found.setdefault(person.value, body)
    return found


def _quotes(text: str, passage: Passage) -> Iterator[Span]:
    for quote in _QUOTED.finditer(text[passage.start : passage.end]):
        yield Span(start=passage.start + quote.start(), end=passage.start + quote.end())


def _turn(sentences: list[Sentence], passage: Passage, text: str) -> Speech | None:
    """A turn of a transcript, which begins with the speaker's name: ``"Amy Gray: We are glad."``."""
    begins = _TURN.match(text[passage.start : passage.end])
    if begins is None:
        return None
    stop = passage.start + begins.end("name")
    people = [
        person for sentence in sentences for person in sentence.labelled("PERSON") if person.end <= stop + 1
    ]
    if not people:
        return None
    return Speech(start=stop, end=passage.end, speaker=people[0].value)


def _speaker(quote: Span, quotes: list[Span], sentences: list[Sentence]) -> str | None:
    """The person of the verb of speech that stands nearest to a quotation in its passage."""
    best: tuple[int, str] | None = None
    for sentence in sentences:
        people = [m for m in sentence.labelled("PERSON") if not _inside(m, quotes) and m.value]
        for verb in sentence.labelled("SPEECH"):
            if _inside(verb, quotes) or not people:
                continue
            person = min(people, key=lambda one: _apart(one, verb))
            far = _apart(verb, quote)
            if best is None or far < best[0]:
                best = (far, person.value or "")
    return best[1] if best else None


def _announced(sentences: list[Sentence]) -> str | None:
    """The person whose speech a passage announces: ``"Amy Gray, the chair, said:"``."""
    if not sentences or not sentences[-1].text.rstrip().endswith(":"):
        return None
    people = [person for person in sentences[-1].labelled("PERSON") if person.value]
    return people[0].value if people else None


def _inside(mention: Span, quotes: list[Span]) -> bool:
    return any(quote.contains(mention) for quote in quotes)


def _apart(one: Span, other: Span) -> int:
    return max(other.start - one.end, one.start - other.end, 0)


def _body_of(sentence: Sentence, person: Mention) -> Entity | None:
    roles = [role for role in sentence.labelled("ROLE") if _apart(role, person) <= _TO_ROLE]
    for role in sorted(roles, key=lambda one: _apart(one, person)):
        for body in sentence.labelled(ORGANISATION, REFERENCE):
            if body.entity is None:
                continue
            after = body.start >= role.end and _OF.match(sentence.between(role, body))
            before = body.end <= role.start and _WHOSE.match(sentence.between(body, role))
            if after or before:
                return body.entity
    return None
