"""Other documents that the terms of a document count from, as its author names them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pydantic import BaseModel

from roadmapkit.model.deadline import DueEntry, DuePhrase
from roadmapkit.model.kinds import InForceClause
from roadmapkit.resolve.written_references import braced_ids

if TYPE_CHECKING:
    from roadmapkit.model import PrintedDocument
    from roadmapkit.model.order import Order

__all__ = ["counted_from", "in_force_words"]


def counted_from(model: PrintedDocument) -> tuple[str, ...]:
    """Return what may be ids of documents in the terms of *model*, each once, sorted.

    An id of an activity of another plan counts for its plan.
    """
    return tuple(sorted({written.partition("/")[0] for written in _references(model)}))


def _references(value: object) -> Iterator[str]:
    """Yield every `after` and every id in braces, in terms wherever they stand."""
    if value is None or isinstance(value, str | int):
        return
    match value:
        case DuePhrase():
            if value.after is not None:
                yield value.after
            yield from braced_ids(value.phrase)
        case DueEntry():
            yield from braced_ids(value.when)
        case BaseModel():
            for name in type(value).model_fields:
                held = getattr(value, name)
                if name == "due" and isinstance(held, str):
                    yield from braced_ids(held)
                else:
                    yield from _references(held)
        case tuple():
            for item in value:
                yield from _references(item)


def in_force_words(order: Order) -> str:
    """Return when an act enters into force in its own words; empty where it does not say."""
    return next((c.in_force for c in order.clauses if isinstance(c, InForceClause)), "")
