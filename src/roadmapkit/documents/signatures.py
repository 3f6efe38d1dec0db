"""Signatures: the post from the left margin, the name on its last line."""

from __future__ import annotations

from roadmapkit.documents.view import SignatureView
from roadmapkit.documents.wording import Wording
from roadmapkit.resolve import ResolvedSignatory

__all__ = ["signature_view"]


def signature_view(signatory: ResolvedSignatory | None, wording: Wording) -> SignatureView | None:
    """Return the signature as printed, None where nobody is named."""
    if signatory is None:
        return None
    return SignatureView(
        post_lines=tuple(wording.text(line) for line in signatory.post_lines),
        name=wording.text(signatory.name),
        origin=signatory.origin,
    )
