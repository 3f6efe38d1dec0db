"""What a signed act prints, piece by piece, so that a change can be named at its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from roadmapkit.diagnostics import Message
from roadmapkit.documents import DocumentView
from roadmapkit.documents.minutes_view import MinutesView
from roadmapkit.documents.view import ActView, Cell, Line, PartView, SheetView, SignatureView
from roadmapkit.lazily import dataclass, regex
from roadmapkit.source import Origin

__all__ = ["MOST_OF_ONE_SHEET", "Piece", "lost_pieces", "printed_pieces"]

MOST_OF_ONE_SHEET = 10
"""Differences of one appendix that are told one by one; a row put in shifts all below it."""

_WORDS = regex(r"\d+|\D+")
_BETWEEN = " | "
_LONGEST_LABEL = 40


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of an act.

    Attributes:
        name: Its name in the lock file.
        label: Its name for people.
        text: What it prints.
        origin: The place of the YAML that gave the text.
        sheet: Number of the appendix that it stands in, 0 for the act itself.
    """

    name: str
    label: Message
    text: str
    origin: Origin | None
    sheet: int = 0


def printed_pieces(view: DocumentView) -> Iterator[Piece]:
    """Yield everything that *view* prints, in the order of printing."""
    if view.act is not None:
        yield from _act_pieces(view.act)
    if view.minutes is not None:
        yield from _minutes_pieces(view.minutes)
    for number, sheet in enumerate(view.sheets, start=1):
        yield from _sheet_pieces(number, sheet)


def _act_pieces(act: ActView) -> Iterator[Piece]:
    groups = (act.letterhead, (act.form, act.date, act.number, act.place), act.title)
    heading = _BETWEEN.join(line for group in groups for line in group)
    yield Piece("heading", Message("the heading of the act"), heading, act.origin)
    preamble = f"{act.preamble} {act.verb}"
    yield Piece("preamble", Message("the preamble"), preamble, act.origin)
    for index, clause in enumerate(act.clauses, start=1):
        label = Message("point {number}", number=clause.number.rstrip(".") or index)
        text = f"{clause.number} {clause.text}"
        yield Piece(f"clause {index}", label, text, clause.origin)
    if act.signature is not None:
        yield _signature("signature", act.signature)
    for group, approval in enumerate(act.approval, start=1):
        name = f"approval {group}"
        place = act.origin.child("approval", group - 1, "caption") if act.origin else None
        label = Message("the approval block, {caption!r}", caption=approval.caption.rstrip(":"))
        yield Piece(name, label, approval.caption, place)
        for index, signature in enumerate(approval.signatures, start=1):
            yield _signature(f"{name}, signature {index}", signature)
    if act.executor:
        place = act.origin.child("executor") if act.origin else None
        yield Piece("executor", Message("the executor"), _BETWEEN.join(act.executor), place)


def _minutes_pieces(minutes: MinutesView) -> Iterator[Piece]:
    head = (minutes.form, minutes.heading, minutes.date, minutes.number, minutes.place)
    heading = _BETWEEN.join((*minutes.letterhead, *head))
    yield Piece("minutes heading", Message("the heading of the minutes"), heading, minutes.origin)
    for index, line in enumerate(minutes.lines, start=1):
        text = " ".join(word for word in (line.label, line.text) if word)
        label = Message("paragraph {number}: {text!r}", number=index, text=_beginning(text))
        yield Piece(f"paragraph {index}", label, text, line.origin)
    for index, signature in enumerate(minutes.signatures, start=1):
        yield _signature(f"minutes signature {index}", signature)


def _beginning(text: str) -> str:
    return text if len(text) <= _LONGEST_LABEL else f"{text[: _LONGEST_LABEL - 1].rstrip()}…"


def _signature(name: str, signature: SignatureView, sheet: int = 0) -> Piece:
    person = signature.name or " ".join(signature.post_lines)
    text = _BETWEEN.join((" ".join(signature.post_lines), signature.name))
    label = Message("the signature of {name}", name=person)
    return Piece(name, label, text, signature.origin, sheet)


def _sheet_pieces(number: int, sheet: SheetView) -> Iterator[Piece]:
    name = f"appendix {number}"
    stamps = [line for stamp in sheet.stamps for line in stamp.lines]
    label = Message("the heading of appendix {number}", number=number)
    text = _BETWEEN.join((*stamps, *sheet.title))
    yield Piece(f"{name}, heading", label, text, sheet.origin, number)
    for index, part in enumerate(sheet.parts, start=1):
        yield from _part_pieces(f"{name}, part {index}", part, sheet, number)
    if sheet.signature is not None:
        yield _signature(f"{name}, signature", sheet.signature, number)


