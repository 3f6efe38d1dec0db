"""Where an act names parties: heading, points, control, signatures, executor, appendices."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from roadmapkit.model.order import (
    AppointClause,
    ApproveClause,
    ApproveItem,
    AssignClause,
    Assignee,
    Clause,
    ControlClause,
    InForceClause,
    Item,
    PublishClause,
    RepealClause,
    RepealedAct,
)
from roadmapkit.resolve.mentions.items import Step
from roadmapkit.resolve.mentions.places import (
    Place,
    appendix_places,
    official_places,
    one_line,
    role_places,
)
from roadmapkit.resolve.numbering import clause_numbers
from roadmapkit.resolve.orders import keeps_control
from roadmapkit.resolve.resolved import ResolvedOrder
from roadmapkit.source import NodePath

__all__ = ["act_places"]


def act_places(order: ResolvedOrder) -> Iterator[Place]:
    """Yield the places of an act, in its order."""
    model, origin = order.model, order.origin
    if model.issuer:
        place = origin.child("issuer")
        yield Place("heading", "", one_line(model.issuer), place, model.issuer, "field")
    for index, line in enumerate(model.letterhead):
        listed = isinstance(origin.document.value(("letterhead",)), list)
        place = origin.child("letterhead", index) if listed else origin.child("letterhead")
        yield Place("heading", "", one_line(line), place, line)
    yield Place("heading", "", one_line(model.title), origin.child("title"), model.title)
    if model.preamble:
        text = model.preamble
        yield Place("preamble", "", one_line(text), origin.child("preamble"), text)
    yield from role_places(model.roles, origin)
    yield from _Points(order).places()
    place = origin.child("signatory")
    yield from official_places("signatory", model.signatory, place, order.signatory)
    for index, group in enumerate(model.approval):
        _, printed, _ = order.approval[index]
        for position, person in enumerate(group.people):
            place = origin.child("approval", index, "people", position)
            signing = printed[position] if len(printed) == len(group.people) else None
            yield from official_places("approval", person, place, signing)
    yield from official_places("executor", model.executor, origin.child("executor"))
    yield from appendix_places(order.appendices)


class _Points:
    """The points of one act."""

    def __init__(self, order: ResolvedOrder) -> None:
        self._order = order
        self._numbers = clause_numbers(order.model)

    def places(self) -> Iterator[Place]:
        """Yield the places of every point and sub-point."""
        for index, clause in enumerate(self._order.model.clauses):
            path: NodePath = ("clauses", index)
            if isinstance(clause, str):
                yield self._place(clause, path, path)
            else:
                yield from self._clause(clause, path)

    def _place(self, written: str, path: NodePath, point: NodePath) -> Place:
        """Return the place of a text in a point.

        Args:
            written: The text.
            path: Where it stands.
            point: The point, whose number is printed.
        """
        terms = tuple(
            due for key, due in self._order.dues.items() if key[: len(point)] == point
        ) or tuple(
            due for key, due in self._order.dues.items() if key[:-1] == point[: len(key) - 1]
        )
        return Place(
            "clause",
            self._numbers.get(point, ""),
            one_line(written),
            self._order.origin.child(*path),
            written,
            point=self._order.origin.child(*point),
            terms=terms,
            open=not terms or not self._is_timed(point),
        )

    def _is_timed(self, point: NodePath) -> bool:
        """Tell whether all of a point has a term: of its own, of what it is in or consists of."""
        dues = self._order.dues
        if any((*point[:length], "due") in dues for length in range(2, len(point) + 1, 2)):
            return True
        owner: object = self._order.model.clauses[int(point[1])]
        for index in point[3::2]:
            owner = getattr(owner, "items", ())[int(index)]
        items: Sequence[str | Item] = getattr(owner, "items", ())
        places = [(*point, "items", index) for index in range(len(items))]
        return bool(places) and all(map(self._is_timed, places))

    def _field(
        self, written: str, path: NodePath, point: NodePath, *, official: bool = False
    ) -> Place:
        place = self._place(written, path, point)
        return replace(place, reading="field", official=official)

    def _clause(self, clause: Clause, path: NodePath) -> Iterator[Place]:
        match clause:
            case AppointClause():
                yield self._field(clause.appoint, (*path, "appoint"), path, official=True)
                yield self._place(clause.role, (*path, "as"), path)
            case ControlClause():
                yield from self._control(clause, path)
            case AssignClause():
                yield from self._assigned(clause, path)
            case PublishClause():
                if clause.responsible:
                    yield self._field(clause.responsible, (*path, "responsible"), path)
                yield self._place(clause.publish, (*path, "publish"), path)
            case ApproveClause():
                yield from self._approved(clause, path)
            case RepealClause():
                yield from self._repealed(clause, path)
            case InForceClause():
                yield self._place(clause.in_force, (*path, "in_force"), path)
            case _:
                pass
        yield from self._texts(clause, path)

    def _texts(self, owner: object, path: NodePath) -> Iterator[Place]:
        """Yield the text of a point and those of the points below it."""
        if isinstance(text := getattr(owner, "text", None), str):
            yield self._place(text, (*path, "text"), path)
        items: Sequence[str | Item] = getattr(owner, "items", ())
        for index, item in enumerate(items):
            point = (*path, "items", index)
            if isinstance(item, str):
                yield self._place(item, point, point)
            else:
                yield from self._texts(item, point)

    def _control(self, clause: ControlClause, path: NodePath) -> Iterator[Place]:
        if not keeps_control(clause):
            place = self._field(clause.control, (*path, "control"), path, official=True)
            yield replace(place, kind="control")
            return
        whole = self._place(clause.control, (*path, "control"), path)
        origin = self._order.origin.child("signatory")
        for signing in official_places("control", self._order.model.signatory, origin):
            yield replace(
                whole,
                kind="control",
                written=signing.written,
                reading="field",
                official=True,
                via=Step("signs"),
            )

    def _assigned(self, clause: AssignClause, path: NodePath) -> Iterator[Place]:
        for index, assignee in enumerate(clause.assign):
            place = self._listed(path, "assign", index)
            if not isinstance(assignee, Assignee):
                yield self._field(assignee, place, path)
                continue
            named = assignee.name is True
            yield self._field(assignee.to, (*place, "to"), path, official=named)
            if isinstance(assignee.name, str):
                # The brackets of the print tell that it is a name.
                yield self._place(f"({assignee.name})", (*place, "name"), path)

    def _approved(self, clause: ApproveClause, path: NodePath) -> Iterator[Place]:
        single = len(clause.approve) == 1
        for index, item in enumerate(clause.approve):
            place = self._listed(path, "approve", index)
            point = path if single else (*path, "approve", index)
            document = item.document if isinstance(item, ApproveItem) else item
            if document in self._order.directory.group_ids():
                own = (*place, "document") if isinstance(item, ApproveItem) else place
                yield self._field(document, own, point)
            if isinstance(item, ApproveItem) and item.wording:
                yield self._place(item.wording, (*place, "wording"), point)

    def _repealed(self, clause: RepealClause, path: NodePath) -> Iterator[Place]:
        single = len(clause.repeal) == 1
        for index, act in enumerate(clause.repeal):
            place = self._listed(path, "repeal", index)
            point = path if single else (*path, "repeal", index)
            if isinstance(act, RepealedAct):
                if act.issuer:
                    yield self._field(act.issuer, (*place, "issuer"), point)
                if act.title:
                    yield self._place(act.title, (*place, "title"), point)
            elif act not in self._order.acts:
                yield self._place(act, place, point)

    def _listed(self, path: NodePath, key: str, index: int) -> NodePath:
        """Return the path of an item of a list that may be written without one."""
        value = self._order.origin.document.value((*self._order.origin.path, *path, key))
        return (*path, key, index) if isinstance(value, list) else (*path, key)
