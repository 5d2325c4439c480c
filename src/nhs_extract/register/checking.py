"""Checking: what is wrong with the rows of a register."""

from collections import Counter
from collections.abc import Iterator

from nhs_extract.register.register import Register

_KINDS = frozenset(
    {
        *("nhs_trust", "foundation_trust", "care_trust", "welsh_health_board", "welsh_trust"),
        *("scottish_board", "hsc_trust", "icb", "ccg", "other"),
    }
)
_NAME_KINDS = frozenset({"official", "former", "short", "abbreviation", "trading"})
_SUCCESSION_KINDS = frozenset({"merger", "acquisition", "transfer", "rename", "unknown"})


def check(register: Register) -> list[str]:
    """One line for each problem: unknown codes, bad dates, duplicates, unknown words."""
    return [*_organisations(register), *_names(register), *_successions(register), *_sites(register)]


def _organisations(register: Register) -> Iterator[str]:
    for key, times in Counter(row.key for row in register.organisations).items():
        if times > 1:
            yield f"organisations: {key} stands {times} times"
    official = {row.key for row in register.names if row.name_kind in ("official", "former")}
    for row in register.organisations:
        if row.kind not in _KINDS:
            yield f"organisations: {row.key} has the unknown kind {row.kind}"
        if row.opened and row.closed and row.closed < row.opened:
            yield f"organisations: {row.key} closed before it opened"
        if row.key not in official:
            yield f"organisations: {row.key} has no official name"


def _names(register: Register) -> Iterator[str]:
    known = {row.key for row in register.organisations}
    for (key, name, _), times in Counter(
        (row.key, row.name, row.name_kind) for row in register.names
    ).items():
        if times > 1:
            yield f"names: {key} {name} stands {times} times"
    for row in register.names:
        if row.key not in known:
            yield f"names: {row.name} is of the unknown organisation {row.key}"
        if row.name_kind not in _NAME_KINDS:
            yield f"names: {row.name} has the unknown kind {row.name_kind}"
        if row.valid_from and row.valid_to and row.valid_to < row.valid_from:
            yield f"names: {row.name} ended before it began"


def _successions(register: Register) -> Iterator[str]:
    known = {row.key for row in register.organisations} | {row.name for row in register.names}
    for row in register.successions:
        for code, name in (
            (row.predecessor_code, row.predecessor_name),
            (row.successor_code, row.successor_name),
        ):
            if (code or name) not in known:
                yield f"successions: {code or name} is unknown"
        if row.kind not in _SUCCESSION_KINDS:
            yield f"successions: unknown kind {row.kind} on {row.date}"


def _sites(register: Register) -> Iterator[str]:
    known = {row.ods_code for row in register.organisations}
    for row in register.sites:
        if row.ods_code not in known:
            yield f"sites: {row.site_name} is of the unknown organisation {row.ods_code}"
        if row.valid_from and row.valid_to and row.valid_to < row.valid_from:
            yield f"sites: {row.site_name} ended before it began"
