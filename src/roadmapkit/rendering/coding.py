"""How templates are compiled: to code that yields the bytes of a document, piece by piece.

Jinja's own code yields text, which has to be joined, encoded and searched again. Here
what stands still is encoded when the template is compiled, and each value when it is
printed. Fields of view models are read without the detour through the sandbox that other
values take. Inside macros and captured blocks nothing changes: they hand on text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import CodeType
from typing import Any, cast

from jinja2 import Template, nodes
from jinja2.compiler import CodeGenerator, Frame, optimizeconst
from jinja2.sandbox import ImmutableSandboxedEnvironment

__all__ = ["Pieces", "StreamingEnvironment", "pieces_of", "readers_of"]

Pieces = Callable[[Mapping[str, object]], Iterator[bytes]]
"""Makes the bytes of a part out of the values of a document."""

_PRINTED, _PATH = "roadmapkit_printed", "roadmapkit_path"
_STEP, _PLACE = "__", "0_"
"""Between the steps of a path in the name of its function; before a step that is a place."""

_PLACES = 1000
"""Places that may stand in such a name: more than any table has columns."""


class _StreamingCode(CodeGenerator):
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
        if not self._write_path(node, frame):
            super().visit_Getattr(node, frame)

    @optimizeconst
    def visit_Getitem(self, node: nodes.Getitem, frame: Frame) -> None:  # noqa: N802 - Jinja's name
        """Write what reads ``value[key]``."""
        if not self._write_path(node, frame):
            super().visit_Getitem(node, frame)

    def _write_path(self, node: nodes.Expr, frame: Frame) -> bool:
        """Write a call of what reads ``value.name[0].name`` at once, if that can be done."""
        plain = cast("StreamingEnvironment", self.environment).plain_names
        steps: list[str] = []
        while True:
            if isinstance(node, nodes.Getattr) and node.attr in plain:
                steps.append(node.attr)
            elif isinstance(node, nodes.Getitem) and (place := _place(node.arg)) is not None:
                steps.append(f"{_PLACE}{place}")
            else:
                break
            node = node.node
        if not steps:
            return False
        self.write(f"{_PATH}{_STEP}{_STEP.join(reversed(steps))}(")
        self.visit(node, frame)
        self.write(")")
        return True


class StreamingEnvironment(ImmutableSandboxedEnvironment):
    """A sandbox whose templates are compiled so.

    Attributes:
        plain_names: Names that compiled code may read without asking the sandbox.
    """

    code_generator_class = _StreamingCode
    plain_names: frozenset[str] = frozenset()


def _place(key: nodes.Expr) -> int | None:
    """Return the place in a list that a key is, if it is one."""
    if isinstance(key, nodes.Const) and type(key.value) is int and 0 <= key.value < _PLACES:
        return key.value
    return None


def readers_of(code: CodeType) -> CodeType:
    """Return the code of the functions that compiled code reads paths with.

    Each goes straight to the value. What cannot be reached so, because it is no view model
    or is not there, is read step by step through the sandbox, to whatever comes of it.
    """
    lines: list[str] = []
    for name in sorted(_names(code)):
        if not name.startswith(f"{_PATH}{_STEP}"):
            continue
        straight = slow = "value"
        for step in name.split(_STEP)[1:]:
            place = step.removeprefix(_PLACE)
            if place != step:
                straight, slow = f"{straight}[{place}]", f"item({slow}, {place})"
            else:
                straight, slow = f"{straight}.{step}", f"field({slow}, {step!r})"
        lines += (
            f"def {name}(value):",
            "    try:",
            f"        return {straight}",
            "    except (AttributeError, TypeError, LookupError):",
            f"        return {slow}",
        )
    return compile("\n".join(lines), "<paths>", "exec")


def _names(code: CodeType) -> set[str]:
    found = set(code.co_names)
    for inner in code.co_consts:
        if isinstance(inner, CodeType):
            found |= _names(inner)
    return found


def pieces_of(
    environment: StreamingEnvironment,
    code: CodeType,
    readers: CodeType,
    printed: Callable[[object], bytes],
) -> Pieces:
    """Return the function that compiled code defines.

    Args:
        environment: The language that the code was compiled in.
        code: What a :class:`StreamingEnvironment` wrote, compiled.
        readers: What :func:`readers_of` made of it.
        printed: Turns a value into the bytes that stand for it.
    """
    template = Template.from_code(environment, code, environment.globals)
    root = cast("Callable[[Any], Iterator[bytes]]", template.root_render_func)
    # Away from the template's own names, by which failures are traced to its lines.
    paths: dict[str, Any] = {"field": environment.getattr, "item": environment.getitem}
    exec(readers, paths)  # noqa: S102  # our own code, from names that were checked
    root.__globals__.update({name: paths[name] for name in paths if name.startswith(_PATH)})
    root.__globals__[_PRINTED] = printed

    def pieces(context: Mapping[str, object]) -> Iterator[bytes]:
        return root(template.new_context(dict(context)))

    return pieces
