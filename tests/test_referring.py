import pytest

from nhs_extract.referring import refer
from tests.markup import annotated

A = "Greyford NHS Trust"
B = "Mill Valley NHS Foundation Trust"
C = "Grey Mill NHS Foundation Trust"


def meant(marked: str, words: str) -> list[str]:
    """The organisations that the last reference with these words stands for."""
    references = [m for m in refer(annotated(marked)).mentions if m.label == "REFERENCE" and m.text == words]
    return [entity.name for entity in references[-1].entities]


@pytest.mark.parametrize(
    ("marked", "words", "expected"),
    [
        (
            f"[Greyford](ORGANISATION@{A}) has grown.||[Its](REFERENCE=it) chair is glad.",
            "Its",
            [A],
        ),
        (
            f"[Greyford](ORGANISATION@{A}) and [Mill Valley](ORGANISATION@{B}) met."
            "||[Both trusts](REFERENCE=2) agreed.",
            "Both trusts",
            [A, B],
        ),
        (
            f"[Greyford](ORGANISATION@{A}) and [Mill Valley](ORGANISATION@{B}) met."
            "||[The three trusts](REFERENCE=3) agreed.",
            "The three trusts",
            [],
        ),
        (
            f"[Greyford](ORGANISATION@{A}) will [become ](RESULT_CUE=forward)[Grey Mill](ORGANISATION@{C})."
            "||[The new trust](REFERENCE=new) opens in May.",
            "The new trust",
            [C],
        ),
        (
            f"[Greyford](ORGANISATION@{A}) and [Mill Valley](ORGANISATION@{B}) plan to merge."
            "||[The new trust](REFERENCE=new) opens in May.",
            "The new trust",
            [],
        ),
        (
            f"[Mill Valley](ORGANISATION@{B}), [the foundation trust](REFERENCE=one), agreed.",
            "the foundation trust",
            [B],
        ),
    ],
)
def test_a_reference_stands_for_what_was_named_before(marked: str, words: str, expected: list[str]):
    assert meant(marked, words) == expected


def test_the_trust_is_the_one_the_article_is_about_when_two_were_named_together():
    marked = (
        f"# [Mill Valley](ORGANISATION@{B}) has a new chair\n"
        f"It works with [Greyford](ORGANISATION@{A}) and [Mill Valley](ORGANISATION@{B}).\n"
        "[The trust](REFERENCE=one) has 3,000 staff."
    )

    assert meant(marked, "The trust") == [B]


def test_a_head_noun_stays_with_the_body_it_was_said_of():
    marked = (
        "[West Mercia](ORGANISATION@NHS West Mercia), [the [authority](head)](REFERENCE=head), consulted.\n"
        "[Monitor](ORGANISATION@Monitor) replied.||[the [authority](head)](REFERENCE=head) agreed."
    )

    assert meant(marked, "the authority") == ["NHS West Mercia"]


def test_a_reference_inside_a_name_is_none():
    marked = f"[the [Greyford NHS Trust](ORGANISATION@{A})](REFERENCE=one) agreed."

    assert [m.label for m in refer(annotated(marked)).mentions] == ["ORGANISATION"]


def test_it_after_a_body_was_formed_is_the_new_body():
    marked = (
        f"[Greyford](ORGANISATION@{A}) will [become ](RESULT_CUE=forward)[Grey Mill](ORGANISATION@{C})."
        "||[It](REFERENCE=it) will have 4,000 staff."
    )

    assert meant(marked, "It") == [C]


def test_we_in_speech_is_the_body_of_the_speaker():
    marked = (
        f"# [Greyford](ORGANISATION@{A}) has a new chair\n"
        "“[We](REFERENCE=us) wish them well,” [said](SPEECH) [Amy Gray](PERSON=Amy Gray), "
        f"[chief executive](ROLE=chief executive) of [Mill Valley](ORGANISATION@{B})."
    )

    assert meant(marked, "We") == [B]


def test_we_outside_speech_is_the_body_that_publishes():
    marked = f"# [Greyford](ORGANISATION@{A}) has a new chair\n[We](REFERENCE=us) are glad."

    assert meant(marked, "We") == [A]


def test_we_of_a_speaker_without_a_post_is_nobody():
    marked = (
        f"# [Greyford](ORGANISATION@{A}) has a new chair\n"
        "“[We](REFERENCE=us) will march,” [said](SPEECH) [Amy Gray](PERSON=Amy Gray) of Save Our Wards."
    )

    assert meant(marked, "We") == []


def test_a_line_with_one_trust_rules_the_lines_under_it():
    marked = (
        f"# [Greyford](ORGANISATION@{A}) seeks a partner\n[Greyford](ORGANISATION@{A}) met today.\n"
        f"[Mill Valley](ORGANISATION@{B}), Mill Road\n[The trust](REFERENCE=one) has 3,000 staff."
    )

    assert meant(marked, "The trust") == [B]


def test_both_trusts_are_the_parties_when_another_pair_is_long_past():
    marked = (
        f"[Greyford](ORGANISATION@{A}) and [Mill Valley](ORGANISATION@{B}) merge.\n"
        f"[Grey Mill](ORGANISATION@{C}) and [Greyford](ORGANISATION@{A}) tried in 2019.\nIt failed.\n"
        "It was a long story.\n[The two trusts](REFERENCE=2) have 9,000 staff."
    )

    assert meant(marked, "The two trusts") == [A, B]


def test_the_board_is_that_of_the_trust_spoken_of():
    marked = f"[Greyford](ORGANISATION@{A}) met.||[The [board](head)](REFERENCE=head) agreed."

    assert meant(marked, "The board") == [A]


def test_a_body_named_after_of_explains_the_word_before():
    marked = (
        f"[Greyford](ORGANISATION@{A}) is large.||"
        f"[The [board](head)](REFERENCE=head) of [Mill Valley](ORGANISATION@{B}) met."
    )

    assert meant(marked, "The board") == [B]


@pytest.mark.parametrize(
    "marked",
    [
        f"[Mill Valley](ORGANISATION@{B}) will [take over](ARRANGEMENT=acquisition)"
        f" [Greyford](ORGANISATION@{A}).||[Greyford](ORGANISATION@{A}) is small."
        "||[the enlarged trust](REFERENCE=enlarged) will be large.",
        f"[Greyford](ORGANISATION@{A}) is [acquired](ARRANGEMENT=acquisition) by"
        f" [Mill Valley](ORGANISATION@{B}).||[the enlarged trust](REFERENCE=enlarged) will be large.",
    ],
)
def test_the_enlarged_trust_is_the_one_that_takes_over_another(marked: str):
    assert meant(marked, "the enlarged trust") == [B]
