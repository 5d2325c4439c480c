"""The gold corpus of the project, extracted by the whole line."""

import json
import re
from pathlib import Path

import pytest

from nhs_extract.evaluate import Evaluation, GoldFacts, check_floors, evaluate, find_floors, render_scores
from nhs_extract.pipeline import Tools

CORPUS = Path(__file__).parents[2] / "corpus"


@pytest.fixture(scope="module")
def evaluation(tools: Tools) -> Evaluation:
    return evaluate(CORPUS / "dev", tools)


def test_every_piece_of_evidence_stands_in_its_article_word_for_word(evaluation):
    assert evaluation.evidence_outside == ()


def test_no_article_of_the_corpus_is_lost(evaluation):
    assert evaluation.failures == ()


def test_no_score_is_below_its_floor(evaluation):
    assert check_floors(evaluation, find_floors(CORPUS / "dev")) == []


def test_the_report_has_a_line_for_every_measure(evaluation):
    report = render_scores(evaluation).splitlines()

    for line in evaluation.lines:
        name = line.measure.kind if line.measure.headline else f"    {line.measure.name}"
        assert any(row.startswith(f"{name}  ") for row in report)


def test_the_example_in_the_corpus_readme_is_valid_gold():
    [example] = re.findall(r"```json\n(.*?)```", (CORPUS / "README.md").read_text("utf-8"), flags=re.DOTALL)

    gold = GoldFacts.model_validate(json.loads(example))

    assert gold.other_kinds == {}
    assert all(gold.section(kind) for kind in ("trusts", "executives", "staff_counts", "arrangements"))
