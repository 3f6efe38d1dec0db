"""A preposition has its noun in a case that it governs.

«согласно приказа», «для обеспечению» and «при наличием» remain from another phrase, or from
the way people speak. Found are a preposition and the noun right behind it, where no reading of
the noun in the dictionary is in a case that the preposition may have.
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapkit.diagnostics import Code, Diagnostic, Message, Severity
from roadmapkit.lint.engine import Rule
from roadmapkit.lint.subject import Subject
from roadmapkit.lint.texts import LINES
from roadmapkit.lint.word_pairs import Pair, misgoverned_pairs, with_misgoverned

__all__ = ["RULE"]

_CODE = Code(
    "TYP029", "wrong-case", Severity.WARNING, "A noun in a case that its preposition never has"
)
_GENITIVE = (
    *("для", "без", "из", "от", "до", "у", "после"),
    *("среди", "кроме", "вместо", "около", "ради", "против", "вокруг"),
)
_CASES = {
    **dict.fromkeys(_GENITIVE, "genitive"),
    **dict.fromkeys(("к", "ко", "согласно", "благодаря", "вопреки"), "dative"),
    "при": "prepositional",
    **dict.fromkeys(("о", "об"), "prepositional accusative"),
    **dict.fromkeys(("с", "со"), "genitive accusative instrumental"),
    **dict.fromkeys(("в", "во", "на"), "accusative prepositional"),
    "по": "dative accusative prepositional",
    **dict.fromkeys(("между", "над"), "instrumental genitive"),
    **dict.fromkeys(("за", "под"), "accusative instrumental"),
    "через": "accusative",
}


def _check(subject: Subject) -> Iterator[Diagnostic]:
    for text in subject.once(with_misgoverned):
        for pair in misgoverned_pairs(text.text) if text.role not in LINES else ():
            if _is_wrong(pair):
                yield _CODE.at(
                    text.span(pair.start, pair.end),
                    Message(
                        "The preposition does not have this case: {words!r}",
                        words=f"{pair.one} {pair.two}",
                    ),
                    hint=Message("Put the noun into the case that the preposition asks for"),
                    documents=(text.document,),
                )


def _is_wrong(pair: Pair) -> bool:
    from roadmapkit.language.morphology import Part, russian  # takes a dictionary

    governed = _CASES[pair.one.casefold()].split()
    readings = russian().readings(pair.two)
    if not russian().is_known(pair.two) or not readings:
        return False
    return all(
        item.part is Part.NOUN and item.case is not None and item.case.value not in governed
        for item in readings
    )


RULE = Rule(_CODE, "text", _check)
