"""Pattern files made ready to find mentions."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from spacy.language import Language
from spacy.matcher import Matcher, PhraseMatcher
from spacy.tokens import Doc

from nhs_extract.errors import PatternError
from nhs_extract.models import Group, Mention
from nhs_extract.patterns import Example, Pattern, PatternFile, PatternFolder


@dataclass(frozen=True)
class PatternMatcher:
    """Finds the mentions of all pattern files in one text."""

    matcher: Matcher
    phrase_matchers: tuple[PhraseMatcher, ...]
    expressions: tuple[tuple[str, Pattern, re.Pattern[str]], ...]
    patterns: Mapping[str, tuple[str, Pattern]]

    @classmethod
    def build(cls, files: Iterable[PatternFile], language: Language) -> "PatternMatcher":
        """Compile the patterns of these files.

        Raises:
            PatternError: a token pattern that spaCy refuses, or two patterns of one id.
        """
        matcher = Matcher(language.vocab, validate=True)
        folded = PhraseMatcher(language.vocab, attr="LOWER")
        exact = PhraseMatcher(language.vocab, attr="ORTH")
        expressions: list[tuple[str, Pattern, re.Pattern[str]]] = []
        patterns: dict[str, tuple[str, Pattern]] = {}
        for file in files:
            for pattern in file.pattern:
                if pattern.id in patterns:
                    raise PatternError(f"pattern {pattern.id}", "two patterns have this id")
                patterns[pattern.id] = (file.label, pattern)
                if pattern.regex is not None:
                    expressions.append((file.label, pattern, file.compiled(pattern)))
                elif pattern.phrases is not None:
                    phrase_matcher = exact if pattern.case_sensitive else folded
                    phrase_matcher.add(pattern.id, [language.make_doc(phrase) for phrase in pattern.phrases])
                else:
                    try:
                        matcher.add(pattern.id, [list(pattern.tokens or ())], greedy="LONGEST")
                    except ValueError as error:
                        raise PatternError(f"pattern {pattern.id}", f"spaCy refuses it: {error}") from error
        return cls(matcher, (folded, exact), tuple(expressions), patterns)

    def find(self, doc: Doc) -> Iterator[Mention]:
        """Every mention that a pattern finds, overlaps and all, in no order."""
        text = doc.text  # spaCy joins the tokens anew each time it is asked
        for label, pattern, expression in self.expressions:
            for found in expression.finditer(text):
                if found.end() > found.start():
                    yield _from_regex(label, pattern, found)
        strings = doc.vocab.strings
        matchers: tuple[Matcher | PhraseMatcher, ...] = (self.matcher, *self.phrase_matchers)
        for matcher in matchers:
            if not len(matcher):
                continue
            for key, start, end in matcher(doc):
                label, pattern = self.patterns[strings[key]]
                span = doc[start:end]
                yield Mention(
                    label=label,
                    text=span.text,
                    start=span.start_char,
                    end=span.end_char,
                    pattern=pattern.id,
                    value=pattern.value,
                )


def longest(mentions: Iterable[Mention]) -> list[Mention]:
    """The mentions that no longer mention of the same label overlaps, in reading order."""
    kept: list[Mention] = []
    taken: dict[str, bytearray] = {}
    ranked = sorted(
        mentions, key=lambda mention: (mention.start - mention.end, mention.start, mention.pattern or "")
    )
    for mention in ranked:
        used = taken.setdefault(mention.label, bytearray())
        if len(used) < mention.end:
            used.extend(bytes(mention.end - len(used)))
        if not any(used[mention.start : mention.end]):
            used[mention.start : mention.end] = b"\1" * (mention.end - mention.start)
            kept.append(mention)
    return sorted(kept, key=lambda mention: (mention.start, -mention.end, mention.label))


def check_examples(folder: PatternFolder, language: Language) -> list[str]:
    """One line for each example that does not hold: a span not found, or one found where there is none."""
    problems = []
    for name, file in folder.files.items():
        for pattern in file.pattern:
            single = file.model_copy(update={"pattern": (pattern,)})
            matcher = PatternMatcher.build([single], language)
            for marked, refused in [
                *((m, False) for m in pattern.matches),
                *((r, True) for r in pattern.rejects),
            ]:
                example = Example.read(marked)
                found = [(m.start, m.end) for m in longest(matcher.find(language.make_doc(example.text)))]
                if found != ([] if refused else list(example.spans)):
                    words = ", ".join(repr(example.text[start:end]) for start, end in found) or "nothing"
                    problems.append(f"{name}.toml: {pattern.id}: found {words} in {marked!r}")
    return problems


def _from_regex(label: str, pattern: Pattern, found: re.Match[str]) -> Mention:
    groups = tuple(
        Group(name=name, start=found.start(name), end=found.end(name), text=text)
        for name, text in found.groupdict().items()
        if text
    )
    return Mention(
        label=label,
        text=found.group(),
        start=found.start(),
        end=found.end(),
        pattern=pattern.id,
        value=pattern.value,
        groups=groups,
    )
