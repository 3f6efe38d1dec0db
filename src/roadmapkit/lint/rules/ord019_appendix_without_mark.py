"""An appendix of an act says whose appendix it is.

Without «Приложение к приказу от … № …» on its first sheet a plan that is copied or sent on
its own belongs to nothing. The rule speaks where the mark is turned off and no approval stamp
stands instead of it.

Source:
    ГОСТ Р 7.0.97, requisite «Отметка о приложении».
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapkit.diagnostics import Code, Diagnostic, Message, Severity
from roadmapkit.lint.engine import Rule
from roadmapkit.lint.subject import Subject

__all__ = ["RULE"]

_CODE = Code(
    "ORD019", "appendix-without-mark", Severity.WARNING, "An appendix that does not say whose it is"
)
_NORM = "ГОСТ Р 7.0.97, реквизит «Отметка о приложении»"


def _check(subject: Subject) -> Iterator[Diagnostic]:
    for order in subject.orders:
        bare = [
            appendix.origin.child("mark").span
            for appendix in order.appendices
            if not appendix.appendix.mark and not appendix.appendix.stamp
        ]
        if bare:
            yield _CODE.at(
                bare[0],
                Message(
                    "Appendices of the act that do not say whose they are: {count}", count=len(bare)
                ),
                hint=Message(
                    "Delete mark: false, or give the appendix an approval stamp: stamp: true"
                ),
                norm=_NORM,
                documents=(order.model.id,),
                also=bare[1:],
            )


RULE = Rule(_CODE, "orders", _check)
