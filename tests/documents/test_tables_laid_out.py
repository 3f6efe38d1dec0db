"""Tables: headings over several columns, widths, the plan, data, members of groups."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmapkit.documents.tables import ColumnSpec, column_numbers, heading_rows, lay_out
from roadmapkit.documents.view import Cell, TableView
from tiny_workspaces import opened, order_text, plan_text, view_of

WORDS = st.sampled_from(["А", "Б", "В"])
COLUMNS = st.lists(
    st.builds(
        ColumnSpec,
        field=WORDS,
        heading=WORDS,
        group=st.lists(WORDS, max_size=3).map(tuple),
        weight=st.integers(1, 50),
    ),
    min_size=1,
    max_size=8,
)


@given(COLUMNS, st.floats(50, 300))
def test_every_heading_row_covers_every_column(columns: list[ColumnSpec], width: float) -> None:
    widths = lay_out(columns, width)
    rows = heading_rows(columns, widths)
    assert len(rows) == 1 + max(len(column.group) for column in columns)
    for row in rows:
        assert sum(cell.colspan for cell in row.cells) == len(columns)
        position = 0
        for cell in row.cells:
            covered = widths[position : position + cell.colspan]
            assert cell.width_mm == pytest.approx(sum(w.width_mm for w in covered), abs=0.01)
            position += cell.colspan


@given(COLUMNS)
def test_every_heading_is_printed_once_and_merged_down_to_the_body(
    columns: list[ColumnSpec],
) -> None:
    rows = heading_rows(columns, lay_out(columns, 170.0))
    for index, column in enumerate(columns):
        down = [cell_at(row.cells, index) for row in rows]
        texts = [" ".join(cell.lines) for cell in down if cell.merge != "continue"]
        assert texts == [*column.group, column.heading]
        begun = down[len(column.group)]
        below = down[len(column.group) + 1 :]
        assert begun.merge == ("restart" if below else "")
        assert all(cell.merge == "continue" and cell.lines == ("",) for cell in below)


def cell_at(cells: tuple[Cell, ...], column: int) -> Cell:
    """Return the cell that covers a column."""
    covered = [cell for cell in cells for _ in range(cell.colspan)]
    return covered[column]


@given(COLUMNS, st.floats(50, 300))
def test_widths_share_the_page_by_weight(columns: list[ColumnSpec], width: float) -> None:
    widths = [column.width_mm for column in lay_out(columns, width)]
    assert sum(widths) == pytest.approx(width, abs=0.01 * len(widths))
    total = sum(column.weight for column in columns)
    for column, got in zip(columns, widths, strict=True):
        assert got == pytest.approx(width * column.weight / total, abs=0.01)


def test_neighbours_under_one_heading_share_it_and_others_do_not() -> None:
    columns = [
        ColumnSpec("1", "2023", ("Балл",)),
        ColumnSpec("2", "2024", ("Балл",)),
        ColumnSpec("3", "Итог"),
        ColumnSpec("4", "2025", ("Балл",)),
    ]
    upper, lower = heading_rows(columns, lay_out(columns, 160.0))
    assert [(cell.lines, cell.colspan, cell.merge) for cell in upper.cells] == [
        (("Балл",), 2, ""),
        (("Итог",), 1, "restart"),
        (("Балл",), 1, ""),
    ]
    assert [(cell.lines, cell.merge) for cell in lower.cells] == [
        (("2023",), ""),
        (("2024",), ""),
        (("",), "continue"),
        (("2025",), ""),
    ]


def test_columns_are_numbered_from_one() -> None:
    columns = [ColumnSpec("a", "А"), ColumnSpec("b", "Б"), ColumnSpec("c", "В")]
    row = column_numbers(lay_out(columns, 90.0))
    assert [cell.lines for cell in row.cells] == [("1",), ("2",), ("3",)]


# -- the plan ----------------------------------------------------------------------------------


def table_of(folder: Path, activities: str, header: str = "") -> TableView:
    table = view_of(opened(folder, plan_text(activities, header)), "plan").sheets[0].parts[0].table
    assert table is not None
    return table


def headings(table: TableView) -> list[str]:
    return [" ".join(cell.lines) for cell in table.heading[0].cells]


def body(table: TableView) -> list[list[tuple[str, ...]]]:
    return [[cell.lines for cell in row.cells] for row in table.rows]


def test_usual_columns_are_those_that_have_something_to_print(tmp_path: Path) -> None:
    activities = "- {title: А, due: май, note: Срочно}\n- {title: Б}"
    assert headings(table_of(tmp_path, activities)) == [
        "№ п/п",
        "Мероприятия",
        "Сроки",
        "Примечание",
    ]


def test_own_fields_have_columns_even_where_the_author_chose_none(tmp_path: Path) -> None:
    activities = "- {title: А, fields: {деньги: 120}}\n- {title: Б, fields: {место: Школа}}"
    table = table_of(tmp_path, activities)
    assert headings(table) == ["№ п/п", "Мероприятия", "деньги", "место"]
    assert [row[2:] for row in body(table)] == [[("120",), ("",)], [("",), ("Школа",)]]


def test_author_chooses_columns_their_order_headings_and_widths(tmp_path: Path) -> None:
    header = """\
    columns:
      - number
      - {field: responsible, heading: Кто, width: 30}
      - {field: activity, width: 60, align: по ширине}
      - {field: деньги, heading: Тыс. руб.}
    """
    activities = "- {title: А, responsible: Соколов И.А., fields: {деньги: 120}}\n- {title: Б}"
    table = table_of(tmp_path, activities, header)
    assert headings(table) == ["№ п/п", "Кто", "Мероприятия", "Тыс. руб."]
    assert body(table) == [
        [("1.",), ("Соколов\u00a0И.А.",), ("А",), ("120",)],
        [("2.",), ("",), ("Б",), ("",)],
    ]
    assert [cell.align for cell in table.rows[0].cells] == ["center", "left", "justify", "left"]
    _, second, third, _ = (column.width_mm for column in table.columns)
    assert third == pytest.approx(2 * second, abs=0.02)


def test_row_of_column_numbers_repeats_with_the_heading(tmp_path: Path) -> None:
    table = table_of(tmp_path, "- {title: А, due: май}", "column_numbers: true")
    assert [cell.lines for cell in table.heading[-1].cells] == [("1",), ("2",), ("3",)]
    assert len(table.heading) == 2


def test_columns_may_stand_under_a_common_heading(tmp_path: Path) -> None:
    header = """\
    columns:
      - activity
      - {field: due, group: Исполнение}
      - {field: responsible, group: Исполнение}
    """
    table = table_of(tmp_path, "- {title: А, due: май, responsible: МЦ}", header)
    assert headings(table) == ["Мероприятия", "Исполнение"]
    assert [cell.colspan for cell in table.heading[0].cells] == [1, 2]


def test_items_stand_below_the_title_as_a_list(tmp_path: Path) -> None:
    activities = '- title: "Проверить:"\n  items: [залы, "классы;", Буфет., Двор]\n'
    assert body(table_of(tmp_path, activities))[0][1] == (
        "Проверить:",
        "– залы;",
        "– классы;",
        "– Буфет.",
        "– Двор.",
    )


def test_lines_and_lists_of_a_cell_are_its_paragraphs(tmp_path: Path) -> None:
    activities = """\
