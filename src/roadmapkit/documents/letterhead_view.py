"""What stands around the text of a document: pictures, and the form of an organisation."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

__all__ = ["LetterheadView", "PictureView"]


@dataclass(frozen=True, slots=True)
class PictureView:
    """A picture, by its digest; two of equal digest are one.

    Attributes:
        digest: SHA-256 of the file.
        format: What the file is.
        width_mm: Printed width.
        height_mm: Printed height.
        description: What is to be seen, for those who cannot see it.
        place: In the line, or at the right foot of the page's text.
        data: The file.
    """

    digest: str
    format: Literal["png", "jpeg"]
    width_mm: float
    height_mm: float
    description: str
    place: Literal["line", "foot"] = "line"
    data: bytes = field(default=b"", compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class LetterheadView:
    """What the form of an organisation prints beside its name.

    Attributes:
        corner: Whether it stands in the left corner with kind, date and number of the
            document, or across the sheet.
        emblem: Coat of arms or emblem.
        above: Lines above the name.
        details: Lines below it: short name, address, telephones, numbers.
    """

    corner: bool
    emblem: PictureView | None
    above: tuple[str, ...]
    details: tuple[str, ...]