def _part_pieces(name: str, part: PartView, sheet: SheetView, number: int) -> Iterator[Piece]:
    lines = [line for line in (part.heading, *part.before, *part.after) if line]
    origin = lines[0].origin if lines else sheet.origin
    label = Message("the text of appendix {number}", number=number)
    texts = [*map(_line_text, lines), *([part.chart.alternative] if part.chart else [])]
    yield Piece(name, label, "\n".join(texts), origin, number)
    if part.table is None:
        return
    rows = (*part.table.heading, *part.table.rows)
    if part.table.caption:
        places = (cell.origin for row in rows for cell in row.cells if cell.origin)
        label = Message("the caption of a table in appendix {number}", number=number)
        place = next(places, sheet.origin)
        yield Piece(f"{name}, caption", label, part.table.caption, place, number)
    for position, row in enumerate(rows, start=1):
        text = _BETWEEN.join(map(_cell_text, row.cells))
        origin = next((cell.origin for cell in row.cells if cell.origin), sheet.origin)
        label = Message("row {row} of appendix {number}", row=position, number=number)
        yield Piece(f"{name}, row {position}", label, text, origin, number)


def _cell_text(cell: Cell) -> str:
    return "\n".join(map(_line_text, cell.blocks) if cell.blocks else cell.lines)


def _line_text(line: Line) -> str:
    """Return what is read in a paragraph: its number or mark, its text, its footnotes."""
    mark = line.mark
    sign = "" if mark is None else f"{mark.start})" if mark.ordered else "–"
    words = (sign, line.text, *(run.note for run in line.runs))
    return _BETWEEN.join(word for word in words if word)


def lost_pieces(names: AbstractSet[str]) -> tuple[Message, ...]:
    """Return what pieces were that are printed no more, going by their names.

    Of an appendix or a group of signatures that is gone as a whole the contents are
    not told one by one, and of many the first only.
    """
    gone = {_whole(name) for name in names} - {""}
    kept = sorted(
        (name for name in names if _whole(name) or name.partition(",")[0] not in gone),
        key=lambda name: [int(word) if word.isdigit() else word for word in _WORDS.findall(name)],
    )
    told = tuple(map(_lost_piece, kept[:MOST_OF_ONE_SHEET]))
    more = len(kept) - len(told)
    return (*told, Message("and {count} more", count=more)) if more else told


def _whole(name: str) -> str:
    """Return what a piece stands at the head of, empty for a piece that heads nothing."""
    owner, _, rest = name.partition(", ")
    if owner.startswith("appendix "):
        return owner if rest == "heading" else ""
    return owner if owner.startswith("approval ") and not rest else ""


def _lost_piece(name: str) -> Message:
    numbers = [int(word) for word in _WORDS.findall(name) if word.isdigit()]
    match re.sub(r"\d+", "#", name), numbers:
        case "heading", _:
            label = Message("the heading of the act")
        case "preamble", _:
            label = Message("the preamble")
        case "clause #", [number]:
            label = Message("the clause that was no. {number}", number=number)
        case "signature", _:
            label = Message("the signature of the act")
        case "executor", _:
            label = Message("the executor")
        case "approval #", [number]:
            label = Message("group {number} of the approval block", number=number)
        case "approval #, signature #", [_, number]:
            label = Message("signature {number} of a group of the approval block", number=number)
        case _:
            label = _lost_of_others(name, numbers)
    return label


def _lost_of_others(name: str, numbers: list[int]) -> Message:
    match re.sub(r"\d+", "#", name), numbers:
        case "minutes heading", _:
            label = Message("the heading of the minutes")
        case "paragraph #", [number]:
            label = Message("the paragraph that was no. {number}", number=number)
        case "minutes signature #", [number]:
            label = Message("signature {number} of the minutes", number=number)
        case "appendix #, heading", [number]:
            label = Message("appendix {number}", number=number)
        case "appendix #, signature", [number]:
            label = Message("the signature of appendix {number}", number=number)
        case "appendix #, part #", [number, _]:
            label = Message("the text of appendix {number}", number=number)
        case "appendix #, part #, caption", [number, _]:
            label = Message("the caption of a table in appendix {number}", number=number)
        case "appendix #, part #, row #", [number, _, row]:
            label = Message("row {row} of appendix {number}", row=row, number=number)
        case _:
            label = Message("the part {name!r}", name=name)
    return label
