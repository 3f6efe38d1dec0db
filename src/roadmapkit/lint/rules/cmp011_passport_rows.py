"""The passport of a programme says what for, what, when and by whom.

Sets of rows differ from one municipality to another; goal, tasks, term and executors stand
in each of them. The rule speaks of a passport of at least four rows, and takes a row under
another name («Цели и задачи», «Этапы и сроки») for what it is.
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapkit.diagnostics import Code, Diagnostic, Message, Severity
from roadmapkit.lint.engine import Rule
from roadmapkit.lint.subject import Subject
from roadmapkit.model.program import PASSPORT_KEYS, KnownRow, PassportRow, Program

__all__ = ["RULE"]

_CODE = Code(
    "CMP011", "passport-rows", Severity.WARNING, "A passport without goal, tasks, term or executors"
)
_USUAL = {
    "goals": (("goals",), ("цел",)),
    "tasks": (("tasks",), ("задач",)),
    "term": (("term", "stages"), ("срок", "период", "этап")),
    "executors": (
        ("executors", "participants", "parties", "developers"),
        ("исполнител", "участник", "разработчик", "ответственн"),
    ),
}
_LEAST = 4


def _check(subject: Subject) -> Iterator[Diagnostic]:
    for program in subject.programs:
        keys, names = _rows(program.model)
        if len(keys) + len(names) < _LEAST:
            continue
        missing = [
            row
            for row, (known, stems) in _USUAL.items()
            if not keys.intersection(known)
            and not any(stem in name for stem in stems for name in names)
        ]
        if missing:
            yield _CODE.at(
                program.origin.child("passport" if program.model.passport else "title").key_span,
                Message("The passport has no row: {rows}", rows=missing),
                hint=Message("Give the programme what the row prints, and name it in passport"),
                documents=(program.model.id,),
            )


def _rows(program: Program) -> tuple[set[str], list[str]]:
    """Return the facts that a passport prints, and the names of its own rows."""
    if program.passport is None:
        filled = {key for key in PASSPORT_KEYS if getattr(program, key, None)}
        return filled | ({"term"} if program.period else set()), []
    keys: set[str] = set()
    names: list[str] = []
    for row in program.passport:
        if isinstance(row, PassportRow):
            names.append(row.field.casefold())
        else:
            keys.add(row.of if isinstance(row, KnownRow) else row)
    return keys, names


RULE = Rule(_CODE, "completeness", _check)
