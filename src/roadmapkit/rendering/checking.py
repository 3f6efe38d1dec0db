"""A template checked as a whole, without a document: everything wrong with it at once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from jinja2 import nodes

from roadmapkit.diagnostics import Diagnostic, Message
from roadmapkit.documents.view import DocumentView
from roadmapkit.rendering.codes import OTHER_KIND, UNPRINTABLE, UNPRINTED
from roadmapkit.rendering.compiled import TOO_DEEP, crossing_fault, read_part, refusals
from roadmapkit.rendering.explaining import explain, undefined, unknown_filter
from roadmapkit.rendering.faults import RenderError
from roadmapkit.rendering.marks import misused_marks
from roadmapkit.rendering.ooxml import parse, w
from roadmapkit.rendering.parts import PartSource
from roadmapkit.rendering.places import own_text
from roadmapkit.rendering.requirements import fields_used, own_names, required_fields
from roadmapkit.rendering.sandbox import TemplateEnvironment
from roadmapkit.rendering.tag_tree import Reading, read_tree
from roadmapkit.rendering.tags import FUNCTIONS
from roadmapkit.rendering.template import Template

if TYPE_CHECKING:
    from roadmapkit.cache import CacheFolder

__all__ = ["check_template", "left_out_values", "review_template", "unprinted_fields"]

_COMMENT = re.compile(r"\{#(.*?)#\}", re.DOTALL)
_PATH = re.compile(r"[a-z_]+(?:\[\])?(?:\.[a-z_]+(?:\[\])?)*")


def check_template(template: Template, kind: str, *, told: bool = True) -> tuple[Diagnostic, ...]:
    """Return everything that is wrong with a template, in the order of reading.

    Args:
        template: The template, safe to open.
        kind: Kind of document that it is to print.
        told: Whether fields that it leaves out are told, whatever a document has in them.

    Raises:
        RenderError: There is no packaged template of that kind.
    """
    found, left_out = review_template(template, kind)
    if not told:
        return found
    return (*found, *(_unprinted_field(template, path) for path in left_out))


def review_template(
    template: Template, kind: str, cache: CacheFolder | None = None
) -> tuple[tuple[Diagnostic, ...], tuple[str, ...]]:
    """Return what is wrong with a template and, if nothing is, the fields that it leaves out.

    Args:
        template: The template, safe to open.
        kind: Kind of document that it is to print.
        cache: Where what it is compiled to is kept between runs.

    Returns:
        Findings in the order of reading; paths of the fields that the packaged template
        prints and this one does not, sorted.

    Raises:
        RenderError: There is no packaged template of that kind.
    """
    if (fault := kind_fault(template, kind)) is not None:
        return (fault.diagnostic(),), ()
    environment = TemplateEnvironment()
    reading = Reading()
    faults: list[RenderError] = []
    for name in template.package.texts:
        faults.extend(_check_part(environment, template, name, kind, reading))
    if not faults:
        try:
            template.prepare(cache)
        except RenderError as error:
            faults.append(error)
    if faults:
        return tuple(dict.fromkeys(fault.diagnostic() for fault in faults)), ()
    return (), tuple(_left_out(template, kind, reading.used))


def kind_fault(template: Template, kind: str) -> RenderError | None:
    """Return what is wrong where a template says that it prints another kind of document."""
    if template.kind is None or template.kind == kind:
        return None
    return RenderError(
        OTHER_KIND,
        Message(
            "the template prints {kind!r}, the document is {wanted!r}",
            kind=template.kind,
            wanted=kind,
        ),
        Message("copy the packaged template {name!r} instead", name=f"{kind}.docx"),
        template=template.name,
    )


def unprinted_fields(template: Template, kind: str) -> tuple[str, ...]:
    """Return the fields that the packaged template prints and this one does not, sorted.

    Raises:
        RenderError: The template cannot be read, or there is no packaged one of that kind.
    """
    return tuple(_left_out(template, kind, fields_used(template)))


def _check_part(
    environment: TemplateEnvironment, template: Template, name: str, kind: str, whole: Reading
) -> Iterator[RenderError]:
    original = template.package.members[name]
    marks = list(misused_marks(PartSource(template.name, name, original)))
    if marks:
        yield from marks
        return
    try:
        part, tree = read_part(environment, template.name, name, original)
    except RenderError as error:
        yield error
        return
    try:
        yield from refusals(tree, part)
        yield from _unknown_filters(environment, tree, part)
        reading = read_tree(tree, FUNCTIONS, own_names(kind))
    except TOO_DEEP as error:
        yield explain(error, part)
        return
    whole.used |= reading.used
    yield from _unknown_names(reading, part, kind)
    for node in reading.unprintable:
        tag, nth = part.tag_of(node)
        yield part.fault(
            UNPRINTABLE,
            Message("the tag {tag!r} prints no text but a group of fields or a list", tag=tag),
            Message(
                "name a field of it, or go through the list: {help}",
                help=f"roadmapkit templates fields {kind}",
            ),
            tag,
            nth,
        )
    if (fault := crossing_fault(part)) is not None:
        yield fault


def _unknown_names(reading: Reading, part: PartSource, kind: str) -> Iterator[RenderError]:
    names = own_names(kind)
    told: set[tuple[str, str, int]] = set()
    for item in reading.unknown:
        tag, nth = part.tag_at(item.node.lineno, item.name)
        if (item.name, tag, nth) not in told and not item.name.startswith("_"):
            told.add((item.name, tag, nth))
            yield undefined(part, item.name, tag, nth, choices=item.choices or names)


def _unknown_filters(
    environment: TemplateEnvironment, tree: nodes.Template, part: PartSource
) -> Iterator[RenderError]:
    for node in tree.find_all((nodes.Filter, nodes.Test)):
        known: Iterable[str] = (
            environment.filters if isinstance(node, nodes.Filter) else environment.tests
        )
        if node.name not in known:
            yield unknown_filter(part, node.name, *part.tag_at(node.lineno, node.name))


def left_out_values(
    template: Template, fields: Iterable[str], documents: Iterable[tuple[str, DocumentView]]
) -> Iterator[Diagnostic]:
    """Yield the fields that documents have and their template does not print.

    Args:
        template: A template without errors.
        fields: What :func:`unprinted_fields` says of it.
        documents: Ids and what they print.
    """
    held = [(id_, _Values(view)) for id_, view in documents]
    for path in fields:
        losing = tuple(dict.fromkeys(id_ for id_, values in held if any(values.of(path))))
        if losing:
            yield replace(_unprinted_field(template, path), documents=losing)


class _Values:
    """What a document has at paths, each way to the cells of its tables gone once."""

    def __init__(self, view: DocumentView) -> None:
        self._reached: dict[str, list[Any]] = {"": [view]}

    def of(self, path: str) -> Iterator[object]:
        """Yield what stands at a path, item by item."""
        for value in self._at(path):
            yield any(value) if isinstance(value, tuple) else value

    def _at(self, path: str) -> list[Any]:
        found = self._reached.get(path)
        if found is None:
            before, _, step = path.rpartition(".")
            name = step.removesuffix("[]")
            found = [getattr(value, name) for value in self._at(before) if value is not None]
            if name != step:
                found = [item for value in found for item in value]
            self._reached[path] = found
        return found


def _unprinted_field(template: Template, path: str) -> Diagnostic:
    return RenderError(
        UNPRINTED,
        Message("the template does not print {path}, which the packaged one does", path=path),
        Message(
            "add the field, or say in a comment that the house leaves it out: {comment}",
            comment=f"{{# {path} #}}",
        ),
        template=template.name,
    ).diagnostic()


def _left_out(template: Template, kind: str, used: set[str]) -> Iterator[str]:
    waived = _waived(template)
    for path in sorted(required_fields(kind) - used):
        if not any(
            path == known or path.startswith((f"{known}.", f"{known}[")) for known in waived
        ):
            yield path


def _waived(template: Template) -> set[str]:
    """Return the fields that comments of a template name: the house knows that they are absent."""
    named: set[str] = set()
    for name in template.package.texts:
        for paragraph in parse(template.package.members[name]).iter(w("p")):
            for comment in _COMMENT.findall(own_text(paragraph)):
                named.update(_PATH.findall(comment))
    return named
