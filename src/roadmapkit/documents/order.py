"""The order: heading, preamble, clauses put into words, signature, approval block."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from roadmapkit.deadlines import format_date
from roadmapkit.documents.clauses import ClauseWriter
from roadmapkit.documents.profile import page_view
from roadmapkit.documents.program_sheets import appendix_sheets
from roadmapkit.documents.roadmap import appended_sheets
from roadmapkit.documents.sheets import SheetComposer, title_text
from roadmapkit.documents.signatures import signature_view
from roadmapkit.documents.view import (
    ActView,
    ApprovalView,
    ClauseView,
    DocumentView,
    SheetView,
    StampView,
)
from roadmapkit.documents.wording import Wording, capitalize
from roadmapkit.language import ends_abbreviated
from roadmapkit.model.order import Executor, Order, Verb
from roadmapkit.model.settings import Settings
from roadmapkit.resolve import DirectoryIndex, ResolvedAppendix, ResolvedOrder, official_meant

__all__ = [
    "BLANK_DATE",
    "BLANK_NUMBER",
    "compose_act",
    "compose_appendix",
    "compose_order",
    "executor_lines",
]

BLANK_DATE = "___ ________ 20__ г."
BLANK_NUMBER = "№ ___"
"""Places that a draft leaves for the date and the number, which exist only after signing."""

_VERBS = {"приказ": "приказываю", "постановление": "постановляю"}


def compose_order(order: ResolvedOrder, settings: Settings, wording: Wording) -> DocumentView:
    """Return the act with all its appendices as one file."""
    sheets = tuple(
        sheet
        for appendix in order.appendices
        for sheet in _sheets(order, appendix, settings, wording)
    )
    return DocumentView(
        kind="order",
        id=order.model.id,
        title=wording.one_line(order.model.title),
        page=page_view(settings, long_storage=True),
        act=compose_act(order, wording),
        sheets=sheets,
    )


def compose_appendix(
    order: ResolvedOrder, appendix: ResolvedAppendix, settings: Settings, wording: Wording
) -> DocumentView:
    """Return one appendix of an act, with its mark, as a file of its own."""
    sheet, *own = _sheets(order, appendix, settings, wording)
    return DocumentView(
        kind="roadmap",
        id=order.model.id,
        title=" ".join(sheet.title) or wording.one_line(order.model.title),
        page=page_view(settings, long_storage=True),
        act=None,
        sheets=(sheet, *own),
    )


def _sheets(
    order: ResolvedOrder, appendix: ResolvedAppendix, settings: Settings, wording: Wording
) -> Iterator[SheetView]:
    """Yield an appendix, and after it what the plan or programme in it has for its own."""
    composer = SheetComposer(settings, wording, page_view(settings, long_storage=True))
    first, *more = appendix_sheets(appendix, composer, wording)
    yield replace(
        first,
        stamps=tuple(_stamps(order, appendix, wording)),
        restart_pages=settings.outputs.page_numbers == "заново",
    )
    yield from more
    for part in appendix.parts:
        printed = part.roadmap or part.program or part.report
        if printed is not None:
            yield from appended_sheets(printed.appendices, composer, wording)


def compose_act(order: ResolvedOrder, wording: Wording) -> ActView:
    """Return the text of the act, without its appendices."""
    model = order.model
    verb, inline, spaced = _verb(model)
    clauses = _mark_last(ClauseWriter(order, wording).clauses())
    return ActView(
        letterhead=_letterhead(order, wording),
        form=_spaced(model.form.upper(), model.form_spacing),
        form_spaced=model.form_spacing == "разрядка",
        date=act_date(model, model.date_style),
        number=act_number(model),
        place=wording.text(model.place or _place_of_issuer(order)),
        title=wording.lines(model.title),
        preamble=_preamble(model, verb, wording),
        verb=f"{verb}:" if verb else "",
        verb_inline=inline,
        verb_spaced=spaced,
        clauses=clauses,
        signature=signature_view(order.signatory, wording),
        approval=tuple(_approval(order, wording)),
        executor=executor_lines(model.executor, order.directory, order.as_of, wording),
        origin=order.origin,
    )


def _mark_last(clauses: Sequence[ClauseView]) -> tuple[ClauseView, ...]:
    if not clauses:
        return ()
    return (*clauses[:-1], replace(clauses[-1], last=True))


def _letterhead(order: ResolvedOrder, wording: Wording) -> tuple[str, ...]:
    model = order.model
    if model.letterhead:
        return tuple(line for text in model.letterhead for line in wording.lines(text))
    if model.issuer is None:
        return ()
    return wording.lines(wording.party_name(model.issuer, full=True))


def act_date(model: Order, style: str) -> str:
    """Return the date of an act, or the blank of a draft.

    A draft has neither date nor number: they exist only after signing.
    """
    if model.state == "draft" or model.date is None:
        return BLANK_DATE
    return format_date(model.date, style="words" if style == "словами" else "digits")


def act_number(model: Order) -> str:
    """Return «№ 46», or the blank of a draft."""
    if model.state == "draft" or model.number is None:
        return BLANK_NUMBER
    return f"№\u00a0{model.number}"


def _verb(model: Order) -> tuple[str, bool, bool]:
    verb = model.verb
    if verb is False:
        return "", True, False
    details = verb if isinstance(verb, Verb) else Verb(text=verb if isinstance(verb, str) else None)
    text = details.text or _VERBS.get(model.form, "")
    text = _spaced(text, details.spacing)
    return text, details.place == "в строке", details.spacing == "разрядка"


def _spaced(word: str, spacing: str) -> str:
    """Return *word* with spaces between its letters where the author wants real ones."""
    return " ".join(word) if spacing == "пробелы" else word


def _place_of_issuer(order: ResolvedOrder) -> str:
    """Return the place of the body that issues the act, where the directory has one."""
    body = order.directory.organization(order.model.issuer) if order.model.issuer else None
    return (body.place if body else None) or ""


def _preamble(model: Order, verb: str, wording: Wording) -> str:
    """Return the preamble; whether a comma stands before the verb is the author's to say."""
    text = wording.text(model.preamble or "").rstrip(" :;")
    if not ends_abbreviated(text):
        text = text.rstrip(".")
    if verb or not text:
        return text
    return f"{text.rstrip(' ,')}:"


