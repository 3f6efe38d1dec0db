"""Which rules and dictionaries make the forms, in one short word."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

__all__ = ["rules_digest"]

_DICTIONARIES = ("pymorphy3", "pymorphy3-dicts-ru", "pytrovich")


@cache
def rules_digest() -> str:
    """Return a digest of this package and of the versions of the dictionaries.

    While it stays, every form is made as before; where it differs, forms may differ, and
    a lock is held against the dictionary again. No dictionary is loaded for it.
    """
    digest = hashlib.sha256()
    for name, content in _rules():
        digest.update(f"{name} {len(content)}\n".encode())
        digest.update(content)
    for name in _DICTIONARIES:
        digest.update(f"{name} {_version(name)}\n".encode())
    return digest.hexdigest()[:16]


def _rules() -> Iterator[tuple[str, bytes]]:
    package = Path(__file__).parent
    for folder, suffix in ((package, ".py"), (package / "data", ".tsv")):
        found = {entry.name: entry for entry in folder.iterdir() if entry.name.endswith(suffix)}
        for name in sorted(found):
            # A checkout on Windows may have other line ends.
            yield name, found[name].read_bytes().replace(b"\r\n", b"\n")


def _version(package: str) -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version(package)
    except PackageNotFoundError:
        return ""
