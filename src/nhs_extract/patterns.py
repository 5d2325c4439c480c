"""Pattern files: words and phrases with a label, each pattern with its examples.

Three forms of pattern: ``tokens`` (spaCy's Matcher), ``phrases`` (spaCy's PhraseMatcher) and ``regex``.
A regex may name parts in braces, ``{number}``, that stand in ``[parts]`` of the same file or of
``shared.toml``: a string is a regex, a list is a choice of literal words.
"""

import hashlib
import re
import tomllib
from functools import cached_property
from pathlib import Path
from typing import Any

from pydantic import Field, ValidationError, model_validator

from nhs_extract.errors import PatternError
from nhs_extract.models import Value

SHARED = "shared.toml"

_PART = re.compile(r"\{([a-z_]+)\}")
_BRACKETS = re.compile(r"\[([^\[\]]*)\]")

Parts = dict[str, str | list[str]]


class Example(Value):
    """A sentence in which a pattern finds ``spans``, and nothing else."""

    text: str
    spans: tuple[tuple[int, int], ...]

    @classmethod
    def read(cls, marked: str) -> "Example":
        """``"It has [3,000 staff]."`` is the sentence without brackets and the span 7..18."""
        spans, text = [], ""
        last = 0
        for bracket in _BRACKETS.finditer(marked):
            text += marked[last : bracket.start()]
            spans.append((len(text), len(text) + len(bracket[1])))
            text += bracket[1]
            last = bracket.end()
        return cls(text=text + marked[last:], spans=tuple(spans))


class Pattern(Value):
    """One rule: what it finds, what that means, and its proof."""

    id: str
    note: str = ""
    value: str | None = None
    case_sensitive: bool = False
    tokens: tuple[dict[str, Any], ...] | None = None
    phrases: tuple[str, ...] | None = None
    regex: str | None = None
    matches: tuple[str, ...] = Field(min_length=1)
    rejects: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _one_form(self) -> "Pattern":
        forms = [form for form in (self.tokens, self.phrases, self.regex) if form is not None]
        if len(forms) != 1:
            raise ValueError(f"pattern {self.id} needs exactly one of tokens, phrases, regex")
        if not all(Example.read(marked).spans for marked in self.matches):
            raise ValueError(f"pattern {self.id}: each of matches needs a span in [brackets]")
        return self


class PatternFile(Value):
    """All patterns of one label."""

    label: str
    parts: Parts = Field(default={})
    pattern: tuple[Pattern, ...] = Field(min_length=1)
    shared: Parts = Field(default={}, exclude=True)

    def compiled(self, pattern: Pattern) -> re.Pattern[str]:
        """The regular expression of a ``regex`` pattern, its parts filled in.

        Raises:
            PatternError: a part is unknown, or the expression does not compile.
        """
        try:
            expression = expand(pattern.regex or "", self.shared | self.parts)
            return re.compile(expression, 0 if pattern.case_sensitive else re.IGNORECASE)
        except (KeyError, re.error) as error:
            raise PatternError(f"pattern {pattern.id}", f"regex does not compile: {error}") from error


class PatternFolder(Value):
    """All pattern files of a folder, by file name without ending."""

    path: Path
    files: dict[str, PatternFile]

    @cached_property
    def version(self) -> str:
        """Digest of all patterns: changes when any of them does."""
        text = "".join(f"{name}{file.model_dump_json()}{file.shared}" for name, file in self.files.items())
        return hashlib.sha256(text.encode()).hexdigest()[:16]


def expand(expression: str, parts: Parts) -> str:
    """The expression with each ``{name}`` replaced by its part, down to any depth.

    Raises:
        KeyError: a part that is not in ``parts``.
    """

    def part(name: re.Match[str]) -> str:
        words = parts[name[1]]
        if isinstance(words, str):
            return f"(?:{expand(words, parts)})"
        longest_first = sorted(words, key=len, reverse=True)
        return "(?:" + "|".join(re.escape(word).replace(r"\ ", r"\s") for word in longest_first) + ")"

    return _PART.sub(part, expression)


def load_patterns(folder: Path) -> PatternFolder:
    """Read every pattern file of a folder.

    Raises:
        PatternError: the folder is missing or empty, or a file is not of the expected form.
    """
    paths = sorted(folder.glob("*.toml"))
    if not paths:
        raise PatternError(folder, "no pattern files (*.toml) here")
    shared: Parts = {}
    if (folder / SHARED).exists():
        shared = _read_toml(folder / SHARED).get("parts", {})
    files = {path.stem: load_pattern_file(path, shared=shared) for path in paths if path.name != SHARED}
    return PatternFolder(path=folder, files=files)


def load_pattern_file(path: Path, *, shared: Parts | None = None) -> PatternFile:
    """Read one pattern file.

    Raises:
        PatternError: the file is not TOML, or not of the expected form.
    """
    try:
        file = PatternFile.model_validate({**_read_toml(path), "shared": shared or {}})
    except ValidationError as error:
        raise PatternError(path, in_one_line(error)) from error
    for pattern in file.pattern:
        if pattern.regex is not None:
            try:
                file.compiled(pattern)
            except PatternError as error:
                raise PatternError(path, str(error)) from error
    return file


def in_one_line(error: ValidationError) -> str:
    """What is wrong and where: ``"pattern.0.matches: Field required"``; three problems at most."""
    return "; ".join(
        f"{'.'.join(str(step) for step in problem['loc'])}: {problem['msg']}"
        for problem in error.errors()[:3]
    )


def _read_toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise PatternError(path, f"not readable as TOML: {error}") from error