def _stamps(
    order: ResolvedOrder, appendix: ResolvedAppendix, wording: Wording
) -> Iterator[StampView]:
    model = order.model
    date = f"от {act_date(model, model.mark_date_style)} {act_number(model)}"
    issuer = wording.issuer(model, "genitive", order.origin)
    if appendix.appendix.mark:
        heading = f"Приложение № {appendix.number}" if appendix.number else "Приложение"
        act = f"{wording.phrase(model.form, 'dative')} {issuer}".strip()
        lines = [wording.text(line) for line in (heading, f"к {act}", date)]
        if appendix.appendix.mark_title:
            lines.append(wording.text(f"«{wording.one_line(model.title)}»"))
        yield StampView("mark", tuple(lines), appendix.origin)
    if appendix.appendix.stamp:
        act = f"{wording.phrase(model.form, 'instrumental')} {issuer}".strip()
        approved = wording.approved(title_text(appendix, wording), appendix.origin)
        yield StampView(
            "stamp", tuple(wording.text(line) for line in (approved, act, date)), appendix.origin
        )


def _approval(order: ResolvedOrder, wording: Wording) -> Iterator[ApprovalView]:
    for caption, people, _ in order.approval:
        signatures = tuple(
            view for view in (signature_view(person, wording) for person in people) if view
        )
        yield ApprovalView(wording.text(caption.rstrip(": ") + ":"), signatures)


def executor_lines(
    executor: str | Executor | None,
    directory: DirectoryIndex,
    as_of: date | None,
    wording: Wording,
) -> tuple[str, ...]:
    """Return the executor mark (отметка об исполнителе): name and phone, line by line."""
    if executor is None:
        return ()
    details = executor if isinstance(executor, Executor) else Executor(person=executor)
    official = official_meant(directory, details.person, as_of)
    person = official.person if official else None
    phone = details.phone or (person.phone if person else None)
    named = person.name if person else capitalize(wording.party_name(details.person))
    name = wording.text(named)
    # Not typeset: the parts of a phone number are no range.
    return (name, phone.strip()) if phone else (name,)
