"""View models: what a document prints, finished to the last character.

Every string here is inflected, numbered and typeset; a Word template only places
it. A view model is plain data, so that it can be compared, stored as JSON and sent
to another process. ``origin`` says which place of the YAML a text came from; it
takes no part in comparison and is never printed.

Lengths are in millimetres, font sizes in points. Docstrings of the classes are in
Russian: a house reads them as the reference of what its templates may print.
"""

from __future__ import annotations

from dataclasses import field, fields, is_dataclass
from typing import TYPE_CHECKING, Any, Literal

from roadmapkit.documents.line_view import Line, LineStyle, SignatureView
from roadmapkit.documents.page_layout import Align, PageView
from roadmapkit.documents.stretches import ListMark, Run, same_as
from roadmapkit.lazily import dataclass

if TYPE_CHECKING:
    from roadmapkit.documents.chart_view import ChartView
    from roadmapkit.documents.letter_view import LetterView
    from roadmapkit.documents.letterhead_view import LetterheadView, PictureView
    from roadmapkit.documents.minutes_view import MinutesView
    from roadmapkit.source import Origin

__all__ = [
    "ActView",
    "Align",
    "ApprovalView",
    "Cell",
    "CertificationView",
    "ClauseView",
    "DocumentView",
    "ExtractView",
    "Line",
    "LineStyle",
    "ListMark",
    "Merge",
    "PageView",
    "PartView",
    "Row",
    "Run",
    "SheetView",
    "SignatureView",
    "StampView",
    "TableColumn",
    "TableView",
    "plain",
]

Merge = Literal["", "restart", "continue"]


@dataclass(frozen=True, slots=True)
class Cell:
    """Ячейка таблицы.

    Attributes:
        lines: Абзацы ячейки: не меньше одного, возможно пустой.
        colspan: Сколько столбцов сетки занимает ячейка.
        merge: ``restart`` начинает объединение вниз, ``continue`` его продолжает
            (и ничего не печатает), пусто – обычная ячейка.
        align: Выравнивание.
        width_mm: Ширина в миллиметрах: сумма ширин её столбцов.
        bold: Полужирный ли текст.
        blocks: Те же абзацы со списками и выделениями, когда простых строк мало.
        shade: Цвет фона, RRGGBB; пусто – без фона.
    """

    lines: tuple[str, ...] = ("",)
    colspan: int = 1
    merge: Merge = ""
    align: Align = "left"
    width_mm: float = 0.0
    bold: bool = False
    origin: Origin | None = field(default=None, compare=False, repr=False)
    blocks: tuple[Line, ...] = field(default=(), metadata=same_as("lines"))
    shade: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """Строка таблицы.

    Attributes:
        cells: Ячейки слева направо.
        kind: ``data`` – обычная, ``section`` – раздел во всю ширину, ``total`` – итог.
    """

    cells: tuple[Cell, ...]
    kind: Literal["data", "section", "total"] = "data"


@dataclass(frozen=True, slots=True)
class TableColumn:
    """Столбец сетки таблицы.

    Attributes:
        width_mm: Ширина в миллиметрах.
    """

    width_mm: float


@dataclass(frozen=True, slots=True)
class TableView:
    """Таблица; строки заголовка повторяются на каждой странице.

    Attributes:
        columns: Столбцы сетки слева направо.
        heading: Строки заголовка; строка с номерами граф – последняя из них.
        rows: Строки таблицы.
        caption: Название над таблицей, если оно есть.
        split_rows: Может ли строка переходить на другую страницу.
        font_pt: Размер шрифта в пунктах; без него – как в шаблоне.
    """

    columns: tuple[TableColumn, ...]
    heading: tuple[Row, ...]
    rows: tuple[Row, ...]
    caption: str | None = None
    split_rows: bool = False
    font_pt: float | None = None


@dataclass(frozen=True, slots=True)
class PartView:
    """Часть листа: заголовок, абзацы, таблица, абзацы – каждого может не быть.

    Attributes:
        kind: Что это за часть: ``plan``, ``text``, ``table``, ``matrix``, ``group``,
            ``abbreviations``, ``summary``, ``late`` и другие.
        heading: Заголовок части.
        before: Абзацы над таблицей.
        table: Таблица.
        after: Абзацы под таблицей.
        chart: Диаграмма над таблицей.
    """

    kind: str
    heading: Line | None = None
    before: tuple[Line, ...] = ()
    table: TableView | None = None
    after: tuple[Line, ...] = ()
    chart: ChartView | None = None


@dataclass(frozen=True, slots=True)
class ApprovalView:
    """Группа согласующих: «Проект внесен:» и люди под ней.

    Attributes:
        caption: Слова над группой.
        signatures: Подписи группы.
    """

    caption: str
    signatures: tuple[SignatureView, ...]


