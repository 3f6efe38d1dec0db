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

from roadmapkit.diagnostics import Code, Diagnostic, Message, Severity
from roadmapkit.lazily import regex
from roadmapkit.lint.engine import Rule
from roadmapkit.lint.slips import Place, told_once
from roadmapkit.lint.subject import Subject
from roadmapkit.lint.texts import LINES
from roadmapkit.resources import listing

__all__ = ["RULE"]

_CODE = Code(
    "TYP034", "set-phrase", Severity.WARNING, "A set phrase written wrongly", fixable="safe"
)


_Phrase = tuple[str, re.Pattern[str], str, re.Pattern[str]]
"""How it begins, what is wrong, what is right, and what makes it right when it stands before."""

_BEFORE = 80


@cache
def _phrases() -> tuple[_Phrase, ...]:
    """Return each wrong phrase with the right one."""
    text = listing(__file__, "../data/set_phrases.tsv")
    rows = [line.split("\t") for line in text.splitlines() if line and line[0] != "#"]
    return tuple(
        (
            re.split(r"[\[(]", row[0])[0],
            regex(rf"(?<!\w){row[0]}", re.I),
            row[1],
            regex((row[2:] or ["$^"])[0], re.I),
        )
        for row in rows
    )


def _check(subject: Subject) -> Iterator[Diagnostic]:
    phrases = _phrases()
    found: dict[tuple[str, str], list[Place]] = {}
    for text in subject.holding_folded(*(begun for begun, *_ in phrases)):
        if text.role in LINES:
            continue
        for _, pattern, right, unless in phrases:
            for match in pattern.finditer(text.text):
                if unless.search(text.text[max(0, match.start() - _BEFORE) : match.start()]):
                    continue
                capital = match[0][0].isupper()
                mend = right[0].upper() + right[1:] if capital else right
                place = Place(text, match.start(), match.end(), mend)
                found.setdefault((text.home, right.strip()), []).append(place)
    for (_, right), places in found.items():
        yield told_once(
            _CODE,
            Message("A set phrase is written wrongly: {near!r}; in the document: {times}"),
            places,
            Message("Write: {right}", right=right),
        )


RULE = Rule(_CODE, "text", _check)
