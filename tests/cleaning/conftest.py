import pytest

from nhs_extract.cleaning import Cleaner
from nhs_extract.patterns import load_patterns
from nhs_extract.settings import packaged_patterns


@pytest.fixture(scope="session")
def cleaner() -> Cleaner:
    """The cleaner with the packaged patterns."""
    return Cleaner.from_patterns(load_patterns(packaged_patterns()))
