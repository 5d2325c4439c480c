"""Pages to clean: an article of seven paragraphs with whatever a test puts around it."""

from nhs_extract.models import MediaType, Page

TITLE = "Boards back merger of coast trusts"
BODY = (
    "Two hospital trusts on the coast are to become one next spring after their boards backed the plan.",
    "Seaview Hospitals NHS Foundation Trust and Downs Community NHS Trust will merge on 1 April.",
    'Margaret Ellery, chief executive of Seaview, said: "This is right for patients and staff alike."',
    "The new trust will employ about 9,000 staff and serve 620,000 people.",
    "Dr Ravi Conteh, who chairs Downs Community, said that no wards would close because of the change.",
    "Unison's regional organiser, Paula Finch, said members wanted to see the promise in writing.",
    "A final decision by NHS England is expected in January.",
)


def text_page(*, head: str = f"{TITLE}\n\n3 May 2019", middle: str = "", tail: str = "") -> Page:
    """A plain-text dump with something above, in the middle of, or under the article."""
    parts = [head, *BODY[:4], middle, *BODY[4:], tail]
    return page_of("\n\n".join(part for part in parts if part))


def html_page(*, head: str = "", above: str = "", middle: str = "", below: str = "", aside: str = "") -> Page:
    """An HTML page with something in its head, in or beside its article."""
    before, after = ("".join(f"<p>{text}</p>" for text in part) for part in (BODY[:4], BODY[4:]))
    article = f"<div class='story'><h1>{TITLE}</h1>{above}{before}{middle}{after}{below}</div>"
    html = f"<!DOCTYPE html><html lang='en-GB'><head>{head}</head><body>{article}{aside}</body></html>"
    return Page(location="page.html", content=html.encode(), media_type=MediaType.HTML)


def page_of(text: str) -> Page:
    """A plain-text page."""
    return Page(location="page.txt", content=text.encode(), media_type=MediaType.TEXT)
