from __future__ import annotations

from roadmapkit.diagnostics import Diagnostic, Edit, Message, Severity, Span
from roadmapkit.lint.fixing import patched
from roadmapkit.source import SourceText

TEXT = "id: a\r\ntitle: План  работы\r\n"
SOURCES = {"a.yaml": SourceText("a.yaml", TEXT), "b.yaml": SourceText("b.yaml", "x\n")}


def finding(*edits: Edit, code: str = "TST001") -> Diagnostic:
    return Diagnostic(code, Severity.INFO, Message("x"), edits[0].span, fix=edits)


def edit(line: int, start: int, end: int, text: str, file: str = "a.yaml") -> Edit:
    return Edit(Span(file, line, start, line, end), text)


def test_an_edit_keeps_everything_around_it() -> None:
    made = patched(SOURCES, [finding(edit(2, 12, 14, " "))])
    assert made.texts == {"a.yaml": "id: a\r\ntitle: План работы\r\n"}
    assert len(made.fixed) == 1


def test_edits_of_several_findings_are_made_at_once() -> None:
    made = patched(SOURCES, [finding(edit(2, 12, 14, " ")), finding(edit(1, 5, 6, "bcd"))])
    assert made.texts["a.yaml"] == "id: bcd\r\ntitle: План работы\r\n"


def test_of_two_findings_about_the_same_words_the_first_has_its_way() -> None:
    first, second = finding(edit(2, 8, 13, "A")), finding(edit(2, 12, 14, "B"), code="TST002")
    made = patched(SOURCES, [second, first])
    assert made.fixed == (first,)
    assert "A работы" in made.texts["a.yaml"]


def test_two_texts_are_not_put_in_at_one_place() -> None:
    first, second = finding(edit(2, 8, 8, "A")), finding(edit(2, 8, 8, "B"), code="TST002")
    assert patched(SOURCES, [first, second]).fixed == (first,)


def test_a_finding_is_mended_whole_or_not_at_all() -> None:
    both = finding(edit(2, 12, 14, " "), edit(1, 1, 2, "y", "b.yaml"))
    assert set(patched(SOURCES, [both]).texts) == {"a.yaml", "b.yaml"}
    assert patched(SOURCES, [both], untouched={"b.yaml"}).texts == {}
    taken = finding(edit(1, 1, 2, "z", "b.yaml"), code="TST000")
    held = patched(SOURCES, [both, taken])
    assert set(held.texts) == {"a.yaml", "b.yaml"}
    assert held.texts["b.yaml"] == "y\n"
    assert held.fixed == (both,)


def test_edits_of_a_finding_that_overlap_are_not_made() -> None:
    assert patched(SOURCES, [finding(edit(2, 8, 13, "A"), edit(2, 12, 14, "B"))]).texts == {}


def test_what_a_person_should_look_at_is_made_where_it_was_asked_for() -> None:
    unsafe = finding(Edit(Span("a.yaml", 1, 5, 1, 6), "b", safe=False))
    assert patched(SOURCES, [unsafe]).fixed == ()
    assert patched(SOURCES, [unsafe], unsafe=True).fixed == (unsafe,)


def test_an_edit_outside_of_the_text_or_of_another_file_is_not_made() -> None:
    for wrong in (
        edit(9, 1, 2, ""),
        edit(1, 50, 51, ""),
        edit(1, 0, 1, ""),
        edit(1, 1, 2, "", "c"),
    ):
        assert patched(SOURCES, [finding(wrong)]).texts == {}


def test_an_edit_that_changes_nothing_is_none() -> None:
    assert patched(SOURCES, [finding(edit(1, 5, 6, "a"))]).fixed == ()
