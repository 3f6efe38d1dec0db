"""The QR code of a document (requisite 31 of ГОСТ Р 7.0.97-2025), drawn without the network."""

from __future__ import annotations

import hashlib
import struct
import zlib

from roadmapkit.documents.letterhead_view import PictureView

__all__ = ["MAX_QR_BYTES", "qr_picture"]

MAX_QR_BYTES = 300
"""Longest text: denser codes of 20 mm are beyond the cameras of telephones."""

_PIXELS = 8
_QUIET = 4
"""White border, in modules, that readers need (ISO/IEC 18004)."""


def qr_picture(text: str, size_mm: float) -> PictureView:
    """Return the QR code of a text, the same bytes on every machine.

    Args:
        text: An address or any text of at most :data:`MAX_QR_BYTES` bytes.
        size_mm: Side of the code with its white border.
    """
    import segno

    code = segno.make(text, error="m", micro=False, encoding="utf-8", boost_error=False)
    rows = [[bool(module) for module in row] for row in code.matrix_iter(border=_QUIET)]
    data = _png(rows)
    digest = hashlib.sha256(data).hexdigest()
    return PictureView(digest, "png", size_mm, size_mm, f"QR: {text}", "foot", data)


def _png(rows: list[list[bool]]) -> bytes:
    """Return a picture in black and white; stored, since compressors differ by machine."""
    lines = []
    for row in rows:
        bits = "".join(("0" if dark else "1") * _PIXELS for dark in row)
        packed = int(bits, 2).to_bytes(len(bits) // 8, "big")
        lines.extend([b"\0" + packed] * _PIXELS)
    side = len(rows) * _PIXELS
    head = struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
    pixels = zlib.compress(b"".join(lines), 0)
    chunks = ((b"IHDR", head), (b"IDAT", pixels), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        for kind, body in chunks
    )
