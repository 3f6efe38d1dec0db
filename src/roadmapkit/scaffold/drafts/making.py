"""Next year's draft of a document, as a small edit of its text: layout and comments stay."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from roadmapkit.deadlines import roll_forward, russian_calendar
from roadmapkit.diagnostics import Diagnostic, Message, sort_diagnostics
from roadmapkit.errors import ArgumentError, CalendarCoverageError
from roadmapkit.load import LoadedDocument, LoadedWorkspace
from roadmapkit.model import PrintedDocument
from roadmapkit.model.minutes import Minutes
from roadmapkit.model.order import Order
from roadmapkit.model.program import Program
from roadmapkit.scaffold.drafts import codes
from roadmapkit.scaffold.drafts.edits import Edit, Edited, key_place, removal
from roadmapkit.scaffold.drafts.names import new_file, new_id
from roadmapkit.scaffold.drafts.result import Draft, ShiftedValue
from roadmapkit.scaffold.drafts.shift import YearShift
from roadmapkit.scaffold.drafts.shifting import Flag, Shifting
from roadmapkit.source import NodePath, SourceText

__all__ = ["shift_document"]

_DIVIDER = re.compile(r"^---(?:[ \t][^\r\n]*)?(?:\r\n|\r|\n|\Z)", re.MULTILINE)
_SCHEMA = re.compile(r"#[ \t]*yaml-language-server:[^\r\n]*(?:\r\n|\r|\n)")
_LEFT_OUT: Mapping[str, tuple[str, ...]] = {
    "roadmap": ("revision",),
    "program": ("revision",),
    "order": ("revision", "number"),
    "minutes": ("number", "absent", "quorum", "appendices"),
    "progress": ("entries",),
}
_OF_ITEMS: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "minutes": ("agenda", ("heard", "spoke", "decided", "vote")),
    "progress": ("reports", ("intro", "closing")),
}


def shift_document(
    loaded: LoadedWorkspace,
    id_: str,
    shift: YearShift,
    *,
    kind: str | None = None,
    id: str | None = None,  # noqa: A002  # the word that users know, by keyword only
    file: str | None = None,
    whole_file: bool = False,
) -> Draft:
    """Return the draft that a document becomes some years later; nothing is written.

    Args:
        loaded: The workspace.
        id_: The pattern.
        shift: By how many years.
        kind: Kind that the pattern has to have.
        id: Id of the draft; by default that of the pattern with its years shifted.
        file: Name of the new file from the root of the workspace; by default beside the
            pattern's.
        whole_file: Take the other documents of the file too; they refer to each other.

    Raises:
        ArgumentError: No such document, another kind, or an id that cannot be made or is
            taken.
    """
    documents = {
        item.model.id: item.model
        for item in loaded.documents
        if isinstance(item.model, PrintedDocument)
    }
    pattern = _pattern(loaded, id_, kind)
    together = [
        item
        for item in loaded.documents
        if item.origin.document.source is pattern.origin.document.source
        and isinstance(item.model, PrintedDocument)
    ]
    alone = whole_file or len(_segments(pattern.origin.document.source.text)) == 1
    chosen = together if whole_file else [pattern]
    renamed = {
        str(item.model.id): id
        if id is not None and item is pattern
        else new_id(item.model, shift, documents)
        for item in chosen
    }
    _require_new(renamed.values(), {*documents, *loaded.broken_ids})
    source = pattern.origin.document.source
    target = file or new_file(source.path, (id_, renamed[id_]), shift, alone=alone)
    parts = [_Part(item, Shifting(item, shift, documents, renamed), shift) for item in chosen]
    for part in parts:
        part.run()
    return _draft(pattern, parts, tuple(renamed.values()), target, alone)


def _pattern(loaded: LoadedWorkspace, id_: str, kind: str | None) -> LoadedDocument:
    from difflib import get_close_matches

    found = [item for item in loaded.documents if isinstance(item.model, PrintedDocument)]
    for item in found:
        if item.model.id == id_:
            if kind in {None, item.model.kind}:
                return item
            message = Message(
                "{id!r} is a document of the kind {kind}; use `roadmapkit new {kind}`",
                id=id_,
                kind=item.model.kind,
            )
            raise ArgumentError(message, argument="from", value=id_)
    if id_ in loaded.broken_ids:
        message = Message(
            "The document {id!r} has errors and cannot be a pattern; `roadmapkit check` tells them",
            id=id_,
        )
        raise ArgumentError(message, argument="from", value=id_)
    nearest = get_close_matches(id_, sorted(str(item.model.id) for item in found), n=3)
    message = (
        Message("No document has the id {id!r}; perhaps {nearest}", id=id_, nearest=nearest)
        if nearest
        else Message("No document has the id {id!r}", id=id_)
    )
    raise ArgumentError(message, argument="from", value=id_)


def _require_new(ids: Any, known: set[str]) -> None:
    for id_ in ids:
        if not re.fullmatch(r"[A-Za-zА-Яа-яЁё0-9-]+", id_):
            message = Message("{id!r} is no id: letters, digits and hyphens", id=id_)
            raise ArgumentError(message, argument="id", value=id_)
        if id_ in known:
            message = Message("There is a document {id!r} already; give another --id", id=id_)
            raise ArgumentError(message, argument="id", value=id_)


@dataclass(slots=True)
class _Part:
    """One document of the new file."""

    item: LoadedDocument
    shifting: Shifting
    shift: YearShift

    def run(self) -> None:
        """Find the edits: what is left out first, then the rest."""
        document = self.item.origin.document
        kind = self.item.model.kind
        removed = list(_dropped(kind, document.data))
        edits = [(path, edit) for path in removed if (edit := removal(document, path)) is not None]
        for _, edit in edits:
            self.shifting.edits.append(edit)
        dated = list(self._dates())
        self.shifting.run([*((edit.start, edit.end) for _, edit in edits), *dated])
        self._tell([path for path, _ in edits])
        self._shared()

    def _dates(self) -> Iterator[tuple[int, int]]:
        """Make the draft of an act expected a year later; yield what that deals with."""
        model, document = self.item.model, self.item.origin.document
        if not isinstance(model, Order | Minutes):
            return
        if document.data.get("state") == "registered":
            self._replace(("state",), "draft")
        day = model.expected_date or model.date
        if "date" in document.data and "expected_date" in document.data:
            edit = removal(document, ("date",))
            if edit is not None:
                self.shifting.edits.append(edit)
                yield edit.start, edit.end
        elif "date" in document.data:
            start, end = key_place(document, ("date",))
            self.shifting.edits.append(Edit(start, end, "expected_date"))
        key = "expected_date" if "expected_date" in document.data else "date"
        if day is None or key not in document.data:
            return
        later = _working(self.shift.day(day))
        old = str(document.data[key])
        self._replace((key,), later.strftime("%d.%m.%Y") if "." in old else later.isoformat())
        yield document.extent((key,))

    def _replace(self, path: NodePath, new: str) -> None:
        document = self.item.origin.document
        start, end = document.extent(path)
        raw = document.source.text[start:end]
        at = raw.find(str(document.value(path)))
        if at >= 0:
            size = len(str(document.value(path)))
            self.shifting.write(path, start + at, start + at + size, new)

    def _tell(self, paths: list[NodePath]) -> None:
        names = dict.fromkeys(
            ".".join(part for part in path if isinstance(part, str)) for path in paths
        )
        if names:
            start, end = self.item.origin.document.extent(("id",))
            self.shifting.flag(
                codes.LEFT_OUT,
                start,
                end,
                Message("The draft does without: {keys}", keys=list(names)),
                Message("What belongs to the year before is written anew"),
            )

    def _shared(self) -> None:
        model = self.item.model
        if not isinstance(model, Program):
            return
        for index, chapter in enumerate(model.chapters):
            if chapter.file is not None:
                start, end = self.item.origin.document.extent(("chapters", index, "file"))
                self.shifting.flag(
                    codes.OLD_REFERENCE,
                    start,
                    end,
                    Message(
                        "The draft prints the text of {file!r}, as its pattern does",
                        file=chapter.file,
                    ),
                    Message("Copy the file for the draft, and name the copy here"),
                )


def _dropped(kind: str, data: Mapping[str, Any]) -> Iterator[NodePath]:
    for key in _LEFT_OUT[kind]:
        if key in data:
            yield (key,)
    items, keys = _OF_ITEMS.get(kind, ("", ()))
    for index, item in enumerate(data.get(items) or ()):
        for key in keys:
            if isinstance(item, dict) and key in item:
                yield items, index, key


def _working(day: date) -> date:
    """Return the day, or the working day after it: no act is signed on a day off."""
    try:
        return roll_forward(day, russian_calendar())
    except CalendarCoverageError:
        return day + timedelta(days=max(0, 7 - day.weekday()) if day.weekday() > 4 else 0)


def _segments(text: str) -> list[tuple[int, int]]:
    """Return the stretches of the documents of a file, without the lines that divide them."""
    found, start = [], 0
    for match in _DIVIDER.finditer(text):
        found.append((start, match.start()))
        start = match.end()
    found.append((start, len(text)))
    return [(start, end) for start, end in found if _has_content(text[start:end])]


def _has_content(text: str) -> bool:
    return any(line.strip() and not line.lstrip().startswith("#") for line in text.splitlines())


def _draft(
    pattern: LoadedDocument,
    parts: list[_Part],
    ids: tuple[str, ...],
    target: str,
    alone: bool,
) -> Draft:
    source = pattern.origin.document.source
    text, before, bounds = source.text, "", (0, len(source.text))
    if not alone:
        start = pattern.origin.document.extent(())[0]
        segments = _segments(text)
        bounds = segments[max(0, bisect_right([first for first, _ in segments], start) - 1)]
        schema = _SCHEMA.match(text)
        if schema is not None and bounds[0] > schema.start():
            before = schema[0]
    edits = [edit for part in parts for edit in part.shifting.edits]
    edited = Edited(text, bounds, edits, before)
    made = SourceText.from_string(target, edited.text)
    changes = [change for part in parts for change in part.shifting.changes]
    shifted = [
        ShiftedValue(
            ".".join(str(part) for part in change.path),
            change.before,
            change.after,
            made.span(place := edited.place(change.place), place + len(change.after)),
        )
        for change in sorted(changes, key=lambda item: item.place)
    ]
    flagged = [_diagnostic(flag, made, edited) for part in parts for flag in part.shifting.flags]
    return Draft(
        file=target,
        text=edited.text,
        documents=ids,
        pattern=(source.path, text),
        shifted=tuple(shifted),
        flagged=sort_diagnostics(flagged),
    )


def _diagnostic(flag: Flag, made: SourceText, edited: Edited) -> Diagnostic:
    span = made.span(edited.place(flag.start), edited.place(flag.end))
    return flag.code.at(span, flag.message, hint=flag.hint)
