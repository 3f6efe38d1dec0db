"""One part of a template read, checked and compiled; how it is run is in ``running``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from jinja2 import meta, nodes
from jinja2.exceptions import TemplateError as JinjaError

from roadmapkit.diagnostics import Message
from roadmapkit.rendering.codes import NESTING, REFUSED
from roadmapkit.rendering.coding import readers_of
from roadmapkit.rendering.columns import columns_vary
from roadmapkit.rendering.completion import has_marks
from roadmapkit.rendering.explaining import explain, undefined
from roadmapkit.rendering.faults import RenderError
from roadmapkit.rendering.guards import guarded, macro_sizes, refused_nodes
from roadmapkit.rendering.marks import misused_marks
from roadmapkit.rendering.nesting import find_crossing
from roadmapkit.rendering.parts import PartSource
from roadmapkit.rendering.places import bare, find_tags
from roadmapkit.rendering.preparation import prepare_source
from roadmapkit.rendering.running import PartCode
from roadmapkit.rendering.sandbox import TemplateEnvironment
from roadmapkit.rendering.tags import FUNCTIONS, MisplacedTagError

__all__ = [
    "TOO_DEEP",
    "assigned_names",
    "compile_part",
    "crossing_fault",
    "looked_up_names",
    "read_part",
    "refusals",
]

TOO_DEEP = (RecursionError, SyntaxError, MemoryError)
"""Of brackets or blocks too deep for Jinja or Python; a MemoryError is of its parser's stack."""


def compile_part(
    environment: TemplateEnvironment,
    template: str,
    name: str,
    original: bytes,
    *,
    names: Iterable[str] | None,
) -> PartCode:
    """Prepare, check and compile one part.

    Args:
        environment: The language.
        template: Name of the template.
        name: Name of the part.
        original: The part.
        names: Names that tags may use; None where they are not known beforehand.

    Raises:
        RenderError: A tag cannot be read, crosses others, or names what there is not.
    """
    part, tree = read_part(environment, template, name, original)
    try:
        refusal = next(refusals(tree, part), None)
        if names is not None:
            known = {*names, *FUNCTIONS, *assigned_names(tree)}
            # Jinja generates the code of a part to tell which names it has to look up.
            if refusal is not None or not looked_up_names(tree) <= known:
                unknown = sorted(meta.find_undeclared_variables(tree) - known)
                if unknown:
                    tag = part.tag_at(None, unknown[0])
                    raise undefined(part, unknown[0], *tag, choices=names)
        if refusal is not None:
            raise refusal
        macros = macro_sizes(tree)
        code = environment.compile(guarded(tree), name, part.filename)
    except (JinjaError, *TOO_DEEP) as error:
        raise explain(error, part) from error
    if fault := crossing_fault(part):
        raise fault
    return PartCode(
        name=name,
        code=code,
        readers=readers_of(code),
        marked=has_marks(part.source),
        varies=columns_vary(part.source),
        macros=macros,
    )


def read_part(
    environment: TemplateEnvironment, template: str, name: str, original: bytes
) -> tuple[PartSource, nodes.Template]:
    """Prepare and parse one part.

    Raises:
        RenderError: A tag cannot be read, or has nothing to act on.
    """
    part = PartSource(template, name, original)
    for fault in misused_marks(part):
        raise fault
    try:
        part = PartSource(template, name, original, prepare_source(original))
        return part, environment.parse(part.source)
    except (MisplacedTagError, JinjaError, *TOO_DEEP) as error:
        raise explain(error, part) from error


def crossing_fault(part: PartSource) -> RenderError | None:
    """Return what is wrong with the nesting of blocks and paragraphs, cells, rows, if anything."""
    crossing = find_crossing(part.source)
    if crossing is None:
        return None
    before = find_tags(part.source[: crossing[0]])
    nth = sum(bare(tag) == bare(crossing[1]) for tag in before)
    return part.fault(
        NESTING,
        Message("the tag {tag!r} begins and ends at unlike places", tag=crossing[1]),
        Message(
            "open and close it alike: both in rows ({tr}), in cells ({tc}) or in paragraphs "
            "({p}), or both inside one paragraph",
            tr="{%tr",
            tc="{%tc",
            p="{%p",
        ),
        crossing[1],
        nth,
    )


def refusals(tree: nodes.Template, part: PartSource) -> Iterator[RenderError]:
    """Yield everything that a template is not allowed to do."""
    for node, message, hint in refused_nodes(tree, FUNCTIONS):
        yield part.fault(REFUSED, message, hint, *part.tag_of(node))


def assigned_names(tree: nodes.Template) -> set[str]:
    """Return the names that the template gives a value, in whatever branch."""
    return {node.name for node in tree.find_all(nodes.Name) if node.ctx == "store"}


def looked_up_names(tree: nodes.Template) -> set[str]:
    """Return all names that a template may look up or set, ``loop`` only outside of loops."""
    found: set[str] = set()
    _look(tree, found, in_loop=False)
    return found


def _look(node: nodes.Node, found: set[str], *, in_loop: bool) -> None:
    if isinstance(node, nodes.Name | nodes.NSRef):
        if node.name != "loop" or not in_loop:
            found.add(node.name)
    elif isinstance(node, nodes.For):
        for child in node.body:
            _look(child, found, in_loop=True)
        for child in node.iter_child_nodes(exclude=("body",)):
            _look(child, found, in_loop=False)
    else:
        within = in_loop and not isinstance(node, nodes.Macro)
        for child in node.iter_child_nodes():
            _look(child, found, in_loop=within)
