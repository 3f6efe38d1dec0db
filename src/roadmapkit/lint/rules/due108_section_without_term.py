"""Every section of a plan has a term.

A section of which no activity has a term was left for later and forgotten, where the other
sections have theirs. Looked at are sections of two activities and more; a single blank in a
section with terms is a blank of its column.
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapkit.diagnostics import Code, Diagnostic, Message, Severity
from roadmapkit.lint.engine import Rule
from roadmapkit.lint.plan_coverage import sections_without_term
from roadmapkit.lint.subject import Subject

__all__ = ["RULE"]

_CODE = Code(
    "DUE108", "section-without-term", Severity.WARNING, "A section in which nothing has a term"
)


def _check(subject: Subject) -> Iterator[Diagnostic]:
    for plan in subject.roadmaps:
        for section in sections_without_term(plan):
            yield _CODE.at(
                section.origin.child("title").span,
                Message(
                    "No activity of the section has a term; activities: {count}",
                    count=len(section.activities),
                ),
                hint=Message("Give each of them a term, or one to the activity that sums them up"),
                documents=(plan.model.id,),
            )


RULE = Rule(_CODE, "deadlines", _check)
