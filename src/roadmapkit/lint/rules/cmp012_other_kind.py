"""A programme calls itself by one word.

«Задачи Программы» in the passport of a project remained from the document that the author
began with, and so did «в течение периода реализации Программы» as a term of its plan. The rule
compares the names of the passport's rows and the terms and titles of the plan with the kind
of document; in the plan it reads a capital letter, which means the document itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from roadmapkit.diagnostics import Code, Diagnostic, Message, Severity
from roadmapkit.lazily import regex
from roadmapkit.lint.engine import Rule
from roadmapkit.lint.subject import Subject
from roadmapkit.lint.texts import PrintedText
from roadmapkit.model.kinds import KnownRow, PassportRow

__all__ = ["RULE"]

_CODE = Code(
    "CMP012", "other-kind", Severity.WARNING, "A passport or plan that speaks of another kind"
)
_OWN = regex(r"(?:реализаци|выполнени|исполнени|действи)\w+\s+(Программ|Проект)\w*")
_WORDS = {"проект": "проект", "программ": "программа"}
_ROLES = frozenset({"due", "title", "heading", "result"})


def _check(subject: Subject) -> Iterator[Diagnostic]:
    for program in subject.programs:
        form = program.model.form.casefold()
        own = next((stem for stem in _WORDS if stem in form), None)
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
    yield from _in_plans(subject)


def _in_plans(subject: Subject) -> Iterator[Diagnostic]:
    forms = _forms(subject)
    found: dict[str, list[tuple[PrintedText, re.Match[str]]]] = {}
    for text in subject.holding("Программ", "Проект") if forms else ():
        own = forms.get(text.document) if text.role in _ROLES else None
        for match in _OWN.finditer(text.text) if own is not None else ():
            if match[1].casefold() != own:
                found.setdefault(text.document, []).append((text, match))
    for document, places in found.items():
        text, match = places[0]
        yield _CODE.at(
            text.span(*match.span()),
            Message(
                "The plan is that of {form!r}, and says {words!r}; places: {count}",
                words=match[0],
                form=_WORDS[forms[document]],
                count=len(places),
            ),
            hint=Message("Call the document by one word throughout"),
            documents=(document,),
        )


def _forms(subject: Subject) -> dict[str, str]:
    """Return what each plan is the plan of, by its own title or by the programme it is in."""
    forms: dict[str, str] = {}
    for program in subject.programs:
        own = next((stem for stem in _WORDS if stem in program.model.form.casefold()), None)
        for plan in (program.model.plan, *(item.chapter.plan for item in program.chapters)):
            if plan is not None and own is not None:
                forms[plan] = own
    for roadmap in subject.roadmaps:
        match = _OWN.search(roadmap.model.title)
        if match is not None:
            forms[roadmap.model.id] = match[1].casefold()
    return forms


RULE = Rule(_CODE, "completeness", _check)
