import pytest

from nhs_extract.register import Register
from nhs_extract.settings import Settings


@pytest.fixture(scope="session")
def register() -> Register:
    return Register.load(Settings().register_folder)
