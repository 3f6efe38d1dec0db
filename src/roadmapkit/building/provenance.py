"""Where a produced file comes from: fingerprint of what it prints, digest of its sources."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping

from roadmapkit.documents import DocumentView, plain

__all__ = ["fingerprint", "properties", "sources_digest"]


def fingerprint(view: DocumentView, template: str, version: str) -> str:
    """Return the digest of everything that the bytes of a document depend on.

    Args:
        view: What is printed.
        template: Digest of the Word template.
        version: Version of the library.
    """
    content = json.dumps(
        [plain(view), template, version], ensure_ascii=False, sort_keys=True, separators=(",", ":")
    )
    return hashlib.sha256(content.encode("utf-8")).hexdigest()


def sources_digest(files: Iterable[tuple[str, bytes]]) -> str:
    """Return the digest of source files: names and contents, in the order of names."""
    digest = hashlib.sha256()
    for name, content in sorted(files):
        digest.update(f"{len(name.encode())} {name} {len(content)}\n".encode())
        digest.update(content)
    return digest.hexdigest()


def properties(
    *, version: str, fingerprint: str, sources: Iterable[str], digest: str
) -> Mapping[str, str]:
    """Return the custom properties of a produced file; none of them names a time or a machine."""
    return {
        "roadmapkit.version": version,
        "roadmapkit.fingerprint": fingerprint,
        "roadmapkit.sources": ";".join(sorted(sources)),
        "roadmapkit.sources-digest": digest,
    }
