"""Styles of the packaged templates: a house changes the look in Word by changing these."""

from __future__ import annotations

from dataclasses import dataclass

from wordml import NAMESPACES, twips

__all__ = ["EXTRACT_STYLES", "styles_part"]

FONT = "Times New Roman"
TEXT_SIZE = 28
TABLE_SIZE = 24


_BUILT_IN = ("Normal", "header", "heading 1", "heading 2", "heading 3", "footnote text")


@dataclass(frozen=True)
class Style:
    """A paragraph style.

    Attributes:
        id: Identifier inside the file.
        name: Name that Word shows.
        based_on: Identifier of the parent.
        paragraph: Paragraph properties, in the order of the schema.
        run: Run properties, in the order of the schema.
        gallery: Whether Word offers the style in its gallery.
    """

    id: str
    name: str
    based_on: str = "Normal"
    paragraph: str = ""
    run: str = ""
    gallery: bool = True

    def xml(self) -> str:
        """Return the style's element."""
        built_in = self.name in _BUILT_IN
        custom = "" if built_in else ' w:customStyle="1"'
        default = ' w:default="1"' if self.id == "Normal" else ""
        parent = f'<w:basedOn w:val="{self.based_on}"/>' if self.id != "Normal" else ""
        return (
            f'<w:style w:type="paragraph"{default}{custom} w:styleId="{self.id}">'
            f'<w:name w:val="{self.name}"/>{parent}{"<w:qFormat/>" if self.gallery else ""}'
            f"<w:pPr>{self.paragraph}</w:pPr><w:rPr>{self.run}</w:rPr></w:style>"
        )


def _spacing(before: float = 0, after: float = 0, line: str = 'w:line="240"') -> str:
    return (
        f'<w:spacing w:before="{round(before * 20)}" w:after="{round(after * 20)}" '
        f'{line} w:lineRule="auto"/>'
    )


def _size(points: float) -> str:
    return f'<w:sz w:val="{round(points * 2)}"/><w:szCs w:val="{round(points * 2)}"/>'


_MONOSPACED = (
    '<w:rFonts w:ascii="Courier New" w:hAnsi="Courier New" w:cs="Courier New"/>'
    '<w:sz w:val="24"/><w:szCs w:val="24"/>'
)
_TOGETHER = "<w:keepNext/><w:keepLines/>"
_CENTRE = '<w:jc w:val="center"/>'
_BOLD = "<w:b/><w:bCs/>"
_ITALIC = "<w:i/><w:iCs/>"
_CUSTOM = ' w:customStyle="1"'
_NARROW = '<w:spacing w:before="0" w:after="0" w:line="120" w:lineRule="exact"/>'
_HAIR = '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'

