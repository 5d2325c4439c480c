"""Where an article goes on after a box of teasers in the middle of it."""

import re
from collections.abc import Sequence

from nhs_extract.cleaning.blocks import Block, Role
from nhs_extract.cleaning.vocabulary import Vocabulary

_LONG_QUOTE = 20  # words; a teaser quotes less

_NOTES = re.compile(
    r"^\W*(?:(?:notes?|information)\s(?:to|for)\s(?:the\s)?(?:editors?|journalists)|editors?['’]?\snotes?)\b",
    re.I,
)
_QUOTES = ("“", '"', "‘", "'")
_NAME = re.compile(r"(?<=[a-z,;’'] )[A-Z][\w’'-]{2,}")
_SURNAME = re.compile(
    r"\b(?:Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Sir|Dame|Lord|Lady|Baroness|Cllr|Coun|Councillor)\.?\s"
    r"((?:[A-Z][\w’'-]+\s?)+)"
)
_REFERS_BACK = re.compile(
    r"^(?:He|She|They|It|But|And|That|This|These|Those|Its|Their|His|Her|Both|Neither|Asked|Meanwhile"
    r"|The\s(?:trusts?|boards?|merger|move|plans?|group|two|deal|decision|report|organisations?|union|council"
    r"|committee|proposals?|changes?|hospitals?|service|panel|pair|spokes\w+))\b"
)

_PROSE = re.compile(r"\w\W*[a-z\d)%]\.[\"'”’)\]]*$|[.,!?][\"”]$")
_SPEAKS_OR_REFERS = re.compile(
    r"\b(?:said|says|told|added)\b|\b(?:[Tt]he|[Bb]oth|[Ee]ach|[Bb]etween\sthem\sthe|[Nn]either)\s(?:two\s)?(?:trusts?|boards?|merger)\b"
)


def is_notes(block: Block) -> bool:
    """Whether the block is the heading of notes to editors."""
    return _NOTES.match(block.text) is not None


class Resumption:
    """Tells whether a block goes on with the article whose blocks so far are ``kept``."""

    def __init__(self, kept: Sequence[Block], vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._names = self._names_in(kept)
        self._nothing_yet = not any(block.is_body for block in kept)

    def begins(self, blocks: Sequence[Block], number: int) -> bool:
        """Whether the article goes on with this block."""
        block = blocks[number]
        if is_notes(block):
            return True
        if not self._is_body(block) or block.joined:
            return False
        if self._nothing_yet or self.goes_on(block):
            return True
        run = self._run_of_body(blocks, number)
        before = blocks[number - 1]
        # Under a list, or beside another paragraph, it is no teaser's summary: one name in common will do.
        set_apart = len(run) > 1 or before.joined or before.role is Role.ITEM
        return (
            len(run) > 2
            or self._reads_on(blocks, number)
            or any(self.goes_on(other) for other in run)
            or (set_apart and self.shares_a_name(block))
        )

    def _reads_on(self, blocks: Sequence[Block], number: int) -> bool:
        """Whether two sentences stand here, one of a speaker or of what "the trust" and "both" refer to."""
        pair = blocks[number : number + 2]
        if len(pair) < 2 or any(self._vocabulary.is_junk_line(block.text) for block in pair):
            return False
        return all(_PROSE.search(block.text) for block in pair) and any(
            _SPEAKS_OR_REFERS.search(block.text) for block in pair
        )

    def _run_of_body(self, blocks: Sequence[Block], number: int) -> list[Block]:
        run = []
        for block in blocks[number : number + 3]:
            if not self._is_body(block):
                break
            run.append(block)
        return run

    def _is_body(self, block: Block) -> bool:
        return block.is_body and not self._vocabulary.is_junk_line(block.text)

    def goes_on(self, block: Block) -> bool:
        """Whether the block speaks of what the article has spoken of."""
        if block.text.startswith(_QUOTES) and block.words >= _LONG_QUOTE:
            return True
        surnames = {name for match in _SURNAME.finditer(block.text) for name in match[1].split()}
        shared = self._names & self._names_in([block])
        refers_back = _REFERS_BACK.match(block.text) is not None
        return bool(surnames & self._names) or len(shared) >= 2 or (refers_back and bool(shared))

    def shares_a_name(self, block: Block) -> bool:
        """Whether the block has a name that the article has."""
        return bool(self._names & self._names_in([block]))

    def has_new_name(self, block: Block) -> bool:
        """Whether the block has a name that the article has not."""
        return bool(self._names_in([block]) - self._names)

    def _names_in(self, blocks: Sequence[Block]) -> frozenset[str]:
        """Capitalised words inside sentences that are not on every page about the health service."""
        names = {
            name.removesuffix("’s").removesuffix("'s")
            for block in blocks
            for name in _NAME.findall(block.text)
        }
        return frozenset(name for name in names if not self._vocabulary.is_common_name(name))
