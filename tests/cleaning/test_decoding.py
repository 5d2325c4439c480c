import pytest

from nhs_extract.cleaning.decoding import decode
from nhs_extract.errors import UnreadablePageError
from nhs_extract.models import MediaType

WORDS = "Siân’s trust owes £40m"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_the_usual_encodings_are_told_apart(encoding: str):
    assert decode(WORDS.encode(encoding), MediaType.TEXT) == WORDS


def test_a_page_may_name_its_encoding():
    page = "<meta charset='iso-8859-15'><p>£40m or 50m €</p>"

    assert "50m €" in decode(page.encode("iso-8859-15"), MediaType.HTML)


def test_a_page_that_names_latin_1_is_read_as_browsers_do():
    page = f"<meta http-equiv='Content-Type' content='text/html; charset=iso-8859-1'>{WORDS}"

    assert decode(page.encode("cp1252"), MediaType.HTML).endswith(WORDS)


def test_a_page_that_names_an_unknown_encoding_is_read_all_the_same():
    assert decode(f"<meta charset='x-none'>{WORDS}".encode("cp1252"), MediaType.HTML).endswith(WORDS)


def test_line_ends_become_those_of_unix():
    assert decode(b"one\r\ntwo\rthree", MediaType.TEXT) == "one\ntwo\nthree"


@pytest.mark.parametrize("content", [b"%PDF-1.7 ...", b"PK\x03\x04word", bytes(range(32)) * 20])
def test_bytes_that_are_no_text_are_an_error(content: bytes):
    with pytest.raises(UnreadablePageError):
        decode(content, MediaType.TEXT)
