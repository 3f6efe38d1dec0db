"""What organisations, people and posts are called on a day: names change, entries stay."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TypeVar

from roadmapkit.model.kinds import (
    FormerName,
    FormerOrganizationName,
    FormerTitle,
    Group,
    Organization,
    Person,
    Post,
)

__all__ = ["change_days", "dated", "former_name", "with_genre"]

_QUOTES = '«»"“”„'
_Former = TypeVar("_Former", FormerName, FormerOrganizationName, FormerTitle)


def dated(
    model: Organization | Person | Post | Group, on: date | None
) -> Organization | Person | Post | Group:
    """Return an entry with the names that it has on a day; its other names become the former.

    Args:
        model: The entry as the directory has it.
        on: The day; None asks for the present names.
    """
    match model:
        case Organization():
            return _organization(model, on)
        case Person() if model.former:
            return _person(model, on)
        case Post() if model.former:
            return _post(model, on)
    return model


def change_days(models: Iterable[Organization | Person | Post | Group]) -> Iterator[date]:
    """Yield the last day of each name that is no longer in use."""
    for model in models:
        if not isinstance(model, Group):
            yield from (former.until for former in model.former)


def with_genre(genre: str | None, name: str) -> str:
    """Return a name after its legal form: «МБОУ «Школа № 15»».

    A name without quotation marks gets them; one that begins with the form keeps it once.
    """
    bare = name.strip()
    if not genre or bare.casefold().startswith(f"{genre.casefold()} "):
        return name
    quoted = bare if any(sign in bare for sign in _QUOTES) else f"«{bare}»"
    return f"{genre} {quoted}"


def former_name(former: FormerName, person: Person) -> str:
    """Return a former name in full: a surname alone takes the first names of today."""
    words, today = former.name.split(), person.name.split()
    return " ".join([former.name, *today[1:]]) if len(words) == 1 else former.name


def _on(former: Iterable[_Former], on: date | None) -> _Former | None:
    """Return the former name that is in use on a day, None where it is the present one."""
    if on is None:
        return None
    names = sorted(former, key=lambda one: one.until)
    return next((one for one in names if on <= one.until), None)


def _organization(model: Organization, on: date | None) -> Organization:
    if not model.genre and not model.former:
        return model
    former = [
        one.model_copy(update={"name": with_genre(one.genre, one.name)}) for one in model.former
    ]
    aliases = (*model.aliases, model.name) if model.genre else model.aliases
    name = with_genre(model.genre, model.name)
    held = _on(former, on)
    if held is None:
        return model.model_copy(update={"name": name, "aliases": aliases, "former": tuple(former)})
    today = FormerOrganizationName(name=name, short=model.short, until=date.max, forms=model.forms)
    update: dict[str, object] = {
        "name": held.name,
        "short": held.short,
        "forms": held.forms,
        "short_forms": None,
        "aliases": aliases,
        "former": (*(one for one in former if one is not held), today),
    }
    return model.model_copy(update=update)


def _person(model: Person, on: date | None) -> Person:
    former = [one.model_copy(update={"name": former_name(one, model)}) for one in model.former]
    held = _on(former, on)
    if held is None:
        return model.model_copy(update={"former": tuple(former)})
    today = FormerName(name=model.name, until=date.max, forms=model.forms)
    others = (*(one for one in former if one is not held), today)
    update = {"name": held.name, "forms": held.forms, "former": others}
    return model.model_copy(update=update)


def _post(model: Post, on: date | None) -> Post:
    held = _on(model.former, on)
    if held is None:
        return model
    today = FormerTitle(title=model.title, full=model.full, until=date.max, forms=model.forms)
    others = (*(one for one in model.former if one is not held), today)
    update = {"title": held.title, "full": held.full, "forms": held.forms, "former": others}
    return model.model_copy(update=update)