- title: |
    Первая строка
    Вторая строка
  responsible: [shkola-1, Гусев П.И., «Росток»]
  result: [Справка, Отчёт]
"""
    (row,) = body(table_of(tmp_path, activities))
    assert row[1] == ("Первая строка", "Вторая строка")
    assert row[2] == ("школа №\u00a01", "Гусев\u00a0П.И.", "«Росток»")
    assert row[3] == ("Справка", "Отчёт")


def test_parties_are_printed_by_the_directory_where_the_house_wants_it(tmp_path: Path) -> None:
    settings = "kind: settings\noutputs: {parties: по реестру}\n"
    activities = "- {title: А, responsible: 'Управление образования города Ольховска, Гусев П.'}"
    workspace = opened(tmp_path, plan_text(activities), roadmapkit=settings)
    table = view_of(workspace, "plan").sheets[0].parts[0].table
    assert table is not None
    assert body(table)[0][2] == ("Управление образования", "Гусев\u00a0П.И.")


def test_section_row_spans_the_table_with_number_and_title(tmp_path: Path) -> None:
    section = "{title: Раздел, activities: [{title: А}]}"
    text = f"kind: roadmap\nid: plan\ntitle: План\nsections: [{section}]\n"
    table = view_of(opened(tmp_path, text), "plan").sheets[0].parts[0].table
    assert table is not None
    spanning, activity = table.rows
    assert (spanning.kind, activity.kind) == ("section", "data")
    assert spanning.cells[0].lines == ("1. Раздел",)
    assert spanning.cells[0].colspan == len(table.columns) == len(activity.cells)
    assert spanning.cells[0].width_mm == pytest.approx(
        sum(column.width_mm for column in table.columns), abs=0.05
    )


# -- data --------------------------------------------------------------------------------------

DATA = """
appendices:
  - parts:
      - heading: Баллы
        {kind}:
          caption: Таблица 1
          column_numbers: true
          columns: [Предмет, {{heading: 2023, group: Балл}}, {{heading: 2024, group: Балл}}]
          rows:
            - {{section: Основные}}
            - - Физика
              - +1,5
              -
            - [{{text: Не сдавали, span: 2}}, 3]
