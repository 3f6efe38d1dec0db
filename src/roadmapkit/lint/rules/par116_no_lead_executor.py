"""Among many executors one answers.

Two or three executors are the usual way of a plan, and the first of them leads. A cell of five and
more has no first: everybody may wait for the others. The rule speaks of a cell that names at
least five people or bodies and marks none of them – by a role («ответственный: …»,
«координатор»), by «совместно с», by «(отв.)» – and of the first such row of a plan. Groups count
as one, and schools by their numbers do not count: each does the work at home.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from roadmapkit.diagnostics import Code, Diagnostic, Message, Severity
from roadmapkit.lazily import regex
from roadmapkit.lint.engine import Rule
from roadmapkit.lint.plan_cells import activities_of, cell_text
from roadmapkit.lint.subject import Subject

__all__ = ["RULE"]

_CODE = Code(
    "PAR116", "no-lead-executor", Severity.INFO, "Many executors of whom none is the first"
)
_MANY = 5
_NUMBERED = regex(r"[№\d]")
_LEAD = regex(
    r"ответственн|отв\.|координатор|руководит|курато|совместно|при\s+участии|соисполнител"
    r"|председател|исполнител\w*:|организатор",
    re.IGNORECASE,
)


def _check(subject: Subject) -> Iterator[Diagnostic]:
    for roadmap in subject.roadmaps:
        found = [
            row
            for row in activities_of(roadmap)
            if row.responsible is not None
            and len(row.responsible.parties) >= _MANY
            and sum(not _NUMBERED.search(one.text) for one in row.responsible.parties) >= _MANY
            and not _LEAD.search(cell_text(row.activity, "responsible"))
        ]
        if found and found[0].responsible is not None:
            yield _CODE.at(
                found[0].responsible.origin.span,
                Message(
                    "Nobody leads among {count} executors; such activities: {times}",
                    count=len(found[0].responsible.parties),
                    times=len(found),
                ),
                hint=Message("Mark the one who answers: Иванова С.В. (ответственный исполнитель)"),
                documents=(roadmap.model.id,),
            )


RULE = Rule(_CODE, "parties", _check)
