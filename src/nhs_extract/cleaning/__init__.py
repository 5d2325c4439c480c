"""Cleaning: from the bytes of a page to the article's own words."""

from nhs_extract.cleaning.cleaner import Cleaner

__all__ = ["Cleaner"]
