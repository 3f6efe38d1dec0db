"""Heading, preamble, signatures, marks and stamps of an act."""

from __future__ import annotations

from pathlib import Path

import pytest

from roadmapkit.documents import DocumentView
from roadmapkit.documents.view import SheetView
from tiny_workspaces import PLAN, act_of, opened, order_text, plan_text, view_of

CLAUSE = "- control: за собой"


def spaces(text: str) -> str:
    """Return *text* with ordinary spaces."""
    return text.replace("\u00a0", " ")


def sheets_of(folder: Path, header: str, *documents: str) -> tuple[SheetView, ...]:
    return view_of(
        opened(folder, order_text("- approve: plan", header), *documents), "prikaz"
    ).sheets


def stamps(sheet: SheetView) -> list[tuple[str, list[str]]]:
    return [(stamp.kind, [spaces(line) for line in stamp.lines]) for stamp in sheet.stamps]


# -- heading -----------------------------------------------------------------------------------


def test_body_that_issues_the_act_is_the_letterhead(tmp_path: Path) -> None:
    act = act_of(opened(tmp_path, order_text(CLAUSE, "place: г. Ольховск")))
    assert act.letterhead == ("Управление образования города Ольховска",)
    assert spaces(act.place) == "г. Ольховск"
    assert (act.form, act.form_spaced) == ("ПРИКАЗ", True)


def test_letterhead_of_the_author_wins(tmp_path: Path) -> None:
    header = "letterhead: [АДМИНИСТРАЦИЯ, УПРАВЛЕНИЕ ОБРАЗОВАНИЯ]"
    act = act_of(opened(tmp_path, order_text(CLAUSE, header)))
    assert act.letterhead == ("АДМИНИСТРАЦИЯ", "УПРАВЛЕНИЕ ОБРАЗОВАНИЯ")


@pytest.mark.parametrize(
    ("style", "printed"), [("цифрами", "05.06.2024"), ("словами", "5 июня 2024 г.")]
)
def test_date_in_digits_or_words(tmp_path: Path, style: str, printed: str) -> None:
    """ГОСТ Р 7.0.97: no leading zero in the verbal form, no «г.» after digits."""
    header = f"date: 05.06.2024\ndate_style: {style}"
    act = act_of(opened(tmp_path, order_text(CLAUSE, header)))
    assert (spaces(act.date), spaces(act.number)) == (printed, "№ 46")


def test_draft_leaves_places_for_date_and_number(tmp_path: Path) -> None:
    header = "state: draft\nnumber: null\ndate: null"
    act = act_of(opened(tmp_path, order_text(CLAUSE, header)))
    assert (act.date, act.number) == ("___ ________ 20__ г.", "№ ___")


def test_date_and_number_of_a_draft_are_not_printed_before_signing(tmp_path: Path) -> None:
    view = view_of(opened(tmp_path, order_text("- approve: plan", "state: draft"), PLAN), "prikaz")
    assert view.act is not None
    assert (view.act.date, view.act.number) == ("___ ________ 20__ г.", "№ ___")
    assert stamps(view.sheets[0])[0][1][2] == "от ___ ________ 20__ г. № ___"


def test_lines_of_the_title_stay(tmp_path: Path) -> None:
    header = "title: |-\n  О поддержке школ\n  в 2024 году"
    act = act_of(opened(tmp_path, order_text(CLAUSE, header)))
    assert [spaces(line) for line in act.title] == ["О поддержке школ", "в 2024 году"]


# -- the verb ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("form: приказ", ("приказываю:", True, True)),
        ("form: постановление", ("постановляю:", True, True)),
        ("form: распоряжение", ("", True, True)),
        ("verb: false", ("", True, False)),
        ("verb: обязываю", ("обязываю:", True, True)),
        ("verb: {place: отдельной строкой}", ("приказываю:", False, True)),
        ("verb: {spacing: нет}", ("приказываю:", True, False)),
        ("verb: {spacing: пробелы}", ("п р и к а з ы в а ю:", True, False)),
        ("verb: {text: предлагаю, spacing: пробелы}", ("п р е д л а г а ю:", True, False)),
    ],
)
def test_verb_of_the_preamble(
    tmp_path: Path, header: str, expected: tuple[str, bool, bool]
) -> None:
    act = act_of(opened(tmp_path, order_text(CLAUSE, header)))
    assert (act.verb, act.verb_inline, act.verb_spaced) == expected


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("В целях поддержки школ", "В целях поддержки школ"),
        ("В целях поддержки школ,", "В целях поддержки школ,"),
        ("В целях поддержки школ:", "В целях поддержки школ"),
    ],
)
def test_author_says_whether_a_comma_stands_before_the_verb(
    tmp_path: Path, written: str, printed: str
) -> None:
    act = act_of(opened(tmp_path, order_text(CLAUSE, f'preamble: "{written}"')))
    assert act.preamble == printed


