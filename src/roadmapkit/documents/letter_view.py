"""The view model of a letter, finished to the last character."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from roadmapkit.documents.view import Line, SignatureView
    from roadmapkit.source import Origin

__all__ = ["LetterView"]


@dataclass(frozen=True, slots=True)
class LetterView:
    """The text of a letter, without its appendices.

    Attributes:
        letterhead: Lines with the name of the organisation and how to reach it.
        requisites: «12.01.2024 № 27» as printed, or the blanks of a draft.
        reply: «На № 01-15/234 от 10.01.2024», or empty.
        addressees: Lines of each addressee.
        title: Lines of the title.
        salutation: «Уважаемая Ирина Павловна!», or empty.
        lines: Paragraphs of the text.
        attachments: What is attached, with the numbers of sheets and copies.
        attachment_mark: «Приложение:», or empty where nothing is.
        signature: Signatory; None while nobody is named.
        executor: Lines of the executor mark, at the foot of the page.
    """

    letterhead: tuple[str, ...]
    requisites: str
    reply: str
    addressees: tuple[tuple[str, ...], ...]
    title: tuple[str, ...]
    salutation: str
    lines: tuple[Line, ...]
    attachments: tuple[Line, ...]
    attachment_mark: str
    signature: SignatureView | None
    executor: tuple[str, ...] = ()
    origin: Origin | None = field(default=None, compare=False, repr=False)
