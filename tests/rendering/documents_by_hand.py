"""View models written by hand, with invented people and places, for the tests of rendering."""

from __future__ import annotations

from dataclasses import replace

from roadmapkit.documents.view import (
    ActView,
    Align,
    ApprovalView,
    Cell,
    ClauseView,
    DocumentView,
    Line,
    PageView,
    PartView,
    Row,
    SheetView,
    SignatureView,
    StampView,
    TableColumn,
    TableView,
)

__all__ = [
    "GOST",
    "appendix_mark",
    "data_row",
    "group_sheet",
    "order_view",
    "plan_sheet",
    "plan_table",
    "results_sheet",
    "roadmap_view",
    "sheet_with",
]

GOST = PageView(
    portrait=(30, 10, 20, 20),
    landscape=(20, 10, 20, 20),
    header_mm=10,
    font="Times New Roman",
    font_pt=14,
    table_font_pt=12,
    line_spacing=1.15,
    first_line_mm=12.5,
    corner_mm=80,
)

PLAN_WIDTHS = (14.0, 84.0, 42.0, 52.0, 75.0)
PLAN_HEADING = ("№ п/п", "Мероприятия", "Сроки", "Ответственные", "Планируемый результат")
CENTRED: tuple[Align, ...] = ("center", "left", "center", "left", "left")


def data_row(widths: tuple[float, ...], *texts: str, align: tuple[Align, ...] = ()) -> Row:
    """Return a row of a cell for each text; a line break in a text begins a paragraph."""
    left: Align = "left"
    aligns = align or (left,) * len(texts)
    return Row(
        tuple(
            Cell(lines=tuple(text.split("\n")), width_mm=width, align=side)
            for width, text, side in zip(widths, texts, aligns, strict=True)
        )
    )


def section_row(widths: tuple[float, ...], text: str) -> Row:
    """Return a row that spans the table."""
    cell = Cell(lines=(text,), colspan=len(widths), width_mm=sum(widths), align="center", bold=True)
    return Row((cell,), kind="section")


def plan_table(*, numbers: bool = True) -> TableView:
    """Return a plan of two sections, with a row of column numbers if asked for."""
    widths = PLAN_WIDTHS
    heading = [
        Row(
            tuple(
                Cell(lines=(text,), width_mm=width, align="center", bold=True)
                for width, text in zip(widths, PLAN_HEADING, strict=True)
            )
        )
    ]
    if numbers:
        heading.append(
            Row(
                tuple(
                    Cell(lines=(str(number),), width_mm=width, align="center")
                    for number, width in enumerate(widths, start=1)
                )
            )
        )
    rows = (
        section_row(widths, "1. Анализ и мониторинг"),
        data_row(
            widths,
            "1.1.",
            "Самоанализ деятельности школ, определение ключевых рисков развития каждого учреждения",
            "январь 2024 г.",
            "Руководители ШНОР,\nкураторы ШНОР",
            "Определены ключевые риски развития каждой школы, подготовлены аналитические справки",
            align=CENTRED,
        ),
        data_row(
            widths,
            "1.2.",
            "Мониторинг подготовки обучающихся 9-х и 11-х классов к государственной итоговой "
            "аттестации",
            "в течение года",
            "Ильинская Т.П.",
            "Анализ пробных тестирований в формате ОГЭ и ЕГЭ",
            align=CENTRED,
        ),
        data_row(
            widths,
            "1.3.",
            "Мониторинг реализации дорожной карты",
            "май, ноябрь 2024 г.",
            "Заречная О.В.,\nруководители ШНОР",
            "Аналитическая справка о выполнении мероприятий дорожной карты",
            align=CENTRED,
        ),
        section_row(widths, "2. Методическая поддержка школ"),
        data_row(
            widths,
            "2.1.",
            "Единый методический день «Профилактика школьной неуспешности на основе анализа "
            "результатов оценочных процедур»",
            "январь 2024 г. (МБОУ «СОШ № 15»)\nмарт 2024 г. (МБОУ «ООШ № 19», МБОУ «ООШ № 21»)",
            "Заречная О.В.,\nИМЦ",
            "Повышение профессиональных компетенций педагогов, выявление лучших практик",
            align=CENTRED,
        ),
        data_row(
            widths,
            "2.2.",
            "Семинар для социальных педагогов «Организация профилактической работы в школе»",
            "март 2024 г.",
            "Кузовлева А.Д.",
            "Методические рекомендации",
            align=CENTRED,
        ),
        data_row(
            widths,
            "2.3.",
            "Организация повышения квалификации педагогических и руководящих работников",
            "в течение года",
            "Руководители ШНОР,\nИМЦ",
            "Доля педагогов, прошедших курсовую подготовку, – не менее 30 %",
            align=CENTRED,
        ),
    )
    return TableView(
        columns=tuple(TableColumn(width) for width in widths), heading=tuple(heading), rows=rows
    )


