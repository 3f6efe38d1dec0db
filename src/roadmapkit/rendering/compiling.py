"""The compiled parts of a template: made once, and kept on disk between runs.

What is kept is code, so it is taken from a folder that only its user can write, only from
the very files that this machine has put there, and only where it was kept under everything
that it depends on: a cache that came with the files of somebody else, or was filled by
another version, by other settings of the language or by another program gives nothing.
"""

from __future__ import annotations

import hashlib
import marshal
import sys
from collections.abc import Iterable
from functools import cache
from importlib.util import MAGIC_NUMBER, find_spec
from pathlib import Path
from types import CodeType
from typing import TYPE_CHECKING

from lxml import etree

from roadmapkit.rendering.running import PartCode

if TYPE_CHECKING:
    from roadmapkit.cache import CacheFolder
    from roadmapkit.rendering.package import Package
    from roadmapkit.rendering.sandbox import TemplateEnvironment

__all__ = ["compiled_parts"]

_KIND = "template"


def compiled_parts(
    environment: TemplateEnvironment,
    package: Package,
    source: tuple[str, str],
    names: Iterable[str] | None,
    cache: CacheFolder | None,
) -> tuple[PartCode, ...]:
    """Return the compiled parts of a template, the main part first.

    Args:
        environment: The language.
        package: The template.
        source: Its name for messages, and the digest of its file.
        names: Names that tags may use; None where they are not known beforehand.
        cache: Where compiled parts are kept; None keeps nothing.

    Raises:
        RenderError: A tag cannot be read, crosses others, or names what there is not.
    """
    known = None if names is None else sorted(names)
    key = ""
    if cache is not None:
        key = repr((*source, known, _language(environment), _tools()))
        data = cache.get(_KIND, key, bound=True)
        kept = _read(data) if data is not None else None
        if kept is not None and tuple(part.name for part in kept) == package.texts:
            return kept
    from roadmapkit.rendering.compiled import compile_part

    members = package.members
    parts = tuple(
        compile_part(environment, source[0], part, members[part], names=known)
        for part in package.texts
    )
    if cache is not None:
        cache.put(_KIND, key, marshal.dumps([_plain(part) for part in parts]), bound=True)
    return parts


def _plain(part: PartCode) -> tuple[object, ...]:
    return part.name, part.code, part.readers, part.marked, part.varies, dict(part.macros)


def _read(data: bytes) -> tuple[PartCode, ...] | None:
    """Return kept parts, or None where the data, though ours, are of another form."""
    try:
        parts = tuple(PartCode(*fields) for fields in marshal.loads(data))  # noqa: S302  # sealed
    except (ValueError, TypeError, EOFError):
        return None
    if all(isinstance(part.name, str) and isinstance(part.code, CodeType) for part in parts):
        return parts
    return None


def _language(environment: TemplateEnvironment) -> tuple[object, ...]:
    """Return every setting of a language that compiled code depends on."""
    return (
        [f"{kind.__module__}.{kind.__qualname__}" for kind in type(environment).__mro__],
        environment.code_generator_class.__qualname__,
        sorted(environment.plain_names),
        repr(environment.autoescape),
        environment.undefined.__qualname__,
        getattr(environment.finalize, "__qualname__", None),
        sorted(environment.extensions),
        sorted(environment.filters),
        sorted(environment.tests),
        sorted(environment.globals),
        sorted(environment.intercepted_binops),
        sorted(environment.intercepted_unops),
        environment.optimized,
        environment.keep_trailing_newline,
        [environment.block_start_string, environment.variable_start_string],
        [environment.trim_blocks, environment.lstrip_blocks, environment.newline_sequence],
    )


@cache
def _tools() -> tuple[str, ...]:
    """Return what compiles: Python, lxml, and to the letter docxtpl, Jinja and we ourselves.

    Nothing is imported for it: a template that is in the cache needs no docxtpl.
    """
    sources = hashlib.sha256()
    for package in ("docxtpl", "jinja2", "markupsafe", __package__):
        spec = find_spec(package)
        for folder in spec.submodule_search_locations or () if spec is not None else ():
            for path in sorted(Path(folder).glob("*.py")):
                data = path.read_bytes()
                sources.update(f"{package}/{path.name} {len(data)}\n".encode())
                sources.update(data)
    return (
        sys.implementation.name,
        sys.version,
        MAGIC_NUMBER.hex(),
        repr(etree.LXML_VERSION),
        sources.hexdigest(),
    )
