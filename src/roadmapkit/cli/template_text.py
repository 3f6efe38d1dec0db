"""The reference of template fields, as a tree, as records and as a page."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from roadmapkit.diagnostics import Message

if TYPE_CHECKING:
    from roadmapkit.rendering import TemplateField

__all__ = ["fields_page", "fields_records", "fields_tree"]

Say = Callable[[Message], str]


def fields_records(fields: Sequence[TemplateField], say: Say) -> list[dict[str, Any]]:
    """Return fields as plain data, each with those of its group."""
    return [
        {
            "path": item.path,
            "name": item.name,
            "type": say(item.type),
            "optional": item.optional,
            "choices": list(item.choices),
            "meaning": item.meaning,
            "example": item.example,
            "required": item.required,
            "fields": fields_records(item.fields, say),
        }
        for item in fields
    ]


def fields_tree(fields: Sequence[TemplateField], say: Say) -> Iterator[str]:
    """Yield the lines of a tree; a group that was shown already is named only."""
    yield from _branches(fields, say, {}, "")


def _branches(
    fields: Sequence[TemplateField], say: Say, shown: dict[str, str], indent: str
) -> Iterator[str]:
    for item in fields:
        sign = "[]" if item.type.template.startswith("list") else ""
        yield f"{indent}{item.name}{sign} – {say(item.type)}{_remark(item, say)}"
        if item.meaning:
            yield f"{indent}    {item.meaning}"
        if item.example is not None:
            example = say(Message("for example: {example}", example=item.example))
            yield f"{indent}    {example}"
        if item.group is None:
            continue
        if item.group in shown:
            same = say(Message("the same fields as {path} has", path=shown[item.group]))
            yield f"{indent}    {same}"
        else:
            shown[item.group] = f"{item.path}{sign}"
            yield from _branches(item.fields, say, shown, f"{indent}    ")


def _remark(item: TemplateField, say: Say) -> str:
    remarks = []
    if item.choices:
        words = [word for word in item.choices if word]
        remarks.append(say(Message("one of: {words}", words=words)))
    if item.optional:
        remarks.append(say(Message("may be absent")))
    return "".join(f"; {remark}" for remark in remarks)


def fields_page(kind: str, fields: Sequence[TemplateField], say: Say) -> str:
    """Return the reference of one template as a section of Markdown."""
    head = (Message("field"), Message("type"), Message("meaning"), Message("example"))
    lines = [
        f"## {kind}.docx",
        "",
        f"| {' | '.join(map(say, head))} |",
        "|---|---|---|---|",
        *_rows(fields, say, {}),
    ]
    return "\n".join([*lines, ""])


def _rows(fields: Sequence[TemplateField], say: Say, shown: dict[str, str]) -> Iterator[str]:
    for item in fields:
        sign = "[]" if item.type.template.startswith("list") else ""
        meaning = item.meaning
        again = item.group in shown if item.group is not None else False
        if again and item.group is not None:
            same = say(Message("the same fields as {path} has", path=f"`{shown[item.group]}`"))
            meaning = f"{meaning}; {same}"
        path = f"**`{item.path}`**" if item.required else f"`{item.path}`"
        example = f"`{item.example}`" if item.example else "–"
        cells = (path, say(item.type) + _remark(item, say), meaning, example)
        yield f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"
        if item.group is not None and not again:
            shown[item.group] = f"{item.path}{sign}"
            yield from _rows(item.fields, say, shown)
