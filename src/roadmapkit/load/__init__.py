"""Files become models; every fault of every file is a finding with its place."""

from roadmapkit.load.workspace import LoadedDocument, LoadedWorkspace, load_workspace

__all__ = ["LoadedDocument", "LoadedWorkspace", "load_workspace"]
