"""The cleaner: from a page to an article."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from nhs_extract.cleaning import html, metadata, text
from nhs_extract.cleaning.blocks import Block, as_text
from nhs_extract.cleaning.dates import published_in, says_published
from nhs_extract.cleaning.decoding import decode
from nhs_extract.cleaning.headline import find_beginning, masthead_name, with_headline
from nhs_extract.cleaning.junk import without_junk
from nhs_extract.cleaning.region import within_region
from nhs_extract.cleaning.tail import without_teasers
from nhs_extract.cleaning.vocabulary import Vocabulary
from nhs_extract.errors import NotAnArticleError
from nhs_extract.models import Article, MediaType, Page
from nhs_extract.patterns import PatternFolder

_AT_END = 8  # blocks


@dataclass(frozen=True)
class Cleaner:
    """Keeps the article's own words and drops everything that stands around them."""

    vocabulary: Vocabulary

    @classmethod
    def from_patterns(cls, patterns: PatternFolder) -> "Cleaner":
        """A cleaner with the vocabulary of a pattern folder.

        Raises:
            PatternError: a file of the vocabulary is missing.
        """
        return cls(vocabulary=Vocabulary.from_patterns(patterns))

    def clean(self, page: Page) -> Article:
        """The article of a page.

        Raises:
            UnreadablePageError: the bytes are not text.
            NotAnArticleError: it is empty, or nothing is left when the boilerplate is gone.
        """
        characters = decode(page.content, page.media_type)
        if not characters.strip():
            raise NotAnArticleError("expected an article, but the page is empty")
        if page.media_type is MediaType.HTML:
            return self._clean_html(page, characters)
        return self._clean_text(page, characters)

    def _clean_html(self, page: Page, characters: str) -> Article:
        tree = html.parse(characters)
        stated = metadata.read_metadata(tree)
        blocks = html.read_blocks(tree, self.vocabulary)
        beginning = find_beginning(blocks, self.vocabulary, stated.titles)
        kept = self._own(blocks[beginning.start :])
        near_top = [block.text for block in blocks[max(0, beginning.start - 6) : beginning.start + 25]]
        return _article(
            page,
            with_headline(kept, beginning.headline),
            title=beginning.headline,
            published=stated.published
            or published_in(near_top)
            or _said_at_end(kept)
            or stated.doubtful_date
            or stated.masthead_date,
            url=stated.url,
            publisher=stated.publisher,
            language=stated.language,
        )

    def _clean_text(self, page: Page, characters: str) -> Article:
        blocks = text.read_blocks(characters)
        beginning = find_beginning(blocks, self.vocabulary, ())
        kept = self._own(blocks[beginning.start :])
        near_top = [block.text for block in blocks[: beginning.start + 12]]
        return _article(
            page,
            with_headline(kept, beginning.headline),
            title=beginning.headline,
            published=published_in(near_top) or _said_at_end(kept),
            publisher=masthead_name(blocks[: beginning.start], self.vocabulary),
        )

    def _own(self, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        """The blocks from the headline on that are the article's own; never none of the body text."""
        kept = without_junk(blocks, self.vocabulary)
        kept = without_teasers(within_region(kept, self.vocabulary), self.vocabulary)
        if any(block.is_body for block in kept):
            return kept
        return tuple(block for block in blocks if not self.vocabulary.is_junk_line(block.text))


def _said_at_end(blocks: Sequence[Block]) -> date | None:
    """The day of publication that the last blocks state, where the page's top states none."""
    return next((day for block in blocks[-_AT_END:] if (day := says_published(block.text))), None)


def _article(page: Page, blocks: tuple[Block, ...], **stated: object) -> Article:
    if not any(block.words > 3 for block in blocks):
        raise NotAnArticleError("expected an article, found nothing but boilerplate")
    return Article.model_validate(
        {"source": page.location, "text": as_text(blocks), "sha256": page.sha256, **stated}
    )
