"""The line from a page to its facts: one pure function, and the loop over pages."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from nhs_extract.annotate import Annotator
from nhs_extract.cleaning import Cleaner
from nhs_extract.facts import FACT_TYPES
from nhs_extract.looping import try_each
from nhs_extract.models import AnnotatedArticle, Article, Extraction, Failure, Page
from nhs_extract.patterns import load_patterns
from nhs_extract.referring import refer
from nhs_extract.register import Register
from nhs_extract.segmenting import segment
from nhs_extract.settings import Settings


@dataclass(frozen=True)
class Tools:
    """What every extraction needs, loaded once."""

    cleaner: Cleaner
    annotator: Annotator
    register: Register
    version: str

    @classmethod
    def load(cls, settings: Settings | None = None) -> "Tools":
        """Load patterns, register and model.

        ``version`` is a digest of code, patterns, register and model: the same version on the same page
        gives the same facts.

        Raises:
            SetupError: one of them is missing or wrong.
        """
        settings = settings or Settings()
        patterns = load_patterns(settings.patterns)
        register = Register.load(settings.register_folder)
        annotator = Annotator.load(patterns, model=settings.model, names=register.spellings())
        parts = (code_version(), patterns.version, register.version, annotator.model_version)
        return cls(
            cleaner=Cleaner.from_patterns(patterns),
            annotator=annotator,
            register=register,
            version=hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16],
        )


def extract(page: Page, tools: Tools) -> Extraction:
    """The article of a page with all its facts.

    Raises:
        ArticleError: the page cannot be read, or holds no article.
    """
    article = tools.cleaner.clean(page)
    annotated = annotate(article, tools)
    facts = {fact_type.kind: tuple(fact_type.assemble(annotated)) for fact_type in FACT_TYPES}
    return Extraction(article=article, facts=facts)


def annotate(article: Article, tools: Tools) -> AnnotatedArticle:
    """The article with its sentences and their mentions, names and references linked to the register."""
    return refer(tools.register.link(tools.annotator.annotate(article, segment(article))))


def extract_all(pages: Iterable[Page | Failure], tools: Tools) -> Iterator[Extraction | Failure]:
    """Each page's extraction, or what was wrong with it; one bad page never ends the run."""
    return try_each(pages, partial(extract, tools=tools))


def code_version() -> str:
    """Digest of the program's own code: changes with any module."""
    digest = hashlib.sha256()
    for path in sorted(Path(__file__).parent.rglob("*.py")):
        digest.update(path.read_bytes())
    return digest.hexdigest()
