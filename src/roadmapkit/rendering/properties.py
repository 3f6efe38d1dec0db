"""Document properties: what the file says about itself, with nothing that changes by itself."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from lxml import etree

from roadmapkit.rendering.archive import CONTENT_TYPES
from roadmapkit.rendering.ooxml import CONTENT_TYPE_NS, RELATIONSHIP_NS, parse, serialize

__all__ = [
    "CORE",
    "CUSTOM",
    "KIND_PROPERTY",
    "ROOT",
    "VERSION_PROPERTY",
    "content_version",
    "core_properties",
    "count_custom_properties",
    "custom_properties",
    "read_custom_properties",
    "root_with_properties",
    "types_with_properties",
    "with_properties",
]

KIND_PROPERTY = "roadmapkit-template"
"""Custom property by which a template says what kind of document it prints."""

VERSION_PROPERTY = "roadmapkit-template-version"
"""Custom property by which a copy says of which packaged template it was made."""

CORE = "docProps/core.xml"
CUSTOM = "docProps/custom.xml"
"""The part with custom properties."""

ROOT = "_rels/.rels"
"""The part with the relationships of the package itself."""

_CORE_NS = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_DC_NS = "http://purl.org/dc/elements/1.1/"
_CUSTOM_NS = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_TYPES_NS = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_FORMAT_ID = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_CORE_RELATIONSHIP = (
    "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
)
_CUSTOM_RELATIONSHIP = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"
)
_CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
_CUSTOM_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"


def read_custom_properties(members: Mapping[str, bytes]) -> dict[str, str]:
    """Return the custom properties of a package whose values are text."""
    if CUSTOM not in members:
        return {}
    found: dict[str, str] = {}
    for element in parse(members[CUSTOM]).iter(f"{{{_CUSTOM_NS}}}property"):
        value = element.find(f"{{{_TYPES_NS}}}lpwstr")
        if value is not None:
            found[element.get("name", "")] = value.text or ""
    return found


def count_custom_properties(members: Mapping[str, bytes]) -> int:
    """Return how many custom properties a package has, of whatever type."""
    if CUSTOM not in members:
        return 0
    return sum(1 for _ in parse(members[CUSTOM]).iter(f"{{{_CUSTOM_NS}}}property"))


def content_version(members: Mapping[str, bytes]) -> str:
    """Return a short digest of what a template holds beside its properties."""
    digest = hashlib.sha256()
    for name in sorted(members):
        if not name.startswith("docProps/"):
            digest.update(f"{name} {len(members[name])}\n".encode())
            digest.update(members[name])
    return digest.hexdigest()[:16]


def with_properties(
    members: Mapping[str, bytes], *, title: str, language: str, custom: Mapping[str, str]
) -> dict[str, bytes]:
    """Return the members of a package with its properties written anew.

    Author, times and counters of the template are dropped, its other custom
    properties stay.

    Args:
        members: Contents by member name.
        title: Title of the document.
        language: Language tag.
        custom: Custom properties to add, in any order.

    Raises:
        ValueError: A value holds a character that XML cannot.
    """
    merged = {**read_custom_properties(members), **custom}
    merged.pop(VERSION_PROPERTY, None)  # it is about the template, not about the document
    changed = dict(members)
    changed[CORE] = core_properties(title, language)
    changed[CUSTOM] = custom_properties(merged)
    changed[ROOT] = root_with_properties(changed[ROOT])
    changed[CONTENT_TYPES] = types_with_properties(changed[CONTENT_TYPES])
    return changed


def root_with_properties(data: bytes) -> bytes:
    """Return the relationships of a package with those to its properties."""
    return _related(data, {_CORE_RELATIONSHIP: CORE, _CUSTOM_RELATIONSHIP: CUSTOM})


def types_with_properties(data: bytes) -> bytes:
    """Return the content types of a package with those of its properties."""
    return _typed(data, {f"/{CORE}": _CORE_TYPE, f"/{CUSTOM}": _CUSTOM_TYPE})


def custom_properties(values: Mapping[str, str]) -> bytes:
    """Return the part with custom properties, sorted by name."""
    prefixes: dict[str | None, str] = {None: _CUSTOM_NS, "vt": _TYPES_NS}
    root = etree.Element(
        f"{{{_CUSTOM_NS}}}Properties",
        nsmap=prefixes,  # type: ignore[arg-type]  # the stubs know no default namespace
    )
    for number, name in enumerate(sorted(values), start=2):
        element = etree.SubElement(root, f"{{{_CUSTOM_NS}}}property")
        element.set("fmtid", _FORMAT_ID)
        element.set("pid", str(number))
        element.set("name", name)
        etree.SubElement(element, f"{{{_TYPES_NS}}}lpwstr").text = values[name]
    return serialize(root)


def core_properties(title: str, language: str) -> bytes:
    """Return the part with title and language, and nothing of the template's author."""
    root = etree.Element(f"{{{_CORE_NS}}}coreProperties", nsmap={"cp": _CORE_NS, "dc": _DC_NS})
    etree.SubElement(root, f"{{{_DC_NS}}}title").text = title
    etree.SubElement(root, f"{{{_DC_NS}}}language").text = language
    return serialize(root)


def _related(data: bytes, wanted: Mapping[str, str]) -> bytes:
    root = parse(data)
    for element in list(root):
        if element.get("Type") in wanted:
            root.remove(element)
    taken = {element.get("Id") for element in root}
    free = (f"rId{number}" for number in range(1, len(taken) + len(wanted) + 2))
    names = [name for name in free if name not in taken]
    for name, (kind, target) in zip(names, sorted(wanted.items()), strict=False):
        element = etree.SubElement(root, f"{{{RELATIONSHIP_NS}}}Relationship")
        element.set("Id", name)
        element.set("Type", kind)
        element.set("Target", target)
    return serialize(root)


def _typed(data: bytes, wanted: Mapping[str, str]) -> bytes:
    root = parse(data)
    for element in list(root):
        if element.get("PartName") in wanted:
            root.remove(element)
    for part, kind in sorted(wanted.items()):
        element = etree.SubElement(root, f"{{{CONTENT_TYPE_NS}}}Override")
        element.set("PartName", part)
        element.set("ContentType", kind)
    return serialize(root)
