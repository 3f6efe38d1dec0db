"""Documents to begin with: commented, whole, and without an error."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any, Final

from roadmapkit.diagnostics import Message
from roadmapkit.errors import ArgumentError
from roadmapkit.load import LoadedWorkspace
from roadmapkit.model import PrintedDocument
from roadmapkit.model.roadmap import Roadmap
from roadmapkit.resources import resource
from roadmapkit.scaffold.drafts.names import own_period
from roadmapkit.scaffold.drafts.result import Draft
from roadmapkit.scaffold.files import YEARS

__all__ = ["STARTERS", "starter"]

STARTERS: Final[Mapping[str, str]] = {
    "roadmap": "plan",
    "order": "order",
    "program": "program",
    "minutes": "minutes",
    "progress": "progress",
}
"""Kinds of documents that one can begin with, and what their ids begin with."""


def starter(
    loaded: LoadedWorkspace,
    kind: str,
    *,
    year: int,
    id: str | None = None,  # noqa: A002  # the word that users know, by keyword only
    file: str | None = None,
    plan: str | None = None,
) -> Draft:
    """Return a document to begin with; nothing is written.

    Args:
        loaded: The workspace that it is for.
        kind: One of :data:`STARTERS`.
        year: Year that it is about.
        id: Its id; by default the kind and the year.
        file: Name of the file; by default the id, in ``roadmaps``.
        plan: The plan that an order approves, a programme holds, or progress is of.

    Raises:
        ArgumentError: No such kind, plan or year, or a document has that id already; or
            progress of several plans is possible and none is named.
    """
    if kind not in STARTERS or year not in YEARS:
        message = Message(
            "There is nothing to begin with for {kind!r} in {year}", kind=kind, year=year
        )
        raise ArgumentError(message, argument="kind", value=kind)
    documents = {
        item.model.id: item.model
        for item in loaded.documents
        if isinstance(item.model, PrintedDocument)
    }
    plan = _plan(kind, plan, documents)
    if plan is not None and id is None and kind == "progress":
        made = f"progress-{plan.removeprefix('plan-')}"
    else:
        made = id or f"{STARTERS[kind]}-{year}"
    if not re.fullmatch(r"[A-Za-zА-Яа-яЁё0-9-]+", made):
        message = Message("{id!r} is no id: letters, digits and hyphens", id=made)
        raise ArgumentError(message, argument="id", value=made)
    if made in documents or made in loaded.broken_ids:
        message = Message("There is a document {id!r} already; give another --id", id=made)
        raise ArgumentError(message, argument="id", value=made)
    name = file or f"roadmaps/{made}.yaml"
    text = resource("scaffold", "data", f"new-{kind}.yaml").read_text(encoding="utf-8")
    for key, value in _values(kind, made, year, plan, documents).items():
        text = text.replace(f"@{key}@", value)
    head = (
        f"# yaml-language-server: $schema={'../' * name.count('/')}schemas/roadmapkit.schema.json"
    )
    return Draft(file=name, text=f"{head}\n{text.rstrip()}\n", documents=(made,))


def _plan(kind: str, plan: str | None, documents: Mapping[str, Any]) -> str | None:
    plans = sorted(id_ for id_, model in documents.items() if isinstance(model, Roadmap))
    if plan is not None:
        if plan not in plans:
            message = Message("No plan has the id {id!r}; there are: {plans}", id=plan, plans=plans)
            raise ArgumentError(message, argument="plan", value=plan)
        return plan
    if kind != "progress":
        return None
    if len(plans) != 1:
        message = (
            Message("Name the plan with --plan: {plans}", plans=plans)
            if plans
            else Message("There is no plan yet; make one with `roadmapkit new roadmap`")
        )
        raise ArgumentError(message, argument="plan", value=None)
    return plans[0]


def _values(
    kind: str, id_: str, year: int, plan: str | None, documents: Mapping[str, Any]
) -> dict[str, str]:
    """Return what the marks of a text stand for."""
    period = own_period(documents[plan], documents) if plan is not None else None
    report = period.end if period is not None else date(year, 12, 25)
    signing = date(year, 1, 19)
    signing += timedelta(days=max(0, 7 - signing.weekday()) if signing.weekday() > 4 else 0)
    shown = plan or ""
    if kind == "program":
        shown = (
            f"  - title: План мероприятий\n    plan: {plan}"
            if plan is not None
            else "  # План печатается главой:\n"
            f"  # - title: План мероприятий\n  #   plan: plan-{year}"
        )
    approve = (
        f"  # «План», падежи и «(приложение)» программа напишет сама.\n  - approve: {plan}\n"
        if plan is not None
        else f"  # Утвердить план: слова, падежи и приложение программа составит сама.\n"
        f"  # - approve: plan-{year}\n"
    )
    return {
        "id": id_,
        "year": str(year),
        "signing": signing.isoformat(),
        "report": report.isoformat(),
        "plan": shown,
        "approve": approve,
    }
