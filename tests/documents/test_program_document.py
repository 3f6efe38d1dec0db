"""The programme in print: passport, Markdown with lists and notes, approval by an order."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

from roadmapkit import open_workspace
from roadmapkit.building import Prepared, prepare, render_targets
from roadmapkit.documents import DocumentView
from roadmapkit.documents.view import Line

PROGRAM = """\
kind: program
id: programma
form: проект
title: Муниципальный проект «Школы рядом»
period: 2021/2022
goals: Сблизить результаты школ
tasks: [Найти причины, Составить планы]
risks:
  - risk: Нехватка времени
    measures: начать раньше
executors: [Методический центр, Гимназия № 1]
participants: Школы района
chapters:
  - title: Порядок
    text: |
      Школы **сильно** различаются[^1].

      1. первое
         - внутри
      2. второе

      [^1]: По данным мониторинга.
indicators:
  - name: Доля школ
    values: {2021: 10, 2022: }
plan: plan
---
kind: roadmap
id: plan
title: План проекта
activities:
  - title: Провести семинар
    due: Май 2022 года
"""

ORDER = """\
---
kind: order
id: prikaz
title: Об утверждении муниципального проекта
clauses:
  - approve: programma
"""


def built(folder: Path, text: str) -> tuple[Prepared, dict[str, bytes]]:
    file = folder / "programma.yaml"
    file.write_text(text, encoding="utf-8")
    loaded = open_workspace(file).loaded
    prepared = prepare(loaded)
    return prepared, dict(render_targets(prepared, loaded))


def view_of(prepared: Prepared, id_: str) -> DocumentView:
    return next(item.view for item in prepared.composed if item.target.document == id_)


def rows_of(view: DocumentView) -> dict[str, tuple[Line, ...]]:
    table = view.sheets[0].parts[0].table
    assert table is not None
    assert table.split_rows
    return {" ".join(row.cells[0].lines): row.cells[1].blocks for row in table.rows}


def test_passport_prints_every_fact_once_under_its_usual_name(tmp_path: Path) -> None:
    prepared, _ = built(tmp_path, PROGRAM)
    view = view_of(prepared, "programma")
    heading = view.sheets[0].parts[0].heading
    assert heading is not None
    assert heading.text == "ПАСПОРТ ПРОЕКТА"
    rows = rows_of(view)
    assert [line.text for line in rows["Цель"]] == ["Сблизить результаты школ"]
    assert [line.mark.list for line in rows["Задачи"] if line.mark] == [1, 1]
    term = rows["Сроки реализации"][0].text.replace("\u00a0", " ")
    assert term == "01.09.2021 – 31.08.2022"
    risk, measures = rows["Риск и меры по его устранению"]
    assert [(run.text, run.look) for run in risk.runs] == [
        ("Риск:", "underline"),
        (" Нехватка времени", ""),
    ]
    assert measures.text == "Необходимо: начать раньше"


def test_executors_and_participants_share_a_row(tmp_path: Path) -> None:
    prepared, _ = built(tmp_path, PROGRAM)
    lines = rows_of(view_of(prepared, "programma"))["Исполнители, участники"]
    assert [line.text.replace("\u00a0", " ") for line in lines] == [
        "Исполнители: Методический центр, Гимназия № 1;",
        "Участник: Школы района",
    ]


def test_plan_is_a_sheet_of_its_own_across(tmp_path: Path) -> None:
    prepared, _ = built(tmp_path, PROGRAM)
    portrait, landscape = view_of(prepared, "programma").sheets
    assert not portrait.landscape
    assert landscape.landscape
    assert landscape.parts[0].kind == "plan"


def test_lists_and_notes_become_those_of_word(tmp_path: Path) -> None:
    _, files = built(tmp_path, PROGRAM)
    with zipfile.ZipFile(io.BytesIO(files["programma.docx"])) as archive:
        document = archive.read("word/document.xml").decode()
        notes = archive.read("word/footnotes.xml").decode()
        numbering = archive.read("word/numbering.xml").decode()
    assert document.count("<w:footnoteReference ") == 1
    assert "По данным мониторинга." in notes
    assert '<w:ilvl w:val="1"/>' in document
    assert numbering.count("<w:num ") == 4
    assert "**" not in document


def test_order_approves_a_programme_as_its_appendix(tmp_path: Path) -> None:
    prepared, files = built(tmp_path, PROGRAM + ORDER)
    view = view_of(prepared, "prikaz")
    assert view.act is not None
    assert "Утвердить муниципальный проект «Школы рядом»" in view.act.clauses[0].text
    assert [sheet.landscape for sheet in view.sheets] == [False, True]
    assert view.sheets[0].stamps[0].lines[0] == "Приложение"
    assert view.sheets[1].stamps == ()
    assert "prikaz.docx" in files


def test_text_of_a_file_is_a_source_and_names_its_own_lines(tmp_path: Path) -> None:
    (tmp_path / "concept.md").write_text("Первая строка.\n\n<b>Вторая</b>\n", encoding="utf-8")
    text = "kind: program\nid: programma\ntitle: Программа\nchapters:\n  - file: concept.md\n"
    prepared, _ = built(tmp_path, text)
    assert "concept.md" in prepared.workspace.documents["programma"].sources
    found = [item for item in prepared.diagnostics if item.code == "TXT008"]
    assert [(item.span.file, item.span.line) for item in found if item.span] == [("concept.md", 3)]


def test_a_matrix_without_results_has_years_only_and_rows_across(tmp_path: Path) -> None:
    text = (
        "kind: program\nid: programma\ntitle: Программа\npassport: []\nyearly_results:\n"
        "  - section: Работа со школами\n"
        "  - values:\n      2021: Положение\n      2022-2023: Мониторинг\n"
        "  - values:\n      2021:\n      2022: Анализ\n      2023: Отчет\n"
    )
    prepared, _ = built(tmp_path, text)
    [part] = [part for part in view_of(prepared, "programma").sheets[0].parts if part.table]
    assert part.table is not None
    rows = (*part.table.heading, *part.table.rows)
    assert [[("".join(cell.lines), cell.colspan) for cell in row.cells] for row in rows] == [
        [("2021", 1), ("2022", 1), ("2023", 1)],
        [("Работа со школами", 3)],
        [("Положение", 1), ("Мониторинг", 2)],
        [("", 1), ("Анализ", 1), ("Отчет", 1)],
    ]
