"""Facts about NHS organisations from news articles, each with the words that prove it.

>>> from nhs_extract import Page, Tools, extract
>>> extraction = extract(page, Tools.load())
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from nhs_extract.models import Article, Extraction, Failure, Page
    from nhs_extract.pipeline import Tools, extract, extract_all
    from nhs_extract.settings import Settings

__version__ = "0.1.0"

__all__ = [
    "Article",
    "Extraction",
    "Failure",
    "Page",
    "Settings",
    "Tools",
    "__version__",
    "extract",
    "extract_all",
]

_HOMES = {
    "Article": "models",
    "Extraction": "models",
    "Failure": "models",
    "Page": "models",
    "Settings": "settings",
    "Tools": "pipeline",
    "extract": "pipeline",
    "extract_all": "pipeline",
}


def __getattr__(name: str) -> Any:
    """A public name, imported when it is first asked for: spaCy takes seconds to load."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
