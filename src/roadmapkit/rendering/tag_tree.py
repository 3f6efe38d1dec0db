"""What a template reads: each tag followed through loops and settings to a document's fields."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import singledispatchmethod

from jinja2 import nodes

from roadmapkit.rendering.shapes import Shape, document_fields, fields_of

__all__ = ["Reading", "UnknownName", "read_tree"]


@dataclass(frozen=True, slots=True)
class UnknownName:
    """A name that a tag asks for and nothing has.

    Attributes:
        node: Where.
        name: The name.
        choices: Names that there are at that place.
    """

    node: nodes.Node
    name: str
    choices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Value:
    """A value in a template: what it is, and which field of the document it comes from.

    Attributes:
        shape: What it is.
        path: The field; empty for none.
        items: Values of a list that a tag writes itself, such as ``[act.signature]``.
    """

    shape: Shape
    path: str = ""
    items: tuple[_Value, ...] = ()


@dataclass(slots=True)
class Reading:
    """What one part reads.

    Attributes:
        used: Paths of the fields that it prints or works with; a list is ``name[]``.
        unknown: Names that there are not.
        unprintable: What prints a group or a list as a whole.
    """

    used: set[str] = field(default_factory=set)
    unknown: list[UnknownName] = field(default_factory=list)
    unprintable: list[nodes.Node] = field(default_factory=list)


_ANY = (_Value(Shape("any")),)
_NUMBER = Shape("number")
_TRUTH = Shape("truth")
_TEXT = Shape("text")
_KEEPING = frozenset({"sort", "reverse", "unique", "select", "reject", "list", "selectattr"})
_KEEPING |= {"rejectattr", "default", "d"}
_TAKING = frozenset({"first", "last", "min", "max"})
_BY_ATTRIBUTE = frozenset({"selectattr", "rejectattr", "groupby"})
_TEXTS = frozenset({"join", "replace", "upper", "lower", "title", "capitalize", "trim", "string"})
_LOOP = {
    **dict.fromkeys(("index", "index0", "revindex", "revindex0", "length", "depth"), _NUMBER),
    **dict.fromkeys(("first", "last"), _TRUTH),
    **dict.fromkeys(("depth0", "cycle", "changed"), Shape("any")),
}
_Scope = dict[str, Sequence[_Value]]


def read_tree(
    tree: nodes.Template, functions: Sequence[str], names: Collection[str] | None = None
) -> Reading:
    """Return what a parsed part reads.

    Args:
        tree: The part.
        functions: Names that tags of ours call.
        names: Names that documents of its kind have; others may only be asked for by a
            test. None is all that any document has.
    """
    tested = set() if names is None else {*names, *_tested_names(tree)}
    scope: _Scope = {
        name: (_Value(shape, name),)
        for name, shape in document_fields().items()
        if names is None or name in tested
    }
    scope.update(dict.fromkeys(functions, _ANY))
    scope.update({macro.name: _ANY for macro in tree.find_all(nodes.Macro)})
    reader = _Reader()
    reader.body(tree.body, scope)
    return reader.reading


def _tested_names(tree: nodes.Template) -> set[str]:
    return {
        name.name
        for node in tree.find_all((nodes.If, nodes.CondExpr))
        for name in nodes.List([node.test]).find_all(nodes.Name)  # type: ignore[attr-defined]  # both have one
    }


class _Reader:
    """Walks through a tree with the values that names have at each place."""

    def __init__(self) -> None:
        self.reading = Reading()
        self._testing = 0

    def body(self, body: Sequence[nodes.Node], scope: _Scope) -> None:
        """Read statements in their order; settings stay in *scope*."""
        for node in body:
            self._statement(node, scope)

    @singledispatchmethod
    def _statement(self, node: nodes.Node, scope: _Scope) -> None:
        for child in node.iter_child_nodes():
            self._statement(child, scope)

    @_statement.register
    def _(self, node: nodes.Output, scope: _Scope) -> None:
        for part in node.nodes:
            self._print(part, self._value(part, scope))

    @_statement.register
    def _(self, node: nodes.If, scope: _Scope) -> None:
        self._condition(node.test, scope)
        for body in (node.body, node.elif_, node.else_):
            self.body(body, scope)

    @_statement.register
    def _(self, node: nodes.Assign, scope: _Scope) -> None:
        self._assign(node.target, self._value(node.node, scope), scope)

    @_statement.register
    def _(self, node: nodes.AssignBlock, scope: _Scope) -> None:
        self.body(node.body, scope)
        self._assign(node.target, (_Value(_TEXT),), scope)

    @_statement.register
    def _(self, node: nodes.With, scope: _Scope) -> None:
        inner = dict(scope)
        for target, value in zip(node.targets, node.values, strict=True):
            self._assign(target, self._value(value, scope), inner)
        self.body(node.body, inner)

    @_statement.register
    def _(self, node: nodes.Macro, scope: _Scope) -> None:
        inner = {**scope, **{argument.name: _ANY for argument in node.args}}
        inner.update(varargs=_ANY, kwargs=_ANY, caller=_ANY)
        self.body(node.body, inner)

    @_statement.register
    def _(self, node: nodes.Expr, scope: _Scope) -> None:
        self._value(node, scope)

    def _print(self, node: nodes.Node, values: Sequence[_Value]) -> None:
        for value in values:
            if value.shape.kind in {"group", "list"}:
                self.reading.unprintable.append(node)
                return

    @_statement.register
    def _(self, node: nodes.For, scope: _Scope) -> None:
        items = _items(self._value(node.iter, scope))
        inner = dict(scope)
        self._assign(node.target, items, inner)
        inner["loop"] = (_Value(Shape("group", model=_Loop)),)
        inner[_ITEM] = items
        if node.test is not None:
            self._condition(node.test, inner)
        self.body(node.body, inner)
        self.body(node.else_, dict(scope))

    def _assign(self, target: nodes.Node, values: Sequence[_Value], scope: _Scope) -> None:
        if isinstance(target, nodes.Name):
            scope[target.name] = values
        else:
            for name in target.find_all(nodes.Name):
                scope[name.name] = _ANY

    def _condition(self, node: nodes.Node, scope: _Scope) -> None:
        """Read a test: it asks for fields and prints none of them."""
        self._testing += 1
        self._value(node, scope)
        self._testing -= 1

    @singledispatchmethod
    def _value(self, node: nodes.Node, scope: _Scope) -> Sequence[_Value]:
        for child in node.iter_child_nodes():
            self._value(child, scope)
        return _ANY

    @_value.register
    def _(self, _node: nodes.TemplateData, _scope: _Scope) -> Sequence[_Value]:
        return (_Value(_TEXT),)

    @_value.register
    def _(self, node: nodes.CondExpr, scope: _Scope) -> Sequence[_Value]:
        self._condition(node.test, scope)
        first = self._value(node.expr1, scope)
        return (*first, *(self._value(node.expr2, scope) if node.expr2 else ()))

    @_value.register(nodes.Or)
    @_value.register(nodes.And)
    def _(self, node: nodes.BinExpr, scope: _Scope) -> Sequence[_Value]:
        return (*self._value(node.left, scope), *self._value(node.right, scope))

    @_value.register(nodes.Compare)
    @_value.register(nodes.Not)
    @_value.register(nodes.Test)
    def _(self, node: nodes.Expr, scope: _Scope) -> Sequence[_Value]:
        for child in node.iter_child_nodes():
            self._condition(child, scope)
        return (_Value(_TRUTH),)

    @_value.register(nodes.List)
    @_value.register(nodes.Tuple)
    def _(self, node: nodes.List | nodes.Tuple, scope: _Scope) -> Sequence[_Value]:
        values = tuple(value for item in node.items for value in self._value(item, scope))
        return (_Value(Shape("list", item=Shape("any")), items=values),)

    @_value.register
    def _(self, node: nodes.Getattr, scope: _Scope) -> Sequence[_Value]:
        return self._attribute(node, node.attr, self._value(node.node, scope), scope)

    @_value.register
    def _(self, node: nodes.Name, scope: _Scope) -> Sequence[_Value]:
        if node.name not in scope:
            choices = tuple(sorted(name for name in scope if name.isidentifier()))
            self.reading.unknown.append(UnknownName(node, node.name, choices))
            return _ANY
        return self._used(scope[node.name])

    def _used(self, values: Sequence[_Value]) -> Sequence[_Value]:
        if not self._testing:
            self.reading.used.update(value.path for value in values if value.path)
        return values

    def _attribute(
        self, node: nodes.Node, name: str, values: Sequence[_Value], scope: _Scope
    ) -> Sequence[_Value]:
        found: list[_Value] = []
        choices: list[str] = []
        for value in values:
            if value.shape.model is _Loop and name in {"previtem", "nextitem"}:
                found.extend(scope.get(_ITEM, _ANY))
            elif value.shape.model is not None:
                known = _LOOP if value.shape.model is _Loop else fields_of(value.shape.model)
                choices.extend(known)
                if name in known:
                    path = f"{value.path}.{name}" if value.path else ""
                    found.append(_Value(known[name], path))
            elif value.shape.kind in {"any", "text"}:
                found.extend(_ANY)
        if not found:
            self.reading.unknown.append(UnknownName(node, name, tuple(choices)))
            return _ANY
        return self._used(found)

    @_value.register
    def _(self, node: nodes.Getitem, scope: _Scope) -> Sequence[_Value]:
        values = self._value(node.node, scope)
        if isinstance(node.arg, nodes.Slice):
            self._value(node.arg, scope)
            return values
        if isinstance(node.arg, nodes.Const) and isinstance(node.arg.value, str):
            return self._attribute(node, node.arg.value, values, scope)
        self._value(node.arg, scope)
        return self._used(_items(values))

    @_value.register
    def _(self, node: nodes.Filter, scope: _Scope) -> Sequence[_Value]:
        values = self._value(node.node, scope) if node.node is not None else _ANY
        arguments = list(node.args)
        named = {str(keyword.key): keyword.value for keyword in node.kwargs}
        attribute = named.get("attribute")
        if attribute is None and node.name in _BY_ATTRIBUTE and arguments:
            attribute = arguments.pop(0)
        for other in (*arguments, *(value for key, value in named.items() if key != "attribute")):
            self._value(other, scope)
        read = values
        if isinstance(attribute, nodes.Const) and isinstance(attribute.value, str):
            read = _items(values)
            for name in attribute.value.split("."):
                read = self._attribute(node, name, read, scope)
        if node.name == "pieces":
            return tuple(self._pieces(values))
        if node.name in _TEXTS:
            return (_Value(_TEXT),)
        if node.name == "map" and attribute is not None:
            return tuple(_Value(Shape("list", item=value.shape), value.path) for value in read)
        if node.name in _KEEPING:
            return values
        return self._used(_items(values)) if node.name in _TAKING else _ANY

    def _pieces(self, values: Sequence[_Value]) -> Iterator[_Value]:
        """Yield what ``{{r … }}`` prints: a text, a paragraph or its stretches."""
        for value in values:
            runs = fields_of(value.shape.model).get("runs") if value.shape.model else None
            if runs is None:
                yield value
                continue
            self._used((replace(value, path=f"{value.path}.text"),))
            yield _Value(runs, f"{value.path}.runs")


class _Loop:
    """Stands for what ``loop`` is."""


_ITEM = "the item of the loop"


def _items(values: Sequence[_Value]) -> tuple[_Value, ...]:
    """Return what the items of lists are; an item of anything else is of its own kind."""
    found: list[_Value] = []
    for value in values:
        if value.items:
            found.extend(value.items)
        elif value.shape.item is not None:
            found.append(_Value(value.shape.item, f"{value.path}[]" if value.path else ""))
        else:
            found.append(_Value(value.shape if value.shape.kind == "text" else Shape("any")))
    return tuple(found) or _ANY
