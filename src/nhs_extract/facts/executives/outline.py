"""Outlines: a sentence with its mentions turned into symbols, so that grammar can be written as expressions.

``"Amy Gray, chair of MPFT"`` becomes ``"ⓟⓟⓟⓟⓟⓟⓟⓟ, ⓡⓡⓡⓡⓡ of ⓑⓑⓑⓑ"``, which is as long as the
sentence, so that places in the one are places in the other.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from nhs_extract.facts.executives.bodies import Body
from nhs_extract.models import Mention, Sentence

PERSON, PRONOUN, WHOSE, BODY, ITS, OUTSIDE = "ⓟ", "ⓗ", "ⓦ", "ⓑ", "ⓘ", "ⓧ"
ROLE, MODIFIER, VERB, APPOINT, TAKE, OFFICE = "ⓡ", "ⓜ", "ⓥ", "ⓐ", "ⓣ", "ⓕ"

_MARKS = frozenset({PERSON, PRONOUN, WHOSE, BODY, ITS, OUTSIDE, ROLE, MODIFIER, VERB, APPOINT, TAKE, OFFICE})
_LINKS = {"appoint": APPOINT, "take": TAKE, "office": OFFICE}
_ITS = frozenset({"its", "our", "their"})
_LIST = re.compile(r"(?:\s\([^()]*\))?(?:,\s|,?\sand\s|;\s)")
_PLURAL = re.compile(r"s$")
_FIRST_PERSON = re.compile(r"(?<![\w’'])(?:I(?=[\s’'])|[Mm]y(?=\s))")
_WHOSE = frozenset({"his", "her", "my"})
_AFTER_NAME = frozenset({", ", " ", ",", ""})


@dataclass(frozen=True)
class Person:
    """A person named in a sentence, title and letters included, in places of the sentence."""

    name: str
    honorific: str | None
    start: int
    end: int
    is_pronoun: bool
    is_outsider: bool


@dataclass(frozen=True)
class Outline:
    """A sentence in symbols, with what they stand for."""

    sentence: Sentence
    text: str
    persons: tuple[Person, ...]
    owners: tuple[Person, ...]
    bodies: tuple[Body, ...]

    def bodies_in(self, start: int, end: int) -> tuple[Body, ...]:
        """The organisations between two places."""
        return tuple(body for body in self.bodies if start <= body.start and body.end <= end)

    def mentions(self, start: int, end: int, *labels: str) -> Iterator[Mention]:
        """The mentions with these labels between two places."""
        offset = self.sentence.start
        for mention in self.sentence.labelled(*labels):
            if start + offset <= mention.start and mention.end <= end + offset:
                yield mention


def draw(sentence: Sentence, bodies: Sequence[Body], author: str | None = None) -> Outline:
    """The outline of a sentence with its organisations; ``author`` is who says "I"."""
    symbols = list(sentence.text)
    people = [*_persons(sentence), *(_first_person(sentence, author) if author else ())]
    owners = tuple(person for person in people if _is_owner(sentence, person))
    persons = tuple(sorted((p for p in people if p not in owners), key=lambda person: person.start))
    for person in people:
        mark = WHOSE if person in owners else PRONOUN if person.is_pronoun else PERSON
        _mark(symbols, person.start, person.end, mark)
    for label, symbol in (("ROLE", ROLE), ("EXECUTIVE_POST", ROLE), ("", BODY), ("EXECUTIVE_VERB", VERB)):
        for mention in sentence.labelled(label):
            if not _is_verb(symbols, mention, sentence, bodies):
                _mark(symbols, mention.start - sentence.start, mention.end - sentence.start, symbol)
        for body in bodies if symbol == BODY else ():
            its = ITS if body.text.casefold() in _ITS else BODY
            _mark(symbols, body.start, body.end, OUTSIDE if body.is_outside else its)
    for mention in sentence.labelled("OUTSIDER"):
        _mark(symbols, mention.start - sentence.start, mention.end - sentence.start, OUTSIDE)
    _mark_modifiers(symbols, sentence)
    for mention in sentence.labelled("EXECUTIVE_LINK"):
        start, end = mention.start - sentence.start, mention.end - sentence.start
        _mark(symbols, start, end, _LINKS[mention.value or ""])
    return Outline(
        sentence, "".join(symbols), tuple(_with_outsiders(sentence, persons)), owners, tuple(bodies)
    )


def _with_outsiders(sentence: Sentence, persons: Sequence[Person]) -> Iterator[Person]:
    """The persons, those of a list that "Councillors" opens all being outsiders."""
    last: Person | None = None
    for person in persons:
        joined = last is not None and _LIST.fullmatch(sentence.text[last.end : person.start])
        if joined and last is not None and last.is_outsider and _PLURAL.search(last.honorific or ""):
            person = replace(person, is_outsider=True, honorific=last.honorific)
        last = person
        yield person


def _first_person(sentence: Sentence, author: str) -> Iterator[Person]:
    """The author wherever the sentence says "I" outside a quotation."""
    for found in _FIRST_PERSON.finditer(sentence.text):
        before = sentence.text[: found.start()]
        if before.count("“") == before.count("”") and before.count('"') % 2 == 0 and "‘" not in before:
            yield Person(author, None, found.start(), found.end(), is_pronoun=True, is_outsider=False)


def _mark_modifiers(symbols: list[str], sentence: Sentence) -> None:
    """Mark the modifiers that stand right before a role, or right after one."""
    for mention in reversed(list(sentence.labelled("EXECUTIVE_MODIFIER"))):
        start, end = mention.start - sentence.start, mention.end - sentence.start
        after = symbols[end + 1 : end + 2]
        before = symbols[start - 2 : start - 1]
        bracketed = (
            symbols[start - 3 : start - 2] == [ROLE]
            and symbols[start - 1] == "("
            and symbols[end : end + 1] == [")"]
        )
        if (
            (after in ([ROLE], [MODIFIER], [BODY]) and symbols[end] in " -")
            or (before == [ROLE] and mention.value == "incoming")
            or bracketed
        ):
            _mark(symbols, start, end, MODIFIER)


def _is_verb(symbols: list[str], mention: Mention, sentence: Sentence, bodies: Sequence[Body]) -> bool:
    """Whether a role is a verb after all: ``"Amy Gray chairs MPFT"``."""
    if mention.label != "ROLE" or mention.text.casefold() != "chairs":
        return False
    before = "".join(symbols[: mention.start - sentence.start]).rstrip()
    end = mention.end - sentence.start
    has_object = any(sentence.text[end : body.start] in {" ", " the ", " both "} for body in bodies)
    return (before[-1:] in {PERSON, PRONOUN} or has_object) and any(
        verb.start == mention.start for verb in sentence.labelled("EXECUTIVE_VERB")
    )


def _mark(symbols: list[str], start: int, end: int, symbol: str) -> None:
    if not _MARKS.intersection(symbols[start:end]):
        symbols[start:end] = symbol * (end - start)


def _persons(sentence: Sentence) -> Iterator[Person]:
    titles = {title.end - sentence.start: title for title in sentence.labelled("TITLE")}
    letters = list(sentence.labelled("POST_NOMINAL"))
    for mention in sentence.labelled("PERSON"):
        start, end = mention.start - sentence.start, mention.end - sentence.start
        honorifics: list[Mention] = []
        while sentence.text[start - 1 : start] == " " and start - 1 in titles:
            honorifics.insert(0, titles[start - 1])
            start = titles[start - 1].start - sentence.start
        for letter in letters:
            first = letter.start - sentence.start
            if end <= first and sentence.text[end:first] in _AFTER_NAME:
                end = letter.end - sentence.start
        yield Person(
            name=mention.value or mention.text,
            honorific=" ".join(title.text for title in honorifics) or None,
            start=start,
            end=end,
            is_pronoun=mention.pattern == "people.pronoun",
            is_outsider=any(title.value == "outsider" for title in honorifics)
            or any(letter.value == "outsider" and letter.end - sentence.start == end for letter in letters),
        )


def _is_owner(sentence: Sentence, person: Person) -> bool:
    """Whether a pronoun is a possessive: ``"her predecessor"``, not ``"followed her"``."""
    if not person.is_pronoun or sentence.text[person.start : person.end].casefold() not in _WHOSE:
        return False
    after = sentence.text[person.end : person.end + 2]
    return after[:1] == " " and after[1:].isalpha()
