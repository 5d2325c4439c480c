"""The errors of nhs_extract.

NhsExtractError
├── ArticleError             costs one article: it is recorded as a failure and the run goes on
│   ├── UnreadablePageError      the bytes are not text or HTML that can be read
│   ├── NotAnArticleError        the page holds no article
│   └── UnreadablePhraseError    a pattern matched a phrase that holds no value
└── SetupError               stops the run: a file of the project or the call is wrong
    ├── SourceError              a path or pattern on the command line leads to nothing
    ├── PatternError             a pattern file is not of the expected form
    ├── RegisterError            a register file is not of the expected form
    ├── ModelError               the spaCy pipeline is not installed
    ├── GoldError                a gold or floors file is not of the expected form
    ├── StoreError               the database cannot be opened, read or written
    └── QueryError               the SQL of a query is wrong
"""

from pathlib import Path
from typing import ClassVar


class NhsExtractError(Exception):
    """Anything that nhs_extract itself reports."""


class ArticleError(NhsExtractError):
    """Costs one article; the run goes on. ``stage`` says where on the line the article is lost."""

    stage: ClassVar = "extract"


class UnreadablePageError(ArticleError):
    """The bytes of a page are not text that can be read."""

    stage: ClassVar = "clean"


class NotAnArticleError(ArticleError):
    """The page holds no article."""

    stage: ClassVar = "clean"


class UnreadablePhraseError(ArticleError):
    """A pattern matched a phrase that does not hold the value it promises."""

    def __init__(self, phrase: str, *, expected: str) -> None:
        super().__init__(f"expected a {expected} in the phrase {phrase!r}")


class SetupError(NhsExtractError):
    """Stops the run; the command line shows it in one line and ends with exit code 2."""


class FileError(SetupError):
    """A file of the project is wrong: the message names it."""

    def __init__(self, path: Path | str, problem: str) -> None:
        super().__init__(f"{path}: {problem}")


class SourceError(FileError):
    """A source on the command line leads to nothing that can be read."""


class PatternError(FileError):
    """A pattern file is not of the expected form, or an example of it does not hold."""


class RegisterError(FileError):
    """A file of the register is not of the expected form."""


class ModelError(SetupError):
    """The spaCy pipeline is not installed."""


class GoldError(FileError):
    """A gold or floors file is not of the expected form."""


class StoreError(FileError):
    """The database cannot be opened, read or written."""


class QueryError(SetupError):
    """The SQL of a query is wrong."""
