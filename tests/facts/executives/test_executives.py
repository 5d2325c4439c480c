"""The facts themselves: their fields and their evidence."""

from nhs_extract.facts.executives import EXECUTIVES, Status, assemble
from tests.facts.executives.said import A
from tests.markup import annotated, with_patterns


def test_a_fact_has_title_role_and_the_words_that_prove_it():
    article = with_patterns(
        annotated(
            "[Dr](TITLE) [Amy Gray](PERSON=Amy Gray) [OBE](POST_NOMINAL), Acting Chief Nurse of "
            f"[Ashdown](ORGANISATION@{A}#RAA), said so."
        ),
        "roles",
        "executive_modifiers",
    )

    [fact] = assemble(article)

    assert (fact.person, fact.honorific, fact.role) == ("Amy Gray", "Dr", "nursing director")
    assert fact.role_as_printed == "Chief Nurse"
    assert fact.organisation is not None
    assert fact.organisation.ods_code == "RAA"
    assert fact.status is Status.INTERIM
    assert fact.evidence.text == "Dr Amy Gray OBE, Acting Chief Nurse of Ashdown"
    assert article.article.text[fact.evidence.start : fact.evidence.end] == fact.evidence.text
    assert fact.evidence.pattern == "executives.apposition"


def test_one_post_named_at_several_places_is_one_fact():
    article = with_patterns(
        annotated(
            f"[Amy Gray](PERSON=Amy Gray), chair of [Ashdown](ORGANISATION@{A}), spoke. || "
            "[Amy Gray](PERSON=Amy Gray), the chair, left early."
        ),
        "roles",
    )

    assert len(list(assemble(article))) == 1


def test_the_kind_has_one_name():
    assert EXECUTIVES.kind == "executives"
