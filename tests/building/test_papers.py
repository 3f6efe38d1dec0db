"""Papers: which files documents get, what they print, and which papers are refused."""

from __future__ import annotations

import io
from pathlib import Path
from textwrap import indent

import docx
import pytest
from docx.oxml.ns import qn
from openxml_audit import OpenXmlValidator

from golden_files import Golden
from roadmapkit import Workspace, build, check, pack, render, render_pack
from roadmapkit.errors import ArgumentError
from roadmapkit.resolve import paper_codes
from tiny_workspaces import PLAN, opened, order_text, view_of, with_code
from word_structure import structure_of

GOLDENS = Path(__file__).parent / "paper_goldens"

CLAUSES = """\
- approve: [plan, gruppa]
- assign: [direktora]
  text: провести ВПР
- control: за собой
"""
PAPERS = """\
approval:
  - caption: Проект внесен
    people: sokolov
executor: ryabinina
papers:
  copy:
    certify: sokolov
    kept: в Управлении образования в деле № 01-05
  approval:
    - people:
        - who: sokolov
          caption: Проект внесён
          date: 10.01.2024
    - people:
        - who: nachalnik
          date: 11.01.2024
          remark: Уточнить срок
        - direktora
        - who:
            post: Юрисконсульт
            person: Мохов Т.Т.
  acquaintance: true
  groups: true
  abbreviations: true
  publication:
    names: инициалы
"""
LETTER = """\
kind: letter
id: pismo
title: О направлении приказа
state: registered
issuer: upravlenie
date: 17.01.2024
number: 01-10/45
reply: {number: 12/3, date: 16.01.2024}
to: direktora
separate: true
salutation: true
purpose: для исполнения
attachments:
  - document: prikaz
    sheets: 3
  - plan
signatory: nachalnik
executor: ryabinina
"""
NAMES = ("копия", "лист-согласования", "лист-ознакомления", "состав-gruppa", "сокращения")


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return opened(tmp_path, PLAN, order_text(CLAUSES, PAPERS), LETTER)


def text(data: bytes) -> str:
    return structure_of(docx.Document(io.BytesIO(data)))


def plain_text(data: bytes) -> str:
    return text(data).replace("␣", " ")


def test_an_order_has_the_papers_that_it_asks_for(workspace: Workspace) -> None:
    names = sorted(Path(name).name for name in render(workspace, "prikaz"))
    assert names == sorted(
        [
            "prikaz.docx",
            "prikaz.приложение-1.docx",
            "prikaz.приложение-2.docx",
            "prikaz.публикация.docx",
            *(f"prikaz.{name}.docx" for name in NAMES),
        ]
    )


@pytest.mark.parametrize("name", [*NAMES, "публикация"])
def test_text_and_structure_of_papers_are_as_read(
    workspace: Workspace, golden: Golden, name: str
) -> None:
    files = render(workspace, "prikaz")
    golden.check(GOLDENS / f"prikaz.{name}.txt", text(files[f"roadmaps/prikaz.{name}.docx"]))


def test_text_and_structure_of_a_letter_are_as_read(workspace: Workspace, golden: Golden) -> None:
    files = render(workspace, "pismo")
    assert sorted(files) == ["roadmaps/pismo.direktor-1.docx", "roadmaps/pismo.direktor-2.docx"]
    golden.check(GOLDENS / "pismo.txt", text(files["roadmaps/pismo.direktor-2.docx"]))


def test_papers_are_valid_for_an_independent_validator(
    workspace: Workspace, tmp_path: Path
) -> None:
    files = {**render(workspace, "prikaz"), **render(workspace, "pismo")}
    assert len(files) == 11
    for data in files.values():
        path = tmp_path / "document.docx"
        path.write_bytes(data)
        assert [str(error) for error in OpenXmlValidator().validate(path).errors] == []


def test_bytes_of_papers_are_the_same_wherever_the_workspace_lies(tmp_path: Path) -> None:
    made = [
        render(opened(tmp_path / name, PLAN, order_text(CLAUSES, PAPERS)), "prikaz")
        for name in ("a", "b")
    ]
    assert made[0] == made[1]


