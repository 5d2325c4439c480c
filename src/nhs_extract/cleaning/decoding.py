"""From bytes to characters."""

import codecs
import re

from nhs_extract.errors import UnreadablePageError
from nhs_extract.models import MediaType

_LOOKED_AT = 4096
_MOST_CONTROLS = 0.02  # share of control characters above which bytes are no text

_DECLARED = re.compile(rb"<(?:meta[^>]+charset|\?xml[^>]+encoding)\s*=\s*[\"']?\s*([\w-]+)", re.I)
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_OTHER_FILES = {
    b"%PDF-": "a PDF",
    b"PK\x03\x04": "a zip file or a Word document",
    b"\xd0\xcf\x11\xe0": "an old Word document",
    b"\x1f\x8b": "a gzip file",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
}


def decode(content: bytes, media_type: MediaType) -> str:
    """The characters of a page: by its byte order mark, as UTF-8, as declared, else as Windows-1252.

    Raises:
        UnreadablePageError: the bytes are not text.
    """
    for magic, kind in _OTHER_FILES.items():
        if content.startswith(magic):
            raise UnreadablePageError(f"expected text or HTML, found {kind}")
    text = _decode(content, media_type)
    controls = len(_CONTROLS.findall(text[:_LOOKED_AT]))
    if controls > _MOST_CONTROLS * min(len(text), _LOOKED_AT):
        raise UnreadablePageError("expected text or HTML, found bytes that are neither")
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")


def _decode(content: bytes, media_type: MediaType) -> str:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return content.decode(encoding, errors="replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        pass
    return content.decode(_declared(content) if media_type is MediaType.HTML else "cp1252", errors="replace")


def _declared(content: bytes) -> str:
    """The encoding that the page names; browsers too read iso-8859-1 as Windows-1252."""
    declared = _DECLARED.search(content[:_LOOKED_AT])
    if declared is None:
        return "cp1252"
    try:
        name = codecs.lookup(declared[1].decode("ascii")).name
    except LookupError:
        return "cp1252"
    # The bytes have just failed as UTF-8, whatever the page says.
    return "cp1252" if name in {"iso8859-1", "ascii", "utf-8"} else name
