"""Candidates: runs of capitalised words that could be a person's name."""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from nhs_extract.annotate.people.cues import Cues
from nhs_extract.models import Mention, Sentence, Span

_WORD = (
    r"(?:[A-ZÀ-Þ][a-zß-ÿ’'-]+[A-ZÀ-Þ]?[\w’'-]*|[A-ZÀ-Þ]['’][A-ZÀ-Þ][\w’'-]+"
    r"|[A-Z]\.(?:\s?[A-Z]\.)*|[A-Z](?=\s[A-Z][a-z])|[A-Z]{3,}(?=\s[A-Z][a-z]))"
)
_TRAILING = re.compile(r"(?:’s|'s|[’'-]+)$")
_JOINT = re.compile(r"\s(?:and|&)\s")
_MOST_WORDS = 5


class Candidate(Span):
    """A possible name in a sentence, with what a title before it tells."""

    has_title: bool
    sex: str | None
    words: int


def candidates(text: str, sentence: Sentence, cues: Cues) -> Iterator[Candidate]:
    """Runs of capitalised words without titles, letters, roles and words of organisations."""
    titles = {title.end: title for title in cues.titles if sentence.contains(title)}
    blocked = [
        span
        for span in (*map(_last_part, cues.organisations), *cues.titles, *cues.post_nominals, *cues.roles)
        if span.overlaps(sentence)
    ]
    run: list[re.Match[str]] = []
    for word in [*_word(tuple(sorted(cues.particles))).finditer(text, sentence.start, sentence.end), None]:
        fits = word is not None and not any(
            word.start() < span.end and span.start < word.end() for span in blocked
        )
        gap = text[run[-1].end() : word.start()] if run and word else ""
        if run and (not fits or not re.fullmatch(r"[ \t]", gap) or _TRAILING.search(run[-1].group())):
            yield from _trimmed(text, run, cues, titles)
            run = []
        if fits and word is not None:
            run.append(word)


def _last_part(name: Mention) -> Span:
    """A name found by its form, from the last "and" on: a person may stand before it."""
    joints = list(_JOINT.finditer(name.text)) if name.pattern != "names.register_spelling" else []
    return Span(start=name.start + joints[-1].end(), end=name.end) if joints else name


@cache
def _word(particles: tuple[str, ...]) -> re.Pattern[str]:
    choice = "|".join(sorted(map(re.escape, particles), key=len, reverse=True))
    return re.compile(rf"(?<![\w’'-])(?:{_WORD}|(?:{choice})(?=\s(?:(?:{choice})\s)?[A-ZÀ-Þ]))")


def _trimmed(
    text: str, run: list[re.Match[str]], cues: Cues, titles: Mapping[int, Mention]
) -> Iterator[Candidate]:
    while run and _is_no_beginning(run, cues):
        run = run[1:]
    cut = next((i for i, word in enumerate(run) if i and word.group() in cues.not_people), len(run))
    is_cut = cut < len(run)
    run = run[:cut]
    while run and run[-1].group() in cues.particles:
        run = run[:-1]
    if not run or len(run) > _MOST_WORDS:
        return
    last = run[-1]
    end = last.end() - len((_TRAILING.search(last.group()) or [""])[0])
    if end > run[0].start():
        title = _title_before(text, run[0].start(), titles)
        if is_cut and title is None:
            return
        sex = None
        before = title
        while before is not None:
            sex = before.value if before.value in {"male", "female"} else sex
            before = _title_before(text, before.start, titles)
        yield Candidate(start=run[0].start(), end=end, has_title=title is not None, sex=sex, words=len(run))


def _is_no_beginning(run: list[re.Match[str]], cues: Cues) -> bool:
    word = run[0].group()
    if (word in cues.particles and word[0].islower()) or word in cues.not_people:
        return True
    return len(run) > 1 and word.casefold() in cues.function_words


def _title_before(text: str, start: int, titles: Mapping[int, Mention]) -> Mention | None:
    gap = re.search(r"\s*$", text[max(0, start - 3) : start])
    return titles.get(start - len(gap[0])) if gap and gap[0] else None
