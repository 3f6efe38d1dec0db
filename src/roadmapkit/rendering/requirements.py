"""What a template of a kind has to print: the texts that the packaged template prints."""

from __future__ import annotations

from functools import cache

from roadmapkit.rendering.compiled import read_part
from roadmapkit.rendering.sandbox import TemplateEnvironment
from roadmapkit.rendering.shapes import Shape, document_fields, fields_of, same_as
from roadmapkit.rendering.tag_tree import read_tree
from roadmapkit.rendering.tags import FUNCTIONS
from roadmapkit.rendering.template import Template
from roadmapkit.resources import table

__all__ = ["fields_of_packaged", "fields_used", "own_names", "required_fields", "shape_at"]


def own_names(kind: str) -> tuple[str, ...]:
    """Return the names that a template of a kind may begin with, in their order.

    Parts of a document that the packaged template never prints are always absent in
    documents of this kind: an order has no text of minutes.

    Raises:
        RenderError: There is no packaged template of that kind.
    """
    return tuple(_of_packaged(kind)["names"])


def required_fields(kind: str) -> frozenset[str]:
    """Return the paths of the texts that a template of a kind should not leave out.

    Raises:
        RenderError: There is no packaged template of that kind.
    """
    return frozenset(_of_packaged(kind)["required"])


def _of_packaged(kind: str) -> dict[str, list[str]]:
    known = _table().get(kind)
    return known if known is not None else fields_of_packaged(kind)


@cache
def _table() -> dict[str, dict[str, list[str]]]:
    # Written by tools/packaged_templates.py: to read the packaged template of a kind anew
    # takes longer than to look a house's own through.
    found: dict[str, dict[str, list[str]]] = table(__file__, "data/packaged_templates")
    return found


def fields_of_packaged(kind: str) -> dict[str, list[str]]:
    """Read from a packaged template what is asked of those that stand in for it.

    Returns:
        ``names``: the names that templates of the kind may begin with, in their order;
        ``required``: paths of the texts that they should not leave out, sorted.

    Raises:
        RenderError: There is no packaged template of that kind.
    """
    used = fields_used(Template.packaged(kind))
    begun = {path.partition(".")[0].removesuffix("[]") for path in used}
    names = [
        name
        for name, shape in document_fields().items()
        if not (shape.optional and shape.kind == "group") or name in begun
    ]
    return {"names": names, "required": sorted(filter(_is_told, used))}


def fields_used(template: Template) -> set[str]:
    """Return the paths of the fields that a template prints or works with.

    Raises:
        RenderError: The template cannot be read.
    """
    environment = TemplateEnvironment()
    used: set[str] = set()
    for name in template.package.texts:
        _, tree = read_part(environment, template.name, name, template.package.members[name])
        used |= read_tree(tree, FUNCTIONS).used
    return used


def _is_told(path: str) -> bool:
    """Tell whether a field holds words of the document that no other field holds too."""
    shape = shape_at(path)
    if shape.kind == "list" and shape.item is not None:
        shape = shape.item
    if shape.kind != "text" or shape.choices or path.endswith("[]"):
        return False
    holder, _, name = path.rpartition(".")
    counterparts = _counterparts(holder)
    return name not in counterparts


def _counterparts(path: str) -> set[str]:
    """Return the fields whose text is on the way to *path* told by another field already."""
    steps = path.split(".")
    told: set[str] = set()
    for index in range(1, len(steps)):
        holder = shape_at(".".join(steps[:index])).model
        name = steps[index].removesuffix("[]")
        if holder is not None and (other := same_as(holder, name)) is not None:
            told |= {other, "text"}
    return told


def shape_at(path: str) -> Shape:
    """Return what the field at a path is; ``name[]`` is an item of the list ``name``."""
    known = document_fields()
    shape = Shape("any")
    for step in path.split("."):
        shape = known.get(step.removesuffix("[]"), Shape("any"))
        if step.endswith("[]") and shape.item is not None:
            shape = shape.item
        known = fields_of(shape.model) if shape.model is not None else {}
    return shape
