"""Boilerplate between the blocks of an article, told by wording, shape and neighbours."""

import re
from collections.abc import Sequence
from dataclasses import replace

from nhs_extract.cleaning.blocks import Block, Role
from nhs_extract.cleaning.resuming import Resumption, is_notes
from nhs_extract.cleaning.vocabulary import Opens, Vocabulary

_BODY_BEFORE_COMMENTS = 2  # body blocks that must stand before readers' comments can
_MOST_OF_BODY = 0.4  # an element that holds a larger share of the body is no box beside it
_SMALL_BOX = 600  # characters of body text that a box of boilerplate may always hold
_LABEL_WORDS = 6
_ALL_LINK = 0.8
_ADVERT_BLOCKS = 8

_ADVERT_ENDS = re.compile(r"^\W*end\sof\s(?:the\s)?(?:ad|message|promotion|sponsor)", re.I)


def without_junk(blocks: Sequence[Block], vocabulary: Vocabulary) -> tuple[Block, ...]:
    """The blocks that are the article's own."""
    kept: list[Block] = []
    number = 0
    parted = False
    while number < len(blocks):
        block = blocks[number]
        opens = _opens(blocks, number, vocabulary)
        if opens is not None:
            number = _end_of_section(opens, blocks, number, kept, vocabulary)
            parted = True
            continue
        if _is_junk(block, vocabulary):
            parted = True
        else:
            kept.append(replace(block, parted=parted or block.parted))
            parted = False
        number += 1
    return tuple(kept)


def _opens(blocks: Sequence[Block], number: int, vocabulary: Vocabulary) -> Opens | None:
    """What kind of boilerplate begins with this block, if any does."""
    block = blocks[number]
    if block.role in {Role.ROW, Role.HEADLINE}:
        return None
    opens = vocabulary.heading(block.text)
    if opens is Opens.DOUBTFUL:
        # "Elsewhere" over paragraphs is a heading of the article's own.
        following = blocks[number + 1] if number + 1 < len(blocks) else None
        return None if following is None or following.is_body else Opens.RELATED
    if opens is None and block.role is Role.HEADING and vocabulary.is_junk_line(block.text):
        return Opens.BOX
    return opens


def _is_junk(block: Block, vocabulary: Vocabulary) -> bool:
    if block.role in {Role.ROW, Role.HEADLINE}:
        return False
    if block.role is Role.PARAGRAPH and block.linked > _ALL_LINK and block.words > 3:
        return True  # a paragraph that is nothing but a link leads to another article
    return vocabulary.is_junk_line(block.text) or vocabulary.is_labelled_teaser(block.text)


def _end_of_section(
    opens: Opens, blocks: Sequence[Block], start: int, kept: Sequence[Block], vocabulary: Vocabulary
) -> int:
    """The number of the first block after the boilerplate that a heading opens."""
    box_end = _end_of_box(blocks, start)
    if box_end is not None:
        return box_end
    end = start + 1
    if opens is Opens.BOX:
        return end
    if opens is Opens.ADVERT:
        return _end_of_advert(blocks, end)
    if opens is Opens.LABELS:
        while end < len(blocks) and blocks[end].joined and _is_label(blocks[end]):
            end += 1
        return end
    if opens is Opens.COMMENTS:
        if sum(block.is_body for block in kept) < _BODY_BEFORE_COMMENTS or _is_button(
            blocks, end, kept, vocabulary
        ):
            return end
        while end < len(blocks) and not is_notes(blocks[end]):
            end += 1
        return end
    resumption = Resumption(kept, vocabulary)
    while end < len(blocks) and not resumption.begins(blocks, end):
        end += 1
    # A heading that would take most of the page with it is the article's own.
    inside, outside = _body_in(blocks[start:end], vocabulary), _body_in([*kept, *blocks[end:]], vocabulary)
    return end if inside <= outside else start + 1


def _body_in(blocks: Sequence[Block], vocabulary: Vocabulary) -> int:
    """How many characters of body text there are."""
    return sum(
        len(block.text) for block in blocks if block.is_body and not vocabulary.is_junk_line(block.text)
    )


def _is_button(blocks: Sequence[Block], after: int, kept: Sequence[Block], vocabulary: Vocabulary) -> bool:
    """Whether "Comments (12)" stands in the middle of the article, which goes straight on."""
    article = Resumption(kept, vocabulary)
    following = blocks[after : after + 2]
    return len(following) == 2 and all(block.is_body and article.goes_on(block) for block in following)


def _end_of_advert(blocks: Sequence[Block], start: int) -> int:
    """After the label that ends the advertisement, else after the lines in one group with the first label."""
    for end in range(start, min(start + _ADVERT_BLOCKS, len(blocks))):
        if _ADVERT_ENDS.match(blocks[end].text):
            return end + 1
    end = start
    while end < len(blocks) and blocks[end].joined:
        end += 1
    return end


def _is_label(block: Block) -> bool:
    return block.words <= _LABEL_WORDS and not block.is_sentence


def _end_of_box(blocks: Sequence[Block], start: int) -> int | None:
    """Where the element that the heading begins ends, or None where there is none or it holds the article."""
    before = set(blocks[start - 1].scopes) if start else set()
    body = sum(len(block.text) for block in blocks if block.is_body)
    best: int | None = None
    for scope in reversed(blocks[start].scopes):
        if scope in before:
            break
        end = start + 1
        while end < len(blocks) and scope in blocks[end].scopes:
            end += 1
        inside = blocks[start:end]
        held = sum(len(block.text) for block in inside if block.is_body)
        if held > max(_SMALL_BOX, _MOST_OF_BODY * body) or any(
            block.role is Role.HEADLINE for block in inside
        ):
            break
        if end > start + 1:
            best = end
    return best
