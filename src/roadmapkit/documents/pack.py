"""Extracts (выписки): of a plan with the activities of one party, of an act with its points.

Source:
    ГОСТ Р 7.0.97, requisite «Отметка о заверении копии».
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from roadmapkit.documents.order import BLANK_DATE, act_date, act_number, compose_act
from roadmapkit.documents.plan import plan_columns, plan_table
from roadmapkit.documents.profile import page_view, text_width_mm
from roadmapkit.documents.recipient import Recipient
from roadmapkit.documents.shares import OrderShare, PlanShare
from roadmapkit.documents.signatures import signature_view
from roadmapkit.documents.view import (
    ActView,
    CertificationView,
    DocumentView,
    ExtractView,
    Line,
    PartView,
    SheetView,
    StampView,
)
from roadmapkit.documents.wording import Wording
from roadmapkit.lazily import dataclass
from roadmapkit.model.settings import Settings
from roadmapkit.resolve import ResolvedOrder, ResolvedSignatory
from roadmapkit.source import Origin

__all__ = ["Extracted", "compose_order_extract", "compose_plan_extract"]

_CAPTION = "Верно"
_SIGNED = "Подпись"


@dataclass(frozen=True, slots=True)
class Extracted:
    """For whom an extract is made and who certifies it.

    Attributes:
        recipient: The party.
        certifier: Who certifies; None leaves the mark out.
        origin: The document, for findings about a party that no directory has.
    """

    recipient: Recipient
    certifier: ResolvedSignatory | None
    origin: Origin


def compose_plan_extract(
    share: PlanShare,
    act: ResolvedOrder | None,
    extracted: Extracted,
    settings: Settings,
    wording: Wording,
) -> DocumentView:
    """Return the extract of a plan: its columns and numbers, the party's activities.

    Args:
        share: What of the plan concerns the party; not empty.
        act: The act that approves the plan, if any does.
        extracted: For whom, and who certifies it.
        settings: Layout.
        wording: Words of the document.
    """
    roadmap = share.roadmap
    page = page_view(settings, long_storage=False)
    width = text_width_mm(page, landscape=True)
    table = plan_table(roadmap, wording, width, columns=plan_columns(share.whole))
    title = _title(roadmap.model.title, "genitive", roadmap.origin.child("title"), wording)
    sheet = SheetView(
        stamps=tuple(_stamps(act, roadmap.model.title, wording)),
        title=("ВЫПИСКА", f"из {title}"),
        parts=(
            PartView(
                kind="plan",
                before=(Line(recipient_line(extracted, wording), "plain"),),
                table=table,
            ),
        ),
        landscape=True,
        origin=roadmap.origin.child("title"),
    )
    return DocumentView(
        kind="extract",
        id=roadmap.model.id,
        title=f"Выписка из {title}",
        page=page,
        act=None,
        sheets=(sheet,),
        extract=ExtractView(certification=certification(extracted, wording)),
    )


def compose_order_extract(
    share: OrderShare, extracted: Extracted, settings: Settings, wording: Wording
) -> DocumentView:
    """Return the extract of an act: its requisites and preamble, the party's points.

    Points keep their numbers and their words. The word «Подпись» stands for the signature
    of a registered act; a draft has none.

    Args:
        share: What of the act concerns the party.
        extracted: For whom, and who certifies it.
        settings: Layout.
        wording: Words of the document.
    """
    order = share.order
    act = compose_act(order, wording)
    title = wording.one_line(order.model.title)
    kept = [
        clause
        for clause in act.clauses
        if clause.origin is not None and clause.origin.path in share.points
    ]
    clauses = tuple(replace(one, last=index == len(kept)) for index, one in enumerate(kept, 1))
    form = wording.phrase(order.model.form, "genitive")
    extract: ActView = replace(
        act,
        form=f"ВЫПИСКА ИЗ {form.upper()}",
        form_spaced=False,
        clauses=clauses,
        approval=(),
        executor=(),
    )
    return DocumentView(
        kind="extract",
        id=order.model.id,
        title=f"Выписка из {form} «{title}»",
        page=page_view(settings, long_storage=True),
        act=extract,
        sheets=(),
        extract=ExtractView(
            recipient=recipient_line(extracted, wording),
            signed=_SIGNED if order.model.state == "registered" else "",
            certification=certification(extracted, wording),
        ),
    )


def _requisites(order: ResolvedOrder) -> str:
    return f"от {act_date(order.model, order.model.mark_date_style)} {act_number(order.model)}"


def _stamps(act: ResolvedOrder | None, title: str, wording: Wording) -> Iterator[StampView]:
    """Yield the approval stamp of the original, for a plan that an act approves."""
    if act is None:
        return
    issuer = wording.issuer(act.model, "genitive", act.origin)
    body = f"{wording.phrase(act.model.form, 'instrumental')} {issuer}".strip()
    lines = (wording.approved(title), body, _requisites(act))
    yield StampView("stamp", tuple(wording.text(line) for line in lines))


def _title(title: str, case: str, origin: Origin, wording: Wording) -> str:
    name = wording.inside_sentence(" ".join(title.split()), origin)
    return wording.text(wording.phrase(name, case, origin=origin))


def recipient_line(extracted: Extracted, wording: Wording) -> str:
    """Return «Для: …»: a person by surname and initials with the post, a body by full name."""
    recipient = extracted.recipient
    entry = recipient.entry
    origin = entry.origin if entry is not None and entry.origin is not None else extracted.origin
    name, post = wording.name_and_post(recipient.reference, "genitive", origin, surname_first=True)
    return wording.text(f"Для: {', '.join(part for part in (name, post) if part)}")


def certification(extracted: Extracted, wording: Wording) -> CertificationView | None:
    """Return the mark of who certifies an extract; None where nobody does."""
    signature = signature_view(extracted.certifier, wording)
    if signature is None:
        return None
    return CertificationView(_CAPTION, signature, BLANK_DATE)
