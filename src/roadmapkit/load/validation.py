"""Documents into models: the kind decides which, every fault is a finding."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pydantic import ValidationError

from roadmapkit.diagnostics import Diagnostic, Message, sort_diagnostics
from roadmapkit.load.codes import MISSING_KIND, UNKNOWN_KIND
from roadmapkit.load.suggestions import suggest
from roadmapkit.model import MODELS
from roadmapkit.source import SourceDocument

if TYPE_CHECKING:
    from roadmapkit.model import Document

__all__ = ["validate"]


def validate(document: SourceDocument) -> tuple[Document | None, tuple[Diagnostic, ...]]:
    """Return the model of a document, or everything that is wrong with it.

    Args:
        document: Plain values with their places.

    Returns:
        The model and no findings, or None and at least one finding; each names the
        document by its id where that is known.
    """
    kind = document.data.get("kind")
    if not isinstance(kind, str) or kind not in MODELS:
        return None, _named(document, (_kind_fault(document, kind),))
    model = MODELS[kind]
    try:
        return model.model_validate(document.data), ()
    except ValidationError as error:
        from roadmapkit.load.faults import explain

        faults = explain(document, model, error.errors(include_url=False))
        return None, _named(document, sort_diagnostics(faults))


def _kind_fault(document: SourceDocument, kind: object) -> Diagnostic:
    kinds = {name: (model.__doc__ or "").partition("\n")[0] for name, model in MODELS.items()}
    if "kind" not in document.data or kind is None:
        meant = _kind_of_keys(document)
        span = document.key_span(("kind",))
        message = Message("The document does not say what it is: `kind:` is missing")
        if meant is not None:
            hint = Message("Begin it with `kind: {meant}`", meant=meant)
        else:
            hint = Message("Begin it with `kind:` and one of: {kinds}", kinds=", ".join(kinds))
        return MISSING_KIND.at(span, message, hint=hint)
    meant = suggest(str(kind), kinds) if isinstance(kind, str | int) else None
    if meant is not None:
        hint = Message("Write {meant!r}", meant=meant)
    else:
        hint = Message("There are: {choices}", choices=", ".join(kinds))
    return UNKNOWN_KIND.at(
        document.span(("kind",)),
        Message("{kind!r} is no kind of document", kind=str(kind)),
        hint=hint,
    )


def _kind_of_keys(document: SourceDocument) -> str | None:
    """Return the only kind that knows the most keys of the document."""
    scores: dict[str, int] = {}
    for kind, model in MODELS.items():
        known = {field.alias or name for name, field in model.model_fields.items()}
        common = set.intersection(*(set(other.model_fields) for other in MODELS.values()))
        scores[kind] = len((known - common) & set(document.data))
    best = max(scores.values())
    winners = [kind for kind, score in scores.items() if score == best]
    return winners[0] if best and len(winners) == 1 else None


def _named(document: SourceDocument, findings: tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
    name = document.data.get("id")
    if not isinstance(name, str | int) or isinstance(name, bool):
        return findings
    return tuple(replace(found, documents=(str(name),)) for found in findings)
