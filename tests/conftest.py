"""What all tests share."""

import gc
from contextlib import suppress
from types import FrameType
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from nhs_extract.pipeline import Tools


@pytest.fixture(scope="session")
def tools() -> "Tools":
    """The tools with the packaged patterns, register and model, loaded once for all tests."""
    from nhs_extract.pipeline import Tools

    return Tools.load()


def pytest_unconfigure() -> None:
    """Let go of what the frames of ended tests hold.

    pydantic's errors hold their cause out of the garbage collector's sight. A test that meets one would keep
    itself and all modules to the very end, and DuckDB would print a page about leaks.
    """
    for frame in [thing for thing in gc.get_objects() if isinstance(thing, FrameType)]:
        with suppress(RuntimeError):  # a frame that still runs
            frame.clear()
