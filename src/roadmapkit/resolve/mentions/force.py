"""Which documents are in force: a repealed act is not, from the day of the act that repeals it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from roadmapkit.lazily import dataclass
from roadmapkit.model.order import Order, RepealClause, RepealedAct
from roadmapkit.resolve.mentions.items import State
from roadmapkit.resolve.references import approved_ids, plan_ids, plans_of, program_ids
from roadmapkit.resolve.resolved import (
    ResolvedDocument,
    ResolvedLetter,
    ResolvedOrder,
    ResolvedProgram,
    ResolvedProgress,
    ResolvedWorkspace,
)

__all__ = ["Force", "Standing"]


@dataclass(frozen=True, slots=True)
class Standing:
    """How a document stands.

    Attributes:
        state: Registered, a draft, or a report of progress.
        in_force: It holds on the day asked for or later.
        act: The act by which it stands: itself, or the one that approves it.
    """

    state: State
    in_force: bool
    act: Order | None = None


class Force:
    """Tells how each document of a workspace stands.

    Args:
        workspace: The documents.
        since: The day from which on a document has to hold; None leaves out what has been
            repealed at all.
    """

    def __init__(self, workspace: ResolvedWorkspace, since: date | None) -> None:
        self._since = since
        self._orders = {
            id_: document.model
            for id_, document in sorted(workspace.documents.items())
            if isinstance(document, ResolvedOrder)
        }
        self._repealed = _repealed(self._orders)
        self._approving: dict[str, list[Order]] = {}
        for order in self._orders.values():
            targets = {target for target, _, _ in approved_ids(order)}
            targets.update(id_ for id_, _ in plan_ids(order.appendices))
            targets.update(id_ for id_, _ in program_ids(order.appendices))
            for id_ in sorted(targets):
                document = workspace.documents.get(id_)
                if isinstance(document, ResolvedProgram):
                    targets.update(plan for plan, _ in plans_of(document.model))
            for target in sorted(targets):
                self._approving.setdefault(target, []).append(order)

    def of(self, document: ResolvedDocument) -> Standing:
        """Return how a document stands."""
        if isinstance(document, ResolvedProgress):
            return Standing("report", in_force=True)
        if isinstance(document, ResolvedLetter):
            # One that has been sent is history: nobody is to change it or to act on it.
            return Standing("draft", in_force=document.model.state != "registered")
        if isinstance(document, ResolvedOrder):
            order = document.model
            return Standing(_state(order), self._holds(order), order)
        acts = self._approving.get(document.model.id, [])
        if not acts:
            return Standing("draft", in_force=True)
        holding = [act for act in acts if self._holds(act)]
        act = min(holding or acts, key=lambda act: (act.state != "registered", act.id))
        return Standing(_state(act), bool(holding), act)

    def _holds(self, order: Order) -> bool:
        day = self._repealed.get(order.id)
        return day is None or (self._since is not None and self._since < day)


def _state(order: Order) -> State:
    return "registered" if order.state == "registered" else "draft"


def _repealed(orders: Mapping[str, Order]) -> dict[str, date]:
    """Return the day from which on each repealed act does not hold any more."""
    found: dict[str, date] = {}
    for order in orders.values():
        if order.state != "registered" or order.date is None:
            continue
        for id_ in _repealed_by(order, orders):
            if orders[id_].state == "registered":
                found[id_] = min(found.get(id_, date.max), order.date)
    return found


def _repealed_by(order: Order, orders: Mapping[str, Order]) -> Iterator[str]:
    for clause in order.clauses:
        for act in clause.repeal if isinstance(clause, RepealClause) else ():
            if isinstance(act, RepealedAct):
                yield from (id_ for id_, other in orders.items() if _is(other, act, order))
            elif act in orders:
                yield act


def _is(order: Order, act: RepealedAct, repealing: Order) -> bool:
    """Tell whether an act is the one of these requisites; the issuer is the same by default."""
    issuer = act.issuer or repealing.issuer
    same = (order.form, order.date, order.number) == (act.form, act.date, act.number)
    return same and (order.issuer is None or issuer is None or order.issuer == issuer)
