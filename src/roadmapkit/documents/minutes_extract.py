"""Extracts from minutes (выписки из протокола): the decisions of one party, under their questions.

Source:
    ГОСТ Р 7.0.97, requisite «Отметка о заверении копии».
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from roadmapkit.diagnostics import Message
from roadmapkit.documents.minutes import compose_minutes
from roadmapkit.documents.minutes_view import MinutesLine
from roadmapkit.documents.pack import Extracted, certification, recipient_line
from roadmapkit.documents.recipient import Recipient
from roadmapkit.documents.shares import Unknown
from roadmapkit.documents.view import DocumentView, ExtractView
from roadmapkit.documents.wording import Wording
from roadmapkit.errors import ArgumentError
from roadmapkit.lazily import dataclass
from roadmapkit.model.minutes import Decision
from roadmapkit.model.settings import Settings
from roadmapkit.resolve import ResolvedMinutes, resolve_parties
from roadmapkit.source import NodePath

__all__ = ["MinutesShare", "compose_minutes_extract", "minutes_share"]

_SIGNED = "Подпись"


@dataclass(frozen=True, slots=True)
class MinutesShare:
    """What of minutes concerns a party.

    Attributes:
        minutes: The minutes.
        points: Places of its decisions.
        unknown: Decisions that may concern it, for all that the directory knows.
    """

    minutes: ResolvedMinutes
    points: frozenset[NodePath]
    unknown: tuple[Unknown, ...] = ()

    def __bool__(self) -> bool:
        """Whether the party has anything to do."""
        return bool(self.points)


def minutes_share(
    minutes: ResolvedMinutes, recipient: Recipient, numbers: Sequence[str] = ()
) -> MinutesShare:
    """Return what of minutes concerns a party: decisions that name it, or a group it is in.

    Args:
        minutes: The minutes.
        recipient: The party.
        numbers: Numbers of further decisions to print.

    Raises:
        ArgumentError: There is no decision with one of the *numbers*.
    """
    printed = {path: (number, one) for path, number, one in _decisions(minutes)}
    points = {_numbered(number, printed) for number in numbers}
    unknown: list[Unknown] = []
    for path, (number, decision) in printed.items():
        if isinstance(decision, str) or not decision.responsible:
            continue
        names = ";\n".join(decision.responsible)
        parties = resolve_parties(names, minutes.directory, on=minutes.as_of).parties
        if recipient.is_among(parties):
            points.add(path)
        elif path not in points:
            origin = minutes.origin.child(*path, "responsible")
            unknown += [Unknown(one.text, number, origin) for one in parties if one.ref is None]
    return MinutesShare(minutes, frozenset(points), tuple(unknown))


def _decisions(minutes: ResolvedMinutes) -> Iterator[tuple[NodePath, str, Decision]]:
    for index, item in enumerate(minutes.model.agenda):
        for position, decision in enumerate(item.decided):
            own = None if isinstance(decision, str) else decision.number
            number = own or f"{index + 1}.{position + 1}."
            yield ("agenda", index, "decided", position), number, decision


def _numbered(number: str, printed: Mapping[NodePath, tuple[str, Decision]]) -> NodePath:
    for path, (shown, _) in printed.items():
        if shown.rstrip(".)") == number.strip().rstrip(".)"):
            return path
    raise ArgumentError(
        Message(
            "There is no decision {number!r}; the decisions are: {numbers}",
            number=number,
            numbers=[shown for shown, _ in printed.values()],
        ),
        argument="points",
        value=number,
    )


def compose_minutes_extract(
    share: MinutesShare, extracted: Extracted, settings: Settings, wording: Wording
) -> DocumentView:
    """Return the extract of minutes: their heading, the questions and the party's decisions.

    Who was there and what was said is left out; questions and decisions keep their numbers.
    The word «Подпись» stands for the signatures of registered minutes; a draft has none.

    Args:
        share: What of the minutes concerns the party.
        extracted: For whom, and who certifies it.
        settings: Layout.
        wording: Words of the document.
    """
    whole = compose_minutes(share.minutes, settings, wording)
    if whole.minutes is None:
        raise AssertionError("minutes have no text")
    kept = tuple(line for line in whole.minutes.lines if _is_kept(line, share.points))
    text = replace(whole.minutes, form=f"ВЫПИСКА ИЗ {'протокола'.upper()}", lines=kept)
    registered = share.minutes.model.state == "registered"
    return replace(
        whole,
        kind="extract",
        title=f"Выписка из протокола {whole.minutes.heading}".rstrip(),
        minutes=text,
        sheets=(),
        extract=ExtractView(
            recipient=recipient_line(extracted, wording),
            signed=_SIGNED if registered else "",
            certification=certification(extracted, wording),
        ),
    )


def _is_kept(line: MinutesLine, points: frozenset[NodePath]) -> bool:
    """Tell whether a paragraph is a decision of the party, or the question or word above one."""
    path = line.origin.path if line.origin is not None else ()
    if path in points:
        return True
    above = any(path[:2] == point[:2] for point in points)
    heads = len(path) == 3 and (line.label.endswith("СЛУШАЛИ:") or path[2] == "decided")
    return above and heads
