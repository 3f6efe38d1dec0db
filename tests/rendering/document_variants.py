"""One view of every kind that must become a valid document."""

from __future__ import annotations

from dataclasses import replace

from documents_by_hand import (
    data_row,
    order_view,
    plan_table,
    results_sheet,
    roadmap_view,
    sheet_with,
)

from roadmapkit.documents.view import (
    ActView,
    ApprovalView,
    DocumentView,
    PartView,
    TableColumn,
    TableView,
)

__all__ = ["VALID", "spreadsheet", "with_act"]


def with_act(view: DocumentView, **changes: object) -> DocumentView:
    assert view.act is not None
    changed: ActView = replace(view.act, **changes)  # type: ignore[arg-type]  # any field
    return replace(view, act=changed)


def spreadsheet(count: int) -> TableView:
    widths = (20.0, 150.0)
    return TableView(
        columns=tuple(TableColumn(width) for width in widths),
        heading=(data_row(widths, "№", "Мероприятие"),),
        rows=tuple(data_row(widths, str(n), f"Мероприятие {n}") for n in range(1, count + 1)),
    )


VALID = {
    "order with two appendices": order_view(),
    "order alone": replace(order_view(), sheets=()),
    "order without approval": with_act(order_view(), approval=(), executor=()),
    "unsigned draft": with_act(
        order_view(), signature=None, number="№ ___", title=(), place="", letterhead=()
    ),
    "verb on its own line": with_act(order_view(), verb_inline=False),
    "directive without a verb": with_act(order_view(), verb="", form_spaced=False),
    "verb without a preamble": with_act(order_view(), preamble=""),
    "heading of two levels": order_view(results_sheet()),
    "roadmap": roadmap_view(),
    "report": replace(roadmap_view(), kind="report"),
    "300 rows": roadmap_view(sheet_with(PartView(kind="plan", table=spreadsheet(300)))),
    "empty sheet": roadmap_view(sheet_with()),
    "table without rows": roadmap_view(
        sheet_with(PartView(kind="table", table=replace(plan_table(), rows=())))
    ),
    "table without anything": roadmap_view(
        sheet_with(PartView(kind="table", table=TableView((TableColumn(50),), (), ())))
    ),
    "approval of nobody": with_act(order_view(), approval=(ApprovalView("Согласовано:", ()),)),
    "two tables in a row": roadmap_view(
        sheet_with(
            PartView(kind="plan", table=plan_table()), PartView(kind="plan", table=plan_table())
        )
    ),
}
