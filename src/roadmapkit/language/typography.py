"""Printed form of a text: no-break spaces, quotation marks and dashes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import lru_cache

from roadmapkit.lazily import regex

__all__ = ["plain", "typeset"]

_Change = tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]]

_NBSP = "\u00a0"
_GAP = r"[ \t\u00a0\u202f]"
_MONTH = (
    r"(?:январ[а-яё]*|феврал[а-яё]*|март[а-яё]*|апрел[а-яё]*|ма[йяею]|июн[а-яё]*|июл[а-яё]*"
    r"|август[а-яё]*|сентябр[а-яё]*|октябр[а-яё]*|ноябр[а-яё]*|декабр[а-яё]*)"
)
_PROTECTED = regex(
    r"(?:https?://|www\.)[^\s«»\"]+"
    r"|(?<![\w.+-])[\w.+-]{1,64}@[\w-]+\.[\w.-]+"
    r"|(?<![\w.-])[\w.-]{1,200}\.(?:ru|рф|com|org)\b[^\s«»\",;)]*"
    r"|\ue000",
    re.IGNORECASE,
)
_OPENING_BEFORE = " \t\n\r\u00a0\u202f([{«„/-–—"
_RANGE = regex(
    rf"(?<![\w./№–-])(?<!№)(\d+(?:\.\d+)*){_GAP}*(?<!\d-)[-–—]{_GAP}*(\d+(?:\.\d+)*)(?![\w/-]|\.\d|[–—])"
)


def _bound(match: re.Match[str]) -> str:
    """Return what stands before a gap that no line may break at."""
    return f"{match[1]}{_NBSP}"


# One pass is enough for all but freaks such as a web address that grows when a space goes.
_MOST_PASSES = 8

_SPACES = (
    (regex(rf"(?<=[^\s]){_GAP}*[ \t]{_GAP}+(?=[^\s])"), " "),
    (regex(rf"(?<=\S){_GAP}+(?=[,;!?»)\]](?:\s|[,.;:!?»)\]]|$)|:(?:\s|$))", re.M), ""),
    (regex(rf"(?<=[^\s.]){_GAP}+(?=\.(?:\s|$))", re.M), ""),
    (regex(rf"(?<=[(«]){_GAP}+(?=\S)"), ""),
)
_DASHES = (
    (
        regex(rf"(?<=\S){_GAP}+(?:-{{1,2}}|–|—)(?={_GAP}+\S)"),
        f"{_NBSP}–",
    ),  # no line begins with a dash
    (regex(rf"(?<={_NBSP}–){_GAP}+(?=\S)"), " "),
    (regex(rf"\b({_MONTH})(?:{_GAP}*[–—]{_GAP}*|-)(?={_MONTH}\b)", re.I), rf"\1{_NBSP}– "),
)
_INITIALS = (
    (regex(rf"\b([А-ЯЁ]\.){_GAP}*(?=[А-ЯЁ]\.)"), r"\1"),
    # A surname before initials; initials before a surname belong to that one only.
    (
        regex(rf"\b([А-ЯЁ][а-яё]+){_GAP}+(?=[А-ЯЁ]\.[А-ЯЁ]\.(?!{_GAP}*[А-ЯЁ][а-яё]))"),
        _bound,
    ),
    (regex(rf"\b([А-ЯЁ]\.[А-ЯЁ]\.){_GAP}*(?=[А-ЯЁ][а-яё])"), _bound),
    (regex(rf"(?<![\w.])([А-ЯЁ]\.){_GAP}+(?=[А-ЯЁ][а-яё])"), _bound),
)
_DAYS = (
    (regex(rf"\b(\d{{1,2}}){_GAP}+(?={_MONTH}\b)", re.I), _bound),
    # A month without a day may part from its year: bound, they overflow narrow columns.
    (regex(rf"\b(\d{{1,2}}{_NBSP}{_MONTH}){_GAP}+(?=\d{{4}}(?!\d))", re.I), _bound),
)
_YEARS = regex(rf"(?<=\d){_GAP}*(?=(?:г|гг)\.)|(?<=\d){_GAP}+(?=(?:год|лет)[а-яё]*\b)")
_PARTS = regex(rf"(?<![\w.])((?:ст|пп|п|ч|гл|подп|абз|разд|табл|рис|стр|с)\.){_GAP}*(?=\d)", re.I)
_TOWN = regex(rf"(?<![\w.])(?<!\d{_NBSP})(г\.){_GAP}+(?=[А-ЯЁ])")
_PERCENT = regex(rf"(?<=\d){_GAP}+(?=%)")
_SIGN = regex(rf"([№§]){_GAP}*(?=\d)")

# Most texts have nothing of a kind; one look tells, where the rules would each take their own.
_MAY_BE_KEPT = regex(r"[@\ue000]|://|[wW]\.|\.(?i:ru|рф|com|org)")
_MAY_BE_SPACE = regex(rf"{_GAP}[ \t\u00a0\u202f.,:;!?»)\]]|[(«]{_GAP}")
_MARKS = regex('["“”„‟]')
_MAY_BE_INITIAL = regex(r"[А-ЯЁ]\.")
_MAY_BE_NUMBER = regex(r"[\d№§]|г\.")
_MAY_BE_YEAR = regex(rf"\d{_GAP}*[гл]")
_MAY_BE_DAY = regex(rf"\d{_GAP}+[яфмаисонд]", re.I)
_MAY_BE_PART = regex(rf"\.{_GAP}*\d")
# Most texts stay as they are. One look tells: from each sign that may be changed, or stands
# before or behind a change, at the next one and back. What a text in print has is no match.
# Classes are wider than those of the rules where that lets the pattern compile sooner.
_LOOSE = r"[^\S\u00a0]"
_MONTH_BEGINS = r"[яфмаисондЯФМАИСОНД\u1c80-\u1c88]"
_MONTH_GOES_ON = r"(?i:нв|ев|ар|пр|а[йяею]|юн|юл|вг|ен|кт|оя|ек)"
_MAY_CHANGE = regex(
    r"[\s\d№§\"“”„‟.(«–—-](?:"
    r"[\s.,:;!?»)\]](?<=\s.)|\s(?<=[(«].)"
    r'|(?<=["“”„‟])'
    rf"|\d(?<!\d.)(?:(?<=[№§].)|(?<=[№§]{_LOOSE}.)|(?<=[^\W\d]\..)|(?<=[^\W\d]\.{_LOOSE}.))"
    rf"|%(?<=\d{_LOOSE}.)|г(?<=\d.)г?\.|г(?<=\d{_LOOSE}.)(?:г?\.|од)|л(?<=\d{_LOOSE}.)ет"
    rf"|{_MONTH_BEGINS}(?:(?<=\d{_LOOSE}.)|(?<=[-–—].)|(?<=[^{_NBSP}][–—]\s.)){_MONTH_GOES_ON}"
    rf"|{_MONTH_BEGINS}(?<=\d{_NBSP}.){_MONTH_GOES_ON}[а-яё]*{_LOOSE}\d"
    rf"|[А-ЯЁ](?:(?<=г\.{_LOOSE}.)|(?:(?<=[А-ЯЁ]\..)|(?<=[А-ЯЁ]\.{_LOOSE}.))[а-яё]"
    rf"|(?<=[А-ЯЁ]\.\s.)\.|(?<=[а-яё]{_LOOSE}.)\.[А-ЯЁ]\.)"
    rf"|[-–—](?<=\s.)(?!(?<={_NBSP}–) )-?\s"
    r"|[-–—](?:(?<=\d.)(?!(?<=–)\d)|(?<=\d\s.))\s?\d"
    r")"
)


@lru_cache(maxsize=4096)  # tables repeat results, executors and terms, and ask for them twice
def typeset(text: str) -> str:
    """Return *text* as official Russian typography prints it.

    Straight and curly quotation marks become «ёлочки», nested as the author nested
    them; a spaced hyphen becomes an en dash, and so does a hyphen between numbers of
    a rising range (closed) and between months (spaced); no-break spaces bind №, dates,
    «г.», «ст.», «п.» and initials to what they belong to; spaces before punctuation
    and doubled spaces go. Addresses of the web, codes («454-р», «500+»), hyphenated
    words and line breaks stay. A second pass changes nothing.
    """
    if not _MAY_CHANGE.search(text):
        return text
    if "№" in text and not _may_be_kept(text):
        # What most texts of schools need, and nothing else: then the rules need not be asked.
        bound = _with_bound_sign(text)
        if not _MAY_CHANGE.search(bound):
            return bound
    for _ in range(_MOST_PASSES):
        done, text = text, _pass(text)
        if done == text or not _MAY_CHANGE.search(text):
            break
    return text


def _with_bound_sign(text: str) -> str:
    """Return a text in which figures are bound to the sign of a number before them."""
    before, _, behind = text.partition("№ ")
    if behind[:1].isdecimal() and "№" not in before and "№" not in behind and "§" not in text:
        return f"{before}№{_NBSP}{behind}"
    return _SIGN.sub(_bound, text)


def _may_be_kept(text: str) -> bool:
    """Tell whether a text may have addresses, which no rule touches."""
    marked = "." in text or "://" in text or "\ue000" in text
    return marked and _MAY_BE_KEPT.search(text) is not None


def _pass(text: str) -> str:
    dotted = "." in text
    kept: list[str] = []
    if _may_be_kept(text):
        kept = [match[0] for match in _PROTECTED.finditer(text)]
        text = _PROTECTED.sub("\ue000", text)
    spaced = _MAY_BE_SPACE.search(text) is not None
    if spaced:
        text = _replace(text, _SPACES)
    quoted = _MARKS.search(text) is not None
    if quoted:
        text = _quote(text)
    if (spaced or quoted) and _MAY_BE_SPACE.search(text):
        text = _replace(text, _SPACES)
    if dotted and _MAY_BE_INITIAL.search(text):
        text = _replace(text, _INITIALS)
    if _MAY_BE_NUMBER.search(text):
        text = _bind_numbers(text, dotted=dotted)
    if "-" in text or "–" in text or "—" in text:
        text = _RANGE.sub(_range, _replace(text, _DASHES))
    if not kept:
        return text
    parts = iter(kept)
    return re.sub("\ue000", lambda _: next(parts), text)


def _bind_numbers(text: str, *, dotted: bool) -> str:
    if _MAY_BE_YEAR.search(text):
        text = _YEARS.sub(_NBSP, text)
    if "%" in text:
        text = _PERCENT.sub(_NBSP, text)
    if "№" in text or "§" in text:
        text = _SIGN.sub(_bound, text)
    if _MAY_BE_DAY.search(text):
        text = _replace(text, _DAYS)
    if dotted:
        if _MAY_BE_PART.search(text):
            text = _PARTS.sub(_bound, text)
        if "г." in text:
            text = _TOWN.sub(_bound, text)
    return text


def _replace(text: str, rules: Iterable[_Change]) -> str:
    for pattern, replacement in rules:
        text = pattern.sub(replacement, text)
    return text


def plain(text: str) -> str:
    """Return *text* without typography, for comparing what two authors typed.

    Equal for texts that :func:`typeset` prints alike: ordinary spaces, straight
    quotation marks, hyphens for dashes, no soft hyphens, single spaces.
    """
    folded = typeset(re.sub(r"[\u00ad\u200b\ufeff]", "", text))
    folded = re.sub(r"[«»“”„‟]", '"', folded)
    folded = re.sub(r"[‐‑‒–—―]", "-", folded).replace("…", "...")
    return re.sub(r"\s+", " ", folded).strip()


def _quote(text: str) -> str:
    """Turn quotation marks by their neighbours: opening after a space or a bracket."""
    output: list[str] = []
    depth = 0
    for position, mark in enumerate(text):
        turned = mark
        if mark in '"“”„‟':
            before = text[position - 1] if position else " "
            after = text[position + 1] if position + 1 < len(text) else " "
            turned = _turned(mark, before, after, depth)
        depth = max(0, depth + (turned == "«") - (turned == "»"))
        output.append(turned)
    return "".join(output)


def _turned(mark: str, before: str, after: str, depth: int) -> str:
    opens = before in _OPENING_BEFORE or before in '"“”„‟'
    if mark == "„" or (opens and not after.isspace()):
        return "«"
    if depth:
        return "»"
    return mark if before.isdigit() or before.isspace() else "»"


def _range(match: re.Match[str]) -> str:
    """Close a rising range of numbers; leave scores, codes and falling pairs."""
    first, last = match[1], match[2]
    rising = _value(first) < _value(last)
    before = match.string[: match.start()].rstrip(" \t\u00a0\u202f")
    if before.endswith(("№", "тел.", "Тел.", "телефон")):
        return match[0]
    dates = all(re.fullmatch(r"\d\d\.\d\d", end) for end in (first, last))
    spaced = any(space in match[0] for space in " \t\u00a0\u202f")
    years = all(re.fullmatch(r"(?:19|20)\d\d", end) for end in (first, last))
    if not (rising or dates) or (spaced and not years):
        return match[0]
    return f"{first}–{last}"


def _value(number: str) -> tuple[int, ...]:
    return tuple(int(part) for part in number.split("."))
