"""A report tells of what was before its day.

«Семинар проведён 15.08.2024» in a report of 2 July is a plan told as done, or a wrong day. The
rule compares days in sentences with a verb in the past, and the acts cited as evidence, with the
day of the report; terms and what is planned are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from roadmapkit.diagnostics import Code, Diagnostic, Message, Severity
from roadmapkit.lazily import regex
from roadmapkit.lint.cited_acts import told_days
from roadmapkit.lint.engine import Rule
from roadmapkit.lint.subject import Subject
from roadmapkit.lint.texts import PrintedText
from roadmapkit.resolve import ResolvedProgress

__all__ = ["RULE"]

_CODE = Code(
    "RPT110", "later-than-the-report", Severity.WARNING, "A report of what is later than its day"
)
_SENTENCE = regex(r"(?:[^.!?;\n]|\.(?=\S)|(?<=\bг)\.|(?<=\b[А-ЯЁ])\.|\n(?!\s*\n))+")
_DONE = regex(
    r"(?<!\w)(?:выполнен|провед[её]н|состоял|утвержд[её]н|размещ[её]н|издан|подписан|заверш[её]н|организован"
    r"|принят|разработан|направлен|обучен|открыт|создан)(?:[аоы]|ся|ась|ось|ись)?(?!\w)",
    re.IGNORECASE,
)
_AHEAD = regex(
    r"запланир|планир|предсто|будет|будут|намеч|перенес|срок|(?<!\w)(?:до|к|по|на|с|не\s+позднее)\s*$",
    re.IGNORECASE,
)


def _check(subject: Subject) -> Iterator[Diagnostic]:
    known = {progress.model.id: progress for progress in subject.progress}
    for text in subject.texts:
        progress = known.get(text.document)
        if progress is None or text.origin.document is not progress.origin.document:
            continue  # Of two documents with one id only the first was resolved.
        day = _day(progress, text)
        if day is None:
            continue
        for start, end in _later(text, day):
            yield _CODE.at(
                text.span(start, end),
                Message(
                    "The report of {day} tells what is later: {words}",
                    day=f"{day:%d.%m.%Y}",
                    words=" ".join(text.text[start:end].split()),
                ),
                hint=Message("Correct the day, or write that it is planned"),
                documents=(text.document,),
            )


def _day(progress: ResolvedProgress, text: PrintedText) -> date | None:
    """Return the day of the report that prints a text, the last one for a mark."""
    path = text.origin.path
    if path[:1] == ("reports",):
        asked = progress.model.reports[int(path[1])]
        return asked.day if text.role in {"intro", "closing"} else None
    if path[:1] != ("entries",) or text.role not in {"text", "evidence"}:
        return None
    return max((report.as_of for report in progress.reports), default=None)


def _later(text: PrintedText, day: date) -> Iterator[tuple[int, int]]:
    for sentence in _SENTENCE.finditer(text.text):
        if text.role != "evidence" and not _DONE.search(sentence[0]):
            continue
        for start, end, told in told_days(text.text, sentence.start(), sentence.end()):
            before = text.text[sentence.start() : start]
            if told > day and not _AHEAD.search(before):
                yield start, end


RULE = Rule(_CODE, "reports", _check)
