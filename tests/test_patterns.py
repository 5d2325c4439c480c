from pathlib import Path

import pytest

from nhs_extract.annotate import check_examples
from nhs_extract.errors import PatternError
from nhs_extract.patterns import Example, expand, load_patterns
from nhs_extract.settings import packaged_patterns

GOOD = """
label = "TURNOVER"

[parts]
sum = '£\\d+m'

[[pattern]]
id = "turnovers.noun_then_sum"
regex = 'turnover of {sum}'
matches = ["It has a [turnover of £40m]."]
rejects = ["It owes £40m."]
"""


def folder_with(tmp_path: Path, text: str) -> Path:
    (tmp_path / "turnovers.toml").write_text(text, "utf-8")
    return tmp_path


def test_every_example_of_the_packaged_patterns_holds():
    assert check_examples(load_patterns(packaged_patterns())) == []


def test_brackets_mark_the_spans_of_an_example():
    example = Example.read("It has [3,000 staff] and [two] sites.")

    assert example.text == "It has 3,000 staff and two sites."
    assert [example.text[start:end] for start, end in example.spans] == ["3,000 staff", "two"]


def test_parts_are_filled_in_to_any_depth():
    parts = {"a": "x{b}", "b": ["one word", "two"]}

    assert expand("{a}{2}", parts) == r"(?:x(?:one\sword|two)){2}"


def test_an_example_that_does_not_hold_is_named(tmp_path: Path):
    wrong = GOOD.replace("It owes £40m.", "Its turnover of £40m fell.")

    [problem] = check_examples(load_patterns(folder_with(tmp_path, wrong)))

    assert "turnovers.noun_then_sum" in problem
    assert "'turnover of £40m'" in problem


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("label = ", "not readable as TOML"),
        (GOOD.replace("matches =", "hits ="), "hits"),
        (GOOD.replace("{sum}", "{total}"), "'total'"),
        (GOOD.replace("turnover of", "(turnover of"), "does not compile"),
        (GOOD.replace('"It has a [turnover of £40m]."', '"It has a turnover of £40m."'), "[brackets]"),
        (GOOD.replace("regex = 'turnover of {sum}'", ""), "exactly one of"),
    ],
)
def test_a_wrong_pattern_file_is_refused_by_name(tmp_path: Path, text: str, words: str):
    with pytest.raises(PatternError) as caught:
        load_patterns(folder_with(tmp_path, text))

    assert "turnovers.toml" in str(caught.value)
    assert words in str(caught.value)


def test_a_folder_without_patterns_is_refused(tmp_path: Path):
    with pytest.raises(PatternError, match="no pattern files"):
        load_patterns(tmp_path)


def test_the_version_changes_with_any_pattern(tmp_path: Path):
    before = load_patterns(folder_with(tmp_path, GOOD)).version
    after = load_patterns(
        folder_with(tmp_path, GOOD.replace("turnover of {sum}", "turnover of  ?{sum}"))
    ).version

    assert before != after
