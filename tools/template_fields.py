"""Write docs/template-fields.md, what Word templates may print, from the view models."""

from __future__ import annotations

from pathlib import Path

import roadmapkit
from roadmapkit.building.house_templates import template_kinds
from roadmapkit.cli.template_text import fields_page
from roadmapkit.diagnostics import Message
from roadmapkit.rendering import TemplateField

__all__ = ["main", "reference"]

TARGET = Path(__file__).resolve().parent.parent / "docs" / "template-fields.md"

_HEAD = """\
<!-- Written by tools/template_fields.py from the view models: change those, then run it again. -->

# Поля шаблонов Word

Что может напечатать шаблон каждого вида документов. То же показывает команда \
`roadmapkit templates fields order`. Как менять шаблоны, рассказывает \
[страница о шаблонах](ru/27-templates.md).

`[]` после имени значит «любой элемент списка»: `act.clauses[].text` – текст каждого пункта; в \
шаблоне по списку идёт цикл `{%p for clause in act.clauses %}`, а внутри него пишется \
`{{ clause.text }}`. **Полужирным** выделены поля, без которых в документе пропали бы слова: об \
их отсутствии в шаблоне предупреждает `TPL016`.
"""
_WORDS = {
    "field": "поле",
    "type": "что это",
    "meaning": "значение",
    "example": "пример",
    "text": "текст",
    "number": "число",
    "yes or no": "да или нет",
    "group of fields": "группа полей",
    "list: {items}": "список: {items}",
    "one of: {words}": "одно из: {words}",
    "may be absent": "может не быть",
    "the same fields as {path} has": "те же поля, что у {path}",
}


def _say(message: Message) -> str:
    values = {
        name: _say(value) if isinstance(value, Message) else value
        for name, value in message.args.items()
    }
    return str(Message(_WORDS[message.template], **values))


def reference() -> str:
    """Return the text of the page."""
    sections = []
    seen: dict[tuple[TemplateField, ...], str] = {}
    for kind in template_kinds():
        fields = roadmapkit.template_fields(kind)
        same = seen.setdefault(fields, kind)
        if same != kind:
            sections.append(f"## {kind}.docx\n\nТе же поля, что у [{same}.docx](#{same}docx).\n")
        else:
            sections.append(fields_page(kind, fields, _say))
    return "\n".join([_HEAD, *sections]).rstrip() + "\n"


def main() -> None:
    """Rewrite the page that is committed."""
    TARGET.write_text(reference(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
