"""Programmes: their chapters with text and plans, whom they name, what they leave unprinted."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from roadmapkit.diagnostics import Diagnostic, Message
from roadmapkit.model.program import PASSPORT_KEYS, Chapter, KnownRow, Program
from roadmapkit.resolve import program_codes as codes
from roadmapkit.resolve.data_tables import resolve_table
from roadmapkit.resolve.named import Use, check_named
from roadmapkit.resolve.people import resolve_signatory
from roadmapkit.resolve.references import missing_roadmap
from roadmapkit.resolve.resolved import (
    ResolvedAppendix,
    ResolvedChapter,
    ResolvedProgram,
    ResolvedRoadmap,
)
from roadmapkit.resolve.roadmaps import resolve_period
from roadmapkit.resolve.surroundings import Surroundings
from roadmapkit.source import NodePath, Origin, SourceText

__all__ = ["ProgramResolver", "has_fact"]

_PARTIES = ("developers", "executors", "participants", "control")


def has_fact(program: Program, key: str) -> bool:
    """Tell whether a programme has what a row of the passport called *key* prints."""
    if key == "parties":
        return bool(program.executors or program.participants)
    if key == "term":
        return bool(program.term or program.period)
    return bool(getattr(program, key))


class ProgramResolver:
    """Resolves one programme.

    Args:
        program: The programme.
        surroundings: What it is resolved in, with the plans that it prints.
        text_of: Returns the file of text that a chapter names, None where it cannot be had.
    """

    def __init__(
        self,
        program: Program,
        surroundings: Surroundings,
        text_of: Callable[[str], SourceText | None],
    ) -> None:
        self._program = program
        self._surroundings = surroundings
        self._origin = surroundings.origin
        self._text_of = text_of
        self.diagnostics: list[Diagnostic] = []

    def resolve(self, appendices: tuple[ResolvedAppendix, ...]) -> ResolvedProgram:
        """Return the programme, its files left open; findings gather in ``diagnostics``."""
        around = self._surroundings
        program = self._program
        period, found = resolve_period(program, self._origin)
        self.diagnostics += found
        self._check_parties()
        self._check_passport()
        compiler, found = resolve_signatory(
            program.compiler,
            around.directory,
            around.as_of,
            self._origin.child("compiler"),
            program.id,
        )
        self.diagnostics += found
        return ResolvedProgram(
            model=program,
            origin=self._origin,
            period=period,
            chapters=self._chapters(),
            appendices=appendices,
            compiler=compiler,
            directory=around.directory,
            sources=(),
            as_of=around.as_of,
            prints=frozenset({*around.roadmaps, *around.programs}),
        )

    def _chapters(self) -> tuple[ResolvedChapter, ...]:
        """Return the chapters; what no chapter prints of indicators and plan comes last."""
        program = self._program
        resolved = [
            self._chapter(chapter, self._origin.child("chapters", index))
            for index, chapter in enumerate(program.chapters)
        ]
        if program.indicators and not any(chapter.indicators for chapter in program.chapters):
            place = self._origin.child("indicators")
            resolved.append(ResolvedChapter(Chapter(indicators=True), place))
        if program.yearly_results and not any(c.yearly_results for c in program.chapters):
            place = self._origin.child("yearly_results")
            resolved.append(ResolvedChapter(Chapter(yearly_results=True), place))
        if program.plan is not None and program.plan not in (c.plan for c in program.chapters):
            place = self._origin.child("plan")
            plan = self._plan(program.plan, place)
            if plan is not None:
                resolved.append(ResolvedChapter(Chapter(plan=program.plan), place, roadmap=plan))
        return tuple(resolved)

    def _chapter(self, chapter: Chapter, origin: Origin) -> ResolvedChapter:
        source = self._text_of(chapter.file) if chapter.file is not None else None
        own = (chapter.text, chapter.file, chapter.table, chapter.plan)
        facts = [key for key in ("indicators", "yearly_results") if getattr(chapter, key)]
        filled = [key for key in facts if getattr(self._program, key)]
        if not any(own) and not filled:
            self._nothing(origin, Message("The chapter has neither text nor table nor plan"))
        for key in set(facts) - set(filled):
            if any(own) or filled:
                message = Message("The programme has no {key!r} to print", key=key)
                self._nothing(origin.child(key), message)
        if chapter.text and source is not None:
            self._nothing(
                origin.child("file"),
                Message("The chapter has a text of its own and one in a file"),
                Message("Keep one of the two"),
            )
        table = None
        if chapter.table is not None:
            place, csv_of = origin.child("table"), self._surroundings.csv_of
            table, found = resolve_table(chapter.table, place, self._program.id, csv_of)
            self.diagnostics += found
        plan = self._plan(chapter.plan, origin.child("plan")) if chapter.plan else None
        text = chapter.text or (source.text if source else "")
        return ResolvedChapter(chapter, origin, text, None if chapter.text else source, plan, table)

    def _plan(self, id_: str, origin: Origin) -> ResolvedRoadmap | None:
        around = self._surroundings
        roadmap = around.roadmaps.get(id_)
        if roadmap is None:
            self.diagnostics.append(
                missing_roadmap(id_, origin, around.entries, around.broken, self._program.id)
            )
        return roadmap

    def _check_parties(self) -> None:
        around = self._surroundings
        for reference, path in _named(self._program):
            self.diagnostics += check_named(
                reference,
                around.directory,
                around.as_of,
                self._origin.child(*path),
                self._program.id,
                use=Use(),
            )

    def _check_passport(self) -> None:
        """Report rows that have nothing to print, and facts that no row prints."""
        program = self._program
        if program.passport is None:
            return
        printed: set[str] = set()
        for index, row in enumerate(program.passport):
            key = row if isinstance(row, str) else row.of if isinstance(row, KnownRow) else None
            if key is None:
                continue
            printed |= {key, *(("executors", "participants") if key == "parties" else ())}
            if not has_fact(program, key):
                place = self._origin.child("passport", index)
                self._nothing(place, Message("The programme has no {key!r} to print", key=key))
        for key in PASSPORT_KEYS:
            if key in printed or key in ("parties", "title", "term", "indicators"):
                continue
            if program.passport and has_fact(program, key):
                self.diagnostics.append(
                    codes.UNPRINTED_FACT.at(
                        self._origin.child(key).span,
                        Message("No row of the passport prints {key!r}", key=key),
                        hint=Message("Add {key!r} to the rows of the passport", key=key),
                        documents=(program.id,),
                    )
                )

    def _nothing(self, origin: Origin, message: Message, hint: Message | None = None) -> None:
        hint = hint or Message("Fill it in, or delete it")
        finding = codes.NOTHING_TO_PRINT.at(
            origin.span, message, hint=hint, documents=(self._program.id,)
        )
        self.diagnostics.append(finding)


def _named(program: Program) -> Iterator[tuple[str, NodePath]]:
    for key in _PARTIES:
        for index, reference in enumerate(getattr(program, key)):
            yield reference, (key, index)
    for index, indicator in enumerate(program.indicators):
        for position, reference in enumerate(indicator.responsible):
            yield reference, ("indicators", index, "responsible", position)
