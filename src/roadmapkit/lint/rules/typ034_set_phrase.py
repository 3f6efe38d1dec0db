"""Set phrases are written as dictionaries have them.

«в течении года», «в соответствие с приказом», «по окончанию», «а так же» and «не смотря на»
are the slips that official papers hold most often; a spelling checker finds none of them, for
each word is right by itself. Found is what can mean nothing else: «привести в соответствие с
законом» and «в течении реки» are right.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from roadmapkit.diagnostics import Code, Diagnostic, Message, Severity
from roadmapkit.lint.engine import Rule
from roadmapkit.lint.slips import Place, told_once
from roadmapkit.lint.subject import Subject
from roadmapkit.lint.texts import LINES

__all__ = ["RULE"]

_CODE = Code(
    "TYP034", "set-phrase", Severity.WARNING, "A set phrase written wrongly", fixable="safe"
)


_Phrase = tuple[re.Pattern[str], str, re.Pattern[str]]
"""What is wrong, what is right, and what makes it right when it stands before."""

_BEFORE = 80


@cache
def _phrases() -> tuple[re.Pattern[str], tuple[_Phrase, ...]]:
    """Return what finds any wrong phrase, and each with the right one."""
    text = files("roadmapkit.lint").joinpath("data", "set_phrases.tsv").read_text("utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line and line[0] != "#"]
    each = tuple(
        (re.compile(rf"(?<!\w){row[0]}", re.I), row[1], re.compile((row[2:] or ["$^"])[0], re.I))
        for row in rows
    )
    return re.compile(rf"(?<!\w)(?:{'|'.join(row[0] for row in rows)})", re.I), each


def _check(subject: Subject) -> Iterator[Diagnostic]:
    any_, each = _phrases()
    found: dict[tuple[str, str], list[Place]] = {}
    read: dict[str, bool] = {}
    for text in subject.texts:
        if text.role in LINES or not read.setdefault(text.text, any_.search(text.text) is not None):
            continue
        for pattern, right, unless in each:
            for match in pattern.finditer(text.text):
                if unless.search(text.text[max(0, match.start() - _BEFORE) : match.start()]):
                    continue
                capital = match[0][0].isupper()
                mend = right[0].upper() + right[1:] if capital else right
                place = Place(text, match.start(), match.end(), mend)
                found.setdefault((text.document, right.strip()), []).append(place)
    for (_, right), places in found.items():
        yield told_once(
            _CODE,
            Message("A set phrase is written wrongly: {near!r}; in the document: {times}"),
            places,
            Message("Write: {right}", right=right),
        )


RULE = Rule(_CODE, "text", _check)
