from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmapkit.diagnostics import Severity
from roadmapkit.errors import ArgumentError
from roadmapkit.language import Case, Number, decline_phrase, phrase_head
from roadmapkit.language.grammar import Gender

CASES = st.sampled_from(list(Case))
HEADS = st.sampled_from(
    [
        "директор",
        "заведующий",
        "исполняющий обязанности директора",
        "руководители",
        "муниципальная программа",
        "план-график",
        "положение",
        "данные",
        "учителя-предметники",
        "школа-тьютор",
    ]
)
TAILS = st.sampled_from(
    [
        "МБОУ «СОШ № 5 имени П.П. Сорокиной»",
        "по работе с детьми из семей города Луговска",
        "на 2024 – 2026 годы",
        "№ 15 от 12.03.2024",
        "в районе (далее – Район)",
    ]
)


FORMS = {
    "заведующая отделом": (
        "заведующей отделом",
        "заведующей отделом",
        "заведующую отделом",
        "заведующей отделом",
        "заведующей отделом",
    ),
    "исполняющий обязанности директора": (
        "исполняющего обязанности директора",
        "исполняющему обязанности директора",
        "исполняющего обязанности директора",
        "исполняющим обязанности директора",
        "исполняющем обязанности директора",
    ),
    "план мероприятий («дорожная карта»)": (
        "плана мероприятий («дорожной карты»)",
        "плану мероприятий («дорожной карте»)",
        "план мероприятий («дорожную карту»)",
        "планом мероприятий («дорожной картой»)",
        "плане мероприятий («дорожной карте»)",
    ),
    "члены комиссии": (
        "членов комиссии",
        "членам комиссии",
        "членов комиссии",
        "членами комиссии",
        "членах комиссии",
    ),
    "Программа, утвержденная приказом": (
        "Программы, утвержденной приказом",
        "Программе, утвержденной приказом",
        "Программу, утвержденную приказом",
        "Программой, утвержденной приказом",
        "Программе, утвержденной приказом",
    ),
    "тьюторы": ("тьюторов", "тьюторам", "тьюторов", "тьюторами", "тьюторах"),
    "1-й заместитель главы": (
        "1-го заместителя главы",
        "1-му заместителю главы",
        "1-го заместителя главы",
        "1-м заместителем главы",
        "1-м заместителе главы",
    ),
}


@pytest.mark.parametrize(("text", "forms"), FORMS.items())
def test_all_oblique_cases(text: str, forms: tuple[str, ...]) -> None:
    oblique = [case for case in Case if case is not Case.NOMINATIVE]
    assert tuple(decline_phrase(text, case).form for case in oblique) == forms


@pytest.mark.parametrize(
    ("text", "dative"),
    [
        ("зам. директора, ответственный за питание", "зам. директора, ответственному за питание"),
        ("ОУ, проводящие стажировки", "ОУ, проводящим стажировки"),
        ("ИМЦ, руководители школ", "ИМЦ, руководителям школ"),
        ("сельские ШНОР", "сельским ШНОР"),
        ("ст. методист ИМЦ", "ст. методисту ИМЦ"),
        ("г. Луговск", "г. Луговску"),
        ("учреждение детский сад «Колосок»", "учреждению детскому саду «Колосок»"),
        ("ИКТ-компетентность педагогов", "ИКТ-компетентности педагогов"),
        ("программа-минимум", "программе-минимум"),
        ("русский и английский языки", "русскому и английскому языкам"),
        ("школа – детский сад", "школе – детскому саду"),
        ("начальник отдела (Сорокина П.П.)", "начальнику отдела (Сорокина П.П.)"),
        ("приказ (приложение 1)", "приказу (приложение 1)"),
        ("паспорт (далее – Паспорт)", "паспорту (далее – Паспорт)"),
        ("лица, замещающие муниципальные должности", "лицам, замещающим муниципальные должности"),
        ("заведующие МБДОУ «Колосок»", "заведующим МБДОУ «Колосок»"),
        ("порядок и условия предоставления", "порядку и условиям предоставления"),
        ("школы, принимающие выпускников", "школам, принимающим выпускников"),
        ("специалисты, курирующие вопросы питания", "специалистам, курирующим вопросы питания"),
        ("управление культуры, спорта и туризма", "управлению культуры, спорта и туризма"),
        ("положение о порядке и условиях оплаты", "положению о порядке и условиях оплаты"),
        ("план на 2024 год и график выездов", "плану на 2024 год и графику выездов"),
        ("библиотека детская", "библиотеке детской"),
        ("«Школа", "«Школе"),
        ("УЧИТЕЛЬ-ПРЕДМЕТНИК МБОУ", "УЧИТЕЛЮ-ПРЕДМЕТНИКУ МБОУ"),
    ],
)
def test_structures_beside_the_head(text: str, dative: str) -> None:
    assert decline_phrase(text, "dative").form == dative


@pytest.mark.parametrize(
    ("text", "case", "form"),
    [
        ("отчёт", "genitive", "отчёта"),
        ("отчет", "genitive", "отчета"),
        ("статья", "instrumental", "статьей"),
        ("учёт и статья", "instrumental", "учётом и статьёй"),
        ("отчет об учёте", "genitive", "отчета об учёте"),
    ],
)
def test_the_authors_yo_is_kept(text: str, case: str, form: str) -> None:
    assert decline_phrase(text, case).form == form


