"""The digest by which a file shows that nothing in it was changed since it was made."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from roadmapkit.rendering.properties import (
    CUSTOM,
    count_custom_properties,
    custom_properties,
    read_custom_properties,
)

__all__ = ["CONTENT_DIGEST", "content_digest", "digest_of_parts"]

CONTENT_DIGEST = "roadmapkit.content-digest"
"""Custom property with the digest of everything else in the file."""


def content_digest(members: Mapping[str, bytes]) -> str:
    """Return the digest of all parts, and of the custom properties but the digest itself.

    The compressor has no part in it. A custom property that is no text, which no file of
    ours has, changes the digest.
    """
    values = read_custom_properties(members)
    foreign = count_custom_properties(members) - len(values)
    values.pop(CONTENT_DIGEST, None)
    contents = {**members, CUSTOM: custom_properties(values)} if CUSTOM in members else members
    return digest_of_parts(
        {
            name: (len(content), hashlib.sha256(content).digest())
            for name, content in contents.items()
        },
        foreign,
    )


def digest_of_parts(parts: Mapping[str, tuple[int, bytes]], foreign: int = 0) -> str:
    """Return the digest of a package from those of its parts.

    Args:
        parts: Length and SHA-256 of each part by name; the custom properties without
            the digest itself.
        foreign: Number of custom properties that are no text.
    """
    digest = hashlib.sha256()
    for name, (length, content) in sorted(parts.items()):
        digest.update(f"{len(name.encode())} {name} {length} {content.hex()}\n".encode())
    if foreign:
        digest.update(f"{foreign}".encode())
    return digest.hexdigest()