STYLES = (
    Style("Normal", "Normal", paragraph=_spacing()),
    Style(
        "Heading1",
        "heading 1",
        paragraph=f'{_TOGETHER}{_spacing()}{_CENTRE}<w:outlineLvl w:val="0"/>',
        run=_BOLD,
    ),
    Style(
        "Heading2",
        "heading 2",
        paragraph=f'{_TOGETHER}{_spacing(12, 6)}{_CENTRE}<w:outlineLvl w:val="1"/>',
        run=_BOLD,
    ),
    Style(
        "Heading3",
        "heading 3",
        paragraph=f'{_TOGETHER}{_spacing(6, 3)}<w:ind w:firstLine="{twips(12.5)}"/>'
        '<w:outlineLvl w:val="2"/>',
        run=_BOLD,
    ),
    Style("Header", "header", paragraph=f"{_spacing()}{_CENTRE}", run=_size(12), gallery=False),
    # Running text. Everything below is derived from it: font size, spacing and indent
    # of the format profile are set here.
    Style(
        "BodyText",
        "Текст документа",
        paragraph=f'{_spacing()}<w:ind w:firstLine="{twips(12.5)}"/><w:jc w:val="both"/>',
    ),
    Style("BodyPlain", "Текст без отступа", "BodyText", '<w:ind w:firstLine="0"/>'),
    Style("BodyItem", "Элемент списка", "BodyText"),
    Style("BodyList", "Список", "BodyText"),
    Style(
        "Quotation",
        "Цитата",
        "BodyText",
        f'<w:ind w:left="{twips(12.5)}" w:right="{twips(12.5)}" w:firstLine="0"/>',
        _ITALIC,
    ),
    Style(
        "CodeLine",
        "Моноширинный текст",
        "BodyText",
        '<w:ind w:firstLine="0"/><w:jc w:val="left"/>',
        _MONOSPACED,
    ),
    Style("FootnoteText", "footnote text", paragraph=_spacing(), run=_size(10), gallery=False),
    Style("Preamble", "Преамбула", "BodyText", _TOGETHER),
    Style(
        "Verb",
        "Распорядительное слово",
        "BodyText",
        f'{_TOGETHER}<w:spacing w:before="120" w:after="120"/><w:ind w:firstLine="0"/>'
        '<w:jc w:val="left"/>',
    ),
    Style("Clause1", "Пункт", "BodyText"),
    Style("Clause2", "Подпункт", "BodyText"),
    Style("Clause3", "Подпункт нижнего уровня", "BodyText"),
    # Requisites of an act.
    Style("Letterhead", "Бланк", paragraph=f"{_spacing(0, 12)}{_CENTRE}", run=_BOLD),
    Style(
        "ActForm",
        "Вид документа",
        paragraph=f"{_spacing(6, 12)}{_CENTRE}",
        run=f"{_BOLD}{_size(16)}",
    ),
    Style("ActDate", "Дата документа"),
    Style("ActNumber", "Номер документа", paragraph='<w:jc w:val="right"/>'),
    Style("ActPlace", "Место издания", paragraph=f"{_spacing(6)}{_CENTRE}"),
    Style("ActTitle", "Заголовок к тексту", "Heading1", _spacing(18, 18)),
    Style("SignaturePost", "Подпись – должность", paragraph=f"<w:keepLines/>{_spacing(30)}"),
    Style(
        "SignatureName",
        "Подпись – имя",
        paragraph=f'<w:keepLines/>{_spacing()}<w:jc w:val="right"/>',
    ),
    Style("VisaCaption", "Виза – заголовок", paragraph=f"{_TOGETHER}{_spacing(18)}"),
    Style("VisaPost", "Виза – должность", paragraph=f"<w:keepLines/>{_spacing(6)}"),
    Style(
        "VisaName",
        "Виза – имя",
        paragraph=f'<w:keepLines/>{_spacing()}<w:jc w:val="right"/>',
    ),
    Style("Executor", "Исполнитель", paragraph=_spacing(), run=_size(10)),
    # Sheets.
    Style("AppendixMark", "Отметка о приложении", paragraph=f"<w:keepNext/>{_spacing(0, 12)}"),
    Style("ApprovalStamp", "Гриф утверждения", paragraph=f"<w:keepNext/>{_spacing(0, 12)}"),
    Style("SheetTitle", "Название приложения", "Heading1", _spacing(6, 12)),
    Style("PartTitle", "Название раздела", "Heading2"),
    Style("Subheading", "Название подраздела", "Heading3"),
    # Tables.
    Style("TableCaption", "Название таблицы", paragraph=f"{_TOGETHER}{_spacing(6, 6)}"),
    Style("Picture", "Рисунок", paragraph=f"{_spacing(6, 6)}{_CENTRE}"),
    Style("TableText", "Таблица – текст", run=_size(TABLE_SIZE / 2)),
    Style("TableHeading", "Таблица – графа", "TableText", f"<w:keepNext/>{_CENTRE}"),
    Style("TableSection", "Таблица – раздел", "TableText", "<w:keepNext/>", _BOLD),
    Style("TableTotal", "Таблица – итог", "TableText", run=_BOLD),
    # What must be there for Word, but is not to be seen.
    Style("Gap", "Промежуток", paragraph=f"<w:keepNext/>{_NARROW}", run=_size(1), gallery=False),
    Style("SectionEnd", "Конец раздела", paragraph=_HAIR, run=_size(1), gallery=False),
    Style(
        "TagLine",
        "Тег шаблона",
        run=f'<w:color w:val="7F7F7F"/>{_size(9)}',
        gallery=False,
    ),
)

