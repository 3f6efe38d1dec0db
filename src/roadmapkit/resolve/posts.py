"""How a post is called on a day: whose it is, and whether the holder is only acting."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from roadmapkit.diagnostics import Diagnostic, Message
from roadmapkit.model.directory import CaseForms, Person, Post
from roadmapkit.resolve import reference_codes as codes
from roadmapkit.resolve.directory.index import DirectoryIndex, post_title
from roadmapkit.source import Origin

__all__ = ["PostTitle", "check_vacancy", "held_posts", "person_meant", "title_on"]


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
    if _is_acting(post, directory, on, person):
        return PostTitle(_acting(text, forms), acting=True)
    return PostTitle(text, forms)


def _is_acting(post: Post, directory: DirectoryIndex, on: date | None, person: str | None) -> bool:
    if person is not None:
        held = directory.posts_of(person, on)
        return any(item.acting for item in held if item.post.id == post.id)
    return bool(post.appointments) and directory.holder(post.id, on).acting


def _acting(title: str, forms: CaseForms | None) -> str:
    from roadmapkit.language import Case, decline_phrase, inside_sentence  # loads a dictionary

    own = forms.genitive if forms is not None else None
    genitive = own or decline_phrase(title, Case.GENITIVE).form
    return f"исполняющий обязанности {inside_sentence(genitive)}"


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


def person_meant(directory: DirectoryIndex, reference: str, on: date | None) -> Person | None:
    """Return the person whom a name or an id means: himself, or as the holder of a post."""
    model = directory.lookup(reference)
    if isinstance(model, Post):
        return directory.holder(model.id, on).person
    return model if isinstance(model, Person) else None


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
        Message("Nobody holds the post {party!r} on {day}", party=title, day=f"{on:%d.%m.%Y}")
        if on is not None
        else Message("Nobody holds the post {party!r}", party=title),
        hint=Message("Add the appointment to the directory, or name the person here"),
        documents=(document,),
    )
