import shutil
from pathlib import Path

from nhs_extract.settings import packaged_patterns
from tests.cli.conftest import Run


def test_the_project_passes_its_own_check(run: Run):
    code, out, err = run("check")

    assert (code, err) == (0, "")
    assert out.splitlines()[-1].split() == ["problems", "0"]


def test_an_example_that_does_not_hold_is_named(run: Run, tmp_path: Path):
    folder = tmp_path / "patterns"
    shutil.copytree(packaged_patterns(), folder)
    (folder / "abbreviations.toml").write_text(
        'label = "ABBREVIATION"\n[[pattern]]\nid = "abbreviations.wrong"\nphrases = ["one"]\n'
        'matches = ["This is [two]."]\n',
        "utf-8",
    )

    code, _, err = run("check", "--patterns", folder)

    assert code == 2
    assert "abbreviations.wrong" in err


def test_a_folder_without_patterns_is_a_wrong_setup(run: Run, tmp_path: Path):
    code, out, err = run("check", "--patterns", tmp_path)

    assert (code, out) == (2, "")
    assert err == f"nhs-extract: {tmp_path}: no pattern files (*.toml) here\n"
