"""Bodies: which organisations of a sentence can be parties of an arrangement."""

import re
from collections.abc import Iterable, Iterator, Sequence

from nhs_extract.models import Entity, Mention, Sentence, Span

ORGANISATION = "ORGANISATION"
REFERENCE = "REFERENCE"
OBJECT = "ARRANGEMENT_OBJECT"

IN_A_ROW = re.compile(r"(?:\s\([^)]*\))?(?:,|,?\s(?:and|&))\s(?:the\s)?", re.I)
_COMMISSIONER = frozenset({"icb", "ccg"})
_TOGETHER = frozenset({"2", "3", "several", "they"})
_PRIMARY_CARE = re.compile(r"\b(?:Primary Care Trust|PCT)$|^NHS (?!\w+ Authority)[A-Z]|Health Authority$")
_COMES_OUT = re.compile(
    r"\b(?:becom\w+|became|form(?:s|ed|ing)?|creat\w+|call(?:ed)?|known as|nam(?:ed|ing)|branded|launch\w*|"
    r"establish\w*|set up|as|outcome is|to be|name of|"
    r"organisation[,:]|body[,:]|(?:new|merged|single|combined|enlarged) (?:\w+ ){0,2}(?:trust|group)[,:]|"
    r"result is|welcome to)\s*[“‘\"':,]*\s*"
    r"(?:(?:the|a|as|new|called|named|single|combined|enlarged|foundation|trust|organisation|body|partnership)"
    r"[\s,:]+){0,4}[“‘\"']?$"
)
_NAMED_AFTER = re.compile(
    r"^[”’\"']?(?:\s\([^)]*\))?,?\s(?:is born|was born|has been (?:created|formed)|"
    r"was (?:created|formed|born|established)|c(?:ame|omes) into (?:being|existence)|"
    r"will (?:come into (?:being|existence)|start|open|be born)|would (?:open|start))"
)


def is_party(entity: Entity) -> bool:
    """Whether the body is one that takes part in arrangements: a provider or a commissioner."""
    return (
        entity.is_trust
        or entity.kind in _COMMISSIONER
        or (entity.kind == "other" and _PRIMARY_CARE.search(entity.name) is not None)
    )


def named(sentence: Sentence) -> tuple[Mention, ...]:
    """The names in a sentence that stand for one possible party."""
    overseers = [mention for mention in sentence.labelled(OBJECT) if mention.value == "overseer"]
    return tuple(
        _plain(mention)
        for mention in sentence.labelled(ORGANISATION)
        if mention.entity
        and is_party(mention.entity)
        and not any(overseer.contains(mention) for overseer in overseers)
    )


def referred(sentence: Sentence, *, new: bool = False) -> tuple[Mention, ...]:
    """Expressions such as "both trusts" that are resolved; "the new trust" where ``new`` asks for it."""
    return tuple(
        _plain(mention)
        for mention in sentence.labelled(REFERENCE)
        if mention.entities
        and all(is_party(entity) for entity in mention.entities)
        and (new or mention.value != "new")
    )


def together(sentence: Sentence) -> tuple[Entity, ...]:
    """The organisations of an expression that stands for several."""
    for mention in referred(sentence):
        if mention.value in _TOGETHER and len(mention.entities) >= 2:
            return mention.entities
    return ()


def says_several(sentence: Sentence) -> bool:
    """Whether the sentence speaks of several bodies together, known or not."""
    return any(mention.value in _TOGETHER - {"they"} for mention in sentence.labelled(REFERENCE))


def result_in(sentence: Sentence) -> Entity | None:
    """The organisation or group that the sentence says comes out."""
    seen: set[str] = set()
    for mention in sentence.labelled(ORGANISATION):
        entity = mention.entity
        if entity is None or entity.name in seen:
            continue  # a second name, as in "A NHS Trust, better known as A"
        seen.add(entity.name)
        if not (is_party(entity) or entity.kind == "group"):
            continue
        if _COMES_OUT.search(sentence.before(mention)[-70:]) or _NAMED_AFTER.match(sentence.after(mention)):
            return _plain(mention).entity
    return None


def only_boards_decide(sentence: Sentence) -> bool:
    """Whether those who agree are the organisations' own boards, and nobody above them is named."""
    deciders = {thing.value for thing in sentence.labelled(OBJECT)}
    return "board" in deciders and "overseer" not in deciders


def distinct(entities: Iterable[Entity]) -> tuple[Entity, ...]:
    """Each organisation once, in the order of their first mention."""
    return tuple({entity.name: entity for entity in entities}.values())


def all_named(sentences: Sequence[Sentence]) -> Iterator[Entity]:
    """Every possible party that the sentences name."""
    for sentence in sentences:
        for mention in named(sentence):
            if mention.entity:
                yield mention.entity


def nearest(mentions: Sequence[Mention], place: Span, *, before: bool) -> Mention | None:
    """The mention closest to ``place`` on one side of it."""
    side = [m for m in mentions if (m.end <= place.start if before else m.start >= place.end)]
    return (max if before else min)(side, key=lambda m: m.start) if side else None


def _plain(mention: Mention) -> Mention:
    """The mention with organisations that compare alike however they were linked."""
    entities = tuple(
        entity.model_copy(update={"linked_by": None, "score": None}) for entity in mention.entities
    )
    return mention.model_copy(update={"entities": entities})
