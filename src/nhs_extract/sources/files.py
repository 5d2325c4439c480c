"""Files, folders, globs and standard input as sources of pages."""

import glob
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from nhs_extract.errors import SourceError
from nhs_extract.models import STANDARD_INPUT, Failure, Page, Value
from nhs_extract.sources.media_type import media_type

SUFFIXES = frozenset({".txt", ".html", ".htm"})

_NEVER = (".gold.json", "readme.md")
_MAGIC = frozenset("*?[")


class Source(Value):
    """One page that can be read."""

    location: str

    @property
    def is_standard_input(self) -> bool:
        """Whether it is standard input and not a file."""
        return self.location == STANDARD_INPUT


def find_sources(sources: Sequence[str]) -> tuple[Source, ...]:
    """Everything that files, folders, globs and ``-`` lead to, once each, in the order of the call.

    Raises:
        SourceError: a name or glob leads to nothing.
    """
    if not sources:
        raise SourceError("no source", "name a file, a folder or a glob, or - for standard input")
    found: dict[str, Source] = {}
    for name in sources:
        for location in _expand(name):
            key = location if location == STANDARD_INPUT else os.path.realpath(location)
            found.setdefault(key, Source(location=location))
    if not found:
        more = f" and {len(sources) - 1} more" if len(sources) > 1 else ""
        problem = "only gold files and READMEs here; name .txt or .html files"
        raise SourceError(f"{sources[0]}{more}", problem)
    return tuple(found.values())


def read(source: Source) -> Page | Failure:
    """The page, or a failure that says why its bytes could not be read."""
    try:
        content = sys.stdin.buffer.read() if source.is_standard_input else Path(source.location).read_bytes()
    except OSError as error:
        reason = error.strerror or type(error).__name__
        return Failure(source=source.location, stage="read", reason=f"cannot be read: {reason}")
    return Page(
        location=source.location, content=content, media_type=media_type(content, name=source.location)
    )


def _expand(name: str) -> list[str]:
    """The locations that one name leads to; empty for a gold file or README that a shell's glob caught."""
    path = Path(name)
    if name == STANDARD_INPUT:
        return [name]
    if name.startswith(("http://", "https://")):
        raise SourceError(name, "addresses cannot be read; save the page and name the file")
    if path.is_dir():
        return _inside_folder(path)
    if os.path.lexists(path):
        return [] if _is_never_read(path) else [str(path)]
    if _MAGIC & set(name):
        return _matching(name)
    raise SourceError(
        name, "no such file or folder; name a file, a folder, a glob such as 'news/*.txt', or -"
    )


def _inside_folder(folder: Path) -> list[str]:
    found = [
        path
        for path in folder.rglob("*")
        if _is_article(path) and not any(part.startswith(".") for part in path.relative_to(folder).parts)
    ]
    if not found:
        raise SourceError(folder, "no .txt, .html or .htm file in this folder; name another")
    return [str(path) for path in sorted(found)]


def _matching(pattern: str) -> list[str]:
    """The files that a glob matches; one that names another ending, as ``*.asc`` does, gets what it names."""
    asked_for = Path(pattern).suffix.lower()
    found: list[str] = []
    for match in sorted(glob.glob(pattern, recursive=True)):  # noqa: PTH207 - Path.glob takes no absolute pattern
        path = Path(match)
        if path.is_dir():
            continue
        if _is_article(path) or (path.suffix.lower() == asked_for and not _is_never_read(path)):
            found.append(match)
    if not found:
        raise SourceError(pattern, "no .txt, .html or .htm file matches; check the folder and the quotes")
    return found


def _is_article(path: Path) -> bool:
    return path.suffix.lower() in SUFFIXES and (path.is_file() or path.is_symlink())


def _is_never_read(path: Path) -> bool:
    return path.name.lower().endswith(_NEVER)
