"""Parts that minutes consist of."""

from __future__ import annotations

import re
from collections.abc import Iterator

from roadmapkit.diagnostics import Message
from roadmapkit.inspection import codes
from roadmapkit.inspection.outline import squeezed
from roadmapkit.inspection.subject import Fault, Subject
from roadmapkit.rendering.reading import Place

__all__ = ["check_minutes"]

_PARTS = (
    (re.compile(r"председател", re.I), Message("the chair")),
    (re.compile(r"секретар", re.I), Message("the secretary")),
    (re.compile(r"присутств", re.I), Message("those present")),
    (re.compile(r"повестка", re.I), Message("the agenda")),
    (re.compile(r"слушали", re.I), Message("«СЛУШАЛИ»")),
    (re.compile(r"постановил|решил", re.I), Message("«ПОСТАНОВИЛИ» or «РЕШИЛИ»")),
)


def check_minutes(subject: Subject) -> Iterator[Fault]:
    """Yield the parts that minutes lack."""
    if subject.kind != "minutes":
        return
    texts = [squeezed(item.text) for item in subject.outline.sheet(0)]
    for pattern, name in _PARTS:
        if not any(pattern.search(text) for text in texts):
            problem = Message("the minutes do not name {part}", part=name)
            clause = subject.expected.rule("text")
            yield Fault(codes.MINUTES_PART, problem, Place(1, 1), clause)
