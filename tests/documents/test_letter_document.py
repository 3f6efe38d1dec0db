"""Letters: addressees, references, generated text, the mark about attachments."""

from __future__ import annotations

from pathlib import Path

import pytest

from roadmapkit.documents.letter_view import LetterView
from tiny_workspaces import PLAN, opened, order_text, view_of

ORDER = order_text("- text: Провести сверку\n")


def letter(root: Path, keys: str, *documents: str) -> LetterView:
    text = f"kind: letter\nid: pismo\ntitle: О направлении приказа\n{keys}"
    view = view_of(opened(root, PLAN, ORDER, *documents, text), "pismo").letter
    assert view is not None
    return view


def spaced(texts: tuple[str, ...]) -> list[str]:
    return [text.replace("\u00a0", " ") for text in texts]


@pytest.mark.parametrize(
    ("to", "lines"),
    [
        ("direktor-2", ["Директору школы № 2 города Ольховска", "Лапиной Д.О."]),
        ("sokolov", ["Методисту Управления образования города Ольховска", "Соколову И.А."]),
        ("shkola-1", ["Школа № 1 города Ольховска"]),
        ("direktora", ["Директорам школ"]),
        ("Министерство просвещения Лесного края", ["Министерство просвещения Лесного края"]),
    ],
)
def test_officials_and_groups_are_in_the_dative_and_bodies_are_not(
    tmp_path: Path, to: str, lines: list[str]
) -> None:
    (addressee,) = letter(tmp_path, f"to: {to}\n").addressees
    assert spaced(addressee) == lines


def test_an_address_and_words_of_the_author_are_printed_as_they_are(tmp_path: Path) -> None:
    keys = "to:\n  - to: gusev\n    wording: [Главе, П.И. Гусеву]\n    address: ул. Мира, д. 1-3\n"
    (addressee,) = letter(tmp_path, keys).addressees
    assert spaced(addressee) == ["Главе", "П.И. Гусеву", "ул. Мира, д. 1-3"]


def test_a_draft_has_blanks_and_an_answer_names_the_letter_it_answers(tmp_path: Path) -> None:
    view = letter(tmp_path, "number: 5\nreply: {number: 01-15/2, date: 09.01.2024}\n")
    assert view.requisites == "___ ________ 20__ г. № ___"
    assert view.reply.replace("\u00a0", " ") == "На № 01-15/2 от 09.01.2024"


@pytest.mark.parametrize(
    ("to", "salutation"),
    [
        ("lapina", "Уважаемая Дарья Олеговна!"),
        ("direktor-1", "Уважаемый Пётр Ильич!"),
        ("direktora", "Уважаемые коллеги!"),
        ("[gusev, lapina]", "Уважаемые коллеги!"),
    ],
)
def test_a_salutation_follows_the_addressee(tmp_path: Path, to: str, salutation: str) -> None:
    assert letter(tmp_path, f"to: {to}\nsalutation: true\n").salutation == salutation


def test_one_attachment_that_the_text_names_is_counted_only(tmp_path: Path) -> None:
    view = letter(tmp_path, "purpose: для исполнения\nattachments: [{document: prikaz, sheets: 3}]")
    assert spaced(tuple(line.text for line in view.lines)) == [
        "Направляем для исполнения приказ Управления образования города Ольховска "
        "от 15.01.2024 № 46 «О поддержке школ»."
    ]
    assert spaced(tuple(line.text for line in view.attachments)) == ["на 3 л. в 1 экз."]
    assert view.attachment_mark == "Приложение:"


def test_several_attachments_are_numbered(tmp_path: Path) -> None:
    keys = "attachments:\n  - prikaz\n  - {document: plan, sheets: 8, copies: 2}\n"
    view = letter(tmp_path, f"{keys}  - {{text: Копия устава, sheets: 12}}\n")
    assert spaced(tuple(line.text for line in view.attachments)) == [
        "1. Приказ Управления образования города Ольховска от 15.01.2024 № 46 "
        "«О поддержке школ» в 1 экз.",
        "2. План мероприятий на 2024 год на 8 л. в 2 экз.",
        "3. Копия устава на 12 л. в 1 экз.",
    ]
    (line,) = view.lines
    assert line.text.replace("\u00a0", " ").endswith(
        "«О поддержке школ», план мероприятий на 2024 год и копию устава."
    )


def test_a_draft_is_sent_as_a_draft(tmp_path: Path) -> None:
    draft = "kind: order\nid: proekt\ntitle: О школах\nissuer: upravlenie\n"
    view = letter(tmp_path, "attachments: [proekt]\n", draft)
    assert view.lines[0].text.replace("\u00a0", " ") == (
        "Направляем проект приказа Управления образования города Ольховска «О школах»."
    )


def test_words_of_the_author_replace_the_generated_text(tmp_path: Path) -> None:
    view = letter(tmp_path, "text: Сообщаем о начале работы.\nattachments: [plan]\n")
    assert [line.text for line in view.lines] == ["Сообщаем о начале работы."]
    assert spaced(tuple(line.text for line in view.attachments)) == [
        "план мероприятий на 2024 год в 1 экз."
    ]


def test_an_appendix_of_a_letter_is_printed_with_its_mark(tmp_path: Path) -> None:
    text = (
        "kind: letter\nid: pismo\ntitle: О сведениях\nstate: registered\ndate: 17.01.2024\n"
        "number: 5\nto: gusev\nsignatory: nachalnik\nappendices:\n"
        "  - title: Сведения о школах\n    parts: [{text: Две школы.}]\n"
    )
    view = view_of(opened(tmp_path, text), "pismo")
    assert view.letter is not None
    assert spaced(view.sheets[0].stamps[0].lines) == [
        "Приложение",
        "к письму",
        "от 17.01.2024 № 5",
    ]
    assert view.letter.lines[0].text == "Направляем сведения о школах."
