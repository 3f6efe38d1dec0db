"""A count in a text is what is listed.

«План включает шесть разделов» beside a plan of five, «рабочая группа в составе 7 человек»
beside a list of eight, «решаются три задачи:» before four points. The rule reads counts in
figures and in words up to ten, next to the word that says what is counted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from roadmapkit.diagnostics import Code, Diagnostic, Message, Severity
from roadmapkit.lazily import regex
from roadmapkit.lint.engine import Rule
from roadmapkit.lint.figures import COUNT, count_meant
from roadmapkit.lint.plan_cells import activities_of
from roadmapkit.lint.subject import Subject
from roadmapkit.lint.texts import PrintedText
from roadmapkit.resolve import ResolvedOrder, ResolvedRoadmap

__all__ = ["RULE"]

_CODE = Code(
    "CMP010", "count-in-text", Severity.WARNING, "A count in a text that is not what is listed"
)
_HOLDS = regex(
    rf"(?:план\w*|карт[аы]|программ[аы]|проект\w*|документ\w*)\W+(?:\w+\W+){{0,3}}?"
    rf"(?:включает|содержит|состоит\s+из|насчитывает)\s+(?:в\s+себя\s+)?({COUNT})\s+"
    rf"(раздел|мероприяти)",
    re.IGNORECASE,
)
_MEMBERS = regex(
    rf"(?:групп|комисси|совет|команд)\w*[^.;\n]{{0,80}}?(?:в\s+составе|в\s+количестве|из)\s+"
    rf"(?<!\w)({COUNT})\s+(?:человек|член)",
    re.IGNORECASE,
)
_BEFORE_LIST = regex(
    rf"(?<![\w.,№-])({COUNT})\s+(?:[а-яё]+(?:ых|их|ые|ие)\s+)?"
    rf"(?:задач|направлени|этап|блок|принцип|мер|групп|услови|причин|форм)\w*"
    rf"(?:\s+[а-яё]+){{0,4}}\s*:[ \t]*\n+((?:[ \t]*(?:[-–—•*]|\d{{1,2}}[.)])[ \t]+[^\n]+\n?"
    rf"(?:[ \t]+[^\s\-–—•*\d][^\n]*\n?)*\n?)+)",
    re.IGNORECASE,
)
_MARKS = ("включает", "содержит", "состоит", "насчитывает", "человек", "член", ":")
"""What stands in every text that counts something."""
_POINT = regex(r"^[ \t]*(?:[-–—•*]|\d{1,2}[.)])[ \t]+", re.MULTILINE)


def _check(subject: Subject) -> Iterator[Diagnostic]:
    plans, groups = _plans(subject), _groups(subject)
    for text in subject.holding_folded(*_MARKS):
        plan = plans.get(text.document)
        for match in _HOLDS.finditer(text.text) if plan is not None else ():
            counted = _counted(plan, match[2]) if plan is not None else 0
            if counted and counted != count_meant(match[1]):
                yield _found(text, match, counted)
        members = groups.get(text.document)
        for match in _MEMBERS.finditer(text.text) if members else ():
            if members and members != count_meant(match[1]):
                yield _found(text, match, members)
        for match in _BEFORE_LIST.finditer(text.text):
            points = len(_POINT.findall(match[2]))
            if points > 1 and points != count_meant(match[1]):
                yield _found(text, match, points)


def _found(text: PrintedText, match: re.Match[str], counted: int) -> Diagnostic:
    return _CODE.at(
        text.span(match.start(1), match.end(1)),
        Message("The text counts {said}, listed are {counted}", said=match[1], counted=counted),
        hint=Message("Correct the count, or the list"),
        documents=(text.document,),
    )


def _counted(plan: ResolvedRoadmap, word: str) -> int:
    if word.casefold() == "раздел":
        return sum(section.section is not None for section in plan.sections)
    return sum(1 for _ in activities_of(plan))


def _plans(subject: Subject) -> dict[str, ResolvedRoadmap]:
    """Return the only plan of each document that prints one."""
    found: dict[str, set[str]] = {}
    known = {roadmap.model.id: roadmap for roadmap in subject.roadmaps}
    for roadmap in subject.roadmaps:
        found[roadmap.model.id] = {roadmap.model.id}
    for order in subject.orders:
        found[order.model.id] = set(order.plans)
    for program in subject.programs:
        chapters = (program.model.plan, *(item.chapter.plan for item in program.chapters))
        found[program.model.id] = {plan for plan in chapters if plan is not None}
    return {
        document: known[next(iter(plans))]
        for document, plans in found.items()
        if len(plans) == 1 and plans <= known.keys()
    }


def _groups(subject: Subject) -> dict[str, int]:
    """Return how many members the only group has that an act prints."""
    sizes = {order.model.id: _sizes(order) for order in subject.orders}
    return {document: found[0] for document, found in sizes.items() if len(found) == 1}


def _sizes(order: ResolvedOrder) -> list[int]:
    return [
        len(part.group.rows)
        for appendix in order.appendices
        for part in appendix.parts
        if part.group is not None
    ]


RULE = Rule(_CODE, "completeness", _check)
