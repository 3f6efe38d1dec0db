"""Columns that nothing fills, and facts that no column prints."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from roadmapkit.diagnostics import Diagnostic, Message
from roadmapkit.model.column import Column
from roadmapkit.resolve import document_codes as codes
from roadmapkit.resolve.references import suggest
from roadmapkit.source import Origin

__all__ = ["column_field", "unknown_columns", "unprinted_field"]


def column_field(column: str | Column) -> str:
    """Return the field that a column prints."""
    return column.field if isinstance(column, Column) else column


def unknown_columns(
    columns: Sequence[str | Column], known: Collection[str], origin: Origin, document: str
) -> Iterator[Diagnostic]:
    """Yield a finding for each column that nothing has a value for.

    Args:
        columns: The author's columns.
        known: Fields that there are.
        origin: The place of the columns.
        document: Id of the document.
    """
    for index, column in enumerate(columns):
        field = column_field(column)
        if field in known:
            continue
        yield codes.UNKNOWN_COLUMN.at(
            origin.child(index).span,
            Message("Nothing has a value for the column {field!r}", field=field),
            hint=suggest(
                field,
                known,
                Message("Give the activities a value for it, under fields, or drop the column"),
            ),
            documents=(document,),
        )


def unprinted_field(field: str, origin: Origin, document: str) -> Diagnostic:
    """Return the finding that a fact of the source stands in no column."""
    return codes.UNPRINTED_FIELD.at(
        origin.key_span,
        Message("No column prints the field {field!r}", field=field),
        hint=Message("Add {field!r} to the columns", field=field),
        documents=(document,),
    )
