"""Trusts: the NHS providers that an article names."""

from nhs_extract.facts.trusts import assemble
from tests.markup import annotated

MPFT = "Midlands Partnership NHS Foundation Trust"


def test_a_trust_is_one_fact_with_all_its_mentions():
    article = annotated(
        f"[{MPFT}](ORGANISATION@{MPFT}#RRE) was formed.\nThe chair of [MPFT](ORGANISATION@{MPFT}#RRE) agreed."
    )

    [trust] = assemble(article)

    assert (trust.name, trust.ods_code) == (MPFT, "RRE")
    assert [mention.text for mention in trust.mentions] == [MPFT, "MPFT"]
    assert trust.evidence.text == MPFT


def test_trusts_come_in_reading_order():
    article = annotated(
        "[B](ORGANISATION@B NHS Trust#RBB), [A](ORGANISATION@A NHS Trust#RAA) and "
        "[B again](ORGANISATION@B NHS Trust#RBB)"
    )

    assert [trust.ods_code for trust in assemble(article)] == ["RBB", "RAA"]


def test_bodies_that_are_no_providers_are_no_trusts():
    article = annotated(
        "[NHS England](ORGANISATION@NHS England), [the ICB](ORGANISATION@Dorset Integrated Care Board#QVV) "
        "and [the group](ORGANISATION@Bristol NHS Group) met at [Southmead](SITE)."
    )

    assert list(assemble(article)) == []


def test_predecessor_and_successor_of_one_code_are_two_trusts():
    article = annotated(
        "[Somerset Partnership](ORGANISATION@Somerset Partnership NHS Foundation Trust#RH5) became "
        "[Somerset](ORGANISATION@Somerset NHS Foundation Trust#RH5)."
    )

    assert [trust.name for trust in assemble(article)] == [
        "Somerset Partnership NHS Foundation Trust",
        "Somerset NHS Foundation Trust",
    ]


def test_a_mention_is_written_with_its_place_alone():
    [trust] = assemble(annotated(f"[MPFT](ORGANISATION@{MPFT}#RRE) agreed."))

    assert trust.model_dump(mode="json")["mentions"] == [{"start": 0, "end": 4, "text": "MPFT"}]
