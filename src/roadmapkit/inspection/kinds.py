"""What kind of document a file is, by what it says about itself."""

from __future__ import annotations

import re

from roadmapkit.inspection.outline import Item, Outline, squeezed
from roadmapkit.inspection.subject import Kind

__all__ = ["form_of", "guess_kind"]

_FORMS: dict[str, Kind] = {
    "приказ": "order",
    "распоряжение": "order",
    "постановление": "order",
    "решение": "order",
    "протокол": "minutes",
    "выписка": "extract",
}
_LETTER = re.compile(
    r"уважаем(?:ый|ая|ые)\b|(?:направля|сообща|проси|возвраща)(?:ем|ю|м|т)\b|в ответ на\b|на № ",
    re.I,
)
"""How a letter speaks to its addressee."""

_TITLES: tuple[tuple[re.Pattern[str], Kind], ...] = (
    (re.compile(r"лист\s+согласования", re.I), "approval"),
    (re.compile(r"^(?:список\s+сокращений|(?:список\s+)?сокращени[яй]|состав)\b", re.I), "list"),
    (re.compile(r"лист\s+ознакомления", re.I), "acquaintance"),
    (re.compile(r"отч[её]т\s+(?:о|об|по)\b", re.I), "report"),
    (re.compile(r"^план\b|план\s+(?:мероприятий|работы|действий)|дорожная\s+карта", re.I), "plan"),
    (re.compile(r"(?:программ|проект|концепци)[аы]?\b|паспорт\s+(?:программы|проекта)", re.I),
     "program"),
)  # fmt: skip
_FIRST = 14
_REQUISITE = re.compile(r"№|от\b|_|\d")


def form_of(items: tuple[Item, ...]) -> Item | None:
    """Return the paragraph that names the kind of an act, alone on its line."""
    for item in items[:_FIRST]:
        word, rest = _first_word(item)
        alone = not rest or word in {"выписка", "протокол"} or _REQUISITE.match(rest) is not None
        if word in _FORMS and alone and item.role != "cell":
            return item
    return None


def guess_kind(outline: Outline) -> Kind:
    """Return the kind of a document."""
    items = outline.sheet(0)
    form = form_of(items)
    if form is not None:
        return _FORMS[_first_word(form)[0]]
    if any(_LETTER.match(item.text.strip()) for item in items[:_FIRST]):
        return "letter"
    for item in items[:_FIRST]:
        if item.role not in {"cell", "body", "stamp", "mark"}:
            for pattern, kind in _TITLES:
                if pattern.search(item.text):
                    return kind
    return "other"


def _first_word(item: Item) -> tuple[str, str]:
    """Return the first word of a line, letters spaced out or not, and what follows it."""
    line = squeezed(item.text.split("\n")[0]).strip(' .«»"').lower()
    word, _, rest = line.partition(" ")
    return word, rest.strip()
