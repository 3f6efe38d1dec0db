"""How one document names another: kind, issuer, date and number, title, in a case."""

from __future__ import annotations

from collections.abc import Iterator

from roadmapkit.deadlines import format_date
from roadmapkit.documents.order import BLANK_DATE, BLANK_NUMBER, act_date, act_number
from roadmapkit.documents.wording import Wording
from roadmapkit.model import PrintedDocument
from roadmapkit.model.letter import Letter
from roadmapkit.model.minutes import Minutes
from roadmapkit.model.order import Order
from roadmapkit.resolve import ResolvedDocument, ResolvedOrder
from roadmapkit.source import Origin

__all__ = ["named_document", "requisites", "subject_lines"]


def requisites(model: Order | Minutes | Letter) -> str:
    """Return «от 12.01.2024 № 27» of what has a date and a number, with blanks in a draft."""
    if isinstance(model, Order):
        return f"от {act_date(model, model.mark_date_style)} {act_number(model)}"
    known = model.state == "registered" or isinstance(model, Minutes)
    day = format_date(model.date, style="digits") if model.date and known else BLANK_DATE
    number = f"№\u00a0{model.number}" if model.number and known else BLANK_NUMBER
    return f"от {day} {number}"


def named_document(
    model: PrintedDocument,
    origin: Origin,
    case: str,
    wording: Wording,
    *,
    as_signed: bool = False,
) -> tuple[str, str]:
    """Return the name of a document in a case, and its title where that is no part of the name.

    A registered act has date and number, a draft is «проект приказа …».

    Args:
        model: The document.
        origin: Where it stands.
        case: Name of the case in English.
        wording: Words of the folder and the day of the document.
        as_signed: A draft has blanks for date and number, because the sheet is for the
            signed act.
    """
    title = " ".join(model.title.split())
    if isinstance(model, Order | Letter):
        form = model.form if isinstance(model, Order) else "письмо"
        issuer = wording.organization(model.issuer or "", "genitive", origin.child("issuer"))
        if model.state == "registered" or as_signed:
            name = f"{wording.phrase(form, case)} {issuer}".strip()
            name = f"{name} {requisites(model)}"
        else:
            name = f"{wording.phrase('проект', case)} {wording.phrase(form, 'genitive')} {issuer}"
        return wording.text(name), wording.text(f"«{title}»")
    place = origin.child("title")
    name = wording.phrase(wording.inside_sentence(title, place), case, origin=place)
    if isinstance(model, Minutes):
        name = f"{name} {requisites(model)}"
    return wording.text(name), ""


def subject_lines(
    subject: ResolvedDocument,
    act: ResolvedOrder | None,
    case: str,
    wording: Wording,
    *,
    as_signed: bool = False,
) -> Iterator[str]:
    """Yield the lines of a caption that name what a sheet belongs to, without a preposition.

    Args:
        subject: The document.
        act: The act that approves it, where it is a plan or a programme.
        case: Name of the case in English.
        wording: Words of the document.
        as_signed: A draft has blanks for date and number.
    """
    model, origin = subject.model, subject.origin
    name, title = named_document(model, origin, case, wording, as_signed=as_signed)
    yield name
    if title:
        yield title
    if act is not None and not isinstance(subject, ResolvedOrder):
        approved = wording.approved(subject.model.title, subject.origin.child("title")).lower()
        by, _ = named_document(act.model, act.origin, "instrumental", wording, as_signed=True)
        yield f"({approved} {by})"
