"""What the bytes of a page are: HTML or plain text."""

import re
from pathlib import Path

from nhs_extract.models import MediaType

_LOOKED_AT = 8192
_MANY_TAGS = 5  # an article in plain text may quote a tag or two

_START = re.compile(
    r"\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
_TAG = re.compile(
    r"</?(?:a|article|b|body|br|div|font|form|h[1-6]|head|html|li|link|main|meta|nav|ol|p|script|section|span"
    r"|strong|style|table|td|title|tr|ul)(?:\s[^<>]*)?/?>",
    re.I,
)
_HTML_NAMES = frozenset({".html", ".htm", ".xhtml"})


def media_type(content: bytes, *, name: str) -> MediaType:
    """What the bytes are by how they begin; the name's ending only lowers or raises the bar."""
    beginning = _as_text(content[:_LOOKED_AT])
    if _START.match(beginning):
        return MediaType.HTML
    enough = 1 if Path(name).suffix.lower() in _HTML_NAMES else _MANY_TAGS
    tags = sum(1 for _ in _TAG.finditer(beginning))
    return MediaType.HTML if tags >= enough else MediaType.TEXT


def _as_text(beginning: bytes) -> str:
    if beginning.startswith((b"\xff\xfe", b"\xfe\xff")):
        return beginning.decode("utf-16", errors="ignore")
    return beginning.removeprefix(b"\xef\xbb\xbf").decode("latin-1")
