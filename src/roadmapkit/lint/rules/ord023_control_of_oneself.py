"""Who signs keeps the control, and does not assign it to himself.

The set words are «контроль … оставляю за собой»: «возложить на себя» gives an order to oneself,
«оставляю за мной» is no Russian. The rule looks at points on control, in words or by the key.

Source:
    Методические рекомендации к ГОСТ Р 7.0.97 (ВНИИДАД): the last point of an act assigns
    the control of its execution.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from roadmapkit.diagnostics import Code, Diagnostic, Message, Severity
from roadmapkit.lazily import regex
from roadmapkit.lint.act_points import controls
from roadmapkit.lint.engine import Rule
from roadmapkit.lint.subject import Subject
from roadmapkit.model.kinds import ControlClause

__all__ = ["RULE"]

_CODE = Code("ORD023", "control-of-oneself", Severity.INFO, "A control assigned to oneself")
_ONESELF = regex(
    r"(?:возл\w+|остав\w+|поруч\w+)\s+(?:на\s+себя|на\s+меня|за\s+мной|за\s+мною|себе)(?!\w)",
    re.IGNORECASE,
)
_KEYS = frozenset({"на себя", "себя", "себе", "за мной", "за мною"})


def _check(subject: Subject) -> Iterator[Diagnostic]:
    for order in subject.orders:
        for index, clause in enumerate(order.model.clauses):
            if not controls(clause):
                continue
            place = order.origin.child("clauses", index)
            if isinstance(clause, ControlClause):
                words = clause.control if clause.control.casefold() in _KEYS else ""
                place = place.child("control")
            else:
                text = clause if isinstance(clause, str) else getattr(clause, "text", "")
                found = _ONESELF.search(text)
                words = found[0] if found is not None else ""
            if words:
                yield _CODE.at(
                    place.span,
                    Message("The signatory assigns the control to himself: {words!r}", words=words),
                    hint=Message("Write control: за собой"),
                    documents=(order.model.id,),
                )


RULE = Rule(_CODE, "orders", _check)