"""


@pytest.mark.parametrize("kind", ["table", "matrix"])
def test_table_of_data(tmp_path: Path, kind: str) -> None:
    workspace = opened(tmp_path, plan_text("- title: А", DATA.format(kind=kind)))
    part = view_of(workspace, "plan").sheets[1].parts[0]
    assert part.heading is not None
    assert part.heading.text == "Баллы"
    table = part.table
    assert table is not None
    assert table.caption == "Таблица 1"
    assert [[" ".join(cell.lines) for cell in row.cells] for row in table.heading] == [
        ["Предмет", "Балл"],
        ["", "2023", "2024"],
        ["1", "2", "3"],
    ]
    assert [[(" ".join(c.lines), c.colspan) for c in row.cells] for row in table.rows] == [
        [("Основные", 3)],
        [("Физика", 1), ("+1,5", 1), ("", 1)],
        [("Не сдавали", 2), ("3", 1)],
    ]
    for row in (*table.heading, *table.rows):
        assert sum(cell.colspan for cell in row.cells) == 3
        assert sum(cell.width_mm for cell in row.cells) == pytest.approx(170 + 10, abs=0.1)


def test_members_of_a_group_have_usual_columns_and_roles(tmp_path: Path) -> None:
    workspace = opened(tmp_path, order_text("- approve: gruppa"))
    table = view_of(workspace, "prikaz").sheets[0].parts[0].table
    assert table is not None
    assert headings(table) == ["№ п/п", "Фамилия, имя, отчество", "Должность", "Роль в составе"]
    assert [[" ".join(cell) for cell in row] for row in body(table)] == [
        [
            "1.",
            "Рябинина Вера Павловна",
            "Начальник Управления образования города Ольховска",
            "председатель",
        ],
        ["2.", "Соколов Игорь Андреевич", "Методист Управления образования города Ольховска", ""],
    ]


def test_group_of_posts_and_organisations_is_listed_too(tmp_path: Path) -> None:
    columns = "columns: [number, initials, post, organization]"
    header = (
        f"appendices: [{{parts: [{{group: direktora, {columns}}}, {{group: opornye, {columns}}}]}}]"
    )
    workspace = opened(tmp_path, order_text("- control: за собой", header))
    posts, schools = view_of(workspace, "prikaz").sheets[0].parts
    assert posts.table is not None
    assert schools.table is not None
    assert [
        [" ".join(cell).replace("\u00a0", " ") for cell in row] for row in body(posts.table)
    ] == [
        ["1.", "Гусев П.И.", "Директор школы № 1 города Ольховска", "школа № 1"],
        ["2.", "Лапина Д.О.", "Директор школы № 2 города Ольховска", "школа № 2"],
    ]
    assert [row[1] for row in body(schools.table)] == [
        ("школа №\u00a01 города Ольховска",),
        ("школа №\u00a02 города Ольховска",),
    ]


def test_abbreviations_are_a_list_that_ends_with_a_full_stop(tmp_path: Path) -> None:
    plan = plan_text(
        "- title: Итоги ВПР и ИКТ", "appendices: [{parts: [{abbreviations: [ИКТ, ВПР]}]}]"
    )
    part = view_of(opened(tmp_path, plan), "plan").sheets[1].parts[0]
    assert part.heading is not None
    assert part.heading.text == "Список сокращений"
    assert [line.text.replace("\u00a0", " ") for line in part.after] == [
        "ИКТ – информационно-коммуникационные технологии;",
        "ВПР – всероссийские проверочные работы.",
    ]


def test_narrative_has_paragraphs_and_items(tmp_path: Path) -> None:
    header = """\
appendices:
  - parts:
      - text: |
          Первая строка
          того же абзаца.

          Второй:
          - один;
          - два
            и ещё.
          Третий.
"""
    part = view_of(opened(tmp_path, plan_text("- title: А", header)), "plan").sheets[1].parts[0]
    assert [(line.text.replace("\u00a0", " "), line.style) for line in part.before] == [
        ("Первая строка того же абзаца.", "body"),
        ("Второй:", "body"),
        ("– один;", "item"),
        ("– два и ещё. Третий.", "item"),
    ]
