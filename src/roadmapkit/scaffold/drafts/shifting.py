"""One document shifted by years: which characters change, and what a person has to look at."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from roadmapkit.diagnostics import Code, Message
from roadmapkit.load import LoadedDocument
from roadmapkit.scaffold.drafts import codes
from roadmapkit.scaffold.drafts.days import day_changes
from roadmapkit.scaffold.drafts.edits import Edit, key_place
from roadmapkit.scaffold.drafts.fields import Role, leaves, role_of
from roadmapkit.scaffold.drafts.names import own_period, years_of
from roadmapkit.scaffold.drafts.phrases import shift_phrase
from roadmapkit.scaffold.drafts.raw_text import readable
from roadmapkit.scaffold.drafts.shift import YEAR, YearShift
from roadmapkit.scaffold.drafts.years_in_text import Trust, YearMention, mentions
from roadmapkit.source import NodePath

__all__ = ["Change", "Flag", "Shifting"]

_YEAR = re.compile(rf"(?<!\d){YEAR}(?!\d)")
_NEAR = 3
"""Years around the plan's in which a number is likely to be a year too."""

_REVIEW = Message("Write the year that the draft is to have, or leave it")


@dataclass(frozen=True, slots=True)
class Change:
    """A value that was shifted: its path, what it was and what it is."""

    path: NodePath
    before: str
    after: str
    place: int


@dataclass(frozen=True, slots=True)
class Flag:
    """A place that a person has to look at."""

    code: Code
    start: int
    end: int
    message: Message
    hint: Message | None = None


@dataclass(frozen=True, slots=True)
class _Spot:
    """A mention of years in a text, with its place in the file."""

    mention: YearMention
    start: int
    end: int
    path: NodePath
    role: Role


