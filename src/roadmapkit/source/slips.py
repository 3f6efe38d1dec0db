"""Slips that YAML accepts without a word and that lose or split a text."""

from __future__ import annotations

from bisect import bisect_left

from roadmapkit.diagnostics import Message, Severity
from roadmapkit.lazily import regex
from roadmapkit.source.codes import COMMA_SPLITS_TEXT, COMMENT_CUTS_TEXT, MISSING_SPACE
from roadmapkit.source.findings import Findings
from roadmapkit.source.positions import SCALAR, Nodes

__all__ = ["CommentCuts", "is_split_phrase", "report_folded_lines", "report_split", "unspaced_pair"]

# A comment of good manners has a space after #; a number after it is a number of something.
_CUT = regex(r"[ \t]+(#(?:[\w«“\"'(№][^\r\n]*|[ \t]+\d+[^\s\w]*))(?=[ \t]*(?:[\r\n]|\Z))")
_NUMBER_TAIL = regex(r"\d+(?:[ \u00a0]?(?:г|гг|год|года|году|лет|ч|мин)\b\.?)?\Z")
_OPENING, _CLOSING = "«(“„", "»)”"
# Words that begin a dependent clause and never an item of a list: a closed class of Russian.
_DEPENDENT = regex(
    r"(?:а|но|что|чтобы|котор\w+|если|когда|где|куда|включая|исключая|причём|причем"
    r"|в\sтом\sчисле|а\sтакже|так\sкак|поскольку)\b"
)
_UNSPACED_PAIR = regex(r"([A-Za-z_][A-Za-z0-9_-]*):(?!//)[^\s:]")
_FOLDED_PAIR = regex(r"[\r\n][ \t]*([A-Za-z_][A-Za-z0-9_-]*:)(?!//)[^\s:]")
_FOLDED_DASH = regex(r"[\r\n][ \t]*(-)[ \t]*[^\s\d-]")
_UNSPACED_DASH = regex(r"-[^\W\d_]")


class CommentCuts:
    """Finds values that a ``#`` has cut short; knows all suspects of a file beforehand."""

    def __init__(self, text: str) -> None:
        self._matches = list(_CUT.finditer(text)) if "#" in text else []
        self._starts = [match.start() for match in self._matches]

    def report(self, nodes: Nodes, findings: Findings, text: str) -> None:
        """Report the cuts inside one document."""
        first = bisect_left(self._starts, nodes.starts[0])
        # The comment after the last value stands just behind the document.
        last = bisect_left(self._starts, nodes.ends[0] + 1)
        if first == last:
            return
        by_end = {end: n for n, end in enumerate(nodes.ends) if nodes.kinds[n] == SCALAR}
        for match in self._matches[first:last]:
            node = by_end.get(match.start())
            if node is None or text[nodes.starts[node]] in "\"'":
                continue
            kept = text[nodes.starts[node] : match.start()]
            findings.add(
                COMMENT_CUTS_TEXT,
                match.span(1),
                Message(
                    "The text stops at {kept!r}: the rest of the line is a comment, {cut!r}",
                    kept=kept,
                    cut=match[1],
                ),
                Message(
                    "If it belongs to the text, put the whole text in quotation marks: {quoted}; "
                    "if it is a comment, begin it with # and a space",
                    quoted=f'"{kept} {match[1]}"'.replace('" ', '"'),
                ),
            )


def is_split_phrase(first: str, second: str, *, alone: bool, tight: bool) -> bool:
    """Say whether two unquoted neighbours in ``[…]`` read as one phrase with a comma in it.

    They do if a bracket or a quotation mark that the first opens is still open at
    its end, if the second is a bare number or year after words, or if the second
    begins with a word that only continues a sentence. Two numbers do if no space parts
    them: «90,5» is one. Names and roles in a row do not, nor does a row of a table.

    Args:
        first: Text of the first value.
        second: Text of the second.
        alone: The list holds nothing else.
        tight: Nothing but the comma stands between them.
    """
    if tight and first.isdigit() and second.isdigit():
        return True
    left_open = max(map(first.rfind, _OPENING)) > max(map(first.rfind, _CLOSING))
    worded = any(map(str.isalpha, first)) and not any(map(str.isdigit, first[-4:]))
    number = bool(worded and not _NUMBER_TAIL.match(first) and _NUMBER_TAIL.match(second))
    return left_open or (number and alone) or _DEPENDENT.match(second) is not None


def report_split(
    findings: Findings,
    place: tuple[int, int],
    phrase: str,
    *,
    severity: Severity | None = None,
) -> None:
    """Report a comma inside brackets that has made two values of *phrase*."""
    findings.add(
        COMMA_SPLITS_TEXT,
        place,
        Message("The comma inside the brackets splits the text {phrase!r} in two", phrase=phrase),
        Message("Put the text in quotation marks: {quoted}", quoted=f'"{phrase}"'),
        severity=severity,
    )


def unspaced_pair(text: str) -> str | None:
    """Return the key of ``key:value`` written without the space, or None."""
    match = _UNSPACED_PAIR.match(text)
    return match[1] if match else None


def report_folded_lines(findings: Findings, text: str, place: tuple[int, int]) -> None:
    """Report lines that were meant as keys or list items but continue an unquoted text.

    Args:
        findings: Where to report.
        text: The whole file.
        place: Start and end of an unquoted text; a dash at its start has its own line.
    """
    start, end = place
    if _UNSPACED_DASH.match(text, start, end) and not text[:start].rpartition("\n")[2].strip():
        _report_folded(findings, (start, start + 1), "-")
        folded = _FOLDED_DASH
    else:
        folded = _FOLDED_PAIR
    for match in folded.finditer(text, start, end):
        _report_folded(findings, match.span(1), match[1])


def _report_folded(findings: Findings, place: tuple[int, int], sign: str) -> None:
    findings.add(
        MISSING_SPACE,
        place,
        Message("No space after {sign!r}, so the line is part of a text", sign=sign),
        Message("Put a space after it, or the whole text in quotation marks"),
        severity=Severity.WARNING,
    )
