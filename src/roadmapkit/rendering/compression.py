"""What squeezes the parts of a document, and by what name its bytes are known.

Every compressor gives the same parts back, but each packs them into other bytes. The
standard one is everywhere and is the default; a faster one is taken only where somebody
asks for it, so that two machines never differ because of what is installed on them.
"""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module
from typing import Any, Protocol

from roadmapkit.diagnostics import Message
from roadmapkit.errors import ArgumentError

__all__ = ["COMPRESSORS", "Compressor", "Deflater", "compressor_named"]


class Deflater(Protocol):
    """Takes the bytes of one part in pieces."""

    def compress(self, data: bytes, /) -> bytes:
        """Take in more bytes and return what is finished so far."""
        ...

    def flush(self) -> bytes:
        """Return the rest."""
        ...


@dataclass(frozen=True, slots=True)
class Compressor:
    """A way to squeeze parts.

    Attributes:
        name: What it is called in settings.
        identity: What decides its bytes, for fingerprints: name, level and version, and a
            digest of what it makes of a fixed text. Why the digest: systems ship changed
            copies of zlib under the usual number of version.
        start: Begins a part.
    """

    name: str
    identity: str
    start: Callable[[], Deflater] = field(compare=False, repr=False)


_LEVELS = {"zlib": 6, "isal": 2, "zlib-ng": 6}
_MODULES = {"isal": "isal.isal_zlib", "zlib-ng": "zlib_ng.zlib_ng"}
_PACKAGES = {"isal": "isal", "zlib-ng": "zlib-ng"}
COMPRESSORS = tuple(_LEVELS)
"""Names of the compressors, the default one first."""

_RAW = -15
"""Deflate without a head, in the largest window, as archives hold it."""

_PROBE = b"".join(
    b"<w:p><w:r><w:t>%d %d</w:t></w:r></w:p>" % (number * number % 977, number)
    for number in range(500)
)


@cache
def compressor_named(name: str) -> Compressor:
    """Return a compressor.

    Args:
        name: One of :data:`COMPRESSORS`.

    Raises:
        ArgumentError: There is none of that name, or it is not installed.
    """
    if name not in _LEVELS:
        known = ", ".join(COMPRESSORS)
        problem = Message(
            "There is no compressor {name!r}; choose one of {known}", name=name, known=known
        )
        raise ArgumentError(problem, argument="compressor", value=name)
    try:
        module: Any = import_module(_MODULES[name]) if name in _MODULES else zlib
        number = _version(_PACKAGES[name]) if name in _PACKAGES else ""
    except ImportError as error:  # as is the lack of what a package says about itself
        problem = Message(
            "The compressor {name} is not installed; run pip install {package}, "
            "or choose the compressor zlib",
            name=name,
            package=_PACKAGES[name],
        )
        raise ArgumentError(problem, argument="compressor", value=name) from error
    level = _LEVELS[name]

    def start() -> Deflater:
        begun: Deflater = module.compressobj(level, zlib.DEFLATED, _RAW)
        return begun

    return Compressor(
        name, " ".join(filter(None, (name, str(level), number, _trait(start)))), start
    )


def _version(package: str) -> str:
    from importlib.metadata import version

    return version(package)


def _trait(start: Callable[[], Deflater]) -> str:
    deflater = start()
    return hashlib.sha256(deflater.compress(_PROBE) + deflater.flush()).hexdigest()[:8]
