"""The language of templates: Jinja that can print finished text and little else."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from jinja2 import StrictUndefined, Undefined
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context, LoopContext, Macro
from markupsafe import Markup, escape

from roadmapkit.documents import view
from roadmapkit.rendering.coding import StreamingEnvironment
from roadmapkit.rendering.guards import GUARD_FILTERS, require_short
from roadmapkit.rendering.limits import CALL, TURN, spend
from roadmapkit.rendering.measured import MEASURED_FILTERS, method_cost
from roadmapkit.rendering.nesting import find_crossing

__all__ = ["TemplateEnvironment", "UnprintableError", "printed", "twips"]


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


_STRING_METHODS = _names(
    "capitalize count endswith find isalpha isdigit islower istitle isupper join lower lstrip "
    "partition removeprefix removesuffix replace rpartition rstrip split splitlines startswith "
    "strip title upper"
)
# XML 1.0, production [2]: what a document can hold.
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_BREAKS = str.maketrans(
    {
        "\n": '</w:t><w:br/><w:t xml:space="preserve">',
        "\t": '</w:t><w:tab/><w:t xml:space="preserve">',
    }
)
_VIEW_MODELS = frozenset(
    model for name in view.__all__ if is_dataclass(model := getattr(view, name))
)
_ENTITY = re.compile(r"&(?!(?:lt|gt|amp|quot|apos|#34|#39);)")
_MOST_BITS = 64
_LONG = 4096
"""Bytes of a value from which on it is paid for at once, before it takes memory many times."""

# Fields of view models by names that nothing else has which a template can lay hands on:
# whatever such a name finds is a field, or a value that the sandbox would give out too.
_OTHER_KINDS = (str, bytes, int, float, tuple, list, dict, set, Markup, Macro, LoopContext, Context)
_PLAIN_NAMES = frozenset(
    item.name for model in _VIEW_MODELS for item in fields(model) if not item.name.startswith("_")
) - frozenset(name for kind in _OTHER_KINDS for name in dir(kind))
_METHODS_OF_MAPPINGS = frozenset(dir(dict))
_ENTITIES = tuple((sign.encode(), str(escape(sign)).encode()) for sign in "&<>\"'")
_UNUSUAL = bytes(range(0x20)) + b"\xef"
"""Bytes to look closer at: breaks, controls, the first one of the characters about U+FFFE."""

_NOT_AS_IT_IS = _UNUSUAL + b"".join(sign for sign, _ in _ENTITIES)
_JUSTIFICATION = {"left": "left", "center": "center", "right": "right", "justify": "both"}


class UnprintableError(ValueError):
    """A value is no text, or holds a character that a Word document cannot.

    Attributes:
        value: The value.
        character: The character, or None where the value is no text at all.
    """

    def __init__(self, value: object, character: str | None = None) -> None:
        super().__init__(repr(value))
        self.value = value
        self.character = character


class TemplateEnvironment(StreamingEnvironment):
    """Jinja for templates that may be hostile.

    Undefined names are errors, values are escaped, a line break in a value becomes
    one in Word, and what could eat memory or time for nothing is not there: no
    ``range``, no repetition or padding of strings, no method calls but harmless ones.
    """

    intercepted_binops = frozenset({"*", "**", "%", "+"})
    plain_names = _PLAIN_NAMES

    def __init__(self) -> None:
        self.macro_sizes: Mapping[str, int] = {}
        super().__init__(
            autoescape=True,
            undefined=StrictUndefined,
            finalize=_finalize,
            keep_trailing_newline=True,
            cache_size=0,
        )
        self.globals.clear()
        self.filters = {**MEASURED_FILTERS, **GUARD_FILTERS}
        self.filters.update(
            dxa=_column_width, grid_width=_grid_width, halfpoints=_halfpoints, jc=_justification
        )

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Read a field of a view model or a key directly, anything else through the sandbox.

        Why: view models are frozen and have no methods, and a table of thousands of
        rows reads hundreds of thousands of fields.
        """
        kind = type(obj)
        try:
            if kind in _VIEW_MODELS and not attribute.startswith("_"):
                return getattr(obj, attribute)
            if kind is dict and attribute not in _METHODS_OF_MAPPINGS:
                return obj[attribute]
        except (AttributeError, KeyError):
            pass
        return super().getattr(obj, attribute)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Allow arithmetic on numbers, but no repetition or formatting of strings."""
        numbers = isinstance(left, int | float) and isinstance(right, int | float)
        if operator == "+" and not numbers:
            require_short(sum(len(side) for side in (left, right) if hasattr(side, "__len__")))
            return super().call_binop(context, operator, left, right)
        if not numbers or operator == "**":
            raise SecurityError(f"{operator} on values that are not numbers")
        whole = isinstance(left, int) and isinstance(right, int)
        if whole and left.bit_length() + right.bit_length() > _MOST_BITS:
            raise SecurityError("numbers that large")
        return super().call_binop(context, operator, left, right)

    def call(self, context: Context, obj: Any, /, *args: Any, **kwargs: Any) -> Any:
        """Call what may be called, and have it paid for."""
        spend(self.macro_sizes.get(obj.name, 0) + CALL if isinstance(obj, Macro) else TURN)
        owner = getattr(obj, "__self__", None)
        if isinstance(owner, str):
            require_short(method_cost(owner, obj.__name__, args))
        return super().call(context, obj, *args, **kwargs)

    def is_safe_callable(self, obj: Any) -> bool:
        """Allow functions of our own and harmless methods of strings."""
        if isinstance(getattr(obj, "__self__", None), str):
            return obj.__name__ in _STRING_METHODS
        return super().is_safe_callable(obj)

    def wrap_str_format(self, value: Any) -> None:
        """Leave ``str.format`` to :meth:`is_safe_callable`, which refuses it."""


def twips(millimetres: float) -> int:
    """Return a length in twentieths of a point, Word's unit, rounded."""
    return round(millimetres * 1440 / 25.4)


