"""Names of organisations: strong ones by form or by the register's spelling, weak ones by capitals alone."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc

from nhs_extract.models import Mention, Span

ORGANISATION = "ORGANISATION"
NAME = "NAME"

_TAIL = re.compile(
    r"\b(?:NHS|HSC|Trust|FT|Hospitals?|Infirmary|Health|Healthcare|Board|Authority|Service|Partnership|Group|CCG|ICB)\b"
)
_CAPITAL = re.compile(r"(?<![\w’'-])[A-ZÀ-Þ][\w’'-]*(?:\.(?=[A-Z]\.))?")
_POSSESSIVE = re.compile(r"(?:’s|'s|(?<=s)[’'])$")
_JOINT = re.compile(r"(?: |,? and | & |, | of | of the | on | upon |-)$")
_MOST_PARTS = 5


@dataclass(frozen=True)
class NameFinder:
    """Finds the names in a text."""

    spellings: PhraseMatcher
    function_words: frozenset[str]
    calendar_words: frozenset[str]

    @classmethod
    def build(
        cls, spellings: Iterable[str], language: Language, calendar_words: frozenset[str]
    ) -> "NameFinder":
        """Prepare the spellings of the register, with the variants that writers use.

        ``calendar_words`` have a capital and are no part of a name.
        """
        matcher = PhraseMatcher(language.vocab, attr="NORM")
        exact = sorted({variant for spelling in spellings for variant in _variants(spelling)})
        matcher.add("register", [language.make_doc(spelling) for spelling in exact])
        return cls(matcher, frozenset(language.Defaults.stop_words), calendar_words)

    def names(self, doc: Doc, by_form: Sequence[Mention]) -> Iterator[Mention]:
        """Strong names (label ORGANISATION, none overlapping another) and weak ones (NAME, all candidates).

        ``by_form`` are the names that the patterns found.
        """
        spelled = list(self._spelled(doc))
        strong = _settle([name for name in spelled if _TAIL.search(name.text) and " " in name.text], by_form)
        yield from strong
        seen: set[tuple[int, int]] = set()
        for name in (*spelled, *self._capitalised(doc.text)):
            inside = any(other.overlaps(name) for other in strong)
            if not inside and (name.start, name.end) not in seen:
                seen.add((name.start, name.end))
                yield name.model_copy(update={"label": NAME})

    def _spelled(self, doc: Doc) -> Iterator[Mention]:
        for _, start, end in self.spellings(doc):
            span = doc[start:end]
            if not span.text[0].islower():
                yield Mention(
                    label=ORGANISATION,
                    text=span.text,
                    start=span.start_char,
                    end=span.end_char,
                    pattern="names.register_spelling",
                )

    def _capitalised(self, text: str) -> Iterator[Mention]:
        for run in self._runs(text):
            for first in range(len(run)):
                for last in range(first, min(len(run), first + _MOST_PARTS)):
                    start, end = run[first].start, run[last].end
                    for stop in {end, start + len(_POSSESSIVE.sub("", text[start:end]))}:
                        yield Mention(
                            label=NAME, text=text[start:stop], start=start, end=stop, pattern="names.capitals"
                        )

    def _runs(self, text: str) -> Iterator[list[Span]]:
        """Capitalised sequences that small words join: ``[[Bedford], [Luton], [Dunstable Hospitals]]``."""
        run: list[Span] = []
        for word in _CAPITAL.finditer(text):
            if word.group() in self.calendar_words:
                continue
            if word.group().lower() in self.function_words and word.group() != "US":
                continue
            span = Span(start=word.start(), end=word.end())
            gap = text[run[-1].end : span.start] if run else ""
            if run and gap == " " and not _POSSESSIVE.search(text[run[-1].start : run[-1].end]):
                run[-1] = Span(start=run[-1].start, end=span.end)
            elif run and (gap == " " or (len(gap) <= 8 and _JOINT.match(gap))):
                run.append(span)
            else:
                if run:
                    yield run
                run = [span]
        if run:
            yield run


def _variants(spelling: str) -> Iterator[str]:
    """The spelling and the ways in which writers shorten it without changing its words."""
    plain = spelling.replace("’", "'")
    forms = {plain, plain.replace(" and ", " & "), plain.replace(" & ", " and ")}
    if plain.startswith("The "):
        forms.add(plain[4:])
    for form in sorted(forms):
        forms.add(form.replace("NHS Foundation Trust", "Foundation Trust"))
        forms.add(form.replace("NHS Foundation Trust", "NHS FT"))
        forms.add(form.replace("NHS Foundation Trust", "FT"))
        forms.add(form.replace("NHS Foundation Trust", "NHS Trust"))
        forms.add(form.replace("NHS Trust", "Trust"))
    for form in forms:
        yield form
        yield form.replace("'", "’")


def _settle(spelled: Sequence[Mention], by_form: Sequence[Mention]) -> list[Mention]:
    """Of names that overlap, one: the register's where both end together, else the longer."""
    ends: dict[int, Mention] = {}
    for name in spelled:
        longest = ends.get(name.end)
        if longest is None or name.start < longest.start:
            ends[name.end] = name
    kept = [name for name in by_form if name.end not in ends]
    candidates = sorted([*ends.values(), *kept], key=lambda name: (name.start - name.end, name.start))
    settled: list[Mention] = []
    for name in candidates:
        if not any(name.overlaps(other) for other in settled):
            settled.append(name)
    return sorted(settled, key=lambda name: name.start)
