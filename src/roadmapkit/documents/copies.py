"""The certified copy (заверенная копия) of a registered act or of minutes.

Source:
    ГОСТ Р 7.0.97, requisite «Отметка о заверении копии»: below the signature «Верно», post,
    signature, name, date; of a copy for another body also where the original is kept.
"""

from __future__ import annotations

from dataclasses import replace

from roadmapkit.deadlines import format_date
from roadmapkit.documents.order import BLANK_DATE
from roadmapkit.documents.signatures import signature_view
from roadmapkit.documents.view import (
    CertificationView,
    DocumentView,
    ExtractView,
    SignatureView,
)
from roadmapkit.documents.wording import Wording
from roadmapkit.resolve import ResolvedCopy

__all__ = ["certified_copy"]

_CAPTION = "Верно"
_MARK = "Копия"
_NOBODY = SignatureView(("_____________________________",), "_____________________")
"""Places for post and name, where the author does not say who certifies."""


def certified_copy(whole: DocumentView, copy: ResolvedCopy, wording: Wording) -> DocumentView:
    """Return the copy of a document with a word for its signature and the certification.

    The text, the appendices and the executor's mark are those of the original; the approval
    block is no part of what was signed.

    Args:
        whole: The original.
        copy: How it is certified.
        wording: Words of the document.
    """
    signature = signature_view(copy.certifier, wording) or _NOBODY
    kept = copy.kept.strip().rstrip(".")
    act = replace(whole.act, approval=()) if whole.act is not None else None
    return replace(
        whole,
        kind="copy",
        title=f"{_MARK}: {whole.title}",
        act=act,
        extract=ExtractView(
            caption=_MARK,
            signed=wording.text(copy.signed),
            certification=CertificationView(
                caption=_CAPTION,
                signature=signature,
                date=format_date(copy.date, style="digits") if copy.date else BLANK_DATE,
                kept=wording.text(f"Подлинник документа находится {kept}") if kept else "",
            ),
        ),
    )
