from nhs_extract.facts.reading import Qualifier
from nhs_extract.facts.staff_counts import Unit, assemble
from tests.markup import annotated

A = "Amber Valley NHS Trust"
B = "Bright Coast NHS Foundation Trust"


def test_a_number_of_staff_is_the_workforce_of_the_subject():
    article = annotated(f"[A](ORGANISATION@{A}#RAA) has [[some 8,500](number) staff](QUANTITY=staff).")

    [count] = assemble(article)

    assert count.organisation is not None
    assert (count.organisation.name, count.organisation.ods_code) == (A, "RAA")
    assert (count.low, count.high, count.qualifier) == (8_500, 8_500, Qualifier.ABOUT)
    assert count.unit is Unit.HEADCOUNT
    assert count.evidence.text == "some 8,500 staff"


def test_people_are_a_workforce_only_where_a_cue_says_so():
    marked = "[A](ORGANISATION@A NHS Trust) {}[[9,000](number) people](QUANTITY=people) in May."

    [count] = assemble(annotated(marked.format("[employs](STAFF_CUE=employs) ")))

    assert count.evidence.text == "employs 9,000 people"
    assert list(assemble(annotated(marked.format("wrote to ")))) == []


def test_words_after_the_number_make_it_a_workforce_too():
    article = annotated(
        "[4,000 people](QUANTITY=people) will be [on the payroll](STAFF_TAIL).\n"
        f"[A](ORGANISATION@{A}) agreed."
    )

    [count] = assemble(article)

    assert count.evidence.text == "4,000 people will be on the payroll"


def test_a_veto_takes_a_number_away_unless_the_staff_are_said_to_be_all():
    lost = annotated(f"[A](ORGANISATION@{A}) will [lose](STAFF_VETO) [1,500 staff](QUANTITY=staff).")
    moved = annotated(
        f"[A](ORGANISATION@{A}): [1,500 staff](QUANTITY=staff) [will transfer](STAFF_VETO_AFTER)."
    )
    whole = annotated(
        f"[A](ORGANISATION@{A}) said [its](REFERENCE=it@{A}) [1,500 staff](QUANTITY=staff) "
        "[will transfer](STAFF_VETO_AFTER)."
    )

    assert list(assemble(lost)) == []
    assert list(assemble(moved)) == []
    assert [count.low for count in assemble(whole)] == [1_500]


def test_a_small_number_of_staff_needs_an_owner_or_a_verb():
    stated = annotated(f"[A](ORGANISATION@{A}) has [120 staff](QUANTITY=staff).")
    passing = annotated(f"[A](ORGANISATION@{A}) spoke of [120 staff](QUANTITY=staff).")

    assert [count.low for count in assemble(stated)] == [120]
    assert list(assemble(passing)) == []


def test_a_bare_number_after_another_body_takes_its_noun_from_the_number_before():
    article = annotated(
        f"[A](ORGANISATION@{A}) has [3,000 staff](QUANTITY=staff) "
        f"and [B](ORGANISATION@{B}) [5,000](QUANTITY=bare)."
    )

    assert [(count.organisation.name, count.low) for count in assemble(article) if count.organisation] == [
        (A, 3_000),
        (B, 5_000),
    ]


def test_the_body_named_right_after_the_number_owns_it():
    article = annotated(
        f"[A](ORGANISATION@{A}) met one of the [4,100 people](QUANTITY=people) "
        f"[employed by](STAFF_TAIL) [B](ORGANISATION@{B})."
    )

    [count] = assemble(article)

    assert count.organisation is not None
    assert count.organisation.name == B


def test_the_staff_of_several_bodies_belong_to_the_group_or_to_nobody():
    both = "[The two trusts](REFERENCE=2@" + f"{A};{B}) have [9,000 staff](QUANTITY=staff)."

    [unnamed] = assemble(annotated(f"[A](ORGANISATION@{A}) agreed.\n{both}"))
    [named] = assemble(
        annotated(f"[A](ORGANISATION@{A}) joins [the group](REFERENCE=group@Coastal NHS Group).\n{both}")
    )

    assert unnamed.organisation is None
    assert named.organisation is not None
    assert named.organisation.name == "Coastal NHS Group"


def test_the_staff_of_a_company_are_not_counted():
    article = annotated(
        f"[A](ORGANISATION@{A}) hired a [company](OTHER_EMPLOYER) with [50,000 staff](QUANTITY=staff)."
    )

    assert list(assemble(article)) == []


def test_an_article_that_names_no_nhs_body_has_no_staff_counts():
    article = annotated("[The new trust](REFERENCE=new) has [9,000 staff](QUANTITY=staff).")

    assert list(assemble(article)) == []


def test_a_value_that_is_repeated_for_a_body_is_one_entry():
    article = annotated(
        f"[A](ORGANISATION@{A}) has [more than 4,000 staff](QUANTITY=staff).\n"
        f"[A](ORGANISATION@{A}) has [4,000 staff](QUANTITY=staff), "
        f"[B](ORGANISATION@{B}) [4,000](QUANTITY=bare)."
    )

    assert [count.organisation.name for count in assemble(article) if count.organisation] == [A, B]


def test_the_text_decides_where_the_headline_gives_another_number():
    article = annotated(
        f"# [A](ORGANISATION@{A}) with [9,000 staff](QUANTITY=staff)\n"
        f"[A](ORGANISATION@{A}) has [8,700 staff](QUANTITY=staff)."
    )

    assert [count.low for count in assemble(article)] == [8_700]


def test_whole_time_equivalents_are_marked_as_such():
    article = annotated(f"[A](ORGANISATION@{A}) has [2,650 whole-time equivalents](QUANTITY=staff).")

    assert [count.unit for count in assemble(article)] == [Unit.WTE]


def test_a_year_and_an_unreadable_range_count_nobody():
    article = annotated(
        f"[A](ORGANISATION@{A}) has [[2019](number) staff](QUANTITY=staff) and "
        "[[between 9,000 and 8,000](number) staff](QUANTITY=staff)."
    )

    assert list(assemble(article)) == []


def test_a_table_gives_each_body_its_number():
    article = annotated(
        f"Party | [Staff](COUNT_LABEL=staff)\n"
        f"[A](ORGANISATION@{A}) | [over 13,000](QUANTITY=bare)\n"
        f"[B](ORGANISATION@{B}) | [6,500](QUANTITY=bare)"
    )

    assert [(count.organisation.name, count.low) for count in assemble(article) if count.organisation] == [
        (A, 13_000),
        (B, 6_500),
    ]


def test_a_row_gives_each_column_its_number_though_the_corner_is_empty():
    article = annotated(
        f"[A](ORGANISATION@{A}): [B](ORGANISATION@{B})\n"
        "[People employed](COUNT_LABEL=staff) | [about 1,500](QUANTITY=bare) | [5,000](QUANTITY=bare)"
    )

    assert [(count.organisation.name, count.low) for count in assemble(article) if count.organisation] == [
        (A, 1_500),
        (B, 5_000),
    ]


def test_a_line_of_a_fact_box_has_its_label_above_or_below():
    above = f"[A](ORGANISATION@{A})\n[Workforce](COUNT_LABEL=staff)\n[19,000-plus](QUANTITY=bare)"
    below = f"[A](ORGANISATION@{A})\n[19,000-plus](QUANTITY=bare)\n[staff](COUNT_LABEL=staff)"

    for marked in (above, below):
        assert [count.low for count in assemble(annotated(marked))] == [19_000]
