"""Build hook: message catalogues are compiled, templates and schemas go into the wheel.

Compiled catalogues are never committed. An editable install needs them in the tree;
a wheel gets them from a temporary folder, so that building one leaves the tree as it was.
"""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

__all__ = ["ResourceBuildHook"]

PACKAGE = "roadmapkit"
SHIPPED = (("templates", "*.docx"), ("schemas", "*.json"))


class ResourceBuildHook(BuildHookInterface):  # type: ignore[type-arg]  # hatchling's own usage
    """Adds to a wheel what the checkout keeps outside the package."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile the catalogues and name the files to ship.

        Args:
            version: ``editable`` or ``standard``.
            build_data: What hatchling is told; ``force_include`` maps files to
                their places in the wheel.
        """
        if self.target_name != "wheel":
            return
        root = Path(self.root)
        if version == "editable":
            _compile_catalogues(root / "src", root / "src")
            return
        self._compiled = Path(tempfile.mkdtemp(prefix="roadmapkit-catalogues-"))
        included: dict[str, str] = build_data["force_include"]
        for target in _compile_catalogues(root / "src", self._compiled):
            included[str(target)] = target.relative_to(self._compiled).as_posix()
        for folder, pattern in SHIPPED:
            for path in sorted((root / folder).glob(pattern)):
                included[str(path)] = f"{PACKAGE}/{folder}/{path.name}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Remove the temporary folder."""
        if version != "editable" and self.target_name == "wheel":
            shutil.rmtree(self._compiled, ignore_errors=True)


def _compile_catalogues(source: Path, target: Path) -> list[Path]:
    """Compile every ``.po`` under *source* to a ``.mo`` at the same place under *target*."""
    compiled = []
    for path in sorted((source / PACKAGE / "locale").glob("*/LC_MESSAGES/*.po")):
        with path.open("rb") as stream:
            catalogue = read_po(stream, locale=path.parts[-3])
        place = target / path.relative_to(source).with_suffix(".mo")
        place.parent.mkdir(parents=True, exist_ok=True)
        with place.open("wb") as stream:
            write_mo(stream, catalogue)
        compiled.append(place)
    return compiled
