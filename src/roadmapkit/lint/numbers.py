"""Numbers as documents print them, list by list, and where a list goes wrong."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from enum import Enum
from functools import lru_cache

from roadmapkit.diagnostics import Edit, Span
from roadmapkit.lazily import dataclass, regex
from roadmapkit.source import Origin
from roadmapkit.source.within import edit_within

__all__ = [
    "Break",
    "Fault",
    "Numbered",
    "NumberedList",
    "are_even",
    "breaks",
    "odd_marks",
    "parts_of",
    "renumbered",
]

_NUMBER = regex(r"(?:№\s*)?(\d{1,3}(?:\.\d{1,3}){0,3})\s*([.)]?)")
_FEW = 3
"""Shortest list in which the odd one out can be told."""


@dataclass(frozen=True, slots=True)
class Numbered:
    """A number in a list.

    Attributes:
        text: The number as it is printed.
        place: Where it stands, or what has it.
        origin: The value that is the number and nothing else; None where there is none.
    """

    text: str
    place: Span | Origin
    origin: Origin | None = None

    @property
    def span(self) -> Span:
        """Where it stands, or what has it."""
        return self.place if isinstance(self.place, Span) else self.place.span

    @property
    def parts(self) -> tuple[int, ...]:
        """The figures; empty where it is no number, such as a letter."""
        return parts_of(self.text)

    @property
    def mark(self) -> str:
        """What stands behind the figures: a dot, a bracket or nothing."""
        return _read(self.text)[1]

    def written_as(self, text: str, *, safe: bool) -> tuple[Edit, ...]:
        """Return the edit that writes another number here; nothing where none was typed."""
        if self.origin is None:
            return ()
        value = self.origin.document.value(self.origin.path)
        if not isinstance(value, str):
            return (Edit(self.origin.span, text, safe),)
        start = len(value) - len(value.lstrip())
        return edit_within(self.origin, start, len(value.rstrip()), text, safe=safe)

    def with_last(self, value: int) -> str:
        """Return the number with another last figure and all else as it is."""
        match = _NUMBER.fullmatch(self.text.strip())
        if match is None:
            return self.text
        figures = ".".join((*match[1].split(".")[:-1], str(value)))
        start, end = match.span(1)
        plain = self.text.strip()
        return plain[:start] + figures + plain[end:]


def parts_of(text: str) -> tuple[int, ...]:
    """Return the figures of a number; empty where it is none, such as a letter."""
    return _read(text)[0]


@lru_cache(maxsize=4096)  # several rules ask for the same numbers of every plan
def _read(text: str) -> tuple[tuple[int, ...], str]:
    match = _NUMBER.fullmatch(text.strip())
    return (tuple(map(int, match[1].split("."))), match[2]) if match else ((), "")


@dataclass(frozen=True, slots=True)
class NumberedList:
    """Numbers of one level in the order of printing.

    Attributes:
        document: Id of the document.
        items: The numbers; what has none is left out.
        kind: What is numbered; marks are compared within a kind.
        owner: Number of what the list belongs to, empty without one.
        restarts: The list may begin at 1 again, as a text with several lists does.
        follows: Last number of the list before it, where the count may go on from there.
        even: Every number is the next one to that before it, and written alike: what holds for
            the first holds for all. A list of which it is not known is looked at item by item.
    """

    document: str
    items: Sequence[Numbered]
    kind: str = ""
    owner: tuple[int, ...] = ()
    restarts: bool = False
    follows: int | None = None
    even: bool = False

    @property
    def telling(self) -> Sequence[Numbered]:
        """The numbers that a rule must look at: the first one where all are like it."""
        return self.items[:1] if self.even else self.items

    def values(self) -> Iterator[tuple[Numbered, int]]:
        """Yield the numbers with their last figures."""
        for item in self.telling:
            if item.parts:
                yield item, item.parts[-1]


def are_even(texts: Sequence[str]) -> bool:
    """Tell whether numbers count up by one from the first and are written as it is."""
    first = _NUMBER.fullmatch(texts[0]) if texts else None
    if first is None:
        return False
    begun, dot, last = first[1].rpartition(".")
    before, behind = texts[0][: first.start(1)] + begun + dot, texts[0][first.end(1) :]
    counted = range(int(last), int(last) + len(texts))
    return [f"{before}{number}{behind}" for number in counted] == list(texts)


class Fault(Enum):
    """What is wrong with a number in its list."""

    DUPLICATE = "duplicate"
    GAP = "gap"
    ORDER = "order"
    RESTART = "restart"
    START = "start"


@dataclass(frozen=True, slots=True)
class Break:
    """A number that does not follow the one before it."""

    fault: Fault
    item: Numbered
    expected: int
    position: int = 0


def renumbered(numbers: NumberedList, found: Break) -> tuple[Edit, ...]:
    """Return the edits that give a repeated number its place in the count.

    Where the numbers behind it go on from that place, or there are none, one edit is enough
    and safe. Else the numbers behind it move up by one as long as they follow each other,
    which a person should look at: something may refer to them.
    """
    values = list(numbers.values())
    behind = values[found.position + 1 :]
    certain = not behind or behind[0][1] == found.expected + 1
    edits = list(found.item.written_as(found.item.with_last(found.expected), safe=certain))
    expected = found.expected
    for item, value in behind if edits and not certain else ():
        if value != expected:
            break
        expected += 1
        moved = item.written_as(item.with_last(expected), safe=False)
        if not moved:
            return ()
        edits += moved
    return tuple(edits)


def breaks(numbers: NumberedList) -> Iterator[Break]:
    """Yield where the count goes wrong, once for each cause.

    In «7, 7, 9» the second 7 stands for 8, and 9 is no gap; in «1, 2, 5, 3, 4» only the 5
    is out of place.
    """
    before = last = 0
    slipped = False
    seen: set[int] = set()
    for position, (item, value) in enumerate(numbers.values()):
        fault = None
        if position == 0:
            if value != 1 and value - 1 != numbers.follows:
                fault = Fault.START
        elif value == 1 and last > 1 and numbers.restarts:
            seen.clear()
        elif value == last + 1 or (slipped and value in {before + 1, before + 2}):
            pass
        elif value == 1 and last > 1:
            fault = Fault.RESTART
            seen.clear()
        elif value in seen:
            fault = Fault.DUPLICATE
        else:
            fault = Fault.GAP if value > last else Fault.ORDER
        if fault is not None:
            yield Break(fault, item, last + 1, position)
        slipped = fault is not None and fault not in {Fault.START, Fault.RESTART}
        before, last = last, value
        seen.add(value)


def odd_marks(lists: Iterable[Sequence[Numbered]]) -> Iterator[tuple[str, list[Numbered]]]:
    """Yield the mark that most numbers of a document have, and those that have another.

    Numbers of one level are compared: «1.» beside «1.1» is no slip.
    """
    levels: dict[int, list[Numbered]] = {}
    for items in lists:
        for item in items:
            if item.parts:
                levels.setdefault(len(item.parts), []).append(item)
    for _, items in sorted(levels.items()):
        counted = Counter(item.mark for item in items)
        usual, times = counted.most_common(1)[0]
        odd = [item for item in items if item.mark != usual]
        if odd and len(items) >= _FEW and times >= 2 * len(odd):
            yield usual, odd
