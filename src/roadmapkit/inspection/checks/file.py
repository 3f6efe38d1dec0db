"""What the file carries beside the text that is printed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from roadmapkit.diagnostics import Code, Message
from roadmapkit.inspection import codes
from roadmapkit.inspection.subject import Fault, Subject
from roadmapkit.rendering.reading import Trait

__all__ = ["check_file"]

_CLAUSE = "Готовый документ не несёт ничего, кроме своего текста"

_TRAITS: Mapping[Trait, tuple[Code, Message, Message]] = {
    "strict": (
        codes.STRICT,
        Message("the file is saved as Strict Open XML"),
        Message("save it as «Word document», which every program reads"),
    ),
    "macros": (
        codes.MACROS,
        Message("the document carries macros"),
        Message("save it as a document without macros (.docx)"),
    ),
    "active": (
        codes.ACTIVE,
        Message("the document carries an embedded object"),
        Message("replace it with a picture or a table"),
    ),
    "tracked": (
        codes.TRACKED,
        Message("tracked changes are left in the text; it was read as if they were accepted"),
        Message("accept or reject them before signing"),
    ),
    "comments": (
        codes.COMMENTS,
        Message("comments are left in the text"),
        Message("delete them before signing"),
    ),
    "hidden": (
        codes.HIDDEN,
        Message("some text is hidden; it was not looked at"),
        Message("show it or delete it"),
    ),
}


def check_file(subject: Subject) -> Iterator[Fault]:
    """Yield what a reader of the paper would not see."""
    traits = subject.document.traits
    for trait, (code, problem, hint) in _TRAITS.items():
        if trait in traits:
            yield Fault(code, problem, None, _CLAUSE, hint)
    for target in traits.get("external", ()):
        problem = Message("the document refers to an outside file {target!r}", target=target[:120])
        hint = Message("put the picture or text into the document")
        yield Fault(codes.EXTERNAL, problem, None, _CLAUSE, hint)
    for trait in ("missing", "damaged"):
        for part in traits.get(trait, ()):
            problem = Message("part {part!r} is missing or damaged; it was left out", part=part)
            hint = Message("open the document in Word, which may repair it, and save it again")
            yield Fault(codes.INCOMPLETE_FILE, problem, None, _CLAUSE, hint)
