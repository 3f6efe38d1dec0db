"""Which compressor packs the documents of a workspace: what the settings say, or a person."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from roadmapkit.building.output.codes import COMPRESSOR_MISSING
from roadmapkit.diagnostics import Diagnostic, Message
from roadmapkit.load import LoadedWorkspace
from roadmapkit.model.settings import Settings

__all__ = ["check_compressor", "with_compressor"]

_DEFAULT = "zlib"
"""The compressor that Python brings along; what packs nothing is not loaded to ask for it."""


def with_compressor(loaded: LoadedWorkspace, name: str | None) -> LoadedWorkspace:
    """Return a workspace whose settings ask for a compressor.

    Args:
        loaded: The workspace.
        name: The compressor, None for that of the settings.

    Raises:
        ArgumentError: There is no such compressor, or it is not installed.
    """
    if name is None:
        return loaded
    from roadmapkit.rendering.compression import compressor_named

    compressor_named(name)
    build = loaded.settings.build.model_copy(update={"compressor": name})
    return replace(loaded, settings=loaded.settings.model_copy(update={"build": build}))


def check_compressor(loaded: LoadedWorkspace) -> Iterator[Diagnostic]:
    """Yield a finding where the settings choose a compressor that is not installed.

    A workspace can be checked without it, so that is no error before something is built.
    """
    name = loaded.settings.build.compressor
    if name == _DEFAULT or _is_installed(name):
        return
    for item in loaded.documents:
        if isinstance(item.model, Settings) and item.model.build.compressor == name:
            yield COMPRESSOR_MISSING.at(
                item.origin.child("build", "compressor").span,
                Message(
                    "The compressor {name} is not installed on this computer: "
                    "nothing can be built here",
                    name=name,
                ),
                hint=Message(
                    "Run `pip install {name}`, choose zlib here, "
                    "or build with `roadmapkit build --compressor zlib`",
                    name=name,
                ),
            )


def _is_installed(name: str) -> bool:
    from roadmapkit.errors import ArgumentError
    from roadmapkit.rendering.compression import compressor_named

    try:
        compressor_named(name)
    except ArgumentError:
        return False
    return True
