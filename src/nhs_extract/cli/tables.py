"""Tables of text: side by side where they fit, else one block for each row."""

from collections.abc import Iterator, Sequence
from textwrap import wrap
from unicodedata import east_asian_width

_GAP = "  "
_NARROW = 18  # a longer cell may be broken, down to this width


def table_lines(
    columns: Sequence[str], rows: Sequence[Sequence[str]], *, width: int | None = None
) -> Iterator[str]:
    """The lines of a table at most ``width`` wide.

    Long cells are broken into lines first; where that is not enough, each row becomes a block with one line
    for each column.
    """
    widths = [max(_width(row[n]) for row in (columns, *rows)) for n in range(len(columns))]
    if width is None:
        return _side_by_side(columns, rows, widths)
    fitted = _fitted(widths, [_width(name) for name in columns], width)
    return _blocks(columns, rows, width) if fitted is None else _side_by_side(columns, rows, fitted)


def _fitted(widths: Sequence[int], names: Sequence[int], width: int) -> list[int] | None:
    """The widths with the longest made shorter until all fit, or None where they cannot."""
    fitted = list(widths)
    spare = width - len(_GAP) * (len(widths) - 1)
    least = [min(have, max(_NARROW, name)) for have, name in zip(widths, names, strict=True)]
    if sum(least) > spare:
        return None
    while sum(fitted) > spare:
        longest = max(range(len(fitted)), key=lambda n: (fitted[n] > least[n], fitted[n]))
        fitted[longest] -= min(fitted[longest] - least[longest], sum(fitted) - spare, 8)
    return fitted


def _side_by_side(
    columns: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[int]
) -> Iterator[str]:
    yield from _line_of(columns, widths)
    yield _GAP.join("─" * width for width in widths)
    for row in rows:
        yield from _line_of(row, widths)


def _line_of(cells: Sequence[str], widths: Sequence[int]) -> Iterator[str]:
    """One row, over several lines where a cell is longer than its column."""
    parts = [wrap(cell, max(1, width)) or [""] for cell, width in zip(cells, widths, strict=True)]
    for n in range(max(len(part) for part in parts)):
        line = [part[n] if n < len(part) else "" for part in parts]
        yield _GAP.join(_padded(cell, width) for cell, width in zip(line, widths, strict=True)).rstrip()


def _blocks(columns: Sequence[str], rows: Sequence[Sequence[str]], width: int) -> Iterator[str]:
    names = max(len(name) for name in columns)
    room = max(_NARROW, width - names - len(_GAP))
    for number, row in enumerate(rows, start=1):
        yield f"── {number} ".ljust(min(width, names + len(_GAP) + _NARROW), "─")
        for name, cell in zip(columns, row, strict=True):
            first, *more = wrap(cell, room) or [""]
            yield f"{name.ljust(names)}{_GAP}{first}".rstrip()
            yield from (" " * (names + len(_GAP)) + line for line in more)


def _padded(cell: str, width: int) -> str:
    return cell + " " * (width - _width(cell))


def _width(text: str) -> int:
    """Places that the text takes on a terminal: East Asian characters take two."""
    return len(text) + sum(east_asian_width(letter) in "WF" for letter in text)
