"""Signatures: the post on the left, «И.О. Фамилия» on the right, and the executor's mark."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from roadmapkit.diagnostics import Message
from roadmapkit.inspection import codes
from roadmapkit.inspection.outline import Item
from roadmapkit.inspection.subject import Fault, Subject
from roadmapkit.rendering.reading import Place

__all__ = ["check_signatures", "signatures_of"]

_NAME = r"[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?"
_INITIALS = r"[А-ЯЁ]\.(?:[ \u00a0]?[А-ЯЁ]\.)?"
_RIGHT_ORDER = re.compile(rf"(?:^|[\s/_])(?P<name>{_INITIALS}[ \u00a0]?{_NAME})[\s/.]*$")
_WRONG_ORDER = re.compile(rf"(?:^|[\t_/]|\s{{3,}})(?P<name>{_NAME}[ \u00a0]{_INITIALS})[\s/]*$")
_SLASH = re.compile(rf"/\s*(?:{_INITIALS}[ \u00a0]?{_NAME}|{_NAME}[ \u00a0]{_INITIALS})")
_FOR = re.compile(r"(?:^|\n)\s*за\s+[а-яё]", re.I)
_GAP = re.compile(r"\t|\s{3,}|_{3,}")
_PHONE = re.compile(r"(?:тел\.?|\+7|8)?[\s(]*\d[\d\s()–-]{3,}\d")
_LAST = 12


def signatures_of(items: Sequence[Item]) -> list[tuple[Item, re.Match[str], bool]]:
    """Return the lines of a sheet that look signed: item, name, whether initials come first."""
    last_text = max(
        (index for index, item in enumerate(items) if item.role in {"body", "cell"}), default=-1
    )
    found = []
    for index, item in enumerate(items):
        if index <= last_text or item.role not in {"layout", "other"}:
            continue
        text = item.paragraph.text.rstrip()
        whole = item.role == "layout" or _GAP.search(text) is not None or item.on_right
        for pattern, first in ((_RIGHT_ORDER, True), (_WRONG_ORDER, False)):
            match = pattern.search(text)
            alone = match is not None and match.start("name") == len(text) - len(text.lstrip())
            if match is not None and (whole or alone):
                found.append((item, match, first))
                break
    return found


def check_signatures(subject: Subject) -> Iterator[Fault]:
    """Yield missing and misplaced signatures of an act, and a misplaced executor's mark."""
    if subject.kind not in {"order", "minutes"}:
        return
    items = subject.outline.sheet(0)
    signed = signatures_of(items)
    rule = subject.expected.rule("signature")
    executor = _executor(items, signed)
    if not signed:
        last = items[-1].paragraph.place if items else Place(1, 1)
        problem = Message("there is no signature of the form «post – И.О. Фамилия» after the text")
        hint = Message("put the post on the left and initials with surname on the right")
        yield Fault(codes.SIGNATURE, problem, last, rule, hint)
    for item, match, first in signed:
        if item is not executor:
            yield from _named(item, match, rule, first=first)
            yield from _placed(item, match, rule)
    if executor is not None and executor.on_right:
        problem = Message("the executor's mark is not on the left")
        hint = Message("put it at the bottom left of the last page")
        clause = subject.expected.rule("executor")
        yield Fault(codes.EXECUTOR, problem, executor.paragraph.place, clause, hint)


def _named(item: Item, match: re.Match[str], rule: str, *, first: bool) -> Iterator[Fault]:
    place = item.paragraph.place
    start, end = match.span("name")
    if not first:
        problem = Message("the surname stands before the initials in a signature")
        hint = Message("write И.О. Фамилия")
        yield Fault(codes.SIGNATURE_NAME, problem, place, rule, hint, start, end)
    if _SLASH.search(item.paragraph.text):
        problem = Message("a slash stands before the name in a signature")
        yield Fault(codes.SIGNATURE_NAME, problem, place, rule, Message("delete it"), start, end)
    if _FOR.search(_post(item)):
        problem = Message("the post is signed for with «за»")
        hint = Message("name the post of the person who signs")
        yield Fault(codes.SIGNATURE_NAME, problem, place, rule, hint)


def _post(item: Item) -> str:
    """Return the words that stand left of a name."""
    if item.table is None:
        return item.paragraph.text
    cells = item.table.rows[item.row].cells[: item.cell]
    return "\n".join(cell.text for cell in cells)


def _placed(item: Item, match: re.Match[str], rule: str) -> Iterator[Fault]:
    text = item.paragraph.text
    if item.table is not None:
        cells = item.table.rows[item.row].cells
        after = cells[item.cell + 1 :]
        beside = not any(entry.text.strip() for entry in after) and item.cell > 0
        good = beside or item.on_right
    else:
        good = item.on_right or _GAP.search(text[: match.start("name") + 1]) is not None
    if good:
        return
    problem = Message("the name of who signs is not at the right margin")
    hint = Message("put it at the right end of the last line of the post")
    start, end = match.span("name")
    yield Fault(codes.SIGNATURE_PLACE, problem, item.paragraph.place, rule, hint, start, end)


def _executor(
    items: Sequence[Item], signed: Sequence[tuple[Item, re.Match[str], bool]]
) -> Item | None:
    """Return the executor's mark: a name with a phone, near the end."""
    after = items.index(signed[0][0]) if signed else max(len(items) - _LAST, 0)
    for item in items[after:][-_LAST:]:
        if item.role in {"other", "layout"} and _PHONE.search(item.text):
            return item
    return None
