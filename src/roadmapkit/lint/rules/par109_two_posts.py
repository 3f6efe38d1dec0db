"""A person has one post in one document.

«Главный специалист МКУ «Центр»» among those who agreed the draft and «Главный специалист отдела
оценки МКУ «Центр»» as the compiler: the reader of one act cannot tell which is right. The rule
compares the posts that a document gives to the same surname and initials, and speaks where
each has at least three words and one has two that the other lacks; a post without its body
(«начальник отдела») is the short form of one with it.
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapkit.diagnostics import Code, Diagnostic, Message, Severity
from roadmapkit.lazily import regex
from roadmapkit.lint.engine import Rule
from roadmapkit.lint.people import people_in, stem_of
from roadmapkit.lint.subject import Subject
from roadmapkit.lint.texts import PrintedText
from roadmapkit.lint.word_roots import word_roots

__all__ = ["RULE"]

_CODE = Code("PAR109", "two-posts", Severity.WARNING, "A person with two posts in one document")
_WORDS = 3
_OTHER = 2
_BODY = regex(r"«|\b[А-ЯЁ]{2,}\b")
"""What shows that a post is written with its body, and so in full."""

_Person = tuple[str, str, str]
"""Document, beginning of the surname, initials."""


def _check(subject: Subject) -> Iterator[Diagnostic]:
    posts: dict[_Person, list[PrintedText]] = {}
    for text in subject.texts:
        if text.role == "post" and text.kind != "directory":
            person = _person(text)
            if person is not None:
                posts.setdefault(person, []).append(text)
    for (document, _, _), found in posts.items():
        first = found[0]
        for other in found[1:]:
            if _differ(first.text, other.text):
                yield _CODE.at(
                    other.origin.span,
                    Message(
                        "The post is {here!r} here and {there!r} on line {line}",
                        here=" ".join(other.text.split()),
                        there=" ".join(first.text.split()),
                        line=first.origin.span.line,
                    ),
                    hint=Message("Write one post in both places"),
                    documents=(document,),
                )
                break


def _person(text: PrintedText) -> _Person | None:
    """Return whom a post belongs to, where the same entry names the person."""
    beside = text.origin.document.value(text.origin.path[:-1])
    written = beside.get("person") or beside.get("name") if isinstance(beside, dict) else None
    if not isinstance(written, str):
        return None
    named = next(people_in(PrintedText(written, "person", text.origin, text.document, "")), None)
    if named is None:
        return None
    return text.document, stem_of(named.surname), named.initials


def _differ(one: str, two: str) -> bool:
    first, second = set(word_roots(one)), set(word_roots(two))
    if min(len(first), len(second)) < _WORDS:
        return False
    short = one if first <= second else two if second <= first else None
    if short is not None and not _BODY.search(short):
        return False
    return max(len(first - second), len(second - first)) >= _OTHER


RULE = Rule(_CODE, "parties", _check)
