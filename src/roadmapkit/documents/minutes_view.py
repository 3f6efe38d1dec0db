"""The view model of minutes, finished to the last character."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from roadmapkit.documents.view import SignatureView
    from roadmapkit.source import Origin

__all__ = ["MinutesLine", "MinutesView"]

LineStyle = Literal["plain", "person", "heading", "body", "decision"]


@dataclass(frozen=True, slots=True)
class MinutesLine:
    """One paragraph of minutes.

    Attributes:
        label: What stands before the text in bold: «СЛУШАЛИ:»; empty without one.
        text: The text.
        style: Role of the paragraph: ``plain`` (no indent), ``person`` (of a list of people),
            ``heading`` (ПОВЕСТКА ДНЯ), ``body``, ``decision`` (numbered).
        keep: Whether the paragraph stays on the page of the one after it.
        origin: The place of the YAML that gave the text.
    """

    label: str
    text: str
    style: LineStyle = "body"
    keep: bool = False
    origin: Origin | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class MinutesView:
    """The text of minutes, without their appendices.

    Attributes:
        letterhead: Lines with the name of the organisation, centred.
        form: «ПРОТОКОЛ».
        heading: What it is the minutes of: «заседания рабочей группы …».
        date: Day of the meeting as printed, or the blank of a draft without one.
        number: «№ 1» as printed, or the blank of a draft.
        place: Place of the meeting.
        lines: Paragraphs in order.
        signatures: Of the chair and of the secretary.
    """

    letterhead: tuple[str, ...]
    form: str
    heading: str
    date: str
    number: str
    place: str
    lines: tuple[MinutesLine, ...]
    signatures: tuple[SignatureView, ...]
    origin: Origin | None = field(default=None, compare=False, repr=False)
