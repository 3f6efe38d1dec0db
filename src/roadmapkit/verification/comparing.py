"""How a file differs from what was built, each difference at its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from roadmapkit.diagnostics import Message
from roadmapkit.rendering.contents import Block, Contents
from roadmapkit.verification.formatting import (
    form_changes,
    look_changes,
    page_changes,
    table_changes,
)
from roadmapkit.verification.places import label_of, origin_of
from roadmapkit.verification.rebuilding import Rebuilt
from roadmapkit.verification.result import Difference, YamlPlace
from roadmapkit.verification.tracing import Leaf
from roadmapkit.verification.units import Pair, Unit, folded, pair_cells, pair_units, units_of
from roadmapkit.verification.yaml_lines import YamlLines

__all__ = ["compare_contents"]

_MOST_ALIKE = 10
"""Places with the same change of look that are told one by one."""


def compare_contents(rebuilt: Rebuilt, contents: Contents, lines: YamlLines) -> list[Difference]:
    """Return the differences between what was built and a file, in reading order.

    Args:
        rebuilt: What was built.
        contents: The file.
        lines: Finds the line of YAML that a place stands in.
    """
    return _Comparison(rebuilt, contents, lines).run()


class _Comparison:
    def __init__(self, rebuilt: Rebuilt, contents: Contents, lines: YamlLines) -> None:
        self._rebuilt = rebuilt
        self._old = rebuilt.contents
        self._new = contents
        self._lines = lines
        self._before: Unit | None = None

    def run(self) -> list[Difference]:
        pairs = pair_units(units_of(self._old), units_of(self._new))
        found: list[Difference] = []
        looks: list[Difference] = []
        tables: dict[int, int] = {}
        skipped = self._moved(pairs)
        for index, (old, new) in enumerate(pairs):
            if index in skipped:
                found.extend(skipped[index])
            elif old is not None and new is not None:
                if old.table is not None and new.table is not None:
                    tables.setdefault(old.table, new.table)
                found.extend(self._texts(old, new))
                looks.extend(self._looks(old, new))
            elif old is not None:
                label, place = self._where(old, 0, 0, 0, old.text, whole=True)
                found.append(Difference("removed", label, old.text, "", place))
            elif new is not None:
                found.append(self._added(new))
            self._before = old or self._before
        return [*found, *_gathered(looks), *self._whole(tables), *self._properties()]

    # -- texts -------------------------------------------------------------------------------

    def _texts(self, old: Unit, new: Unit) -> Iterator[Difference]:
        for was, now in pair_cells(old, new):
            before = self._blocks(self._old, old, was)
            after = self._blocks(self._new, new, now)
            if len(before) == len(after):
                for index, (one, other) in enumerate(zip(before, after, strict=True)):
                    yield from self._text(old, was or 0, index, one.text, other.text)
            else:
                texts = ["\n".join(block.text for block in blocks) for blocks in (before, after)]
                yield from self._text(old, was or 0, 0, *texts)

    def _blocks(self, contents: Contents, unit: Unit, cell: int | None) -> list[Block]:
        indexes = unit.cells[cell] if cell is not None else ()
        return [contents.blocks[index] for index in indexes]

    def _text(self, unit: Unit, cell: int, block: int, old: str, new: str) -> Iterator[Difference]:
        if old == new or folded(old) == folded(new):
            if old.strip() != new.strip() and _typeset(old) != _typeset(new):
                label, place = self._where(unit, cell, block, _first_difference(old, new), old)
                yield Difference("typography", label, old, new, place)
            return
        offset = _first_difference(old, new)
        label, place = self._where(unit, cell, block, offset, old, words=_changed_words(old, new))
        yield Difference("text", label, old, new, place)

    def _added(self, new: Unit) -> Difference:
        if self._before is None:
            return Difference("added", Message("at the beginning"), "", new.text)
        last = len(self._before.cells) - 1 if new.table is None else 0
        label, place = self._where(self._before, last, 0, 0, self._before.text, whole=True)
        return Difference("added", Message("after: {place}", place=label), "", new.text, place)

    def _moved(self, pairs: list[Pair]) -> dict[int, list[Difference]]:
        """Return what is told, instead of additions and removals, of moved and joined texts."""
        gone = {i: old for i, (old, new) in enumerate(pairs) if old is not None and new is None}
        come = {j: new for j, (old, new) in enumerate(pairs) if old is None and new is not None}
        found: dict[int, list[Difference]] = {}
        for i, old in gone.items():
            j = next((j for j, new in come.items() if new.key == old.key and j not in found), None)
            if j is not None:
                label, place = self._where(old, 0, 0, 0, old.text, whole=True)
                found[i] = [Difference("moved", label, old.text, old.text, place)]
                found[j] = []
        for i in range(len(pairs) - 1):
            if i not in found and i + 1 not in found:
                found.update(self._joined(pairs, i))
        return found

    def _joined(self, pairs: list[Pair], i: int) -> dict[int, list[Difference]]:
        """Return what is told of two neighbours of which one file has made one paragraph."""
        (old, new), (old_next, new_next) = pairs[i], pairs[i + 1]
        first, second = old, old_next
        if first is not None and second is not None and (new is None) != (new_next is None):
            whole = new or new_next
            if whole is not None and _run_together(first, second) == _squeezed(whole.text):
                label, place = self._where(first, 0, 0, 0, first.text)
                text = f"{first.text}\n{second.text}"
                return {i: [Difference("joined", label, text, whole.text, place)], i + 1: []}
        if new is not None and new_next is not None and (old is None) != (old_next is None):
            source = old or old_next
            if source is not None and _run_together(new, new_next) == _squeezed(source.text):
                label, place = self._where(source, 0, 0, 0, source.text)
                text = f"{new.text}\n{new_next.text}"
                return {i: [Difference("divided", label, source.text, text, place)], i + 1: []}
        return {}

    # -- looks -------------------------------------------------------------------------------

    def _looks(self, old: Unit, new: Unit) -> Iterator[Difference]:
        for was, now in pair_cells(old, new):
            before = self._blocks(self._old, old, was)
            after = self._blocks(self._new, new, now)
            for index, (one, other) in enumerate(zip(before, after, strict=False)):
                details = [*form_changes(one.form, other.form)]
                changed = list(look_changes(one, other))
                details += [message for message, _ in changed]
                if details:
                    text = changed[0][1] if changed else one.text
                    label, place = self._where(old, was or 0, index, 0, one.text)
                    yield Difference("formatting", label, text, text, place, tuple(details))

    def _whole(self, tables: dict[int, int]) -> Iterator[Difference]:
        """Yield what differs in tables and pages as a whole."""
        for old, new in sorted(tables.items()):
            details = tuple(table_changes(self._old.tables[old], self._new.tables[new]))
            if details:
                unit = next(unit for unit in units_of(self._old) if unit.table == old)
                place = self._where(unit, 0, 0, 0, unit.text)[1]
                label = Message("table {number}", number=old + 1)
                yield Difference("formatting", label, place=place, details=details)
        details = tuple(page_changes(self._old.pages, self._new.pages))
        if details:
            yield Difference("formatting", Message("the pages"), details=details)

    def _properties(self) -> Iterator[Difference]:
        label = Message("the properties of the file")
        old, new = self._old.properties, self._new.properties
        for name in ("title", "subject", "keywords", "description", "category"):
            was, now = old.get(name, ""), new.get(name, "")
            if was != now:
                yield Difference("properties", label, was, now, None, (_PROPERTIES[name],))

    # -- places ------------------------------------------------------------------------------

    def _where(  # the four numbers are one place
        self,
        unit: Unit,
        cell: int,
        block: int,
        offset: int,
        text: str,
        *,
        words: tuple[str, ...] = (),
        whole: bool = False,
    ) -> tuple[Message, YamlPlace | None]:
        """Return what stands at a place of the built document, and the YAML that printed it."""
        leaf = self._leaf(unit, cell, block, offset)
        if leaf is None:
            return self._untraced(unit), None
        view = self._rebuilt.view
        wanted = (*words, *re.findall(r"\w+", text))
        origin = origin_of(view, leaf, wanted)
        place = self._lines.place(origin, wanted) if origin is not None else None
        return label_of(view, leaf.path, whole_row=whole), place

    def _leaf(self, unit: Unit, cell: int, block: int, offset: int) -> Leaf | None:
        """Return what printed a letter, or the nearest thing of the same paragraph or row."""
        cells = unit.cells
        own = cells[cell] if cell < len(cells) else ()
        while block < len(own) - 1 and offset > len(self._old.blocks[own[block]].text):
            offset -= len(self._old.blocks[own[block]].text) + 1
            block += 1
        first = own[block : block + 1]
        for index in (*first, *own, *(index for other in cells for index in other)):
            trace = self._rebuilt.traces[index]
            if trace:
                before = [leaf for start, leaf in trace if start <= offset]
                return before[-1] if before and index in first else trace[0][1]
        return None

    def _untraced(self, unit: Unit) -> Message:
        if unit.story == "header":
            return Message("the header of the pages")
        if unit.story == "footer":
            return Message("the footer of the pages")
        if unit.table is not None:
            return Message("row {row} of table {table}", row=unit.row + 1, table=unit.table + 1)
        return Message("the text of the Word template")


_PROPERTIES = {
    "title": Message("title"),
    "subject": Message("subject"),
    "keywords": Message("keywords"),
    "description": Message("remarks"),
    "category": Message("category"),
}


def _gathered(looks: list[Difference]) -> Iterator[Difference]:
    """Yield changes of look; one that many places have in common is told once."""
    groups: dict[tuple[Message, ...], list[Difference]] = {}
    for item in looks:
        groups.setdefault(item.details, []).append(item)
    for details, items in groups.items():
        if len(items) <= _MOST_ALIKE:
            yield from items
            continue
        label = Message(
            "{count} places, the first: {place}", count=len(items), place=items[0].label
        )
        first = items[0]
        yield Difference("formatting", label, first.before, first.after, first.place, details)


def _first_difference(old: str, new: str) -> int:
    """Return the place in *old* of the first word that *new* does not have there."""
    words, others = re.findall(r"\s+|\S+", old), re.findall(r"\s+|\S+", new)
    place = 0
    for word, other in zip(words, others, strict=False):
        if word != other:
            return place
        place += len(word)
    return max(0, min(place, len(old) - 1))


def _changed_words(old: str, new: str) -> tuple[str, ...]:
    """Return the words of *old* that *new* does not have there, then those beside them."""
    words, others = re.findall(r"\w+", old), re.findall(r"\w+", new)
    matcher = SequenceMatcher(None, words, others, autojunk=False)
    changed: list[str] = []
    beside: list[str] = []
    for tag, first, last, _, _ in matcher.get_opcodes():
        if tag != "equal":
            changed += words[first:last]
            beside += [*words[max(0, first - 1) : first], *words[last : last + 1]]
    return (*changed, *beside)


def _typeset(text: str) -> str:
    """Return a text without what programs change on their own when they save."""
    return re.sub(r"[\u00ad\u200b\ufeff]", "", text).replace("\u2011", "-").strip()


def _squeezed(text: str) -> str:
    return re.sub(r"\s+", "", folded(text))


def _run_together(first: Unit, second: Unit) -> str:
    return _squeezed(first.text) + _squeezed(second.text)
