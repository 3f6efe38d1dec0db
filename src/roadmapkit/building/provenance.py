"""Where a produced file comes from: fingerprint of what it prints, digest of its sources."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping

from roadmapkit.documents import DocumentView
from roadmapkit.documents.view_json import view_json

__all__ = [
    "DOCUMENT",
    "FINGERPRINT",
    "REQUEST",
    "SOURCES",
    "SOURCES_DIGEST",
    "TARGET",
    "VERSION",
    "fingerprint",
    "named_sources",
    "properties",
    "sources_digest",
]

VERSION = "roadmapkit.version"
FINGERPRINT = "roadmapkit.fingerprint"
SOURCES = "roadmapkit.sources"
SOURCES_DIGEST = "roadmapkit.sources-digest"
DOCUMENT = "roadmapkit.document"
TARGET = "roadmapkit.target"
REQUEST = "roadmapkit.request"


def fingerprint(view: DocumentView, template: str, version: str) -> str:
    """Return the digest of everything that the bytes of a document depend on.

    Args:
        view: What is printed.
        template: Digest of the Word template.
        version: Version of the library.
    """
    names = json.dumps([template, version], ensure_ascii=False, separators=(",", ":"))
    content = f"[{view_json(view)},{names[1:]}"
    return hashlib.sha256(content.encode("utf-8")).hexdigest()


def sources_digest(files: Iterable[tuple[str, bytes]]) -> str:
    """Return the digest of source files: names and contents, in the order of names."""
    digest = hashlib.sha256()
    for name, content in sorted(files):
        digest.update(f"{len(name.encode())} {name} {len(content)}\n".encode())
        digest.update(content)
    return digest.hexdigest()


def properties(
    *,
    version: str,
    fingerprint: str,
    sources: Iterable[str],
    digest: str,
    document: str,
    target: str,
    request: str = "",
) -> Mapping[str, str]:
    """Return the custom properties of a produced file; none of them names a time or a machine.

    Args:
        version: Version of the library.
        fingerprint: Digest of what is printed and how.
        sources: Names of the source files.
        digest: Digest of their texts.
        document: Id of the document.
        target: Path of the file below the output folder, by which a renamed copy is known.
        request: What was asked for by hand, if anything was.
    """
    found = {
        VERSION: version,
        FINGERPRINT: fingerprint,
        SOURCES: ";".join(_escaped(name) for name in sorted(sources)),
        SOURCES_DIGEST: digest,
        DOCUMENT: document,
        TARGET: target,
    }
    return {**found, REQUEST: request} if request else found


def named_sources(text: str) -> tuple[str, ...]:
    """Return the names of source files that a property holds."""
    return tuple(name.replace("%3B", ";").replace("%25", "%") for name in text.split(";") if name)


def _escaped(name: str) -> str:
    return name.replace("%", "%25").replace(";", "%3B")
