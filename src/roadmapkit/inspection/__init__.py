"""Finished Word documents of any origin, held against a format profile.

The document is read by :mod:`roadmapkit.rendering.reading`; the checks look at plain data
and know nothing of Word.
"""

from __future__ import annotations

from roadmapkit.inspection.codes import CODES
from roadmapkit.inspection.engine import inspect
from roadmapkit.inspection.result import Finding, InspectionResult
from roadmapkit.inspection.subject import KINDS, Kind

__all__ = ["CODES", "KINDS", "Finding", "InspectionResult", "Kind", "inspect"]