@pytest.mark.parametrize(
    "text",
    [
        "заместители директора и учителя",
        "обучающиеся школы",
        "данные статистики",
        "приказ о внесении изменений в план, утвержденный постановлением",
        "МКУ Управление образования",
    ],
)
def test_an_honest_ambiguity_is_said(text: str) -> None:
    form = decline_phrase(text, "genitive")
    assert form.doubtful
    assert [finding.code for finding in form.diagnostics] == ["LNG002"]


@pytest.mark.parametrize("text", ["", "   ", "и", "№ 5", "по школам", "(", "5 школ"])
def test_a_text_without_a_nominative_stays_and_is_reported(text: str) -> None:
    form = decline_phrase(text, "dative")
    assert form.form == text
    assert form.doubtful
    (finding,) = form.diagnostics
    assert (finding.code, finding.severity) == ("LNG003", Severity.WARNING)
    assert repr(text) in str(finding.message)


def test_a_number_that_the_word_lacks_is_reported() -> None:
    form = decline_phrase("данные", "dative", "singular")
    assert form.form == "данным"
    assert [finding.code for finding in form.diagnostics] == ["LNG004"]


@pytest.mark.parametrize(
    ("text", "accusative"),
    [
        ("заведующий МБДОУ «Колосок»", "заведующего МБДОУ «Колосок»"),
        ("обучающиеся ОО", "обучающихся ОО"),
        ("план, заведующий", "план, заведующего"),
        ("участвующие ОО", "участвующие ОО"),
        ("лицо, ответственное за сайт", "лицо, ответственное за сайт"),
    ],
)
def test_persons_and_things_differ_in_the_accusative(text: str, accusative: str) -> None:
    assert decline_phrase(text, "accusative").form == accusative


def test_an_unambiguous_phrase_is_not_doubtful() -> None:
    form = decline_phrase("начальник отдела общего образования", "dative")
    assert not form.doubtful
    assert form.diagnostics == ()


def test_reasons_name_the_head_and_what_stays() -> None:
    because = decline_phrase("начальник отдела", "dative").because
    assert because == "'начальник' is the head and is inflected; 'отдела' stays as it is written"


@pytest.mark.parametrize(
    ("arguments", "wrong"),
    [(("школа", "locative"), "case"), (("школа", "dative", "dual"), "number")],
)
def test_an_unknown_category_is_refused_with_the_choice(
    arguments: tuple[str, ...], wrong: str
) -> None:
    with pytest.raises(ArgumentError, match="use one of") as caught:
        decline_phrase(*arguments)
    assert caught.value.argument == wrong


@pytest.mark.parametrize(
    ("text", "gender", "number", "animate"),
    [
        ("Муниципальная программа развития", Gender.FEMININE, Number.SINGULAR, False),
        ("Положение о группе", Gender.NEUTER, Number.SINGULAR, False),
        ("Методические рекомендации", Gender.FEMININE, Number.PLURAL, False),
        ("План и график", Gender.MASCULINE, Number.PLURAL, False),
        ("заведующая отделом", Gender.FEMININE, Number.SINGULAR, True),
        ("«Дорожная карта» школы", Gender.FEMININE, Number.SINGULAR, False),
    ],
)
def test_head_of_a_phrase(text: str, gender: Gender, number: Number, animate: bool) -> None:
    head = phrase_head(text)
    assert head is not None
    assert (head.gender, head.number, head.animate) == (gender, number, animate)


def test_a_text_without_a_noun_has_no_head() -> None:
    assert phrase_head("по школам") is None


@given(HEADS, TAILS)
def test_the_nominative_is_the_text_itself(head: str, tail: str) -> None:
    text = f"{head} {tail}"
    assert decline_phrase(text, Case.NOMINATIVE).form == text


@given(HEADS, TAILS, CASES)
def test_the_frozen_tail_never_changes(head: str, tail: str, case: Case) -> None:
    whole = decline_phrase(f"{head} {tail}", case).form
    assert whole == f"{decline_phrase(head, case).form} {tail}"


@given(st.lists(HEADS, min_size=1, max_size=6), CASES)
def test_a_list_of_heads_inflects_like_its_members(heads: list[str], case: Case) -> None:
    whole = decline_phrase(", ".join(heads), case).form
    assert whole == ", ".join(decline_phrase(head, case).form for head in heads)


@given(st.text(alphabet='школауправлениеи ,–()«»"-.№1Ая', max_size=60), CASES)
def test_no_text_breaks_it_and_tokens_are_never_lost(text: str, case: Case) -> None:
    form = decline_phrase(text, case).form
    assert [mark for mark in form if mark in "«»(),"] == [mark for mark in text if mark in "«»(),"]


@pytest.mark.parametrize("piece", ["(", "« ", "временно ", "школа, ", "и "])
def test_long_nonsense_is_read_without_trouble(piece: str) -> None:
    text = piece * (10_000 // len(piece))
    assert len(decline_phrase(text, "nominative").form) == len(text)


@pytest.mark.parametrize(
    "text",
    [
        "план („дорожная карта“)",
        'план ("дорожная карта")',
        "план (“дорожная карта”)",
        "план («дорожная карта»)",
    ],
)
def test_an_alias_inflects_in_any_quotation_marks(text: str) -> None:
    form = decline_phrase(text, "genitive").form
    assert form == text.replace("план", "плана").replace("дорожная карта", "дорожной карты")
