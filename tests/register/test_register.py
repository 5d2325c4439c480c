"""The register's files."""

import shutil
import time
from pathlib import Path

import pytest

from nhs_extract.errors import RegisterError
from nhs_extract.register import Register, check
from nhs_extract.settings import Settings

FOLDER = Settings().register_folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return shutil.copytree(FOLDER, tmp_path / "register")


def test_the_packaged_register_has_no_problems(register: Register):
    assert check(register) == []


def test_loading_is_quick():
    started = time.perf_counter()
    register = Register.load(FOLDER)
    register.lookup("Barts Health")

    assert time.perf_counter() - started < 1


def test_spellings_are_names_abbreviations_and_hospitals_each_once(register: Register):
    spellings = list(register.spellings())

    assert {
        "Barts Health NHS Trust",
        "MPFT",
        "SLaM",
        "Musgrove Park Hospital",
        "Royal Free",
        "NHS England",
    } <= set(spellings)
    assert len(spellings) == len(set(spellings))


def test_the_version_changes_with_any_file(folder: Path, register: Register):
    assert Register.load(folder).version == register.version

    with (folder / "sites.csv").open("a", encoding="utf-8") as sites:
        sites.write("New Hospital,,RRE,,,\n")
    assert Register.load(folder).version != register.version


def test_a_missing_file_is_named(folder: Path):
    (folder / "names.csv").unlink()

    with pytest.raises(RegisterError, match=r"names\.csv: not readable"):
        Register.load(folder)


def test_a_bad_date_is_named_with_its_line(folder: Path):
    path = folder / "sites.csv"
    head = path.read_text("utf-8").splitlines()[0]
    path.write_text(f"{head}\nNew Hospital,,RRE,tomorrow,,\n", "utf-8")

    with pytest.raises(RegisterError, match=r"sites\.csv: line 2, valid_from"):
        Register.load(folder)


def test_a_file_with_other_columns_is_refused(folder: Path):
    (folder / "successions.csv").write_text("from,to\nA,B\n", "utf-8")

    with pytest.raises(RegisterError, match="expected the columns predecessor_code"):
        Register.load(folder)


def test_word_lists_of_another_form_are_refused(folder: Path):
    (folder / "wording.toml").write_text("weak = 3\n", "utf-8")

    with pytest.raises(RegisterError, match=r"wording\.toml"):
        Register.load(folder)


def test_check_finds_unknown_codes_duplicates_and_dates_out_of_order(folder: Path):
    with (folder / "sites.csv").open("a", encoding="utf-8") as sites:
        sites.write("New Hospital,,ZZZ,2020-01-01,2019-01-01,\n")
    with (folder / "organisations.csv").open("a", encoding="utf-8") as organisations:
        organisations.write("RRE,Again NHS Trust,nhs_trust,England,acute,,,\n")

    problems = check(Register.load(folder))

    assert "sites: New Hospital is of the unknown organisation ZZZ" in problems
    assert "sites: New Hospital ended before it began" in problems
    assert "organisations: RRE stands 2 times" in problems
