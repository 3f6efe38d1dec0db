"""A plan calls a body by one name.

«Управление образования» in one row and «Управление образованием» in the next, «МУ РЦ» and
«МУРЦ»: whoever filters the table by one of them loses the rows of the other. Found are names of
one plan that differ in the spaces between the same letters, in the case of a word that another
one governs, or by a slip inside a long word. Singular and plural («Администрация школы»,
«Администрация школ») are different parties, and so are two entries of the directory. A spelling
that the directory lacks has a finding of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from roadmapkit.diagnostics import Code, Diagnostic, Message, Severity
from roadmapkit.lazily import regex
from roadmapkit.lint.cells import PlannedParty, parties_of
from roadmapkit.lint.engine import Rule
from roadmapkit.lint.expansions import fold, one_slip
from roadmapkit.lint.subject import Subject

__all__ = ["RULE"]

_CODE = Code("PAR101", "two-spellings", Severity.WARNING, "A body that one plan writes in two ways")
_WORD = regex(r"\w+")
_INSTRUMENTAL = regex(r"(?:ием|ом|ем|ой|ей)$")
_GENITIVE = regex(r"(?:ия|а|я|ы|и)$")
_BASIC_AND_GENITIVE = (("ский", "ского"), ("цкий", "цкого"), ("ный", "ного"))
_LONG = 7
_COMMON = 5
_BEGUN = 3


def _check(subject: Subject) -> Iterator[Diagnostic]:
    for roadmap in subject.roadmaps:
        spelt: dict[str, list[PlannedParty]] = {}
        forms: dict[str, str] = {}
        for planned in parties_of(subject, roadmap):
            text = planned.party.text
            if planned.party.kind != "person":
                form = forms.get(text) or forms.setdefault(text, " ".join(_words(text)))
                spelt.setdefault(form, []).append(planned)
        for other, usual in _pairs(spelt):
            yield _CODE.at(
                spelt[other][0].span,
                Message(
                    "The plan writes {other!r} here and {usual!r} elsewhere; times written so:"
                    " {count}",
                    other=spelt[other][0].party.text,
                    usual=spelt[usual][0].party.text,
                    count=len(spelt[other]),
                ),
                hint=Message("Call one body by one name in the whole plan"),
                documents=(roadmap.model.id,),
                also=[planned.span for planned in spelt[other][1:]],
            )


def _words(text: str) -> list[str]:
    return _WORD.findall(fold(text))


def _pairs(spelt: dict[str, list[PlannedParty]]) -> Iterator[tuple[str, str]]:
    """Yield each rarer spelling with the usual one of the same body."""
    alike: dict[tuple[str, ...], list[str]] = {}
    for form in spelt:
        words = form.split()
        alike.setdefault(("".join(words),), []).append(form)
        if len(words) > 1:
            alike.setdefault(tuple(word[:_BEGUN] for word in words), []).append(form)
    told: set[str] = set()
    for _, forms in sorted(alike.items()):
        forms.sort(key=lambda form: -len(spelt[form]))
        for index, other in enumerate(forms):
            for usual in forms[:index]:
                if other not in told and _is_one(other, usual) and not _differ(spelt, other, usual):
                    told.add(other)
                    yield other, usual


def _differ(spelt: dict[str, list[PlannedParty]], one: str, two: str) -> bool:
    """Tell whether the directory has two entries for two spellings, or misses the rarer one."""
    first, second = spelt[one][0].party.ref, spelt[two][0].party.ref
    return first != second and (None not in {first, second} or _is_told(spelt[one][0], second))


def _is_told(other: PlannedParty, usual: str | None) -> bool:
    """Tell whether an organisation that the directory lacks has a finding of its own."""
    return other.party.kind == "organization" and usual is not None


def _is_one(one: str, two: str) -> bool:
    first, second = one.split(), two.split()
    if len(first) != len(second):
        return "".join(first) == "".join(second)
    pairs = [(left, right) for left, right in zip(first, second, strict=True) if left != right]
    return bool(pairs) and _are_variants(pairs)


def _are_variants(pairs: Sequence[tuple[str, str]]) -> bool:
    if all(_governed(*pair) or _governed(*reversed(pair)) for pair in pairs):
        return True
    if len(pairs) == 1:
        one, two = pairs[0]
        long = min(len(one), len(two)) >= _LONG and not (one + two).isdecimal()
        return long and one[-2:] == two[-2:] and one_slip(one, two)
    return any(_declined(*pair) or _declined(*reversed(pair)) for pair in pairs) and all(
        _declined(*pair) or _declined(*reversed(pair)) or _ended(*pair) or _ended(*reversed(pair))
        for pair in pairs
    )


def _governed(one: str, two: str) -> bool:
    """Tell «образованием» from «образования»."""
    first, second = _INSTRUMENTAL.sub("", one), _GENITIVE.sub("", two)
    return first != one and second != two and first == second and len(first) >= _COMMON


def _declined(one: str, two: str) -> bool:
    """Tell «Сосновский» from «Сосновского»."""
    return any(
        one.endswith(basic)
        and two.endswith(genitive)
        and one[: -len(basic)] == two[: -len(genitive)]
        for basic, genitive in _BASIC_AND_GENITIVE
    )


def _ended(one: str, two: str) -> bool:
    return two in {one + "а", one + "я"}


RULE = Rule(_CODE, "parties", _check)
