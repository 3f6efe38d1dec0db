"""Write docs/format.md, the reference of every kind and key, from the models."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from roadmapkit.model import MODELS, json_schema
from roadmapkit.model.base import Day, Id, Text

__all__ = ["main", "reference"]

TARGET = Path(__file__).resolve().parent.parent / "docs" / "format.md"

Schema = Mapping[str, Any]

_HEAD = """\
<!-- Written by tools/format_reference.py from the models: change those, then run it again. -->

# Формат файлов

Каждый файл YAML содержит один документ или несколько, разделённых строкой `---`. Вид документа \
называет ключ `kind`; ниже перечислены все виды и все их ключи. То же самое знает JSON-схема \
`schemas/roadmapkit.schema.json`, по которой редактор подсказывает ключи.

Что значат слова в графе «Значение»:

| слово | что писать |
|---|---|
| текст | строка, которая печатается; число без кавычек тоже годится и сохраняет свои цифры |
| id | латинские и русские буквы, цифры, дефисы |
| день | `31.01.2024` или `2024-01-31` |
| список | строки, начинающиеся с дефиса |
| через «или» | любой из названных видов значения |

Обязательные ключи выделены **полужирным**. У остальных в графе «Если не указано» стоит значение \
по умолчанию; прочерк значит, что ничего не печатается или значение вычисляется.
"""

_SHARED = "Общие части"
_KIND_TITLES = {
    "roadmap": "Дорожная карта",
    "order": "Приказ",
    "program": "Программа",
    "minutes": "Протокол",
    "letter": "Письмо",
    "progress": "Ход исполнения",
    "directory": "Реестр",
    "settings": "Настройки",
}


def reference() -> str:
    """Return the text of the page."""
    definitions: dict[str, Schema] = json_schema()["$defs"]
    roots = {kind: model.__name__ for kind, model in MODELS.items()}
    used = {kind: tuple(_reachable(root, definitions)) for kind, root in roots.items()}
    shared = _in_several(used.values())
    lines = [_HEAD, *_contents(shared)]
    for kind, names in used.items():
        lines += [f"## {_KIND_TITLES[kind]}: `kind: {kind}`", ""]
        for name in names:
            if name not in shared:
                lines += _definition(name, definitions, heading=name != roots[kind])
    lines += [f"## {_SHARED}", "", "Встречаются в документах разных видов.", ""]
    for name in shared:
        lines += _definition(name, definitions, heading=True)
    return "\n".join(lines).rstrip() + "\n"


def main() -> None:
    """Rewrite the page that is committed."""
    TARGET.write_text(reference(), encoding="utf-8", newline="\n")


def _contents(shared: Iterable[str]) -> Iterator[str]:
    for kind in MODELS:
        title = _KIND_TITLES[kind]
        yield f"- [{title}](#{title.lower().replace(' ', '-')}-kind-{kind})"
    if shared:
        yield f"- [{_SHARED}](#{_SHARED.lower().replace(' ', '-')})"
    yield ""


def _in_several(groups: Iterable[Iterable[str]]) -> tuple[str, ...]:
    """Return the names that stand in more than one group, in the order of first use."""
    seen: dict[str, int] = {}
    for group in groups:
        for name in group:
            seen[name] = seen.get(name, 0) + 1
    return tuple(name for name, count in seen.items() if count > 1)


def _reachable(name: str, definitions: Mapping[str, Schema]) -> Iterator[str]:
    """Yield *name* and every definition that it is made of, each once, depth first."""
    seen: dict[str, None] = {}

    def visit(current: str) -> None:
        if current in seen:
            return
        seen[current] = None
        for inner in _references(definitions[current]):
            visit(inner)

    visit(name)
    yield from seen


def _references(schema: Any) -> Iterator[str]:
    if isinstance(schema, Mapping):
        if "$ref" in schema:
            yield _target(schema)
        for value in schema.values():
            yield from _references(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from _references(value)


def _target(schema: Schema) -> str:
    return str(schema["$ref"]).rsplit("/", 1)[-1]


def _definition(name: str, definitions: Mapping[str, Schema], *, heading: bool) -> Iterator[str]:
    """Yield the section of one definition: what it is, its keys."""
    schema = definitions[name]
    if heading:
        yield f'### <a id="{_anchor(name)}"></a>{_title(name, definitions)}'
        yield ""
    description = str(schema["description"]).replace("``", "`")
    if not heading or description != f"{_title(name, definitions)}.":
        yield description
        yield ""
    yield "| ключ | значение | если не указано | что это |"
    yield "|---|---|---|---|"
    required = set(schema.get("required", ()))
    for key, value in schema["properties"].items():
        shown = f"**`{key}`**" if key in required else f"`{key}`"
        default = "обязательно" if key in required else _default(value.get("default"))
        kind = _value(value, definitions)
        yield f"| {shown} | {kind} | {default} | {value['description']} |"
    yield ""


def _title(name: str, definitions: Mapping[str, Schema]) -> str:
    """Return the first words of a description: what authors call the thing."""
    text = str(definitions[name]["description"])
    return re.split("[:;,.]", text, maxsplit=1)[0]


def _anchor(name: str) -> str:
    return "".join(f"-{letter.lower()}" if letter.isupper() else letter for letter in name)[1:]


def _default(value: Any) -> str:
    if isinstance(value, bool):
        return f"`{str(value).lower()}`"
    if value is None or value == [] or isinstance(value, Mapping):
        return "–"
    return f"`{value}`"


_WORDS: tuple[tuple[Schema, str], ...] = (
    (TypeAdapter(Text).json_schema(), "текст"),
    (TypeAdapter(Id).json_schema(), "id"),
    (TypeAdapter(Day).json_schema(), "день"),
    ({"type": "boolean"}, "`true` или `false`"),
)
_ABOUT = {"title", "description", "default", "examples"}


def _value(schema: Schema, definitions: Mapping[str, Schema]) -> str:
    """Return in words which values a schema accepts."""
    choices = list(dict.fromkeys(_choices(schema, definitions)))
    lists = [choice.removeprefix("список: ") for choice in choices if choice.startswith("список: ")]
    single = [choice for choice in choices if not choice.startswith("список: ")]
    if single and lists == [" или ".join(single)]:
        return f"{lists[0]}; можно список"
    return " или ".join([*single, *(f"список: {items}" for items in lists)])


def _choices(schema: Schema, definitions: Mapping[str, Schema]) -> Iterator[str]:
    bare = _filled({key: value for key, value in schema.items() if key not in _ABOUT})
    for known, word in _WORDS:
        if bare == known:
            yield word
            return
    if "anyOf" in bare or "oneOf" in bare:
        for choice in bare.get("anyOf", bare.get("oneOf", ())):
            if choice != {"type": "null"}:
                yield from _choices(choice, definitions)
    else:
        yield _single(bare, definitions)


def _filled(bare: Schema) -> Schema:
    """Return a schema without the leave to write nothing, which every optional key has."""
    types = bare.get("type")
    if not isinstance(types, list) or "null" not in types:
        return bare
    rest = [one for one in types if one != "null"]
    return {**bare, "type": rest if len(rest) > 1 else rest[0]}


def _single(bare: Schema, definitions: Mapping[str, Schema]) -> str:
    match bare:
        case {"$ref": _}:
            name = _target(bare)
            return f"[{_title(name, definitions).lower()}](#{_anchor(name)})"
        case {"const": value}:
            return f"`{value}`"
        case {"enum": words}:
            return ", ".join(f"`{word}`" for word in words)
        case {"type": "array", "items": items}:
            return f"список: {_value(items, definitions)}"
        case {"type": "integer", "minimum": least, "maximum": most}:
            return f"`{least}`" if least == most else f"целое число от {least} до {most}"
        case {"type": "object", "additionalProperties": values}:
            return f"ключи автора, у каждого {_value(values, definitions)}"
        case _:
            raise ValueError(f"No words for the schema {bare}")


if __name__ == "__main__":
    main()
