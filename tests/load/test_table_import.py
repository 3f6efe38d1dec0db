"""Tables of people, posts and organisations become a directory that has no findings."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from roadmapkit.diagnostics import Diagnostic
from roadmapkit.errors import WorkspaceError
from roadmapkit.load import ImportedDirectory, import_directory, validate
from roadmapkit.load.tables import sheets
from roadmapkit.load.tables.drafts import Drafts, PersonDraft
from roadmapkit.load.tables.ids import slug
from roadmapkit.load.tables.writing import write_directory
from roadmapkit.model.directory import Appointment, Directory, GroupMember, Post, Vacancy
from roadmapkit.resolve import DirectoryIndex
from roadmapkit.source import SourceText, parse_source

HEADINGS = ("№ п/п", "Должность", "Ф.И.О.", "Организация", "Телефон", "Дата назначения", "По")
Rows = Sequence[Sequence[Any]]


def workbook(folder: Path, rows: Rows, *, title: str = "Сотрудники") -> Path:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = title
    for row in rows:
        sheet.append(list(row))
    book.save(folder / "люди.xlsx")
    return folder / "люди.xlsx"


def table(folder: Path, rows: Rows, separator: str = ";", encoding: str = "utf-8") -> Path:
    text = io.StringIO()
    csv.writer(text, delimiter=separator).writerows(rows)
    path = folder / "люди.csv"
    path.write_bytes(text.getvalue().encode(encoding))
    return path


def read_back(made: ImportedDirectory) -> Directory:
    """Return the model of the YAML; it must have no finding of any stage."""
    parsed = parse_source(SourceText.from_string("directory.yaml", made.text))
    assert parsed.diagnostics == ()
    (document,) = parsed.documents
    model, faults = validate(document)
    assert not faults
    assert isinstance(model, Directory)
    assert DirectoryIndex([(model, document.origin())]).diagnostics == ()
    return model


def places(found: Sequence[Diagnostic]) -> list[tuple[str, int, int]]:
    return [(item.code, item.span.line, item.span.column) for item in found if item.span]


USUAL: Rows = [
    ["Список руководителей на 01.09.2024"],
    [],
    HEADINGS,
    [1, "директор", "Иванова Светлана Викторовна", "МБОУ «Школа № 15»", 89161234567.0,
     date(2020, 9, 1), None],
    [2, "директор", "Белов П.С.", "МБОУ «Школа № 16»", "8 (41) 2-15-30", "01.02.2021", 45292],
    [3, "и.о. директора", "Зимина Елена Юрьевна", "МБОУ «Школа № 16»", None, "2024-01-02", None],
    [4, "главный специалист", "вакансия", "Управление образования", None, None, None],
]  # fmt: skip


def test_a_usual_table_gives_organisations_people_and_posts(tmp_path: Path) -> None:
    made = import_directory(workbook(tmp_path, USUAL))
    model = read_back(made)
    assert made.diagnostics == ()
    assert [body.id for body in model.organizations] == [
        "shkola-15",
        "shkola-16",
        "upravlenie-obrazovaniya",
    ]
    assert [(one.id, one.phone) for one in model.people] == [
        ("ivanova", "89161234567"),
        ("belov", "8 (41) 2-15-30"),
        ("zimina", None),
    ]
    first, second, third = model.posts
    assert first == Post(
        id="direktor-shkola-15",
        title="директор",
        organization="shkola-15",
        appointments=(Appointment.model_validate({"person": "ivanova", "from": date(2020, 9, 1)}),),
    )
    held, acting = second.appointments
    assert isinstance(held, Appointment)
    assert isinstance(acting, Appointment)
    assert (held.person, held.since, held.until) == ("belov", date(2021, 2, 1), date(2024, 1, 1))
    assert (acting.person, acting.acting, acting.since) == ("zimina", True, date(2024, 1, 2))
    assert isinstance(third.appointments[0], Vacancy)
    assert "# Сотрудники: Список руководителей на 01.09.2024" in made.text


@pytest.mark.parametrize("separator", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1251", "utf-16"])
def test_a_csv_file_is_read_in_its_encoding_and_with_its_separator(
    tmp_path: Path, separator: str, encoding: str
) -> None:
    rows = [
        ["Организация", "ФИО", "Должность"],
        ["МБОУ «Школа № 1», корпус 2", "Седова Ольга Юрьевна", "директор"],
    ]
    model = read_back(import_directory(table(tmp_path, rows, separator, encoding)))
    assert model.organizations[0].name == "МБОУ «Школа № 1», корпус 2"
    assert model.people[0].name == "Седова Ольга Юрьевна"


def test_headings_are_told_in_any_order_case_and_in_their_usual_synonyms(tmp_path: Path) -> None:
    rows = [
        ["ПОЛ", "отчество", "Имя", "ФАМИЛИЯ", "Занимаемая  должность", "Место работы", "Признаки"],
        ["жен.", "Юрьевна", "Ольга", "Седова", "методист", "МКУ «Центр»", "шнор; сельская"],
    ]
    model = read_back(import_directory(workbook(tmp_path, rows)))
    assert (model.people[0].name, model.people[0].gender) == ("Седова Ольга Юрьевна", "ж")
    assert model.organizations[0].tags == ("шнор", "сельская")


def test_groups_have_their_members_and_roles(tmp_path: Path) -> None:
    rows = [
        ["ФИО", "Группа", "Роль"],
        ["Седова Ольга Юрьевна", "рабочая группа; жюри", "председатель"],
        ["Белов П.С.", "рабочая группа", ""],
    ]
    model = read_back(import_directory(table(tmp_path, rows)))
    working, jury = model.groups
    assert working.members == (GroupMember(member="sedova", role="председатель"), "belov")
    assert jury.members == (GroupMember(member="sedova", role="председатель"),)


def test_a_post_that_many_hold_stands_beside_the_people(tmp_path: Path) -> None:
    rows = [
        ["ФИО", "Должность", "Организация"],
        ["Седова Ольга Юрьевна", "учитель", "Школа № 1"],
        ["Белов Пётр Сергеевич", "учитель", "Школа № 1"],
    ]
    model = read_back(import_directory(table(tmp_path, rows)))
    assert model.posts == ()
    assert [(one.post, one.organization) for one in model.people] == [("учитель", "shkola-1")] * 2


def test_an_organisation_in_merged_cells_belongs_to_every_row(tmp_path: Path) -> None:
    rows: Rows = [
        ["Организация", "Должность", "ФИО"],
        ["Школа № 1", "директор", "Седова Ольга Юрьевна"],
        [None, "завуч", "Белов Пётр Сергеевич"],
    ]
    path = workbook(tmp_path, rows)
    from openpyxl import load_workbook

    book = load_workbook(path)
    book.worksheets[0].merge_cells("A2:A3")
    book.save(path)
    model = read_back(import_directory(path))
    assert [post.organization for post in model.posts] == ["shkola-1", "shkola-1"]


def test_a_column_of_directors_gives_posts_to_organisations(tmp_path: Path) -> None:
    rows = [
        ["Краткое наименование", "Полное наименование", "Директор"],
        ["МБОУ СОШ № 3", "Муниципальное учреждение «Школа № 3»", "Седова Ольга Юрьевна"],
    ]
    model = read_back(import_directory(table(tmp_path, rows)))
    assert model.organizations[0].short == "МБОУ СОШ № 3"
    assert [(post.title, post.organization) for post in model.posts] == [
        ("директор", model.organizations[0].id)
    ]


def test_a_column_without_a_place_is_named_and_kept_in_comments(tmp_path: Path) -> None:
    rows = [["ФИО", "Эл. почта"], ["Белов Пётр Сергеевич", "a: b # c"]]
    made = import_directory(table(tmp_path, rows))
    assert places(made.diagnostics) == [("IMP002", 1, 2)]
    assert "# Эл. почта: a: b # c" in made.text
    read_back(made)


@pytest.mark.parametrize(
    ("heading", "value"),
    [
        ("Дата назначения", "вчера"),
        ("Дата назначения", "31.02.2024"),
        ("Пол", "оно"),
        ("Телефон", "8,91612E+10"),
        ("И.о.", "иногда"),
        ("id", "a b"),
    ],
)
def test_a_bad_cell_is_located_and_kept(tmp_path: Path, heading: str, value: str) -> None:
    rows = [["ФИО", "Должность", heading], ["Белов Пётр Сергеевич", "методист", value]]
    made = import_directory(table(tmp_path, rows))
    assert places(made.diagnostics) == [("IMP003", 2, 3)]
    assert value in made.text
    read_back(made)


def test_what_is_no_name_is_located_and_its_post_is_kept(tmp_path: Path) -> None:
    rows = [["Должность", "ФИО"], ["методист", "см. приказ 12"]]
    made = import_directory(table(tmp_path, rows))
    assert places(made.diagnostics) == [("IMP003", 2, 2)]
    assert "# ФИО: см. приказ 12" in made.text
    assert [post.title for post in read_back(made).posts] == ["методист"]


def test_rows_that_contradict_are_told_and_both_are_kept(tmp_path: Path) -> None:
    rows = [
        ["ФИО", "Телефон"],
        ["Белов Пётр Сергеевич", "2-15-30"],
        ["Белов Пётр Сергеевич", "2-15-31"],
    ]
    made = import_directory(table(tmp_path, rows))
    assert places(made.diagnostics) == [("IMP004", 3, 2)]
    assert "phone: '2-15-30'" in made.text
    assert "# Телефон: 2-15-31" in made.text


NAMESAKES: Rows = [
    ["Id", "ФИО", "Назначен с", "Организация", "Тел. раб."],
    ["", "Белов Пётр Сергеевич", "01.02.2021", "МБОУ «Школа № 15»", "2-15-30"],
    ["", "Белов Пётр Сергеевич", "01.03.2021", "МБОУ «Школа № 16»", None],
]


def test_a_name_beside_two_organisations_is_told(tmp_path: Path) -> None:
    made = import_directory(table(tmp_path, NAMESAKES))
    assert places(made.diagnostics) == [("IMP005", 3, 2)]
    assert made.text.count("Белов Пётр Сергеевич") == 1


def test_namesakes_with_ids_of_their_own_are_two_people(tmp_path: Path) -> None:
    rows = [NAMESAKES[0], ["belov-15", *NAMESAKES[1][1:]], ["belov-16", *NAMESAKES[2][1:]]]
    made = import_directory(table(tmp_path, rows))
    assert places(made.diagnostics) == []
    assert made.text.count("Белов Пётр Сергеевич") == 2


def test_a_sheet_without_headings_is_told(tmp_path: Path) -> None:
    made = import_directory(workbook(tmp_path, [[1, 2], [3, 4]]))
    assert places(made.diagnostics) == [("IMP001", 1, 1)]


def test_formulas_give_their_saved_value_or_a_finding(tmp_path: Path) -> None:
    rows = [["ФИО", "Телефон"], ["Белов Пётр Сергеевич", "=1+1"], ["Седова О.Ю.", "#REF!"]]
    path = workbook(tmp_path, rows)
    assert places(import_directory(path).diagnostics) == [("IMP003", 2, 2), ("IMP003", 3, 2)]
    _save_values(path)
    made = import_directory(path)
    assert places(made.diagnostics) == [("IMP003", 3, 2)]
    assert "phone: '2'" in made.text


def _save_values(path: Path) -> None:
    """Give the formula of a workbook the value that Excel would have saved."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = "xl/worksheets/sheet1.xml"
    assert b"<f>1+1</f><v" in parts[name]
    for empty in (b"<v />", b"<v/>", b"<v></v>"):
        parts[name] = parts[name].replace(b"<f>1+1</f>" + empty, b"<f>1+1</f><v>2</v>")
    with zipfile.ZipFile(path, "w") as archive:
        for part, content in parts.items():
            archive.writestr(part, content)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"no table at all", "neither"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 100, "old Excel"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "password",
        ),
        (b"PK\x03\x04 broken", "neither"),
    ],
)
def test_what_is_no_table_is_refused(tmp_path: Path, content: bytes, said: str) -> None:
    path = tmp_path / "люди.xlsx"
    path.write_bytes(content)
    with pytest.raises(WorkspaceError, match=said):
        import_directory(path)


