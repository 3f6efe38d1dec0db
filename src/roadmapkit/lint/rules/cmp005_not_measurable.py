"""A result can be checked.

«Повышение компетенций», «Совершенствование работы»: nobody can say in December whether it
has come. The rule speaks where a result begins with such a word and names no number, share,
document or list. It is a matter of taste in many houses, hence in preview.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from roadmapkit.diagnostics import Code, Diagnostic, Message, Severity
from roadmapkit.lazily import regex
from roadmapkit.lint.engine import Rule
from roadmapkit.lint.plan_cells import activities_of, cells_of
from roadmapkit.lint.subject import Subject

__all__ = ["RULE"]

_CODE = Code(
    "CMP005", "not-measurable", Severity.INFO, "Results of which nobody can say that they came"
)
_VAGUE = regex(
    r"(?:повыше|совершенствова|улучше|развити|активизаци|содействи|оптимизаци|укреплени)\w*",
    re.IGNORECASE,
)
_MEASURED = regex(
    r"\d|%|дол[яи]|справк|приказ|отч[её]т|план|программ|перечен|протокол|материал|рекомендаци"
    r"|карт|реестр|баз|банк|список|график",
    re.IGNORECASE,
)


def _check(subject: Subject) -> Iterator[Diagnostic]:
    for roadmap in subject.roadmaps:
        found = [
            row
            for row, text in zip(
                activities_of(roadmap), cells_of(subject, roadmap, "result"), strict=True
            )
            if _VAGUE.match(text) and not _MEASURED.search(text)
        ]
        if found:
            yield _CODE.at(
                found[0].origin.child("result").span,
                Message(
                    "Results that cannot be checked: {numbers}",
                    numbers=[row.number or row.activity.title for row in found],
                ),
                hint=Message("Name a number, a share or a document by which it will be seen"),
                documents=(roadmap.model.id,),
            )


RULE = Rule(_CODE, "completeness", _check, preview=True)
