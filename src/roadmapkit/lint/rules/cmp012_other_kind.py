"""A programme calls itself by one word.

«Задачи Программы» in the passport of a project remained from the document that the author
began with. The rule compares the names of the passport's rows with the kind of document.
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapkit.diagnostics import Code, Diagnostic, Message, Severity
from roadmapkit.lint.engine import Rule
from roadmapkit.lint.subject import Subject
from roadmapkit.model.program import KnownRow, PassportRow

__all__ = ["RULE"]

_CODE = Code(
    "CMP012", "other-kind", Severity.WARNING, "A passport's row that speaks of another kind"
)


def _check(subject: Subject) -> Iterator[Diagnostic]:
    for program in subject.programs:
        form = program.model.form.casefold()
        own = next((stem for stem in ("проект", "программ") if stem in form), None)
        if own is None:
            continue
        other = "программ" if own == "проект" else "проект"
        for index, row in enumerate(program.model.passport or ()):
            name = row.field if isinstance(row, KnownRow | PassportRow) else None
            if name and other in name.casefold() and own not in name.casefold():
                yield _CODE.at(
                    program.origin.child("passport", index, "field").span,
                    Message(
                        "The row {name!r} stands in the passport of: {form}",
                        name=name,
                        form=program.model.form,
                    ),
                    hint=Message("Call the document by one word throughout"),
                    documents=(program.model.id,),
                )


RULE = Rule(_CODE, "completeness", _check)
