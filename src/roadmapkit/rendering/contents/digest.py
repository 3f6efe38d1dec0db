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

__all__ = ["CONTENT_DIGEST", "content_digest", "with_content_digest"]

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
    digest = hashlib.sha256()
    for name in sorted(members):
        content = custom_properties(values) if name == CUSTOM else members[name]
        digest.update(f"{len(name.encode())} {name} {len(content)}\n".encode())
        digest.update(content)
    if foreign:
        digest.update(f"{foreign}".encode())
    return digest.hexdigest()


def with_content_digest(members: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the members of a package with the digest of their contents among its properties."""
    values = {**read_custom_properties(members), CONTENT_DIGEST: content_digest(members)}
    return {**members, CUSTOM: custom_properties(values)}
