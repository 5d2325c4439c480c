"""Rows of the register as its files and the database hold them."""

import csv
import datetime
from collections.abc import Iterator
from pathlib import Path
from typing import ClassVar, TypeVar

from pydantic import Field, ValidationError, field_validator

from nhs_extract.errors import RegisterError
from nhs_extract.models import Value


class Row(Value):
    """One line of a register file; an empty cell is null."""

    table: ClassVar[str]

    @field_validator("*", mode="before")
    @classmethod
    def _empty_is_null(cls, cell: object) -> object:
        return None if cell == "" else cell


class Organisation(Row):
    """An organisation of the NHS, past or present."""

    table: ClassVar[str] = "organisations"

    ods_code: str | None = Field(
        description="Code, null where the organisation has none; the name is the key then"
    )
    name: str = Field(description="Official name, the newest one")
    kind: str = Field(description="nhs_trust, foundation_trust, care_trust, welsh_trust, icb and so on")
    nation: str = Field(description="England, Wales, Scotland or Northern Ireland")
    sector: str = Field(
        description="acute, mental_health, community, ambulance, specialist, integrated, unknown"
    )
    opened: datetime.date | None = Field(description="First day, as far as known")
    closed: datetime.date | None = Field(description="Last day or the day after, null while it is open")
    postcode: str | None = Field(description="Postcode of the head office")

    @property
    def key(self) -> str:
        """What other rows call it by: its code, else its name."""
        return self.ods_code or self.name


class NameRow(Row):
    """A name that an organisation has or had."""

    table: ClassVar[str] = "organisation_names"

    ods_code: str | None = Field(description="Code of the organisation")
    organisation: str | None = Field(description="Name of the organisation where it has no code")
    name: str = Field(description="The name")
    name_kind: str = Field(description="official (the newest), former, short or abbreviation")
    valid_from: datetime.date | None = Field(description="First day of the name, null where unknown")
    valid_to: datetime.date | None = Field(
        description="Day on which the name ended, null where unknown or still valid"
    )
    seen_from: int | None = Field(description="First year in which a source shows the name")
    seen_to: int | None = Field(description="Last year in which a source shows the name")

    @property
    def key(self) -> str:
        """The organisation's key."""
        return self.ods_code or self.organisation or self.name


class Succession(Row):
    """One organisation that followed another."""

    table: ClassVar[str] = "successions"

    predecessor_code: str | None = Field(description="Code of the body before")
    predecessor_name: str = Field(description="Its name then")
    successor_code: str | None = Field(description="Code of the body after; may be the same")
    successor_name: str = Field(description="Its name")
    date: datetime.date = Field(description="Day of the change")
    kind: str = Field(description="merger, acquisition, transfer, rename or unknown")


class Site(Row):
    """A hospital or other place and the organisation that ran it."""

    table: ClassVar[str] = "sites"

    site_name: str = Field(description="Name of the hospital")
    site_code: str | None = Field(description="Code of the site")
    ods_code: str = Field(description="Code of the organisation that ran it")
    valid_from: datetime.date | None = Field(
        description="First day under this organisation, null where unknown"
    )
    valid_to: datetime.date | None = Field(
        description="Last day under this organisation, null where unknown or still so"
    )
    postcode: str | None = Field(description="Postcode of the site")


class NationalBody(Row):
    """A body of the health system that is no provider: a regulator, say."""

    table: ClassVar[str] = "national_bodies"

    name: str = Field(description="Name")
    abbreviation: str | None = Field(description="Abbreviation")


AnyRow = TypeVar("AnyRow", bound=Row)


def read_rows(path: Path, model: type[AnyRow]) -> tuple[AnyRow, ...]:
    """All rows of a register file.

    Raises:
        RegisterError: the file is missing, or a line is not of the expected form.
    """
    return tuple(_rows(path, model))


def _rows(path: Path, model: type[AnyRow]) -> Iterator[AnyRow]:
    try:
        with path.open(encoding="utf-8", newline="") as lines:
            reader = csv.DictReader(lines)
            expected = list(model.model_fields)
            if reader.fieldnames != expected:
                raise RegisterError(path, f"expected the columns {', '.join(expected)}")
            for cells in reader:
                try:
                    yield model.model_validate(cells)
                except ValidationError as error:
                    first = error.errors()[0]
                    place = ".".join(str(step) for step in first["loc"])
                    raise RegisterError(path, f"line {reader.line_num}, {place}: {first['msg']}") from error
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise RegisterError(path, f"not readable: {error}") from error
