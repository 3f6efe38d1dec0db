"""Capital letters stand at the beginning of a word, or make up an abbreviation.

«МБоУ» and «ПРоведение» are slips of the Shift key that no spelling checker finds in an
abbreviation.
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapkit.diagnostics import Code, Diagnostic, Message, Severity
from roadmapkit.lazily import regex
from roadmapkit.lint.engine import Rule
from roadmapkit.lint.subject import Subject

__all__ = ["RULE"]

_CODE = Code(
    "TYP008", "stray-capitals", Severity.WARNING, "A word with a capital letter in the wrong place"
)

_WORD = regex(r"(?<![\w-])[А-Яа-яЁё]{3,}(?![\w-])")
_SHIFTED = regex(r"[А-ЯЁ]{2}[а-яё]{4,}")
_LOWERED = regex(r"[а-яё][А-ЯЁ]{2,}|[А-ЯЁ]{2,}[а-зй-яё][А-ЯЁ]{1,}")


def _check(subject: Subject) -> Iterator[Diagnostic]:
    odd = {word for word in subject.index.words.capitalised if _may_be_slip(word)}
    for text in subject.with_words(odd):
        for match in _WORD.finditer(text.text):
            quoted = text.text[: match.start()].rstrip().endswith(("«", '"', "“"))
            if not quoted and _is_slip(match[0]):
                yield _CODE.at(
                    text.span(match.start(), match.end()),
                    Message("Capital letters stand in the wrong place: {word!r}", word=match[0]),
                    hint=Message("Write the word as it stands elsewhere"),
                    documents=(text.document,),
                )


def _may_be_slip(word: str) -> bool:
    """Tell whether a word has capitals behind its first letter, where a slip may have put them."""
    return (_SHIFTED.fullmatch(word) or _LOWERED.fullmatch(word)) is not None


def _is_slip(word: str) -> bool:
    """Tell «ПРоведение», «мБОУ» and «МБоУ» from «ВКонтакте», «ФГОСов» and «ДОНиМП»."""
    if _SHIFTED.fullmatch(word) is None:
        return _LOWERED.fullmatch(word) is not None
    from roadmapkit.language.morphology import russian

    return russian().is_known(word.casefold())


RULE = Rule(_CODE, "text", _check)
