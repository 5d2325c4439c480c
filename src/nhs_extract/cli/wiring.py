"""Wiring: the parts of the project that commands put together, each imported when it is asked for."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from nhs_extract.cleaning import Cleaner
    from nhs_extract.models import Fact, Value
    from nhs_extract.pipeline import Tools
    from nhs_extract.register import Register
    from nhs_extract.settings import Settings
    from nhs_extract.store import Schema


def settings(model: str | None = None, patterns: Path | None = None) -> "Settings":
    """The settings with what the options change."""
    from nhs_extract.settings import Settings

    given = {"model": model, "patterns": patterns}
    return Settings.model_validate({name: value for name, value in given.items() if value is not None})


def load_tools(model: str | None, patterns: Path | None) -> "Tools":
    """The tools for these options.

    Raises:
        SetupError: patterns, register or model are missing or wrong.
    """
    from nhs_extract.pipeline import Tools

    return Tools.load(settings(model, patterns))


def load_cleaner(patterns: Path | None) -> "Cleaner":
    """The cleaner alone, without spaCy.

    Raises:
        PatternError: the patterns are missing or wrong.
    """
    from nhs_extract.cleaning import Cleaner
    from nhs_extract.patterns import load_patterns

    return Cleaner.from_patterns(load_patterns(settings(patterns=patterns).patterns))


def fact_models() -> "Sequence[type[Fact]]":
    """The model of every kind of fact."""
    from nhs_extract.facts import FACT_TYPES

    return [fact_type.model for fact_type in FACT_TYPES]


def database_schema() -> "Schema":
    """The schema for every kind of fact and the register."""
    from nhs_extract.register import NameRow, Organisation, Site, Succession
    from nhs_extract.store import Schema

    return Schema.of(fact_models(), others=(Organisation, NameRow, Succession, Site))


def register_tables(register: "Register") -> "Mapping[str, Sequence[Value]]":
    """The rows of the register by table."""
    tables = (register.organisations, register.names, register.successions, register.sites)
    return {rows[0].table: rows for rows in tables if rows}
