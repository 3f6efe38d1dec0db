"""An abbreviation is introduced where it stands first.

A reader who meets it on page one and its meaning on page five has read four pages guessing. An
act is read before what it approves, so an abbreviation of its clauses that only an appendix
introduces comes too early too. A list of abbreviations may stand anywhere.
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapkit.diagnostics import Code, Diagnostic, Message, Severity
from roadmapkit.lint.abbreviation_context import in_name, line_of
from roadmapkit.lint.engine import Rule
from roadmapkit.lint.subject import Subject

__all__ = ["RULE"]

_CODE = Code(
    "ABB004",
    "used-before-introduced",
    Severity.WARNING,
    "An abbreviation that is used before it is introduced",
)


def _check(subject: Subject) -> Iterator[Diagnostic]:
    for found in subject.abbreviations:
        for short, places in found.defined.items():
            if any(place.definition.manner == "list" for place in places):
                continue
            first = min(places, key=lambda place: place.place)
            early = [
                use for use in found.own_uses(short) if use.place < first.place and not in_name(use)
            ]
            if early:
                yield _CODE.at(
                    early[0].span,
                    Message(
                        "{short!r} is used here and introduced later, on line {line}; times used"
                        " before: {count}",
                        short=short,
                        line=line_of(first.span, early[0].span),
                        count=len(early),
                    ),
                    hint=Message("Write it out here with «(далее – {short})»", short=short),
                    documents=(early[0].text.document,),
                    also=[use.span for use in early[1:]],
                )


RULE = Rule(_CODE, "abbreviations", _check)
