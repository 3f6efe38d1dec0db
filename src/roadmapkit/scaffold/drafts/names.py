"""How a draft and its file are called, and which years its pattern is for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import date
from pathlib import PurePosixPath
from typing import Any

from roadmapkit.deadlines import Period, PeriodKind, parse_period
from roadmapkit.diagnostics import Message
from roadmapkit.errors import ArgumentError
from roadmapkit.model.base import Model
from roadmapkit.model.minutes import Minutes
from roadmapkit.model.order import ApproveClause, ApproveItem, Order
from roadmapkit.model.program import Program
from roadmapkit.model.progress import Progress
from roadmapkit.model.roadmap import Roadmap
from roadmapkit.scaffold.drafts.shift import YearShift
from roadmapkit.scaffold.drafts.years_in_text import Trust, mentions

__all__ = ["new_file", "new_id", "own_period", "years_of"]


def own_period(model: Any, documents: Mapping[str, Any]) -> Period | None:
    """Return the period of a document: its own, or that of the plan that it is about."""
    match model:
        case Progress():
            return own_period(documents.get(model.roadmap), documents)
        case Program(period=None) if model.plan is not None:
            return own_period(documents.get(model.plan), documents)
        case Roadmap() | Program():
            period = model.period
            given = period.model_dump() if isinstance(period, Model) else period
            with suppress(ArgumentError):
                return parse_period(given)
    return None


def years_of(model: Any, documents: Mapping[str, Any]) -> frozenset[int]:
    """Return the years that are surely years of a document's plan."""
    if isinstance(model, Order | Minutes):
        found = {day.year for day in (model.date, model.expected_date) if day is not None}
        plans = list(_approved(model, documents))
        return frozenset(found).union(*(years_of(plan, documents) for plan in plans))
    if isinstance(model, Progress) and model.roadmap in documents:
        return years_of(documents[model.roadmap], documents)
    period = own_period(model, documents)
    if period is not None:
        return frozenset(range(period.start.year, period.end.year + 1))
    title = " ".join(model.title.split())
    sure = (item for item in mentions(title) if item.trust in {Trust.SURE, Trust.AIM})
    return frozenset(year for item in sure for year in item.years)


def _approved(model: Order | Minutes, documents: Mapping[str, Any]) -> Iterator[Roadmap | Program]:
    if isinstance(model, Minutes):
        return
    for clause in model.clauses:
        if isinstance(clause, ApproveClause):
            for item in clause.approve:
                id_ = item.document if isinstance(item, ApproveItem) else item
                found = documents.get(id_)
                if isinstance(found, Roadmap | Program):
                    yield found


def new_id(model: Any, shift: YearShift, documents: Mapping[str, Any]) -> str:
    """Return the id of a draft: that of its pattern with the years shifted.

    An id without a year gets one, in the place of the act's number where it has that.

    Raises:
        ArgumentError: No year is known, or a document has that id already.
    """
    shifted = shift.names(model.id)
    if shifted == model.id:
        label = _label(model, shift, documents)
        if not label:
            message = Message(
                "{id!r} has no year to shift, and its document none to take; give the new id "
                "with --id",
                id=model.id,
            )
            raise ArgumentError(message, argument="id", value=model.id)
        number = (getattr(model, "number", None) or "").split("-")[0]
        base = model.id.removesuffix(f"-{number}") if number else model.id
        shifted = f"{base}-{label}"
    return shifted


def _label(model: Any, shift: YearShift, documents: Mapping[str, Any]) -> str:
    """Return the years of a draft as an id has them: ``2025``, ``2025-2026``."""
    if isinstance(model, Order | Minutes):
        day: date | None = model.date or model.expected_date
        return str(shift.year(day.year)) if day is not None else ""
    period = own_period(model, documents)
    years = sorted(years_of(model, documents))
    if not years:
        return ""
    first, last = shift.year(years[0]), shift.year(years[-1])
    whole = period is None or period.kind is not PeriodKind.SPAN
    return f"{first}-{last}" if whole and first != last else str(first)


def new_file(source: str, ids: tuple[str, str], shift: YearShift, *, alone: bool) -> str:
    """Return the file of a draft, beside its pattern.

    Args:
        source: File of the pattern.
        ids: Id of the pattern and of the draft.
        shift: By how many years.
        alone: All documents of the file were taken.
    """
    path = PurePosixPath(source)
    stem = ids[1]
    if alone:
        shifted = shift.names(path.stem)
        known = path.stem != ids[0] and shifted == path.stem and ids[1].startswith(f"{ids[0]}-")
        if shifted != path.stem:
            stem = shifted
        elif known:
            stem = f"{path.stem}-{ids[1].removeprefix(f'{ids[0]}-')}"
    return path.with_name(f"{stem}{path.suffix}").as_posix()
