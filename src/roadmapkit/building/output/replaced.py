"""What a build says of a file that it replaces and that is not its own: kept aside, or told."""

from __future__ import annotations

import io
import zipfile
import zlib
from pathlib import Path

from roadmapkit.building.fingerprints import Fingerprint
from roadmapkit.building.output import codes as output_codes
from roadmapkit.building.output.journal import EDITED
from roadmapkit.building.output.writing import require_below, write_atomically
from roadmapkit.building.provenance import FINGERPRINT
from roadmapkit.building.written import Why
from roadmapkit.diagnostics import Diagnostic, Message
from roadmapkit.errors import OutputError, trouble_of

__all__ = ["keep_aside", "tell_foreign"]

_PROPERTIES = "docProps/custom.xml"
_LARGEST = 2**20
"""Bytes that the properties of a file may unpack to; ours are far smaller."""

_TORN = (zipfile.BadZipFile, zlib.error, OSError, ValueError, EOFError, KeyError, RuntimeError)


def keep_aside(folder: Path, mark: Fingerprint, why: Why, temporary: str) -> tuple[Diagnostic, ...]:
    """Keep a copy of what a person has put or changed in the place of a document.

    Args:
        folder: The output folder.
        mark: The document.
        why: Why it is made: a file on record was edited, or there is none on record.
        temporary: Name of the copy while it is unfinished.

    Returns:
        The finding about it; none where no person's work is lost.

    Raises:
        OutputError: No copy can be kept; then the file is not to be replaced.
    """
    path, kept = folder / mark.path, folder / EDITED / mark.path
    if why.reason not in {"edited", "unknown"}:
        return ()
    content = _content(path)
    if why.reason == "unknown" and (content is None or _is_produced(path, content)):
        return ()
    require_below(folder, kept)
    if content is not None:
        write_atomically(kept, content, unfinished=temporary)
    names = {"path": path, "kept": kept}
    if why.reason == "unknown":
        message = Message(
            "{path} lay there and no build has made it; the build has replaced it, "
            "and the former file is kept as {kept}",
            **names,
        )
        hint = Message("Move the kept file elsewhere if you need it, or build with another --out")
        code = output_codes.FOREIGN_OUTPUT
    else:
        message = Message(
            "{path} was changed after it had been built; the build has replaced it, "
            "and the changed file is kept as {kept}",
            **names,
        )
        hint = Message(
            "Change the sources or the Word template instead; move the kept file elsewhere "
            "if you need it: the next changed one takes its place"
        )
        code = output_codes.EDITED_OUTPUT
    return (code.at(None, message, hint=hint, documents=(mark.document,)),)


def tell_foreign(path: Path, document: str) -> Diagnostic:
    """Return the finding about a document of another workspace that has been replaced."""
    message = Message(
        "{path} was the document of another workspace; the build has replaced it", path=path
    )
    hint = Message("Give each workspace an output folder of its own with --out")
    return output_codes.FOREIGN_OUTPUT.at(None, message, hint=hint, documents=(document,))


def _content(path: Path) -> bytes | None:
    """Return what a file holds, None where there is none that could be kept.

    Raises:
        OutputError: It cannot be read.
    """
    if path.is_symlink() or not path.is_file():
        return None
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        reason = trouble_of(error)
        message = Message("{path} cannot be read: {reason}", path=path.as_posix(), reason=reason)
        raise OutputError(message, path=path.as_posix(), reason=reason) from error


def _is_produced(path: Path, content: bytes) -> bool:
    """Tell whether a file is as a build has left it.

    A document says so itself, and a program that has saved it since has packed it otherwise;
    the maker of a calendar is named in it. A PDF tells nothing: LibreOffice makes any.
    """
    if path.suffix == ".ics":
        from roadmapkit.exports.calendar import PRODUCT

        return PRODUCT.encode() in content
    if path.suffix != ".docx":
        return False
    from roadmapkit.rendering.packing import is_packed_here

    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            if not is_packed_here(archive) or archive.getinfo(_PROPERTIES).file_size > _LARGEST:
                return False
            return FINGERPRINT.encode() in archive.read(_PROPERTIES)
    except _TORN:
        return False
