"""Who signs, and how a cell names its parties."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from roadmapkit.diagnostics import Diagnostic
from roadmapkit.language import FormLedger
from roadmapkit.model.kinds import Person, Post
from roadmapkit.model.signatory import Signatory, SignatoryDetails
from roadmapkit.resolve.directory.index import DirectoryIndex
from roadmapkit.resolve.named import OFFICIALS, Use, check_named
from roadmapkit.resolve.parties.reading import PartiesReading
from roadmapkit.resolve.posts import official_meant, title_on
from roadmapkit.resolve.resolved import ResolvedSignatory
from roadmapkit.source import Origin

__all__ = ["printed_cell", "resolve_signatory", "signature_name"]


def signature_name(name: str, forms: FormLedger) -> str:
    """Return «И.О. Фамилия» for a name in any order; other text stays.

    Args:
        name: The name.
        forms: What knows the order of names whose form does not tell it.

    Source:
        ГОСТ Р 7.0.97, requisite «Подпись».
    """
    parsed = forms.person_name(name)
    return parsed.written("initials-first") if parsed else name


def resolve_signatory(
    signatory: Signatory | None,
    directory: DirectoryIndex,
    on: date | None,
    origin: Origin,
    document: str,
    *,
    issuer: str | None = None,
) -> tuple[ResolvedSignatory | None, tuple[Diagnostic, ...]]:
    """Return who signs on a day, the post in the nominative, and what is wrong with it.

    Args:
        signatory: Id or written form of a post or a person, or both in full; None where
            nobody is named.
        directory: Parties of the document's folder.
        on: Day of the document.
        origin: Where the signatory stands.
        document: Id of the document.
        issuer: The body on whose letterhead the document stands: its name is left
            out of the post.
    """
    if signatory is None:
        return None, ()
    resolved = _Signing(directory, on, origin, issuer).resolve(signatory)
    findings = tuple(
        finding
        for reference, use, place in _references(signatory, origin)
        for finding in check_named(reference, directory, on, place, document, use=use)
    )
    return resolved, findings


def _references(signatory: Signatory, origin: Origin) -> Iterator[tuple[str, Use, Origin]]:
    """Yield what names the signatory, and what is wanted of it.

    Who gives post and person in full needs no directory.
    """
    if not isinstance(signatory, SignatoryDetails):
        yield str(signatory), Use(OFFICIALS, known=True, held=True), origin
        return
    if signatory.person:
        use = Use(OFFICIALS, known=not signatory.post, held=True)
        yield signatory.person, use, origin.child("person")
    if signatory.post:
        use = Use((Post, Person), held=not signatory.person)
        yield signatory.post, use, origin.child("post")


class _Signing:
    """How one signature is printed."""

    def __init__(
        self, directory: DirectoryIndex, on: date | None, origin: Origin, issuer: str | None
    ) -> None:
        self._directory = directory
        self._on = on
        self._origin = origin
        self._issuer = issuer

    def resolve(self, signatory: Signatory) -> ResolvedSignatory:
        if not isinstance(signatory, SignatoryDetails):
            return self._referred(str(signatory))
        if not signatory.person:
            return self._of_post(signatory.post or "")
        if not signatory.post:
            return self._referred(signatory.person)
        official = official_meant(self._directory, signatory.person, self._on)
        name = self._name(official.name if official else signatory.person)
        person = official.person.id if official and official.person else ""
        return self._signed(self._post_lines(signatory.post, person), name)

    def _of_post(self, post: str) -> ResolvedSignatory:
        """Return the signature of whoever holds a post; its own words print as they stand."""
        if self._directory.get(post.strip()) is not None:
            return self._referred(post)
        official = official_meant(self._directory, post, self._on)
        holds = official is not None and official.post is not None
        return self._signed(post, self._name(official.name) if official and holds else "")

    def _post_lines(self, written: str, person: str) -> str:
        entry = self._directory.get(written.strip())
        if entry is None:
            return written
        if not isinstance(entry.model, Post):
            return "\n".join(self._referred(written).post_lines)
        title = title_on(entry.model, self._directory, self._on, person=person, issuer=self._issuer)
        return _capital(title.text)

    def _referred(self, reference: str) -> ResolvedSignatory:
        official = official_meant(self._directory, reference, self._on, issuer=self._issuer)
        if official is not None:
            post = official.title.text if official.title else ""
            return self._signed(_capital(post), self._name(official.name))
        if self._directory.forms.is_person_name(reference):
            return self._signed("", self._name(reference))
        return self._signed(reference, "")

    def _name(self, name: str) -> str:
        return signature_name(name, self._directory.forms)

    def _signed(self, post: str, name: str) -> ResolvedSignatory:
        return ResolvedSignatory(tuple(post.strip().split("\n")), name, self._origin)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def printed_cell(
    written: Sequence[str], reading: PartiesReading, directory: DirectoryIndex, style: str
) -> tuple[str, ...]:
    """Return the lines of a cell of parties.

    Args:
        written: The author's lines; one that is an id prints as the directory says.
        reading: Whom they mean.
        directory: Parties of the document's folder.
        style: «как написано», or «по реестру»: every party by its printed name.
    """
    if style == "по реестру" and reading.parties:
        return tuple(
            _line(party.ref, directory) if party.ref else party.text for party in reading.parties
        )
    return tuple(
        line
        for text in written
        for line in _line(text.strip(), directory).split("\n")
        if line.strip()
    )


def _line(reference: str, directory: DirectoryIndex) -> str:
    """Return the printed name of an entry as a line of its own, other text as it is.

    A post, whose title the directory has in lower case, begins with a capital.
    """
    entry = directory.get(reference)
    name = directory.printed_name(reference)
    return _capital(name) if entry is not None and isinstance(entry.model, Post) else name
