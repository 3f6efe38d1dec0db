"""The members of a document squeezed and put together, to the same bytes on every machine.

A member that many documents share is squeezed once and put into each of them as it is.
"""

from __future__ import annotations

import hashlib
import struct
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from zipfile import ZipFile

from roadmapkit.rendering.archive import CONTENT_TYPES
from roadmapkit.rendering.compression import Compressor, compressor_named

__all__ = ["Member", "is_packed_here", "pack", "squeeze", "squeeze_pieces", "write_archive"]

_LOCAL, _CENTRAL, _END = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"
_FIELDS = struct.Struct("<HHHHHLLLHH")
_MADE_BY = _NEEDED = 20
"""Version 2.0 of the format, on MS-DOS, which says nothing about the machine."""

_DEFLATE = 8
_ATTRIBUTES = 0o600 << 16
_UTF8 = 0x800
_TIME, _DAY = 0, 1 << 5 | 1
"""1 January 1980, the earliest time that the format can hold; stands for "no time"."""

_NO_TIME = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Member:
    """A squeezed member.

    Attributes:
        size: Bytes of its content.
        crc: CRC-32 of its content.
        digest: SHA-256 of its content.
        data: The content, deflated.
    """

    size: int
    crc: int
    digest: bytes
    data: bytes


def squeeze(content: bytes, compressor: Compressor) -> Member:
    """Return a member with *content*."""
    return squeeze_pieces((content,), compressor)


def squeeze_pieces(pieces: Iterable[bytes], compressor: Compressor) -> Member:
    """Return a member whose content comes in pieces; it is nowhere in memory as a whole."""
    deflater = compressor.start()
    digest = hashlib.sha256()
    size = crc = 0
    squeezed = []
    for content in pieces:
        size += len(content)
        crc = zlib.crc32(content, crc)
        digest.update(content)
        squeezed.append(deflater.compress(content))
    squeezed.append(deflater.flush())
    return Member(size, crc, digest.digest(), b"".join(squeezed))


def pack(members: Mapping[str, Member]) -> bytes:
    """Put members into an archive that depends on nothing but them.

    The content types come first, the other members by name; times, attributes and
    the system of origin are constant.
    """
    body: list[bytes] = []
    directory: list[bytes] = []
    offset = 0
    for name in sorted(members, key=_in_order):
        member = members[name]
        try:
            written, flags = name.encode("ascii"), 0
        except UnicodeEncodeError:
            written, flags = name.encode(), _UTF8
        fields = _FIELDS.pack(
            _NEEDED, flags, _DEFLATE, _TIME, _DAY, member.crc, len(member.data), member.size,
            len(written), 0,
        )  # fmt: skip
        head = _LOCAL + fields + written
        body += (head, member.data)
        # No comment, the first disk, no inner attributes.
        place = struct.pack("<HHHLL", 0, 0, 0, _ATTRIBUTES, offset)
        directory += (_CENTRAL, struct.pack("<H", _MADE_BY), fields, place, written)
        offset += len(head) + len(member.data)
    listing = b"".join(directory)
    count = len(members)
    end = _END + struct.pack("<HHHHLLH", 0, 0, count, count, len(listing), offset, 0)
    return b"".join((*body, listing, end))


def is_packed_here(archive: ZipFile) -> bool:
    """Tell whether an archive is put together as :func:`pack` does it.

    A program that has saved the document since leaves other times, attributes or another order.
    """
    names = archive.namelist()
    return names == sorted(names, key=_in_order) and all(
        (one.date_time, one.external_attr) == (_NO_TIME, _ATTRIBUTES)
        and (one.create_system, one.create_version, one.extra) == (0, _MADE_BY, b"")
        and one.compress_type == _DEFLATE
        for one in archive.infolist()
    )


def _in_order(name: str) -> tuple[bool, str]:
    return name != CONTENT_TYPES, name


def write_archive(members: Mapping[str, bytes]) -> bytes:
    """Pack contents by name with the standard compressor."""
    compressor = compressor_named("zlib")
    return pack({name: squeeze(content, compressor) for name, content in members.items()})
