"""Mentions as tests look at them: what leads to them, and what is written there."""

from __future__ import annotations

from roadmapkit import Workspace
from roadmapkit.resolve.mentions import Impact, Mention

__all__ = ["only", "source", "steps"]


def steps(mention: Mention) -> list[tuple[str, str]]:
    return [(step.kind, step.ref) for step in mention.through]


def only(found: Impact, kind: str) -> Mention:
    (mention,) = [item for item in found.mentions if item.kind == kind]
    return mention


def source(workspace: Workspace, mention: Mention) -> str:
    span = mention.span
    lines = workspace.source_lines(span.file)
    assert lines is not None
    if span.line == span.end_line:
        return lines[span.line - 1][span.column - 1 : span.end_column - 1]
    return "\n".join(lines[span.line - 1 : span.end_line])
