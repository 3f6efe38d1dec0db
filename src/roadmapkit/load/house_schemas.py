"""Schemas of the house: what it demands of its documents beyond the format."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from roadmapkit.diagnostics import Diagnostic, Message, Span
from roadmapkit.load.codes import HOUSE_SCHEMA_UNUSABLE
from roadmapkit.load.document import LoadedDocument
from roadmapkit.load.violations import explain_violation
from roadmapkit.model.settings import Settings
from roadmapkit.source import Origin, SourceText, parse_source, read_source

if TYPE_CHECKING:
    from jsonschema.protocols import Validator

__all__ = ["check_house_schemas"]


def check_house_schemas(
    root: Path, settings: Settings, documents: Sequence[LoadedDocument]
) -> tuple[list[Diagnostic], dict[str, str]]:
    """Hold every document against every schema that the settings name.

    The schemas see the documents as they are written, before any default is put in.
    They may refer to themselves only: nothing is fetched from anywhere.

    Args:
        root: Folder of the workspace, which the schemas lie in.
        settings: Names the schemas under ``checks.schemas``.
        documents: Sound documents of the workspace, the settings among them.

    Returns:
        What was found, and the digests of the schemas that were read, by name.
    """
    origin = next((item.origin for item in documents if item.model is settings), None)
    found: list[Diagnostic] = []
    digests: dict[str, str] = {}
    for number, name in enumerate(settings.checks.schemas):
        entry = origin.child("checks", "schemas", number).span if origin else None
        house = _House(root, name, entry)
        found += house.check(documents)
        digests[name.removeprefix("./")] = house.digest
    return list(dict.fromkeys(found)), digests


class _House:
    """One schema of the house."""

    def __init__(self, root: Path, name: str, entry: Span | None) -> None:
        """Name the schema.

        Args:
            root: Folder of the workspace.
            name: Path of the schema from there.
            entry: Where the settings name it.
        """
        self._root = root
        self._name = name
        self._entry = entry
        self._found: list[Diagnostic] = []
        self.digest = ""

    def check(self, documents: Sequence[LoadedDocument]) -> list[Diagnostic]:
        """Return what is wrong with the schema, or with the documents by its measure."""
        validator = self._validator()
        if validator is None:
            return self._found
        for document in documents:
            found = self._violations(validator, document.origin)
            if found is None:
                break
            self._found += found
        return self._found

    def _violations(self, validator: Validator, origin: Origin) -> list[Diagnostic] | None:
        """Return the violations of one document, None where the schema fails in use."""
        from referencing.exceptions import Unresolvable

        try:
            errors = list(validator.iter_errors(origin.document.data))
        except Unresolvable as error:
            reason = Message(
                "{reference!r} leads to nothing inside the schema", reference=error.ref
            )
        except RecursionError:
            reason = Message("It refers to itself without end")
        else:
            return [
                finding
                for error in errors
                for finding in explain_violation(origin.document, self._name, error)
            ]
        self._refuse(reason)
        return None

    def _validator(self) -> Validator | None:
        from jsonschema import Draft202012Validator
        from jsonschema.exceptions import SchemaError
        from jsonschema.validators import validator_for
        from referencing import Registry

        schema = self._read()
        if schema is None:
            return None
        kind = validator_for(schema, default=Draft202012Validator)
        try:
            kind.check_schema(schema)
        except SchemaError as error:
            self._refuse(
                Message(
                    "{keyword} at {place} is not as JSON Schema has it",
                    keyword=str(error.validator),
                    place="/".join(map(str, error.absolute_path)) or "/",
                )
            )
            return None
        # A registry of its own keeps the validator from fetching references.
        return kind(schema, registry=Registry())

    def _read(self) -> dict[str, Any] | None:
        """Return the schema, or report why it cannot be read."""
        path = Path(self._name)
        if path.is_absolute() or ".." in path.parts:
            self._refuse(Message("It must lie in the folder of the workspace"))
            return None
        source, found = read_source(self._root, path)
        if source is None:
            self._refuse(found[0].message)
            return None
        self.digest = source.digest
        return self._read_json(source) if path.suffix == ".json" else self._read_yaml(source)

    def _read_json(self, source: SourceText) -> dict[str, Any] | None:
        try:
            schema = json.loads(source.text)
        except json.JSONDecodeError as error:
            span = source.span(error.pos, error.pos)
            self._refuse(Message("It is not JSON"), at=span)
            return None
        except RecursionError:
            self._refuse(Message("It refers to itself without end"))
            return None
        if isinstance(schema, dict):
            return schema
        self._refuse(Message("It is not a mapping"))
        return None

    def _read_yaml(self, source: SourceText) -> dict[str, Any] | None:
        parsed = parse_source(source)
        self._found += parsed.diagnostics
        if len(parsed.documents) == 1 and not parsed.broken:
            return parsed.documents[0].data
        if not parsed.diagnostics:
            self._refuse(Message("It is more than one document"))
        return None

    def _refuse(self, reason: Message, *, at: Span | None = None) -> None:
        self._found.append(
            HOUSE_SCHEMA_UNUSABLE.at(
                at or self._entry,
                Message(
                    "The schema {name!r} cannot be used: {reason}", name=self._name, reason=reason
                ),
                hint=Message(
                    "Correct the schema, or take it out of checks.schemas in the settings"
                ),
            )
        )
