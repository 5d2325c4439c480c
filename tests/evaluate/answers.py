"""Gold articles and extractions written by hand, in the few words that a test is about."""

import json
from pathlib import Path
from typing import Any, ClassVar

from pydantic import ConfigDict

from nhs_extract.evaluate.gold import GoldArticle, GoldFacts
from nhs_extract.models import Article, Evidence, Extraction, Fact, MediaType, Page

TEXT = "Ann Lee is chief executive of Alpha NHS Trust, which employs about 3,000 staff."
KINDS = ("trusts", "executives", "staff_counts", "populations_served", "arrangements")

ALPHA = {"name": "Alpha NHS Trust", "ods_code": "RAA"}
BETA = {"name": "Beta NHS Trust", "ods_code": "RBB"}


class Said(Fact):
    """A fact with whatever fields its kind has."""

    model_config = ConfigDict(extra="allow")
    table: ClassVar = "said"


def gold_json(**sections: Any) -> dict[str, Any]:
    """A gold file that says nothing but ``sections``."""
    return {"id": "a", "title": "Alpha", "published": "2020-01-31", **{kind: [] for kind in KINDS}} | sections


def gold(name: str = "a", **sections: Any) -> GoldArticle:
    """An article whose gold says nothing but ``sections``."""
    page = Page(location=f"{name}.txt", content=TEXT.encode(), media_type=MediaType.TEXT)
    return GoldArticle(name=name, page=page, gold=GoldFacts.model_validate(gold_json(**sections)))


def found(*, text: str = TEXT, title: str | None = "Alpha", **sections: list[dict[str, Any]]) -> Extraction:
    """What was extracted from an article: ``sections``, and nothing else."""
    article = Article(source="a.txt", title=title, text=text, sha256="0" * 64)
    facts = {kind: tuple(Said(**fact) for fact in sections.get(kind, [])) for kind in {*KINDS, *sections}}
    return Extraction(article=article, facts=facts)


def words(text: str, *, start: int | None = None, pattern: str | None = None) -> Evidence:
    """Evidence that stands where TEXT has these words."""
    start = TEXT.index(text) if start is None else start
    return Evidence(start=start, end=start + len(text), text=text, pattern=pattern)


def gold_executive(**changes: Any) -> dict[str, Any]:
    """Ann Lee as gold writes her."""
    return {
        "person": "Ann Lee",
        "role": "chief executive",
        "organisation": "Alpha NHS Trust",
        "status": "current",
        "evidence": "Ann Lee is chief executive",
    } | changes


def executive(**changes: Any) -> dict[str, Any]:
    """Ann Lee as she is extracted."""
    return {
        "person": "Ann Lee",
        "role": "chief executive",
        "organisation": ALPHA,
        "status": "current",
        "evidence": words("Ann Lee is chief executive", pattern="executives.person_is_role"),
    } | changes


def gold_staff(**changes: Any) -> dict[str, Any]:
    """Alpha's 3,000 staff as gold writes them."""
    return {
        "organisation": "Alpha NHS Trust",
        "low": 3000,
        "high": 3000,
        "qualifier": "about",
        "evidence": "about 3,000 staff",
    } | changes


def staff(**changes: Any) -> dict[str, Any]:
    """Alpha's 3,000 staff as they are extracted."""
    return {
        "organisation": ALPHA,
        "low": 3000,
        "high": 3000,
        "qualifier": "about",
        "unit": "headcount",
        "evidence": words("about 3,000 staff"),
    } | changes


def gold_arrangement(**changes: Any) -> dict[str, Any]:
    """A proposed merger of Alpha and Beta as gold writes it."""
    return {
        "type": "merger",
        "status": "proposed",
        "parties": ["Alpha NHS Trust", "Beta NHS Trust"],
        "result": None,
        "effective": "2021-04",
        "evidence": "Alpha NHS Trust",
    } | changes


def arrangement(**changes: Any) -> dict[str, Any]:
    """A proposed merger of Alpha and Beta as it is extracted."""
    return {
        "type": "merger",
        "status": "proposed",
        "parties": [ALPHA, BETA],
        "result": None,
        "effective": "2021-04",
        "evidence": words("Alpha NHS Trust"),
    } | changes


def trust(name: str, code: str | None, *forms: str) -> dict[str, Any]:
    """A trust as it is extracted."""
    mentions = [words(form).model_dump(exclude={"pattern"}) for form in forms]
    return {"name": name, "ods_code": code, "mentions": mentions, "evidence": words("Alpha NHS Trust")}


def write_corpus(folder: Path, name: str, gold_file: dict[str, Any], *, article: str | None = TEXT) -> Path:
    """Write a gold file, and its article unless that is None; gives the gold file's path."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}.gold.json"
    path.write_text(json.dumps(gold_file), "utf-8")
    if article is not None:
        (folder / f"{name}.txt").write_text(article, "utf-8")
    return path
