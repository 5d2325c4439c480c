"""What stands after an article's last paragraph under headings and in words that nobody has foreseen."""

import re
from collections.abc import Iterator, Sequence

from nhs_extract.cleaning.blocks import Block, Role
from nhs_extract.cleaning.dates import read_date
from nhs_extract.cleaning.resuming import Resumption, is_notes
from nhs_extract.cleaning.vocabulary import Vocabulary

_TEASER_WORDS = range(5, 31)
_HEADING_WORDS = 6
_SENTENCE_CASE = 0.3  # share of small-letter words; a sign-off or an address has fewer
_VALUE_WORDS = 4
_LINKED = 0.5

_NUMBERING = re.compile(r"^(?:[-*•>»]\s*|#?\d{1,2}[.):]?\s+(?=\D))+")
_TERM = re.compile(r"^[^:]{2,40}:\s(?=\S)")
_PERSON_AND_ROLE = re.compile(r"^(?:[A-Z][\w.’'-]+\s){1,3}[A-Z][\w’'-]+(?:\s[A-Z]+)?(?:,|\s[–-])\s[a-zA-Z]")
_REACHED_AT = re.compile(r"@|\b(?:tel|telephone|phone|e-?mail|contact|call)\b|\d{4,}\s?\d{3}", re.I)
_ONE_SENTENCE = re.compile(
    r"^(?=[A-Z“\"‘'])(?:[^\s.!?]+\s){4,}[^.!?]*\.(?:\d[^.!?]*\.)?[”\"’']?(?:\s?[ap]\.?m\.?)?$"
)
_END = re.compile(r"^\W*(?:(?:message\s)?ends?|-30-)\W*$|^#+$", re.I)
_SIGN_OFF = re.compile(
    r"^(?:yours(?:\s(?:sincerely|faithfully|truly|ever))?|(?:with\s)?(?:best|kind|kindest|warm|warmest|every\sgood)"
    r"\s(?:wishes?|regards)|(?:many\s)?thanks|regards|sincerely),?$",
    re.I,
)
_SMALL = frozenset(
    ["a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "the", "to", "with", "&", "|"]
)


def without_teasers(blocks: Sequence[Block], vocabulary: Vocabulary) -> tuple[Block, ...]:
    """The blocks without other articles' headlines at the end."""
    closed = _closed(blocks)
    end = _last_of_article(blocks, closed, vocabulary) + 1
    foot = _foot(blocks, end, vocabulary)
    article = Resumption(blocks[:end], vocabulary)
    kept = list(blocks[:end])
    for section in _sections(blocks[end:foot]):
        if not _is_of_teasers(section, article):
            kept.extend(section)
    notes = next((number for number in range(foot, len(blocks)) if is_notes(blocks[number])), len(blocks))
    for section in _sections(blocks[foot : min(notes, max(foot, closed))]):
        if not _is_of_teasers(section, article):
            kept.extend(block for block in section if _is_kept_at_foot(block, article, vocabulary))
    kept.extend(block for block in blocks[notes:] if not vocabulary.is_foot_line(block.text))
    while kept and kept[-1].role is Role.HEADING and len(kept) > end:
        kept.pop()
    return tuple(kept)


def _foot(blocks: Sequence[Block], end: int, vocabulary: Vocabulary) -> int:
    """Where the foot of the page begins: after the article, under a line, boilerplate or the word "ends"."""
    for number in range(end, len(blocks)):
        block = blocks[number]
        is_after_end = number > 0 and _END.match(blocks[number - 1].text) is not None
        is_next_item = block.joined and _NUMBERING.match(block.text) is not None
        if is_after_end or (block.parted and not is_next_item) or vocabulary.is_foot_line(block.text):
            return number
    return len(blocks)


def _is_kept_at_foot(block: Block, article: Resumption, vocabulary: Vocabulary) -> bool:
    """Whether a block at the foot is the article's all the same: a table's row, a contact, a name, an end."""
    if vocabulary.is_foot_line(block.text) or _is_teaser(block):
        return False
    if block.role in {Role.ROW, Role.CAPTION} or _END.match(block.text):
        return True
    if _REACHED_AT.search(block.text) or _PERSON_AND_ROLE.match(block.text):
        return True
    is_prose = _ONE_SENTENCE.match(block.text) or (block.is_sentence and article.shares_a_name(block))
    return block.linked < _LINKED and (bool(is_prose) or _is_term_and_value(block.text))


def _sections(tail: Sequence[Block]) -> Iterator[list[Block]]:
    """The tail in pieces, each a heading, where there is one, and what stands under it."""
    section: list[Block] = []
    for block in tail:
        if section and _is_heading(block):
            yield section
            section = []
        section.append(block)
    if section:
        yield section


def _is_of_teasers(section: Sequence[Block], article: Resumption) -> bool:
    """Whether a section is headlines that name somebody or somewhere the article has not named."""
    items = [block for block in section if not _is_heading(block)]
    teasers = [block for block in items if _is_teaser(block)]
    if not teasers or (len(teasers) == 1 and len(section) == 1):
        return False
    if len(teasers) * 2 < len(items):
        return False
    shared = sum(article.shares_a_name(block) for block in items)
    return 0 < sum(article.has_new_name(block) for block in teasers) >= shared


def _last_of_article(blocks: Sequence[Block], closed: int, vocabulary: Vocabulary) -> int:
    """The number of the last block that is surely the article's: body text that goes on, or a note."""
    notes = next((number for number, block in enumerate(blocks) if is_notes(block)), len(blocks))
    last_notes = max((number for number, block in enumerate(blocks) if is_notes(block)), default=0)
    for number in reversed(range(len(blocks) if last_notes > closed else closed)):
        block = blocks[number]
        if (not block.is_body and block.role is not Role.ROW) or vocabulary.is_foot_line(block.text):
            continue
        is_summary = number > 0 and _is_teaser(blocks[number - 1])
        if number > notes or not is_summary or Resumption(blocks[:number], vocabulary).goes_on(block):
            return _end_of_list(blocks, number, vocabulary)
    return len(blocks) - 1


def _closed(blocks: Sequence[Block]) -> int:
    """The number of the first block that a line or boilerplate parts from the sign-off of a letter."""
    is_closed = False
    for number, block in enumerate(blocks):
        if is_closed and block.parted:
            return number
        is_closed = is_closed or _SIGN_OFF.match(block.text) is not None
    return len(blocks)


def _end_of_list(blocks: Sequence[Block], number: int, vocabulary: Vocabulary) -> int:
    """The last item of the list that a paragraph ending in a colon introduces, or the last short sentence."""

    def goes_on(following: int) -> bool:
        return following < len(blocks) and not (
            blocks[following].parted
            or _is_heading(blocks[following])
            or vocabulary.is_foot_line(blocks[following].text)
        )

    while goes_on(number + 1) and blocks[number + 1].is_sentence:
        number += 1
    if blocks[number].text.endswith(":"):
        while goes_on(number + 1):
            number += 1
    return number


def _is_teaser(block: Block) -> bool:
    """Whether a block reads like the headline of another article."""
    text = _NUMBERING.sub("", block.text)
    words = text.split()
    if len(words) not in _TEASER_WORDS or block.role is Role.ROW or _is_term_and_value(text):
        return False
    if block.text.endswith((".", ":", ";", ",")) or _REACHED_AT.search(text) or _PERSON_AND_ROLE.match(text):
        return False
    content = [word for word in words if word.lower() not in _SMALL]
    return sum(word[0].islower() for word in content) >= _SENTENCE_CASE * len(content)


def _is_term_and_value(text: str) -> bool:
    """Whether a line is one of a table of facts: ``Acute hospitals: Morriston, Singleton``."""
    term = _TERM.match(text)
    if term is None:
        return False
    value = text[term.end() :]
    few = len(value.split()) <= _VALUE_WORDS and len(term[0].split()) <= _VALUE_WORDS
    return few or value[0] in "£0123456789"


def _is_heading(block: Block) -> bool:
    if block.role is Role.HEADING:
        return True
    if block.joined or block.role is Role.ITEM or _NUMBERING.match(block.text):
        return False
    return block.words <= _HEADING_WORDS and not block.is_sentence and read_date(block.text) is None
