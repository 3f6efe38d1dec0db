"""Pictures of a workspace: read with suspicion, never from outside it."""

from __future__ import annotations

import hashlib
import struct
import zlib
from dataclasses import field
from pathlib import Path
from posixpath import dirname, isabs, join, normpath
from typing import Literal

from roadmapkit.diagnostics import Message
from roadmapkit.lazily import dataclass

__all__ = ["MAX_BYTES", "MAX_SIDE", "PictureFile", "read_picture"]

MAX_BYTES = 2 * 2**20
"""Largest file of a picture: a coat of arms of 20 mm in print quality takes a tenth of it."""

MAX_SIDE = 4000
"""Most pixels along a side."""

_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8\xff"
_CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
_DEPTHS = (1, 2, 4, 8, 16)
_STANDALONE = frozenset({0x01, *range(0xD0, 0xD8)})
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_START_OF_SCAN = 0xDA
_SHORTEST_FRAME = 7
_ADAM7_ROWS = 8
"""More filter bytes than this per row no interlacing adds."""


@dataclass(frozen=True, slots=True)
class PictureFile:
    """A checked picture.

    Attributes:
        name: Name of the file from the root of the workspace.
        digest: SHA-256 of its bytes.
        format: What it is.
        width: Width in pixels.
        height: Height in pixels.
        data: Its bytes.
    """

    name: str
    digest: str
    format: Literal["png", "jpeg"]
    width: int
    height: int
    data: bytes = field(repr=False)


def read_picture(root: Path, document: str, file: str) -> PictureFile | Message:
    """Return the picture that a document names, or why it cannot be had.

    Args:
        root: Folder of the workspace.
        document: File of the document, from the root.
        file: Name of the picture as written, from the folder of the document.
    """
    written = file.strip().replace("\\", "/")
    name = normpath(join(dirname(document), written))
    if isabs(written) or ":" in written or name.startswith("../"):
        return Message("it lies outside the workspace")
    path = root / name
    try:
        if not path.resolve().is_relative_to(root.resolve()):
            return Message("it lies outside the workspace")
        if not path.is_file():
            return Message("there is no such file")
        if path.stat().st_size > MAX_BYTES:
            return Message("it is larger than {size} KB", size=MAX_BYTES // 1024)
        data = path.read_bytes()
    except (OSError, RuntimeError) as error:
        return Message("it cannot be read ({reason})", reason=str(error))
    return _checked(name, data)


def _checked(name: str, data: bytes) -> PictureFile | Message:
    kind: Literal["png", "jpeg"]
    if data.startswith(_PNG):
        kind, size = "png", _png_size(data)
    elif data.startswith(_JPEG):
        kind, size = "jpeg", _jpeg_size(data)
    else:
        return Message("it is neither PNG nor JPEG")
    if isinstance(size, Message):
        return size
    return PictureFile(name, hashlib.sha256(data).hexdigest(), kind, *size, data)


def _sides(width: int, height: int) -> tuple[int, int] | Message:
    if not width or not height:
        return Message("it has no pixels")
    if max(width, height) > MAX_SIDE:
        return Message(
            "it has {width} × {height} pixels, at most {most} along a side are taken",
            width=width,
            height=height,
            most=MAX_SIDE,
        )
    return width, height


def _png_size(data: bytes) -> tuple[int, int] | Message:
    """Return width and height of a PNG whose chunks are whole and unpack to what they should."""
    damaged = Message("the PNG is damaged")
    position, pixels, head = len(_PNG), b"", b""
    while True:
        try:
            (length,) = struct.unpack_from(">I", data, position)
            kind = data[position + 4 : position + 8]
            body = data[position + 8 : position + 8 + length]
            (check,) = struct.unpack_from(">I", data, position + 8 + length)
        except struct.error:
            return damaged
        if zlib.crc32(kind + body) != check:
            return damaged
        if kind == b"IHDR":
            head = body
        elif kind == b"IDAT":
            pixels += body
        elif kind == b"IEND":
            break
        position += 12 + length
    if len(head) != struct.calcsize(">IIBBBBB"):
        return damaged
    width, height, depth, color, _, _, _ = struct.unpack(">IIBBBBB", head)
    sides = _sides(width, height)
    if isinstance(sides, Message):
        return sides
    if color not in _CHANNELS or depth not in _DEPTHS:
        return damaged
    most = (width * depth * _CHANNELS[color] + 7) // 8 * height + _ADAM7_ROWS * (width + height)
    return sides if _unpacks_within(pixels, most) else damaged


def _unpacks_within(pixels: bytes, most: int) -> bool:
    unpacking = zlib.decompressobj()
    try:
        unpacking.decompress(pixels, most)
    except zlib.error:
        return False
    return unpacking.eof


def _jpeg_size(data: bytes) -> tuple[int, int] | Message:
    """Return width and height from the frame header of a JPEG."""
    position = 2
    while position + 4 <= len(data) and data[position] == 0xFF:
        marker = data[position + 1]
        if marker == 0xFF or marker in _STANDALONE:
            position += 1 if marker == 0xFF else 2
            continue
        (length,) = struct.unpack_from(">H", data, position + 2)
        if marker in _FRAMES and length >= _SHORTEST_FRAME and position + 9 <= len(data):
            height, width = struct.unpack_from(">HH", data, position + 5)
            return _sides(width, height)
        if marker == _START_OF_SCAN or length < struct.calcsize(">H"):
            break
        position += 2 + length
    return Message("the JPEG is damaged")
