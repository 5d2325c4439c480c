"""Views: the tables as a researcher wants to see them."""

from collections.abc import Iterator

from nhs_extract.models import Value
from nhs_extract.store.schema import ChildTable, FactTable, Schema, Table

_BESIDE_THE_VALUE = ("organisation", "ods_code", "linked_by", "score")
_AS_PRINTED = "_as_printed"


class View(Value):
    """One view: ``columns`` are pairs of name and comment, ``select`` gives them in this order."""

    name: str
    comment: str
    columns: tuple[tuple[str, str], ...]
    select: str


def views(schema: Schema) -> tuple[View, ...]:
    """The views for a schema; ``mergers`` only where it has arrangements."""
    found = [_facts(schema)] if schema.facts else []
    names = {table.name for table in schema.tables}
    if {"arrangements", "arrangement_parties"} <= names:
        found.append(_MERGERS)
    return tuple(found)


def _facts(schema: Schema) -> View:
    selects = "\n    UNION ALL\n".join(_one_kind(table) for table in schema.facts)
    return View(
        name="facts",
        comment="Every fact of every kind in one long table.",
        columns=(
            ("article_id", "Article: digest of its source and its bytes"),
            ("source", "Path or address that the article was read from"),
            ("title", "Headline"),
            ("published", "Date of publication"),
            ("kind", "Kind of fact: the name of its own table"),
            ("organisation", "Official name at the article's date, else the name as printed"),
            ("ods_code", "Code in the register, null where it has none"),
            ("value", "What the fact says, its parts with · between them"),
            ("evidence", "The words, exactly as they stand in the article"),
            ("evidence_start", "First character of the evidence in the article's text"),
            ("evidence_end", "Character after the evidence in the article's text"),
            ("evidence_pattern", "Pattern or rule that found them"),
            ("fact_id", "Fact: digest of its article, its kind and what it says"),
        ),
        select=(
            "SELECT article_id, articles.source, articles.title, articles.published, kind,\n"
            "       organisation, ods_code, value,\n"
            "       evidence, evidence_start, evidence_end, evidence_pattern, fact_id\n"
            f"FROM (\n{selects}\n) JOIN articles USING (article_id)"
        ),
    )


def _one_kind(table: FactTable) -> str:
    organisation, code = _organisation(table)
    return (
        f"    SELECT article_id, '{table.name}' AS kind,\n"
        f"           {organisation} AS organisation, {code} AS ods_code,\n"
        f"           nullif(concat_ws(' · ', {', '.join(_values(table)) or 'NULL'}), '') AS value,\n"
        "           evidence, evidence_start, evidence_end, evidence_pattern, fact_id\n"
        f'    FROM "{table.name}" AS fact'
    )


def _organisation(table: Table) -> tuple[str, str]:
    """The two columns that say whom a fact is about."""
    if table.has("organisation", "ods_code"):
        return "organisation", "ods_code"
    if table.has("name", "ods_code"):
        return "name", "ods_code"
    if table.has("result", "result_ods_code"):
        return "result", "result_ods_code"
    return "NULL", "NULL"


def _values(table: FactTable) -> Iterator[str]:
    """SQL for each part of what a fact says, in the order of its fields."""
    organisation, code = _organisation(table)
    for column in table.columns:
        name = column.name
        if not column.path or column.path[0] == "evidence" or name in (organisation, code):
            continue
        if name in _BESIDE_THE_VALUE or name.endswith(_AS_PRINTED):
            continue
        if name == "low" and table.has("high"):
            yield "CASE WHEN low = high THEN CAST(low AS VARCHAR) ELSE concat_ws(' to ', low, high) END"
        elif column.sql_type.endswith("[]"):
            yield f"nullif(array_to_string(\"{name}\", '; '), '')"
        elif name != "high" or not table.has("low"):
            yield f'CAST("{name}" AS VARCHAR)'
    for child in table.children:
        yield _joined(child)


def _joined(child: ChildTable) -> str:
    label = next(column.name for column in child.columns if column.path and column.sql_type == "VARCHAR")
    return (
        "(SELECT string_agg(label, '; ' ORDER BY first) FROM (\n"
        f'                SELECT "{label}" AS label, min(position) AS first FROM "{child.name}" AS part\n'
        "                WHERE part.fact_id = fact.fact_id GROUP BY label))"
    )


_MERGERS = View(
    name="mergers",
    comment="One row for each merger or acquisition that an article reports, its parties side by side.",
    columns=(
        ("published", "Date of publication"),
        ("type", "merger or acquisition"),
        ("status", "How far it is; one of: proposed, approved, completed, abandoned, ruled_out"),
        ("party_1", "First party; the acquirer in an acquisition"),
        ("party_2", "Second party"),
        ("further_parties", "All other parties with ; between them, null if there are two"),
        ("result", "The organisation that comes out, null where the article does not name it"),
        ("effective", "When it takes or took effect: a date, month or year"),
        ("evidence", "The words, exactly as they stand in the article"),
        ("title", "Headline"),
        ("source", "Path or address that the article was read from"),
        ("party_1_ods_code", "Code of the first party in the register, null where it has none"),
        ("party_2_ods_code", "Code of the second party in the register, null where it has none"),
        ("result_ods_code", "Code of the result in the register, null where it has none"),
        ("article_id", "Article: digest of its source and its bytes"),
        ("fact_id", "Fact: the row of the table arrangements"),
    ),
    select="""SELECT articles.published, type, status,
       parties[1] AS party_1, parties[2] AS party_2,
       nullif(array_to_string(parties[3:], '; '), '') AS further_parties,
       result, effective, evidence, articles.title, articles.source,
       codes[1] AS party_1_ods_code, codes[2] AS party_2_ods_code, result_ods_code, article_id, fact_id
FROM arrangements
JOIN articles USING (article_id)
LEFT JOIN (
    SELECT fact_id, list(name ORDER BY position) AS parties, list(ods_code ORDER BY position) AS codes
    FROM arrangement_parties
    GROUP BY fact_id
) USING (fact_id)
WHERE type IN ('merger', 'acquisition')
ORDER BY articles.published, articles.source, evidence_start""",
)
