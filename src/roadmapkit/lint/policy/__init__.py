"""Which findings a house wants to see: selection, severity, suppression, baseline."""

from roadmapkit.lint.policy.baseline import written_baseline
from roadmapkit.lint.policy.codes import CODES
from roadmapkit.lint.policy.deciding import Policy
from roadmapkit.lint.policy.selectors import Known

__all__ = [
    "CODES",
    "Known",
    "Policy",
    "written_baseline",
]
