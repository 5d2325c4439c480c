"""Blocks of a plain-text dump."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from nhs_extract.cleaning.blocks import Block, Role, fold_space

_WIDEST_WRAP = 100
_NARROWEST_WRAP = 45
_ROWS = 3  # lines with as many bars that make a table
_FLOWING_LINES = 4  # line breaks within a sentence that show a dump to be hard-wrapped

_BULLET = re.compile(r"^\s*(?:[-*•·▪◦‣>–]|\(?(?:\d{1,2}(?:\.\d+)?|[a-z]|[ivx]{1,4})[.)]|\d+\.\d+)\s")
_COLUMNS = re.compile(r"\S(?: {3,}|\t)\S")
_RULE = re.compile(r"^[\W_]*$")
_BROKEN_OFF = re.compile(r"\s(?:a|an|the|of|to|in|for|and|by|with|from|at|on|as|or|its|their)\s*$", re.I)
_GOES_ON = re.compile(r"\s*(?:and|of|to|in|for|by|with|from|at|on|as|or)\s", re.I)
_ENDED = re.compile(r"[.!?:][\"'”’)]*$")


def read_blocks(text: str) -> tuple[Block, ...]:
    """The blocks of a dump: its lines, or its paragraphs where it was wrapped at a fixed width."""
    lines = text.split("\n")
    width = wrap_width(lines)
    blocks: list[Block] = []
    parted = False
    for group in _groups(lines):
        joined = False
        for line in _unwrapped(group, width) if width else _mended(group):
            words = fold_space(line)
            if words and not _RULE.match(words):
                blocks.append(Block(text=words, joined=joined, parted=parted))
                joined, parted = True, False
            else:
                parted = True
    return _set_apart(_with_rows(blocks))


def wrap_width(lines: list[str]) -> int | None:
    """The width at which the dump was hard-wrapped, or None where each line is whole."""
    lengths = sorted(len(line) for line in lines if line.strip())
    if not lengths:
        return None
    width = lengths[int(len(lengths) * 0.97)]
    if not _NARROWEST_WRAP <= width <= _WIDEST_WRAP:
        return None
    flowing = sum(
        1
        for line, after in pairwise(lines)
        if len(line) > 0.6 * width and not _ENDED.search(line.rstrip()) and after.lstrip()[:1].islower()
    )
    return width if flowing >= _FLOWING_LINES else None


def _with_rows(blocks: list[Block]) -> list[Block]:
    """The blocks, those that are lines of a table between bars marked as rows."""
    rows: list[Block] = []
    for number, block in enumerate(blocks):
        beside = [other for other in blocks[max(0, number - 2) : number + 3] if _bars(other) == _bars(block)]
        is_row = _bars(block) > 0 and len(beside) >= _ROWS
        rows.append(replace(block, role=Role.ROW) if is_row else block)
    return rows


def _bars(block: Block) -> int:
    return block.text.count(" | ")


def _set_apart(blocks: list[Block]) -> tuple[Block, ...]:
    """The blocks, all but list items set apart where a dump has no blank lines between paragraphs."""
    bodies = [block for block in blocks if block.is_body]
    if sum(block.joined for block in bodies) * 2 <= len(bodies):
        return tuple(blocks)
    return tuple(
        replace(block, joined=block.joined and _BULLET.match(block.text) is not None) for block in blocks
    )


def _groups(lines: list[str]) -> Iterator[list[str]]:
    """The runs of lines between blank lines."""
    group: list[str] = []
    for line in lines:
        if line.strip():
            group.append(line.expandtabs())
        elif group:
            yield group
            group = []
    if group:
        yield group


def _mended(group: list[str]) -> Iterator[str]:
    """The lines of a group, a headline that was broken before a small word in one piece."""
    whole = group[0]
    for line in group[1:]:
        is_same_case = line.strip()[:1].islower() or (whole.isupper() and line.isupper())
        if is_same_case and (_BROKEN_OFF.search(whole) or _GOES_ON.match(line)):
            whole = f"{whole.rstrip()} {line.strip()}"
        else:
            yield whole
            whole = line
    yield whole


def _unwrapped(group: list[str], width: int) -> Iterator[str]:
    """The lines of a group with those that a wrap has torn apart put together again."""
    whole, last = group[0], group[0]
    for line in group[1:]:
        if _continues(last, line, width):
            whole = f"{whole.rstrip()} {line.strip()}"
        else:
            yield whole
            whole = line
        last = line
    yield whole


def _continues(line: str, after: str, width: int) -> bool:
    """Whether the next line goes on with the sentence of this one."""
    if _BULLET.match(after) or _COLUMNS.search(after.strip()) or _COLUMNS.search(line.strip()):
        return False
    if _RULE.match(line) or _RULE.match(after) or (line.isupper() and after.isupper()):
        return False
    if after.lstrip().startswith("[") or line.rstrip().endswith("]"):
        return False
    first_word = after.split()[0]
    is_full = len(line.rstrip()) + 1 + len(first_word) > width - 2
    deeper = len(after) - len(after.lstrip()) > len(line) - len(line.lstrip())
    flows = not _ENDED.search(line.rstrip()) and (first_word[:1].islower() or len(line) > 0.6 * width)
    return is_full or flows or (deeper and _BULLET.match(line) is not None)