def test_papers_do_not_change_what_was_signed(tmp_path: Path) -> None:
    signed = render(opened(tmp_path / "a", PLAN, order_text(CLAUSES)), "prikaz")
    asking = order_text(CLAUSES, "papers:\n  copy: true\n  publication: true\n")
    papered = render(opened(tmp_path / "b", PLAN, asking), "prikaz")
    name = "roadmaps/prikaz.docx"
    assert text(signed[name]) == text(papered[name])


# -- copies and publication ---------------------------------------------------------------------


def test_a_draft_has_no_copy_and_is_built(tmp_path: Path) -> None:
    draft = "kind: order\nid: proekt\ntitle: О школах\npapers:\n  copy: true\n"
    workspace = opened(tmp_path, draft)
    result = build(workspace)
    assert [file.path.name for file in result.written] == ["proekt.docx"]
    assert [item.code for item in result.diagnostics if item.code.startswith("PAP")] == ["PAP001"]


def test_a_copy_of_a_draft_that_is_asked_for_by_hand_is_refused(tmp_path: Path) -> None:
    workspace = opened(tmp_path, "kind: order\nid: proekt\ntitle: О школах\n")
    with pytest.raises(ArgumentError, match="is a draft"):
        build(workspace, ["proekt"], papers=["copy"])


@pytest.mark.parametrize("paper", ["copy", "groups", "approval"])
def test_a_paper_that_a_plan_cannot_have_is_refused(tmp_path: Path, paper: str) -> None:
    workspace = opened(tmp_path, PLAN)
    with pytest.raises(ArgumentError, match=f"'plan' cannot have the paper '{paper}'"):
        build(workspace, ["plan"], papers=[paper])


def test_an_unknown_paper_is_refused_with_those_there_are(tmp_path: Path) -> None:
    with pytest.raises(ArgumentError, match="publication"):
        build(opened(tmp_path, PLAN), papers=["kopiya"])


def test_papers_of_the_settings_are_made_where_they_can_be(tmp_path: Path) -> None:
    settings = "kind: settings\noutputs:\n  papers:\n    copy: sokolov\n    publication: true\n"
    order = order_text("- text: Провести сверку\n")
    draft = "kind: order\nid: proekt\ntitle: О школах\npapers:\n  publication: false\n"
    result = build(opened(tmp_path, PLAN, order, draft, roadmapkit=settings))
    assert [item for item in result.diagnostics if item.code.startswith("PAP")] == []
    assert sorted(file.path.name for file in result.written) == [
        "plan.docx",
        "plan.публикация.docx",
        "prikaz.docx",
        "prikaz.копия.docx",
        "prikaz.публикация.docx",
        "proekt.docx",
    ]


def test_a_publication_leaves_out_visas_executor_phone_and_compilers(workspace: Workspace) -> None:
    files = render(workspace, "prikaz")
    whole = plain_text(files["roadmaps/prikaz.docx"])
    published = plain_text(files["roadmaps/prikaz.публикация.docx"])
    for secret in ("Проект внесен", "2-15-30"):
        assert secret in whole
        assert secret not in published
    assert "Рябинина Вера Павловна" in whole
    assert "Рябинина Вера Павловна" not in published
    assert "В.П. Рябинина" in published


# -- approval -----------------------------------------------------------------------------------


def sheet_of(count: int) -> str:
    people = "".join(
        f"- who: {{post: Эксперт {n}, person: И.О. Школьников}}\n" for n in range(count)
    )
    return f"papers:\n  approval:\n    people:\n{indent(people, '      ')}"


def test_sixty_signatories_repeat_the_heading_and_split_no_row(tmp_path: Path) -> None:
    workspace = opened(tmp_path, order_text("- text: Провести сверку\n", sheet_of(60)))
    data = render(workspace, "prikaz")["roadmaps/prikaz.лист-согласования.docx"]
    (table,) = docx.Document(io.BytesIO(data)).tables
    rows = table._tbl.tr_lst
    assert len(rows) == 61
    assert rows[0].find(f".//{qn('w:tblHeader')}") is not None
    assert all(row.find(f".//{qn('w:cantSplit')}") is not None for row in rows)


