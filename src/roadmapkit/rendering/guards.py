"""What a tag may not do: found in the syntax tree, and measured where only running can tell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, cast

from jinja2 import nodes, pass_context
from jinja2.runtime import Context
from jinja2.visitor import NodeTransformer
from markupsafe import Markup

from roadmapkit.diagnostics import Message
from roadmapkit.rendering.limits import LONGEST_TEXT, TURN, ExhaustedError, spend

__all__ = ["GUARD_FILTERS", "guarded", "macro_sizes", "refused_nodes", "require_short"]

_COUNTED = "counted turns"
_JOINED = "joined text"
# With a space, no template can call them by name.

_FOREIGN = (nodes.Include, nodes.Import, nodes.FromImport, nodes.Extends, nodes.Block)
_SWITCHES = (nodes.ScopedEvalContextModifier, nodes.EvalContextModifier, nodes.CallBlock)
_LOOP_METHODS = frozenset({"cycle", "changed"})


def refused_nodes(
    tree: nodes.Template, functions: Iterable[str]
) -> Iterator[tuple[nodes.Node, Message, Message]]:
    """Yield what a template must not do, each with what is wrong and the way out.

    Args:
        tree: A parsed part.
        functions: Names that tags of ours call.
    """
    every = list(tree.find_all(nodes.Node))
    macros = [node for node in every if isinstance(node, nodes.Macro)]
    callable_names = {*functions, *(macro.name for macro in macros)}
    rewrite = Message("use only fields, loops, conditions and filters of the packaged template")
    for node in every:
        if isinstance(node, _FOREIGN):
            problem = Message("a template cannot take in other templates")
            yield node, problem, Message("copy the text into this template")
        elif isinstance(node, _SWITCHES) or (isinstance(node, nodes.For) and node.recursive):
            yield node, Message("the tag changes how the template itself is carried out"), rewrite
        elif isinstance(node, nodes.Getattr | nodes.Getitem) and _is_private(node):
            problem = Message("a name that begins with an underscore is no field of a document")
            yield node, problem, rewrite
        elif isinstance(node, nodes.Call) and not _is_harmless(node.node, callable_names):
            problem = Message("a tag calls a function, which templates cannot")
            yield node, problem, rewrite
    for macro in _circular(macros):
        problem = Message("the macro {name!r} calls itself", name=macro.name)
        yield macro, problem, Message("write the repetition as a loop (for)")


def _is_private(node: nodes.Getattr | nodes.Getitem) -> bool:
    if isinstance(node, nodes.Getattr):
        return node.attr.startswith("_")
    argument = node.arg
    return (
        isinstance(argument, nodes.Const)
        and isinstance(argument.value, str)
        and argument.value.startswith("_")
    )


def _is_harmless(callee: nodes.Node, names: set[str]) -> bool:
    if isinstance(callee, nodes.Name):
        return callee.name in names
    if not isinstance(callee, nodes.Getattr):
        return False
    if isinstance(callee.node, nodes.Name) and callee.node.name == "loop":
        return callee.attr in _LOOP_METHODS
    return True  # a method: which of them, the sandbox decides at the value


def _circular(listed: Iterable[nodes.Macro]) -> Iterator[nodes.Macro]:
    """Yield the macros from which calls lead back to themselves."""
    macros = {macro.name: macro for macro in listed}
    calls = {
        name: {inner.name for inner in macro.find_all(nodes.Name)} & macros.keys()
        for name, macro in macros.items()
    }
    for name in sorted(macros):
        reached: set[str] = set()
        waiting = set(calls[name])
        while waiting:
            current = waiting.pop()
            reached.add(current)
            waiting |= calls[current] - reached
        if name in reached:
            yield macros[name]


def macro_sizes(tree: nodes.Template) -> Mapping[str, int]:
    """Return how much text each macro has, which is what a call of it costs at least."""
    return {macro.name: _text_size(macro) for macro in tree.find_all(nodes.Macro)}


def _text_size(node: nodes.Node) -> int:
    return sum(len(data.data) for data in node.find_all(nodes.TemplateData))


def guarded(tree: nodes.Template) -> nodes.Template:
    """Return a tree whose loops and joined texts are measured while they run."""
    return cast("nodes.Template", _Guarding().visit(tree))


class _Guarding(NodeTransformer):
    """Puts a measuring filter around each loop's values and each ``~``."""

    def __init__(self) -> None:
        self._size = 0

    def visit_TemplateData(self, node: nodes.TemplateData) -> nodes.Node:  # noqa: N802 - as below
        """Add up the text that has been met."""
        self._size += len(node.data)
        return node

    def visit_For(self, node: nodes.For) -> nodes.Node:  # noqa: N802 - called by Jinja
        """Measure how often a loop turns, and how much text a turn has."""
        before = self._size
        self.generic_visit(node)
        weight = nodes.Const(max(self._size - before, TURN), lineno=node.lineno)
        node.iter = _filter(node, node.iter, _COUNTED, weight)
        return node

    def visit_Concat(self, node: nodes.Concat) -> nodes.Node:  # noqa: N802 - called by Jinja
        """Measure a text before it is joined."""
        self.generic_visit(node)
        return _filter(node, nodes.List(node.nodes, lineno=node.lineno), _JOINED)


def _filter(place: nodes.Node, value: nodes.Node, name: str, *args: nodes.Expr) -> nodes.Filter:
    made = nodes.Filter(
        cast("nodes.Expr", value), name, list(args), [], None, None, lineno=place.lineno
    )
    return made.set_environment(place.environment) if place.environment else made  # type: ignore[return-value]  # Jinja's own type


@pass_context  # which also keeps Jinja from working constants out beforehand, unpaid
def _counted(_context: Context, values: Any, weight: int) -> Any:
    """Return the values of a loop, all of its turns paid for."""
    if not hasattr(values, "__len__"):
        values = list(values)
    spend(len(values) * weight)
    return values


@pass_context
def _joined(_context: Context, values: list[Any]) -> Any:
    """Return values put together, as ``~`` does under autoescape."""
    texts = [value if isinstance(value, str) else str(value) for value in values]
    require_short(sum(map(len, texts)))
    if any(hasattr(text, "__html__") for text in texts):
        return Markup().join(texts)
    return "".join(texts)


def require_short(length: int) -> None:
    """Refuse to make a text that no document can need.

    Raises:
        ExhaustedError: It would be longer than any.
    """
    if length > LONGEST_TEXT:
        raise ExhaustedError
    spend(length)


GUARD_FILTERS = {_COUNTED: _counted, _JOINED: _joined}
"""What the guarded tree calls."""
