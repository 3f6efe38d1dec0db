"""How two directories differ, entry by entry, and a workspace with the other one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from posixpath import dirname
from typing import Any, Literal

from roadmapkit.diagnostics import Message, Span
from roadmapkit.errors import ArgumentError
from roadmapkit.lazily import dataclass
from roadmapkit.load import LoadedWorkspace
from roadmapkit.load.document import LoadedDocument
from roadmapkit.model.directory import (
    Abbreviation,
    Directory,
    Group,
    Organization,
    Person,
    Post,
)
from roadmapkit.resolve.mentions.items import Translate, span_record
from roadmapkit.source import Origin, SourceText

__all__ = ["EntryChange", "FieldChange", "directory_changes", "with_directory_of"]

Model = Organization | Person | Post | Group | Abbreviation
Kind = Literal["organization", "person", "post", "group", "abbreviation"]

_LISTS: Mapping[str, Kind] = {
    "organizations": "organization",
    "people": "person",
    "posts": "post",
    "groups": "group",
    "abbreviations": "abbreviation",
}


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A key of an entry that differs.

    Attributes:
        key: The key as the author writes it.
        before: Its value before, as plain data; None where it was not there.
        after: Its value now; None where it is there no more.
    """

    key: str
    before: Any
    after: Any

    def to_dict(self) -> dict[str, Any]:
        """Return plain data for JSON."""
        return {"key": self.key, "before": self.before, "after": self.after}


@dataclass(frozen=True, slots=True)
class EntryChange:
    """An entry that differs between two directories.

    Attributes:
        id: Its id; for an abbreviation, the abbreviation.
        kind: What it is.
        name: How it is called now, or was.
        change: ``added``, ``removed`` or ``changed``.
        fields: The keys that differ, of a changed one.
        span: Where it stands now, or stood; None for none.
    """

    id: str
    kind: Kind
    name: str
    change: Literal["added", "removed", "changed"]
    fields: tuple[FieldChange, ...] = ()
    span: Span | None = None

    def to_dict(self, translate: Translate = str) -> dict[str, Any]:
        """Return plain data for JSON."""
        _ = translate  # every record of an answer is made alike
        return {
            "id": self.id,
            "kind": self.kind,
            "name": self.name,
            "change": self.change,
            "fields": [item.to_dict() for item in self.fields],
            **(span_record(self.span) if self.span is not None else {}),
        }


def directory_changes(before: LoadedWorkspace, after: LoadedWorkspace) -> Iterator[EntryChange]:
    """Yield the entries that differ, by kind and id; where they stand does not count.

    Args:
        before: Files with the directory as it was.
        after: Files with the directory as it is.
    """
    old, new = _entries(before), _entries(after)
    for key in sorted({*old, *new}):
        kind, _, id_ = key
        first, last = old.get(key), new.get(key)
        model, origin = last or first or (None, None)
        if model is None or origin is None:
            continue
        fields: tuple[FieldChange, ...] = ()
        change: Literal["added", "removed", "changed"] = "added" if first is None else "removed"
        if first is not None and last is not None:
            fields = tuple(_fields(first[0], last[0]))
            if not fields:
                continue
            change = "changed"
        yield EntryChange(id_, kind, _name(model), change, fields, origin.span)


def _entries(loaded: LoadedWorkspace) -> dict[tuple[Kind, int, str], tuple[Model, Origin]]:
    """Return the entries by kind, by number among those of one id, and by id."""
    found: dict[tuple[Kind, int, str], tuple[Model, Origin]] = {}
    for item in loaded.documents:
        if not isinstance(item.model, Directory):
            continue
        for key, kind in _LISTS.items():
            for index, model in enumerate(getattr(item.model, key)):
                id_ = model.short if isinstance(model, Abbreviation) else model.id
                number = 0
                while (kind, number, id_) in found:
                    number += 1
                found[kind, number, id_] = (model, item.origin.child(key, index))
    return found


def _fields(before: Model, after: Model) -> Iterator[FieldChange]:
    old, new = _plain(before), _plain(after)
    for key in type(after).model_fields:
        name = type(after).model_fields[key].alias or key
        first, last = old.get(name), new.get(name)
        if first != last:
            yield FieldChange(name, first, last)


def _plain(model: Model) -> dict[str, Any]:
    return model.model_dump(mode="json", by_alias=True, exclude_defaults=True)


def _name(model: Model) -> str:
    if isinstance(model, Post):
        return model.full or model.title
    return model.full if isinstance(model, Abbreviation) else model.name


def with_directory_of(workspace: LoadedWorkspace, other: LoadedWorkspace) -> LoadedWorkspace:
    """Return a workspace whose documents stand beside the directories of another.

    A directory holds where it lies. One that was opened as a single file takes the place of
    the only directory of the workspace, or of the one that lies at the same path.

    Args:
        workspace: The workspace.
        other: Another copy of it, or one directory file.

    Raises:
        ArgumentError: *other* has no directory, or it is not clear which one it replaces.
    """
    given = [item for item in other.documents if isinstance(item.model, Directory)]
    if not given:
        message = Message("There is no directory in {path}", path=str(other.path))
        raise ArgumentError(message, argument="other", value=str(other.path))
    kept = [item for item in workspace.documents if not isinstance(item.model, Directory)]
    if other.path == other.root:
        return replace(workspace, documents=(*kept, *given))
    own = [item for item in workspace.documents if isinstance(item.model, Directory)]
    files = sorted({_file(item) for item in own})
    name = _file(given[0])
    if len(files) > 1 and name not in files:
        message = Message(
            "{path} may stand for any of these: {files}; give another copy of the whole folder",
            path=str(other.path),
            files=files,
        )
        raise ArgumentError(message, argument="other", value=str(other.path))
    replaced = name if name in files else (files or [name])[0]
    rest = [item for item in own if _file(item) != replaced]
    return replace(
        workspace,
        documents=(*kept, *rest, *(_lying(item, dirname(replaced)) for item in given)),
    )


def _file(item: LoadedDocument) -> str:
    return item.origin.document.source.path


def _lying(item: LoadedDocument, folder: str) -> LoadedDocument:
    """Return a document as if its file lay in a folder of the workspace."""
    source = item.origin.document.source
    path = f"{folder}/{source.path}" if folder else source.path
    document = replace(item.origin.document, source=SourceText(path, source.text))
    return LoadedDocument(item.model, Origin(document, item.origin.path))
