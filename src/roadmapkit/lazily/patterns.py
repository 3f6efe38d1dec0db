"""Regular expressions that are compiled when they first search."""

from __future__ import annotations

import re
from typing import Any, cast

__all__ = ["regex"]


def regex(text: str, flags: int = 0) -> re.Pattern[str]:
    """Return a pattern like :func:`re.compile`, compiled when one of its methods is first used.

    The library has hundreds of patterns at the heads of its modules, and a document meets
    few of them. What :mod:`re` itself is to work with, as in ``re.sub(pattern, …)``, must
    be compiled at once.

    Args:
        text: The regular expression.
        flags: As for :func:`re.compile`.
    """
    return cast("re.Pattern[str]", _Uncompiled(text, flags))


class _Uncompiled:
    """A pattern to be: it takes the methods of the compiled one over, which then answers itself."""

    def __init__(self, text: str, flags: int) -> None:
        self._text = text
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):  # what copying and pickling look for
            raise AttributeError(name)
        compiled = re.compile(self._text, self._flags)
        # Found in the instance the next time, so that this is asked once for each method.
        found = getattr(compiled, name)
        setattr(self, name, found)
        return found

    def __reduce__(self) -> tuple[Any, ...]:
        return _Uncompiled, (self._text, self._flags)

    def __repr__(self) -> str:
        return repr(re.compile(self._text, self._flags))
