"""Sources: from names on the command line to the bytes of pages."""

from nhs_extract.sources.files import Source, find_sources, read

__all__ = ["Source", "find_sources", "read"]
