from nhs_extract.cli.tables import table_lines

COLUMNS = ("organisation", "evidence")
ROWS = [("Ashdown NHS Trust", "the words that say so, and they are rather many for one line of a terminal")]


def test_a_table_is_as_wide_as_it_needs_where_nothing_limits_it():
    head, rule, row = table_lines(COLUMNS, ROWS)

    assert head == "organisation       evidence"
    assert rule.startswith("─────────────────  ───")
    assert row == "  ".join(ROWS[0])


def test_long_cells_are_broken_to_fit():
    lines = list(table_lines(COLUMNS, ROWS, width=60))

    assert max(map(len, lines)) <= 60
    assert " ".join(line[19:] for line in lines[2:]) == ROWS[0][1]


def test_what_cannot_fit_side_by_side_becomes_a_block_for_each_row():
    columns = [f"column_{n}" for n in range(10)]

    lines = list(table_lines(columns, [["some words that are long"] * 10] * 2, width=60))

    assert lines[0].startswith("── 1 ─")
    assert lines[1] == "column_0  some words that are long"
    assert len(lines) == 22


def test_a_table_without_rows_has_its_head():
    assert list(table_lines(("a", "b"), [], width=20)) == ["a  b", "─  ─"]


def test_a_word_longer_than_the_terminal_is_broken_too():
    lines = list(table_lines(("word",), [["x" * 100]], width=40))

    assert max(map(len, lines)) <= 40
    assert "".join(lines[2:]) == "x" * 100
