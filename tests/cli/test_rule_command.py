from __future__ import annotations

import json

import pytest
from program_calls import Call

from roadmapkit import all_codes, explain_rule, list_rules
from roadmapkit.errors import ArgumentError


def test_a_rule_is_explained_by_its_code_in_any_case_and_by_its_name(call: Call) -> None:
    answer = call("rule", "typ001", "--lang", "en")
    assert (answer.code, answer.err) == (0, "")
    assert answer.out.startswith("TYP001 unbalanced-quotes – warning\n\nQuotation marks open and")
    assert "It finds: a quotation mark without its other half." in answer.out
    assert "# roadmapkit: ignore TYP001" in answer.out
    assert call("rule", "unbalanced-quotes", "--lang", "en").out == answer.out


def test_every_code_can_be_explained(call: Call) -> None:
    for code in all_codes():
        item = explain_rule(code.id)
        assert (item.name, item.severity) == (code.name, code.severity)
    assert len(list_rules()) == len(all_codes()) > 250


def test_a_check_that_is_no_rule_has_its_summary(call: Call) -> None:
    out = call("rule", "SRC012", "--lang", "en").out
    assert "No space after a colon or a dash" in out
    assert "It cannot be silenced" in out


def test_what_another_command_tells_is_said_to_be_so() -> None:
    silencing = {code: explain_rule(code).silencing for code in ("INS020", "DUE003", "DUE006")}
    assert silencing == {"INS020": "elsewhere", "DUE003": "any", "DUE006": "never"}
    assert explain_rule("ORD001").silencing == "any"


def test_what_can_be_mended_says_how(call: Call) -> None:
    assert "check --fix\n" in call("rule", "TYP004", "--lang", "en").out
    assert "--unsafe-fixes" in call("rule", "PAR011", "--lang", "en").out
    assert "by hand only" in call("rule", "TYP001", "--lang", "en").out


def test_without_a_code_all_are_listed_by_family(call: Call) -> None:
    lines = call("rule", "--lang", "en").out.splitlines()
    assert lines[0] == "SRC – Files and YAML"
    assert "TYP – Text" in lines
    listed = [line.split()[0] for line in lines if line.startswith("  ")]
    assert sorted(listed) == [code.id for code in all_codes()]


def test_a_rule_is_data_for_programs(call: Call) -> None:
    record = json.loads(call("rule", "TYP006", "--format", "json", "--lang", "en").out)
    assert record["fixable"] == "safe"
    assert record["is_rule"]
    assert record["why"][0].startswith("Printing puts most of them right")
    assert len(json.loads(call("rule", "--format", "json").out)) == len(all_codes())


@pytest.mark.parametrize(
    ("name", "near"), [("TYP0001", "TYP001"), ("unbalanced-quote", "unbalanced-quotes")]
)
def test_an_unknown_check_is_refused_with_the_nearest(call: Call, name: str, near: str) -> None:
    answer = call("rule", name, "--lang", "en")
    assert (answer.code, answer.out) == (2, "")
    assert near in answer.err


def test_a_name_of_several_checks_asks_for_the_code() -> None:
    names = [code.name for code in all_codes()]
    twice = next(name for name in names if names.count(name) > 1)
    with pytest.raises(ArgumentError, match="give the code"):
        explain_rule(twice)
