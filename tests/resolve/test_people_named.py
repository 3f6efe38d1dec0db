"""What is named outside the cells of a plan: ids, written forms, words, and slips in ids."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmapkit.diagnostics import Diagnostic, Severity
from roadmapkit.model.directory import Directory
from roadmapkit.resolve import DirectoryIndex
from roadmapkit.resolve.document_codes import EMPTY_POST, UNKNOWN_ID, WRONG_KIND
from roadmapkit.resolve.named import looks_like_id
from roadmapkit.resolve.party_codes import AMBIGUOUS_PARTY, UNKNOWN_PARTY
from tiny_workspaces import (
    only,
    opened,
    order_text,
    plan_text,
    prepared,
    source_at,
    with_code,
)

DIRECTORY = """\
kind: directory
organizations:
  - {id: управа, name: Управление образования города Ольховска, short: Управление образования}
  - {id: школа-1, name: школа № 1 города Ольховска, short: школа № 1}
  - {id: школа-2, name: школа № 2 города Ольховска, short: школа № 2}
people:
  - {id: рябинина, name: Рябинина Вера Павловна}
  - {id: гусев, name: Гусев Пётр Ильич}
posts:
  - {id: нач, title: начальник, organization: управа, appointments: [{person: рябинина}]}
  - {id: дир-1, title: директор, organization: школа-1, appointments: [{person: гусев}]}
  - {id: дир-2, title: директор, organization: школа-2}
abbreviations:
  - {short: цро, full: центр развития образования}
