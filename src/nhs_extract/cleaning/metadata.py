"""What an HTML page says of itself: title, date, address, publisher, language."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Any

from trafilatura import extract_metadata

from nhs_extract.cleaning.blocks import fold_space
from nhs_extract.cleaning.dates import read_date
from nhs_extract.cleaning.html import HtmlElement

_TITLE_NAMES = ("headline", "og:title", "dc.title", "dcterms.title", "twitter:title", "title")
_PUBLISHED = (
    "article:published_time",
    "article:published",
    "og:published_time",
    "originalpublicationdate",
    "govuk:first-published-at",
    "datepublished",
    "publishdate",
    "pubdate",
    "publication_date",
    "published",
    "published_at",
    "published-date",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date.published",
    "sailthru.date",
    "parsely-pub-date",
    "cxenseparse:recs:publishtime",
)
# Set by content management systems as often for the copy as for the original.
_DOUBTFUL = (
    "date",
    "dc.date",
    "dcterms.date",
    "dcterms.created",
    "dc.date.created",
    "article.created",
    "created",
)
_ARTICLE_TYPE = re.compile(r"Article|Posting|Report$|NewsItem")
_QUICK = {"extensive_search": False, "original_date": True, "outputformat": "%Y-%m-%d"}
_MASTHEAD_LINES = 30
_MASTHEAD_WORDS = 9
_WEEKDAY = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.I)
_HOST = re.compile(r"[a-z\d-]+(?:\.[a-z\d-]+)+")
_SEPARATOR = re.compile(r"\s+(?:[|–—»›·•]|::|-|<|>)\s+")


@dataclass(frozen=True)
class Metadata:
    """``titles`` are candidates, best first; ``doubtful_date`` may be the day of a copy.

    ``masthead_date`` is the day that a paper prints at its top.
    """

    titles: tuple[str, ...] = ()
    published: date | None = None
    doubtful_date: date | None = None
    masthead_date: date | None = None
    url: str | None = None
    publisher: str | None = None
    language: str | None = None


def read_metadata(tree: HtmlElement) -> Metadata:
    """The metadata of a page."""
    found = extract_metadata(tree, date_config=dict(_QUICK), extensive=False)
    meta = dict(reversed(list(_meta_elements(tree))))
    items = list(_linked_data(tree))
    articles = [item for item in items if _ARTICLE_TYPE.search(str(item.get("@type")))]
    publisher = meta.get("og:site_name") or _name_of(articles) or _site_name(found.sitename, found.title)
    stated = [meta[name] for name in _TITLE_NAMES if name in meta]
    stated += [article["headline"] for article in articles if isinstance(article.get("headline"), str)]
    stated += [fold_space(title.text_content()) for title in tree.iter("title")][:1]
    return Metadata(
        titles=tuple(dict.fromkeys(title for words in stated for title in _without_site(words, publisher))),
        published=_first_date([meta.get(name) for name in _PUBLISHED])
        or _first_date([article.get("datePublished") for article in articles])
        or _first_date(list(_marked_times(tree))),
        doubtful_date=_first_date(
            [meta.get(name) for name in _DOUBTFUL] + [page.get("datePublished") for page in items]
        ),
        masthead_date=_masthead_date(tree),
        url=found.url or None,
        publisher=fold_space(publisher) if publisher else None,
        language=_language(tree, meta),
    )


def _meta_elements(tree: HtmlElement) -> Iterator[tuple[str, str]]:
    for meta in tree.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or meta.get("http-equiv")
        content = meta.get("content")
        if name and content and content.strip():
            yield name.lower(), content.strip()


def _linked_data(tree: HtmlElement) -> Iterator[dict[str, Any]]:
    """The JSON-LD items of the page."""
    for script in tree.iter("script"):
        if script.get("type") == "application/ld+json" and script.text:
            try:
                stated = json.loads(script.text, strict=False)
            except ValueError:
                continue
            yield from _items(stated)


def _marked_times(tree: HtmlElement) -> Iterator[str]:
    """The times that the page marks as its publication."""
    for time in tree.iter("time"):
        marks = f"{time.get('class', '')} {time.get('itemprop', '')}"
        if time.get("datetime") and (time.get("pubdate") is not None or re.search("publish", marks, re.I)):
            yield time.get("datetime")


def _masthead_date(tree: HtmlElement) -> date | None:
    """The date with its weekday in one of the first short lines of the page."""
    lines = (line for element in tree.iter("body") for line in element.itertext() if line.strip())
    for line in islice(lines, _MASTHEAD_LINES):
        if len(line.split()) <= _MASTHEAD_WORDS and _WEEKDAY.search(line) and (day := read_date(line)):
            return day
    return None


def _items(stated: Any) -> Iterator[dict[str, Any]]:
    if isinstance(stated, list):
        for item in stated:
            yield from _items(item)
    elif isinstance(stated, dict):
        yield stated
        yield from _items(stated.get("@graph", []))
        yield from _items(stated.get("mainEntity", []))


def _name_of(articles: list[dict[str, Any]]) -> str | None:
    for article in articles:
        publisher = article.get("publisher")
        if isinstance(publisher, dict) and isinstance(publisher.get("name"), str):
            return str(publisher["name"])
    return None


def _site_name(found: str | None, title: str | None) -> str | None:
    """The name that trafilatura has found, unless it is the address or the headline."""
    return None if found is None or found == title or _HOST.fullmatch(found) else found


def _without_site(words: str, publisher: str | None) -> Iterator[str]:
    """A title without the site's name, then the title as it stands."""
    words = fold_space(words)
    pieces = [piece for piece in _SEPARATOR.split(words) if piece and piece != publisher]
    if len(pieces) > 1:
        yield max(pieces, key=len) if publisher is None else pieces[0]
    elif pieces:
        yield pieces[0]
    if words:
        yield words


def _first_date(stated: list[Any]) -> date | None:
    return next((day for words in stated if isinstance(words, str) and (day := read_date(words))), None)


def _language(tree: HtmlElement, meta: dict[str, str]) -> str | None:
    root = tree.getroottree().getroot()
    stated = (
        root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or root.get("xml:lang")
    )
    stated = stated or meta.get("og:locale") or meta.get("content-language") or meta.get("dc.language")
    return re.split(r"[-_]", stated.strip())[0].lower() or None if stated else None