def appendix_mark(*lines: str) -> StampView:
    """Return the mark of an appendix to an invented order."""
    return StampView(
        kind="mark",
        lines=lines
        or (
            "Приложение 1",
            "к приказу Управления образования",
            "администрации города Сосновска",
            "от 15.01.2024 № 46",
        ),
    )


def plan_sheet(table: TableView | None = None) -> SheetView:
    """Return a landscape appendix with a plan."""
    return SheetView(
        stamps=(appendix_mark(),),
        title=(
            "План мероприятий («дорожная карта»)",
            "по поддержке школ, имеющих низкие образовательные результаты, на 2024 год",
        ),
        parts=(PartView(kind="plan", table=table or plan_table()),),
        landscape=True,
    )


def group_sheet() -> SheetView:
    """Return a portrait appendix with a working group and the compiler's signature."""
    widths = (14.0, 56.0, 100.0)
    people = (
        ("Заречная О.В.", "заместитель начальника Управления образования, председатель"),
        ("Ильинская Т.П.", "главный специалист отдела общего образования, секретарь"),
        ("Кузовлева А.Д.", "методист МКУ «Информационно-методический центр»"),
        ("Мышкин П.С.", "директор МБОУ «Средняя общеобразовательная школа № 15»"),
    )
    heading = Row(
        tuple(
            Cell(lines=(text,), width_mm=width, align="center", bold=True)
            for width, text in zip(
                widths, ("№ п/п", "Фамилия, инициалы", "Должность, роль в группе"), strict=True
            )
        )
    )
    rows = tuple(
        data_row(widths, f"{number}.", name, post, align=("center", "left", "left"))
        for number, (name, post) in enumerate(people, start=1)
    )
    table = TableView(
        columns=tuple(TableColumn(width) for width in widths), heading=(heading,), rows=rows
    )
    return SheetView(
        stamps=(
            appendix_mark(
                "Приложение 2",
                "к приказу Управления образования",
                "администрации города Сосновска",
                "от 15.01.2024 № 46",
            ),
        ),
        title=("Состав рабочей группы", "по реализации плана мероприятий на 2024 год"),
        parts=(PartView(kind="group", table=table),),
        signature=SignatureView(
            ("Главный специалист", "отдела общего образования"), "Т.П. Ильинская"
        ),
    )


def results_sheet() -> SheetView:
    """Return a note whose table has a heading of two levels and cells merged downwards."""
    widths = (14.0, 50.0, 26.0, 26.0, 26.0, 28.0)
    upper = Row(
        (
            Cell(lines=("№",), merge="restart", width_mm=14, align="center", bold=True),
            Cell(lines=("Школа",), merge="restart", width_mm=50, align="center", bold=True),
            Cell(lines=("Русский язык",), colspan=2, width_mm=52, align="center", bold=True),
            Cell(lines=("Математика",), colspan=2, width_mm=54, align="center", bold=True),
        )
    )
    lower = Row(
        (
            Cell(merge="continue", width_mm=14),
            Cell(merge="continue", width_mm=50),
            *(
                Cell(lines=(text,), width_mm=width, align="center", bold=True)
                for width, text in zip(widths[2:], ("2022", "2023", "2022", "2023"), strict=True)
            ),
        )
    )
    table = TableView(
        columns=tuple(TableColumn(width) for width in widths),
        heading=(upper, lower),
        rows=(
            data_row(widths, "1", "МБОУ «СОШ № 15»", "54,2", "56,8", "41,0", "+ 3,1"),
            data_row(widths, "2", "МБОУ «ООШ № 19»", "51,7", "50,9", "38,4", "– 0,6"),
        ),
        caption="Таблица 1 – Средний балл основного государственного экзамена",
    )
    return SheetView(
        stamps=(appendix_mark("Приложение 3"),),
        title=("Пояснительная записка",),
        parts=(
            PartView(
                kind="text",
                heading=Line("1. Общая характеристика", style="heading"),
                before=(
                    Line(
                        "Дорожная карта разработана по итогам анализа результатов оценочных "
                        "процедур & опроса руководителей <МБОУ> \"Школа 'на холме'\"."
                    ),
                    Line("1) школа работает в сложных условиях;", style="item"),
                    Line("2) доля молодых педагогов выше средней.", style="item"),
                ),
                table=table,
                after=(Line("Различия указаны в процентных пунктах.", style="plain"),),
            ),
        ),
    )


