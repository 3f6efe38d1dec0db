"""The passport of a programme: a table of two columns, its facts written once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from roadmapkit.deadlines import Period, format_date
from roadmapkit.documents.tables import ColumnSpec, lay_out
from roadmapkit.documents.view import Cell, Line, ListMark, PartView, Row, Run, TableView
from roadmapkit.documents.wording import Wording, capitalize
from roadmapkit.model.directory import Group
from roadmapkit.model.program import (
    PASSPORT_KEYS,
    BulletList,
    Content,
    KnownRow,
    LabelledText,
    NumberedList,
    PassportKey,
    PassportRow,
    Program,
)
from roadmapkit.resolve import ResolvedProgram
from roadmapkit.resolve.programs import has_fact
from roadmapkit.source import Origin

__all__ = ["party_names", "passport_part", "period_words"]

_NAMES: dict[str, tuple[str, str]] = {
    "title": ("Наименование", "Наименование"),
    "grounds": ("Основание для разработки", "Основания для разработки"),
    "developers": ("Основной разработчик", "Основные разработчики"),
    "goals": ("Цель", "Цели"),
    "tasks": ("Задача", "Задачи"),
    "stages": ("Этап реализации", "Этапы реализации"),
    "results": ("Ожидаемый результат", "Ожидаемые результаты"),
    "indicators": ("Показатель", "Показатели"),
    "criteria": ("Критерий оценки реализации", "Критерии и показатели оценки реализации"),
    "risks": ("Риск и меры по его устранению", "Риски и меры по их устранению"),
    "executors": ("Исполнитель", "Исполнители"),
    "participants": ("Участник", "Участники"),
    "parties": ("Исполнители, участники", "Исполнители, участники"),
    "term": ("Сроки реализации", "Сроки реализации"),
    "control": ("Контроль реализации", "Контроль реализации"),
}
"""Usual names of rows: of one thing, of several."""

_LISTED = frozenset({"grounds"})
_NUMBERED = frozenset({"goals", "tasks", "results"})


def passport_part(program: ResolvedProgram, wording: Wording, width_mm: float) -> PartView | None:
    """Return the passport, None where the author wants none."""
    model = program.model
    if model.passport == ():
        return None
    composer = _Passport(program, wording)
    columns = (ColumnSpec("field", "", weight=30), ColumnSpec("value", "", weight=70))
    widths = lay_out(columns, width_mm)
    rows = []
    for name, lines, origin in composer.rows():
        head = Cell(wording.lines(name), width_mm=widths[0].width_mm, bold=True, origin=origin)
        texts = tuple(line.text for line in lines) or ("",)
        body = Cell(texts, width_mm=widths[1].width_mm, origin=origin, blocks=tuple(lines))
        rows.append(Row((head, body)))
    form = wording.phrase(wording.inside_sentence(model.form), "genitive", origin=program.origin)
    heading = model.passport_heading or f"Паспорт {form}"
    place = program.origin.child("passport_heading" if model.passport_heading else "passport")
    return PartView(
        "passport",
        Line(wording.one_line(heading.upper()), "heading", place),
        table=TableView(widths, (), tuple(rows), split_rows=True),
    )


def period_words(period: Period) -> str:
    """Return a period as a passport prints it, from day to day."""
    start = format_date(period.start, style="digits")
    return f"{start} – {format_date(period.end, style='digits')}"


def party_names(references: Sequence[str], wording: Wording) -> tuple[str, ...]:
    """Return the printed names of parties, their first letters capital."""
    return tuple(capitalize(wording.party_name(reference)) for reference in references)


class _Passport:
    """The rows of one passport."""

    def __init__(self, program: ResolvedProgram, wording: Wording) -> None:
        self._program = program
        self._model: Program = program.model
        self._wording = wording

    def rows(self) -> Iterator[tuple[str, list[Line], Origin]]:
        """Yield name, paragraphs and place of each row."""
        for index, row in enumerate(self._chosen()):
            at = self._program.origin.child("passport", index)
            if isinstance(row, PassportRow):
                place = at.child("value")
                yield row.field, list(self._contents(row.value, place)), at
                continue
            key = row.of if isinstance(row, KnownRow) else row
            if not has_fact(self._model, key):
                continue
            name = row.field if isinstance(row, KnownRow) else None
            lines = list(self._known(key))
            place = self._program.origin.child(key)
            yield name or self._name(key), lines, place

    def _chosen(self) -> Sequence[PassportKey | KnownRow | PassportRow]:
        if self._model.passport is not None:
            return self._model.passport
        apart = ("parties",) if not self._both() else ("executors", "participants")
        return [key for key in PASSPORT_KEYS if key not in apart]

    def _both(self) -> bool:
        return bool(self._model.executors and self._model.participants)

    def _name(self, key: str) -> str:
        one, several = _NAMES[key]
        found: object = getattr(self._model, key, ())
        if not isinstance(found, tuple):
            return one
        single = len(found) == 1 and not isinstance(found[0], NumberedList | BulletList)
        return one if single and key != "criteria" else several

    def _known(self, key: PassportKey) -> Iterator[Line]:
        model, origin = self._model, self._program.origin.child(key)
        match key:
            case "title":
                yield self._line(" ".join(model.title.split()), origin)
            case "term":
                yield from self._term(origin)
            case "developers" | "executors" | "participants" | "control":
                yield from self._names(getattr(model, key), origin)
            case "parties":
                yield from self._parties()
            case "risks":
                yield from self._risks(origin)
            case "stages":
                yield from self._stages(origin)
            case "indicators":
                names = tuple(indicator.name for indicator in model.indicators)
                yield from self._listed(names, origin, ordered=True)
            case _:
                yield from self._fact(key, getattr(model, key), origin)

    def _fact(self, key: str, contents: tuple[Content, ...], origin: Origin) -> Iterator[Line]:
        texts = tuple(text for text in contents if isinstance(text, str))
        if len(texts) == len(contents) > 1 and key in _LISTED | _NUMBERED:
            yield from self._listed(texts, origin, ordered=key in _NUMBERED)
        else:
            yield from self._contents(contents, origin)

    def _contents(self, contents: Sequence[Content], origin: Origin) -> Iterator[Line]:
        for index, content in enumerate(contents):
            place = origin.child(index)
            match content:
                case str():
                    for line in content.strip().split("\n"):
                        yield self._line(line, place)
                case LabelledText():
                    yield from self._labelled(content, place)
                case NumberedList():
                    yield from self._listed(content.numbered, place, ordered=True)
                case BulletList():
                    yield from self._listed(content.items, place, ordered=False)

    def _labelled(self, content: LabelledText, origin: Origin) -> Iterator[Line]:
        first, *more = content.text or ("",)
        label = f"{content.label.rstrip(': ')}:"
        look: tuple[Run, ...] = (Run(label, "underline" if content.underline else ""),)
        runs = self._wording.runs((*look, Run(f" {' '.join(first.split())}")) if first else look)
        text = "".join(run.text for run in runs)
        yield Line(text, "plain", origin, runs if content.underline else ())
        for text in more:
            yield self._line(text, origin)

    def _listed(self, texts: Sequence[str], origin: Origin, *, ordered: bool) -> Iterator[Line]:
        mark = ListMark(self._wording.new_list(), ordered=ordered, compact=True)
        for index, text in enumerate(texts):
            line = self._line(text, origin.child(index))
            yield replace(line, style="list", mark=mark)

    def _line(self, text: str, origin: Origin) -> Line:
        return Line(self._wording.one_line(text), "plain", origin)

    def _names(self, references: tuple[str, ...], origin: Origin) -> Iterator[Line]:
        names = party_names(references, self._wording)
        last = len(names) - 1
        for index, name in enumerate(names):
            mark = "" if index == last or name.endswith((";", ".")) else ";"
            yield self._line(f"{name}{mark}", origin.child(index))

    def _parties(self) -> Iterator[Line]:
        directory = self._program.directory
        for key in ("executors", "participants"):
            references = getattr(self._model, key)
            if not references:
                continue
            names = [self._wording.party_name(reference) for reference in references]
            mark = ";" if key == "executors" and self._model.participants else ""
            several = len(names) > 1 or isinstance(directory.lookup(references[0]), Group)
            text = f"{_NAMES[key][several]}: {', '.join(names)}{mark}"
            yield self._line(text, self._program.origin.child(key))

    def _term(self, origin: Origin) -> Iterator[Line]:
        if self._model.term:
            yield from self._contents(self._model.term, origin)
        elif self._program.period is not None:
            place = self._program.origin.child("period")
            yield self._line(period_words(self._program.period), place)

    def _risks(self, origin: Origin) -> Iterator[Line]:
        for index, risk in enumerate(self._model.risks):
            place = origin.child(index)
            yield from self._labelled(LabelledText(label="Риск", text=(risk.risk,)), place)
            if risk.measures:
                measures = LabelledText(label="Необходимо", text=risk.measures)
                yield from self._labelled(measures, place.child("measures"))

    def _stages(self, origin: Origin) -> Iterator[Line]:
        for index, stage in enumerate(self._model.stages):
            place = origin.child(index)
            title = f"{stage.title} ({stage.term})" if stage.term else stage.title
            if stage.text:
                content = LabelledText(label=title, text=stage.text, underline=False)
                yield from self._labelled(content, place)
            else:
                yield self._line(title, place)
