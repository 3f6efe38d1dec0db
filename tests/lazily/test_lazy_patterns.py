"""Patterns that are compiled late answer as compiled ones."""

from __future__ import annotations

import copy
import pickle
import re

import pytest

from roadmapkit.lazily import regex


def test_it_searches_as_a_compiled_pattern() -> None:
    late, early = (
        regex(r"(?P<day>\d+)-й", re.IGNORECASE),
        re.compile(r"(?P<day>\d+)-й", re.IGNORECASE),
    )

    for text in ("5-Й день", "день", "12-й и 13-й"):
        assert late.findall(text) == early.findall(text)
        assert late.sub("x", text) == early.sub("x", text)
        assert bool(late.search(text)) == bool(early.search(text))
    assert (late.pattern, late.flags, late.groups) == (early.pattern, early.flags, early.groups)


def test_a_faulty_expression_is_told_when_it_is_used() -> None:
    late = regex("(")

    with pytest.raises(re.error):
        late.search("")


def test_a_name_that_no_pattern_has_is_refused() -> None:
    with pytest.raises(AttributeError, match="seek"):
        regex("a").seek  # type: ignore[attr-defined]  # noqa: B018  # that is the question


def test_it_is_copied_and_pickled() -> None:
    late = regex("a+")
    late.search("a")

    assert copy.deepcopy(late).findall("aab") == ["aa"]
    assert pickle.loads(pickle.dumps(late)).findall("aab") == ["aa"]  # noqa: S301  # our own


def test_it_is_shown_as_the_pattern() -> None:
    assert repr(regex("a+", re.IGNORECASE)) == "re.compile('a+', re.IGNORECASE)"
