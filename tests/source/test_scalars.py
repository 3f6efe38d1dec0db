"""Which scalars are typed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmapkit.source import SourceText, parse_source
from roadmapkit.source.scalars import plain_value


def read(text: str) -> object:
    parsed = parse_source(SourceText.from_string("f", f"value: {text}\n"))
    assert parsed.diagnostics == ()
    return parsed.documents[0].data["value"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("true", True),
        ("false", False),
        ("null", None),
        ("~", None),
        ("", None),
        ("0", 0),
        ("46", 46),
        ("-7", -7),
        ("2024", 2024),
        ("12345678901234567890", 12345678901234567890),
    ],
)
def test_the_core_is_typed(text: str, value: object) -> None:
    found = read(text)
    assert found == value
    assert type(found) is type(value)


@pytest.mark.parametrize(
    "text",
    [
        *("1.10", "046", "00", "-0", "-01", "+5", "0x1F", "0o17", "1_000", "1e3", "12:30", ".5"),
        *("no", "yes", "on", "off", "да", "нет", "True", "TRUE", "False", "Null", "NULL", "nan"),
        *("15.01.2024", "2024-01-31", "2024-01-31T10:00:00Z", "2021/2022", "46-р", "–", "<"),
    ],
)
def test_every_other_scalar_keeps_its_characters(text: str) -> None:
    assert read(text) == text


@pytest.mark.parametrize("word", ["true", "null", "46", "", "~"])
@pytest.mark.parametrize("quotes", ['"', "'"])
def test_quoted_scalars_are_text(word: str, quotes: str) -> None:
    assert read(f"{quotes}{word}{quotes}") == word


def test_block_scalars_are_text() -> None:
    assert read("|-\n  46") == "46"
    assert read(">-\n  true") == "true"


def test_keys_are_text() -> None:
    parsed = parse_source(SourceText.from_string("f", "2024: 1\ntrue: 2\n046: 3\n~: 4\n"))
    assert list(parsed.documents[0].data) == ["2024", "true", "046", "~"]


def test_a_number_too_long_to_be_one_stays_text() -> None:
    assert plain_value("9" * 5000) == "9" * 5000


@given(st.integers())
def test_whole_numbers_are_read_as_python_writes_them(number: int) -> None:
    assert plain_value(str(number)) == number


@given(st.text(max_size=12))
def test_a_typed_value_prints_as_it_was_written(text: str) -> None:
    value = plain_value(text)
    if isinstance(value, int) and not isinstance(value, bool):
        assert str(value) == text
    elif isinstance(value, str):
        assert value == text
    else:
        assert text in {"true", "false", "null", "~", ""}
