"""An agenda as plain data for JSON."""

from __future__ import annotations

from datetime import date
from typing import Any

from roadmapkit.exports.words import Translate
from roadmapkit.resolve.agenda import Agenda, DueItem
from roadmapkit.resolve.statuses import PartyState

__all__ = ["agenda_record"]


def agenda_record(agenda: Agenda, translate: Translate = str) -> dict[str, Any]:
    """Return an agenda as plain data.

    Args:
        agenda: What falls due.
        translate: Turns reasons into sentences of the reader's language.
    """
    return {
        "as_of": agenda.as_of.isoformat(),
        "counts": {state.value: count for state, count in agenda.counts().items()},
        "items": [_item(item, translate) for item in agenda.items],
        "undated": [_item(item, translate) for item in agenda.undated],
    }


def _item(item: DueItem, translate: Translate) -> dict[str, Any]:
    occurrence, span = item.occurrence, item.origin.span
    return {
        "uid": item.uid,
        "document": item.document,
        "document_title": item.document_title,
        "activity": item.activity,
        "number": item.number,
        "section": item.section,
        "title": item.title,
        "points": list(item.points),
        "phrase": item.phrase,
        "start": _iso(occurrence.start if occurrence else None),
        "end": _iso(occurrence.end if occurrence else None),
        "due": _iso(item.due),
        "outside_period": bool(occurrence and occurrence.outside_period),
        "times": occurrence.times if occurrence else None,
        "parties": [party.to_dict() for party in item.parties],
        "responsible": [party.to_dict() for party in item.answerable],
        "result": list(item.result),
        "state": item.state.value,
        "late_by": item.late_by,
        "late_since": _iso(item.shown) if item.late_by is not None else None,
        "mark": _mark(item),
        "standing": [_party(state) for state in item.standing],
        "because": [translate(reason) for reason in item.because],
        "revision": item.revision,
        "file": span.file,
        "line": span.line,
    }


def _party(state: PartyState) -> dict[str, Any]:
    entry = state.mark.entry if state.mark else None
    return {
        "party": state.party.key,
        "name": state.party.name,
        "settled": state.settled,
        "status": entry.status if entry else None,
        "date": _iso(entry.date) if entry else None,
    }


def _mark(item: DueItem) -> dict[str, Any] | None:
    if item.mark is None:
        return None
    return {
        "status": item.mark.status,
        "date": _iso(item.mark.date),
        "text": list(item.mark.text),
        "reason": item.mark.reason,
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
