import pytest

from nhs_extract.models import MediaType
from nhs_extract.sources.media_type import media_type

PAGE = "<!DOCTYPE html>\n<html><body><p>Two trusts will merge.</p></body></html>"


@pytest.mark.parametrize(
    "content",
    [
        PAGE.encode(),
        b"\xef\xbb\xbf" + PAGE.encode(),
        PAGE.encode("utf-16"),
        b"<?xml version='1.0'?>\n<!-- saved -->\n" + PAGE.encode(),
        b"<div><p>One</p><p>Two</p><p>Three</p></div>",
    ],
)
def test_html_is_known_by_its_content_whatever_its_name(content: bytes):
    assert media_type(content, name="page.txt") is MediaType.HTML


def test_a_fragment_is_html_where_the_name_says_so():
    assert media_type(b"<p>Two trusts will merge.", name="page.html") is MediaType.HTML
    assert media_type(b"<p>Two trusts will merge.", name="page.txt") is MediaType.TEXT


def test_text_named_html_is_text():
    assert media_type(b"Two trusts < three trusts.", name="page.html") is MediaType.TEXT
