"""Where a programme names parties: its facts, the passport's own rows, chapters, indicators."""

from __future__ import annotations

from collections.abc import Iterator

from roadmapkit.model.base import Model
from roadmapkit.model.program import Program
from roadmapkit.resolve.mentions.places import (
    Place,
    appendix_places,
    official_places,
    one_line,
    table_places,
)
from roadmapkit.resolve.resolved import ResolvedChapter, ResolvedProgram
from roadmapkit.source import Origin

__all__ = ["program_places"]

_PARTIES = ("developers", "executors", "participants", "control")
_TEXTS = ("term", "grounds", "goals", "tasks", "stages", "results", "criteria", "risks")


def program_places(program: ResolvedProgram) -> Iterator[Place]:
    """Yield the places of a programme; a plan in it is a document of its own."""
    model, origin = program.model, program.origin
    yield Place("heading", "", one_line(model.title), origin.child("title"), model.title)
    for key in _PARTIES:
        for index, reference in enumerate(getattr(model, key)):
            place = origin.child(key, index)
            yield Place("role", "", one_line(reference), place, reference, "field")
    for place, text in _facts(model, origin):
        yield Place("section", "", one_line(text), place, text)
    for index, indicator in enumerate(model.indicators):
        place = origin.child("indicators", index)
        name = one_line(indicator.name)
        yield Place("section", "", name, place.child("name"), indicator.name)
        for position, reference in enumerate(indicator.responsible):
            at = place.child("responsible", position)
            yield Place("role", "", name, at, reference, "field")
    for chapter in program.chapters:
        yield from _chapter(chapter)
    yield from appendix_places(program.appendices)
    place = origin.child("compiler")
    yield from official_places("compiler", model.compiler, place, program.compiler)


def _chapter(resolved: ResolvedChapter) -> Iterator[Place]:
    chapter, place = resolved.chapter, resolved.origin
    if chapter.title:
        yield Place("section", "", one_line(chapter.title), place.child("title"), chapter.title)
    at = place.child("text" if chapter.text else "file")
    for paragraph in resolved.text.split("\n\n"):
        if paragraph.strip():
            yield Place("section", "", one_line(paragraph), at, paragraph)
    if resolved.table is not None:
        yield from table_places(resolved.table, "")


def _facts(model: Program, origin: Origin) -> Iterator[tuple[Origin, str]]:
    for key in (*_TEXTS, "passport", "yearly_results"):
        for index, value in enumerate(getattr(model, key) or ()):
            place = origin.child(key, index)
            if key == "passport" and isinstance(value, str):
                continue
            yield from _texts(value, place)


def _texts(value: object, place: Origin) -> Iterator[tuple[Origin, str]]:
    if isinstance(value, str):
        yield place, value
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _texts(item, place.child(index))
    elif isinstance(value, dict):
        for name, item in value.items():
            yield from _texts(item, place.child(name))
    elif isinstance(value, Model):
        for name in type(value).model_fields:
            if name != "of":
                yield from _texts(getattr(value, name), place.child(name))
