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

from roadmapkit.diagnostics import Code, Diagnostic, Message, Severity
from roadmapkit.lazily import regex
from roadmapkit.lint.engine import Rule
from roadmapkit.lint.slips import Place, told_once
from roadmapkit.lint.small_words import root_of, small_pairs, small_words
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
_FIELDS = r"Просвещения|Образования|Образованием|Науки|Культуры|Здравоохранения|Спорта"
_MINISTRY = regex(
    r"(?<!\w)(?:Министерств|Комитет|Департамент|Управлени)[а-яё]*[ ]"
    rf"(?P<word>{_FIELDS})(?!\w)"
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
_BEGUN = 5


def _check(subject: Subject) -> Iterator[Diagnostic]:
    held = {
        *subject.index.holding(*(f" {field}" for field in _FIELDS.split("|"))),
        *_with_capital(subject),
    }
    texts = [text for text in subject.printing(held) if text.role not in LINES]
    doubtful = [match for text in texts for match in _candidates(text)]
    roots = [root_of(match["word"].casefold()) for match in doubtful]
    small = small_words(subject, {*roots, *(root_of(match["before"]) for match in doubtful)})
    following = (root_of(match["next"] or "") for match in doubtful)
    pairs = small_pairs(subject, set(zip(roots, following, strict=True)))
    found: dict[str, list[Place]] = {}
    for text in texts:
        for start, end in _slips(text, small, pairs):
            found.setdefault(text.home, []).append(Place(text, start, end))
    for places in found.values():
        yield told_once(
            _CODE,
            Message("A common word has a capital: {near!r}; in the document: {times}"),
            places,
            Message("Write it with a small letter"),
        )


def _with_capital(subject: Subject) -> list[str]:
    """Return the texts that have a doubtful word with a capital behind one in small letters."""
    words = subject.index.words.distinct
    return subject.index.with_pair(
        {word for word in words if word[-1].islower()},
        {word for word in words if word[0].isupper() and word[1:_BEGUN].islower()},
        lambda one, two: any(map(_is_doubtful, _CAPITAL.finditer(f"{one} {two}"))),
    )


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
                and small[root_of(before)]
            )
        elif _ADJECTIVE.search(word):
            twin = (root_of(word), root_of(after)) in pairs
            wrong = bool(after) and not _NAMES.match(after) and (twin or small[root_of(word)] > 2)
        else:
            wrong = small[root_of(word)] > 0 and _is_common(word)
        if wrong:
            yield match.span("word")


def _candidates(text: PrintedText) -> Iterator[re.Match[str]]:
    """Yield the words with a capital inside a sentence that are no plain beginnings of names."""
    for match in _CAPITAL.finditer(text.text):
        if _is_doubtful(match) and not _is_quoted(text.text, match.start("word")):
            yield match


def _is_doubtful(match: re.Match[str]) -> bool:
    """Tell a word with a capital from the plain beginning of a name."""
    word, before = match["word"].casefold(), match["before"]
    if _HOLIDAY.match(before):
        return False
    return not _NAMES.match(word) or bool(_BODY_PLURAL.match(word) and _PLURAL.search(before))


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
