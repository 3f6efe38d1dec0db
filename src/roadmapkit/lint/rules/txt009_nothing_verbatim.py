"""What a document wants printed as it is written is there.

A key misspelt under ``verbatim`` would leave the text to typography without a word.
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapkit.diagnostics import Code, Diagnostic, Message, Severity
from roadmapkit.lint.engine import Rule
from roadmapkit.lint.subject import Subject
from roadmapkit.resolve.verbatim import keys_of, named_places

__all__ = ["RULE"]

_CODE = Code(
    "TXT009", "nothing-verbatim", Severity.ERROR, "A place to print as written that is not there"
)


def _check(subject: Subject) -> Iterator[Diagnostic]:
    for id_, document in sorted(subject.workspace.documents.items()):
        for index, name in enumerate(document.model.verbatim):
            if any(True for _ in named_places(document.origin, name)):
                continue
            yield _CODE.at(
                document.origin.child("verbatim", index).span,
                Message("Nothing in the document stands under {name!r}", name=name),
                hint=Message(
                    "Name a key of the document, or a place such as {example}: {keys}",
                    example="chapters.2.text",
                    keys=list(keys_of(document.origin)),
                ),
                documents=(id_,),
            )


RULE = Rule(_CODE, "files", _check)
