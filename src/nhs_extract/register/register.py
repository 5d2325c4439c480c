"""The register itself: its rows, its spellings, its links."""

import datetime
import hashlib
import re
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

from nhs_extract.errors import RegisterError
from nhs_extract.models import AnnotatedArticle
from nhs_extract.register.bodies import Body, build_bodies
from nhs_extract.register.index import Index
from nhs_extract.register.linking import Linker
from nhs_extract.register.lookup import Lookup, look_up
from nhs_extract.register.rows import (
    NameRow,
    NationalBody,
    Organisation,
    Site,
    Succession,
    read_rows,
)
from nhs_extract.register.wording import Wording, read_words

_FILES = (
    "organisations.csv",
    "names.csv",
    "successions.csv",
    "sites.csv",
    "national_bodies.csv",
    "wording.toml",
)
_LETTERS = re.compile(r"[A-Za-z]")


class Register:
    """Every organisation with its names over time, and what a name stands for. Frozen in behaviour."""

    def __init__(
        self,
        *,
        version: str,
        organisations: tuple[Organisation, ...],
        names: tuple[NameRow, ...],
        successions: tuple[Succession, ...],
        sites: tuple[Site, ...],
        nationals: tuple[NationalBody, ...],
        wording: Wording,
    ) -> None:
        self.version = version
        self.organisations = organisations
        self.names = names
        self.successions = successions
        self.sites = sites
        self.nationals = nationals
        self._wording = wording

    @classmethod
    def load(cls, folder: Path) -> "Register":
        """Read the register's files.

        Raises:
            RegisterError: a file is missing or not of the expected form.
        """
        return cls(
            version=_digest(folder),
            organisations=read_rows(folder / "organisations.csv", Organisation),
            names=read_rows(folder / "names.csv", NameRow),
            successions=read_rows(folder / "successions.csv", Succession),
            sites=read_rows(folder / "sites.csv", Site),
            nationals=read_rows(folder / "national_bodies.csv", NationalBody),
            wording=Wording.load(folder / "wording.toml"),
        )

    def spellings(self) -> Iterator[str]:
        """Every form of a name that is worth looking for in a text, each once."""
        seen: set[str] = set()
        for spelling in self._spellings():
            if spelling not in seen:
                seen.add(spelling)
                yield spelling

    def link(self, annotated: AnnotatedArticle) -> AnnotatedArticle:
        """The article with its organisations tied to entities; names that are none are left out."""
        return self._linker.link(annotated)

    def lookup(self, name: str, on: datetime.date | None = None) -> Lookup:
        """What a name means on a day: the link that an article would get, and all candidates."""
        return look_up(self._index, name, on)

    def _spellings(self) -> Iterator[str]:
        for row in self.names:
            enough = len(_LETTERS.findall(row.name)) >= 3 or "&" in row.name
            # The Foundation NHS Trust would be found in every name that ends in Foundation Trust.
            if enough and (row.name_kind == "abbreviation" or self._wording.strong(read_words(row.name))):
                yield row.name
        for site in self.sites:
            if " " in site.site_name and "," not in site.site_name:
                yield site.site_name
        for body in self.nationals:
            yield body.name
            if body.abbreviation:
                yield body.abbreviation

    @cached_property
    def _bodies(self) -> dict[str, Body]:
        return build_bodies(self.organisations, self.names, self.successions, self._wording)

    @cached_property
    def _index(self) -> Index:
        return Index.build(self._bodies, self.sites, self.nationals, self._wording)

    @cached_property
    def _linker(self) -> Linker:
        return Linker.build(self._index, self.nationals)


def _digest(folder: Path) -> str:
    digest = hashlib.sha256()
    for name in _FILES:
        try:
            digest.update((folder / name).read_bytes())
        except OSError as error:
            raise RegisterError(folder / name, "not readable") from error
    return digest.hexdigest()[:16]
