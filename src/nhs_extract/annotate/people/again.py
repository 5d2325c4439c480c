"""Again: later mentions of people by full name, surname or first name, and full names of known surnames."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from nhs_extract.annotate.people.cues import Cues
from nhs_extract.annotate.people.spelling import first_name, fold, surname
from nhs_extract.models import Mention, Sentence, Span

_SHORTEST = 3


def named_in_full(
    text: str, sentences: Sequence[Sentence], found: Sequence[Mention], cues: Cues
) -> list[Mention]:
    """Full names whose surname stands elsewhere with a title: ``"Amy Gray"`` where ``"Ms Gray"`` is known."""
    names = [m.value for m in found if m.value and " " in m.value]
    known = {fold(surname(name)) for name in names}
    alone = {m.text for m in found if m.value and " " not in m.value and fold(m.value) not in known}
    if not alone:
        return []
    taken = [*found, *cues.organisations]
    choice = "|".join(map(re.escape, sorted(alone, key=len, reverse=True)))
    full = re.compile(rf"(?<![\w’'-])([A-ZÀ-Þ][a-zß-ÿ’'-]+[\w’'-]*)\s(?:{choice})(?![\w-])")
    more = []
    for sentence in sentences:
        for name in full.finditer(text, sentence.start, sentence.end):
            span = Span(start=name.start(), end=name.end())
            is_word = name[1] in cues.not_people or name[1].casefold() in cues.function_words
            if not is_word and not any(span.overlaps(other) for other in (*taken, *cues.titles)):
                more.append(_mention(name.group(), span, name.group()))
    return more


def named_again(
    text: str, sentences: Sequence[Sentence], names: Sequence[str], cues: Cues, full: Sequence[Mention]
) -> Iterator[Mention]:
    """Later mentions of known people: the full name again, the surname, or the first name alone."""
    forms: dict[str, str] = {}
    for key in (first_name, surname):
        counts = Counter(key(name) for name in names)
        forms |= {key(name): name for name in names if counts[key(name)] == 1}
    forms |= {name: name for name in names}
    forms = {
        form: name for form, name in forms.items() if len(form) >= _SHORTEST and form not in cues.not_people
    }
    if not forms:
        return
    choice = "|".join(re.escape(form) for form in sorted(forms, key=len, reverse=True))
    expression = re.compile(rf"(?<![\w’'-])(?:{choice})(?![\w-])")
    taken = [*full, *cues.organisations]
    for sentence in sentences:
        for word in expression.finditer(text, sentence.start, sentence.end):
            span = Span(start=word.start(), end=word.end())
            if not any(span.overlaps(other) for other in taken) and not re.match(
                r"[ -][A-Z]", text[span.end :][:2]
            ):
                yield _mention(word.group(), span, forms[word.group()])


def completed(mention: Mention, names: Sequence[str]) -> Mention:
    """The mention with the full name as its value, where it gives only a surname or a first name."""
    value = mention.value or mention.text
    if " " in value and value in names:
        longer = [name for name in names if name != value and fold(name).endswith(" " + fold(value))]
        return mention.model_copy(update={"value": longer[0]}) if len(longer) == 1 else mention
    for key in (surname, lambda name: name.split()[-1], first_name):
        matching = [name for name in names if fold(key(name)) == fold(value)]
        if len(matching) == 1:
            return mention.model_copy(update={"value": matching[0]})
    return mention


def _mention(text: str, span: Span, name: str) -> Mention:
    return Mention(
        label="PERSON",
        text=text,
        start=span.start,
        end=span.end,
        pattern="people.again",
        value=" ".join(name.split()),
    )
