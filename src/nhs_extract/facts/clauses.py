"""Clauses: which of the bodies in a sentence a number of people is tied to by the grammar."""

import re
from collections.abc import Iterator, Sequence

from nhs_extract.facts.collectives import ORGANISATION, REFERENCE, is_nhs
from nhs_extract.models import Mention, Sentence, Span

OTHER_EMPLOYER = "OTHER_EMPLOYER"
BODY_NOUN = "BODY_NOUN"

_POSSESSIVE_PRONOUN = re.compile(r"its|our|their", re.IGNORECASE)
# What stands between commas after a body, and is not the subject: "A, formed from B and C, has 3,000 staff".
_ASIDE = re.compile(
    r"(?<=\w),\s(?!and\b|but\b|or\b|while\b|it\b|they\b|we\b)[a-z][^,;:]*,(?=\s(?!which\b|who\b|whose\b|that\b))"
)
_BRACKETS = re.compile(r"\s\([^()]*\)|\s[–—]\s[^–—;:]*\s[–—](?=\s)")
_AUXILIARY = (
    r"(?:(?:will|would|could|should|may|might|now|currently|already|today|still|also|alone|directly|itself|then|"
    r"soon|together|have|has|had|to)\s){0,3}"
)
_HAS_VERB = r"(?:has|have|had|having|employ(?:s|ed|ing)?|boasts?|counts?)"
_HAS_STAFF = re.compile(
    rf"(?:[’']s?|,|\))?,?\s(?:(?:which|that|who)\s)?{_AUXILIARY}{_HAS_VERB}\b", re.IGNORECASE
)
_HAS = re.compile(
    r"(?:[’']s?)?(?:\s(?:in|of|at|for|from|near|based\sin)\s[^,;]{1,40}?)?,?\s(?:(?:which|that|who)\s)?"
    rf"{_AUXILIARY}(?:{_HAS_VERB}|with|serv\w+|cover\w*|look\w*\safter|car(?:es|ed)\sfor|provid\w+|deliver\w*|is|was|of|own|"
    r"whose|runs|now|\d)\b",
    re.IGNORECASE,
)
_POSSESSIVE_GAP = re.compile(
    r"(?:[’']s?)?\s(?:(?:own|current|combined|total|whole|entire|existing|present|roughly|some|\d+)\s)*$"
)
_POSSESSIVE_NAME = re.compile(r"[’']s?\s(?:(?:own|current|total|whole|entire|existing|present)\s)*$")
_OF_BODY = re.compile(
    r"^\s?(?:,\s)?(?:(?:people|staff|who|that|are|were|is|will|would|be|now|currently|either|directly)\s){0,4}"
    r"(?:work(?:s|ing|ed)?\s(?:for|at|in|across|within)|employed\s(?:by|at|in)|at|of|in|across|by|"
    r"(?:up)?on\sthe\s(?:payroll|books)\sof|called|named|known\sas)\s(?:the\s)?$"
)
# "820,000 people in the north and east of the city depend on A"
_DEPENDING = re.compile(
    r"^[^;:,]{0,90}\b(?:(?:served|employed|covered|looked\safter)\sby|(?:work|working|works)\sfor|"
    r"(?:look|turn|come|go)s?\sto|(?:depend|rel[yi]|count)\w*\s(?:up)?on)\s(?:the\s)?$"
)
# "A covers six councils with a population of two million."
_COVERED = re.compile(r"\b(?:cover(?:s|ed|ing)?|serv(?:e|es|ed|ing)|span\w*|straddl\w*)\s(?:[\w-]+\s){0,3}$")
_FRONTED = re.compile(r"^[\s“‘\"]*(?:with|employing|serving|covering|at|having|between)\b", re.IGNORECASE)
# "Serco in Leeds", "the single CCG", "for Bexley and Bromley": a place, or a sort of body.
_PLACED = re.compile(r"\b(?:in|at|of|for|near|from|to|by|across|on|around|with|through)\s$|[A-Z][\w-]+,\s$")
_PRONOUN = re.compile(
    r"it|he|she|we|they|who|that|this|these|those|which|there|nobody|everyone|everybody|some|both|all|each|most|"
    r"many|few|together|now|then|today|staff|bosses|managers|neither|either|one|two|three|four|five|six",
    re.IGNORECASE,
)
_SORT = re.compile(r"\b(?:[Tt]he|[Aa]n?|[Tt]his|[Oo]ur)\s(?:\w+\s)?$")
_PREPOSITION = (
    r"(?:in|at|of|for|near|from|to|by|across|on|around|with|through|up|down|over|under|into|and|or)"
)
_OTHER_SORT = re.compile(
    rf"(?P<preposition>\b{_PREPOSITION}\s)?\b(?:[Tt]he|[Aa]n?|[Tt]his|[Tt]hat|[Ee]ach)\s"
    rf"(?P<noun>(?:(?!{_PREPOSITION}\b)[a-z-]+\s){{0,4}}?(?!(?:will|would|could|now|also|still)\b)[a-z-]{{3,}})"
    rf"(?:[’']s?\s(?:own\s)?|,?\s(?:(?:which|that)\s)?{_AUXILIARY}(?:has|have|had|employ(?:s|ed)?)\s(?:\w+\s){{0,2}})$"
)
_CAPITALISED = re.compile(r"(?<![\w’'-])[A-Z][\w&-]*(?:\s(?:(?:and|of|&)\s)?[A-Z][\w&-]*)*")


