"""A title has no full stop at its end.

It is no sentence; and where one section has a full stop and the others none, the reader looks
for a reason. Found are the titles of documents, and of sections where others have none.

Source: ГОСТ Р 7.0.97, реквизит «Заголовок к тексту»
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapkit.diagnostics import Code, Diagnostic, Message, Severity
from roadmapkit.lint.edits import replaced
from roadmapkit.lint.engine import Rule
from roadmapkit.lint.subject import Subject
from roadmapkit.lint.texts import PrintedText
from roadmapkit.lint.written_lists import ending_of

__all__ = ["RULE"]

_CODE = Code(
    "TYP022", "title-stop", Severity.INFO, "A title that ends with a full stop", fixable="safe"
)
_PARTS = frozenset({"sections", "chapters", "appendices"})


def _check(subject: Subject) -> Iterator[Diagnostic]:
    titles: dict[tuple[str, object], list[PrintedText]] = {}
    written = (text for text in subject.texts if text.role == "title" and len(text.origin.path) < 4)
    # A report bears the title of its plan, which is where it is written.
    for text in sorted(written, key=lambda text: text.kind == "progress"):
        path = text.origin.path
        whole = path == ("title",)
        if whole or (text.role == "title" and len(path) == 3 and path[0] in _PARTS):
            titles.setdefault((text.document, "" if whole else path[0]), []).append(text)
    told: set[str] = set()
    for (_, part), texts in titles.items():
        ended = [text for text in texts if ending_of(text.text) == "."]
        if not ended or ended[0].text in told or (part and len(ended) == len(texts)):
            continue
        told.add(ended[0].text)
        yield _finding(ended)


def _finding(titles: list[PrintedText]) -> Diagnostic:
    first = titles[0]
    end = len(first.text.rstrip())
    mends = [
        replaced(title, len(title.text.rstrip()) - 1, len(title.text.rstrip()), "")
        for title in titles
    ]
    return _CODE.at(
        first.span(end - 1, end),
        Message(
            "The title ends with a full stop: {title!r}; in the document: {times}",
            title=" ".join(first.text.split()[-4:]),
            times=len(titles),
        ),
        hint=Message("Delete the full stop"),
        norm="ГОСТ Р 7.0.97, реквизит «Заголовок к тексту»",
        documents=(first.document,),
        fix=tuple(edit for edits in mends for edit in edits),
    )


RULE = Rule(_CODE, "text", _check)
