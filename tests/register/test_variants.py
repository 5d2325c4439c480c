"""Every official name since 2000 in the ways that writers spell it."""

import re
from collections.abc import Iterator
from datetime import date

from nhs_extract.register import NameRow, Register

_WORD = re.compile(r"[A-Za-z]{5,}")
_COMMON = re.compile(
    r"NHS|Foundation|Trust|Hospitals?|University|Teaching|Health|Healthcare|Services?|Board|National|Mental|"
    r"Community|Partnership|Ambulance|North\w*|South\w*|East\w*|West\w*|Central|Acute|General|District|Social"
)


def test_almost_every_variant_finds_its_body_and_none_another(register: Register):
    found, wrong, total = _count(register, _variants)

    assert total > 2500
    assert found / total >= 0.995
    assert wrong == []


def test_almost_every_typo_finds_its_body_and_none_another(register: Register):
    found, wrong, total = _count(register, _typos)

    assert total > 700
    assert found / total >= 0.97
    assert wrong == []


def _count(register: Register, variants) -> tuple[int, list[str], int]:
    names: dict[str, set[str]] = {}
    for row in register.names:
        names.setdefault(row.key, set()).add(row.name)
    found, wrong, total = 0, [], 0
    for row, day in _official(register):
        for variant in variants(row.name):
            total += 1
            link = register.lookup(variant, day).link
            if link is not None and link.name in names[row.key]:
                found += 1
            elif link is not None:
                wrong.append(f"{variant} on {day} became {link.name}")
    return found, wrong, total


def _official(register: Register) -> Iterator[tuple[NameRow, date]]:
    bodies = {row.key: row for row in register.organisations}
    for row in register.names:
        body = bodies[row.key]
        if row.name_kind not in ("official", "former") or body.kind in ("icb", "ccg"):
            continue
        first = row.valid_from or (date(row.seen_from, 1, 1) if row.seen_from else body.opened)
        last = row.valid_to or (date(row.seen_to, 12, 31) if row.seen_to else body.closed) or date(2026, 8, 1)
        if first is None or last <= first or last < date(2000, 1, 1):
            continue
        yield row, first + (last - first) / 2


def _variants(name: str) -> set[str]:
    return {
        name,
        name.upper(),
        f"The {name}".replace("The The ", "The "),
        name.removeprefix("The "),
        name.replace(" and ", " & "),
        name.replace("'", "’"),
        name.replace("NHS Foundation Trust", "NHS FT"),
        name.replace("NHS Foundation Trust", "FT"),
        name.replace("Hospitals", "Hospital"),
        re.sub(r" (NHS )?(Foundation )?Trust$", "", name),
    }


def _typos(name: str) -> set[str]:
    words = [word for word in _WORD.findall(name) if not _COMMON.fullmatch(word)]
    if not words:
        return set()
    word = max(words, key=len)
    middle = len(word) // 2
    swapped = word[: middle - 1] + word[middle] + word[middle - 1] + word[middle + 1 :]
    dropped = word[:middle] + word[middle + 1 :]
    return {name.replace(word, slip, 1) for slip in (swapped, dropped) if slip != word}
