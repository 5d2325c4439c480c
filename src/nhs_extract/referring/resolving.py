"""Resolving: what one expression stands for, by what was named before it."""

import re
from collections.abc import Callable, Iterable, Sequence
from itertools import chain

from nhs_extract.models import Entity, Mention, Sentence
from nhs_extract.referring.context import ORGANISATION, Context, distinct, trusts_of

_Resolver = Callable[[Mention, Sequence[Mention], Context], tuple[Entity, ...]]

_APPOSED = frozenset({"one", "head", "regulator", "new", "enlarged"})
_APPOSING = (", ", " – ", " (", ": ")
_OF = (" of ", " of the ", " at ", " at the ")
_CLOSED = re.compile(r"^(?:,|\)|\s[–-]|\.|$)")
_ROLE_SOON = 30
_NEAR = 3


def resolve(
    sentence: Sentence, mention: Mention, here: Sequence[Mention], context: Context
) -> tuple[Entity, ...]:
    """The organisations that an expression stands for; ``here`` are the bodies before it in its sentence."""
    apposed = _in_apposition(sentence, mention, [m for m in here if m.entities])
    if apposed:
        return apposed
    value = mention.value or "one"
    if value == "it":
        return _it(sentence, mention, here, context)
    return _RESOLVERS[value](mention, [m for m in here if m.entities], context)


def _in_apposition(sentence: Sentence, mention: Mention, here: Sequence[Mention]) -> tuple[Entity, ...]:
    """The body named beside it: ``"A, the health authority"``, ``"the board of A"``."""
    if mention.value not in _APPOSED:
        return ()
    if here and sentence.between(here[-1], mention) == ", ":
        return here[-1].entities
    for name in sentence.labelled(ORGANISATION):
        if name.start < mention.end or not name.entities:
            continue
        gap = sentence.between(mention, name)
        beside = gap in _APPOSING and _CLOSED.match(sentence.after(name))
        return name.entities if beside or gap in _OF else ()
    return ()


def _one(_: Mention, here: Sequence[Mention], context: Context) -> tuple[Entity, ...]:
    for other in reversed(here):
        if other.entity and other.entity.is_trust:
            return (other.entity,)
    result, main = context.result, context.main
    for named in reversed(context.seen[-_NEAR:]):
        if named.passage != context.passage and context.ruling:
            return (context.ruling,)
        if named.passage != context.passage and context.is_dominated:
            break
        if len(named.trusts) == 1:
            return named.trusts
        if context.just_formed and context.just_formed in named.trusts:
            return (context.just_formed,)
        if main and main.name in {trust.name for trust in named.trusts}:
            break
    if main is None and result and result.is_trust:
        return (result,)
    return (main,) if main else ()


def _it(
    sentence: Sentence, mention: Mention, here: Sequence[Mention], context: Context
) -> tuple[Entity, ...]:
    if here and here[-1].value in ("new", "enlarged"):
        return here[-1].entities
    singles = [other.entity for other in here if other.entity]
    if singles:
        return (singles[0],)
    if not context.seen:
        return (context.body,) if context.body else ()
    if context.just_formed:
        return (context.just_formed,)
    last = context.seen[-1]
    # A regulator has no chief nurse: "A report on Greyford is due. Its chief nurse …"
    has_role = any(0 <= role.start - mention.end <= _ROLE_SOON for role in sentence.labelled("ROLE"))
    return (last.trusts[0],) if has_role and last.trusts else (last.entities[0],)


def _together(number: int) -> _Resolver:
    def fits(trusts: Sequence[Entity]) -> bool:
        return len(trusts) == number if number else len(trusts) >= 2

    def resolve_together(_: Mention, here: Sequence[Mention], context: Context) -> tuple[Entity, ...]:
        result = context.result.name if context.result else None
        near = [named for named in context.seen if context.passage - named.passage <= 1]
        recent = [trusts_of(here), *(named.trusts for named in reversed(near))]
        far = [named.trusts for named in reversed(context.seen) if named not in near]
        for named in (*recent, context.parties, *far):
            trusts = tuple(trust for trust in named if trust.name != result)
            if fits(trusts):
                return trusts
        return ()

    return resolve_together


def _they(_: Mention, here: Sequence[Mention], context: Context) -> tuple[Entity, ...]:
    for trusts in [trusts_of(here), *(named.trusts for named in context.seen[-1:])]:
        if trusts:
            return trusts if len(trusts) >= 2 else ()
    return ()


def _new(_: Mention, _here: Sequence[Mention], context: Context) -> tuple[Entity, ...]:
    return (context.result,) if context.result else ()


def _enlarged(_: Mention, _here: Sequence[Mention], context: Context) -> tuple[Entity, ...]:
    body = context.result or context.acquirer or context.main
    return (body,) if body else ()


def _of_kind(*tests: Callable[[Entity, Mention], bool]) -> _Resolver:
    """The nearest body that passes the first test, else the nearest that passes the next."""

    def resolve_kind(mention: Mention, here: Sequence[Mention], context: Context) -> tuple[Entity, ...]:
        nearest = list(_by_nearness(here, context))
        for fits in tests:
            for entity in nearest:
                if fits(entity, mention):
                    return (entity,)
        return ()

    return resolve_kind


def _by_nearness(here: Sequence[Mention], context: Context) -> Iterable[Entity]:
    named = [named.entities[::-1] for named in reversed(context.seen)]
    mains = [entity for entity in (context.body, context.main) if entity]
    return chain(distinct(here)[::-1], *named[:2], mains, *named[2:])


def _us(_: Mention, _here: Sequence[Mention], context: Context) -> tuple[Entity, ...]:
    return (context.publisher,) if context.publisher else ()


def _head(mention: Mention, here: Sequence[Mention], context: Context) -> tuple[Entity, ...]:
    known = context.heads.get(_head_word(mention))
    if known:
        return (known,)
    return _of_kind(_has_head)(mention, here, context) or _whole(mention, here, context)


def _has_head(entity: Entity, mention: Mention) -> bool:
    """Whether the word is what the body is: the board of a health board, the authority of NHS West Mercia."""
    word = _head_word(mention)
    is_hospital = entity.is_trust and word in entity.name.casefold()
    return not is_hospital and (word in _HEADS.get(entity.kind, ()) or entity.name.casefold().endswith(word))


def _whole(mention: Mention, here: Sequence[Mention], context: Context) -> tuple[Entity, ...]:
    """The trust that has, or goes by, what is named: the board, the hospital, the service."""
    found = _one(mention, here, context)
    has = _head_word(mention) in _PARTS and all(_goes_by(trust, mention) for trust in found)
    return found if has else ()


def _goes_by(trust: Entity, mention: Mention) -> bool:
    return _head_word(mention) != "service" or "ambulance" in trust.name.casefold()


def _head_word(mention: Mention) -> str:
    head = mention.group("head")
    return head.text.casefold() if head else ""


_PARTS = frozenset({"board", "hospital", "infirmary", "service"})
_HEADS = {
    "icb": ("icb", "board"),
    "ccg": ("ccg",),
    "welsh_health_board": ("board",),
    "scottish_board": ("board",),
}

_RESOLVERS: dict[str, _Resolver] = {
    "one": _one,
    "2": _together(2),
    "3": _together(3),
    "several": _together(0),
    "us": _us,
    "they": _they,
    "new": _new,
    "enlarged": _enlarged,
    "head": _head,
    "regulator": _of_kind(lambda entity, _: entity.kind == "other"),
    "group": _of_kind(
        lambda entity, _: entity.kind == "group" and "group" in entity.name.casefold(),
        lambda entity, _: entity.kind == "group",
    ),
}
