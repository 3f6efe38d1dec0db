"""Reports that are asked for by hand, over those that a progress asks for itself."""

from __future__ import annotations

from dataclasses import replace

from pydantic import ValidationError

from roadmapkit.diagnostics import Message
from roadmapkit.errors import ArgumentError
from roadmapkit.lazily import regex
from roadmapkit.load import LoadedWorkspace
from roadmapkit.model.progress import Progress, ReportRequest
from roadmapkit.resolve.reporting import report_key

__all__ = ["request_of_file", "with_report"]

_NAME = regex(
    r"\.отчет-(?P<first>\d{4}-\d\d-\d\d)(?:--(?P<last>\d{4}-\d\d-\d\d)(?P<whole>-нарастающий)?)?$"
)


def with_report(loaded: LoadedWorkspace, id_: str, request: ReportRequest) -> LoadedWorkspace:
    """Return a workspace in which a progress asks for a report besides its own.

    Args:
        loaded: The workspace.
        id_: Id of the progress.
        request: The day or the span.

    Raises:
        ArgumentError: The document is no progress.
    """
    documents = []
    for one in loaded.documents:
        model = one.model
        if getattr(model, "id", None) == id_:
            if not isinstance(model, Progress):
                message = Message("{id!r} is no progress document", id=id_)
                raise ArgumentError(message, argument="id_", value=id_)
            if report_key(request) not in {report_key(held) for held in model.reports}:
                model = model.model_copy(update={"reports": (*model.reports, request)})
        documents.append(replace(one, model=model))
    return replace(loaded, documents=tuple(documents))


def request_of_file(stem: str) -> ReportRequest | None:
    """Return the report that the name of a file, without its ending, asks for."""
    match = _NAME.search(stem)
    if match is None:
        return None
    first, last = match["first"], match["last"]
    given = {"from": first, "to": last} if last else {"as_of": first}
    try:
        return ReportRequest.model_validate({**given, "cumulative": match["whole"] is not None})
    except ValidationError:
        return None
