"""A result is more than the activity in other words.

«Организация работы наставников» with the result «Организована работа наставников» says
nothing that can be checked. The rule compares the beginnings of words, which all forms of a
word share, and speaks where the result has no word of its own and repeats most of the
activity, or the activity from its first word on. «Назначен координатор» to a long title and
«Проведён семинар» are fair results; so is any that adds a number, a document, a place.
"""

from __future__ import annotations

from collections.abc import Iterator
from operator import itemgetter

from roadmapkit.diagnostics import Code, Diagnostic, Message, Severity
from roadmapkit.lint.engine import Rule
from roadmapkit.lint.plan_cells import activities_of, cell_text, roots_of
from roadmapkit.lint.result_repeats import says_nothing_new
from roadmapkit.lint.subject import Subject

__all__ = ["RULE"]

_CODE = Code("CMP003", "result-repeats", Severity.WARNING, "A result that repeats its activity")


def _check(subject: Subject) -> Iterator[Diagnostic]:
    for roadmap in subject.roadmaps:
        period = roadmap.period
        first, last = (period.start.year, period.end.year) if period is not None else (1, 0)
        years = frozenset(map(str, range(first, last + 1)))
        rows = list(activities_of(roadmap))
        told = [
            (place, field)
            for field in ("result", "indicator")
            for place, roots in enumerate(roots_of(subject, roadmap, field))
            if roots and says_nothing_new(roots, rows[place].activity.title, years)
        ]
        for place, field in sorted(told, key=itemgetter(0)):
            yield _CODE.at(
                rows[place].origin.child(field).span,
                Message(
                    "The result repeats the activity: {result!r}",
                    result=cell_text(rows[place].activity, field),
                ),
                hint=Message("Name what there will be: a document, a number, a change"),
                documents=(roadmap.model.id,),
            )


RULE = Rule(_CODE, "completeness", _check)
