import json
from pathlib import Path

import pytest

from tests.cli.articles import MERGER
from tests.cli.conftest import Run

GOLD = {
    "id": "merger",
    "source_url": None,
    "category": "merger",
    "title": "Trusts become one",
    "published": "2018-06-01",
    "trusts": [],
    "executives": [],
    "staff_counts": [
        {
            "organisation": "Midlands Partnership NHS Foundation Trust",
            "low": 8500,
            "high": 8500,
            "qualifier": "exact",
            "evidence": "8,500 staff",
        }
    ],
    "populations_served": [],
    "arrangements": [],
    "notes": "",
}


@pytest.fixture(autouse=True)
def _corpus(tmp_path: Path) -> None:
    folder = tmp_path / "gold"
    folder.mkdir()
    (folder / "merger.txt").write_text(MERGER, "utf-8")
    (folder / "merger.gold.json").write_text(json.dumps(GOLD), "utf-8")


def test_scores_are_one_line_for_each_kind(run: Run):
    code, out, err = run("evaluate", "gold")

    assert (code, err) == (0, "")
    starts = {line.split()[0] for line in out.splitlines() if line and not line.startswith(" ")}
    assert starts >= {"trusts", "executives", "staff_counts", "populations_served", "arrangements"}


def test_a_score_below_its_floor_ends_with_code_1(run: Run):
    Path("floors.toml").write_text("[gold]\nstaff_counts = 0.5\ntrusts = 0.5\n", "utf-8")

    code, out, err = run("evaluate", "gold")

    assert code == 1
    assert "staff_counts" in out
    assert "trusts: 0.000 is below its floor 0.500" in err
    assert "staff_counts: " not in err


def test_errors_name_article_and_words(run: Run):
    out = run("evaluate", "gold", "--errors").out

    assert "merger" in out.splitlines()[0]
    assert "Midlands Partnership NHS Foundation Trust" in out.partition("articles")[0]


def test_json_holds_every_figure(run: Run):
    evaluation = json.loads(run("evaluate", "gold", "--format", "json").out)

    assert evaluation["articles"] == 1
    assert {measure["kind"] for measure in evaluation["measures"]} >= {"trusts", "staff_counts"}
    assert evaluation["below_floors"] == []


def test_a_folder_without_gold_is_a_wrong_setup(run: Run, tmp_path: Path):
    (tmp_path / "empty").mkdir()

    code, out, err = run("evaluate", "empty")

    assert (code, out) == (2, "")
    assert err.startswith("nhs-extract: empty: ")


@pytest.mark.parametrize("corpus", ["nowhere", "gold/merger.txt"])
def test_a_corpus_that_is_no_folder_is_named_as_such(run: Run, corpus: str):
    assert run("evaluate", corpus) == (2, "", f"nhs-extract: {corpus}: there is no such folder\n")
