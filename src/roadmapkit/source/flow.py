"""What goes wrong inside ``[…]`` and ``{…}``: a comma there always divides."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from roadmapkit.diagnostics import Message, Severity
from roadmapkit.source.codes import MISSING_SPACE, SYNTAX
from roadmapkit.source.findings import Findings
from roadmapkit.source.positions import SCALAR, Nodes
from roadmapkit.source.slips import is_split_phrase, report_split, unspaced_pair

__all__ = ["check_flow_mapping", "check_flow_sequence"]

_NOT_PLAIN = frozenset("\"'*&!")


def check_flow_sequence(findings: Findings, text: str, nodes: Nodes, node: int) -> None:
    """Report the first two neighbours that read as one phrase."""
    places: list[tuple[int, int] | None] = []
    item = node + 1
    while item < nodes.after[node]:
        places.append(_plain_place(text, nodes, item))
        item = nodes.after[item]
    for before, here in pairwise(places):
        if before is None or here is None:
            continue
        alone, tight = len(places) == 2, here[0] - before[1] == 1
        first, second = text[slice(*before)], text[slice(*here)]
        if is_split_phrase(first, second, alone=alone, tight=tight):
            place = (before[0], here[1])
            report_split(findings, place, text[slice(*place)])
            return


def check_flow_mapping(
    findings: Findings, text: str, nodes: Nodes, node: int, values: dict[str, Any]
) -> None:
    """Report keys without a colon, and take them out of *values*."""
    before: tuple[int, int] | None = None
    key = node + 1
    while key < nodes.after[node]:
        value = nodes.after[key]
        key_end, value_start = nodes.ends[key], nodes.starts[value]
        if nodes.kinds[key] == SCALAR and ":" not in text[key_end : max(value_start, key_end + 1)]:
            _report_bare_key(findings, text, (nodes.starts[key], key_end), before)
            values.pop(nodes.names.pop(key, ""), None)
            before = None
        else:
            before = _plain_place(text, nodes, value)
        key = nodes.after[value]


def _plain_place(text: str, nodes: Nodes, node: int) -> tuple[int, int] | None:
    start, end = nodes.starts[node], nodes.ends[node]
    if nodes.kinds[node] != SCALAR or start == end or text[start] in _NOT_PLAIN:
        return None
    return start, end


def _report_bare_key(
    findings: Findings, text: str, place: tuple[int, int], before: tuple[int, int] | None
) -> None:
    bare = text[slice(*place)]
    key = unspaced_pair(bare)
    if key is not None:
        report_unspaced(findings, (place[0], place[0] + len(key) + 1))
    elif before is not None:
        whole = (before[0], place[1])
        report_split(findings, whole, text[slice(*whole)], severity=Severity.ERROR)
    elif not text[max(0, place[0] - 9) : place[0]].rstrip().endswith("{{"):
        # Doubled braces are a template's; that they are no key is said of the outer pair.
        findings.add(
            SYNTAX,
            place,
            Message("The braces hold {text!r} without a colon and a value", text=bare),
            Message("Write `key: value`, or put a text with braces in quotation marks"),
        )


def report_unspaced(findings: Findings, place: tuple[int, int]) -> None:
    """Report a key whose colon the value follows without a space."""
    sign = findings.source.text[slice(*place)]
    findings.add(
        MISSING_SPACE,
        place,
        Message("No space after {sign!r}", sign=sign),
        Message("Put a space between the colon and the value"),
    )
