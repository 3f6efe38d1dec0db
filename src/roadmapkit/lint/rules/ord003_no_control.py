"""An act that gives work says who controls it.

Without a last point on control nobody answers for the execution, and the act is sent back
from the approval round. A point in words counts («Контроль … оставляю за собой»), and an
act that only approves or appoints needs none. A draft is looked at once it has a
signatory and several points.

Source:
    Методические рекомендации к ГОСТ Р 7.0.97 (ВНИИДАД): the last point of an act assigns
    the control of its execution.
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapkit.diagnostics import Code, Diagnostic, Message, Severity
from roadmapkit.lint.act_points import assigns, controls, is_finished
from roadmapkit.lint.engine import Rule
from roadmapkit.lint.subject import Subject

__all__ = ["RULE"]

_CODE = Code("ORD003", "no-control", Severity.WARNING, "An act without a point on control")


def _check(subject: Subject) -> Iterator[Diagnostic]:
    for order in subject.orders:
        clauses = order.model.clauses
        if not is_finished(order) or any(map(controls, clauses)) or not any(map(assigns, clauses)):
            continue
        yield _CODE.at(
            order.origin.child("clauses").key_span,
            Message("No point of the act says who controls its execution"),
            hint=Message("Add a last clause, control: за собой or control: a name"),
            documents=(order.model.id,),
        )


RULE = Rule(_CODE, "orders", _check)
