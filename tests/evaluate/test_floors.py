import pytest

from nhs_extract.errors import GoldError
from nhs_extract.evaluate.floors import check_floors, find_floors, load_floors
from nhs_extract.evaluate.scoring import score
from nhs_extract.models import Failure
from tests.evaluate.answers import executive, found, gold, gold_executive, words

HALF_RIGHT = score(
    [gold(executives=[gold_executive()])],
    [found(executives=[executive(), executive(person="Bo Ray"), executive(person="Cy Ng")])],
)


def test_a_score_on_its_floor_is_well():
    assert check_floors(HALF_RIGHT, {"executives": 0.5, "cleaning_kept": 1.0, "mean": 0.9}) == []


def test_a_score_below_its_floor_is_told_with_both_numbers():
    assert check_floors(HALF_RIGHT, {"executives": 0.51}) == ["executives: 0.500 is below its floor 0.510"]


def test_a_floor_for_an_unknown_figure_is_told():
    assert check_floors(HALF_RIGHT, {"exectuives": 0.1}) == ["exectuives: there is no such figure"]


def test_evidence_outside_the_text_is_below_every_floor():
    evaluation = score([gold()], [found(executives=[executive(evidence=words("Ann Lee", start=3))])])

    assert check_floors(evaluation, {}) == ["a: evidence does not stand in the text: 'Ann Lee'"]


def test_a_lost_article_is_below_every_floor():
    evaluation = score([gold()], [Failure(source="a.txt", stage="clean", reason="it is empty")])

    assert check_floors(evaluation, {}) == ["a.txt: lost: it is empty"]


def test_the_floors_of_a_corpus_stand_beside_its_folder_under_its_name(tmp_path):
    (tmp_path / "dev").mkdir()
    (tmp_path / "floors.toml").write_text("[dev]\nexecutives = 0.7\n[other]\ntrusts = 1\n", "utf-8")

    assert find_floors(tmp_path / "dev") == {"executives": 0.7}


def test_a_corpus_without_floors_has_none(tmp_path):
    assert find_floors(tmp_path) == {}


@pytest.mark.parametrize("text", ["dev = 1", "[dev]\ntrusts = 1.2", "[dev]\ntrusts = 'high'", "[dev"])
def test_floors_that_are_not_shares_are_refused(tmp_path, text):
    path = tmp_path / "floors.toml"
    path.write_text(text, "utf-8")

    with pytest.raises(GoldError, match=r"floors\.toml"):
        load_floors(path)
