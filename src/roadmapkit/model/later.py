"""Models inside other models that are loaded when a document has something of them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any

from pydantic_core.core_schema import CoreSchema, no_info_plain_validator_function

if TYPE_CHECKING:
    from pydantic import BaseModel, GetCoreSchemaHandler, GetJsonSchemaHandler

__all__ = ["later", "model_meant"]

_MEANT = "roadmapkit_later"


@cache
def later(module: str, name: str) -> Any:
    """Return what stands for a model in the annotations of other models.

    Most plans have no appendices of their own and no papers, and the models of these are more
    than half of what a plan could hold. They accept and refuse what they would in their own
    place, with the same errors at the same places, and the JSON Schema is the same; other
    models have to name them in this way too. Type checkers are to be shown the model itself,
    under ``TYPE_CHECKING``.

    Args:
        module: Module of this package, such as ``appendix``.
        name: The model in it.
    """

    def model() -> type[BaseModel]:
        found: type[BaseModel] = getattr(import_module(f"roadmapkit.model.{module}"), name)
        return found

    def validated(value: Any) -> BaseModel:
        return model().model_validate(value)

    class Later:
        @classmethod
        def __get_pydantic_core_schema__(
            cls, source: Any, handler: GetCoreSchemaHandler
        ) -> CoreSchema:
            return no_info_plain_validator_function(
                validated, ref=_reference(cls), metadata={_MEANT: model}
            )

        @classmethod
        def __get_pydantic_json_schema__(
            cls, core_schema: CoreSchema, handler: GetJsonSchemaHandler
        ) -> dict[str, Any]:
            meant = model()
            meant.model_rebuild()
            return handler(_named(meant.__pydantic_core_schema__, _reference(cls)))

    def _reference(cls: type) -> str:
        return f"roadmapkit.model.{module}.{name}:{id(cls)}"

    return Later


def _named(schema: CoreSchema, reference: str) -> CoreSchema:
    """Return a schema under a name, by which the JSON Schema has it among its definitions."""
    if schema["type"] == "definitions":
        return {**schema, "schema": _named(schema["schema"], reference)}
    named: Any = {**schema, "ref": reference}
    return named  # type: ignore[no-any-return]  # the same kind of schema with one more key


def model_meant(schema: Mapping[str, Any]) -> type[BaseModel] | None:
    """Return the model that a core schema stands for, None where it is not by :func:`later`."""
    model = schema.get("metadata", {}).get(_MEANT)
    return model() if model else None
