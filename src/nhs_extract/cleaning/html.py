"""Blocks of an HTML page."""

import re
from dataclasses import dataclass, field, replace
from typing import Any

from trafilatura.utils import load_html

from nhs_extract.cleaning.blocks import Block, Role, fold_space
from nhs_extract.cleaning.vocabulary import Vocabulary
from nhs_extract.errors import NotAnArticleError

HtmlElement = Any  # lxml's elements, as trafilatura hands them out, have no types

_SILENT = frozenset(
    {
        *("script", "style", "noscript", "template", "head", "title", "meta", "link", "svg", "math"),
        *("iframe", "object", "embed", "audio", "video", "canvas", "map", "input", "select", "textarea"),
        *("form", "datalist", "dialog", "nav", "footer", "menu", "option", "label", "fieldset", "legend"),
    }
)
_INLINE = frozenset(
    {
        *("a", "abbr", "acronym", "b", "bdi", "bdo", "big", "button", "cite", "code", "data", "del", "dfn"),
        *("em", "font", "i", "img", "ins", "kbd", "mark", "nobr", "q", "ruby", "s", "samp", "small", "span"),
        *("strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr"),
    }
)
_ROLES = {
    "h1": Role.HEADLINE,
    **dict.fromkeys(("h2", "h3", "h4", "h5", "h6", "summary", "dt", "caption"), Role.HEADING),
    "li": Role.ITEM,
    "figcaption": Role.CAPTION,
    **dict.fromkeys(("p", "blockquote", "td", "th", "div", "section", "article"), Role.PARAGRAPH),
}
_OUTLAST_PARAGRAPHS = frozenset({Role.ITEM, Role.CAPTION, Role.HEADING})
_HEADING_TAGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "dt", "summary"})
_NEVER_JUNK = frozenset({"body", "html", "main", "article"}) | _HEADING_TAGS
_SET_SIDE_BY_SIDE = frozenset({"span", "a", "time", "button"})
_TERM_WORDS = 6
_VALUE_WORDS = 25
_BLOCKS_IN_CELL = ("p", "div", "table", "ul", "ol", "h1", "h2", "h3", "h4", "br")
_CAMEL = re.compile(r"(?<=[a-z\d])(?=[A-Z])")
_NAME_ENDS = re.compile(r"[\W_]+")
_CAPTION = re.compile(r"\b(?:caption|cutline)\b")


def parse(html: str) -> HtmlElement:
    """The tree of a page.

    Raises:
        NotAnArticleError: there is no HTML in it.
    """
    tree = load_html(html)
    if tree is None:
        tree = load_html(f"<html><body>{html}</body></html>")  # a fragment of one element
    if tree is None:
        raise NotAnArticleError("expected an article, found a page without HTML")
    return tree


def read_blocks(tree: HtmlElement, vocabulary: Vocabulary) -> tuple[Block, ...]:
    """The blocks of a page in reading order, without menus, scripts and elements marked as boilerplate."""
    reader = _Reader(vocabulary)
    body = tree if tree.tag == "body" else tree.find("body")
    reader.read(tree if body is None else body, Role.PARAGRAPH)
    reader.flush()
    return tuple(reader.blocks)


