from __future__ import annotations

from roadmapkit.resolve.parties.reading import resolve_parties


def test_a_reading_is_the_sequence_of_its_parties() -> None:
    reading = resolve_parties("Соколова Д.И., ИМЦ")
    assert [party.text for party in reading] == ["Соколова Д.И.", "ИМЦ"]
    assert (len(reading), reading[1].kind) == (2, "organization")
    assert reading[:1] == reading.parties[:1]


def test_a_reading_of_nobody_is_empty() -> None:
    assert not resolve_parties("")