def test_an_archive_that_is_damaged_inside_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "люди.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("xl/workbook.xml", "<broken")
    with pytest.raises(WorkspaceError, match="damaged"):
        import_directory(path)


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(WorkspaceError, match="cannot be read"):
        import_directory(tmp_path / "нет.csv")


def test_limits_hold(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = table(tmp_path, [["ФИО"], ["Белов П.С."], ["Седова О.Ю."]])
    monkeypatch.setattr(sheets, "MAX_ROWS", 2)
    with pytest.raises(WorkspaceError, match="more than 2 rows"):
        import_directory(path)
    monkeypatch.setattr(sheets, "MAX_BYTES", 10)
    with pytest.raises(WorkspaceError, match="larger"):
        import_directory(path)


def test_equal_surnames_get_initials_and_ids_stay_different(tmp_path: Path) -> None:
    rows = [
        ["ФИО"],
        ["Белова Анна Ильинична"],
        ["Белова Ольга Ивановна"],
        ["Щукина-Чёрная Юлия Львовна"],
    ]
    made = import_directory(table(tmp_path, rows))
    ids = [person.id for person in read_back(made).people]
    assert ids == ["belova-ai", "belova-oi", "shchukina-chernaya"]


def test_an_import_is_repeatable(tmp_path: Path) -> None:
    path = workbook(tmp_path, USUAL)
    assert import_directory(path) == import_directory(path)


@given(st.text(max_size=40))
def test_any_text_survives_in_the_yaml(text: str) -> None:
    kept = " ".join(text.split())
    drafts = Drafts(people=[PersonDraft("Белов П.С.", "belov", phone=kept, notes={text: None})])
    parsed = parse_source(SourceText.from_string("d.yaml", write_directory(drafts, text)))
    assert parsed.diagnostics == ()
    person = parsed.documents[0].data["people"][0]
    printable = "".join(sign if sign.isprintable() else " " for sign in kept)
    found = "".join(sign if sign.isprintable() else " " for sign in person.get("phone", ""))
    assert " ".join(found.split()) == " ".join(printable.split())


@given(st.text(max_size=60))
def test_a_slug_is_an_id_of_small_latin_letters(text: str) -> None:
    assert set(slug(text)) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert len(slug(text)) <= 40
