"""What a template of a kind has to print: the texts that the packaged template prints."""

from __future__ import annotations

from functools import cache

from roadmapkit.rendering.compiled import read_part
from roadmapkit.rendering.sandbox import TemplateEnvironment
from roadmapkit.rendering.shapes import Shape, document_fields, fields_of, same_as
from roadmapkit.rendering.tag_tree import read_tree
from roadmapkit.rendering.tags import FUNCTIONS
from roadmapkit.rendering.template import Template

__all__ = ["own_names", "required_fields", "shape_at"]


@cache
def _read_by_packaged(kind: str) -> frozenset[str]:
    template = Template.packaged(kind)
    environment = TemplateEnvironment()
    used: set[str] = set()
    for name in template.package.texts:
        _, tree = read_part(environment, template.name, name, template.package.members[name])
        used |= read_tree(tree, FUNCTIONS).used
    return frozenset(used)


@cache
def own_names(kind: str) -> tuple[str, ...]:
    """Return the names that a template of a kind may begin with, in their order.

    Parts of a document that the packaged template never prints are always absent in
    documents of this kind: an order has no text of minutes.

    Raises:
        RenderError: There is no packaged template of that kind.
    """
    used = {path.partition(".")[0].removesuffix("[]") for path in _read_by_packaged(kind)}
    return tuple(
        name
        for name, shape in document_fields().items()
        if not (shape.optional and shape.kind == "group") or name in used
    )


@cache
def required_fields(kind: str) -> frozenset[str]:
    """Return the paths of the texts that a template of a kind should not leave out.

    Raises:
        RenderError: There is no packaged template of that kind.
    """
    return frozenset(path for path in _read_by_packaged(kind) if _is_told(path))


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
