"""The words of a mark say what its status says.

The status counts in the summary, the words are printed in the column: «выполнено» with the
words «запланировано на май» makes the summary false. The rule looks at words that leave no
doubt, at the beginning of the text or of one of its sentences.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from roadmapkit.diagnostics import Code, Diagnostic, Message, Severity
from roadmapkit.lazily import regex
from roadmapkit.lint.engine import Rule
from roadmapkit.lint.marks import marked_activities
from roadmapkit.lint.subject import Subject

__all__ = ["RULE"]

_CODE = Code(
    "RPT104", "words-against-mark", Severity.WARNING, "Words of a mark that say another status"
)
_START = r"(?:^|[.;]\s+)"
_UNDONE = regex(
    _START
    + r"(?:мероприятие\s+|работа\s+)?(?:не\s+(?:выполнен|проведен|исполнен|состоял|реализован"
    r"|начат|разработан|утвержден)|запланирован|перенесен|будет\s+(?:провед|выполн|организ|разработ)"
    r"|отменен|в\s+стадии)",
    re.IGNORECASE,
)
_DONE = regex(
    _START + r"(?:мероприятие\s+|работа\s+)?(?:выполнен|исполнен|проведен|реализован|состоял)[аоы]?"
    r"(?:\s+(?:полностью|в\s+полном|в\s+срок)|[.;]|$)",
    re.IGNORECASE,
)


def _check(subject: Subject) -> Iterator[Diagnostic]:
    for progress in subject.progress:
        for item in marked_activities(progress):
            text = " ".join(item.entry.text)
            plain = text.replace("ё", "е")
            wrong = (item.entry.status == "выполнено" and _UNDONE.search(plain)) or (
                item.entry.status == "не выполнено" and _DONE.search(plain)
            )
            if not wrong:
                continue
            yield _CODE.at(
                item.origin.child("text").span,
                Message(
                    "The mark is {status!r}, and its words say {text!r}",
                    status=item.entry.status,
                    text=text,
                ),
                hint=Message("Make the status and the words agree"),
                documents=(progress.model.id,),
            )


RULE = Rule(_CODE, "reports", _check)
