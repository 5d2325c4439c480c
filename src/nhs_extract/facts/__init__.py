"""Facts: one module for each kind, which assembles what an annotated article says of it."""

from nhs_extract.facts.arrangements import ARRANGEMENTS
from nhs_extract.facts.base import FactType
from nhs_extract.facts.executives import EXECUTIVES
from nhs_extract.facts.populations_served import POPULATIONS_SERVED
from nhs_extract.facts.staff_counts import STAFF_COUNTS
from nhs_extract.facts.trusts import TRUSTS

FACT_TYPES: tuple[FactType, ...] = (TRUSTS, EXECUTIVES, STAFF_COUNTS, POPULATIONS_SERVED, ARRANGEMENTS)
"""The kinds of fact, in the order in which they are shown."""
