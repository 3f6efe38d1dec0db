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


def _references(model: BaseModel) -> Iterator[str]:
    """Yield every `after` and every id in braces, in terms wherever they stand; in no order."""
    ahead: list[object] = [model]
    while ahead:
        value = ahead.pop()
        if isinstance(value, tuple):
            # Nearly all that a plan holds is text; it is passed over here and now.
            ahead += [held for held in value if held.__class__ is not str]
        elif isinstance(value, DuePhrase):
            if value.after is not None:
                yield value.after
            yield from braced_ids(value.phrase)
        elif isinstance(value, DueEntry):
            yield from braced_ids(value.when)
        elif isinstance(value, BaseModel):
            named = value.__dict__
            ahead += [held for held in named.values() if held and held.__class__ is not str]
            if isinstance(due := named.get("due"), str):
                yield from braced_ids(due)


def in_force_words(order: Order) -> str:
    """Return when an act enters into force in its own words; empty where it does not say."""
    return next((c.in_force for c in order.clauses if isinstance(c, InForceClause)), "")
