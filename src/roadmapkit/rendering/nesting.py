"""Proves before the first document that a template gives well-formed XML for any data.

Elements and block tags are read as one sequence of brackets. Where every block of
Jinja opens and closes on the same level of elements, each branch and each turn of a
loop adds whole elements, and escaped values cannot change that.
"""

from __future__ import annotations

import re

__all__ = ["find_crossing"]

_TOKEN = re.compile(
    r"\{%[-+]?\s*(?P<block>\w+)(?P<rest>.*?)[-+]?%\}|\{\{.*?\}\}|\{#.*?#\}"
    r"|<!--.*?-->|<\?.*?\?>|<(?P<close>/)?(?P<name>[\w:.-]+)[^>]*?(?P<empty>/)?>",
    re.DOTALL,
)
_BLOCKS = frozenset({"for", "if", "macro", "call", "filter", "with", "autoescape"})
_BRANCHES = frozenset({"else", "elif"})


def find_crossing(source: str) -> tuple[int, str] | None:
    """Return where elements and block tags first cross, and the block tag at fault.

    Args:
        source: A prepared part: XML with Jinja tags between and inside elements.

    Returns:
        Offset in *source* and the text of the block tag, or None if all is nested.
    """
    stack: list[tuple[str, int, str]] = []
    for match in _TOKEN.finditer(source):
        block = match["block"]
        if block is not None:
            fault = _read_block(stack, block, match)
        elif match["name"] is not None:
            fault = _read_element(stack, match)
        else:
            continue
        if fault is not None:
            return fault
    return next(((start, text) for kind, start, text in stack if text), None)


def _read_block(
    stack: list[tuple[str, int, str]], block: str, match: re.Match[str]
) -> tuple[int, str] | None:
    at_fault = (match.start(), match[0])
    if block in _BLOCKS or (block == "set" and "=" not in match["rest"]):
        stack.append((block, match.start(), match[0]))
        return None
    if block in _BRANCHES:
        return None if stack and stack[-1][2] else at_fault
    if block.startswith("end"):
        if not stack or stack[-1][0] != block.removeprefix("end") or not stack[-1][2]:
            return at_fault
        stack.pop()
    return None


def _read_element(
    stack: list[tuple[str, int, str]], match: re.Match[str]
) -> tuple[int, str] | None:
    if match["empty"]:
        return None
    if not match["close"]:
        stack.append((match["name"], match.start(), ""))
        return None
    if stack and stack[-1][0] == match["name"] and not stack[-1][2]:
        stack.pop()
        return None
    # The block that opened inside the element and is still open is at fault.
    opened = next(((start, text) for _, start, text in reversed(stack) if text), None)
    return opened or (match.start(), match[0])
