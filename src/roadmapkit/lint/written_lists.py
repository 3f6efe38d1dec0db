"""Lists as their author typed them: lists of YAML, and paragraphs that begin with a mark."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from roadmapkit.lazily import dataclass, regex
from roadmapkit.lint.subject import Subject
from roadmapkit.lint.texts import PrintedText

__all__ = [
    "Item",
    "Paragraph",
    "WrittenList",
    "ending_of",
    "lists_of",
    "paragraphs_of",
    "written_lists",
]

_LISTS = frozenset(
    {"items", "numbered", "grounds", "tasks", "results", "developers", "goals", "criteria"}
    | {"decided", "people", "measures", "indicators"}
)
"""Keys whose values are lists that print one phrase below the other."""

_MARK = regex(r"[ \t]*(?P<mark>[-–—•*]|\d{1,2}[.)]|[а-яё]\))[ \t]+(?=\S)")
_LINE = regex(r"[^\n]+")
_FLOWING = frozenset({"heard", "intro", "closing"})
"""Keys of texts in which a line break is a space, and a blank line ends a paragraph."""

_FLOWING_IN = frozenset({"parts", "chapters"})
"""Keys below which ``text`` is such a text."""

_SHORTENED = regex(
    r"(?<![А-Яа-яЁё])(?:[а-яё]|др|пр|гг|им|уч|обл|руб|тыс|млн|чел|мин|кл|ст|экз|шт|см|пос|ул|час)\.$"
    r"|(?<![А-Яа-яЁё])[А-ЯЁ]\.$"
)
_LOST = regex(r"(?<!\w)и (?:др|пр|т\.\s?[дп]|тд|тп)$")

_END = 12
"""Letters at the end of a phrase among which a shortened last word stands."""


@dataclass(frozen=True, slots=True)
class Item:
    """One phrase of a list.

    Attributes:
        text: The text that it stands in.
        start: Its first character.
        end: The one after its last.
        mark: What it is marked with in a running text, empty in a list of YAML.
    """

    text: PrintedText
    start: int
    end: int
    mark: str = ""

    @property
    def words(self) -> str:
        """What it says."""
        return self.text.text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of a running text: an item of a list where it has a mark."""

    item: Item

    @property
    def listed(self) -> bool:
        """Whether it begins with the mark of a list."""
        return bool(self.item.mark)


@dataclass(frozen=True, slots=True)
class WrittenList:
    """Phrases below each other.

    Attributes:
        items: The phrases, two at least.
        role: The key that the list stands under.
        goes_on: A line in small letters, or an item of the list around it, follows the last one.
    """

    items: tuple[Item, ...]
    role: str
    goes_on: bool = False


def ending_of(words: str) -> str | None:
    """Return the mark that a phrase ends with, empty for none.

    Returns:
        None where it cannot be told: «и др.» ends with a full stop in any case.
    """
    plain = words.rstrip()
    last = plain[-1:]
    if last.isalpha():
        lost = last in "рдп" and _LOST.search(plain[-_END:])
        return None if lost else ""
    if last.isdigit():
        return ""
    if not plain or plain.endswith(("...", "…", ":", "!", "?")):
        return None
    if last == ".":
        return None if _SHORTENED.search(plain[-_END:]) else "."
    return last if last in ";," else ""


def paragraphs_of(text: PrintedText) -> Iterator[Paragraph]:
    """Yield the paragraphs of a running text as they are printed."""
    if "\n" not in text.text.strip():
        return
    flows = _flows(text)
    last: Item | None = None
    for match in _LINE.finditer(text.text):
        words = match[0].strip()
        begun = _MARK.match(match[0])
        end = match.start() + len(match[0].rstrip())
        goes_on = flows and last is not None and words and not begun
        if goes_on and last and text.text.count("\n", last.end, match.start()) < 2:
            last = Item(text, last.start, end, last.mark)
            continue
        if last is not None:
            yield Paragraph(last)
            last = None
        if words and not words.startswith("|"):  # a row of a table in Markdown
            start = match.start() + (begun.end() if begun else 0)
            last = Item(text, start, end, begun["mark"] if begun else "")
    if last is not None:
        yield Paragraph(last)


def _flows(text: PrintedText) -> bool:
    return text.role in _FLOWING or (
        text.role == "text" and not _FLOWING_IN.isdisjoint(text.origin.path)
    )


def written_lists(texts: Iterable[PrintedText]) -> Iterator[WrittenList]:
    """Yield the lists of documents: those of YAML, and those of running texts."""
    key: tuple[object, ...] = ()
    run: list[Item] = []
    role = ""
    for text in texts:
        place = _place(text)
        if place != key:
            yield from _closed(run, role)
            key, run, role = place, [], str(place[1]) if place else ""
        if place:
            run.append(Item(text, 0, len(text.text.rstrip())))
        elif "\n" in text.text:
            yield from _of_paragraphs(text)
    yield from _closed(run, role)


def lists_of(subject: Subject) -> tuple[WrittenList, ...]:
    """Return the lists of all documents."""
    return tuple(written_lists(subject.texts))


def _place(text: PrintedText) -> tuple[object, ...]:
    """Return the document, the key and the path of the list that a text is an item of."""
    path = text.origin.path
    if path[-1] == "text" and len(path) > 1 and isinstance(path[-2], int):
        path = path[:-1]
    if isinstance(path[-1], int) and len(path) > 1 and path[-2] in _LISTS:
        return (text.home, path[-2], *path[:-1])
    return ()


def _of_paragraphs(text: PrintedText) -> Iterator[WrittenList]:
    run: list[Item] = []
    for paragraph in paragraphs_of(text):
        same = bool(run) and (run[-1].mark[-1:] in ".)") == (paragraph.item.mark[-1:] in ".)")
        if not paragraph.listed or (run and not same):
            goes_on = paragraph.item.words[0].islower()
            if paragraph.listed:  # of the list around this one, unless a blank line parts them
                between = (run[-1].end, paragraph.item.start) if run else (0, 0)
                goes_on = text.text.count("\n", *between) < 2
            yield from _closed(run, text.role, goes_on=goes_on)
            run = []
        if paragraph.listed:
            run.append(paragraph.item)
    yield from _closed(run, text.role)


def _closed(run: list[Item], role: str, *, goes_on: bool = False) -> Iterator[WrittenList]:
    if len(run) > 1:
        yield WrittenList(tuple(run), role, goes_on)
