"""The part of an HTML page that holds the article."""

from collections.abc import Sequence

from nhs_extract.cleaning.blocks import Block, Role
from nhs_extract.cleaning.resuming import Resumption, is_notes
from nhs_extract.cleaning.vocabulary import Vocabulary

_LINKED = 0.5
_MOST = 0.8  # share of the body text that the article's element holds


def within_region(blocks: Sequence[Block], vocabulary: Vocabulary) -> tuple[Block, ...]:
    """The blocks up to the end of the element that holds the article; after it only more body text."""
    region = _scope_of_article(blocks)
    if region is None:
        return tuple(blocks)
    last = max(number for number, block in enumerate(blocks) if region in block.scopes)
    first = min(number for number, block in enumerate(blocks) if region in block.scopes)
    around = blocks[last].scopes[: blocks[last].scopes.index(region)]
    while last + 1 < len(blocks) and _follows_in(around, blocks[last + 1]):
        last += 1
    return (
        *(block for block in blocks[:first] if not _is_list_of_links(block)),
        *blocks[first : last + 1],
        *_more_body(blocks[last + 1 :], Resumption(blocks[: last + 1], vocabulary)),
    )


def _more_body(after: Sequence[Block], article: Resumption) -> tuple[Block, ...]:
    notes = next((number for number, block in enumerate(after) if is_notes(block)), len(after))
    return (*(block for block in after[:notes] if block.is_body and article.goes_on(block)), *after[notes:])


def _follows_in(around: tuple[int, ...], block: Block) -> bool:
    """Whether a sentence stands directly in the element that holds the article's: ``The meeting closed.``"""
    return block.scopes[:-1] == around and block.is_sentence and block.linked < _LINKED


def _is_list_of_links(block: Block) -> bool:
    return block.role is Role.ITEM and block.linked > 0.7


def _scope_of_article(blocks: Sequence[Block]) -> int | None:
    """The innermost element that holds nearly all of the body text."""
    weights: dict[int, int] = {}
    total = 0
    for block in blocks:
        if block.is_body:
            total += len(block.text)
            for scope in block.scopes:
                weights[scope] = weights.get(scope, 0) + len(block.text)
    holding = [scope for scope, weight in weights.items() if weight >= _MOST * total]
    return max(holding, default=None)