def test_preamble_without_a_verb_ends_with_a_colon(tmp_path: Path) -> None:
    act = act_of(opened(tmp_path, order_text(CLAUSE, "verb: false\npreamble: В целях,")))
    assert act.preamble == "В целях:"


@pytest.mark.parametrize(
    ("spacing", "expected"),
    [
        ("разрядка", ("ПРИКАЗ", True)),
        ("пробелы", ("П Р И К А З", False)),
        ("нет", ("ПРИКАЗ", False)),
    ],
)
def test_word_of_the_form_is_spaced_out(
    tmp_path: Path, spacing: str, expected: tuple[str, bool]
) -> None:
    act = act_of(opened(tmp_path, order_text(CLAUSE, f"form_spacing: {spacing}")))
    assert (act.form, act.form_spaced) == expected


# -- people ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("signatory", "post", "name"),
    [
        ("nachalnik", ("Начальник",), "В.П. Рябинина"),
        ("ryabinina", ("Начальник",), "В.П. Рябинина"),
        ("direktor-1", ("Директор школы № 1 города Ольховска",), "П.И. Гусев"),
        ("Глава района", ("Глава района",), ""),
        ("{person: sokolov, post: Секретарь комиссии}", ("Секретарь комиссии",), "И.А. Соколов"),
        ("{person: Лисицына О.Д., post: Глава}", ("Глава",), "О.Д. Лисицына"),
    ],
)
def test_signature_has_the_post_and_the_name(
    tmp_path: Path, signatory: str, post: tuple[str, ...], name: str
) -> None:
    """ГОСТ Р 7.0.97: on a letterhead the post is printed without the organisation."""
    act = act_of(opened(tmp_path, order_text(CLAUSE, f"signatory: {signatory}")))
    assert act.signature is not None
    assert tuple(spaces(line) for line in act.signature.post_lines) == post
    assert spaces(act.signature.name) == name


def test_lines_of_a_post_stay(tmp_path: Path) -> None:
    header = "signatory:\n  person: sokolov\n  post: |-\n    Секретарь\n    комиссии"
    act = act_of(opened(tmp_path, order_text(CLAUSE, header)))
    assert act.signature is not None
    assert act.signature.post_lines == ("Секретарь", "комиссии")


def test_approval_block_has_captions_and_people(tmp_path: Path) -> None:
    header = """\
    approval:
      - caption: Проект внесен
        people: sokolov
      - caption: "Проект согласован:"
        people: [direktor-1, {person: direktor-2, post: Директор}]
    """
    act = act_of(opened(tmp_path, order_text(CLAUSE, header)))
    assert [
        (group.caption, [spaces(person.name) for person in group.signatures])
        for group in act.approval
    ] == [
        ("Проект внесен:", ["И.А. Соколов"]),
        ("Проект согласован:", ["П.И. Гусев", "Д.О. Лапина"]),
    ]


@pytest.mark.parametrize(
    ("executor", "lines"),
    [
        ("ryabinina", ("Рябинина Вера Павловна", "2-15-30")),
        ("{person: ryabinina, phone: 8 (800) 1-23}", ("Рябинина Вера Павловна", "8 (800) 1-23")),
        ("Лисицына Ольга Денисовна", ("Лисицына Ольга Денисовна",)),
    ],
)
def test_mark_of_the_executor_has_name_and_phone(
    tmp_path: Path, executor: str, lines: tuple[str, ...]
) -> None:
    act = act_of(opened(tmp_path, order_text(CLAUSE, f"executor: {executor}")))
    assert act.executor == lines


# -- marks and stamps --------------------------------------------------------------------------

MARK = ["к приказу Управления образования города Ольховска", "от 15.01.2024 № 46"]


def test_single_appendix_is_marked_without_a_number(tmp_path: Path) -> None:
    (sheet,) = sheets_of(tmp_path, "", PLAN)
    assert stamps(sheet) == [("mark", ["Приложение", *MARK])]


