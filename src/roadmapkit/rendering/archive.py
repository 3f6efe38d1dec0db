"""The .docx as an archive: read with suspicion. How it is written: see ``packing``."""

from __future__ import annotations

import io
import zipfile
import zlib
from pathlib import PurePosixPath

from roadmapkit.diagnostics import Message
from roadmapkit.rendering.codes import NOT_ZIP, PATHS, TOO_LARGE
from roadmapkit.rendering.faults import RenderError

__all__ = ["CONTENT_TYPES", "read_archive", "too_large"]

CONTENT_TYPES = "[Content_Types].xml"
"""The member that Word wants first."""

MAX_ARCHIVE = 32 * 2**20
MAX_MEMBERS = 2000
MAX_UNPACKED = 128 * 2**20
MAX_RATIO = 200
RATIO_COUNTS_FROM = 2**20
"""Small members may be squeezed further: a page of one style compresses very well."""

_ENCRYPTED = 0x1


def read_archive(data: bytes, template: str) -> dict[str, bytes]:
    """Unpack an archive of unknown origin within limits.

    Args:
        data: The file.
        template: Its name, for messages.

    Returns:
        Contents by member name, in the order of the archive; folders are left out.

    Raises:
        RenderError: Not an archive, damaged, encrypted, with a name that leads
            out of the archive or stands twice, or unpacking to too much.
    """
    if len(data) > MAX_ARCHIVE:
        raise too_large(template)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            _check_sizes(entries, template)
            _check_names(entries, template)
            return {entry.filename: archive.read(entry) for entry in entries}
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        raise RenderError(
            NOT_ZIP,
            Message("the file is not a whole .docx archive ({reason})", reason=str(error)),
            Message("open it in Word and save it again as .docx, without a password"),
            template=template,
        ) from error


def _check_sizes(entries: list[zipfile.ZipInfo], template: str) -> None:
    if len(entries) > MAX_MEMBERS or sum(entry.file_size for entry in entries) > MAX_UNPACKED:
        raise too_large(template)
    for entry in entries:
        swollen = entry.file_size > MAX_RATIO * max(entry.compress_size, 1)
        if swollen and entry.file_size > RATIO_COUNTS_FROM:
            raise too_large(template)


def _check_names(entries: list[zipfile.ZipInfo], template: str) -> None:
    seen: set[str] = set()
    for entry in entries:
        name = entry.filename
        path = PurePosixPath(name)
        leads_out = path.is_absolute() or ".." in path.parts or "\\" in name or ":" in name
        if leads_out or name.lower() in seen or entry.flag_bits & _ENCRYPTED:
            raise RenderError(
                PATHS,
                Message("the archive has an unsafe member {member!r}", member=name),
                Message("open the template in Word and save it again as .docx"),
                template=template,
            )
        seen.add(name.lower())


def too_large(template: str) -> RenderError:
    """Return the refusal of a template that is more than any house needs."""
    return RenderError(
        TOO_LARGE,
        Message("the template unpacks to more data than a template can need"),
        Message("remove large pictures, or make a new template from the packaged one"),
        template=template,
    )
