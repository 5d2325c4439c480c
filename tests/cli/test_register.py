import json

from tests.cli.conftest import Run

NAME = "Midlands Partnership NHS Foundation Trust"


def test_a_name_is_shown_with_its_code_and_how_it_was_matched(run: Run):
    code, out, _ = run("register", "lookup", NAME, "--on", "2020-06-01")

    [head, *rows] = out.splitlines()
    [chosen] = [row for row in rows if "→" in row]
    assert code == 0
    assert head == f"{NAME} on 2020-06-01"
    assert "RRE" in chosen
    assert "exact" in chosen


def test_json_is_one_line_for_each_name(run: Run):
    out = run("register", "lookup", NAME, "Nowhere at all", "--on", "2020-06-01", "--format", "json").out

    known, unknown = map(json.loads, out.splitlines())
    assert list(known) == ["query", "on", "link", "candidates"]
    assert (known["query"], known["on"]) == (NAME, "2020-06-01")
    assert set(known["link"]) == {"ods_code", "name", "kind", "linked_by", "score"}
    assert (known["link"]["ods_code"], known["link"]["name"]) == ("RRE", NAME)
    assert known["candidates"][0] == known["link"]
    assert (unknown["query"], unknown["link"]) == ("Nowhere at all", None)


def test_names_may_come_from_standard_input(run: Run):
    out = run("register", "lookup", "-", "--format", "json", stdin=f"{NAME}\n\n  MPFT \n").out

    assert [json.loads(line)["query"] for line in out.splitlines()] == [NAME, "MPFT"]


def test_a_name_that_nothing_resembles_says_so(run: Run):
    assert run("register", "lookup", "Xyzzy").out.splitlines() == ["Xyzzy", "  no candidate"]


def test_a_day_that_is_none_is_a_wrong_call(run: Run):
    assert run("register", "lookup", NAME, "--on", "31/12/2020").code == 2
