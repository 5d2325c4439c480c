"""The register: organisations with their names over time, and the linking to it. The only rapidfuzz."""

from nhs_extract.register.checking import check
from nhs_extract.register.lookup import Lookup, LookupEntry
from nhs_extract.register.register import Register
from nhs_extract.register.rows import NameRow, Organisation, Site, Succession

__all__ = ["Lookup", "LookupEntry", "NameRow", "Organisation", "Register", "Site", "Succession", "check"]
