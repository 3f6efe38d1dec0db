"""CSV text into cells that know their place, as the values of a YAML document do.

::

    file   = [ "sep=" separator line-end ] heading { row }
    row    = cell { separator cell } line-end
    cell   = '"' { any character but '"' | '""' } '"' | { any but separator and line-end }
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from roadmapkit.diagnostics import Diagnostic, Message
from roadmapkit.lazily import dataclass, regex
from roadmapkit.source.csv_codes import CSV_FORM, CSV_ROW
from roadmapkit.source.document import SourceDocument
from roadmapkit.source.positions import MAPPING, SCALAR, SEQUENCE, Nodes
from roadmapkit.source.text import SourceText

__all__ = ["parse_csv"]

_SEPARATORS = ";\t,"
_QUOTED = regex(r'"((?:[^"]++|"")*+)"')
_DECLARED = regex(r"sep=([;,\t])(?:\r\n|\n|\r|$)", re.IGNORECASE)
_LINE_END = regex(r"\r\n|\n|\r")
_UNPRINTABLE = regex(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_UNQUOTED = {mark: regex(rf"[^{mark}\r\n]*") for mark in _SEPARATORS}


@dataclass(frozen=True, slots=True)
class _Cell:
    """A cell: its text, and where it begins and ends in the file."""

    text: str
    start: int
    end: int


class _BrokenError(Exception):
    """The text is no CSV from a place on."""

    def __init__(self, finding: Diagnostic) -> None:
        super().__init__(str(finding.message))
        self.finding = finding


def parse_csv(source: SourceText) -> tuple[SourceDocument | None, tuple[Diagnostic, ...]]:
    """Return the cells of a CSV file as a document ``{columns: […], rows: [[…], …]}``.

    The separator is the one of ``;``, tabulator and ``,`` that the heading has most of,
    or what a first line ``sep=;`` says. Rows without any text and columns without a
    heading at the right edge, which spreadsheets leave behind, are no part of the table.

    Returns:
        The document and no findings, or None and what is wrong with the file.
    """
    try:
        records = [record for record in _records(source) if any(cell.text for cell in record)]
    except _BrokenError as broken:
        return None, (broken.finding,)
    if not records:
        return None, (
            CSV_FORM.at(
                source.span(0, 0),
                Message("The file has no row of headings"),
                hint=Message("Let its first row name the columns, the others hold their cells"),
            ),
        )
    heading, *rows = records
    width = max(index for index, cell in enumerate(heading, start=1) if cell.text)
    found = [_uneven(source, row, width) for row in rows if _width(row, width) != width]
    if found:
        return None, tuple(found)
    return _document(source, heading[:width], [row[:width] for row in rows]), ()


def _width(row: Sequence[_Cell], width: int) -> int:
    """Return the number of cells; empty ones beyond the last heading do not count."""
    length = len(row)
    while length > width and not row[length - 1].text:
        length -= 1
    return length


def _uneven(source: SourceText, row: Sequence[_Cell], width: int) -> Diagnostic:
    return CSV_ROW.at(
        source.span(row[0].start, row[-1].end),
        Message("The row has {count} cells, the heading {width}", count=len(row), width=width),
        hint=Message(
            "Put a cell that holds the separator in quotation marks, or save the file with "
            "semicolons between cells"
        ),
    )


def _separator(text: str, start: int) -> str:
    """Return the separator that the row at *start* has most of outside quotation marks."""
    end = _LINE_END.search(text, start)
    line = _QUOTED.sub("", text[start : end.start() if end else len(text)])
    return max(_SEPARATORS, key=lambda mark: (line.count(mark), -_SEPARATORS.index(mark)))


def _records(source: SourceText) -> Iterator[list[_Cell]]:
    text = source.text
    wrong = _UNPRINTABLE.search(text)
    if wrong is not None:
        raise _broken(
            source,
            (wrong.start(), wrong.end()),
            Message("The file holds a character that no document can print"),
            Message("Delete it, or export the file again as «CSV UTF-8»"),
        )
    declared = _DECLARED.match(text)
    place = declared.end() if declared else 0
    separator = declared[1] if declared else _separator(text, place)
    while place < len(text):
        record: list[_Cell] = []
        while True:
            cell = _cell(source, place, separator)
            record.append(cell)
            place = cell.end
            if text[place : place + 1] != separator:
                break
            place += 1
        yield record
        end = _LINE_END.match(text, place)
        place = end.end() if end else place


def _cell(source: SourceText, place: int, separator: str) -> _Cell:
    text = source.text
    if not text.startswith('"', place):
        plain = _UNQUOTED[separator].match(text, place)
        end = plain.end() if plain else place
        return _Cell(text[place:end].strip(), place, end)
    quoted = _QUOTED.match(text, place)
    if quoted is None:
        raise _broken(
            source,
            (place, place + 1),
            Message("The quotation mark that begins this cell is never closed"),
            Message("Close it, or double the quotation marks inside the cell"),
        )
    end = quoted.end()
    if end < len(text) and text[end] not in f"{separator}\r\n":
        raise _broken(
            source,
            (place, end + 1),
            Message("The cell goes on after its closing quotation mark"),
            Message("Double the quotation marks inside the cell: {example}", example='"a ""b"" c"'),
        )
    return _Cell(quoted[1].replace('""', '"').strip(), place, end)


def _broken(
    source: SourceText, place: tuple[int, int], message: Message, hint: Message
) -> _BrokenError:
    return _BrokenError(CSV_FORM.at(source.span(*place), message, hint=hint))


def _document(
    source: SourceText, heading: Sequence[_Cell], rows: Sequence[Sequence[_Cell]]
) -> SourceDocument:
    """Return the cells with their places, laid out as those of a YAML document are."""
    nodes = Nodes()
    whole = (heading[0].start, rows[-1][-1].end if rows else heading[-1].end)

    def opened(place: tuple[int, int], kind: int, name: str = "") -> int:
        node = len(nodes.starts)
        nodes.starts.append(place[0])
        nodes.ends.append(place[1])
        nodes.after.append(node + 1)
        nodes.kinds.append(kind)
        if name:
            nodes.names[node] = name
        return node

    def listed(cells: Sequence[_Cell]) -> None:
        row = opened((cells[0].start, cells[-1].end), SEQUENCE)
        for cell in cells:
            opened((cell.start, cell.end), SCALAR)
        nodes.after[row] = len(nodes.starts)

    root = opened(whole, MAPPING)
    opened(whole, SCALAR, "columns")
    listed(heading)
    opened(whole, SCALAR, "rows")
    body = opened(whole, SEQUENCE)
    for row in rows:
        listed(row)
    nodes.after[body] = nodes.after[root] = len(nodes.starts)
    data = {
        "columns": [cell.text for cell in heading],
        "rows": [[cell.text for cell in row] for row in rows],
    }
    return SourceDocument(source, data, (), nodes)
