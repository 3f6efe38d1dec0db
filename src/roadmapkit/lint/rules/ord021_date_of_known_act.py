"""A federal act is cited with its own date.

«Федеральный закон от 29.12.2013 № 273-ФЗ» does not exist: the law on education is of 2012. The
rule knows the laws and decrees that education offices cite every day, and speaks where the
number is theirs and the date is not.

Source:
    Official publication of each act; the list stands in the package, with dates.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from roadmapkit.diagnostics import Code, Diagnostic, Message, Severity
from roadmapkit.lazily import regex
from roadmapkit.lint.cited_acts import CitedAct, acts_cited
from roadmapkit.lint.engine import Rule
from roadmapkit.lint.known_acts import KnownAct, known_acts
from roadmapkit.lint.subject import Subject

__all__ = ["RULE"]

_CODE = Code(
    "ORD021", "date-of-known-act", Severity.WARNING, "A federal act cited with another date"
)
_LAW = regex(r"федеральн\w+\s+закон\w*[^«».;№]{0,40}$", re.IGNORECASE)
_DECREE = regex(r"указ\w*\s+президента[^«».;№]{0,40}$", re.IGNORECASE)


def _check(subject: Subject) -> Iterator[Diagnostic]:
    for act in acts_cited(subject):
        known = _known(act)
        if known is None or known.day == act.day:
            continue
        yield _CODE.at(
            act.span,
            Message(
                "The act № {number} «{title}…» is of {day}, not {words!r}",
                number=known.number,
                title=known.title,
                day=f"{known.day:%d.%m.%Y}",
                words=act.words,
            ),
            hint=Message("Correct the date, or the number"),
            documents=(act.text.document,) if act.text.document else (),
        )


def _known(act: CitedAct) -> KnownAct | None:
    suffix = act.suffix.upper().replace("–", "-")
    before = act.text.text[: act.start]
    if suffix == "-ФЗ" and _LAW.search(before):
        found = known_acts().get(("закон", f"{act.number}-ФЗ"))
    elif not suffix and _DECREE.search(before):
        found = known_acts().get(("указ", str(act.number)))
    else:
        return None
    # Other laws of other years have the same number: the title decides where there is one.
    if found is None or act.day.year == found.day.year:
        return found
    title = re.match(r"\s*(?:года|г\.)?,?\s*«([^«»]{6,})", act.text.text[act.end :])
    same = title is not None and _folded(title[1]).startswith(_folded(found.title)[:_ENOUGH])
    return found if same else None


_ENOUGH = 24
"""Characters of a title that tell one act from another."""


def _folded(text: str) -> str:
    return " ".join(text.casefold().replace("ё", "е").split())


RULE = Rule(_CODE, "orders", _check)
