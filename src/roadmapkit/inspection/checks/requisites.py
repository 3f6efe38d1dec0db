"""Requisites of an act: organisation, kind, date, number, place, title, text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from roadmapkit.diagnostics import Code, Message
from roadmapkit.inspection import codes
from roadmapkit.inspection.kinds import form_of
from roadmapkit.inspection.outline import Item, squeezed
from roadmapkit.inspection.subject import Fault, Kind, Subject
from roadmapkit.rendering.reading import Place

__all__ = ["Requisites", "check_requisites", "requisites_of"]

_MONTH = r"(?:января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря)"
_DATE = re.compile(
    rf"\b\d{{1,2}}\.\d{{1,2}}\.\d{{4}}\b|«?\b\d{{1,2}}\b»?[ \u00a0]{_MONTH}[ \u00a0]\d{{4}}", re.I
)
_OTHER_DATE = re.compile(
    rf"\b0\d[ \u00a0]{_MONTH}[ \u00a0]\d{{4}}|\b\d{{1,2}}\.\d{{1,2}}\.\d{{4}}[ \u00a0]*г\."
    r"|\b(?:\d\.\d{1,2}|\d{1,2}\.\d)\.\d{4}\b",
    re.I,
)
_BLANK_DATE = re.compile(r"_{2,}.{0,20}(?:20\d?\d?_*|г\.)|_{5,}")
_NUMBER = re.compile(r"(?:№|\bN|\bNo)[ \u00a0]*(?=\d)[\w/.-]+")
_BLANK_NUMBER = re.compile(r"(?:№|\bN|\bNo)[ \u00a0]*_{2,}|№\s*$")
_PLACE = re.compile(
    r"(?<!\w)(?:г|гор|с|пос|п|пгт|рп|р\.\s?п|ст|ст-ца|д|х|аул|город|село|посёлок|поселок)\.?"
    r"[ \u00a0]*[А-ЯЁ][а-яё]"
)
_TITLE = re.compile(r"(?:О|Об|Обо)\s+[а-яё«]")
_VERB = re.compile(
    r"приказыва(?:ю|ет|ем)|постановля(?:ю|ет|ем)|распоряжа(?:юсь|ется)|обязыва(?:ю|ет)"
    r"|реши(?:л|ла|ли)\b",
    re.I,
)
_ACT = re.compile(r"\b(?:приказ|распоряжени|постановлени|решени|протокол)", re.I)
_ACTS = frozenset({"order", "minutes", "extract"})
_FOREWORD = 25


@dataclass(frozen=True, slots=True)
class Requisites:
    """Where the requisites of an act stand; None for one that is not there.

    Attributes:
        form: The kind of document, such as «ПРИКАЗ».
        organization: Its author's name.
        date: The date, filled in or left blank.
        number: The number, likewise.
        place: The place.
        title: The title of the text.
        dated: Whether the date is filled in.
        numbered: Whether the number is.
    """

    form: Item | None = None
    organization: Item | None = None
    date: Item | None = None
    number: Item | None = None
    place: Item | None = None
    title: Item | None = None
    dated: bool = False
    numbered: bool = False

    @property
    def state(self) -> str | None:
        """``registered``, ``draft``, or None where neither date nor number has a place."""
        if self.date is None and self.number is None:
            return None
        return "registered" if self.dated and self.numbered else "draft"


def requisites_of(subject: Subject) -> Requisites:
    """Return the requisites of the document itself, without its appendices."""
    items = subject.outline.sheet(0)
    form = form_of(items)
    if form is None:
        return Requisites(title=_first(items[:_FOREWORD], _TITLE, "title"))
    index = items.index(form)
    head = items[:index]
    rest = items[index + 1 : index + 1 + _FOREWORD]
    title = _first(rest, _TITLE, "title")
    before_text = rest[: rest.index(title)] if title is not None else _until_text(rest)
    # Some letterheads put date and number above the kind of document or below the title.
    lines = (form, *before_text, *head, *(rest if title is not None else ()))
    lines = tuple(item for item in lines if item.role not in {"body", "title", "cell"})
    date = _first(lines, _DATE) or _first(lines, _BLANK_DATE)
    number = _first(lines, _NUMBER) or _first(lines, _BLANK_NUMBER)
    name = next((item for item in head if _names(item)), None)
    return Requisites(
        form=form,
        organization=name,
        date=date,
        number=number,
        place=next((item for item in lines if _PLACE.search(item.text)), None),
        title=title,
        dated=date is not None and _DATE.search(date.text) is not None,
        numbered=number is not None and _NUMBER.search(number.text) is not None,
    )


def _names(item: Item) -> bool:
    letters = sum(character.isalpha() for character in item.text)
    return letters > 8 and item.role not in {"stamp", "mark"} and not _DATE.search(item.text)


def _until_text(items: Sequence[Item]) -> tuple[Item, ...]:
    found: list[Item] = []
    for item in items:
        if item.role == "body":
            break
        found.append(item)
    return tuple(found)


def _first(items: Sequence[Item], pattern: re.Pattern[str], role: str = "") -> Item | None:
    return next(
        (
            item
            for item in items
            if pattern.search(item.text)
            and (not role or item.role == role or pattern.match(item.text) is not None)
            and (not role or item.role not in {"cell", "body"})
        ),
        None,
    )


_MISSING: Mapping[str, tuple[Code, Message, Message, str]] = {
    "organization": (
        codes.ORGANIZATION,
        Message("the name of the organisation is missing above the kind of document"),
        Message("write the full name as in the charter"),
        "organization",
    ),
    "date": (
        codes.DATE,
        Message("there is no place for the date"),
        Message("write the date, or in a draft a blank: «___ ________ 20__ г.»"),
        "date",
    ),
    "number": (
        codes.NUMBER,
        Message("there is no place for the number"),
        Message("write the number after №, or in a draft a blank: № ___"),
        "number",
    ),
    "place": (
        codes.PLACE,
        Message("the place where the document is made is not named"),
        Message("add it below the date, unless the name of the organisation tells it"),
        "place",
    ),
    "title": (
        codes.TITLE,
        Message("the text has no title that begins with «О» or «Об»"),
        Message("write above the text what it is about"),
        "title",
    ),
}
_WANTED: Mapping[Kind, tuple[str, ...]] = {
    "order": ("organization", "date", "number", "place", "title"),
    "minutes": ("organization", "date", "number"),
    "extract": ("organization", "date", "number"),
}


def check_requisites(subject: Subject) -> Iterator[Fault]:
    """Yield requisites that an act lacks, and titles that end with a full stop."""
    yield from _titles(subject)
    if subject.kind not in _ACTS:
        return
    found = requisites_of(subject)
    rule = subject.expected.rule
    if found.form is None:
        problem = Message("the kind of document is not named on a line of its own")
        hint = Message("write it above the text, such as ПРИКАЗ")
        yield Fault(codes.FORM, problem, Place(1, 1), rule("form"), hint)
        return
    for name in _wanted(subject, found.form):
        code, problem, hint, clause = _MISSING[name]
        if getattr(found, name) is None and not (name == "organization" and _pictured(subject)):
            yield Fault(code, problem, found.form.paragraph.place, rule(clause), hint)
    if found.date is not None and found.number is not None and found.dated != found.numbered:
        blank = found.number if found.dated else found.date
        problem = Message("of date and number only one is filled in")
        hint = Message("a draft has neither, a registered document both")
        yield Fault(codes.HALF_REGISTERED, problem, blank.paragraph.place, rule("number"), hint)
    if found.date is not None and (match := _OTHER_DATE.search(found.date.paragraph.text)):
        problem = Message("the date is written as {date!r}", date=match[0])
        hint = Message("write 05.06.2024, or 5 июня 2024 года")
        place, clause = found.date.paragraph.place, rule("date_form")
        yield Fault(codes.DATE_FORM, problem, place, clause, hint, match.start(), match.end())
    if subject.kind == "order":
        yield from _verb(subject, found.form)


def _wanted(subject: Subject, form: Item) -> tuple[str, ...]:
    """Return the requisites of a kind; an extract has those of the act that it is from."""
    items = subject.outline.sheet(0)
    index = items.index(form)
    named = " ".join(item.text for item in items[index : index + 2])
    if subject.kind == "extract" and not _ACT.search(named):
        return ()
    return _WANTED[subject.kind]


def _pictured(subject: Subject) -> bool:
    """Return whether a picture, which may be the letterhead, begins the document."""
    return any(item.paragraph.drawing for item in subject.outline.items[:6])


def _verb(subject: Subject, form: Item) -> Iterator[Fault]:
    if squeezed(form.text).lower().startswith("распоряжение"):
        return  # it may do without
    texts = [item.text for item in subject.outline.sheet(0)]
    if any(_VERB.search(text) or _VERB.search(re.sub(r"\s", "", text)) for text in texts):
        return
    problem = Message("the text does not say «приказываю»")
    hint = Message("end the preamble with it")
    place = form.paragraph.place
    yield Fault(codes.VERB, problem, place, subject.expected.rule("text"), hint)


def _titles(subject: Subject) -> Iterator[Fault]:
    for item in subject.outline.items:
        titled = item.role == "title" or (
            item.role == "heading" and _TITLE.match(item.text) is not None
        )
        if titled and item.text.endswith(".") and not item.text.endswith(("г.", "гг.", "др.")):
            text = item.paragraph.text.rstrip()
            problem = Message("the title ends with a full stop")
            clause = subject.expected.rule("title")
            yield Fault(
                codes.TITLE_STOP,
                problem,
                item.paragraph.place,
                clause,
                Message("delete it"),
                len(text) - 1,
                len(text),
            )
