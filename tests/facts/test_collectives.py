from nhs_extract.facts.collectives import collective, speaks_of_several, topic
from tests.markup import annotated

A = "[Alder](ORGANISATION@Alder NHS Trust)"
B = "[Birch](ORGANISATION@Birch NHS Trust)"


def test_the_body_that_comes_out_is_the_collective_of_the_parties():
    article = annotated(
        f"{A} and {B} are to merge. || "
        "They will [become ](RESULT_CUE=forward)[Elm](ORGANISATION@Elm NHS Trust)."
    )

    body = collective(article, article.sentences[0])

    assert body is not None
    assert body.name == "Elm NHS Trust"


def test_a_body_that_is_called_new_comes_out():
    article = annotated(f"{A} joins the new [Elm](ORGANISATION@Elm NHS Trust).")

    body = collective(article, article.sentences[0])

    assert body is not None
    assert body.name == "Elm NHS Trust"


def test_the_group_of_the_same_passage_comes_before_one_that_another_passage_names():
    article = annotated(
        "# [Oak Group](ORGANISATION@Oak Hospitals Group) grows\n"
        "[Oak Group](ORGANISATION@Oak Hospitals Group) has a chair.\n"
        f"{A} and {B} are in [Ash Group](ORGANISATION@Ash Hospitals Group). || They employ 9,000."
    )

    body = collective(article, article.sentences[-1])

    assert body is not None
    assert body.name == "Ash Hospitals Group"


def test_bodies_without_a_result_or_a_group_have_no_collective():
    article = annotated(f"{A} and {B} work together.")

    assert collective(article, article.sentences[0]) is None


def test_the_topic_is_what_the_sentences_before_in_the_passage_name():
    article = annotated(f"{A} is small. || It is old. || 3,000 staff.")

    body = topic(article, article.sentences[-1])

    assert body is not None
    assert body.name == "Alder NHS Trust"


def test_a_sentence_after_one_about_several_bodies_speaks_of_several():
    article = annotated(f"{A} is small. || The three trusts agree. || They have 9,000 staff.")

    assert speaks_of_several(article, article.sentences[2])
    assert not speaks_of_several(article, article.sentences[1])
