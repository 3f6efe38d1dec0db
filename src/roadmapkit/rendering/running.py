"""A compiled part of a template, filled with values.

What explains a failure is imported when there is one: a template that comes out of the
cache and prints everything needs nothing of what reads templates.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from types import CodeType
from typing import TYPE_CHECKING, TypeVar

from jinja2.exceptions import TemplateError as JinjaError

from roadmapkit.rendering.coding import pieces_of
from roadmapkit.rendering.columns import with_columns_counted
from roadmapkit.rendering.completion import complete_pieces
from roadmapkit.rendering.limits import paid, rendering_within
from roadmapkit.rendering.sandbox import TemplateEnvironment, printed

if TYPE_CHECKING:
    from roadmapkit.rendering.parts import PartSource

__all__ = ["CompiledPart", "PartCode"]

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


@dataclass(frozen=True, slots=True)
class PartCode:
    """What a part is compiled to: nothing but data, so that it can be kept on disk.

    Attributes:
        name: Name of the part in the archive.
        code: The code, as :mod:`roadmapkit.rendering.coding` writes it.
        readers: The code of what it reads paths of fields with.
        marked: Whether the part may come out with bare cells, rows or tables.
        varies: Whether it has tables whose columns are counted when it is printed.
        macros: How much text each of its macros has.
    """

    name: str
    code: CodeType
    readers: CodeType
    marked: bool
    varies: bool
    macros: Mapping[str, int]


class CompiledPart:
    """A compiled part of a template.

    Args:
        environment: The language that it was compiled in.
        template: Name of the template.
        original: The part as it is in the template, for messages.
        compiled: Its code.
    """

    __slots__ = ("_environment", "_marked", "_original", "_pieces", "_template", "name", "varies")

    def __init__(
        self, environment: TemplateEnvironment, template: str, original: bytes, compiled: PartCode
    ) -> None:
        self.name = compiled.name
        self.varies = compiled.varies
        self._template = template
        self._original = original
        self._environment = environment
        self._marked = compiled.marked
        self._pieces = pieces_of(environment, compiled.code, compiled.readers, printed)
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
                if self._marked:
                    pieces = complete_pieces(pieces)
                return into((with_columns_counted(b"".join(pieces)),) if self.varies else pieces)
        except _RUNTIME_ERRORS as error:
            from roadmapkit.rendering.explaining import explain

            raise explain(self._told(), self._source()) from error

    def _told(self) -> Exception:
        """Return the exception under way as Jinja tells it: by the lines of the template."""
        try:
            self._environment.handle_exception()
        except Exception as error:
            return error

    def _source(self) -> PartSource:
        """Prepare the part once more: what a message quotes is kept nowhere else."""
        from roadmapkit.rendering.parts import PartSource
        from roadmapkit.rendering.preparation import prepare_source

        source = prepare_source(self._original)
        return PartSource(self._template, self.name, self._original, source)
