"""A seal covers every word that an act prints, also that of a field added tomorrow."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any

import pytest

from roadmapkit.building.signing.pieces import printed_pieces
from roadmapkit.building.signing.seals import check_seal, seal_of
from roadmapkit.documents import view as views
from roadmapkit.documents.chart_view import ChartSeries, ChartView
from roadmapkit.documents.letter_view import LetterView
from roadmapkit.documents.letterhead_view import LetterheadView, PictureView
from roadmapkit.documents.minutes_view import MinutesLine, MinutesView
from roadmapkit.documents.view import (
    ActView,
    ApprovalView,
    Cell,
    CertificationView,
    ClauseView,
    DocumentView,
    ExtractView,
    Line,
    ListMark,
    PageView,
    PartView,
    Row,
    Run,
    SheetView,
    SignatureView,
    StampView,
    TableColumn,
    TableView,
)

Path = tuple[str | int, ...]

NOT_PRINTED = {
    (DocumentView, "kind"): "chooses the template",
    (DocumentView, "id"): "names the seal",
    (DocumentView, "title"): "repeats the title for the file's properties",
    (DocumentView, "language"): "tells Word how to check the spelling",
    (DocumentView, "page"): "layout",
    (DocumentView, "extract"): "an extract is cut from an act that is sealed itself",
    (DocumentView, "letterhead"): "the form it is printed on; the name is the act's own text",
    (DocumentView, "qr"): "a picture, which leads to the document",
    (SignatureView, "stamp"): "made by the signing itself, after the text is fixed",
    (DocumentView, "letter"): "letters are not sealed",
    (Line, "style"): "layout",
    (Cell, "shade"): "layout",
    (ChartView, "title"): "the words for those who do not see it say all",
    (ChartView, "categories"): "the words for those who do not see it say all",
    (ChartView, "series"): "the words for those who do not see it say all",
    (ChartView, "width_mm"): "layout",
    (ChartView, "height_mm"): "layout",
    (ChartSeries, "name"): "the words for those who do not see it say all",
    (ChartSeries, "values"): "the words for those who do not see it say all",
    (ChartSeries, "fill"): "layout",
    (ChartSeries, "hatching"): "layout",
    (Run, "text"): "repeats a stretch of the paragraph",
    (Run, "look"): "layout",
    (MinutesLine, "style"): "layout",
    (Cell, "merge"): "layout",
    (Cell, "align"): "layout",
    (Row, "kind"): "layout",
    (PartView, "kind"): "what the author called it",
    (StampView, "kind"): "which of two corners it stands in",
}
"""Fields of text that are not printed, and why."""

MARKED = Line(
    "Пункт со сноской",
    "list",
    runs=(Run("Пункт", "bold"), Run(" со сноской"), Run("", note="Слова сноски")),
    mark=ListMark(1, 1, ordered=True, start=3, compact=True),
)
FULL = DocumentView(
    kind="order",
    id="prikaz",
    title="О школе",
    page=PageView(
        (1, 1, 1, 1), (1, 1, 1, 1), 10, "Шрифт", 14, 12, 1.5, 12.5, 75, number_first=True
    ),
    act=ActView(
        letterhead=("Управление", "города"),
        form="ПРИКАЗ",
        form_spaced=True,
        date="15.01.2024",
        number="№ 46",
        place="г. Ольховск",
        title=("О поддержке", "школ"),
        preamble="В целях поддержки",
        verb="приказываю:",
        verb_inline=True,
        verb_spaced=True,
        clauses=(ClauseView("1.", "Провести семинар.", 1), ClauseView("1.1.", "Итоги.", 2, True)),
        signature=SignatureView(
            ("Начальник", "Управления"), "В.П. Рябинина", stamp=("Документ подписан",)
        ),
        approval=(
            ApprovalView("Проект внесен:", (SignatureView(("Методист",), "И.А. Соколов"),)),
            ApprovalView("Проект согласован:", (SignatureView(("Юрист",), "П.И. Гусев"),)),
        ),
        executor=("Лапина Дарья Олеговна", "2-15-30"),
    ),
    sheets=(
        SheetView(
            stamps=(StampView("mark", ("Приложение 1", "к приказу")),),
            title=("План", "мероприятий"),
            parts=(
                PartView(
                    kind="plan",
                    heading=Line("Раздел первый", "heading"),
                    before=(Line("Перед таблицей", "body"),),
                    table=TableView(
                        columns=(TableColumn(80.0),),
                        heading=(Row((Cell(("Мероприятие",), bold=True, shade="D9D9D9"),)),),
                        rows=(
                            Row((Cell(("Сбор", "заявок"), 1, "restart", "left", 80.0, True),)),
                            Row((Cell(("январь",)), Cell(("Гусев П.И.",))), "section"),
                            Row((Cell((), blocks=(MARKED,)),)),
                        ),
                        caption="Таблица первая",
                        split_rows=True,
                        font_pt=12.0,
                    ),
                    after=(Line("Под таблицей", "body"),),
                    chart=ChartView(
                        "Ход",
                        ("Раздел",),
                        (ChartSeries("в срок", (1,), "D9D9D9", "ltUpDiag"),),
                        "Раздел: в срок 1",
                        160.0,
                        60.0,
                    ),
                ),
            ),
            signature=SignatureView(("Составитель",), "Д.О. Лапина"),
            landscape=True,
            restart_pages=True,
        ),
    ),
    extract=ExtractView(
        caption="Копия",
        recipient="Для: школы № 1",
        signed="Подпись",
        certification=CertificationView(
            "Верно", SignatureView(("Секретарь",), "А"), "1 мая", "в деле"
        ),
    ),
    minutes=MinutesView(
        ("Управление",),
        "ПРОТОКОЛ",
        "заседания",
        "1 мая",
        "№ 1",
        "г. А",
        (
            MinutesLine("СЛУШАЛИ:", "Гусева П.И.", keep=True),
            MinutesLine("", "1.1. Принять", "decision"),
        ),
        (SignatureView(("Председатель",), "В.П. Рябинина"),),
    ),
    letterhead=LetterheadView(True, None, ("Администрация",), ("ул. Садовая",)),
    qr=PictureView("0", "png", 20, 20, "QR"),
    letter=LetterView(("Управление",), "1 мая", "", (), ("О плане",), "", (), (), "", None),
)
"""A document in which every field has something in it."""


def texts(value: Any, path: Path = ()) -> Iterator[Path]:
    """Yield the path of every text that is printed."""
    if isinstance(value, str):
        yield path
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from texts(item, (*path, index))
    elif is_dataclass(value):
        for entry in fields(value):
            if (type(value), entry.name) not in NOT_PRINTED:
                yield from texts(getattr(value, entry.name), (*path, entry.name))


def parts(value: Any) -> Iterator[Any]:
    """Yield every part of a view model, itself included."""
    if isinstance(value, tuple):
        for item in value:
            yield from parts(item)
    elif is_dataclass(value):
        yield value
        for entry in fields(value):
            yield from parts(getattr(value, entry.name))


def text_at(value: Any, path: Path) -> Any:
    for step in path:
        value = value[step] if isinstance(step, int) else getattr(value, step)
    return value


def changed(value: Any, path: Path, new: str) -> Any:
    """Return a view model with another text at *path*."""
    if not path:
        return new
    step, rest = path[0], path[1:]
    if isinstance(step, int):
        return (*value[:step], changed(value[step], rest, new), *value[step + 1 :])
    return replace(value, **{step: changed(getattr(value, step), rest, new)})


def name_of(path: Path) -> str:
    return ".".join(map(str, path))


def test_the_full_document_has_something_in_every_field_of_every_view() -> None:
    filled = {
        (type(part), entry.name)
        for part in parts(FULL)
        for entry in fields(part)
        if getattr(part, entry.name)
    }
    known = [
        ChartSeries,
        ChartView,
        MinutesLine,
        MinutesView,
        *(getattr(views, name) for name in views.__all__),
    ]
    kinds = [kind for kind in known if is_dataclass(kind) and isinstance(kind, type)]
    assert len(kinds) > 10
    expected = {(kind, entry.name) for kind in kinds for entry in fields(kind) if entry.compare}
    assert expected - filled == set()
    assert NOT_PRINTED.keys() <= expected


@pytest.mark.parametrize("path", list(texts(FULL)), ids=name_of)
def test_every_text_stands_in_a_piece_and_its_change_breaks_the_seal(path: Path) -> None:
    text = text_at(FULL, path)
    assert any(text in piece.text for piece in printed_pieces(FULL))
    other = changed(FULL, path, f"{text} иначе")
    assert seal_of(other) != seal_of(FULL)
    assert len(list(check_seal("prikaz", other, seal_of(FULL)))) == 1


def test_every_piece_has_a_name_of_its_own() -> None:
    names = [piece.name for piece in printed_pieces(FULL)]
    assert len(set(names)) == len(names) > 10


def test_a_text_that_moves_to_the_next_column_breaks_the_seal() -> None:
    cell = ("sheets", 0, "parts", 0, "table", "rows", 1, "cells")
    one = changed(changed(FULL, (*cell, 0, "lines", 0), "А"), (*cell, 1, "lines", 0), "")
    other = changed(changed(FULL, (*cell, 0, "lines", 0), ""), (*cell, 1, "lines", 0), "А")
    assert seal_of(one) != seal_of(other)


def test_a_person_who_moves_to_another_group_of_the_approval_block_breaks_the_seal() -> None:
    assert FULL.act is not None
    first, second = FULL.act.approval
    people = (*first.signatures, *second.signatures)
    moved = (replace(first, signatures=people), replace(second, signatures=()))
    assert seal_of(replace(FULL, act=replace(FULL.act, approval=moved))) != seal_of(FULL)


def with_rows(*numbers: int) -> DocumentView:
    """Return the full document with a table of numbered rows."""
    rows = tuple(Row((Cell((f"строка {number}",)),)) for number in numbers)
    sheet = FULL.sheets[0]
    table = replace(sheet.parts[0].table or TableView((), (), ()), rows=rows)
    part = replace(sheet.parts[0], table=table)
    return replace(FULL, sheets=(replace(sheet, parts=(part,)),))


@pytest.mark.parametrize(("count", "findings"), [(1, 1), (10, 10), (11, 11), (200, 11)])
def test_of_many_changed_rows_ten_are_told_and_how_many_more(count: int, findings: int) -> None:
    seal = seal_of(with_rows(*range(count)))
    found = list(check_seal("prikaz", with_rows(*range(1000, 1000 + count)), seal))
    assert len(found) == findings
    more = [item.message.args["count"] for item in found if "count" in item.message.args]
    assert more == ([count - 10] if count > 10 else [])


def test_of_many_lost_rows_ten_are_told_and_how_many_more() -> None:
    (found,) = check_seal("prikaz", with_rows(0), seal_of(with_rows(*range(31))))
    *told, more = found.message.args["parts"]
    assert len(told) == 10
    assert more.args == {"count": 20}


def test_each_lost_piece_has_a_name_for_people() -> None:
    assert FULL.act is not None
    bare = replace(FULL.act, clauses=(), signature=None, approval=(), executor=())
    sheet = replace(FULL.sheets[0], signature=None, parts=())
    for view in (replace(FULL, act=bare, sheets=(sheet,)), replace(FULL, act=None, sheets=())):
        found = list(check_seal("prikaz", view, seal_of(FULL)))
        told = [label for item in found for label in item.message.args["parts"]]
        assert len(told) > 4
        assert [str(label) for label in told if label.template.startswith("the part")] == []
        assert len({str(label) for label in told}) == len(told)
