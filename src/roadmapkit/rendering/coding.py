"""How templates are compiled: to code that yields the bytes of a document, piece by piece.

Jinja's own code yields text, which has to be joined, encoded and searched again. Here
what stands still is encoded when the template is compiled, and each value when it is
printed. Fields of view models are read without the detour through the sandbox that other
values take. Inside macros and captured blocks nothing changes: they hand on text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import CodeType
from typing import TYPE_CHECKING, Any, cast

from jinja2 import Template, nodes
from jinja2.compiler import CodeGenerator, Frame, optimizeconst

if TYPE_CHECKING:
    from roadmapkit.rendering.sandbox import TemplateEnvironment

__all__ = ["Pieces", "StreamingCode", "pieces_of"]

Pieces = Callable[[Mapping[str, object]], Iterator[bytes]]
"""Makes the bytes of a part out of the values of a document."""

_PRINTED, _FIELD, _ITEM = "roadmapkit_printed", "roadmapkit_field", "roadmapkit_item"


class StreamingCode(CodeGenerator):
    """Writes the Python code of a template, in the way that this module is about."""

    _streams = False
    """Whether the output that is being written leaves the template as it is."""

    def visit_Output(self, node: nodes.Output, frame: Frame) -> None:  # noqa: N802 - Jinja's name
        """Write what prints text and values."""
        self._streams = frame.buffer is None
        super().visit_Output(node, frame)
        self._streams = False

    def _output_const_repr(self, group: Any) -> str:
        text = "".join(group)
        return repr(text.encode()) if self._streams else repr(text)

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if self._streams:
            self.write(f"{_PRINTED}(")
        else:
            super()._output_child_pre(node, frame, finalize)

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if self._streams:
            self.write(")")
        else:
            super()._output_child_post(node, frame, finalize)

    def start_write(self, frame: Frame, node: nodes.Node | None = None) -> None:
        """Begin what prints the outcome of a whole block, such as a filtered one."""
        super().start_write(frame, node)
        if frame.buffer is None:
            self.write(f"{_PRINTED}(")

    def end_write(self, frame: Frame) -> None:
        """End what :meth:`start_write` began."""
        if frame.buffer is None:
            self.write(")")
        super().end_write(frame)

    @optimizeconst
    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802 - Jinja's name
        """Write what reads ``value.name``."""
        if node.attr.startswith("_"):  # refused before, and by the sandbox as well
            super().visit_Getattr(node, frame)
            return
        self.write(f"{_FIELD}(")
        self.visit(node.node, frame)
        self.write(f", {node.attr!r})")

    @optimizeconst
    def visit_Getitem(self, node: nodes.Getitem, frame: Frame) -> None:  # noqa: N802 - Jinja's name
        """Write what reads ``value[key]``."""
        if isinstance(node.arg, nodes.Slice):
            super().visit_Getitem(node, frame)
            return
        self.write(f"{_ITEM}(")
        self.visit(node.node, frame)
        self.write(", ")
        self.visit(node.arg, frame)
        self.write(")")


def pieces_of(
    environment: TemplateEnvironment, code: CodeType, printed: Callable[[object], bytes]
) -> Pieces:
    """Return the function that compiled code defines.

    Args:
        environment: The language that the code was compiled in.
        code: What :class:`StreamingCode` wrote, compiled.
        printed: Turns a value into the bytes that stand for it.
    """
    template = Template.from_code(environment, code, environment.globals)
    root = cast("Callable[[Any], Iterator[bytes]]", template.root_render_func)
    root.__globals__.update(  # the names that the code above uses
        {_PRINTED: printed, _FIELD: environment.field, _ITEM: environment.getitem}
    )

    def pieces(context: Mapping[str, object]) -> Iterator[bytes]:
        return root(template.new_context(dict(context)))

    return pieces
