"""No comma stands between a month and its year, and a slash is no dash.

«Январь, 2024» is a list of two things, «Май/июнь» leaves open whether one of the months is
meant or both. Each is told once a document.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from roadmapkit.diagnostics import Code, Diagnostic, Message, Severity
from roadmapkit.lint.engine import Rule
from roadmapkit.lint.slips import Slip, slips_of
from roadmapkit.lint.subject import Subject

__all__ = ["RULE"]

_CODE = Code(
    "TYP026",
    "month-and-year",
    Severity.INFO,
    "A comma between a month and its year, a slash between months, a lost comma",
    fixable="safe",
)
_MONTH = r"(?:январ|феврал|март|апрел|ма[йяею]|июн|июл|август|сентябр|октябр|ноябр|декабр)[а-яё]*"
_SLIPS = (
    Slip(
        rf"(?i)(?<!\w){_MONTH}(?P<bad>,\s*)(?=\d{{4}}(?!\d))",
        Message("A comma parts a month from its year: {near!r}; in the document: {times}"),
        " ",
        tuple(f", {figure}" for figure in range(10)) + tuple(f",{figure}" for figure in range(10)),
        lambda match: bool(re.search(rf",\s*{_MONTH}$", match.string[: match.start("bad")], re.I)),
        (r",\s*\d{4}",),
    ),
    Slip(
        rf"(?i)(?<!\w){_MONTH}(?P<bad>/){_MONTH}(?!\w)",
        Message("A slash stands between months: {near!r}; in the document: {times}"),
        None,
        "/",
    ),
    Slip(
        r"\d{4}\s?г\.(?P<bad>)(?=\s(?:ежегодно|ежеквартально|ежемесячно|обновление))",
        Message("A comma is missing between two terms: {near!r}; in the document: {times}"),
        ",",
        ("жегодно", "жеквартально", "жемесячно", "обновление"),
    ),
)


def _check(subject: Subject) -> Iterator[Diagnostic]:
    yield from slips_of(
        subject, _CODE, _SLIPS, Message("Write: январь 2024 г., май – июнь 2024 г., ежегодно")
    )


RULE = Rule(_CODE, "text", _check)
