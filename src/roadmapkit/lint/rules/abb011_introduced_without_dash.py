"""A short name is introduced with a dash: «(далее – ШНОР)».

Without it the words run together, and in one document both ways stand side by side. Told once
a document.
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapkit.diagnostics import Code, Diagnostic, Message, Severity
from roadmapkit.lint.engine import Rule
from roadmapkit.lint.slips import Slip, slips_of
from roadmapkit.lint.subject import Subject

__all__ = ["RULE"]

_CODE = Code(
    "ABB011",
    "introduced-without-dash",
    Severity.INFO,
    "A short name that is introduced without a dash",
    fixable="safe",
)
_SLIP = Slip(
    r"\(\s*далее(?P<bad>\s+)(?=[А-ЯЁа-яё«])"
    r"(?!по\s|имен|также|соотв|сокр|см[. ]|в\s|и\s|текст|услов)",
    Message("A short name is introduced without a dash: {near!r}; in the document: {times}"),
    " – ",
    "(",
    signs=(r"\(\s*далее\s",),
)


def _check(subject: Subject) -> Iterator[Diagnostic]:
    yield from slips_of(subject, _CODE, (_SLIP,), Message("Write: (далее – …)"))


RULE = Rule(_CODE, "abbreviations", _check)