class Shifting:
    """The edits of one document.

    Args:
        loaded: The document.
        shift: By how many years.
        documents: Models of the workspace by id.
        renamed: New ids of the documents that are made together.
    """

    def __init__(
        self,
        loaded: LoadedDocument,
        shift: YearShift,
        documents: Mapping[str, Any],
        renamed: Mapping[str, str],
    ) -> None:
        self._document = loaded.origin.document
        self._text = self._document.source.text
        self._kind = str(self._document.data["kind"])
        self._shift = shift
        self._known = documents
        self._renamed = renamed
        self._years = years_of(loaded.model, documents)
        self._later = frozenset(year + shift.years for year in self._years)
        self._period = own_period(loaded.model, documents)
        self.edits: list[Edit] = []
        self.changes: list[Change] = []
        self.flags: list[Flag] = []

    def run(self, without: Iterable[tuple[int, int]]) -> None:
        """Find the edits of everything but what stands in the given stretches."""
        gone = list(without)
        spots: list[_Spot] = []
        for path, value in leaves(self._document.data):
            start, end = self._document.extent(path)
            if any(first <= start < last for first, last in gone):
                continue
            spots += self._leaf(path, value, start, end)
        for group in _grouped(spots):
            self._texts(group)
        for path in _tables_by_year(self._document.data):
            self._keys(path)
        self._comments(gone)

    # -- one value ---------------------------------------------------------------------------

    def _leaf(self, path: NodePath, value: Any, start: int, end: int) -> Iterable[_Spot]:
        role = role_of(self._kind, path)
        raw = readable(self._text[start:end])
        if path == ("id",):
            self._write(path, raw, start, str(value), self._renamed[str(value)])
        elif role is Role.REFERENCE:
            self._reference(path, raw, start, str(value))
        elif role in {Role.DAY, Role.PERIOD}:
            self._days(path, raw, start)
        elif role is Role.TERM:
            return self._term(path, raw, start)
        elif role is Role.ACT:
            self._act(raw, start, str(value))
        elif role is not Role.NOTHING:
            return [
                _Spot(item, start + item.start, start + item.end, path, role)
                for item in mentions(raw)
            ]
        return ()

    def _write(self, path: NodePath, raw: str, start: int, before: str, after: str) -> None:
        at = raw.find(before)
        if at >= 0 and before != after:
            self.write(path, start + at, start + at + len(before), after)

    def write(self, path: NodePath, start: int, end: int, new: str) -> None:
        """Write something else in a stretch of the file, and remember it as shifted."""
        before = " ".join(self._text[start:end].split())
        self.edits.append(Edit(start, end, new))
        self.changes.append(Change(path, before, new, start))

    def flag(
        self, code: Code, start: int, end: int, message: Message, hint: Message | None = None
    ) -> None:
        """Remember a stretch of the file that a person has to look at."""
        self.flags.append(Flag(code, start, end, message, hint))

    def _reference(self, path: NodePath, raw: str, start: int, value: str) -> None:
        target = value.partition("/")[0]
        if target in self._renamed:
            self._write(path, raw, start, target, self._renamed[target])
            return
        if target not in self._known:
            return
        later = self._shift.names(target)
        if later != target and later in self._known:
            self._write(path, raw, start, target, later)
            return
        self.flag(
            codes.OLD_REFERENCE,
            start,
            start + len(raw),
            Message("The draft refers to {id!r}, as its pattern does", id=target),
            Message("Make the new document first, or put its id here"),
        )

    def _days(self, path: NodePath, raw: str, start: int) -> None:
        changes, cut = day_changes(raw, self._shift)
        if not changes:
            return
        before, after = self._written(raw, changes)
        for (first, last), new in changes:
            self.edits.append(Edit(start + first, start + last, new))
        self.changes.append(Change(path, before, after, start + changes[0][0][0]))
        for first, last in cut:
            self._cut(start + first, start + last)

    def _cut(self, start: int, end: int) -> None:
        self.flag(
            codes.DAY_CUT,
            start,
            end,
            Message("29 February has become 28 February: the new year is no leap year"),
            Message("See whether this is the last day that is meant"),
        )

    def _written(self, raw: str, changes: Iterable[tuple[tuple[int, int], str]]) -> tuple[str, str]:
        after = raw
        for (first, last), new in changes:
            after = after[:first] + new + after[last:]
        return " ".join(raw.split()), " ".join(after.split())

    def _term(self, path: NodePath, raw: str, start: int) -> Iterator[_Spot]:
        found = shift_phrase(raw, self._shift, self._period)
        if found.changes:
            before, after = self._written(raw, found.changes)
            for (first, last), new in found.changes:
                self.edits.append(Edit(start + first, start + last, new))
            first = min(place[0] for place, _ in found.changes)
            self.changes.append(Change(path, before, after, start + first))
        for first, last in found.cut:
            self._cut(start + first, start + last)
        if not found.understood:
            shown = " ".join(raw.split())
            message = Message("The term {phrase!r} could not be shifted for certain", phrase=shown)
            for first, last in found.others:
                self.flag(codes.YEAR_KEPT, start + first, start + last, message, _REVIEW)
            return
        left = {*found.others, *found.acts}
        for item in mentions(raw):
            if any(item.start <= first and last <= item.end for first, last in left):
                yield _Spot(item, start + item.start, start + item.end, path, Role.TERM)

    def _act(self, raw: str, start: int, value: str) -> None:
        if value in self._known or _YEAR.search(raw):
            self.flag(
                codes.ACT_KEPT,
                start,
                start + len(raw),
                Message("{value!r} belongs to another act and is as it was", value=value),
                Message("See whether the draft still has to name that act"),
            )

    # -- texts -------------------------------------------------------------------------------

    def _texts(self, group: list[_Spot]) -> None:
        """Shift the years of one field, or flag them where they are not all surely the plan's."""
        outside = {
            year
            for spot in group
            if spot.mention.trust is not Trust.NEVER and not self._inside(spot.mention)
            for year in spot.mention.years
        }
        titled = group[0].role is Role.HEAD and any(self._sure(spot) for spot in group)
        unsure = bool(outside & self._later) and not titled
        for spot in group:
            mention = spot.mention
            if mention.trust is Trust.NEVER:
                self._keep_act(spot)
            elif (titled and mention.trust is not Trust.PERHAPS) or (
                self._sure(spot) and not unsure
            ):
                self._shift_years(spot)
            elif mention.trust is not Trust.PERHAPS or self._near(mention):
                self._keep_year(spot)

    def _inside(self, mention: YearMention) -> bool:
        inside = [year in self._years for year in mention.years]
        return any(inside) if mention.school else all(inside)

    def _sure(self, spot: _Spot) -> bool:
        wanted = {Trust.AIM} if spot.role is Role.NARRATIVE else {Trust.AIM, Trust.SURE}
        return spot.mention.trust in wanted and self._inside(spot.mention)

    def _near(self, mention: YearMention) -> bool:
        return any(abs(year - own) <= _NEAR for year in mention.years for own in self._years)

    def _shift_years(self, spot: _Spot) -> None:
        text = spot.mention.text
        changes, cut = day_changes(text, self._shift)
        _, after = self._written(text, changes)
        for (first, last), new in changes:
            self.edits.append(Edit(spot.start + first, spot.start + last, new))
        self.changes.append(Change(spot.path, " ".join(text.split()), after, spot.start))
        for first, last in cut:
            self._cut(spot.start + first, spot.start + last)

    def _keep_act(self, spot: _Spot) -> None:
        self.flag(
            codes.ACT_KEPT,
            spot.start,
            spot.end,
            Message(
                "{text!r} belongs to an act, a standard, an address or a name in quotation "
                "marks and is as it was",
                text=" ".join(spot.mention.text.split()),
            ),
            Message("See whether the act is still in force and is the one that is meant"),
        )

    def _keep_year(self, spot: _Spot) -> None:
        text = " ".join(spot.mention.text.split())
        message = (
            Message("It is not certain that {text!r} is a year of the plan", text=text)
            if self._inside(spot.mention)
            else Message("{text!r} is no year of the plan", text=text)
        )
        self.flag(codes.YEAR_KEPT, spot.start, spot.end, message, _REVIEW)

    # -- what is no value --------------------------------------------------------------------

    def _keys(self, path: NodePath) -> None:
        """Shift the years that are keys of a table; its values are another year's."""
        table = self._document.value(path)
        for key in table:
            if _YEAR.fullmatch(str(key)):
                start, end = key_place(self._document, (*path, key))
                at = self._text.find(str(key), start, end)
                if at >= 0:
                    self.write((*path, key), at, at + 4, self._shift.digits(str(key)))
        start, _ = key_place(self._document, path)
        self.flag(
            codes.YEAR_KEPT,
            start,
            start + len(str(path[-1])),
            Message("The values by year are those of the years before"),
            Message("Write the values that the draft is to have"),
        )

    def _comments(self, gone: list[tuple[int, int]]) -> None:
        start, end = self._document.extent(())
        for match in re.compile(r"^[ \t]*#[^\r\n]*", re.MULTILINE).finditer(self._text, start, end):
            inside = any(first <= match.start() < last for first, last in gone)
            years = {int(year) for year in _YEAR.findall(match[0])}
            if years & self._years and not inside and not self._in_scalar(match.start()):
                self.flag(
                    codes.YEAR_KEPT,
                    match.start() + match[0].find("#"),
                    match.end(),
                    Message("A comment names years, and comments stay as they are"),
                    Message("Bring the comment up to date, or delete it"),
                )

    def _in_scalar(self, place: int) -> bool:
        return any(
            start <= place < end and "\n" in self._text[start:end]
            for path, _ in leaves(self._document.data)
            for start, end in [self._document.extent(path)]
        )


def _grouped(spots: list[_Spot]) -> Iterator[list[_Spot]]:
    """Yield the mentions of one field together: of a list all items."""
    groups: dict[NodePath, list[_Spot]] = {}
    for spot in spots:
        path = spot.path
        while path and isinstance(path[-1], int):
            path = path[:-1]
        groups.setdefault(path, []).append(spot)
    yield from groups.values()


def _tables_by_year(value: Any, path: NodePath = ()) -> Iterator[NodePath]:
    """Yield the paths of mappings whose keys are years."""
    if isinstance(value, dict):
        if value and all(_YEAR.fullmatch(str(key)) for key in value):
            yield path
            return
        for key, item in value.items():
            yield from _tables_by_year(item, (*path, key))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _tables_by_year(item, (*path, index))
