"""One part of a template, compiled; and what its failures mean to whoever made it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import CodeType
from typing import TypeVar

from jinja2 import meta, nodes
from jinja2.exceptions import TemplateError as JinjaError

from roadmapkit.diagnostics import Message
from roadmapkit.rendering.codes import NESTING, REFUSED
from roadmapkit.rendering.coding import pieces_of
from roadmapkit.rendering.completion import complete_pieces, has_marks
from roadmapkit.rendering.explaining import explain, undefined
from roadmapkit.rendering.faults import RenderError
from roadmapkit.rendering.guards import guarded, macro_sizes, refused_nodes
from roadmapkit.rendering.limits import paid, rendering_within
from roadmapkit.rendering.marks import misused_marks
from roadmapkit.rendering.nesting import find_crossing
from roadmapkit.rendering.parts import PartSource
from roadmapkit.rendering.places import bare, find_tags
from roadmapkit.rendering.preparation import prepare_source
from roadmapkit.rendering.sandbox import TemplateEnvironment, printed
from roadmapkit.rendering.tags import FUNCTIONS, MisplacedTagError

__all__ = [
    "TOO_DEEP",
    "CompiledPart",
    "PartCode",
    "assigned_names",
    "compile_part",
    "crossing_fault",
    "read_part",
    "refusals",
]

_Made = TypeVar("_Made")

# What an expression can raise when it meets a value that it was not written for.
_RUNTIME_ERRORS = (
    JinjaError,
    TypeError,
    ValueError,
    ArithmeticError,
    LookupError,
    AttributeError,
    RecursionError,
)
TOO_DEEP = (RecursionError, SyntaxError, MemoryError)
"""Of brackets or blocks too deep for Jinja or Python; a MemoryError is of its parser's stack."""


@dataclass(frozen=True, slots=True)
class PartCode:
    """What a part is compiled to: nothing but data, so that it can be kept on disk.

    Attributes:
        name: Name of the part in the archive.
        code: The code, as :mod:`roadmapkit.rendering.coding` writes it.
        marked: Whether the part may come out with bare cells, rows or tables.
        macros: How much text each of its macros has.
    """

    name: str
    code: CodeType
    marked: bool
    macros: Mapping[str, int]


class CompiledPart:
    """A compiled part of a template.

    Args:
        environment: The language that it was compiled in.
        template: Name of the template.
        original: The part as it is in the template, for messages.
        compiled: Its code.
    """

    __slots__ = ("_environment", "_marked", "_original", "_pieces", "_template", "name")

    def __init__(
        self, environment: TemplateEnvironment, template: str, original: bytes, compiled: PartCode
    ) -> None:
        self.name = compiled.name
        self._template = template
        self._original = original
        self._environment = environment
        self._marked = compiled.marked
        self._pieces = pieces_of(environment, compiled.code, printed)
        environment.macro_sizes = {**environment.macro_sizes, **compiled.macros}

    def render(
        self, context: Mapping[str, object], into: Callable[[Iterable[bytes]], _Made]
    ) -> _Made:
        """Return what *into* makes of the part filled with *context*.

        Args:
            context: The values.
            into: Takes the pieces of the part as they are made, such as ``b"".join``.

        Raises:
            RenderError: A value is missing or cannot be printed.
        """
        try:
            with rendering_within():
                pieces = paid(self._pieces(context))
                return into(complete_pieces(pieces) if self._marked else pieces)
        except _RUNTIME_ERRORS as error:
            raise explain(self._told(), self._source()) from error

    def _told(self) -> Exception:
        """Return the exception under way as Jinja tells it: by the lines of the template."""
        try:
            self._environment.handle_exception()
        except Exception as error:
            return error

    def _source(self) -> PartSource:
        """Prepare the part once more: what a message quotes is kept nowhere else."""
        source = prepare_source(self._original)
        return PartSource(self._template, self.name, self._original, source)


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
        if names is not None:
            known = {*names, *FUNCTIONS, *assigned_names(tree)}
            unknown = sorted(meta.find_undeclared_variables(tree) - known)
            if unknown:
                raise undefined(part, unknown[0], *part.tag_at(None, unknown[0]), choices=names)
        for refusal in refusals(tree, part):
            raise refusal
        macros = macro_sizes(tree)
        code = environment.compile(guarded(tree), name, part.filename)
    except (JinjaError, *TOO_DEEP) as error:
        raise explain(error, part) from error
    if fault := crossing_fault(part):
        raise fault
    return PartCode(name, code, has_marks(part.source), macros)


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
