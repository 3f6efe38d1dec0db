"""Packs: which files a party gets, that they are valid, traced and the same each time."""

from __future__ import annotations

import io
import re
from datetime import date
from pathlib import Path

import docx
import pytest
from openxml_audit import OpenXmlValidator

from golden_files import Golden
from roadmapkit import (
    Workspace,
    accept_forms,
    due,
    export_calendar,
    forms,
    open_workspace,
    pack,
    render_pack,
)
from roadmapkit.errors import ArgumentError
from tiny_workspaces import opened, order_text, plan_text
from word_structure import structure_of

GOLDENS = Path(__file__).parent / "pack_goldens"

PLAN = """\
kind: roadmap
id: plan
title: План мероприятий («дорожная карта») на 2024 год
period: 2024
numbering: по разделам
columns: [number, activity, due, responsible, result]
sections:
  - title: Подготовка
    activities:
      - id: a1
        title: Собрать заявки
        due: до 1 марта 2024 г.
        responsible: Директора школ
        result: Сводная заявка
      - {id: a2, title: Провести семинар, due: апрель 2024 г., responsible: Соколов И.А.}
  - title: Проверка
    activities:
      - id: b1
        title: Проверить готовность
        due: [{when: январь 2024 г., for: [shkola-1]}, {when: март 2024 г., for: [shkola-2]}]
        responsible: Директора школ
      - {id: b2, title: Обмен опытом, due: по отдельному графику, responsible: Директора школ}
"""

ORDER = order_text(
    """\
    - approve: plan
    - assign: [direktora]
      items:
        - text: представить заявки
          due: до 1 марта 2024 г.
        - text: провести сверку
    - appoint: sokolov
      as: муниципальный координатор
    - control: за собой
    """,
    "preamble: В целях поддержки школ",
)


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return opened(tmp_path, PLAN, ORDER)


def text(data: bytes) -> str:
    return structure_of(docx.Document(io.BytesIO(data)))


def uids(data: bytes) -> set[str]:
    return set(re.findall(r"UID:(\S+)", data.decode().replace("\r\n ", "")))


def test_a_party_gets_extract_sheet_and_calendar(workspace: Workspace) -> None:
    result = pack(workspace, "plan", "gusev")
    assert result.ok
    assert [file.path.relative_to(result.folder).as_posix() for file in result.written] == [
        "packs/plan/gusev/plan.выписка.docx",
        "packs/plan/gusev/plan.календарь.ics",
        "packs/plan/gusev/plan.лист-ознакомления.docx",
    ]
    assert all(file.path.stat().st_size == file.size for file in result.written)
    assert all(file.fingerprint for file in result.written)


def test_pack_of_an_act_has_the_extract_of_its_plan_too(workspace: Workspace) -> None:
    assert sorted(render_pack(workspace, "prikaz", "direktor-1")) == [
        "packs/prikaz/direktor-1/plan.выписка.docx",
        "packs/prikaz/direktor-1/prikaz.выписка.docx",
        "packs/prikaz/direktor-1/prikaz.календарь.ics",
        "packs/prikaz/direktor-1/prikaz.лист-ознакомления.docx",
    ]


def test_a_group_gets_a_pack_for_each_member_and_one_sheet(workspace: Workspace) -> None:
    names = sorted(render_pack(workspace, "plan", "директора школ"))
    assert names == [
        "packs/plan/direktora/direktor-1/plan.выписка.docx",
        "packs/plan/direktora/direktor-1/plan.календарь.ics",
        "packs/plan/direktora/direktor-1/plan.лист-ознакомления.docx",
        "packs/plan/direktora/direktor-2/plan.выписка.docx",
        "packs/plan/direktora/direktor-2/plan.календарь.ics",
        "packs/plan/direktora/direktor-2/plan.лист-ознакомления.docx",
        "packs/plan/direktora/plan.лист-ознакомления.docx",
    ]


