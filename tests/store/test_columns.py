from datetime import date

import pytest

from nhs_extract.models import Value
from nhs_extract.store.columns import children, columns
from tests.store.samples import A, Arrangement, Award, Printed, Turnover, turnover


def named(model: type[Value]) -> dict[str, str]:
    return {column.name: column.sql_type for column in columns(model)}


def test_an_organisation_becomes_its_name_and_its_code():
    assert {"organisation": "VARCHAR", "ods_code": "VARCHAR"}.items() <= named(Turnover).items()


def test_a_result_becomes_a_name_and_a_code_with_its_own_name():
    assert {"result": "VARCHAR", "result_ods_code": "VARCHAR"}.items() <= named(Arrangement).items()


def test_evidence_becomes_its_words_and_where_they_stand():
    found = [name for name in named(Turnover) if name.startswith("evidence")]

    assert found == ["evidence", "evidence_start", "evidence_end", "evidence_pattern"]


def test_a_date_is_a_date_and_a_number_a_number():
    assert named(Turnover)["paid_on"] == "DATE"
    assert named(Turnover)["low"] == "BIGINT"


def test_several_words_are_one_list():
    assert named(Award)["sums"] == "VARCHAR[]"


def test_a_closed_set_of_words_is_listed_in_the_comment():
    [currency] = [column for column in columns(Turnover) if column.name == "currency"]

    assert currency.comment == "Money it is given in; one of: pound, euro"


def test_what_may_be_null_is_not_required():
    required = {column.name: column.required for column in columns(Turnover)}

    assert required["low"]
    assert not required["paid_on"]
    assert not required["organisation"]


def test_a_cell_of_a_missing_organisation_is_null():
    cells = {column.name: column.cell(turnover(organisation=None)) for column in columns(Turnover)}

    assert cells["organisation"] is None
    assert cells["ods_code"] is None


def test_a_cell_holds_the_plain_value():
    cells = {column.name: column.cell(turnover(paid_on=date(2020, 1, 2))) for column in columns(Turnover)}

    assert cells["organisation"] == A.name
    assert cells["currency"] == "pound"
    assert type(cells["currency"]) is str
    assert cells["paid_on"] == date(2020, 1, 2)


def test_parties_get_a_table_that_names_the_kind_too():
    assert [child.table for child in children(Arrangement)] == ["arrangement_parties"]


def test_a_field_with_a_model_of_its_own_gets_a_table_of_its_name():
    assert [child.table for child in children(Award)] == ["sightings"]


def test_a_name_that_sql_keeps_for_itself_says_so():
    explanations = {column.name: column.explanation for column in columns(Award) + columns(Printed)}

    assert [name for name, said in explanations.items() if "in SQL written as" in said] == ["end"]


def test_a_type_without_a_column_is_named():
    class Odd(Value):
        shape: complex

    with pytest.raises(TypeError, match=r"Odd\.shape"):
        columns(Odd)
