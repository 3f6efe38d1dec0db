"""Targets, provenance, signed acts, and writing: from loaded files to files on disk.

The package is not called ``build`` because :func:`roadmapkit.build` is.
"""

from roadmapkit.building.codes import CODES
from roadmapkit.building.registration import Registration, register_act
from roadmapkit.building.runner import Written, render_targets, write_targets
from roadmapkit.building.stages import Prepared, prepare

__all__ = [
    "CODES",
    "Prepared",
    "Registration",
    "Written",
    "prepare",
    "register_act",
    "render_targets",
    "write_targets",
]
