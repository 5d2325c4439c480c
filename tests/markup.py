"""Annotated articles written by hand: ``[words](LABEL)`` in plain text becomes a mention.

``[Amy Gray](PERSON=Amy Gray)`` has a value,
``[MPFT](ORGANISATION@Midlands Partnership NHS Foundation Trust#RRE)`` an entity (its code may be left out),
``[both trusts](REFERENCE=several@A NHS Trust;B NHS Trust)`` two, ``[she](PERSON/people.pronoun=Amy Gray)`` a
pattern. A label in small letters inside a mention is a group of it: ``[some [8,500](number) staff](STAFF)``.

A line is a passage, ``||`` cuts it into sentences, and ``# ``, ``- `` or ``> `` at its start makes it a
headline, a bullet or a caption.
"""

import re
from collections.abc import Iterable
from datetime import date

from nhs_extract.annotate.matching import longest
from nhs_extract.models import (
    AnnotatedArticle,
    Article,
    Entity,
    Group,
    Mention,
    Passage,
    PassageKind,
    Sentence,
)
from nhs_extract.patterns import load_patterns
from nhs_extract.settings import packaged_patterns

_PIECE = re.compile(r"\[|\]\((?P<label>[^()]*)\)|[^\[\]]+|\]")
_LABEL = re.compile(
    r"(?P<label>[A-Za-z_]+)(?:/(?P<pattern>[\w.]+))?(?:=(?P<value>[^@]*))?(?:@(?P<entities>.*))?$"
)
_KIND_OF_LINE = {"# ": PassageKind.HEADLINE, "- ": PassageKind.BULLET, "> ": PassageKind.CAPTION}
_KIND_OF_NAME = {
    "Foundation Trust": "foundation_trust",
    "Trust": "nhs_trust",
    "Health Board": "welsh_health_board",
    "Integrated Care Board": "icb",
    "Clinical Commissioning Group": "ccg",
    "Group": "group",
}


def annotated(
    marked: str,
    *,
    published: date | None = date(2020, 6, 1),
    title: str | None = None,
    publisher: str | None = None,
) -> AnnotatedArticle:
    """The article that the marked-up lines describe."""
    text = ""
    passages: list[Passage] = []
    sentences: list[Sentence] = []
    for line in marked.strip().splitlines():
        kind = _KIND_OF_LINE.get(line.strip()[:2], PassageKind.PARAGRAPH)
        body = line.strip().removeprefix("# ").removeprefix("- ").removeprefix("> ")
        text += "\n" if text else ""
        passage_start = len(text)
        for part in filter(None, (part.strip() for part in body.split("||"))):
            text += " " if len(text) > passage_start else ""
            plain, mentions = _read(part, len(text))
            sentences.append(
                Sentence(
                    start=len(text),
                    end=len(text) + len(plain),
                    text=plain,
                    passage=len(passages),
                    passage_kind=kind,
                    mentions=mentions,
                )
            )
            text += plain
        passages.append(Passage(start=passage_start, end=len(text), kind=kind))
    article = Article(
        source="marked up", title=title, published=published, publisher=publisher, text=text, sha256="0"
    )
    return AnnotatedArticle(article=article, passages=tuple(passages), sentences=tuple(sentences))


def with_patterns(article: AnnotatedArticle, *names: str) -> AnnotatedArticle:
    """The article with the mentions that the regular expressions of these pattern files find as well."""
    folder = load_patterns(packaged_patterns())
    found = [
        Mention(
            label=file.label,
            text=match.group(),
            start=match.start(),
            end=match.end(),
            pattern=pattern.id,
            value=pattern.value,
        )
        for file in (folder.files[name] for name in names)
        for pattern in file.pattern
        for match in file.compiled(pattern).finditer(article.article.text)
    ]
    kept = longest(found)
    sentences = tuple(
        sentence.model_copy(
            update={"mentions": _ordered([*sentence.mentions, *(m for m in kept if sentence.contains(m))])}
        )
        for sentence in article.sentences
    )
    return article.model_copy(update={"sentences": sentences})


def _ordered(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    return tuple(sorted(mentions, key=lambda mention: (mention.start, -mention.end, mention.label)))


def _read(part: str, offset: int) -> tuple[str, tuple[Mention, ...]]:
    """A sentence without its marks, and its mentions in reading order."""
    plain = ""
    opened: list[tuple[int, list[Group]]] = []
    mentions: list[Mention] = []
    for piece in _PIECE.finditer(part):
        if piece.group() == "[":
            opened.append((len(plain), []))
        elif piece["label"] is None:
            plain += piece.group()
        else:
            first, groups = opened.pop()
            marked = _LABEL.match(piece["label"])
            assert marked, f"not a label: {piece['label']!r}"
            words, start, end = plain[first:], offset + first, offset + len(plain)
            if marked["label"].islower():
                opened[-1][1].append(Group(name=marked["label"], text=words, start=start, end=end))
                continue
            mentions.append(
                Mention(
                    label=marked["label"],
                    text=words,
                    start=start,
                    end=end,
                    pattern=marked["pattern"] or "markup",
                    value=marked["value"],
                    entities=tuple(_entities(marked["entities"])),
                    groups=tuple(groups),
                )
            )
    assert not opened, f"a bracket is not closed in {part!r}"
    return plain, _ordered(mentions)


def _entities(written: str | None) -> Iterable[Entity]:
    for entity in filter(None, (written or "").split(";")):
        name, _, code = entity.strip().partition("#")
        kind = next((kind for ending, kind in _KIND_OF_NAME.items() if name.endswith(ending)), "other")
        yield Entity(name=name, ods_code=code or None, kind=kind)
