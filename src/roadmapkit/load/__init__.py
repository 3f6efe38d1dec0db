"""Files become models; every fault of every file is a finding with its place."""

from roadmapkit.load.codes import CODES
from roadmapkit.load.discovery import SETTINGS_NAME, discover
from roadmapkit.load.document import LoadedDocument
from roadmapkit.load.validation import validate
from roadmapkit.load.workspace import LoadedWorkspace, load_workspace

__all__ = [
    "CODES",
    "SETTINGS_NAME",
    "LoadedDocument",
    "LoadedWorkspace",
    "discover",
    "load_workspace",
    "validate",
]
