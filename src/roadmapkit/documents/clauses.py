"""Clauses of an act in words: «Утвердить …», «Назначить …», «Контроль … возложить на …»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from roadmapkit.deadlines import format_date
from roadmapkit.documents.view import ClauseView
from roadmapkit.documents.wording import Wording, capitalize
from roadmapkit.language import ends_abbreviated, plain
from roadmapkit.lazily import dataclass, regex
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
    TextClause,
)
from roadmapkit.resolve import ResolvedAppendix, ResolvedOrder, clause_numbers, keeps_control
from roadmapkit.source import Origin

__all__ = ["ClauseWriter"]

_INSIDE = (";", ",", ":", ".", "!", "?")
_YEAR_WORD = regex(r"(?<=\d )года\b")

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class _Point:
    """A clause in words before it is numbered.

    ``listed`` marks a member of a generated list, which has no sentence of its own,
    whatever letter it begins with.
    """

    text: str
    path: Path
    points: tuple[_Point, ...] = ()
    listed: bool = False


class ClauseWriter:
    """Puts the clauses of one act into words and numbers them."""

    def __init__(self, order: ResolvedOrder, wording: Wording) -> None:
        self._order = order
        self._wording = wording
        self._form = order.model.form
        self._numbers = clause_numbers(order.model)

    def clauses(self) -> tuple[ClauseView, ...]:
        """Return every point and sub-point in the order of printing."""
        points = [
            self._point(clause, ("clauses", position))
            for position, clause in enumerate(self._order.model.clauses)
        ]
        return tuple(self._numbered(points, ()))

    def _numbered(
        self, points: Sequence[_Point], above: tuple[int, ...], *, ends: bool = True
    ) -> Iterator[ClauseView]:
        """Yield points with their numbers, each followed by its sub-points.

        Args:
            points: Neighbours on one level.
            above: Positions of the points that they stand under.
            ends: Whether the sentence that they belong to ends with the last of them.
        """
        for position, point in enumerate(points, start=1):
            place = (*above, position)
            last = ends and position == len(points)
            yield ClauseView(
                number=self._numbers[point.path],
                text=_closed(point, inside=bool(above), last=last),
                level=len(place),
                origin=self._origin(point.path),
            )
            goes_on = bool(above) and not last and point.text[:1].islower()
            yield from self._numbered(point.points, place, ends=not goes_on)

    def _origin(self, path: Path) -> Origin:
        return self._order.origin.child(*path)

    def _point(self, clause: Clause, path: Path) -> _Point:
        if isinstance(clause, str):
            return _Point(self._wording.text(clause), path)
        match clause:
            case ApproveClause():
                return self._approve(clause, path)
            case AppointClause():
                text = self._appoint(clause, path)
            case AssignClause():
                return self._assign(clause, path)
            case InForceClause():
                text = (
                    f"{capitalize(self._this_act('nominative'))} вступает в силу {clause.in_force}"
                )
            case PublishClause():
                text = self._publish(clause, path)
            case RepealClause():
                return self._repeal(clause, path)
            case ControlClause():
                text = self._control(clause, path)
            case TextClause():
                text = self._with_due(clause.text, (*path, "due"))
                items = self._items(clause.items, (*path, "items"))
                return _Point(self._wording.text(text), path, items)
        return _Point(self._wording.text(text), path)

    def _items(self, items: Sequence[str | Item], path: Path) -> tuple[_Point, ...]:
        return tuple(self._item(item, (*path, index)) for index, item in enumerate(items))

    def _item(self, item: str | Item, path: Path) -> _Point:
        if isinstance(item, str):
            return _Point(self._wording.text(item), path)
        text = self._with_due(item.text, (*path, "due"))
        points = self._items(item.items, (*path, "items"))
        return _Point(self._wording.text(text), path, points)

    def _with_due(self, text: str, path: Path) -> str:
        """Append the term, unless the author's text says it already."""
        phrase = self._due(path)
        if not phrase or _said(phrase) in _said(text):
            return text
        body = text.rstrip()
        end = body[-1] if body.endswith(_INSIDE) and not ends_abbreviated(body) else ""
        body = f"{body.removesuffix(end)} {phrase}"
        return body if end == "." and body.endswith(".") else f"{body}{end}"

    def _due(self, path: Path) -> str:
        """Return the term of a point as it stands in a sentence, empty where there is none."""
        due = self._order.dues.get(path)
        if due is None:
            return ""
        return due.sentence or self._wording.inside_sentence(
            "; ".join(due.lines), self._origin(path)
        )

    def _this_act(self, case: str) -> str:
        return self._wording.phrase(f"{self._wording.this(self._form)} {self._form}", case)

    # -- approve -------------------------------------------------------------------------

    def _approve(self, clause: ApproveClause, path: Path) -> _Point:
        named = [
            (self._approved(item, (*path, "approve", index)), (*path, "approve", index))
            for index, item in enumerate(clause.approve)
        ]
        if len(named) == 1:
            return _Point(f"Утвердить {named[0][0]}", path)
        points = tuple(_Point(text, place, listed=True) for text, place in named)
        return _Point("Утвердить", path, points)

    def _approved(self, item: str | ApproveItem, path: Path) -> str:
        details = item if isinstance(item, ApproveItem) else ApproveItem(document=item)
        appendix = self._appendix(details.document)
        title, short = self._names(details.document, appendix)
        name = details.wording or self._wording.approved_object(
            details.document, title, short, self._origin(path)
        )
        alias = details.alias or short
        if alias:
            name = f"{name} (далее – {alias})"
        if appendix is not None and details.attached:
            name = f"{name} {self._reference(appendix)}"
        return self._wording.text(name)

    def _names(self, id_: str, appendix: ResolvedAppendix | None) -> tuple[str | None, str | None]:
        """Return the title of what is approved and the alias of its plan."""
        plans = [part.roadmap for part in appendix.parts if part.roadmap] if appendix else []
        if appendix is None and id_ in self._order.plans:
            plans = [self._order.plans[id_]]
        title = appendix.title if appendix else next((plan.model.title for plan in plans), None)
        return title, next((plan.model.alias for plan in plans if plan.model.alias), None)

    def _appendix(self, key: str) -> ResolvedAppendix | None:
        return next((item for item in self._order.appendices if item.key == key), None)

    def _reference(self, appendix: ResolvedAppendix) -> str:
        tail = f"\u00a0{appendix.number}" if appendix.number else ""
        if self._order.model.references == "согласно":
            return f"согласно приложению{tail}"
        return f"(приложение{tail})"

    # -- people ---------------------------------------------------------------------------

    def _appoint(self, clause: AppointClause, path: Path) -> str:
        role = self._wording.phrase(clause.role, "instrumental", origin=self._origin((*path, "as")))
        origin = self._origin((*path, "appoint"))
        name, post = self._wording.name_and_post(
            clause.appoint, "accusative", origin, surname_first=True
        )
        text = f"Назначить {role} {name or post}"
        beside = f", {post}" if clause.post and name and post else ""
        due = self._due((*path, "due"))
        # A post beside a name stands between commas.
        return f"{text}{beside}{',' if beside and due else ''}{' ' if due else ''}{due}"

    def _assign(self, clause: AssignClause, path: Path) -> _Point:
        addressees = self._addressees(clause.assign, (*path, "assign"))
        text = f"{addressees} {clause.text}" if clause.text else addressees
        items = self._items(clause.items, (*path, "items"))
        text = self._with_due(text, (*path, "due"))
        return _Point(self._wording.text(capitalize(text)), path, items)

    def _addressees(self, assignees: Sequence[str | Assignee], path: Path) -> str:
        return self._wording.addressees(
            [
                (
                    item if isinstance(item, Assignee) else Assignee(to=item),
                    self._origin((*path, index)),
                )
                for index, item in enumerate(assignees)
            ]
        )

    def _control(self, clause: ControlClause, path: Path) -> str:
        lead = clause.lead or f"Контроль за исполнением {self._this_act('genitive')}"
        if keeps_control(clause):
            return f"{lead} оставляю за собой"
        origin = self._origin((*path, "control"))
        person = self._wording.official(clause.control, "accusative", origin)
        return f"{lead} возложить на {person}"

    def _publish(self, clause: PublishClause, path: Path) -> str:
        act = self._this_act("accusative")
        text = f"разместить {act} {clause.publish}"
        if clause.responsible:
            origin = self._origin((*path, "responsible"))
            addressee = self._wording.addressees([(Assignee(to=clause.responsible), origin)])
            text = f"{addressee} {text}"
        return capitalize(self._with_due(text, (*path, "due")))

    # -- repeal ---------------------------------------------------------------------------

    def _repeal(self, clause: RepealClause, path: Path) -> _Point:
        acts = [
            (self._repealed(act, (*path, "repeal", index)), (*path, "repeal", index))
            for index, act in enumerate(clause.repeal)
        ]
        if len(acts) == 1:
            text = self._wording.text(f"Признать утратившим силу {acts[0][0]}")
            return _Point(text, path)
        points = tuple(_Point(self._wording.text(text), place, listed=True) for text, place in acts)
        return _Point("Признать утратившими силу", path, points)

    def _repealed(self, act: str | RepealedAct, path: Path) -> str:
        """Return an act by its requisites; an author's own text stays as it is."""
        if isinstance(act, RepealedAct):
            requisites = (act.form, act.issuer, act.date, act.number, act.title)
        elif (known := self._order.acts.get(act)) is not None and known.date and known.number:
            requisites = (known.form, known.issuer, known.date, known.number, known.title)
        else:
            return act
        form, issuer, day, number, title = requisites
        body = self._wording.organization(
            issuer or self._order.model.issuer or "", "genitive", self._origin(path)
        )
        name = " ".join(part for part in (form, body) if part)
        text = f"{name} от {format_date(day, style='digits')} № {number}"
        return f"{text} «{self._wording.one_line(title)}»" if title else text


def _closed(point: _Point, *, inside: bool, last: bool) -> str:
    """End a point as the norm has it: «:» before sub-points, «;» inside a list, «.» at its end.

    The author's own final mark stays, but for a full stop in the middle of a list
    of points that begin in lower case.
    """
    body = point.text.rstrip()
    if point.points:
        if not body.endswith(":") and not ends_abbreviated(body):
            body = body.rstrip(".;,")
        return body if body.endswith(":") else f"{body}:"
    member = inside and (point.listed or body[:1].islower())
    if body.endswith((".", ";", "!", "?", ":")):
        if member and not last and body.endswith("."):
            return f"{body};" if ends_abbreviated(body) else f"{body[:-1]};"
        if member and last and body.endswith(";"):
            return f"{body[:-1]}."
        return body
    return f"{body};" if member and not last else f"{body}."


def _said(text: str) -> str:
    """Return *text* for comparing: without typography, «г.» for «года», no final mark."""
    return _YEAR_WORD.sub("г.", plain(text).casefold()).rstrip(".;")
