"""The items of a list end alike, and the last one with a full stop.

«;» behind the last item promises another one that was lost; an item without the mark of its
neighbours, or with a full stop among semicolons, runs into the next. Judged is each list by
itself, by what most of its items do; titles of acts and names of bodies need no full stop at
the end.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from roadmapkit.diagnostics import Code, Diagnostic, Message, Severity
from roadmapkit.lazily import regex
from roadmapkit.lint.engine import Rule
from roadmapkit.lint.slips import Place, told_once
from roadmapkit.lint.subject import Subject
from roadmapkit.lint.written_lists import Item, WrittenList, ending_of, lists_of

__all__ = ["RULE"]

_CODE = Code("TYP018", "list-endings", Severity.INFO, "Items of a list that end differently")
_SHARE = 0.6
_NAMES = frozenset({"grounds", "developers", "people"})
_INLINE = regex(r"[:;]\s-\s")
_INLINE_ITEM = regex(r"(?<=[^\s:;,.])\s-\s(?=[а-яё])")
_MESSAGES = {
    "body": Message(
        "An item ends otherwise than the others of its list: {near!r}; in the list: {times}"
    ),
    "last": Message("The last item of a list ends with a mark that goes on: {near!r}"),
    "open": Message("The last item of a list has no full stop: {near!r}"),
    "line": Message("A list in one line lacks a mark between its items: {near!r}"),
}


def _check(subject: Subject) -> Iterator[Diagnostic]:
    found: dict[tuple[str, int, str], list[Place]] = {}
    for number, written in enumerate(subject.once(lists_of), 1):
        for kind, item in _odd(written):
            place = Place(item.text, max(item.end - 1, item.start), item.end)
            found.setdefault((item.text.home, number, kind), []).append(place)
    for text in subject.holding(" - "):
        if _INLINE.search(text.text) and "\n" not in text.text:
            for match in _INLINE_ITEM.finditer(text.text):
                place = Place(text, match.start() + 1, match.end() - 1)
                found.setdefault((text.home, 0, "line"), []).append(place)
    hint = Message("End the items with «;» and the last one with a full stop")
    for (_, _, kind), places in found.items():
        yield told_once(_CODE, _MESSAGES[kind], places, hint)


def _odd(written: WrittenList) -> Iterator[tuple[str, Item]]:
    *body, last = written.items
    endings = [ending_of(item.words) for item in body]
    told = [ending for ending in endings if ending is not None]
    if not told:
        return
    usual, times = Counter(told).most_common(1)[0]
    if ";" in told and ending_of(last.words) in {".", ";"} and told.count(";") * 2 >= len(told):
        usual, times = ";", told.count(";")
    elif times / len(told) < _SHARE:
        return
    if times > 1 or usual == ";":
        for item, ending in zip(body, endings, strict=True):
            if ending is not None and ending != usual:
                yield "body", item
    ending = None if written.goes_on else ending_of(last.words)
    if ending in {";", ","}:
        yield "last", last
    elif ending == "" and usual in {";", "."} and written.role not in _NAMES and len(body) > 1:
        yield "open", last


RULE = Rule(_CODE, "text", _check)
