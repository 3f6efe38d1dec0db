"""The coat of arms or emblem that the settings name."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from roadmapkit.diagnostics import Diagnostic, Message
from roadmapkit.load.codes import PICTURE_FILE
from roadmapkit.load.document import LoadedDocument
from roadmapkit.load.picture_files import MAX_BYTES, MAX_SIDE, PictureFile, read_picture
from roadmapkit.model.kinds import Minutes, Order
from roadmapkit.model.settings import Settings

__all__ = ["read_emblem"]


def read_emblem(
    root: Path, documents: Iterable[LoadedDocument], settings: Settings
) -> tuple[PictureFile | None, tuple[Diagnostic, ...]]:
    """Return the picture of the header block, and a finding where it cannot be had.

    Args:
        root: Folder of the workspace.
        documents: Documents of the workspace.
        settings: Those in force.
    """
    file = settings.letterhead.emblem if settings.letterhead is not None else None
    if file is None:
        return None, ()
    documents = tuple(documents)
    origin = next(item.origin for item in documents if item.model is settings)
    source = origin.document.source
    found = read_picture(root, source.path, file)
    if isinstance(found, PictureFile):
        return found, ()
    printed = sorted({one.model.id for one in documents if isinstance(one.model, Order | Minutes)})
    finding = PICTURE_FILE.at(
        origin.child("letterhead", "emblem").span,
        Message("The picture {file!r} cannot be printed: {reason}", file=file, reason=found),
        hint=Message(
            "Name a PNG or JPEG of this folder, of at most {size} KB and {side} pixels along "
            "a side; save an SVG as PNG",
            size=MAX_BYTES // 1024,
            side=MAX_SIDE,
        ),
        documents=tuple(printed),
    )
    return None, (finding,)