def test_an_official_has_name_and_post_of_the_day_of_his_approval(tmp_path: Path) -> None:
    directory = """\
kind: directory
people:
  - {id: staraya, name: Ким Анна Львовна}
  - {id: novaya, name: Ли Вера Олеговна}
posts:
  - id: zam
    title: заместитель начальника
    appointments:
      - {person: staraya, from: 2020-01-01, to: 2024-01-10}
      - {person: novaya, from: 2024-01-11}
"""
    papers = """\
papers:
  approval:
    - people: [{who: zam, date: 10.01.2024}]
    - people: [{who: zam, date: 12.01.2024}]
"""
    header = f"issuer: Управление\nsignatory: {{post: Начальник, person: В.П. Зуев}}\n{papers}"
    workspace = opened(tmp_path, order_text("- text: Сверить\n", header), directory=directory)
    view = view_of(workspace, "prikaz", file="согласования")
    table = view.sheets[0].parts[0].table
    assert table is not None
    names = [row.cells[1].lines[-1] for row in table.rows if row.kind == "data"]
    assert [name.replace("\u00a0", " ") for name in names] == ["А.Л. Ким", "В.О. Ли"]


def test_an_unknown_official_is_told_at_his_line(tmp_path: Path) -> None:
    papers = "papers:\n  approval:\n    people:\n      - sokolv\n"
    workspace = opened(tmp_path, order_text("- text: Сверить\n", papers))
    (found,) = [item for item in check(workspace).diagnostics if "sokolv" in str(item.message)]
    assert found.severity.name == "ERROR"


def test_the_approval_block_of_an_order_becomes_a_sheet_to_be_signed(tmp_path: Path) -> None:
    header = (
        "approval:\n  - {caption: 'Проект внесен:', people: sokolov}\n"
        "  - {caption: Согласовано, people: [gusev, lapina]}\npapers: {approval: true}\n"
    )
    workspace = opened(tmp_path, order_text("- text: Сверить\n", header))
    table = view_of(workspace, "prikaz", file="согласования").sheets[0].parts[0].table
    assert table is not None
    captions = [row.cells[2].lines[0] for row in table.rows]
    assert captions == ["Проект внесен", "Согласовано", "Согласовано"]


def test_a_plan_without_approvers_is_told_that_it_has_none(tmp_path: Path) -> None:
    workspace = opened(tmp_path, f"{PLAN}papers:\n  approval: true\n")
    assert len(with_code(workspace, paper_codes.NO_SUCH_PAPER)) == 1


# -- acquaintance and letters -------------------------------------------------------------------


def test_everybody_whom_an_order_names_signs_that_he_has_read_it(workspace: Workspace) -> None:
    data = render(workspace, "prikaz")["roadmaps/prikaz.лист-ознакомления.docx"]
    read = plain_text(data)
    for name in ("Гусев Пётр", "Лапина Дарья", "Рябинина Вера", "Соколов Игорь"):
        assert read.count(name) == 1


def test_a_pack_brings_the_letter_to_its_party(workspace: Workspace) -> None:
    files = render_pack(workspace, "prikaz", "direktora", letter="pismo")
    letters = {name: data for name, data in files.items() if name.endswith(".письмо.docx")}
    assert list(letters) == [
        "packs/prikaz/direktora/direktor-1/pismo.письмо.docx",
        "packs/prikaz/direktora/direktor-2/pismo.письмо.docx",
    ]
    first, second = map(plain_text, letters.values())
    assert "Гусеву П.И." in first
    assert "Лапиной" not in first
    assert "Лапиной Д.О." in second


def test_a_pack_refuses_what_is_no_letter(workspace: Workspace) -> None:
    with pytest.raises(ArgumentError, match="is no letter"):
        pack(workspace, "prikaz", "gusev", letter="plan")
