"""People: names by title, by the model, by a role beside them; then surnames, first names and pronouns."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from nhs_extract.models import Mention, Sentence, Span

PERSON = "PERSON"

_WORD = (
    r"(?:[A-ZÀ-Þ][a-zß-ÿ’'-]+[A-ZÀ-Þ]?[\w’'-]*|[A-ZÀ-Þ]['’][A-ZÀ-Þ][\w’'-]+|[A-Z]\.|[A-Z](?=\s[A-Z][a-z]))"
)
_TRAILING = re.compile(r"(?:’s|'s|[’'-]+)$")
_JOINED_TO_ROLE = re.compile(
    r"^[”\"’)]?,?\s?[(–—:-]?\s?(?:(?:the|its|their|our|his|her|a)\s)?(?:[\w’'-]+\s){0,3}$"
)
_ROLE_BEFORE = re.compile(r"^(?:,|:|\s[–—-]|\s–)?\s$")
_SPEECH_AFTER = re.compile(r"^,?\s$")


@dataclass(frozen=True)
class Cues:
    """What tells that a capitalised name is a person's, for a whole article."""

    titles: Sequence[Mention]
    roles: Sequence[Mention]
    speech: Sequence[Mention]
    pronouns: Sequence[Mention]
    post_nominals: Sequence[Mention]
    recognised: Sequence[Span]
    organisations: Sequence[Span]
    not_people: frozenset[str]
    particles: frozenset[str]


def people(text: str, sentences: Sequence[Sentence], cues: Cues) -> list[Mention]:
    """The mentions of people (label PERSON), each with the full name as its value."""
    full, sexes = _named(text, sentences, cues)
    names = {mention.value: None for mention in full if mention.value and " " in mention.value}
    again = _named_again(text, sentences, list(names), cues, full)
    found = sorted([*full, *again], key=lambda mention: mention.start)
    found = [_completed(mention, list(names)) for mention in found]
    pronouns = _pronouns(sentences, found, cues, _sexes_of(found, sexes))
    return sorted([*found, *pronouns], key=lambda mention: mention.start)


def fold(name: str) -> str:
    """The name without accents, case and curly apostrophes, for comparing."""
    plain = unicodedata.normalize("NFKD", name.replace("’", "'"))
    return "".join(letter for letter in plain if not unicodedata.combining(letter)).casefold()


def _named(text: str, sentences: Sequence[Sentence], cues: Cues) -> tuple[list[Mention], dict[str, str]]:
    """People whom the text names by title, beside a role or a verb of saying, or whom the model knows."""
    titles = {title.end: title for title in cues.titles}
    found, sexes = [], {}
    for sentence in sentences:
        for span in _candidates(text, sentence, cues):
            name = text[span.start : span.end]
            title = _title_before(text, span.start, titles)
            if title is None and (" " not in name or not _is_person(text, sentence, span, cues)):
                continue
            pattern = "people.title" if title else "people.beside_role"
            found.append(
                Mention(label=PERSON, text=name, start=span.start, end=span.end, pattern=pattern, value=name)
            )
            while title is not None:
                if title.value:
                    sexes[fold(name)] = title.value
                title = _title_before(text, title.start, titles)
    return found, sexes


def _candidates(text: str, sentence: Sentence, cues: Cues) -> Iterator[Span]:
    """Runs of capitalised words that could be a name, without titles and words of organisations."""
    blocked = [
        s
        for s in (*cues.organisations, *cues.titles, *cues.post_nominals, *cues.roles)
        if s.overlaps(sentence)
    ]
    run: list[re.Match[str]] = []
    for word in [*_words(text, sentence, cues), None]:
        fits = word is not None and not any(
            word.start() < span.end and span.start < word.end() for span in blocked
        )
        gap = text[run[-1].end() : word.start()] if run and word else ""
        if run and (not fits or gap != " " or _TRAILING.search(run[-1].group())):
            yield from _trimmed(run, cues)
            run = []
        if fits and word is not None:
            run.append(word)


def _words(text: str, sentence: Sentence, cues: Cues) -> Iterator[re.Match[str]]:
    particles = "|".join(sorted(map(re.escape, cues.particles), key=len, reverse=True))
    word = re.compile(rf"(?<![\w’'-])(?:{_WORD}|(?:{particles})(?=\s[A-ZÀ-Þ]))")
    return word.finditer(text, sentence.start, sentence.end)


def _trimmed(run: list[re.Match[str]], cues: Cues) -> Iterator[Span]:
    while run and (run[0].group() in cues.particles or run[0].group() in cues.not_people):
        run = run[1:]
    cut = next((i for i, word in enumerate(run) if word.group() in cues.not_people), len(run))
    run = run[:cut]
    if run and len(run) <= 5:
        last = run[-1]
        end = last.end() - len((_TRAILING.search(last.group()) or [""])[0])
        if end > run[0].start():
            yield Span(start=run[0].start(), end=end)