def test_member_with_nothing_to_do_is_told_and_signs_the_sheet_of_all(
    workspace: Workspace,
) -> None:
    result = pack(workspace, "plan", "gruppa")
    told = [str(item.message) for item in result.diagnostics if item.code == "BLD003"]
    assert len(told) == 1
    assert "Рябинина Вера Павловна" in told[0]
    folders = {file.path.parent.name for file in result.written}
    assert folders == {"gruppa", "sokolov"}
    (sheet,) = [file.path for file in result.written if file.path.parent.name == "gruppa"]
    assert "Рябинина" in text(sheet.read_bytes())


@pytest.mark.parametrize(
    ("name", "document", "party"),
    [
        ("plan.выписка", "plan", "shkola-2"),
        ("plan.лист-ознакомления", "plan", "direktora"),
        ("prikaz.выписка", "prikaz", "direktor-2"),
        ("prikaz.лист-ознакомления", "prikaz", "upravlenie"),
    ],
)
def test_text_and_structure_are_as_read(
    workspace: Workspace, golden: Golden, name: str, document: str, party: str
) -> None:
    files = render_pack(workspace, document, party, certify="sokolov")
    path = min(path for path in files if Path(path).stem == name and path.count("/") == 3)
    golden.check(GOLDENS / f"{name}.txt", text(files[path]))


def test_files_are_valid_for_an_independent_validator(workspace: Workspace, tmp_path: Path) -> None:
    files = render_pack(workspace, "prikaz", "direktora", certify="nachalnik")
    documents = [data for name, data in files.items() if name.endswith(".docx")]
    assert len(documents) == 7
    for data in documents:
        path = tmp_path / "document.docx"
        path.write_bytes(data)
        assert [str(error) for error in OpenXmlValidator().validate(path).errors] == []


def test_bytes_are_the_same_each_time_and_wherever_the_workspace_lies(tmp_path: Path) -> None:
    first = render_pack(opened(tmp_path / "a", PLAN, ORDER), "prikaz", "direktora")
    second = render_pack(opened(tmp_path / "b" / "c", PLAN, ORDER), "prikaz", "direktora")
    assert first == second
    assert list(first) == sorted(first)


def test_written_files_are_those_rendered(workspace: Workspace) -> None:
    files = render_pack(workspace, "prikaz", "gusev")
    result = pack(workspace, "prikaz", "gusev")
    written = {
        file.path.relative_to(result.folder).as_posix(): file.path.read_bytes()
        for file in result.written
    }
    assert written == files


def test_documents_say_where_they_come_from(workspace: Workspace) -> None:
    data = render_pack(workspace, "plan", "gusev")["packs/plan/gusev/plan.выписка.docx"]
    parts = docx.Document(io.BytesIO(data)).part.package.iter_parts()
    (custom,) = [part.blob.decode() for part in parts if part.partname == "/docProps/custom.xml"]
    for name in ("version", "fingerprint", "sources", "sources-digest"):
        assert f"roadmapkit.{name}" in custom
    assert "directory.yaml;roadmaps/work.yaml" in custom


def test_calendar_has_the_events_of_the_feed_under_the_same_names(workspace: Workspace) -> None:
    files = render_pack(workspace, "plan", "direktor-2")
    own = uids(files["packs/plan/direktor-2/plan.календарь.ics"])
    feed = uids(export_calendar(due(workspace, ["plan"], as_of=date(2024, 2, 1)).agenda))
    assert own < feed
    assert own == {"plan/a1/1@roadmapkit", "plan/b1/1/shkola-2@roadmapkit"}


def test_work_without_a_date_is_told(workspace: Workspace) -> None:
    found = [item for item in pack(workspace, "plan", "gusev").diagnostics if item.code == "BLD005"]
    assert len(found) == 1
    assert "2.2" in str(found[0].message)


