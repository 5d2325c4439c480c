import json
from pathlib import Path

import pytest

from tests.cli.articles import CHAIR, MERGER
from tests.cli.conftest import Run


@pytest.fixture(autouse=True)
def _articles(tmp_path: Path) -> None:
    (tmp_path / "merger.txt").write_text(MERGER, "utf-8")
    (tmp_path / "chair.txt").write_text(CHAIR, "utf-8")


def test_jsonl_is_the_default_for_another_program_one_line_for_each_article(run: Run):
    code, out, err = run("extract", "chair.txt", "merger.txt")

    chair, merger = map(json.loads, out.splitlines())
    assert (code, err) == (0, "")
    assert chair["article"]["source"] == "chair.txt"
    kinds = {"trusts", "executives", "staff_counts", "populations_served", "arrangements"}
    assert set(merger) == {"article", *kinds}


def test_json_is_one_object_for_one_article(run: Run):
    extraction = json.loads(run("extract", "merger.txt", "--format", "json").out)

    text = extraction["article"]["text"]
    [staff] = extraction["staff_counts"]
    evidence = staff["evidence"]
    assert text[evidence["start"] : evidence["end"]] == evidence["text"]
    assert staff["low"] == 8500


def test_json_is_a_list_for_several_articles(run: Run):
    out = run("extract", "*.txt", "--format", "json").out

    assert [extraction["article"]["source"] for extraction in json.loads(out)] == ["chair.txt", "merger.txt"]


def test_pretty_shows_a_heading_and_a_table_for_each_kind(run: Run):
    out = run("extract", "merger.txt", "--format", "pretty").out

    lines = out.splitlines()
    assert lines[0] == "Trusts become one"
    assert lines[1].endswith("merger.txt")
    assert "staff_counts (1)" in lines
    assert "Midlands Partnership NHS Foundation Trust (RRE)" in out


def test_an_article_from_standard_input(run: Run):
    extraction = json.loads(run("extract", "-", "--format", "json", stdin=MERGER).out)

    assert extraction["article"]["source"] == "-"


def test_a_lost_article_is_listed_and_the_others_are_shown(run: Run, tmp_path: Path):
    (tmp_path / "broken.txt").write_bytes(b"\x00\x01\x02\xff" * 100)

    code, out, err = run("extract", "broken.txt", "chair.txt")

    assert code == 1
    assert [json.loads(line)["article"]["source"] for line in out.splitlines()] == ["chair.txt"]
    assert err.startswith("lost broken.txt: ")
