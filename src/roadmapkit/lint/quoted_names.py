"""Names in quotation marks that the documents of one set write in several ways."""

from __future__ import annotations

import re
from collections.abc import Iterator

from roadmapkit.diagnostics import Span
from roadmapkit.lazily import dataclass, regex
from roadmapkit.lint.document_sets import AnyText
from roadmapkit.lint.word_roots import word_roots

__all__ = ["QuotedName", "quoted_names", "spelling"]

_QUOTED = regex(r"(?:(?P<form>[А-ЯЁ]{2,}|учреждени\w+|организаци\w+)\s+)?«(?P<name>[^«»\n]{5,80})»")
_MARKS = regex(r"[^\w\s]+")
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class QuotedName:
    """A name in quotation marks.

    Attributes:
        written: As it stands.
        of_body: An abbreviation of a legal form stands before it: it is never declined.
        roots: What all its spellings share.
        text: The text.
        start: First character of the name.
        end: The one after its last.
    """

    written: str
    of_body: bool
    roots: tuple[str, ...]
    text: AnyText
    start: int
    end: int

    @property
    def span(self) -> Span:
        """Where it stands."""
        return self.text.span(self.start, self.end)


def quoted_names(text: AnyText) -> Iterator[QuotedName]:
    """Yield the names of two words and more in a text."""
    for match in _QUOTED.finditer(text.text) if "«" in text.text else ():
        roots = word_roots(match["name"])
        if len(roots) >= _FEWEST:
            written = " ".join(match["name"].split())
            form = match["form"] is not None
            yield QuotedName(written, form, roots, text, match.start("name"), match.end("name"))


def spelling(name: QuotedName) -> str:
    """Return what makes two names one: the letters for a body, else the marks among the words.

    A name of a body does not decline; others do («дорожная карта», «дорожной карты»), and
    only their marks tell a slip.
    """
    plain = " ".join(name.written.split()).casefold().replace("ё", "е")
    if name.of_body:
        return re.sub(r"[\W_]+", "", plain)
    return "".join(_MARKS.findall(plain.replace("-", "").replace("–", "").replace(".", "")))
