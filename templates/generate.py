"""Writes the packaged Word templates: ``python templates/generate.py [FOLDER]``.

Run it after a change of the files beside it and commit the templates with them; a
test compares both. The templates are ordinary Word documents: a house copies one
into its own folder and changes it in Word.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

from blocks import act, extract, last_section, sheets
from letterhead import SURROUNDING_STYLES
from meeting import MINUTES_STYLES, minutes, minutes_extract
from papers import COPY_STYLES, LETTER_STYLES, copy, letter
from styles import EXTRACT_STYLES, styles_part
from theme import font_table_part, theme_part
from wordml import NAMESPACES, field, paragraph

from roadmapkit.rendering.lists_and_notes import default_numbering
from roadmapkit.rendering.packing import write_archive
from roadmapkit.rendering.properties import (
    CUSTOM,
    KIND_PROPERTY,
    VERSION_PROPERTY,
    content_version,
    custom_properties,
    read_custom_properties,
    with_properties,
)

__all__ = ["TEMPLATES", "build", "main"]

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"

TEMPLATES = {
    "order": ("Приказ с приложениями", act() + sheets(), "sheets[-1] if sheets else act"),
    "roadmap": ("План мероприятий", sheets(), "sheets[-1]"),
    "minutes": ("Протокол с приложениями", minutes(), "sheets[-1] if sheets else minutes"),
    "program": ("Программа", sheets(), "sheets[-1]"),
    "report": ("Отчёт о выполнении", sheets(), "sheets[-1]"),
    "extract": (
        "Выписка",
        extract(minutes_extract()),
        "sheets[-1] if sheets else act or minutes",
    ),
    "acquaintance": ("Лист ознакомления", sheets(), "sheets[-1]"),
    "copy": ("Заверенная копия", copy(), "sheets[-1] if sheets else act or minutes"),
    "approval": ("Лист согласования", sheets(), "sheets[-1]"),
    "list": ("Список", sheets(), "sheets[-1]"),
    "letter": ("Письмо", letter(), "sheets[-1] if sheets else letter"),
}
"""Title, body and subject of the last section of each template, by kind."""

STYLES_BESIDES = {
    "order": SURROUNDING_STYLES,
    "extract": (*SURROUNDING_STYLES, *EXTRACT_STYLES, *MINUTES_STYLES),
    "minutes": (*SURROUNDING_STYLES, *MINUTES_STYLES),
    "copy": (*SURROUNDING_STYLES, *EXTRACT_STYLES, *COPY_STYLES, *MINUTES_STYLES),
    "letter": (*SURROUNDING_STYLES, *LETTER_STYLES),
}
"""Styles that only one kind of document has."""

PARTS = {
    "document": f"{WORD}.document.main+xml",
    "styles": f"{WORD}.styles+xml",
    "settings": f"{WORD}.settings+xml",
    "numbering": f"{WORD}.numbering+xml",
    "fontTable": f"{WORD}.fontTable+xml",
    "header1": f"{WORD}.header+xml",
    "header2": f"{WORD}.header+xml",
    "theme": "application/vnd.openxmlformats-officedocument.theme+xml",
}
"""Content type of each part."""

SETTINGS = (
    '<w:zoom w:percent="100"/><w:defaultTabStop w:val="708"/>'
    '<w:characterSpacingControl w:val="doNotCompress"/><w:compat>'
    '<w:compatSetting w:name="compatibilityMode" '
    'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
    '<w:themeFontLang w:val="ru-RU"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/>'
)


def with_version(members: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return a template that says which one it is, so that its copies tell when it changes."""
    values = {**read_custom_properties(members), VERSION_PROPERTY: content_version(members)}
    return {**members, CUSTOM: custom_properties(values)}


def content_types() -> str:
    """Return the part that names the type of every other part."""
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{kind}"/>'
        for name, kind in PARTS.items()
    )
    return (
        f'<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def relationships(targets: dict[str, tuple[str, str]]) -> str:
    """Return a part with relationships: id to type and target."""
    elements = "".join(
        f'<Relationship Id="{name}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for name, (kind, target) in targets.items()
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{elements}</Relationships>'


def build(kind: str) -> bytes:
    """Return the template for a kind of document."""
    title, body, subject = TEMPLATES[kind]
    document = (
        f"<w:document {NAMESPACES}><w:body>{body}{last_section(subject)}</w:body></w:document>"
    )
    texts = {
        "[Content_Types].xml": content_types(),
        "_rels/.rels": relationships({"rId1": ("officeDocument", "word/document.xml")}),
        "word/document.xml": document,
        "word/_rels/document.xml.rels": relationships(
            {
                "rIdStyles": ("styles", "styles.xml"),
                "rIdNumbering": ("numbering", "numbering.xml"),
                "rIdSettings": ("settings", "settings.xml"),
                "rIdFonts": ("fontTable", "fontTable.xml"),
                "rIdTheme": ("theme", "theme.xml"),
                "rIdPageNumber": ("header", "header1.xml"),
                "rIdNoNumber": ("header", "header2.xml"),
            }
        ),
        "word/styles.xml": styles_part(STYLES_BESIDES.get(kind, ())),
        "word/settings.xml": f"<w:settings {NAMESPACES}>{SETTINGS}</w:settings>",
        "word/fontTable.xml": font_table_part(),
        "word/theme.xml": theme_part(),
        "word/header1.xml": f"<w:hdr {NAMESPACES}>{paragraph('Header', field('PAGE'))}</w:hdr>",
        "word/header2.xml": f"<w:hdr {NAMESPACES}>{paragraph('Header')}</w:hdr>",
    }
    members = {name: (DECLARATION + text).encode() for name, text in texts.items()}
    members["word/numbering.xml"] = default_numbering()
    return write_archive(
        with_version(
            with_properties(members, title=title, language="ru-RU", custom={KIND_PROPERTY: kind})
        )
    )


def main(folder: Path) -> None:
    """Write every template into *folder*."""
    for kind in TEMPLATES:
        (folder / f"{kind}.docx").write_bytes(build(kind))


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent)
