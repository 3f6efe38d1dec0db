"""Growth is not a fall.

«Доля увеличилась с 56 % до 43 %» was written over last year's sentence. The rule reads a verb
or noun of growth or decline with «с … до …» in one part of a sentence, and the difference
where it is told too: «на 5 % (с 40 % до 47 %)» is neither 5 points nor 5 per cent.
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapkit.diagnostics import Code, Diagnostic, Message, Severity
from roadmapkit.lint.candidates import in_prose
from roadmapkit.lint.changes import changing_texts, told_changes
from roadmapkit.lint.engine import Rule
from roadmapkit.lint.subject import Subject

__all__ = ["RULE"]

_CODE = Code(
    "RPT106", "growth-that-falls", Severity.WARNING, "A rise or fall that its figures contradict"
)


def _check(subject: Subject) -> Iterator[Diagnostic]:
    for text in in_prose(subject, changing_texts(subject)):
        for change in told_changes(text.text):
            if change.is_right:
                continue
            yield _CODE.at(
                text.span(change.start, change.end),
                Message(
                    "The words and the figures contradict each other: {words!r}",
                    words=" ".join(text.text[change.start : change.end].split()),
                ),
                hint=Message("Correct the figures or the word"),
                documents=(text.document,),
            )


RULE = Rule(_CODE, "reports", _check)
