"""What the documents of a workspace are laid out by."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from roadmapkit.api.workspaces import Workspace
from roadmapkit.errors import ArgumentError
from roadmapkit.lazily import dataclass

if TYPE_CHECKING:
    from roadmapkit.diagnostics import Diagnostic, Span
    from roadmapkit.documents.profile import ProfileValue

__all__ = ["ProfileExplanation", "SetValue", "explain_profile"]


@dataclass(frozen=True, slots=True)
class SetValue:
    """A layout value, with the line of the settings where a house has set its own.

    Attributes:
        value: The value and its source.
        unit: ``mm``, ``pt`` or empty.
        span: Where the house has set it; None for a value of the profile.
    """

    value: ProfileValue
    unit: str
    span: Span | None

    def to_dict(self) -> dict[str, Any]:
        """Return it as JSON values."""
        value = self.value
        place = {"file": self.span.file, "line": self.span.line} if self.span else None
        return {
            "section": value.section,
            "key": value.key,
            "value": value.value,
            "unit": self.unit,
            "source": value.source,
            "standard": value.standard,
            "clause": value.clause,
            "setting": ".".join(("profile", *value.house)) if value.house else None,
            "place": place,
        }


@dataclass(frozen=True, slots=True)
class ProfileExplanation:
    """The format profile in force.

    Attributes:
        profile: Its name.
        values: Every value, in the order of the profile.
        diagnostics: What the standard has against the house's own.
    """

    profile: str
    values: tuple[SetValue, ...]
    diagnostics: tuple[Diagnostic, ...]

    def to_dict(self) -> dict[str, Any]:
        """Return it as JSON values, without the findings."""
        return {"profile": self.profile, "values": [value.to_dict() for value in self.values]}


def explain_profile(workspace: Workspace, profile: str | None = None) -> ProfileExplanation:
    """Return every layout value of a workspace: what it is, who has set it, by which clause.

    Args:
        workspace: What :func:`open_workspace` gave.
        profile: Look at this profile as it comes, without the house's own values.

    Raises:
        ArgumentError: There is no such profile.
    """
    from typing import get_args

    from roadmapkit.diagnostics import Message
    from roadmapkit.documents.format_findings import check_format
    from roadmapkit.documents.profile import house_overrides, profile_values, unit_of
    from roadmapkit.model.settings import ProfileName, Settings

    settings = workspace.loaded.settings
    origin = next(
        (item.origin for item in workspace.loaded.documents if item.model is settings), None
    )
    if profile is not None:
        names = get_args(ProfileName)
        if profile not in names:
            message = Message("No format profile {name!r}: {names}", name=profile, names=names)
            raise ArgumentError(message, argument="profile", value=profile)
        settings = Settings.model_validate({"kind": "settings", "profile": profile})
    values = tuple(
        SetValue(
            value,
            unit_of(value.section, value.key),
            origin.child("profile", *value.house).span if origin and value.house else None,
        )
        for value in profile_values(settings)
    )
    own = (item for item in workspace.loaded.documents if item.model is settings)
    return ProfileExplanation(
        house_overrides(settings).base, values, tuple(check_format(settings, own))
    )
