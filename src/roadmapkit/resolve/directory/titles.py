"""How a post is called: its title with the organisation that it is in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roadmapkit.language import Case

if TYPE_CHECKING:
    from roadmapkit.model.directory import Post
    from roadmapkit.resolve.directory.index import DirectoryIndex  # it calls posts by their titles

__all__ = ["post_title"]


def post_title(post: Post, directory: DirectoryIndex, *, short: bool = False) -> str:
    """Return the full title of a post: its own, or the title with the organisation's name.

    The organisation stands in the genitive; its own form wins.

    Args:
        post: The post.
        directory: Where its organisation stands.
        short: The short name of the organisation, where it has one.
    """
    organization = directory.organization(post.organization) if post.organization else None
    if post.full or organization is None:
        return post.full or post.title
    name, own, key = organization.name, organization.forms, "name"
    if short and organization.short:
        name, own, key = organization.short, organization.short_forms, "short"
    if own is not None and own.genitive:
        return f"{post.title} {own.genitive}"
    forms = directory.forms_of(organization.id, key)
    return f"{post.title} {forms.phrase(name, Case.GENITIVE).form}"
