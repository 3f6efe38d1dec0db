"""The filters that templates have: Jinja's harmless ones, each paid for by what it reads."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any

from jinja2 import pass_environment
from jinja2.environment import Environment
from jinja2.exceptions import SecurityError
from jinja2.filters import FILTERS, make_attrgetter

from roadmapkit.documents.view import Line, Run
from roadmapkit.rendering.guards import require_short
from roadmapkit.rendering.limits import TURN, spend

__all__ = ["MEASURED_FILTERS", "method_cost"]

_NAMES = (
    "abs capitalize count d default dictsort first float groupby int items join last length "
    "list lower map max min reject rejectattr replace reverse round select selectattr sort "
    "string title trim unique upper wordcount"
)
_MOST_DIGITS = 12


def method_cost(text: str, method: str, args: tuple[Any, ...]) -> int:
    """Return how long a text a method of strings makes at most."""
    if method == "replace" and len(args) > 1:
        return _replaced_length(text, args[0], args[1])
    if method == "join" and args and hasattr(args[0], "__len__"):
        return _joined_length(args[0], text)
    return len(text)


def _replaced_length(text: Any, old: Any, new: Any) -> int:
    written, sought = str(text), str(old)
    return len(written) + written.count(sought) * len(str(new))


def _joined_length(values: Any, separator: Any) -> int:
    length = sum(len(value) if isinstance(value, str) else TURN for value in values)
    return length + len(values) * len(str(separator))


def _measured(function: Callable[..., Any]) -> Callable[..., Any]:
    # Jinja hands its context or environment to some filters before the value.
    place = 1 if getattr(function, "jinja_pass_arg", None) is not None else 0

    @wraps(function)
    def measured(*args: Any, **kwargs: Any) -> Any:
        value = args[place]
        spend(len(value) + TURN if hasattr(value, "__len__") else TURN)
        return function(*args, **kwargs)

    return measured


def _escape(value: Any) -> Any:
    """Return the value: everything that is printed is escaped, and only then."""
    return value


def _replace(value: Any, old: str, new: str, count: int | None = None) -> str:
    require_short(_replaced_length(value, old, new))
    return str(value).replace(str(old), str(new), -1 if count is None else count)


@pass_environment
def _join(environment: Environment, value: Any, d: str = "", attribute: Any = None) -> str:
    values = list(value)
    if attribute is not None:
        values = list(map(make_attrgetter(environment, attribute), values))
    texts = [item if isinstance(item, str) else str(item) for item in values]
    require_short(_joined_length(texts, d))
    return str(d).join(texts)


@pass_environment
def _sum(environment: Environment, value: Any, attribute: Any = None, start: Any = 0) -> Any:
    numbers = list(value)
    if attribute is not None:
        numbers = list(map(make_attrgetter(environment, attribute), numbers))
    if not all(isinstance(number, int | float) for number in (*numbers, start)):
        raise SecurityError("a sum of values that are not numbers")
    return sum(numbers, start)


def _pieces(value: Any) -> tuple[Run, ...]:
    """Return a line, its stretches or a plain text as stretches of one look."""
    if isinstance(value, Line):
        return value.runs or (Run(value.text),)
    if isinstance(value, tuple) and all(isinstance(item, Run) for item in value):
        return value
    # Whatever else it is, printing tells: a text is printed, anything else is a fault.
    return (Run(value),)


def _round(value: Any, precision: int = 0, method: str = "common") -> Any:
    if not isinstance(precision, int) or abs(precision) > _MOST_DIGITS:
        raise SecurityError("rounding to that many digits")
    return FILTERS["round"](value, precision, method)


MEASURED_FILTERS: Mapping[str, Callable[..., Any]] = {
    **{name: _measured(FILTERS[name]) for name in sorted(_NAMES.split())},
    "e": _escape,
    "escape": _escape,
    "join": _measured(_join),
    "pieces": _measured(_pieces),
    "replace": _replace,
    "round": _round,
    "sum": _measured(_sum),
}
"""By name; ``attr``, ``safe``, ``format``, ``center`` and whatever swells are not there."""
