"""Names of what falls due that stay when its date, its wording and its neighbours change."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from urllib.parse import quote

from roadmapkit.model.roadmap import Activity
from roadmapkit.resolve.directory.forms import key_of
from roadmapkit.resolve.statuses.labels import counted_key, digest
from roadmapkit.source import NodePath

__all__ = ["activity_keys", "point_key", "uid_of"]

_DOMAIN = "roadmapkit"


def uid_of(*parts: str) -> str:
    """Return the identifier made of *parts*, in ASCII; different parts give different ones.

    Source:
        RFC 5545, 3.8.4.7.
    """
    path = "/".join(quote(part, safe="") for part in parts if part)
    return f"{path}@{_DOMAIN}"


def activity_keys(activities: Iterable[Activity]) -> Iterator[str]:
    """Yield a key for each activity of a plan: its id, else a digest of its title.

    A digest begins with ``~``, which no id does; equal titles are counted.
    """
    seen: Counter[str] = Counter()
    for activity in activities:
        key = activity.id or f"~{digest(key_of(activity.title))}"
        seen[key] += 1
        yield counted_key(key, seen[key])


def point_key(path: NodePath) -> str:
    """Return the key of a point of an act: its place, for points have no ids.

    Args:
        path: Where the point stands in the document.
    """
    return ".".join(str(part + 1 if isinstance(part, int) else part) for part in path)
