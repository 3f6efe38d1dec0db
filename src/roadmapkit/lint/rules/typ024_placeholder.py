"""What was to be filled in is filled in.

«хх.хх.2021», «(ФИО)» and a row of underscores remain from the sample that the author began
with. A draft may have them; the blank for a signature or a date of acquaintance is none of
them, for it is printed by the form.
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapkit.diagnostics import Code, Diagnostic, Message, Severity
from roadmapkit.lint.engine import Rule
from roadmapkit.lint.slips import Slip, slips_of
from roadmapkit.lint.subject import Subject

__all__ = ["RULE"]

_CODE = Code("TYP024", "placeholder", Severity.WARNING, "A blank that was to be filled in")
_MESSAGE = Message("A blank was not filled in: {near!r}; in the document: {times}")
_XX = ("хх.", "ХХ.", "xx.", "XX.")
_NO_NUMBER = r"№\s*(?:_|\?|--|от\s\d)"
_SLIPS = (
    Slip(r"_{3,}", _MESSAGE, None, ("___",)),
    Slip(
        r"(?<!\w)[хХxX]{2}\.[хХxX]{2}\.(?:\d{2,4}|[хХxX]{2,4})(?!\w)",
        _MESSAGE,
        None,
        _XX,
    ),
    Slip(r"(?<!\d)\d\d\.[хХxX]{2}\.\d{4}", _MESSAGE, None, _XX),
    Slip(
        r"\((?:ФИО|Ф\.И\.О\.|дата|наименование|указать[^()]*)\)",
        _MESSAGE,
        None,
        ("(ФИО", "(Ф.И", "(дата", "(наименование", "(указать"),
    ),
    Slip(
        r"(?i)[\[<](?:указать|вставить|вписать|заполнить|выбрать|наименование|название|ФИО|дата|номер)"
        r"[^\[\]<>]*[\]>](?!\()",
        _MESSAGE,
        None,
        "[<",
    ),
    Slip(r"(?<![?!])\?{2,}", _MESSAGE, None, ("??",)),
    Slip(r"№\s*(?:_+|\?+|-{2,})(?!\w)|№\s*(?=от\s\d)", _MESSAGE, None, "№", signs=(_NO_NUMBER,)),
)


def _check(subject: Subject) -> Iterator[Diagnostic]:
    drafts = {
        id_
        for each in subject.sets
        if getattr(each.root.model, "state", "registered") != "registered"
        for id_ in each.documents
    }
    yield from slips_of(
        subject,
        _CODE,
        _SLIPS,
        Message("Write what belongs there, or delete it"),
        where=lambda text: text.document not in drafts and text.kind != "directory",
    )


RULE = Rule(_CODE, "text", _check)