def order_view(*sheets: SheetView) -> DocumentView:
    """Return an order with points of three levels, an approval block and appendices."""
    clauses = (
        ClauseView("1.", "Утвердить:"),
        ClauseView(
            "1.1.",
            "план мероприятий («дорожную карту») по поддержке школ, имеющих низкие "
            "образовательные результаты, на 2024 год (Приложение 1);",
            level=2,
        ),
        ClauseView("1.2.", "состав рабочей группы по реализации плана (Приложение 2).", level=2),
        ClauseView(
            "2.",
            "Назначить муниципальным координатором Ильинскую Т.П., главного специалиста отдела "
            "общего образования.",
        ),
        ClauseView("3.", "Директорам общеобразовательных учреждений:"),
        ClauseView("3.1.", "провести анализ деятельности, в том числе:", level=2),
        ClauseView("3.1.1.", "образовательных результатов за 2022–2023 годы;", level=3),
        ClauseView("3.1.2.", "кадровых условий – до 18 марта 2024 г.;", level=3),
        ClauseView("3.2.", "разработать среднесрочную программу развития.", level=2),
        ClauseView(
            "4.",
            "Контроль за исполнением настоящего приказа возложить на заместителя начальника "
            "Управления образования Заречную О.В.",
            last=True,
        ),
    )
    act = ActView(
        letterhead=("УПРАВЛЕНИЕ ОБРАЗОВАНИЯ", "АДМИНИСТРАЦИИ ГОРОДА СОСНОВСКА"),
        form="ПРИКАЗ",
        form_spaced=True,
        date="15.01.2024",
        number="№ 46",
        place="г. Сосновск",
        title=(
            "Об организации поддержки школ, имеющих низкие",
            "образовательные результаты, в 2024 году",
        ),
        preamble="В соответствии с планом работы Управления образования на 2024 год, в целях "
        "повышения качества образования в общеобразовательных учреждениях,",
        verb="приказываю:",
        verb_inline=True,
        verb_spaced=True,
        clauses=clauses,
        signature=SignatureView(
            ("Начальник Управления образования", "администрации города Сосновска"),
            "Е.Г. Лозовая",
        ),
        approval=(
            ApprovalView(
                "Проект внесен:",
                (
                    SignatureView(
                        ("Главный специалист", "отдела общего образования"), "Т.П. Ильинская"
                    ),
                ),
            ),
            ApprovalView(
                "Проект согласован:",
                (
                    SignatureView(
                        ("Заместитель начальника", "Управления образования"), "О.В. Заречная"
                    ),
                    SignatureView(("Начальник правового отдела",), "М.Н. Верещагин"),
                ),
            ),
        ),
        executor=("Ильинская Татьяна Павловна", "8 (800) 000-00-00"),
    )
    return DocumentView(
        kind="order",
        id="order-46",
        title="Об организации поддержки школ, имеющих низкие образовательные результаты",
        page=GOST,
        act=act,
        sheets=sheets or (plan_sheet(), group_sheet()),
    )


def roadmap_view(*sheets: SheetView) -> DocumentView:
    """Return a roadmap with a personal approval stamp."""
    stamp = StampView(
        kind="stamp",
        lines=(
            "УТВЕРЖДАЮ",
            "Начальник Управления образования",
            "администрации города Сосновска",
            "______________ Е.Г. Лозовая",
            "«___» ______________ 2024 г.",
        ),
    )
    sheet = replace(plan_sheet(), stamps=(stamp,))
    return DocumentView(
        kind="roadmap",
        id="plan-2024",
        title="План мероприятий на 2024 год",
        page=GOST,
        act=None,
        sheets=sheets or (sheet,),
    )


def sheet_with(*parts: PartView) -> SheetView:
    """Return a bare portrait sheet of given parts."""
    return SheetView(stamps=(), title=("Лист",), parts=parts)