def test_several_appendices_are_marked_with_numbers(tmp_path: Path) -> None:
    header = "appendices:\n  - parts: [{plan: plan}]\n  - parts: [{group: gruppa}]"
    first, second = sheets_of(tmp_path, header, PLAN)
    assert stamps(first) == [("mark", ["Приложение № 1", *MARK])]
    assert stamps(second) == [("mark", ["Приложение № 2", *MARK])]


def test_mark_may_repeat_the_title_of_the_act(tmp_path: Path) -> None:
    (sheet,) = sheets_of(tmp_path, "appendices: [{mark_title: true, parts: [{plan: plan}]}]", PLAN)
    assert stamps(sheet) == [("mark", ["Приложение", *MARK, "«О поддержке школ»"])]


def test_mark_has_its_own_style_of_date(tmp_path: Path) -> None:
    (sheet,) = sheets_of(tmp_path, "mark_date_style: словами\ndate_style: цифрами", PLAN)
    assert stamps(sheet)[0][1][2] == "от 15 января 2024 г. № 46"


@pytest.mark.parametrize(
    ("title", "word"),
    [
        ("План работы", "УТВЕРЖДЕН"),
        ("Дорожная карта", "УТВЕРЖДЕНА"),
        ("Положение о конкурсе", "УТВЕРЖДЕНО"),
        ("Правила приёма", "УТВЕРЖДЕНЫ"),
    ],
)
def test_stamp_agrees_with_what_is_approved(tmp_path: Path, title: str, word: str) -> None:
    plan = plan_text("- title: А").replace("title: План\n", f"title: {title}\n")
    header = "appendices: [{mark: false, stamp: true, parts: [{plan: plan}]}]"
    (sheet,) = sheets_of(tmp_path, header, plan)
    by = "приказом Управления образования города Ольховска"
    assert stamps(sheet) == [("stamp", [word, by, "от 15.01.2024 № 46"])]


def test_appendix_may_have_mark_and_stamp_or_neither(tmp_path: Path) -> None:
    both = "appendices: [{stamp: true, parts: [{plan: plan}]}]"
    (sheet,) = sheets_of(tmp_path / "a", both, PLAN)
    assert [kind for kind, _ in stamps(sheet)] == ["mark", "stamp"]
    neither = "appendices: [{mark: false, parts: [{plan: plan}]}]"
    (sheet,) = sheets_of(tmp_path / "b", neither, PLAN)
    assert stamps(sheet) == []


def test_list_of_a_group_is_titled_as_its_composition(tmp_path: Path) -> None:
    (sheet,) = sheets_of(tmp_path, "appendices: [{parts: [{group: gruppa}, {plan: plan}]}]", PLAN)
    assert sheet.title == ("План мероприятий на 2024\u00a0год",)
    workspace = opened(tmp_path / "b", order_text("- approve: gruppa"))
    assert view_of(workspace, "prikaz").sheets[0].title == ("Состав рабочей группы",)


def test_typography_is_corrected_in_print_unless_switched_off(tmp_path: Path) -> None:
    text = order_text(CLAUSE, 'title: О школе "Росток" - опорной')
    assert spaces(act_of(opened(tmp_path / "a", text)).title[0]) == "О школе «Росток» – опорной"
    raw = "kind: settings\noutputs: {typography: false}\n"
    act = act_of(opened(tmp_path / "b", text, roadmapkit=raw))
    assert act.title == ('О школе "Росток" - опорной',)


# -- layout ------------------------------------------------------------------------------------


def orientation(view: DocumentView) -> list[bool]:
    return [sheet.landscape for sheet in view.sheets]


def test_plans_lie_across_and_other_appendices_do_not(tmp_path: Path) -> None:
    header = """\
    appendices:
      - parts: [{plan: plan}]
      - parts: [{group: gruppa}]
      - {orientation: книжная, parts: [{plan: plan}]}
      - {orientation: альбомная, title: Текст, parts: [{text: Текст}]}
    """
    view = view_of(opened(tmp_path, order_text(CLAUSE, header), PLAN), "prikaz")
    assert orientation(view) == [True, False, False, True]


def test_pages_of_appendices_are_counted_through_or_anew(tmp_path: Path) -> None:
    text = order_text("- approve: plan")
    view = view_of(opened(tmp_path / "a", text, PLAN), "prikaz")
    assert not view.sheets[0].restart_pages
    anew = "kind: settings\noutputs: {page_numbers: заново}\n"
    view = view_of(opened(tmp_path / "b", text, PLAN, roadmapkit=anew), "prikaz")
    assert view.sheets[0].restart_pages