def test_marks_of_progress_reach_the_calendar(tmp_path: Path) -> None:
    marks = (
        "kind: progress\nid: hod\ntitle: Отчёт\nroadmap: plan\nentries:\n"
        "  - {activity: a2, date: 01.05.2024, status: выполнено}\n"
    )
    workspace = opened(tmp_path, PLAN, ORDER, marks)
    data = render_pack(workspace, "plan", "sokolov")["packs/plan/sokolov/plan.календарь.ics"]
    assert "✓ Провести семинар" in data.decode().replace("\r\n ", "")


def test_work_that_nobody_knows_whose_it_is_is_told_with_its_numbers(tmp_path: Path) -> None:
    plan = PLAN.replace("responsible: Соколов И.А.", "responsible: Кураторы площадок")
    found = [
        item
        for item in pack(opened(tmp_path, plan, ORDER), "prikaz", "direktora").diagnostics
        if item.code == "BLD004"
    ]
    assert [str(item.message) for item in found] == [
        "The directory does not know 'Кураторы площадок': it cannot be told for whom 1.2 is"
    ]
    assert found[0].span is not None
    assert found[0].span.line == 15


def test_party_with_nothing_to_do_gets_no_files_and_a_note(workspace: Workspace) -> None:
    result = pack(workspace, "plan", "ryabinina")
    assert result.written == ()
    assert not result.folder.exists()
    assert [item.code for item in result.diagnostics if item.code.startswith("BLD")] == ["BLD003"]
    assert result.ok


@pytest.mark.parametrize("party", ["Соколова", "sokolof", "директор школы № 3"])
def test_unknown_party_is_refused_with_the_nearest(workspace: Workspace, party: str) -> None:
    with pytest.raises(ArgumentError) as caught:
        render_pack(workspace, "plan", party)
    assert caught.value.argument == "party"
    assert "perhaps" in str(caught.value)


def test_unknown_official_cannot_certify(workspace: Workspace) -> None:
    with pytest.raises(ArgumentError) as caught:
        render_pack(workspace, "plan", "gusev", certify="sokolof")
    assert caught.value.argument == "certify"


def test_progress_has_no_packs(tmp_path: Path) -> None:
    progress = "kind: progress\nid: hod\ntitle: Отчёт\nroadmap: plan\n"
    with pytest.raises(ArgumentError, match="no plan, no order and no minutes"):
        render_pack(opened(tmp_path, PLAN, progress), "hod", "gusev")


def test_document_with_errors_has_no_packs(tmp_path: Path) -> None:
    workspace = opened(tmp_path, PLAN.replace("до 1 марта 2024 г.", "30 февраля 2024 г."))
    result = pack(workspace, "plan", "gusev")
    assert result.blocked == {"plan"}
    assert result.written == ()
    assert not result.ok


def test_draft_is_extracted_with_blanks_and_without_a_signature(tmp_path: Path) -> None:
    draft = ORDER.replace("state: registered", "state: draft").replace(
        "date: 15.01.2024\nnumber: 46\n", "expected_date: 15.01.2024\n"
    )
    files = render_pack(opened(tmp_path, PLAN, draft), "prikaz", "gusev")
    printed = text(files["packs/prikaz/gusev/prikaz.выписка.docx"])
    assert "___ ________ 20__ г." in printed
    assert "(Подпись – имя)  | (Подпись – имя) В.П.␣Рябинина" in printed


def test_plan_without_an_act_has_no_stamp(tmp_path: Path) -> None:
    files = render_pack(opened(tmp_path, PLAN), "plan", "gusev")
    assert "УТВЕРЖ" not in text(files["packs/plan/gusev/plan.выписка.docx"])
    assert "утвержд" not in text(files["packs/plan/gusev/plan.лист-ознакомления.docx"])


def test_without_a_directory_a_party_is_compared_as_written(tmp_path: Path) -> None:
    plan = plan_text("- {title: А, due: май 2024 г., responsible: 'Орлова Т.И., кафедра 1/2'}")
    workspace = opened(tmp_path, plan, directory="")
    for party in ("Орлова Т.И.", "кафедра 1/2"):
        result = pack(workspace, "plan", party)
        assert result.ok
        assert len(result.written) == 3
        for file in result.written:
            relative = file.path.relative_to(result.folder)
            assert relative.parts[:2] == ("packs", "plan")
            assert len(relative.parts) == 4


