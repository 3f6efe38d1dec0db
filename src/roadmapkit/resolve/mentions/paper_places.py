"""Where letters and the papers of documents name parties."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from roadmapkit.model.letter import Addressee
from roadmapkit.model.own_papers import Approver, GroupPaper
from roadmapkit.model.papers import CopyPaper
from roadmapkit.resolve.mentions.places import (
    Place,
    appendix_places,
    official_places,
    one_line,
)
from roadmapkit.resolve.resolved import ResolvedDocument
from roadmapkit.resolve.resolved_letter import ResolvedLetter
from roadmapkit.source import Origin

__all__ = ["letter_places", "paper_places"]


def letter_places(letter: ResolvedLetter) -> Iterator[Place]:
    """Yield the places of a letter; what it sends is documents of their own."""
    model, origin = letter.model, letter.origin
    if model.issuer:
        place = origin.child("issuer")
        yield Place("heading", "", one_line(model.issuer), place, model.issuer, "field")
    for index, line in enumerate(model.letterhead):
        yield Place("heading", "", one_line(line), _item(origin, "letterhead", index), line)
    yield Place("heading", "", one_line(model.title), origin.child("title"), model.title)
    for index, one in enumerate(model.to):
        place = _item(origin, "to", index)
        if isinstance(one, Addressee):
            yield _party(one.to, place.child("to"))
            for line in one.wording:
                yield Place("heading", "", one_line(line), place.child("wording"), line)
        else:
            yield _party(one, place)
    for key in ("salutation", "text", "purpose"):
        written = getattr(model, key)
        if isinstance(written, str):
            yield Place("preamble", "", one_line(written), origin.child(key), written)
    place = origin.child("signatory")
    yield from official_places("signatory", model.signatory, place, letter.signatory)
    executor = model.executor
    yield from official_places("executor", executor, origin.child("executor"))
    yield from appendix_places(letter.appendices)


def paper_places(document: ResolvedDocument) -> Iterator[Place]:
    """Yield the places of the papers that a document itself asks for.

    Of a signed one there are none: who approved it and certified it then does not change.
    """
    papers: Any = getattr(document.model, "papers", None)
    origin = document.origin.child("papers")
    if papers is None or getattr(document.model, "state", "") == "registered":
        return
    copy = getattr(papers, "copy_", None)
    if isinstance(copy, CopyPaper):
        yield from official_places("signatory", copy.certify, origin.child("copy", "certify"))
    elif isinstance(copy, str):
        yield from official_places("signatory", copy, origin.child("copy"))
    yield from _approval(getattr(papers, "approval", None), origin)
    for key in ("acquaintance", "groups"):
        asked = getattr(papers, key, None)
        for index, one in enumerate(asked if isinstance(asked, tuple) else ()):
            place = _item(origin, key, index)
            if isinstance(one, GroupPaper):
                yield _party(one.group, place.child("group"))
            else:
                yield _party(str(one), place)


def _approval(rounds: Any, origin: Origin) -> Iterator[Place]:
    for index, one in enumerate(rounds if isinstance(rounds, tuple) else ()):
        place = _item(origin, "approval", index)
        for position, entry in enumerate(one.people):
            line = _item(place, "people", position)
            if isinstance(entry, Approver):
                yield from official_places("approval", entry.who, line.child("who"))
            else:
                yield from official_places("approval", entry, line)


def _party(reference: str, origin: Origin) -> Place:
    return Place("role", "", one_line(reference), origin, reference, "field")


def _item(origin: Origin, key: str, index: int) -> Origin:
    """Return the place of an item of a list that may be written without one."""
    value = origin.document.value((*origin.path, key))
    return origin.child(key, index) if isinstance(value, list) else origin.child(key)
