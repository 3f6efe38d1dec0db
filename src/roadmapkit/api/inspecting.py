"""Inspection of a finished Word document of any origin."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from roadmapkit.diagnostics import Message
from roadmapkit.errors import ArgumentError, trouble_of

if TYPE_CHECKING:
    from roadmapkit.api.workspaces import Workspace
    from roadmapkit.inspection import InspectionResult
    from roadmapkit.model.settings import Settings

__all__ = ["inspect_document"]

_MOST_BYTES = 256 * 2**20


def inspect_document(
    source: str | os.PathLike[str] | bytes,
    *,
    profile: Literal["gost-2016", "gost-2025"] | str | None = None,
    kind: str | None = None,
    workspace: Workspace | None = None,
    name: str | None = None,
) -> InspectionResult:
    """Say where a .docx, ours or not, departs from a format profile.

    A file that is no Word document, or a damaged or encrypted one, is a finding of the
    result with severity error, never an exception.

    Args:
        source: Path of the file, or its contents.
        profile: ``gost-2025`` or ``gost-2016``; by default that of the workspace, else
            the current one.
        kind: What the document is: ``order``, ``plan``, ``minutes``, ``report``,
            ``program``, ``extract``, ``acquaintance``, ``other``; guessed by default.
        workspace: Whose own values of the profile count, where they are set over the
            same profile.
        name: Name of the file in the findings; its path by default.

    Raises:
        ArgumentError: There is no such file, profile or kind.
    """
    from roadmapkit.inspection import inspect
    from roadmapkit.inspection.subject import KINDS

    chosen = None
    if kind is not None:
        chosen = next((known for known in KINDS if known == kind), None)
        if chosen is None:
            message = Message("{value!r} is none of: {words}", value=kind, words=list(KINDS))
            raise ArgumentError(message, argument="kind", value=kind)
    settings = _settings(profile, workspace)
    if isinstance(source, bytes):
        return inspect(source, name or "document.docx", settings, chosen)
    path = Path(source)
    return inspect(_contents(path), name or path.as_posix(), settings, chosen)


def _settings(profile: str | None, workspace: Workspace | None) -> Settings:
    from typing import get_args

    from roadmapkit.model.settings import ProfileName, ProfileOverrides, Settings

    known = get_args(ProfileName)
    if profile is not None and profile not in known:
        message = Message("{value!r} is none of: {words}", value=profile, words=list(known))
        raise ArgumentError(message, argument="profile", value=profile)
    if workspace is not None:
        house = workspace.loaded.settings
        own = house.profile
        base = own.base if isinstance(own, ProfileOverrides) else own
        if profile is None or base == profile:
            return house
    if profile is None:
        return Settings(kind="settings")
    return Settings.model_validate({"kind": "settings", "profile": profile})


def _contents(path: Path) -> bytes:
    try:
        size = path.stat().st_size
        if size > _MOST_BYTES:
            message = Message("{path} is too large for a document", path=str(path))
            raise ArgumentError(message, argument="source", value=path)
        return path.read_bytes()
    except OSError as error:
        if not path.exists():
            message = Message("There is no file {path}", path=str(path))
        elif path.is_dir():
            message = Message("{path} is a folder; name the files in it", path=str(path))
        else:
            message = Message(
                "{path} cannot be read: {reason}", path=str(path), reason=trouble_of(error)
            )
        raise ArgumentError(message, argument="source", value=path) from error
