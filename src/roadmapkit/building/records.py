"""Findings as plain data and back, exactly: what a check has found is remembered as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from typing import Any

from roadmapkit.diagnostics import Diagnostic, Edit, Message, Severity, Span

__all__ = [
    "diagnostic_of",
    "diagnostic_record",
    "read_json",
    "span_of",
    "span_record",
    "written_json",
]

_PLAIN = (str, int, float, bool, type(None))


def written_json(record: object) -> bytes:
    """Return plain data as JSON."""
    return json.dumps(record, ensure_ascii=False, separators=(",", ":")).encode("utf-8")


def read_json(data: bytes) -> Any:
    """Return the plain data that JSON holds.

    Raises:
        ValueError: It is none.
    """
    return json.loads(data.decode("utf-8"))


def diagnostic_record(item: Diagnostic) -> list[Any]:
    """Return a finding as plain data.

    Raises:
        TypeError: Its message holds a value that JSON cannot give back as it was.
    """
    return [
        item.code,
        item.severity.value,
        _message_record(item.message),
        span_record(item.span),
        _message_record(item.hint) if item.hint is not None else None,
        item.norm,
        list(item.documents),
        [[span_record(edit.span), edit.text, edit.safe] for edit in item.fix],
        [span_record(span) for span in item.also],
    ]


def diagnostic_of(record: list[Any]) -> Diagnostic:
    """Return the finding of which :func:`diagnostic_record` gave the record."""
    code, severity, message, span, hint, norm, documents, edits, also = record
    return Diagnostic(
        code,
        Severity(severity),
        _message_of(message),
        span_of(span),
        _message_of(hint) if hint is not None else None,
        norm,
        tuple(documents),
        tuple(_edits(edits)),
        tuple(_spans(also)),
    )


def _edits(records: Iterable[list[Any]]) -> Iterable[Edit]:
    for place, text, safe in records:
        span = span_of(place)
        if span is not None:
            yield Edit(span, text, safe)


def _spans(records: Iterable[list[Any]]) -> Iterable[Span]:
    yield from (span for record in records if (span := span_of(record)) is not None)


def span_record(span: Span | None) -> list[Any] | None:
    """Return a place as plain data."""
    if span is None:
        return None
    return [span.file, span.line, span.column, span.end_line, span.end_column]


def span_of(record: list[Any] | None) -> Span | None:
    """Return the place of which :func:`span_record` gave the record."""
    return Span(*record) if record is not None else None


def _message_record(message: Message) -> list[Any]:
    return [message.template, {name: _value_record(arg) for name, arg in message.args.items()}]


def _message_of(record: list[Any]) -> Message:
    template, args = record
    message = Message.__new__(Message)
    message.template = template
    message.args = {name: _value_of(arg) for name, arg in args.items()}
    return message


def _value_record(value: object) -> Any:
    """Return a value of a message; what JSON has no type for carries a mark."""
    if type(value) in _PLAIN:
        return value
    if isinstance(value, Message):
        return {"message": _message_record(value)}
    if type(value) is list:
        return [_value_record(one) for one in value]
    if type(value) is tuple:
        return {"tuple": [_value_record(one) for one in value]}
    if type(value) is date:
        return {"date": value.isoformat()}
    raise TypeError(type(value).__name__)


def _value_of(record: Any) -> Any:
    if isinstance(record, list):
        return [_value_of(one) for one in record]
    if not isinstance(record, dict):
        return record
    if "message" in record:
        return _message_of(record["message"])
    if "tuple" in record:
        return tuple(_value_of(one) for one in record["tuple"])
    return date.fromisoformat(record["date"])