@dataclass
class _Reader:
    vocabulary: Vocabulary
    blocks: list[Block] = field(default_factory=list)
    scopes: list[int] = field(default_factory=list)
    role: Role = Role.PARAGRAPH
    _parts: list[str] = field(default_factory=list)
    _linked: int = 0
    _elements: int = 0
    _joined: bool = False
    _term: int | None = None

    def read(self, element: HtmlElement, role: Role, *, in_link: bool = False) -> None:
        """Walk through an element, collecting blocks."""
        tag = element.tag
        if not isinstance(tag, str) or tag in _SILENT or self._is_junk(element):
            return
        if tag == "br":
            self.flush()
            self._joined = bool(self.blocks)
            return
        if tag == "tr" and _is_row_of_values(element):
            self._read_row(element)
            return
        if _follows_at_once(element):
            self._parts.append(" ")
        is_inline = tag in _INLINE
        outer_role = self.role
        if not is_inline:
            self.flush()
            self._joined = tag == "li" and bool(self.blocks) and self.blocks[-1].role is Role.ITEM
            self._elements += 1
            self.scopes.append(self._elements)
            self.role = _role(element, role)
        first = len(self.blocks)
        in_link = in_link or tag == "a"
        self._add(element.text, in_link)
        for child in element:
            self.read(child, self.role, in_link=in_link)
            self._add(child.tail, in_link)
        if not is_inline:
            self.flush()
            self.scopes.pop()
            self.role = outer_role
        if tag == "dt":
            self._term = len(self.blocks) - 1
        elif tag == "dd" and self._term == first - 1 and len(self.blocks) == first + 1:
            self._join_value_to_term()

    def flush(self) -> None:
        """End the block that is being collected."""
        text = fold_space("".join(self._parts).replace("\n", " "))
        if any(character.isalnum() for character in text):
            prefix = "- " if self.role is Role.ITEM and not text.startswith(("-", "•")) else ""
            self.blocks.append(
                Block(
                    text=prefix + text,
                    role=self.role,
                    joined=self._joined,
                    scopes=tuple(self.scopes),
                    linked=min(1.0, self._linked / max(1, len(text))),
                )
            )
            self._joined = False
        self._parts.clear()
        self._linked = 0

    def _add(self, text: str | None, in_link: bool) -> None:
        if text:
            self._parts.append(text)
            if in_link:
                self._linked += len(text.strip())

    def _read_row(self, row: HtmlElement) -> None:
        self.flush()
        cells = [
            fold_space(" ".join(cell.itertext()).replace("\n", " "))
            for cell in row
            if cell.tag in {"td", "th"}
        ]
        text = _as_line([cell for cell in cells if cell])
        if text:
            joined = bool(self.blocks) and self.blocks[-1].role is Role.ROW
            self.blocks.append(Block(text=text, role=Role.ROW, joined=joined, scopes=tuple(self.scopes)))

    def _join_value_to_term(self) -> None:
        """Put the last two blocks in one line, unless they are a question and its answer."""
        term, value = self.blocks[-2:]
        if term.words <= _TERM_WORDS and value.words <= _VALUE_WORDS and not term.text.endswith("?"):
            line = replace(value, text=_as_line([term.text, value.text]), role=Role.ROW, joined=term.joined)
            self.blocks[-2:] = [line]

    def _is_junk(self, element: HtmlElement) -> bool:
        if element.get("aria-hidden") == "true" and element.tag != "span":
            return True
        if element.tag in _NEVER_JUNK:
            return False
        if element.tag == "button":
            return element.getparent().tag not in _HEADING_TAGS
        if element.tag == "aside" and _is_mostly_links(element):
            return True
        names = _names(element)
        if not names or not self.vocabulary.is_junk_element(names):
            return False
        # A class may be misused, or hold the whole page: what holds the headline is not boilerplate.
        return element.find(".//h1") is None


def _follows_at_once(element: HtmlElement) -> bool:
    """Whether an element stands beside another with nothing between: ``<span>3 May</span><span>2 min``."""
    before = element.getprevious()
    return (
        before is not None
        and before.tag in _SET_SIDE_BY_SIDE
        and element.tag in _SET_SIDE_BY_SIDE
        and not before.tail
    )


def _is_mostly_links(element: HtmlElement) -> bool:
    linked = sum(len(link.text_content()) for link in element.iter("a"))
    return linked > 0.5 * len(element.text_content().strip())


def _names(element: HtmlElement) -> str:
    """Class and id as words: ``RelatedBox c-rail`` is ``related box c rail``."""
    names = f"{element.get('class', '')} {element.get('id', '')}"
    return _NAME_ENDS.sub(" ", _CAMEL.sub(" ", names)).strip().lower()


def _role(element: HtmlElement, outer: Role) -> Role:
    if _CAPTION.search(_names(element)):
        return Role.CAPTION
    role = _ROLES.get(element.tag, outer)
    # A paragraph inside a list item, a heading or a caption is still that.
    return outer if role is Role.PARAGRAPH and outer in _OUTLAST_PARAGRAPHS else role


def _as_line(cells: list[str]) -> str:
    """Two cells as a term and its value, more between bars."""
    if len(cells) == 2 and not cells[0].endswith(":"):
        return f"{cells[0]}: {cells[1]}"
    return " ".join(cells) if len(cells) == 2 else " | ".join(cells)


def _is_row_of_values(row: HtmlElement) -> bool:
    """Whether a table row holds values side by side, and is not there for the layout of a page."""
    cells = [cell for cell in row if cell.tag in {"td", "th"}]
    return len(cells) > 1 and all(
        len(" ".join(cell.itertext())) < 300 and next(cell.iter(*_BLOCKS_IN_CELL), None) is None
        for cell in cells
    )
