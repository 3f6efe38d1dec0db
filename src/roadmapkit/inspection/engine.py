"""Runs the checks over a document."""

from __future__ import annotations

from roadmapkit.documents.profile import page_view, profile_value
from roadmapkit.inspection.checks import CHECKS
from roadmapkit.inspection.checks.requisites import requisites_of
from roadmapkit.inspection.kinds import guess_kind
from roadmapkit.inspection.outline import outline_of
from roadmapkit.inspection.places import span_at
from roadmapkit.inspection.result import Finding, InspectionResult, gather
from roadmapkit.inspection.subject import Expected, Fault, Kind, Subject
from roadmapkit.model.settings import ProfileOverrides, Settings
from roadmapkit.rendering.reading import UnreadableDocumentError, read_document

__all__ = ["expected_of", "inspect"]


def inspect(
    data: bytes, name: str, settings: Settings, kind: Kind | None = None
) -> InspectionResult:
    """Return where a document departs from the profile of *settings*.

    Args:
        data: The file.
        name: Its name, as it is shown.
        settings: Profile and the house's overrides.
        kind: What the document is; guessed by what it says where None.
    """
    expected = expected_of(settings)
    try:
        document = read_document(data)
    except UnreadableDocumentError as error:
        finding = Finding(error.diagnostic(span_at(name, None, 0, 0)), error.message)
        return InspectionResult(name, expected.profile, None, None, (finding,))
    outline = outline_of(document)
    subject = Subject(document, outline, expected, kind or guess_kind(outline))
    faults: list[Fault] = []
    for check in CHECKS:
        faults += check(subject)
    texts = {item.place.paragraph: item.text for item in document.paragraphs}
    count = max(texts, default=0)
    return InspectionResult(
        file=name,
        profile=expected.profile,
        kind=subject.kind,
        state=requisites_of(subject).state,
        findings=gather(faults, name, texts),
        paragraphs=tuple(texts.get(number, "") for number in range(1, count + 1)),
    )


def expected_of(settings: Settings) -> Expected:
    """Return a profile with the house's own values over it."""
    profile = settings.profile
    house = profile if isinstance(profile, ProfileOverrides) else ProfileOverrides(base=profile)
    own = {name for name in type(house).model_fields if getattr(house, name) is not None}
    left_set = house.margins is not None and house.margins.left is not None
    long_kept = house.storage != "до 10 лет" and not left_set
    return Expected(
        profile=house.base,
        page=page_view(settings, long_storage=False),
        house=frozenset(own - {"base"}),
        long_left=profile_value(house.base, "storage", "long_left") if long_kept else None,
    )