"""
NO_ENTRIES = "kind: directory\n"


def findings(
    folder: Path, clauses: str = "", header: str = "", directory: str = DIRECTORY
) -> list[Diagnostic]:
    """Return the errors and warnings about an order."""
    given_keys = {line.partition(":")[0] for line in header.splitlines()}
    usual = [
        f"{key}: {value}"
        for key, value in {"issuer": "управа", "signatory": "нач"}.items()
        if key not in given_keys
    ]
    text = order_text(clauses, "\n".join([header, *usual]))
    workspace = opened(folder, text, directory=directory)
    return [item for item in prepared(workspace).diagnostics if item.severity is not Severity.INFO]


def codes(found: list[Diagnostic]) -> list[str]:
    return [item.code for item in found]


# -- slips in ids ------------------------------------------------------------------------------

FIELDS = [
    ("", "signatory: {}"),
    ("", "signatory: {{person: {}}}"),
    ("", "signatory: {{post: {}}}"),
    ("", "approval: [{{caption: Согласовано, people: {}}}]"),
    ("", "issuer: {}"),
    ("", "executor: {}"),
    ("", "executor: {{person: {}}}"),
    ("- control: {}", ""),
    ("- {{appoint: {}, as: координатор}}", ""),
    ("- {{assign: {}, text: подготовить отчёт}}", ""),
    ("- {{assign: [{{to: {}}}], text: подготовить отчёт}}", ""),
    ("- {{publish: на сайте, responsible: {}}}", ""),
    ("- {{repeal: [{{issuer: {}, date: 01.02.2023, number: 5}}]}}", ""),
    ("- {{text: Собрать заявки, due: [{{when: март 2024 г., for: [{}]}}]}}", ""),
]


@pytest.mark.parametrize(("clause", "header"), FIELDS)
def test_slip_in_an_id_is_an_error_in_every_field(tmp_path: Path, clause: str, header: str) -> None:
    found = findings(tmp_path, clause.format("head-99"), header.format("head-99"))
    assert codes(found) == [UNKNOWN_ID.id]
    assert found[0].severity is Severity.ERROR
    assert str(found[0].message) == "The directory has no entry 'head-99'"
    assert found[0].documents == ("prikaz",)


def test_slip_in_the_term_of_an_activity_is_an_error_where_it_stands(tmp_path: Path) -> None:
    plan = plan_text("- {title: А, due: [{when: март 2024 г., for: [школа-1, школа-99]}]}")
    workspace = opened(tmp_path, plan, directory=DIRECTORY)
    finding = only(workspace, UNKNOWN_ID)
    assert source_at(workspace, finding) == "школа-99"
    assert "школа-1" in str(finding.hint)


@pytest.mark.parametrize(
    ("written", "nearest"), [("начч", "нач"), ("Школа-9", "школа-"), ("рябининв", "рябинина")]
)
def test_nearest_entries_are_named(tmp_path: Path, written: str, nearest: str) -> None:
    (finding,) = findings(tmp_path, f"- {{assign: {written}, text: подготовить отчёт}}")
    assert finding.code == UNKNOWN_ID.id
    assert nearest in str(finding.hint)


@pytest.mark.parametrize("written", ["управа", "школа-1"])
def test_body_does_not_sign(tmp_path: Path, written: str) -> None:
    (finding,) = findings(tmp_path, header=f"signatory: {written}")
    assert (finding.code, str(finding.hint)) == (WRONG_KIND.id, "Name a person here")


def test_person_does_not_issue_acts(tmp_path: Path) -> None:
    (finding,) = findings(tmp_path, header="issuer: гусев")
    assert str(finding.message) == "'гусев' is a person"
    assert str(finding.hint) == "Name an organisation here"


@pytest.mark.parametrize(
    "written",
    [
        "директорам",
        "завуч",
        "ИМЦ",
        "СОШ-2",
        "IT-CUBE",
        "Кванториум",
        "Quantorium",
        "Гусева",
        "методист-консультант",
        "15",
        "цро",
        "МБОУ СОШ № 15",
        "школа № 99",
    ],
)
def test_word_is_no_slip(tmp_path: Path, written: str) -> None:
    found = findings(tmp_path, f"- {{assign: ['{written}'], text: подготовить отчёт}}")
    assert UNKNOWN_ID.id not in codes(found)


@given(st.text(alphabet="абвгдеёжзиклмнопрстуфхцчшщыьэюя№ «».,A-", min_size=1))
def test_text_of_several_words_is_never_a_slip(text: str) -> None:
    index = DirectoryIndex([(Directory.model_validate({"kind": "directory"}), None)])
    assert not looks_like_id(f"отдел {text} школ", index)


# -- officials whom the directory does not know ------------------------------------------------

OFFICIAL_FIELDS = [FIELDS[0], FIELDS[1], FIELDS[3], FIELDS[7], FIELDS[8]]


@pytest.mark.parametrize(("clause", "header"), OFFICIAL_FIELDS)
@pytest.mark.parametrize("written", ["Лисицына О.Д.", "Глава района"])
def test_unknown_official_is_a_warning(
    tmp_path: Path, clause: str, header: str, written: str
) -> None:
    found = findings(tmp_path, clause.format(written), header.format(written))
    assert [(item.code, item.severity) for item in found] == [(UNKNOWN_PARTY.id, Severity.WARNING)]
    assert repr(written) in str(found[0].message)
    assert found[0].documents == ("prikaz",)


def test_misspelt_surname_brings_the_right_one(tmp_path: Path) -> None:
    (finding,) = findings(tmp_path, "- control: Рябинена В.П.")
    assert str(finding.hint) == "The nearest entries are: Рябинина В.П."


def test_post_that_two_have_is_ambiguous(tmp_path: Path) -> None:
    assert codes(findings(tmp_path, "- control: директор")) == [AMBIGUOUS_PARTY.id]


@pytest.mark.parametrize(
    "signatory",
    [
        "Глава района Лисицын О.Д.",
        "{person: Лисицына О.Д., post: Глава района}",
        "{post: Глава района}",
        "Рябинина В.П.",
        "начальник Управления образования",
        "Начальник управления образования Рябинина В.П.",
    ],
)
def test_official_given_in_full_or_known_is_silent(tmp_path: Path, signatory: str) -> None:
    assert findings(tmp_path, header=f"signatory: {signatory}") == []


@pytest.mark.parametrize("written", ["за собой", "за собой.", "За собой;", "оставляю за собой"])
def test_control_of_ones_own_names_nobody(tmp_path: Path, written: str) -> None:
    assert findings(tmp_path, f"- control: {written}") == []


@pytest.mark.parametrize("directory", ["", NO_ENTRIES, DIRECTORY.partition("people:")[0]])
def test_without_people_in_the_directory_words_are_silent(tmp_path: Path, directory: str) -> None:
    header = "issuer: Управление образования\nsignatory: Глава района"
    assert findings(tmp_path, "- control: Лисицына О.Д.", header, directory) == []


def test_slip_needs_no_directory(tmp_path: Path) -> None:
    header = "issuer: Управление образования\nsignatory: head"
    assert codes(findings(tmp_path, header=header, directory="")) == [UNKNOWN_ID.id]


# -- vacant posts ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("clause", "header"),
    [*OFFICIAL_FIELDS, FIELDS[5], ("- {{assign: [{{to: {}, name: true}}]}}", "")],
)
@pytest.mark.parametrize("written", ["дир-2", "директор школы № 2"])
def test_vacant_post_is_reported_where_a_name_is_printed(
    tmp_path: Path, clause: str, header: str, written: str
) -> None:
    found = findings(tmp_path, clause.format(written), header.format(written))
    assert codes(found) == [EMPTY_POST.id]


def test_vacant_post_may_be_addressed_without_a_name(tmp_path: Path) -> None:
    assert findings(tmp_path, "- {assign: дир-2, text: подготовить отчёт}") == []


def test_no_finding_about_acts_that_name_known_parties(tmp_path: Path) -> None:
    clauses = """\
- control: нач
- {appoint: гусев, as: координатор, due: до 1 марта 2024 г.}
- {assign: [дир-1, школа-2, управа], text: подготовить отчёт}
- {text: Собрать заявки, due: [{when: март 2024 г., for: [школа-1, школа № 2]}]}
"""
    workspace = opened(
        tmp_path, order_text(clauses, "issuer: управа\nsignatory: нач"), directory=DIRECTORY
    )
    for code in (UNKNOWN_ID, WRONG_KIND, UNKNOWN_PARTY, AMBIGUOUS_PARTY, EMPTY_POST):
        assert with_code(workspace, code) == []
