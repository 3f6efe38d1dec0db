"""An order begins with its grounds or its purpose, and the verb comes from the library.

A preamble names the ground («В соответствии с …», «На основании …») or the purpose («В целях
…»); one that does neither leaves open why the act is issued. The word «приказываю» is set
by the library: typed at the end of the preamble it is printed twice, and an order whose
verb is turned off and not typed orders nothing.

Source:
    ГОСТ Р 7.0.97, requisite «Текст документа».
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from roadmapkit.diagnostics import Code, Diagnostic, Message, Severity
from roadmapkit.lazily import regex
from roadmapkit.lint.engine import Rule
from roadmapkit.lint.subject import Subject
from roadmapkit.resolve import ResolvedOrder

__all__ = ["RULE"]

_CODE = Code(
    "ORD013", "preamble", Severity.WARNING, "A preamble without verb or grounds, or with two verbs"
)
_NORM = "ГОСТ Р 7.0.97, реквизит «Текст документа»"
_VERB = regex(
    r"(?:п\s*р\s*и\s*к\s*а\s*з\s*ы\s*в\s*а\s*ю|п\s*о\s*с\s*т\s*а\s*н\s*о\s*в\s*л\s*я\s*(?:ю|е\s*т)"
    r"|обязываю|распоряжаюсь|предлагаю)\W*$",
    re.IGNORECASE,
)
_GROUNDS = regex(
    r"(?<!\w)(?:цел(?:ях|ью)|соответстви\w+|основани\w+|исполнени\w+|реализаци\w+|связи|рамках"
    r"|руководствуясь|согласно|учётом|учетом|учитывая|обеспечени\w+|результат\w+|итогам"
    r"|необходимост\w+|выполнени\w+|для|стать\w+|закон\w+|приказ\w+|постановлени\w+|решени\w+"
    r"|распоряжени\w+|рассмотрев|ввиду|вследствие|причин\w+)(?!\w)",
    re.IGNORECASE,
)


def _check(subject: Subject) -> Iterator[Diagnostic]:
    for order in subject.orders:
        preamble, verb = order.model.preamble, order.model.verb
        if preamble is None:
            continue
        message = hint = None
        if verb is not False and _VERB.search(preamble):
            message = Message("The verb is typed in the preamble and printed once more")
            hint = Message("Delete it from the preamble, or write verb: false")
        elif verb is False and order.model.form == "приказ" and not _VERB.search(preamble):
            message = Message("The order has no verb: приказываю")
            hint = Message("Delete verb: false")
        elif not _GROUNDS.search(preamble):
            message = Message("The preamble names neither a ground nor a purpose of the act")
            hint = Message("Begin with «В соответствии с …», «На основании …» or «В целях …»")
        if message is not None:
            yield _found(order, message, hint)


def _found(order: ResolvedOrder, message: Message, hint: Message | None) -> Diagnostic:
    return _CODE.at(
        order.origin.child("preamble").span,
        message,
        hint=hint,
        norm=_NORM,
        documents=(order.model.id,),
    )


RULE = Rule(_CODE, "orders", _check)
