"""What an installed package brings along: it has to work outside the checkout."""

import zipfile
from pathlib import Path

import pytest
from hatchling.builders.wheel import WheelBuilder

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> frozenset[str]:
    [path] = WheelBuilder(str(ROOT)).build(
        directory=str(tmp_path_factory.mktemp("wheel")), versions=["standard"]
    )
    with zipfile.ZipFile(path) as archive:
        return frozenset(archive.namelist())


def test_the_wheel_holds_every_pattern_file(wheel):
    patterns = {path.name for path in (ROOT / "patterns").glob("*.toml")}

    assert {f"nhs_extract/patterns/{name}" for name in patterns} <= wheel


def test_the_wheel_holds_the_register(wheel):
    folder = ROOT / "src" / "nhs_extract" / "register" / "data"

    assert {f"nhs_extract/register/data/{path.name}" for path in folder.iterdir()} <= wheel


def test_the_wheel_is_typed_and_licensed(wheel):
    assert "nhs_extract/py.typed" in wheel
    assert any(name.endswith("licenses/LICENSE") for name in wheel)


def test_the_wheel_holds_no_articles_and_no_tests(wheel):
    assert {name.split("/")[0] for name in wheel if not name.startswith("nhs_extract-")} == {"nhs_extract"}
