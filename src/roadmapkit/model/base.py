"""Building blocks of the models: what a scalar, a list and a choice of an author may be.

Each type says twice what it accepts, to pydantic and to JSON Schema; a property test
holds the two against each other.
"""

from datetime import date
from typing import Annotated, Any, Literal, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, GetJsonSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError

from roadmapkit.lazily import regex

__all__ = [
    "Count",
    "Day",
    "Filled",
    "Id",
    "Many",
    "Model",
    "OneOrMany",
    "Orientation",
    "Text",
    "Verbatim",
    "Weight",
]

_ID = r"^[A-Za-zА-Яа-яЁё0-9-]+$"

# Years 1900-2199: every real day and no other, so that a schema can judge it too.
_LEAP = "(?:19|20|21)(?:0[48]|[2468][048]|[13579][26])|2000"
_YEAR = "(?:19|20|21)[0-9]{2}"
_ISO_DAY = (
    f"(?:{_YEAR})-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])"
    "|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8]))"
    f"|(?:{_LEAP})-02-29"
)
_DOTTED_DAY = (
    r"(?:(?:0[1-9]|[12][0-9]|3[01])\.(?:0[13578]|1[02])"
    r"|(?:0[1-9]|[12][0-9]|30)\.(?:0[469]|11)|(?:0[1-9]|1[0-9]|2[0-8])\.02)"
    rf"\.{_YEAR}|29\.02\.(?:{_LEAP})"
)
_DAY = f"^(?:{_ISO_DAY}|{_DOTTED_DAY})$"
_DAY_PATTERN = regex(_DAY)
_ID_PATTERN = regex(_ID)


class Model(BaseModel):
    """Base of every model: frozen, strict, and without unknown keys."""

    # A workspace rarely has every kind of document: a model is made ready when it is met.
    # Defaults of ours are sound, so they come from ``model_construct``, which needs no validator.
    model_config = ConfigDict(
        frozen=True, extra="forbid", strict=True, populate_by_name=False, defer_build=True
    )


class _JsonSchema:
    """Replaces or wraps the JSON Schema that pydantic would derive."""

    def __init__(self, schema: dict[str, Any] | None = None, *, nullable: bool = False) -> None:
        self._schema = schema
        self._nullable = nullable

    def __get_pydantic_json_schema__(
        self, core_schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        schema = dict(self._schema) if self._schema is not None else handler(core_schema)
        if self._nullable:
            return {"anyOf": [schema, {"type": "null"}]}
        return schema


def _printed(value: Any) -> Any:
    """Return the characters of a bare number; a number that is printed is text."""
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if isinstance(value, str) and not value.strip():
        raise PydanticCustomError("text_blank", "Text must not be blank")
    return value


def _identifier(value: Any) -> Any:
    value = _printed(value)
    if isinstance(value, str):
        if not _ID_PATTERN.search(value):
            raise PydanticCustomError(
                "id_characters", "An id holds letters, digits and hyphens", {"value": value}
            )
        return value.strip()
    return value


def _day(value: Any) -> Any:
    if isinstance(value, date):
        return value
    if not isinstance(value, str):
        raise PydanticCustomError("day_type", "A date is text", {"value": value})
    if not _DAY_PATTERN.search(value):
        raise PydanticCustomError("day_invalid", "Not a day of the calendar", {"value": value})
    text = value.strip()
    if "." in text:
        day, month, year = text.split(".")
        return date(int(year), int(month), int(day))
    return date.fromisoformat(text)


def _items(value: Any) -> Any:
    if value is None:
        return ()
    return tuple(value) if isinstance(value, list) else value


def _one_or_more(value: Any) -> Any:
    if value is None:
        return ()
    if isinstance(value, list):
        return tuple(value)
    return value if isinstance(value, tuple) else (value,)


class _OneOrManySchema:
    """An array of items, or one item, or nothing."""

    def __get_pydantic_json_schema__(
        self, core_schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        array = handler(core_schema)
        return {"anyOf": [array["items"], array, {"type": "null"}]}


class _FilledSchema:
    """An array of at least one item, or one item."""

    def __get_pydantic_json_schema__(
        self, core_schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        array = handler(core_schema)
        return {"anyOf": [array["items"], array]}


def _at_least_one(value: Any) -> Any:
    if isinstance(value, list):
        return tuple(value)
    return value if isinstance(value, tuple) or value is None else (value,)


Text = Annotated[
    str,
    BeforeValidator(_printed),
    _JsonSchema({"type": ["string", "integer"], "pattern": r"\S"}),
]
"""Text that is printed; a bare number is accepted and keeps its digits."""

Id = Annotated[
    str,
    BeforeValidator(_identifier),
    _JsonSchema({"type": ["string", "integer"], "pattern": _ID}),
]
"""Identifier: Latin or Cyrillic letters, digits, hyphens."""

Day = Annotated[date, BeforeValidator(_day), _JsonSchema({"type": "string", "pattern": _DAY})]
"""A day, as ``2024-01-31`` or ``31.01.2024``."""

Count = Annotated[int, Field(ge=1, le=1000)]
Weight = Annotated[int, Field(ge=1, le=1000)]
"""Width of a column in relation to the others."""

Orientation = Literal["книжная", "альбомная"]
"""Orientation of a page."""

T = TypeVar("T")
Many = Annotated[tuple[T, ...], BeforeValidator(_items), _JsonSchema(nullable=True)]
"""A list; an empty key is an empty list."""

OneOrMany = Annotated[tuple[T, ...], BeforeValidator(_one_or_more), _OneOrManySchema()]
"""One item or a list of them."""

Filled = Annotated[
    tuple[T, ...], Field(min_length=1), BeforeValidator(_at_least_one), _FilledSchema()
]
"""One item or a list of at least one."""

Verbatim = Annotated[
    OneOrMany[Text],
    Field(
        description="Что печатать знак в знак, без исправления кавычек, тире и пробелов: "
        "ключи (note) или места (chapters.2.text)"
    ),
]
"""Keys or places whose texts are printed as they are written."""
