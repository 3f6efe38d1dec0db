"""A common word has no capital in the middle of a sentence.

«для Сельских библиотек» and «на методических Советах» have capitals that nothing
explains. A word is common where the same documents write it with a small letter; beginnings of
official names (Муниципальная программа, Всероссийская олимпиада, Управление, Положение) are
left in peace, and so is whatever stands in quotation marks.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from roadmapkit.diagnostics import Code, Diagnostic, Message, Severity
from roadmapkit.lazily import regex
from roadmapkit.lint.engine import Rule
from roadmapkit.lint.slips import Place, told_once
from roadmapkit.lint.subject import Subject
from roadmapkit.lint.texts import LINES, PrintedText

__all__ = ["RULE"]

_CODE = Code(
    "TYP017", "capital-inside", Severity.INFO, "A common word with a capital inside a sentence"
)
_CAPITAL = regex(
    r"(?<![А-Яа-яЁё-])(?P<before>[а-яё]+)[ ](?P<word>[А-ЯЁ][а-яё]{4,})(?![А-Яа-яЁё-])"
    r"(?![ ][А-ЯЁ]\.)(?:[ ](?P<next>[а-яё]+))?"
)
_ADJECTIVE = regex(r"(?:ый|ий|ая|яя|ое|ее|ые|ие|ого|его|ому|ему|ой|ую|ых|их|ым|им|ыми|ими|ом)$")
_PLURAL = regex(r"(?:ых|их|ыми|ими|ые|ие)$")
_MINISTRY = regex(
    r"(?<!\w)(?:Министерств|Комитет|Департамент|Управлени)[а-яё]*[ ]"
    r"(?P<word>Просвещения|Образования|Образованием|Науки|Культуры|Здравоохранения|Спорта)(?!\w)"
)
_NAMES = regex(
    r"(?:всеросс|федерал|россий|единый|едино|национал|государств|междунар|краев|област|муницип"
    r"|районн|городск|регион|центр|програм|проект|план|дорожн|карт|полож|поряд|реглам|страт|концеп"
    r"|закон|указ|приказ|постан|распор|протокол|прилож|стандарт|паспорт|перечен|совет|комис|комит"
    r"|управл|министер|департ|админис|учрежд|организа|школ|лице|гимназ|ассоц|союз|фонд|институт"
    r"|академ|универс|конкурс|олимп|фестив|форум|конфер|чтени|слет|спартак|отдел|палат|дум|прав"
    r"|президент|губерн|глав|орден|герой|героя|день|дня|интерн|почет|заслуж|народ|общерос|отчет"
    r"|учредит|заказ|исполн|участн|сторон|договор|контракт|оператор|кодекс|устав)"
)
_HOLIDAY = regex(r"(?:д(?:ень|ня|ню|не|нём|нем)|недел|месячник|год|праздник|имени|проект)")
_BODY_PLURAL = regex(r"(?:совет|комисси|комитет|конкурс|олимпиад|конференци|школ)")
_ROOT = 5


def _check(subject: Subject) -> Iterator[Diagnostic]:
    texts = [text for text in subject.texts if text.role not in LINES]
    doubtful = [text for text in texts if any(_candidates(text))]
    if not doubtful and not any(_MINISTRY.search(text.text) for text in texts):
        return
    small, pairs = _small_words(texts)
    found: dict[str, list[Place]] = {}
    for text in texts:
        for start, end in _slips(text, small, pairs):
            found.setdefault(text.document, []).append(Place(text, start, end))
    for places in found.values():
        yield told_once(
            _CODE,
            Message("A common word has a capital: {near!r}; in the document: {times}"),
            places,
            Message("Write it with a small letter"),
        )


def _small_words(texts: list[PrintedText]) -> tuple[Counter[str], set[tuple[str, str]]]:
    """Return how often roots stand with a small letter, and the pairs of words that do."""
    small: Counter[str] = Counter()
    pairs: set[tuple[str, str]] = set()
    for text in texts:
        words = re.findall(r"[а-яё]+(?:-[а-яё]+)*|[^а-яё ]+", text.text)
        small.update(_root(word) for word in words if len(word) >= _ROOT)
        pairs.update((_root(one), _root(two)) for one, two in pairwise(words))
    return small, pairs


def _slips(
    text: PrintedText, small: Counter[str], pairs: set[tuple[str, str]]
) -> Iterator[tuple[int, int]]:
    for match in _MINISTRY.finditer(text.text):
        yield match.span("word")
    for match in _candidates(text):
        word, before, after = match["word"].casefold(), match["before"], match["next"] or ""
        if _NAMES.match(word):
            wrong = bool(
                _BODY_PLURAL.match(word)
                and _PLURAL.search(before)
                and word.endswith(("ах", "ях", "ами", "ов"))
                and small[_root(before)]
            )
        elif _ADJECTIVE.search(word):
            twin = (_root(word), _root(after)) in pairs
            wrong = bool(after) and not _NAMES.match(after) and (twin or small[_root(word)] > 2)
        else:
            wrong = small[_root(word)] > 0 and _is_common(word)
        if wrong:
            yield match.span("word")


def _candidates(text: PrintedText) -> Iterator[re.Match[str]]:
    """Yield the words with a capital inside a sentence that are no plain beginnings of names."""
    for match in _CAPITAL.finditer(text.text):
        word = match["word"].casefold()
        if _HOLIDAY.match(match["before"]) or _is_quoted(text.text, match.start("word")):
            continue
        if not _NAMES.match(word) or (_BODY_PLURAL.match(word) and _PLURAL.search(match["before"])):
            yield match


def _root(word: str) -> str:
    return word.replace("ё", "е")[: max(_ROOT, len(word) - 3)][:8]


def _is_quoted(text: str, place: int) -> bool:
    opened = max(text.rfind("«", 0, place), text.rfind('"', 0, place))
    return opened > text.rfind("»", 0, place) and place - opened < 3


def _is_common(word: str) -> bool:
    """Tell whether a word is a noun of the dictionary and no name."""
    from roadmapkit.language.morphology import Part, russian  # takes a dictionary

    readings = russian().readings(word)
    return russian().is_known(word) and all(
        item.part is Part.NOUN and not item.proper for item in readings
    )


RULE = Rule(_CODE, "text", _check)
