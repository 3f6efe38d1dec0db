"""Names of checks: a code, a speaking name, a family, or all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property

from roadmapkit.diagnostics import Code

__all__ = ["ALL", "Known", "family_of"]

ALL = "all"


def family_of(code: str) -> str:
    """Return the family of a code: ``DUE`` of ``DUE003``."""
    return code.rstrip("0123456789")


class Known:
    """The checks that there are.

    Args:
        codes: Returns all kinds of findings, of every package; asked only where a selector
            is written.
        rules: The codes of those that are rules: they can be silenced at any severity.
        preview: The codes of rules that run only where they are asked for.
    """

    def __init__(
        self,
        codes: Callable[[], Iterable[Code]],
        rules: Iterable[str],
        preview: Iterable[str] = (),
    ) -> None:
        self._listed = codes
        self._rules = frozenset(rules)
        self.preview = frozenset(preview)

    @cached_property
    def _codes(self) -> dict[str, Code]:
        return {code.id: code for code in self._listed()}

    @cached_property
    def _names(self) -> dict[str, str]:
        return {code.name: code.id for code in self._codes.values()}

    @cached_property
    def _families(self) -> frozenset[str]:
        return frozenset(family_of(code) for code in self._codes)

    def is_rule(self, code: str) -> bool:
        """Tell whether a code is one of a rule, without which documents can be made."""
        return code in self._rules

    def knows(self, selector: str) -> bool:
        """Tell whether any check is meant."""
        return (
            selector == ALL
            or selector in self._codes
            or selector in self._names
            or selector in self._families
        )

    def names(self) -> tuple[str, ...]:
        """Return every word that selects something, for suggestions."""
        return tuple(sorted({*self._codes, *self._names, *self._families}))

    def code_of(self, selector: str) -> str:
        """Return the code for a name, and anything else as it is."""
        return self._names.get(selector, selector)

    def means(self, selector: str, code: str) -> bool:
        """Tell whether a selector means a code."""
        return selector in {ALL, code, family_of(code)} or self._names.get(selector) == code
