"""Signed acts are frozen: what was signed is recorded and held against what prints today."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from pathlib import Path

from roadmapkit.building import codes
from roadmapkit.diagnostics import Diagnostic, Message
from roadmapkit.documents import DocumentView
from roadmapkit.documents.view import ActView, SheetView
from roadmapkit.language import plain
from roadmapkit.model.order import Order
from roadmapkit.source import Origin, parse_source, read_source

__all__ = ["LOCK_NAME", "Seal", "check_seal", "read_seals", "seal_of", "seals_text", "unsealed"]

LOCK_NAME = "signed.lock.yaml"

_WORDS = re.compile(r"\d+|\D+")

_HEADER = """\
# Оттиски подписанных актов. Записывает «roadmapkit register», руками не правят.
# Изменилось то, что акт печатает, – проверка назовёт место.
"""


@dataclass(frozen=True, slots=True)
class Seal:
    """What an act printed when it was signed, part by part.

    Attributes:
        parts: Short digest of each part's text, by name of the part.
    """

    parts: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class _Piece:
    """A part of an act: its name in the lock file, its name for people, what it prints."""

    name: str
    label: Message
    text: str
    origin: Origin | None


def seal_of(view: DocumentView) -> Seal:
    """Return the seal of what *view* prints; typography takes no part in it."""
    return Seal({piece.name: _digest(piece.text) for piece in _pieces(view)})


def _digest(text: str) -> str:
    return hashlib.sha256(plain(text).encode("utf-8")).hexdigest()[:16]


def _pieces(view: DocumentView) -> Iterator[_Piece]:
    act = view.act
    if act is not None:
        heading = (*act.letterhead, act.form, act.date, act.number, act.place, *act.title)
        label = Message("the heading of the act")
        yield _Piece("heading", label, "\n".join(heading), act.origin)
        label = Message("the preamble")
        yield _Piece("preamble", label, f"{act.preamble} {act.verb}", act.origin)
        for index, clause in enumerate(act.clauses, start=1):
            text = f"{clause.number} {clause.text}"
            label = Message("point {number}", number=clause.number.rstrip(".") or index)
            yield _Piece(f"clause {index}", label, text, clause.origin)
        yield from _signature_pieces(act)
    for index, sheet in enumerate(view.sheets, start=1):
        yield from _sheet_pieces(index, sheet)


def _signature_pieces(act: ActView) -> Iterator[_Piece]:
    signatures = [act.signature] if act.signature else []
    signatures += [person for group in act.approval for person in group.signatures]
    for index, signature in enumerate(signatures, start=1):
        text = "\n".join((*signature.post_lines, signature.name))
        label = Message("the signature of {name}", name=signature.name)
        yield _Piece(f"signature {index}", label, text, signature.origin)


def _sheet_pieces(number: int, sheet: SheetView) -> Iterator[_Piece]:
    name = f"appendix {number}"
    stamps = [line for stamp in sheet.stamps for line in stamp.lines]
    label = Message("the heading of appendix {number}", number=number)
    yield _Piece(f"{name}, heading", label, "\n".join((*stamps, *sheet.title)), sheet.origin)
    for index, part in enumerate(sheet.parts, start=1):
        lines = [line for line in (part.heading, *part.before, *part.after) if line]
        origin = lines[0].origin if lines else sheet.origin
        text = "\n".join(line.text for line in lines)
        label = Message("the text of appendix {number}", number=number)
        yield _Piece(f"{name}, part {index}", label, text, origin)
        rows = (*part.table.heading, *part.table.rows) if part.table else ()
        for position, row in enumerate(rows, start=1):
            text = "\n".join(line for cell in row.cells for line in cell.lines)
            origin = next((cell.origin for cell in row.cells if cell.origin), sheet.origin)
            label = Message("row {row} of appendix {number}", row=position, number=number)
            yield _Piece(f"{name}, part {index}, row {position}", label, text, origin)


def check_seal(id_: str, view: DocumentView, seal: Seal) -> Iterator[Diagnostic]:
    """Yield a finding for each part of a registered act that prints something else today."""
    pieces = list(_pieces(view))
    hint = Message("Take the change back, or make an act that amends this one")
    for piece in pieces:
        signed = seal.parts.get(piece.name)
        if signed == _digest(piece.text):
            continue
        span = piece.origin.span if piece.origin else None
        message = (
            Message(
                "The act {id!r} was signed without this text ({part})", id=id_, part=piece.label
            )
            if signed is None
            else Message(
                "The act {id!r} was signed with another text here ({part})",
                id=id_,
                part=piece.label,
            )
        )
        yield codes.CHANGED_AFTER_SIGNING.at(span, message, hint=hint, documents=(id_,))
    missing = _lost(set(seal.parts) - {piece.name for piece in pieces})
    if missing:
        origin = view.act.origin if view.act else None
        yield codes.CHANGED_AFTER_SIGNING.at(
            origin.child("id").span if origin else None,
            Message(
                "The signed text of the act {id!r} had more: {parts}",
                id=id_,
                parts=missing,
            ),
            hint=hint,
            documents=(id_,),
        )


def _lost(names: AbstractSet[str]) -> tuple[Message, ...]:
    """Return what the parts were, going by their names in the lock file.

    Of an appendix that is gone as a whole the rows are not told one by one.
    """
    gone = {name.removesuffix(", heading") for name in names if _is_appendix(name)}
    kept = sorted(
        (name for name in names if _is_appendix(name) or name.partition(",")[0] not in gone),
        key=lambda name: [int(word) if word.isdigit() else word for word in _WORDS.findall(name)],
    )
    return tuple(map(_lost_part, kept))


def _is_appendix(name: str) -> bool:
    return name.startswith("appendix ") and name.endswith(", heading")


def _lost_part(name: str) -> Message:
    numbers = [int(word) for word in _WORDS.findall(name) if word.isdigit()]
    match re.sub(r"\d+", "#", name), numbers:
        case "heading", _:
            label = Message("the heading of the act")
        case "preamble", _:
            label = Message("the preamble")
        case "clause #", [number]:
            label = Message("the clause that was no. {number}", number=number)
        case "signature #", [number]:
            label = Message("signature {number}", number=number)
        case "appendix #, heading", [number]:
            label = Message("appendix {number}", number=number)
        case "appendix #, part #, row #", [number, _, row]:
            label = Message("row {row} of appendix {number}", row=row, number=number)
        case "appendix #, part #", [number, _]:
            label = Message("the text of appendix {number}", number=number)
        case _:
            label = Message("the part {name!r}", name=name)
    return label


def unsealed(id_: str, view: DocumentView, act: Order) -> Diagnostic:
    """Return the note that what a registered act printed at signing is not recorded."""
    origin = view.act.origin if view.act else None
    day = act.date.isoformat() if act.date else "YYYY-MM-DD"
    return codes.NOT_SEALED.at(
        origin.child("state").span if origin else None,
        Message("What the act {id!r} printed when it was signed is not recorded", id=id_),
        hint=Message(
            "Record it, so that later changes are noticed: "
            "roadmapkit register {id} --date {day} --number {number}",
            id=id_,
            day=day,
            number=act.number or "N",
        ),
        documents=(id_,),
    )


def read_seals(root: Path) -> tuple[dict[str, Seal], tuple[Diagnostic, ...]]:
    """Return the recorded seals by id of the act.

    Args:
        root: Folder of the workspace.

    Returns:
        The seals and no findings, or none of them and what is wrong with the lock file.
    """
    if not (root / LOCK_NAME).is_file():
        return {}, ()
    source, found = read_source(root, Path(LOCK_NAME))
    parsed = parse_source(source) if source is not None else None
    if parsed is None or parsed.diagnostics:
        return {}, parsed.diagnostics if parsed else found
    seals = {
        str(id_): Seal({str(part): str(digest) for part, digest in parts.items()})
        for document in parsed.documents
        for id_, parts in document.data.items()
        if isinstance(parts, dict)
    }
    return seals, ()


def seals_text(seals: Mapping[str, Seal]) -> str:
    """Return the lock file for *seals*, sorted, so that merges stay small."""
    lines = [_HEADER]
    for id_ in sorted(seals):
        lines.append(f'"{id_}":\n')
        lines.extend(f'  "{name}": "{digest}"\n' for name, digest in seals[id_].parts.items())
    return "".join(lines)
