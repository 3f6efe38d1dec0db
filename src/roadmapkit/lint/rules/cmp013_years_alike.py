"""What is expected of each year differs from year to year.

A table with a column for each year and the same sentence in every one of them says once
what is expected, and nothing of the years: either one result is meant for the whole time,
or it was copied across and the growth never written down. Looked at are texts of three words
and more; one finding a table, where at least two rows are so.
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapkit.diagnostics import Code, Diagnostic, Message, Severity
from roadmapkit.lazily import regex
from roadmapkit.lint.engine import Rule
from roadmapkit.lint.printed_tables import PrintedRow, PrintedTable, printed_tables
from roadmapkit.lint.subject import Subject
from roadmapkit.lint.word_roots import word_roots

__all__ = ["RULE"]

_CODE = Code("CMP013", "years-alike", Severity.WARNING, "A row that expects the same of every year")
_YEAR = regex(r"\s*20\d\d(?:\s*[-–/]\s*(?:20)?\d\d)?(?:\s*(?:уч\.?|учебный))?\s*(?:год|г\.?)?\s*")
_WORDS = 3
_ROWS = 2


def _check(subject: Subject) -> Iterator[Diagnostic]:
    for table in printed_tables(subject):
        years = [at for at, name in enumerate(table.columns) if _YEAR.fullmatch(name)]
        alike = [row for row in table.rows if len(years) > 1 and _is_alike(row, table, years)]
        if len(alike) < _ROWS:
            continue
        yield _CODE.at(
            alike[0].cells[years[1]].origin.span,
            Message(
                "The same stands under every year: {text!r}; such rows: {count}",
                text=" ".join(alike[0].cells[years[0]].text.split()),
                count=len(alike),
            ),
            hint=Message("Say what is new in each year, or give one column to the whole time"),
            documents=(table.document,),
            also=[row.cells[years[1]].origin.span for row in alike[1:]],
        )


def _is_alike(row: PrintedRow, table: PrintedTable, years: list[int]) -> bool:
    if row.section is not None or len(row.cells) != len(table.columns):
        return False
    texts = {" ".join(row.cells[at].text.split()).casefold() for at in years}
    return len(texts) == 1 and len(word_roots(texts.pop())) >= _WORDS


RULE = Rule(_CODE, "completeness", _check)