def bodies_of(sentence: Sentence, number: Span) -> list[Mention]:
    """The bodies of a sentence, those outside the NHS only as the subject of the number's clause."""
    names = list(sentence.labelled(ORGANISATION, REFERENCE))
    nouns = [
        noun
        for noun in sentence.labelled(OTHER_EMPLOYER)
        if not any(name.overlaps(noun) for name in names) and not _COVERED.search(sentence.before(noun))
    ]
    return sorted(
        (
            body
            for body in [*names, *nouns]
            if not is_foreign(body) or (body.end <= number.start and _is_subject(sentence, body, number))
        ),
        key=lambda body: body.start,
    )


def is_foreign(body: Mention) -> bool:
    """Whether a mention is a body that is not of the NHS."""
    if body.label == ORGANISATION:
        return body.entity is not None and not is_nhs(body.entity)
    return body.label == OTHER_EMPLOYER


def possessor(sentence: Sentence, number: Span, bodies: Sequence[Mention]) -> Mention | None:
    """The body right before the number: "A's 3,000 staff", "its own 3,000 staff"."""
    before = [mention for mention in bodies if mention.end <= number.start]
    if before and _POSSESSIVE_GAP.fullmatch(sentence.between(before[-1], number)):
        return before[-1]
    return None


def named_after(sentence: Sentence, number: Span, bodies: Sequence[Mention]) -> Mention | None:
    """The body right after the number: "3,000 people work for A", "300,000 people depend on A"."""
    after = [
        mention
        for mention in bodies
        if mention.start >= number.end and not _POSSESSIVE_PRONOUN.fullmatch(mention.text)
    ]
    for nth, mention in enumerate(after):
        gap = sentence.between(number, mention)
        if (nth == 0 and _OF_BODY.match(gap)) or _DEPENDING.match(gap):
            return mention
    return None


def subject(sentence: Sentence, number: Span, bodies: Sequence[Mention]) -> Mention | None:
    """The body last named before the number, unless it stands in an aside."""
    before = [mention for mention in bodies if mention.end <= number.start]
    asides = _asides(sentence, number)
    main = [mention for mention in before if not any(aside.contains(mention) for aside in asides)]
    subjects = [mention for mention in main if not _POSSESSIVE_PRONOUN.fullmatch(mention.text)]
    if before:
        return (subjects or main or before)[-1]
    if _FRONTED.match(sentence.text):
        return next((mention for mention in bodies if mention.start >= number.end), None)
    return None


def strangers(sentence: Sentence) -> Iterator[Mention]:
    """Names in a sentence that are tied to no body or person, in reading order."""
    known = [mention for mention in sentence.mentions if mention.label in _KNOWN]
    for name in _CAPITALISED.finditer(sentence.text):
        start, end = sentence.start + name.start(), sentence.start + name.end()
        mention = Mention(label=ORGANISATION, text=name.group(), start=start, end=end)
        if not any(mention.overlaps(other) for other in known):
            yield mention


def is_of_another_sort(sentence: Sentence, number: Span) -> bool:
    """Whether a common noun that is no NHS body has the number: "the laundry, which employs 3,000"."""
    noun = _OTHER_SORT.search(_ASIDE.sub("", sentence.before(number)))
    if noun is None or noun["preposition"]:
        return False
    known = sentence.labelled(BODY_NOUN, ORGANISATION, REFERENCE, "ROLE")
    words = {word for mention in known for word in re.split(r"\W+", mention.text.casefold())}
    return words.isdisjoint(noun["noun"].split())


def has_staff(sentence: Sentence, name: Mention, number: Span) -> bool:
    """Whether a name is the subject of having or employing the number, or its possessor."""
    gap = without_asides(sentence, name, number)
    if _POSSESSIVE_NAME.fullmatch(gap):
        return True
    words = sentence.before(name)
    if not words.strip("“‘\"' ") and _PRONOUN.fullmatch(name.text):
        return False
    is_sort = " " not in name.text and _SORT.search(words) is not None
    is_placed = _PLACED.search(words) is not None or is_sort
    is_aside = any(aside.contains(name) for aside in _asides(sentence, number))
    return not is_placed and not is_aside and _HAS_STAFF.match(gap) is not None


def is_tied(sentence: Sentence, name: Mention, number: Span) -> bool:
    """Whether a name is the subject or possessor of the number's clause."""
    return _HAS.match(without_asides(sentence, name, number)) is not None


def without_asides(sentence: Sentence, left: Span, right: Span) -> str:
    """The words between two spans, less what stands in brackets, dashes or between commas."""
    # The comma of an aside may follow the name at once, so the name's last letter is taken along.
    gap = sentence.quote(left.end - 1, right.start)
    return _ASIDE.sub("", _BRACKETS.sub("", gap))[1:]


_KNOWN = frozenset({ORGANISATION, REFERENCE, "PERSON", "ROLE", "TITLE", "DATE", "QUANTITY"})


def _is_subject(sentence: Sentence, body: Mention, number: Span) -> bool:
    return not any(aside.contains(body) for aside in _asides(sentence, number)) and (
        is_tied(sentence, body, number)
        or _POSSESSIVE_NAME.fullmatch(sentence.between(body, number)) is not None
    )


def _asides(sentence: Sentence, number: Span) -> list[Span]:
    return [
        Span(start=sentence.start + aside.start(), end=sentence.start + aside.end())
        for aside in _ASIDE.finditer(sentence.before(number))
    ]
