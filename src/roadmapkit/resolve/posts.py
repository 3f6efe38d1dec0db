"""Officials on a day: how a post is called, who holds it, and whom words mean."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from roadmapkit.diagnostics import Diagnostic, Message
from roadmapkit.language import Case, FormLedger
from roadmapkit.lazily import dataclass
from roadmapkit.model.kinds import Person, Post
from roadmapkit.resolve import document_codes as codes
from roadmapkit.resolve.directory.index import DirectoryIndex, post_title
from roadmapkit.resolve.directory.presence import vacancy_message
from roadmapkit.resolve.parties.reading import PartyRef, resolve_parties
from roadmapkit.source import Origin

if TYPE_CHECKING:
    from roadmapkit.model.directory import CaseForms

__all__ = ["Official", "PostTitle", "check_vacancy", "held_posts", "official_meant", "title_on"]


@dataclass(frozen=True, slots=True)
class PostTitle:
    """The title of a post on a day, in the nominative.

    Attributes:
        text: «директор школы № 1», «исполняющий обязанности директора школы № 1».
        forms: The author's case forms, where they are forms of this very text.
        acting: The holder is only acting (исполняющий обязанности).
    """

    text: str
    forms: CaseForms | None = None
    acting: bool = False


@dataclass(frozen=True, slots=True)
class Official:
    """An official whom a document names: what is printed of him, and whom the directory means.

    Attributes:
        title: His post; None for one who holds none.
        name: His name as it is known, in any order; empty for a vacant post.
        person: Who he is; None for one whom the directory lacks, and for a vacant post.
        post: The post by which he is named, if he is.
    """

    title: PostTitle | None
    name: str
    person: Person | None = None
    post: Post | None = None


def title_on(
    post: Post,
    directory: DirectoryIndex,
    on: date | None,
    *,
    person: str | None = None,
    issuer: str | None = None,
) -> PostTitle:
    """Return how a post is called on a day.

    Args:
        post: The post.
        directory: Parties of the document's folder.
        on: The day; None asks for the appointment without a last day.
        person: Id of the one who is named beside the post; without it the holder's
            appointment counts.
        issuer: The body on whose letterhead the post stands: its name is left out.

    Source:
        ГОСТ Р 7.0.97, requisite «Подпись»: on a letterhead the post is printed
        without the organisation.
    """
    body = directory.organization(issuer) if issuer else None
    bare = body is not None and post.organization == body.id and not post.full
    text = post.title if bare else post_title(post, directory)
    forms = None if bare else post.forms
    words = _acting_words(post, directory, on, person)
    if words:
        asked = directory.forms_of(post.id, "full" if post.full else "title")
        return PostTitle(_acting(words, text, forms, asked), acting=True)
    return PostTitle(text, forms)


def _acting_words(
    post: Post, directory: DirectoryIndex, on: date | None, person: str | None
) -> str:
    if person is not None:
        held = directory.posts_of(person, on)
        return next((item.acting_as for item in held if item.post.id == post.id), "")
    return directory.holder(post.id, on).acting_as if post.appointments else ""


def _acting(words: str, title: str, own: CaseForms | None, forms: FormLedger) -> str:
    genitive = own.genitive if own is not None else None
    genitive = genitive or forms.phrase(title, Case.GENITIVE).form
    return f"{words} {forms.inside_sentence(genitive)}"


def held_posts(
    directory: DirectoryIndex, person: Person, on: date | None, *, issuer: str | None = None
) -> Iterator[PostTitle]:
    """Yield how the posts that a person holds on a day are called.

    Posts with appointments come before the post noted beside the person.

    Args:
        directory: Parties of the document's folder.
        person: The person.
        on: The day.
        issuer: As for :func:`title_on`.
    """
    for held in directory.posts_of(person.id, on):
        yield title_on(held.post, directory, on, person=person.id, issuer=issuer)
    if person.post:
        own = Post(id=person.id, title=person.post, organization=person.organization)
        yield title_on(own, directory, on, issuer=issuer)


def official_meant(
    directory: DirectoryIndex, reference: str, on: date | None, *, issuer: str | None = None
) -> Official | None:
    """Return the official whom an id or words mean, None where they mean none or several.

    Words are a written form of an entry, a post with its organisation in any of its
    forms, or post and name together, which are taken apart.

    Args:
        directory: Parties of the document's folder.
        reference: What the author wrote.
        on: The day.
        issuer: As for :func:`title_on`.
    """
    model = directory.lookup(reference)
    party = _only_party(directory, reference) if model is None else None
    if party is not None and party.kind == "role" and party.ref:
        model = directory.lookup(party.ref)
    if isinstance(model, Post):
        person = directory.holder(model.id, on).person
        title = title_on(model, directory, on, issuer=issuer)
        return Official(title, person.name if person else "", person, model)
    if isinstance(model, Person):
        first = next(held_posts(directory, model, on, issuer=issuer), None)
        return Official(first, model.name, model)
    if party is not None and party.kind == "person" and party.post:
        known = directory.person(party.ref) if party.ref else None
        return Official(PostTitle(party.post), known.name if known else party.normalized, known)
    return None


def _only_party(directory: DirectoryIndex, reference: str) -> PartyRef | None:
    """Return the party that a line of words names, None where it names something else too."""
    text = reference.strip()
    if "\n" in text:
        return None
    parties = resolve_parties(text, directory).parties
    return parties[0] if len(parties) == 1 and parties[0].text == text else None


def check_vacancy(
    post: Post, directory: DirectoryIndex, on: date | None, origin: Origin, document: str
) -> Iterator[Diagnostic]:
    """Yield the finding that a post which is to print with a name is vacant.

    Args:
        post: The post.
        directory: Parties of the document's folder.
        on: Day of the document.
        origin: Where the post is named.
        document: Id of the document.
    """
    if not directory.holder(post.id, on).vacant:
        return
    title = post_title(post, directory)
    yield codes.EMPTY_POST.at(
        origin.span,
        vacancy_message(title, directory.holder(post.id, on), on),
        hint=Message("Add the appointment to the directory, or name the person here"),
        documents=(document,),
    )