@dataclass(frozen=True, slots=True)
class StampView:
    """Строки в правом верхнем углу: отметка о приложении или гриф утверждения.

    Attributes:
        kind: ``mark`` – отметка «Приложение 1 к приказу …», ``stamp`` – гриф «УТВЕРЖДАЮ».
        lines: Строки.
    """

    kind: Literal["mark", "stamp"]
    lines: tuple[str, ...]
    origin: Origin | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class ClauseView:
    """Пункт акта или его абзац без номера.

    Attributes:
        number: «1.», «1.1.», «1)»; у абзаца без номера пусто.
        text: Текст без номера.
        level: 1 – пункт, 2 – подпункт и так далее.
        last: Последний ли это абзац акта: он не отрывается от подписи.
    """

    number: str
    text: str
    level: int = 1
    last: bool = False
    origin: Origin | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class ActView:
    """Текст акта: приказа, распоряжения, постановления.

    Attributes:
        letterhead: Строки с названием органа.
        form: Вид акта, как он печатается: «ПРИКАЗ».
        form_spaced: Печатается ли вид акта вразрядку.
        date: Дата, как она печатается, или место для неё в проекте.
        number: «№ 46» или место для номера в проекте.
        place: Место издания.
        title: Строки заголовка.
        preamble: Преамбула без глагола; может быть пустой.
        verb: «приказываю:» или пусто.
        verb_inline: Стоит ли глагол в конце преамбулы, а не отдельной строкой.
        verb_spaced: Печатается ли глагол вразрядку.
        clauses: Пункты и подпункты по порядку.
        signature: Кто подписывает; нет, пока никто не назван.
        approval: Группы листа согласования.
        executor: Строки отметки об исполнителе – внизу последнего листа акта.
    """

    letterhead: tuple[str, ...]
    form: str
    form_spaced: bool
    date: str
    number: str
    place: str
    title: tuple[str, ...]
    preamble: str
    verb: str
    verb_inline: bool
    verb_spaced: bool
    clauses: tuple[ClauseView, ...]
    signature: SignatureView | None
    approval: tuple[ApprovalView, ...] = ()
    executor: tuple[str, ...] = ()
    origin: Origin | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class SheetView:
    """Что начинается с новой страницы: приложение, план, отчёт.

    Attributes:
        stamps: Отметка о приложении, гриф утверждения или оба – справа вверху.
        title: Строки заголовка.
        parts: Части по порядку.
        signature: Подпись составителя в конце.
        landscape: Альбомный ли лист.
        restart_pages: Начинается ли здесь счёт страниц заново.
    """

    stamps: tuple[StampView, ...]
    title: tuple[str, ...]
    parts: tuple[PartView, ...]
    signature: SignatureView | None = None
    landscape: bool = False
    restart_pages: bool = False
    origin: Origin | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class CertificationView:
    """Заверительная надпись копии или выписки.

    Attributes:
        caption: «Верно».
        signature: Кто заверяет.
        date: Дата или место для неё: «___ ________ 20__ г.».
        kept: Где хранится подлинник; пусто – без этой отметки.
    """

    caption: str
    signature: SignatureView
    date: str
    kept: str = ""


@dataclass(frozen=True, slots=True)
class ExtractView:
    """Что есть в выписке или копии кроме того, из чего она сделана.

    Attributes:
        recipient: «Для: …»; в выписке из плана эти слова стоят над таблицей.
        signed: Слово на месте подписи в подлиннике: «Подпись».
        caption: «Копия» вверху справа; в выписке пусто.
        certification: Кто заверяет, если документ заверяется.
    """

    recipient: str = ""
    signed: str = ""
    caption: str = ""
    certification: CertificationView | None = None


@dataclass(frozen=True, slots=True)
class DocumentView:
    """Один файл: акт с приложениями или только листы.

    Attributes:
        kind: Имя шаблона Word, по которому печатается файл: ``order``, ``roadmap``,
            ``report``, ``extract``, ``copy``, ``letter`` и другие.
        id: Id документа.
        title: Название в свойствах файла.
        page: Размеры из профиля оформления.
        act: Текст акта, если файл начинается с него.
        sheets: Приложения либо сам план или отчёт.
        language: Язык текста.
        extract: Что есть в выписке сверх документа; в других документах нет.
        minutes: Текст протокола, если файл начинается с него.
        letterhead: Что есть на бланке организации кроме её названия, если печатается на бланке.
        qr: QR-код внизу первого листа.
        letter: Текст письма, если файл начинается с него.
    """

    kind: str
    id: str
    title: str
    page: PageView
    act: ActView | None
    sheets: tuple[SheetView, ...]
    language: str = "ru-RU"
    extract: ExtractView | None = None
    minutes: MinutesView | None = None
    letterhead: LetterheadView | None = None
    qr: PictureView | None = None
    letter: LetterView | None = None


def plain(view: object) -> Any:
    """Return a view model as JSON values, without the origins."""
    if isinstance(view, tuple):
        return [plain(item) for item in view]
    if is_dataclass(view):
        return {
            entry.name: plain(getattr(view, entry.name)) for entry in fields(view) if entry.compare
        }
    return view
