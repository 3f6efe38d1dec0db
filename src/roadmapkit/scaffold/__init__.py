"""A working workspace to begin with: settings, an example, editor and CI."""

from roadmapkit.scaffold.files import YEARS, workspace_files
from roadmapkit.scaffold.writing import init_workspace

__all__ = ["YEARS", "init_workspace", "workspace_files"]
