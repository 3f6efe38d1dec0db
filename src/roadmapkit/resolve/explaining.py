"""The terms of a document, of one activity or one point, each with everything behind it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from difflib import get_close_matches
from typing import Any

from roadmapkit.diagnostics import Diagnostic, Message, Span, sort_diagnostics
from roadmapkit.errors import ArgumentError
from roadmapkit.load import LoadedWorkspace
from roadmapkit.model import PrintedDocument
from roadmapkit.model.order import AppointClause, AssignClause, Assignee, PublishClause
from roadmapkit.resolve.agenda.duties import Dutiful, duties_of
from roadmapkit.resolve.decided import decisions_about, decisions_made
from roadmapkit.resolve.expected import as_expected, is_expected
from roadmapkit.resolve.explained import PlanExplanation, TermExplanation
from roadmapkit.resolve.numbering import clause_numbers
from roadmapkit.resolve.parties.reading import PartyRef, resolve_parties
from roadmapkit.resolve.resolved import (
    ResolvedActivity,
    ResolvedDocument,
    ResolvedDue,
    ResolvedLetter,
    ResolvedMinutes,
    ResolvedOrder,
    ResolvedProgram,
    ResolvedRoadmap,
)
from roadmapkit.resolve.undated import undated_reason
from roadmapkit.resolve.workspace import resolve_workspace
from roadmapkit.source import NodePath, Origin

__all__ = ["explain_activity", "explain_plan"]

_NO_TERM = Message("no term is written")


def explain_plan(
    loaded: LoadedWorkspace, id_: str, *, signed_on: date | None = None
) -> PlanExplanation:
    """Return the terms of a document, each with everything behind it.

    Args:
        loaded: The files.
        id_: A plan, or an act with terms in its points.
        signed_on: Day on which every act that is not registered is taken to be signed.

    Raises:
        ArgumentError: No such document, or it has errors, or no terms of its own.
    """
    resolved, found = resolve_workspace(loaded, signed_on=signed_on)
    documents = resolved.documents
    if id_ not in documents:
        raise _no_document(loaded, id_, documents)
    document = documents[id_]
    if isinstance(document, ResolvedProgram | ResolvedLetter):
        message = Message("The document {id!r} has no terms of its own", id=id_)
        raise ArgumentError(message, argument="id", value=id_)
    if not isinstance(document, Dutiful):
        message = Message(
            "The document {id!r} has no terms of its own; those of its plan are explained by "
            "the id {plan!r}",
            id=id_,
            plan=document.roadmap.model.id,
        )
        raise ArgumentError(message, argument="id", value=id_)
    return _explained(document, found, documents, signed_on)


def explain_activity(
    loaded: LoadedWorkspace,
    id_: str,
    *,
    document: str | None = None,
    signed_on: date | None = None,
) -> TermExplanation:
    """Return the term of one activity with everything behind it.

    Args:
        loaded: The files.
        id_: Id of the activity, or the printed number of an activity or a point.
        document: Id of the document, where several know *id_*.
        signed_on: Day on which every act that is not registered is taken to be signed.

    Raises:
        ArgumentError: No such activity or document, or several of that id.
    """
    resolved, found = resolve_workspace(loaded, signed_on=signed_on)
    if document is not None and document not in resolved.documents:
        raise _no_document(loaded, document, resolved.documents, argument="document")
    terms = [
        term
        for key, item in resolved.documents.items()
        if document in (None, key) and isinstance(item, Dutiful)
        for term in _explained(item, found, resolved.documents, signed_on).terms
    ]
    matching = [term for term in terms if term.id == id_] or [
        term for term in terms if term.number and _bare(term.number) == _bare(id_)
    ]
    if not matching:
        raise _no_activity(id_, terms)
    if len(matching) > 1:
        raise _several(id_, matching, named=document is not None)
    return matching[0]


def _bare(number: str) -> str:
    """Return a number as it is spoken of: without the mark that it is printed with."""
    return number.strip().rstrip(".)")


# -- one document ---------------------------------------------------------------------------


def _explained(
    document: Dutiful,
    found: Iterable[Diagnostic],
    documents: Mapping[str, ResolvedDocument],
    signed_on: date | None,
) -> PlanExplanation:
    model = document.model
    expected = signed_on is None and is_expected(document, documents)
    decisions = decisions_about(model.id, documents)
    own = [item for item in sort_diagnostics(found) if model.id in item.documents]
    if isinstance(document, ResolvedRoadmap):
        terms, period = _of_plan(document), document.period
    elif isinstance(document, ResolvedMinutes):
        terms, period = _of_meeting(document), None
    else:
        terms, period = _of_act(document), None
    return PlanExplanation(
        document=model.id,
        title=model.title,
        kind=model.kind,
        place=document.origin.child("id").span,
        period=period,
        signed_on=document.as_of,
        terms=tuple(
            replace(
                _with_findings(term, own),
                meaning=as_expected(term.meaning, document.as_of) if expected else term.meaning,
                decisions=tuple(one for one in decisions if term.id and one.activity == term.id),
            )
            for term in terms
        ),
        expected=expected,
        decisions=tuple(decisions_made(document))
        if isinstance(document, ResolvedMinutes)
        else tuple(one for one in decisions if not one.activity),
    )


def _with_findings(term: TermExplanation, found: Iterable[Diagnostic]) -> TermExplanation:
    place = term.due_place
    if place is None:
        return term
    inside = tuple(item for item in found if item.span is not None and _holds(place, item.span))
    return replace(term, diagnostics=inside)


def _holds(outer: Span, inner: Span) -> bool:
    return (
        outer.file == inner.file
        and (outer.line, outer.column) <= (inner.line, inner.column)
        and (inner.end_line, inner.end_column) <= (outer.end_line, outer.end_column)
    )


def _of_plan(plan: ResolvedRoadmap) -> Iterator[TermExplanation]:
    for section in plan.sections:
        title = section.section.title if section.section is not None else ""
        for item in section.activities:
            yield _of_activity(plan, title, item)


def _of_activity(plan: ResolvedRoadmap, section: str, item: ResolvedActivity) -> TermExplanation:
    term = TermExplanation(
        document=plan.model.id,
        id=item.activity.id,
        number=item.number,
        title=_line(item.activity.title),
        section=_line(section),
        place=item.origin.child("title").span,
        responsible=item.responsible.parties if item.responsible is not None else (),
        undated=_NO_TERM,
    )
    if item.due is None:
        return term
    return replace(
        _with_due(term, item.due, item.origin.child("due")),
        undated=undated_reason(item.due.meaning, plan.period),
    )


def _of_act(act: ResolvedOrder) -> Iterator[TermExplanation]:
    numbers = clause_numbers(act.model)
    for path, due in sorted(act.dues.items(), key=lambda item: _places(item[0])):
        owner = act.origin.child(*path[:-1])
        nodes = list(_nodes(act, path[:-1]))
        title = _what(nodes[-1])
        term = TermExplanation(
            document=act.model.id,
            id=None,
            number=numbers[path[:-1]],
            title=_line(title),
            section="",
            place=owner.span,
            responsible=_assigned(act, nodes),
        )
        yield replace(
            _with_due(term, due, owner.child("due")), undated=undated_reason(due.meaning, None)
        )


def _what(point: Any) -> str:
    """Return what a point of an act says is to be done."""
    match point:
        case AppointClause():
            return point.role
        case PublishClause():
            return f"Разместить {point.publish}"
    return getattr(point, "text", None) or ""


def _of_meeting(minutes: ResolvedMinutes) -> Iterator[TermExplanation]:
    for duty in duties_of(minutes):
        if duty.due is None:
            continue
        term = TermExplanation(
            document=minutes.model.id,
            id=None,
            number=duty.number,
            title=duty.title,
            section=duty.section,
            place=duty.origin.span,
            responsible=duty.answerable,
        )
        yield replace(
            _with_due(term, duty.due, duty.origin.child("due")),
            undated=undated_reason(duty.due.meaning, None),
        )


def _with_due(term: TermExplanation, due: ResolvedDue, origin: Origin) -> TermExplanation:
    return replace(term, printed="\n".join(due.lines), meaning=due.meaning, due_place=origin.span)


def _places(path: NodePath) -> tuple[int, ...]:
    """Return the positions of a point and of those above it."""
    return tuple(part for part in path if isinstance(part, int))


def _nodes(act: ResolvedOrder, path: NodePath) -> Iterator[Any]:
    """Yield the points from the outermost to the one at *path*."""
    node: Any = act.model
    for part in path:
        if isinstance(part, int):
            node = node[part]
            yield node
        else:
            node = getattr(node, part)


def _assigned(act: ResolvedOrder, points: Sequence[Any]) -> tuple[PartyRef, ...]:
    """Return whom a point binds: the nearest one above it that names somebody says so."""
    for point in reversed(points):
        if isinstance(point, AssignClause):
            named = [item.to if isinstance(item, Assignee) else item for item in point.assign]
        elif isinstance(point, AppointClause):
            named = [point.appoint]
        elif isinstance(point, PublishClause) and point.responsible is not None:
            named = [point.responsible]
        else:
            continue
        return resolve_parties(";\n".join(named), act.directory, on=act.as_of).parties
    return ()


def _line(text: str) -> str:
    return " ".join(text.split())


# -- what is not there ----------------------------------------------------------------------


def _no_document(
    loaded: LoadedWorkspace,
    id_: str,
    documents: Iterable[str],
    *,
    argument: str = "id",
) -> ArgumentError:
    known = set(documents)
    read = {item.model.id for item in loaded.documents if isinstance(item.model, PrintedDocument)}
    if id_ in loaded.broken_ids or id_ in read:
        message = Message(
            "The document {id!r} has errors and cannot be explained; `roadmapkit check` tells them",
            id=id_,
        )
        return ArgumentError(message, argument=argument, value=id_)
    nearest = get_close_matches(id_, sorted(known), n=3)
    message = (
        Message(
            "No document has the id {id!r}; perhaps {nearest}", id=id_, nearest=", ".join(nearest)
        )
        if nearest
        else Message("No document has the id {id!r}", id=id_)
    )
    return ArgumentError(message, argument=argument, value=id_)


def _no_activity(id_: str, terms: Iterable[TermExplanation]) -> ArgumentError:
    known = sorted({term.id for term in terms if term.id is not None})
    nearest = get_close_matches(id_, known, n=3)
    message = (
        Message("No activity has the id {id!r}; perhaps {nearest}", id=id_, nearest=nearest)
        if nearest
        else Message("No activity has the id or the number {id!r}", id=id_)
    )
    return ArgumentError(message, argument="id", value=id_)


def _several(id_: str, terms: Iterable[TermExplanation], *, named: bool) -> ArgumentError:
    places = [f"{term.document} ({term.place.file}:{term.place.line})" for term in terms]
    message = (
        Message("Several activities are meant by {id!r}: {places}", id=id_, places=places)
        if named
        else Message(
            "Several activities are meant by {id!r}: {places}; name the document too",
            id=id_,
            places=places,
        )
    )
    return ArgumentError(message, argument="id", value=id_)