EXTRACT_STYLES = (
    Style("Recipient", "Кому выписка", paragraph=_spacing(0, 12)),
    Style("CertificationCaption", "Заверение", paragraph=f"{_TOGETHER}{_spacing(24)}"),
    Style("CertificationPost", "Заверение – должность", paragraph=f"{_TOGETHER}{_spacing(6)}"),
    Style(
        "CertificationName",
        "Заверение – имя",
        paragraph=f'{_TOGETHER}{_spacing()}<w:jc w:val="right"/>',
    ),
    Style("CertificationDate", "Заверение – дата", paragraph=_spacing(6)),
)
"""Styles of an extract besides."""

_DEFAULTS = (
    "<w:docDefaults><w:rPrDefault><w:rPr>"
    f'<w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:cs="{FONT}" w:eastAsia="{FONT}"/>'
    f'<w:sz w:val="{TEXT_SIZE}"/><w:szCs w:val="{TEXT_SIZE}"/>'
    '<w:lang w:val="ru-RU" w:eastAsia="ru-RU" w:bidi="ar-SA"/>'
    "</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
)
_CHARACTER_STYLES = (
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
    '<w:name w:val="Default Paragraph Font"/></w:style>'
    '<w:style w:type="character" w:customStyle="1" w:styleId="Spaced">'
    '<w:name w:val="Разрядка"/><w:qFormat/><w:rPr><w:spacing w:val="60"/></w:rPr></w:style>'
    + "".join(
        f'<w:style w:type="character"{custom} w:styleId="{style}"><w:name w:val="{name}"/>'
        f"<w:qFormat/><w:rPr>{look}</w:rPr></w:style>"
        for style, name, custom, look in (
            ("Strong", "Strong", "", _BOLD),
            ("Emphasis", "Emphasis", "", _ITALIC),
            ("StrongEmphasis", "Полужирный курсив", _CUSTOM, f"{_BOLD}{_ITALIC}"),
            ("Underlined", "Подчёркнутый", _CUSTOM, '<w:u w:val="single"/>'),
            ("CodeText", "Моноширинный", _CUSTOM, _MONOSPACED),
            ("FootnoteReference", "footnote reference", "", '<w:vertAlign w:val="superscript"/>'),
        )
    )
)


def _borders(kind: str) -> str:
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    return "".join(
        f'<w:{side} w:val="{kind}" w:sz="4" w:space="0" w:color="auto"/>' for side in sides
    )


def _table_style(style: str, name: str, border: str, margin: float, edge: float) -> str:
    sides = {"top": edge, "left": margin, "bottom": edge, "right": margin}
    margins = "".join(
        f'<w:{side} w:w="{twips(size)}" w:type="dxa"/>' for side, size in sides.items()
    )
    return (
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{style}"><w:name w:val="{name}"/>'
        '<w:basedOn w:val="TableNormal"/><w:qFormat/><w:tblPr><w:tblBorders>'
        f"{_borders(border)}</w:tblBorders><w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>"
        "</w:style>"
    )


_TABLE_STYLES = (
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal">'
    '<w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style>'
    '<w:style w:type="numbering" w:default="1" w:styleId="NoList">'
    '<w:name w:val="No List"/></w:style>'
    + _table_style("DocumentTable", "Таблица документа", "single", 1.5, 0.5)
    + _table_style("LayoutTable", "Таблица без линий", "nil", 0, 0)
)


def styles_part(more: tuple[Style, ...] = ()) -> str:
    """Return the part with styles, those of one kind of document only after the common ones."""
    body = "".join(style.xml() for style in (*STYLES, *more))
    return f"<w:styles {NAMESPACES}>{_DEFAULTS}{body}{_CHARACTER_STYLES}{_TABLE_STYLES}</w:styles>"
