"""New items at the end of a list of a file; comments, order, quoting and line ends stay."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from roadmapkit.lazily import regex
from roadmapkit.source.document import SourceDocument
from roadmapkit.source.parse import parse_source
from roadmapkit.source.scalars import plain_value, written_scalar
from roadmapkit.source.text import SourceText

__all__ = ["Appended", "append_items"]

Appended = Mapping[str, str | Sequence[str]]
"""An item: texts, or lists of texts, by key."""

_STEP = 2
_BLANK = regex(r"(?:[ \t]*(?:\r\n|\r|\n))*")
_LINE_END = regex(r"\r\n|\r|\n|\Z")


def append_items(document: SourceDocument, key: str, items: Sequence[Appended]) -> str:
    """Return the text of the file with items added to a top-level list of a document.

    A list in block style goes on as it is indented; to one in brackets the items are
    added within the brackets; a list that is missing or empty is written in block style.

    Args:
        document: The document to change.
        key: Key of the list.
        items: What is added, in order.

    Raises:
        ValueError: The value is no list, or a place for the items cannot be found.
    """
    text = document.source.text
    if not items:
        return text
    held = document.data.get(key)
    if held is not None and not isinstance(held, list):
        message = f"{key!r} is no list"
        raise ValueError(message)
    wanted = [*(held or ()), *({k: _read(v) for k, v in item.items()} for item in items)]
    for place, added in _places(document, key, items, text):
        edited = text[: place[0]] + added + text[place[1] :]
        if _reads_as(document, edited, key, wanted):
            return edited
    message = f"there is no place for new items of {key!r}"
    raise ValueError(message)


def _read(value: str | Sequence[str]) -> object:
    """Return what a value is once it is read again: a whole number is no text."""
    if isinstance(value, str):
        return plain_value(value) if written_scalar(value) == value else value
    return [_read(one) for one in value]


def _places(
    document: SourceDocument, key: str, items: Sequence[Appended], text: str
) -> Iterator[tuple[tuple[int, int], str]]:
    """Yield stretches that may be replaced, with what by, the likeliest first."""
    newline = _newline(text)
    if key not in document.data:
        end = _line_end(text, document.extent(())[1])
        column = document.key_span(()).column - 1
        head = f"{newline}{' ' * column}{key}:"
        yield (end, end), head + _block(items, column + _STEP, newline)
        return
    start, end = document.extent((key,))
    bracketed = text[start : start + 1] == "["
    if bracketed and document.data[key]:
        yield from _in_brackets(text, end, items)
        return
    if not document.data[key]:
        column = document.key_span((key,)).column - 1
        block = _block(items, column + _STEP, newline)
        if bracketed or end > start:  # [] or null: the space before it goes too
            while start > 0 and text[start - 1] in " \t":
                start -= 1
            yield (start, end), block
        else:
            line = _line_end(text, end)
            yield (line, line), block
        return
    count = len(document.data[key])
    item = document.extent((key, count - 1))
    column = _dash_column(text, item[0])
    block = _block(items, column, newline)
    after = _line_end(text, item[1])
    yield (after, after), block
    # A block scalar with «+» owns the blank lines after it.
    blank = _BLANK.match(text, after)
    far = blank.end() if blank is not None else after
    yield (far, far), block.removeprefix(newline) + newline


def _in_brackets(
    text: str, end: int, items: Sequence[Appended]
) -> Iterator[tuple[tuple[int, int], str]]:
    close = end - 1
    last = len(text[:close].rstrip())
    flow = ", ".join(_flow(item) for item in items)
    for stop in (last, close):
        comma = "" if text[:stop].rstrip().endswith(",") else ","
        yield (stop, stop), f"{comma} {flow}"


def _flow(item: Appended) -> str:
    pairs = (
        f"{key}: {written_scalar(value, phrases=False)}"
        if isinstance(value, str)
        else f"{key}: [{', '.join(written_scalar(one, phrases=False) for one in value)}]"
        for key, value in item.items()
    )
    return f"{{{', '.join(pairs)}}}"


def _block(items: Sequence[Appended], column: int, newline: str) -> str:
    """Return items as lines in block style, each after a line end."""
    lines: list[str] = []
    for item in items:
        mark = f"{' ' * column}- "
        for key, value in item.items():
            if isinstance(value, str):
                lines.append(f"{mark}{key}: {written_scalar(value)}")
            else:
                lines.append(f"{mark}{key}:")
                inner = " " * (column + 2 * _STEP)
                lines += [f"{inner}- {written_scalar(one)}" for one in value]
            mark = " " * (column + _STEP)
    return "".join(newline + line for line in lines)


def _dash_column(text: str, start: int) -> int:
    """Return the column, from 0, of the dash before an item."""
    dash = text.rfind("-", 0, start)
    while dash > 0 and not text[dash + 1 : dash + 2].isspace():
        dash = text.rfind("-", 0, dash)
    line = max(text.rfind("\n", 0, dash), text.rfind("\r", 0, dash)) + 1
    return dash - line


def _newline(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"


def _line_end(text: str, place: int) -> int:
    match = _LINE_END.search(text, place)
    return match.start() if match else len(text)


def _reads_as(document: SourceDocument, edited: str, key: str, wanted: list[object]) -> bool:
    """Tell whether an edited file differs from what it was by the new items only."""
    source = document.source
    before = parse_source(source).documents
    after = parse_source(SourceText.from_string(source.path, edited)).documents
    if len(before) != len(after):
        return False
    number = next(
        index for index, one in enumerate(before) if one.extent(()) == document.extent(())
    )
    for index, (old, new) in enumerate(zip(before, after, strict=True)):
        expected = {**old.data, key: wanted} if index == number else old.data
        if new.data != expected:
            return False
    return True
