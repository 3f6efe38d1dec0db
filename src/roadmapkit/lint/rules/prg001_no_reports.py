"""Progress asks for at least one report.

Marks alone print nothing: a report is made as of a day that stands in the file, so that
the same sources give the same report next year too.
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapkit.diagnostics import Code, Diagnostic, Message, Severity
from roadmapkit.lint.engine import Rule
from roadmapkit.lint.subject import Subject

__all__ = ["RULE"]

_CODE = Code("PRG001", "no-reports", Severity.INFO, "Progress of which no report is made")


def _check(subject: Subject) -> Iterator[Diagnostic]:
    for document in subject.progress:
        id_ = document.model.id
        if not document.model.reports:
            place = "reports" if "reports" in document.origin.document.data else "id"
            yield _CODE.at(
                document.origin.child(place).span,
                Message("The progress {id!r} asks for no report, so no file is made of it", id=id_),
                hint=Message("Write the day of a report under `reports`, as `as_of`"),
                documents=(id_,),
            )


RULE = Rule(_CODE, "progress", _check)