def test_very_long_names_make_usable_paths(tmp_path: Path) -> None:
    name = "кафедра " + "очень " * 60 + "длинная"
    plan = plan_text(f"- {{title: А, due: май 2024 г., responsible: {name}}}")
    result = pack(opened(tmp_path, plan, directory=""), "plan", name)
    assert result.ok
    assert len(result.written) == 3


def test_three_hundred_activities_stand_in_one_extract(tmp_path: Path) -> None:
    rows = "\n".join(
        f"- {{title: Дело {index}, due: май 2024 г., responsible: Соколов И.А.}}"
        for index in range(300)
    )
    files = render_pack(opened(tmp_path, plan_text(rows)), "plan", "sokolov")
    extract = text(files["packs/plan/sokolov/plan.выписка.docx"])
    assert extract.count("  row: ") == 300
    assert len(uids(files["packs/plan/sokolov/plan.календарь.ics"])) == 300


def test_group_of_sixty_gets_sixty_packs_and_a_sheet_of_sixty_rows(tmp_path: Path) -> None:
    ids = [f"p{index}" for index in range(60)]
    people = "".join(
        f"  - {{id: {id_}, name: Орлов{'а' * index} Пётр Ильич, post: учитель}}\n"
        for index, id_ in enumerate(ids)
    )
    directory = (
        f"kind: directory\npeople:\n{people}groups:\n"
        f"  - {{id: vse, name: все учителя, members: [{', '.join(ids)}]}}\n"
    )
    plan = plan_text("- {title: А, due: май 2024 г., responsible: Все учителя}")
    files = render_pack(opened(tmp_path, plan, directory=directory), "plan", "vse")
    assert len(files) == 60 * 3 + 1
    sheet = text(files["packs/plan/vse/plan.лист-ознакомления.docx"])
    assert sheet.count("  row: ") == 60


def reviewed(workspace: Workspace, packs: list[tuple[str, str]]) -> Workspace:
    """Accept what the documents and some packs print, and open the workspace anew."""
    keys = [item.key for item in forms(workspace, packs).new]
    accept_forms(workspace, keys, packs=packs)
    return open_workspace(workspace.root)


def unreviewed(workspace: Workspace, party: str) -> list[str]:
    found = pack(workspace, "plan", party).diagnostics
    return [str(item.message) for item in found if item.code == "FRM001"]


def test_forms_that_only_a_pack_prints_are_held_against_the_lock(workspace: Workspace) -> None:
    assert unreviewed(workspace, "sokolov") == []
    with_lock = reviewed(workspace, [])
    told = unreviewed(with_lock, "sokolov")
    assert any("Соколова" in message for message in told)
    assert unreviewed(reviewed(with_lock, [("plan", "sokolov")]), "sokolov") == []


def test_a_form_of_a_pack_names_the_command_that_lists_it(workspace: Workspace) -> None:
    result = pack(reviewed(workspace, []), "plan", "sokolov")
    hints = {str(item.hint) for item in result.diagnostics if item.code == "FRM001"}
    assert hints == {
        'Look at it and decide: roadmapkit forms review --pack plan "sokolov"',
    }


def test_pruning_keeps_the_forms_of_the_packs_that_are_named(workspace: Workspace) -> None:
    with_lock = reviewed(workspace, [("plan", "sokolov")])
    accept_forms(with_lock, [], prune=True, packs=[("plan", "sokolov")])
    kept = open_workspace(with_lock.root)
    assert unreviewed(kept, "sokolov") == []
    accept_forms(kept, [], prune=True)
    assert unreviewed(open_workspace(kept.root), "sokolov") != []


def test_forms_of_a_pack_of_no_document_are_refused(workspace: Workspace) -> None:
    with pytest.raises(ArgumentError, match="No document has the id 'plna'"):
        forms(workspace, [("plna", "sokolov")])