def _column_width(column: view.TableColumn | float) -> int:
    return twips(column.width_mm if isinstance(column, view.TableColumn) else column)


def _grid_width(columns: Iterable[view.TableColumn | float]) -> int:
    return sum(_column_width(column) for column in columns)


def _halfpoints(points: float) -> int:
    return round(points * 2)


def _justification(align: str) -> str:
    return _JUSTIFICATION.get(align, "left")


def printed(value: object) -> bytes:
    """Return what a value is in a document, encoded.

    It is paid for with the rest of the part, unless it is long.

    Raises:
        UnprintableError: Not text, or with a character that XML cannot hold.
        jinja2.UndefinedError: Not defined.
    """
    if type(value) is str:
        try:
            data = value.encode()
        except UnicodeEncodeError:  # half a character: said below
            data = b"\0"
        size = len(data)
        if size > _LONG:
            spend(size)
        if len(data.translate(None, _NOT_AS_IT_IS)) == size:
            return data
        if len(data.translate(None, _UNUSUAL)) == size:
            for sign, entity in _ENTITIES:  # the first of them is &
                data = data.replace(sign, entity)
            return data
    return str(_finalize(value)).encode()


def _finalize(value: object) -> object:
    """Turn a value of a template into text for a run of Word.

    Raises:
        UnprintableError: Not text, or with a character that XML cannot hold.
        jinja2.UndefinedError: Not defined.
    """
    if type(value) is int:
        spend(TURN)
        return value
    if isinstance(value, Undefined):
        return str(value)
    html = isinstance(value, Markup)  # what other objects call so is of another library
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise UnprintableError(value)
    text = str(value)
    if found := _NOT_XML.search(text):
        raise UnprintableError(text, found[0])
    spend(len(text))
    if html:
        if _ENTITY.search(text) or ("<" in text and find_crossing(text)):
            raise UnprintableError(value)  # a filter has cut finished text to pieces
        return Markup(text)  # noqa: S704 - says itself that it is markup
    escaped = str(escape(text))
    if "\n" in escaped or "\t" in escaped or "\r" in escaped:
        escaped = escaped.replace("\r\n", "\n").replace("\r", "\n").translate(_BREAKS)
    return Markup(escaped)  # noqa: S704 - escaped above, the breaks are our own
