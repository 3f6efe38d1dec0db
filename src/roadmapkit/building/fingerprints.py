"""What the bytes of a produced file depend on, part by part."""

from __future__ import annotations

import hashlib
import json
import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property, lru_cache
from pathlib import Path
from unicodedata import unidata_version

from roadmapkit import __version__
from roadmapkit.building.composing import Composed
from roadmapkit.building.provenance import sources_digest
from roadmapkit.documents.view_json import fields_json
from roadmapkit.load import LoadedWorkspace
from roadmapkit.load.file_names import FORMS_LOCK_NAME
from roadmapkit.model.settings import CalendarSettings
from roadmapkit.rendering.compression import COMPRESSORS, compressor_named

__all__ = ["Fingerprint", "Fingerprints", "changed_parts", "equipment", "is_packed_as_here"]

_PRINTERS = ("docxtpl", "jinja2", "lxml", "markupsafe", "python_docx")
_CALENDARS = ("holidays",)
_EVERYTHING = (
    *("babel", "dawg2_python", "dawg_python", "docxtpl", "holidays", "jinja2", "jsonschema"),
    *("lxml", "markdown_it_py", "markupsafe", "pydantic", "pydantic_core", "pymorphy3"),
    *("pymorphy3_dicts_ru", "python_docx", "pytrovich", "pyyaml", "segno"),
)
_HOME = Path(__file__).parents[1]


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What a target depends on.

    Attributes:
        document: Id of the document.
        path: Path of the file below the output folder.
        parts: Digests or versions by name: ``view``, ``template``, ``profile``,
            ``calendar``, ``forms``, ``sources``, ``request``, ``compressor``, ``tools``,
            ``library``; what does not apply is left out.
        printed: Digest of what the file prints and how: the one that its properties hold.
        files: Digests of the files of the workspace that it is made from, by name: they are
            part of the parts already, and only tell which of them has changed.
    """

    document: str
    path: str
    parts: Mapping[str, str]
    printed: str
    files: Mapping[str, str] = field(default_factory=dict)

    @property
    def digest(self) -> str:
        """The digest of all parts together."""
        return _digest(_json([self.document, self.path, dict(self.parts)]))


class Fingerprints:
    """Makes the fingerprints of one workspace's targets.

    Args:
        loaded: The workspace.
    """

    def __init__(self, loaded: LoadedWorkspace) -> None:
        self._loaded = loaded
        self._sources: dict[tuple[str, ...], str] = {}
        self._files: dict[str, str] = {}

    @property
    def compressor(self) -> str:
        """The name of the compressor that packs the documents."""
        return self._loaded.settings.build.compressor

    def sources(self, names: tuple[str, ...]) -> str:
        """Return the digest of some source files."""
        if names not in self._sources:
            found = ((name, self._loaded.source_bytes(name)) for name in names)
            self._sources[names] = sources_digest(found)
        return self._sources[names]

    def _file(self, name: str) -> str:
        """Return the digest of a source file, as short as telling files apart allows."""
        if name not in self._files:
            self._files[name] = _short(hashlib.sha256(self._loaded.source_bytes(name)).hexdigest())
        return self._files[name]

    def of(self, composed: Composed, template: str, *, house: bool = False) -> Fingerprint:
        """Return the fingerprint of a target.

        Args:
            composed: The target.
            template: Digest of the Word template.
            house: Whether it is the house's own.
        """
        target = composed.target
        texts = {name: _encoded(text) for name, text in fields_json(composed.view).items()}
        rest = [b"%b %b" % (_encoded(name), text) for name, text in texts.items() if name != "page"]
        parts = {
            "view": hashlib.sha256(b"\n".join(rest)).hexdigest(),
            "template": template,
            "profile": hashlib.sha256(texts["page"]).hexdigest(),
            "calendar": self._calendar,
            "sources": self.sources(target.sources),
            "compressor": compressor_named(self.compressor).identity,
            "tools": _tools(),
            "library": __version__,
        }
        if FORMS_LOCK_NAME in target.sources:
            parts["forms"] = self.sources((FORMS_LOCK_NAME,))
        if target.request:
            parts["request"] = _digest(target.request)
        printed = _printed(texts, template)
        files = {name: self._file(name) for name in target.sources}
        if house:
            files[f"templates/{composed.view.kind}.docx"] = _short(template)
        return Fingerprint(target.document, target.path, parts, printed, files)

    @cached_property
    def _calendar(self) -> str:
        return _counted_by(self._loaded.settings.calendar)


def changed_parts(before: Mapping[str, str], after: Mapping[str, str]) -> tuple[str, ...]:
    """Return the names of the parts that are new, gone, or other than before, sorted."""
    names = sorted(before.keys() | after.keys())
    return tuple(name for name in names if before.get(name) != after.get(name))


def is_packed_as_here(parts: Mapping[str, str]) -> bool:
    """Tell whether what packed a file would give the same bytes in this process.

    Args:
        parts: The parts of the file's fingerprint.
    """
    identity = parts.get("compressor", "")
    name, _, _ = identity.partition(" ")
    return name in COMPRESSORS and compressor_named(name).identity == identity


@cache
def equipment() -> str:
    """Return the digest of everything installed that decides what is found, composed, printed.

    Where two processes have the same one, they find the same and print the same; what packs
    the documents is not part of it.
    """
    unicode = [*sys.version_info[:2], unidata_version]
    own = "" if _is_installed() else _of_files(_HOME, ".py")
    return _digest(_json([__version__, own, unicode, *_versions(_EVERYTHING)]))


def _printed(texts: Mapping[str, bytes], template: str) -> str:
    """Return the digest of a view, a template and our version as one list of JSON."""
    whole = b",".join([b"%b:%b" % (_encoded(_json(name)), text) for name, text in texts.items()])
    rest = _encoded(f"}},{_json(template)},{_json(__version__)}]")
    return hashlib.sha256(b"[{%b%b" % (whole, rest)).hexdigest()


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _short(digest: str) -> str:
    return digest[:16]


def _digest(text: str) -> str:
    return hashlib.sha256(_encoded(text)).hexdigest()


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


@lru_cache(maxsize=8)  # the parts of a workspace have the same settings
def _counted_by(settings: CalendarSettings) -> str:
    """Return the digest of all that days are counted by."""
    own = settings.model_dump(mode="json")
    return _digest(_json([own, _decrees(), *_versions(_CALENDARS)]))


@cache
def _decrees() -> str:
    """Return the digest of the calendar data that come with the library."""
    folder = Path(__file__).parents[1] / "deadlines" / "calendars" / "data"
    return _of_files(folder, ".toml")


@cache
def _tools() -> str:
    """Return the digest of the programs that print: others by version, ours by it or by content.

    By content in a checkout, whose version does not change with its code.
    """
    own = "" if _is_installed() else _of_files(_HOME / "rendering", ".py")
    return _digest(_json([own, *_versions(_PRINTERS)]))


def _is_installed() -> bool:
    """Tell whether the library is installed, so that its version changes with its code."""
    return bool({"site-packages", "dist-packages"} & set(_HOME.parts))


def _of_files(folder: Path, suffix: str) -> str:
    digest = hashlib.sha256()
    for file in sorted(folder.rglob(f"*{suffix}")):
        content = file.read_bytes().replace(b"\r\n", b"\n")
        digest.update(f"{file.relative_to(folder).as_posix()} {len(content)}\n".encode())
        digest.update(content)
    return digest.hexdigest()


@cache
def _versions(packages: tuple[str, ...]) -> tuple[str, ...]:
    """Return names with versions of installed packages, read from what pip leaves beside them."""
    wanted = set(packages)
    found: dict[str, str] = {}
    for name in _installed():
        package, _, version = name.removesuffix(".dist-info").partition("-")
        package = package.lower().replace("-", "_").replace(".", "_")
        if package in wanted:
            found.setdefault(package, version)
    return tuple(f"{name} {found.get(name, '')}" for name in packages)


@cache
def _installed() -> tuple[str, ...]:
    found: list[str] = []
    for place in sys.path:
        try:
            with os.scandir(place or ".") as entries:
                names = sorted(entry.name for entry in entries)
        except OSError:
            continue
        found += (name for name in names if name.endswith(".dist-info"))
    return tuple(found)
