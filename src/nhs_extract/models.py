"""The values that travel along the line, from page to facts. All are frozen."""

import hashlib
from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from typing import Any, ClassVar

from pydantic import BaseModel, ConfigDict, Field, model_validator

STANDARD_INPUT = "-"  # the location of a page that came from there


class Value(BaseModel):
    """A frozen value that refuses unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class MediaType(StrEnum):
    """What the bytes of a page are."""

    TEXT = "text/plain"
    HTML = "text/html"


class Page(Value):
    """Bytes as they came from a source."""

    location: str = Field(description="Path or address that the page was read from; - for standard input")
    content: bytes = Field(repr=False)
    media_type: MediaType

    @property
    def sha256(self) -> str:
        """Hex digest of the bytes."""
        return hashlib.sha256(self.content).hexdigest()


class Article(Value):
    """The cleaned text of one page, with what the page says of itself."""

    source: str = Field(description="Path or address that the article was read from")
    title: str | None = Field(default=None, description="Headline")
    published: date | None = Field(default=None, description="Date of publication")
    url: str | None = Field(default=None, description="Address that the page gives for itself")
    publisher: str | None = Field(
        default=None, description="Name of the site or organisation that published it"
    )
    language: str | None = Field(default=None, description="Language code, such as en")
    text: str = Field(description="The article's own words, one line per block", repr=False)
    sha256: str = Field(description="Digest of the bytes that the article was read from")


class PassageKind(StrEnum):
    """What a block of an article is."""

    HEADLINE = "headline"
    STANDFIRST = "standfirst"
    SUBHEAD = "subhead"
    PARAGRAPH = "paragraph"
    BULLET = "bullet"
    CAPTION = "caption"
    NOTE = "note"


class Span(Value):
    """Characters ``start``..``end`` of the article's text."""

    start: int = Field(ge=0)
    end: int = Field(ge=0)

    @model_validator(mode="after")
    def _in_order(self) -> "Span":
        if self.end < self.start:
            raise ValueError(f"span ends at {self.end}, before it starts at {self.start}")
        return self

    def contains(self, other: "Span") -> bool:
        """Whether ``other`` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end


class Passage(Span):
    """One block of the article's text."""

    kind: PassageKind


class LinkedBy(StrEnum):
    """Why a mention is tied to an entry of the register."""

    EXACT = "exact"
    ARTICLE_ALIAS = "alias in article"
    REGISTER_ALIAS = "register alias"
    SITE = "site"
    FUZZY = "fuzzy"


class OrganisationName(Value):
    """An organisation as facts name it."""

    name: str = Field(description="Official name at the article's date, else the name as printed")
    ods_code: str | None = Field(default=None, description="Code in the register, null where it has none")


class Entity(OrganisationName):
    """An organisation that a mention stands for.

    ``kind`` is the register's (``nhs_trust``, ``foundation_trust``, ``care_trust``, ``welsh_health_board``,
    ``welsh_trust``, ``scottish_board``, ``hsc_trust``, ``icb``, ``ccg``, ``other``), or for a name that the
    register does not have, what the name itself shows: one of these, or ``group``.
    ``linked_by`` and ``score`` are null for such a name.
    """

    kind: str
    linked_by: LinkedBy | None = None
    score: float | None = None

    @property
    def is_trust(self) -> bool:
        """Whether it is an NHS provider: a trust or a board that runs services."""
        return self.kind in PROVIDER_KINDS

    @property
    def as_name(self) -> OrganisationName:
        """The bare name and code."""
        return OrganisationName(name=self.name, ods_code=self.ods_code)


PROVIDER_KINDS = frozenset(
    {
        "nhs_trust",
        "foundation_trust",
        "care_trust",
        "welsh_health_board",
        "welsh_trust",
        "scottish_board",
        "hsc_trust",
    }
)


class Group(Span):
    """A named part of a mention: the number in a phrase, say."""

    name: str
    text: str


class Mention(Span):
    """A labelled span: a name, a role, a phrase, a cue.

    ``value`` is what the pattern says the words mean (a role in the closed list), or for a person the full
    name. ``entities`` are the organisations that a name, or an expression such as "both trusts", stands for.
    """

    label: str
    text: str
    pattern: str | None = None
    value: str | None = None
    entities: tuple[Entity, ...] = ()
    groups: tuple[Group, ...] = ()

    def group(self, name: str) -> Group | None:
        """The named part, or None where the pattern found none."""
        return next((group for group in self.groups if group.name == name), None)

    @property
    def entity(self) -> Entity | None:
        """The one organisation it stands for; None for none or several."""
        return self.entities[0] if len(self.entities) == 1 else None


class Sentence(Span):
    """One sentence of a passage with the mentions in it, in reading order."""

    text: str
    passage: int = Field(description="Number of the passage in the article")
    passage_kind: PassageKind
    mentions: tuple[Mention, ...] = ()

    def labelled(self, *labels: str) -> Iterator[Mention]:
        """The mentions with one of these labels, in reading order."""
        return (mention for mention in self.mentions if mention.label in labels)

    def between(self, left: Span, right: Span) -> str:
        """The words from the end of ``left`` to the start of ``right``."""
        return self.text[left.end - self.start : right.start - self.start]

    def before(self, span: Span) -> str:
        """The words of the sentence before ``span``."""
        return self.text[: span.start - self.start]

    def after(self, span: Span) -> str:
        """The words of the sentence after ``span``."""
        return self.text[span.end - self.start :]

    def quote(self, start: int, end: int) -> str:
        """The words at ``start``..``end`` of the article, which lie in this sentence."""
        return self.text[start - self.start : end - self.start]


class AnnotatedArticle(Value):
    """An article with its passages, and its sentences with their mentions."""

    article: Article
    passages: tuple[Passage, ...]
    sentences: tuple[Sentence, ...]

    @property
    def mentions(self) -> Iterator[Mention]:
        """All mentions in reading order."""
        return (mention for sentence in self.sentences for mention in sentence.mentions)


class Evidence(Span):
    """The words that prove a fact, and where they stand."""

    text: str = Field(description="The words, exactly as they stand in the article")
    pattern: str | None = Field(default=None, description="Pattern or rule that found them")

    @classmethod
    def of(cls, mention: Mention) -> "Evidence":
        """The words of a mention."""
        return cls(start=mention.start, end=mention.end, text=mention.text, pattern=mention.pattern)

    @classmethod
    def within(cls, sentence: Sentence, start: int, end: int, pattern: str | None = None) -> "Evidence":
        """The words at ``start``..``end`` of the article, which lie in ``sentence``."""
        return cls(start=start, end=end, text=sentence.quote(start, end), pattern=pattern)


class Fact(Value):
    """One thing that the article says, with the words that say it."""

    table: ClassVar[str]

    evidence: Evidence = Field(description="The words that prove it")


class Failure(Value):
    """An article that was lost, and why."""

    source: str = Field(description="Path or address of the page")
    stage: str = Field(description="Where on the line it was lost: read, clean, extract")
    reason: str = Field(description="What was wrong, in one line")
    sha256: str | None = Field(
        default=None, description="Digest of the bytes, null when they could not be read"
    )


class Extraction(Value):
    """One article and all its facts. ``facts`` maps each kind to its facts, in reading order."""

    article: Article
    facts: dict[str, tuple[Fact, ...]]

    def as_json(self) -> dict[str, Any]:
        """The extraction in the form of the contract, ready for ``json.dumps``."""
        sections = {
            kind: [fact.model_dump(mode="json") for fact in facts] for kind, facts in self.facts.items()
        }
        return {"article": self.article.model_dump(mode="json"), **sections}
