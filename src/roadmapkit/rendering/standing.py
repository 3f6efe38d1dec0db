"""What documents of one template share: members squeezed once, and put into each as they are."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from threading import Lock
from typing import TypeVar

from roadmapkit.cache import CacheFolder
from roadmapkit.rendering.compression import Compressor
from roadmapkit.rendering.packing import Member, squeeze

__all__ = ["Standing"]

_KIND = "member"
_SEVERAL = 32
"""Layouts and the like that are remembered at once: as many as profiles can meet in a build."""

_Made = TypeVar("_Made")


class Standing:
    """The members of a template, and what is made of them for more than one document.

    Threads may share it: what two of them make at once is made alike.

    Args:
        members: Contents of the template by name.
        cache: Where squeezed members are kept between runs.
    """

    def __init__(self, members: Mapping[str, bytes], cache: CacheFolder | None) -> None:
        self.members = members
        self._cache = cache
        self._made: dict[object, object] = {}
        self._squeezed: dict[tuple[int, str], tuple[bytes, Member]] = {}
        self._lock = Lock()

    def once(self, key: object, make: Callable[[], _Made]) -> _Made:
        """Return what *make* makes, the same object for the same *key*."""
        found = self._made.get(key)
        if found is None:
            found = make()
            with self._lock:
                if len(self._made) >= _SEVERAL:
                    self._made.clear()
                found = self._made.setdefault(key, found)
        return found  # type: ignore[return-value]  # what this key makes

    def squeezed(self, content: bytes, compressor: Compressor) -> Member:
        """Return a member squeezed, once for the same object *content* of many documents."""
        key = (id(content), compressor.identity)
        held = self._squeezed.get(key)
        # The content is kept beside it, so that no other object can get its number.
        if held is not None and held[0] is content:
            return held[1]
        member = self._kept(content, compressor)
        with self._lock:
            if len(self._squeezed) >= _SEVERAL * 8:
                self._squeezed.clear()
            self._squeezed[key] = (content, member)
        return member

    def _kept(self, content: bytes, compressor: Compressor) -> Member:
        """Return a squeezed member from the cache, or put it there."""
        if self._cache is None:
            return squeeze(content, compressor)
        digest = hashlib.sha256(content)
        key = f"{compressor.identity} {digest.hexdigest()}"
        data = self._cache.get(_KIND, key)
        if data is None:
            member = squeeze(content, compressor)
            self._cache.put(_KIND, key, member.crc.to_bytes(4, "big") + member.data)
            return member
        return Member(len(content), int.from_bytes(data[:4], "big"), digest.digest(), data[4:])
