import json

import pytest

from nhs_extract.errors import GoldError
from nhs_extract.evaluate.gold import load_gold
from tests.evaluate.answers import TEXT, gold_arrangement, gold_executive, gold_json, gold_staff, write_corpus


def test_gold_is_read_from_the_folder_and_the_folders_in_it(tmp_path):
    write_corpus(tmp_path, "b", gold_json())
    write_corpus(tmp_path / "more", "a", gold_json(executives=[gold_executive()]))

    first, second = load_gold(tmp_path)

    assert (first.name, second.name) == ("b", "a")
    assert first.page.content.decode() == TEXT
    assert second.gold.executives[0].person == "Ann Lee"


def test_an_html_article_belongs_to_its_gold_too(tmp_path):
    write_corpus(tmp_path, "a", gold_json(), article=None)
    (tmp_path / "a.html").write_text("<html><body><p>Alpha</p></body></html>", "utf-8")

    [article] = load_gold(tmp_path)

    assert article.page.media_type == "text/html"


def test_a_folder_without_gold_is_refused(tmp_path):
    with pytest.raises(GoldError, match="no gold files"):
        load_gold(tmp_path)


def test_gold_without_its_article_is_refused(tmp_path):
    write_corpus(tmp_path, "a", gold_json(), article=None)

    with pytest.raises(GoldError, match=r"a\.gold\.json: no article beside it"):
        load_gold(tmp_path)


def test_gold_that_is_not_json_is_refused(tmp_path):
    write_corpus(tmp_path, "a", gold_json()).write_text('{"id": ', "utf-8")

    with pytest.raises(GoldError, match=r"a\.gold\.json: not readable as JSON"):
        load_gold(tmp_path)


@pytest.mark.parametrize(
    ("sections", "place"),
    [
        ({"executives": [gold_executive(role="head of happiness")]}, "executives.0.role"),
        ({"executives": [gold_executive(status="retired")]}, "executives.0.status"),
        ({"arrangements": [gold_arrangement(type="friendship")]}, "arrangements.0.type"),
        ({"arrangements": [gold_arrangement(status="likely")]}, "arrangements.0.status"),
        ({"arrangements": [gold_arrangement(effective="next spring")]}, "arrangements.0.effective"),
        ({"staff_counts": [gold_staff(low=5, high=4)]}, "staff_counts.0"),
        ({"staff_counts": [gold_staff(low="many")]}, "staff_counts.0.low"),
        ({"executvies": [gold_executive()]}, "executvies"),
        ({"published": "last Monday"}, "published"),
    ],
)
def test_gold_that_breaks_the_guide_is_refused_with_the_place_named(tmp_path, sections, place):
    write_corpus(tmp_path, "a", gold_json(**sections))

    with pytest.raises(GoldError, match=rf"a\.gold\.json: .*{place}"):
        load_gold(tmp_path)


def test_every_problem_of_a_gold_file_is_told_at_once(tmp_path):
    broken = gold_json(executives=[gold_executive(role="king"), gold_executive(status="retired")])
    path = write_corpus(tmp_path, "a", broken)

    with pytest.raises(GoldError) as refusal:
        load_gold(tmp_path)

    assert "king" in str(refusal.value)
    assert "retired" in str(refusal.value)
    assert json.loads(path.read_text("utf-8")) == broken


def test_a_missing_section_is_told_in_two_words(tmp_path):
    incomplete = {name: part for name, part in gold_json().items() if name != "trusts"}
    write_corpus(tmp_path, "a", incomplete)

    with pytest.raises(GoldError, match=r"a\.gold\.json: trusts: Field required$"):
        load_gold(tmp_path)
