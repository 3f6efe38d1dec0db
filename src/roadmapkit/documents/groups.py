"""The list of a group's members."""

from __future__ import annotations

from roadmapkit.documents.tables import ColumnSpec, Usual, column_specs, heading_rows, lay_out
from roadmapkit.documents.view import Cell, Row, TableView
from roadmapkit.documents.wording import Wording, capitalize
from roadmapkit.model.kinds import GroupPart
from roadmapkit.resolve import GroupRow, ResolvedPart

__all__ = ["group_table"]

_USUAL: Usual = {
    "number": ("№ п/п", 8, "center"),
    "name": ("Фамилия, имя, отчество", 32, "left"),
    "initials": ("Фамилия, инициалы", 24, "left"),
    "post": ("Должность", 60, "left"),
    "organization": ("Организация", 40, "left"),
    "role": ("Роль в составе", 24, "left"),
}


def group_table(part: ResolvedPart, wording: Wording, width_mm: float) -> TableView:
    """Return the members of a group, one a row, in the order of the directory."""
    specs = _specs(part)
    widths = lay_out(specs, width_mm)
    rows = []
    members = part.group.rows if part.group else ()
    for position, member in enumerate(members, start=1):
        cells = tuple(
            Cell(
                lines=(wording.text(_value(spec.field, member, position)),),
                align=spec.align,
                width_mm=column.width_mm,
                origin=member.origin or part.origin,
            )
            for spec, column in zip(specs, widths, strict=True)
        )
        rows.append(Row(cells))
    return TableView(columns=widths, heading=heading_rows(specs, widths, wording), rows=tuple(rows))


def _specs(part: ResolvedPart) -> tuple[ColumnSpec, ...]:
    model = part.part
    chosen = model.columns if isinstance(model, GroupPart) else ()
    members = part.group.rows if part.group else ()
    if chosen:
        return column_specs(chosen, _USUAL, part.origin.child("columns"))
    fields = ["number", "name", "post"]
    if any(member.role for member in members):
        fields.append("role")
    return column_specs(fields, _USUAL, part.origin.child("group"))


def _value(field: str, member: GroupRow, position: int) -> str:
    values = {
        "number": f"{position}.",
        "name": member.name,
        "initials": member.initials,
        "post": capitalize(member.post),
        "organization": member.organization,
        "role": member.role,
    }
    return values.get(field, "")
