"""Which compressor packs the documents of a workspace: what the settings say, or a person."""

from __future__ import annotations

from dataclasses import replace

from roadmapkit.load import LoadedWorkspace
from roadmapkit.rendering.compression import compressor_named

__all__ = ["with_compressor"]


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
    compressor_named(name)
    build = loaded.settings.build.model_copy(update={"compressor": name})
    return replace(loaded, settings=loaded.settings.model_copy(update={"build": build}))