def _title_before(text: str, start: int, titles: Mapping[int, Mention]) -> Mention | None:
    gap = re.search(r"\s*$", text[max(0, start - 3) : start])
    return titles.get(start - len(gap[0])) if gap and gap[0] else None


def _is_person(text: str, sentence: Sentence, span: Span, cues: Cues) -> bool:
    if any(_covers(other, span) for other in cues.recognised):
        return True
    after, before = text[span.end : sentence.end], text[sentence.start : span.start]
    if re.match(r",?\s(?:who|whose)\b", after):
        return True
    for role in cues.roles:
        if role.start >= span.end and role.end <= sentence.end:
            if _JOINED_TO_ROLE.match(text[span.end : role.start]):
                return True
        elif role.end <= span.start and role.start >= sentence.start:
            if _ROLE_BEFORE.match(text[role.end : span.start]):
                return True
    for verb in cues.speech:
        if verb.start >= span.end and _SPEECH_AFTER.match(text[span.end : verb.start]):
            return True
        if (
            verb.end <= span.start
            and text[verb.end : span.start] == " "
            and re.search(r"[”\"]\s*$", before[: verb.start - sentence.start])
        ):
            return True
    return any(post.start - span.end in (1, 2) for post in cues.post_nominals)


def _covers(recognised: Span, span: Span) -> bool:
    shared = min(recognised.end, span.end) - max(recognised.start, span.start)
    return shared * 2 > span.end - span.start


def _named_again(
    text: str, sentences: Sequence[Sentence], names: Sequence[str], cues: Cues, full: Sequence[Mention]
) -> Iterator[Mention]:
    """Later mentions of known people: the full name again, the surname, or the first name alone."""
    forms: dict[str, str] = {}
    for key in (lambda n: n.split()[0], surname):
        counts = Counter(key(name) for name in names)
        forms |= {key(name): name for name in names if counts[key(name)] == 1}
    forms |= {name: name for name in names}
    forms = {form: name for form, name in forms.items() if len(form) > 2}
    if not forms:
        return
    choice = "|".join(re.escape(form) for form in sorted(forms, key=len, reverse=True))
    taken = [*full, *cues.organisations]
    for sentence in sentences:
        for word in re.compile(rf"(?<![\w’'-])(?:{choice})(?![\w-])").finditer(
            text, sentence.start, sentence.end
        ):
            span = Span(start=word.start(), end=word.end())
            if not any(span.overlaps(other) for other in taken) and not re.match(
                r"[ -][A-Z]", text[span.end :]
            ):
                yield Mention(
                    label=PERSON,
                    text=word.group(),
                    start=span.start,
                    end=span.end,
                    pattern="people.again",
                    value=forms[word.group()],
                )


def surname(name: str) -> str:
    """The last word of a name, with the particles before it: ``"Henrietta de Souza"`` gives ``"de Souza"``."""
    words = name.split()
    first = len(words) - 1
    while first > 1 and words[first - 1].islower():
        first -= 1
    return " ".join(words[first:])


def _completed(mention: Mention, names: Sequence[str]) -> Mention:
    """The mention with the full name as its value, where it gives only a surname or a first name."""
    value = mention.value or mention.text
    if " " in value and value in names:
        longer = [name for name in names if name != value and fold(name).endswith(" " + fold(value))]
        return mention.model_copy(update={"value": longer[0]}) if len(longer) == 1 else mention
    for key in (surname, lambda n: n.split()[-1], lambda n: n.split()[0]):
        matching = [name for name in names if fold(key(name)) == fold(value)]
        if len(matching) == 1:
            return mention.model_copy(update={"value": matching[0]})
    return mention


def _sexes_of(found: Iterable[Mention], sexes: Mapping[str, str]) -> dict[str, str]:
    return {
        mention.value: sexes[fold(mention.text)]
        for mention in found
        if mention.value and fold(mention.text) in sexes
    }


def _pronouns(
    sentences: Sequence[Sentence], found: Sequence[Mention], cues: Cues, sexes: dict[str, str]
) -> Iterator[Mention]:
    """Pronouns tied to the person named last: in the sentence before them, else first in the one before."""
    recent: list[Mention] = []
    for sentence in sentences:
        here = [person for person in found if sentence.contains(person)]
        for pronoun in (p for p in cues.pronouns if sentence.contains(p)):
            if _in_quotation(sentence, pronoun):
                continue
            earlier = [person for person in here if person.end <= pronoun.start]
            nearest = [*reversed(earlier), *recent]
            who = next(
                (p for p in nearest if p.value and sexes.get(p.value, pronoun.value) == pronoun.value), None
            )
            if who is not None and who.value:
                sexes.setdefault(who.value, pronoun.value or "")
                yield Mention(
                    label=PERSON,
                    text=pronoun.text,
                    start=pronoun.start,
                    end=pronoun.end,
                    pattern="people.pronoun",
                    value=who.value,
                )
        if here:
            recent = [*here, *(old for old in recent if old.value not in {p.value for p in here})][:6]


def _in_quotation(sentence: Sentence, span: Span) -> bool:
    before = sentence.before(span)
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1
