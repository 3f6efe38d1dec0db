"""The schema in the YAML language server that editors run: offers, hover texts, underlining."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from language_server import LanguageServer, server_command

from roadmapkit.model import MODELS

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = sorted((ROOT / "roadmaps").rglob("*.yaml"))
HEAD = "kind: roadmap\nid: plan\ntitle: План\nperiod: 2024\n"
ACTIVITY = HEAD + "activities:\n  - title: Семинар\n    "

pytestmark = pytest.mark.skipif(
    server_command() is None, reason="yaml-language-server is not installed"
)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LanguageServer]:
    root = tmp_path_factory.mktemp("editor")
    with LanguageServer(root, ROOT / "schemas" / "roadmapkit.schema.json") as running:
        yield running


@pytest.mark.parametrize("file", EXAMPLES, ids=lambda path: path.stem)
def test_nothing_is_underlined_in_the_examples(server: LanguageServer, file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    modeline = re.compile(r"^# yaml-language-server:.*$", re.M)  # names the schema by its place
    assert server.problems(modeline.sub("#", text)) == []


def test_every_kind_is_offered_after_the_key(server: LanguageServer) -> None:
    assert list(server.completions("kind: §\n")) == list(MODELS)


def test_keys_of_an_activity_are_offered_with_russian_explanations(server: LanguageServer) -> None:
    offered = server.completions(ACTIVITY + "§\n")
    assert {"due", "responsible", "result", "note"} <= offered.keys()
    assert offered["due"]["documentation"].startswith("Срок")
    assert "title" not in offered  # it is there already


def test_nothing_is_inserted_that_the_author_has_to_delete(server: LanguageServer) -> None:
    for text in (HEAD + "§\n", ACTIVITY + "§\n", "kind: order\n§\n"):
        offered = server.completions(text)
        assert len(offered) > 5
        assert not [item for item in offered.values() if "null" in item["insertText"]]


def test_values_of_a_choice_are_offered(server: LanguageServer) -> None:
    text = "kind: order\nid: order\ntitle: О плане\nstate: §\n"
    assert list(server.completions(text)) == ["draft", "registered"]


def test_an_empty_file_is_offered_beginnings_and_a_begun_one_is_not(
    server: LanguageServer,
) -> None:
    assert {"Дорожная карта", "Приказ", "Реестр"} <= server.completions("§\n").keys()
    assert "Приказ" not in server.completions(HEAD + "§\n")


def test_keys_of_the_second_document_of_a_file_are_its_own(server: LanguageServer) -> None:
    offered = server.completions(HEAD + "---\nkind: order\nid: order\n§\n")
    assert "clauses" in offered
    assert "activities" not in offered


def test_hover_shows_description_and_examples_in_russian(server: LanguageServer) -> None:
    shown = server.hover(ACTIVITY + "d§ue: март 2024 г.\n")
    assert "Срок: фраза, даты или список по исполнителям" in shown
    assert "до 15 марта 2024 г." in shown
    assert "#### Due" not in shown


def test_hover_over_the_kind_explains_every_kind(server: LanguageServer) -> None:
    shown = server.hover("ki§nd: roadmap\nid: plan\ntitle: План\n")
    assert "Дорожная карта" in shown
    assert "Приказ" in shown


def test_a_wrong_key_is_underlined_at_its_line(server: LanguageServer) -> None:
    assert server.problems(ACTIVITY + "deu: март 2024 г.\n") == [
        (7, "Property deu is not allowed.")
    ]


def test_a_wrong_choice_is_underlined_with_what_there_is(server: LanguageServer) -> None:
    [(line, message)] = server.problems("kind: order\nid: order\ntitle: О плане\nstate: ready\n")
    assert line == 4
    assert '"draft", "registered"' in message


def test_an_unknown_kind_is_underlined_and_nothing_else(server: LanguageServer) -> None:
    [(line, message)] = server.problems("kind: roadmp\nid: plan\n")
    assert line == 1
    assert all(f'"{kind}"' in message for kind in MODELS)


def test_a_missing_key_is_named(server: LanguageServer) -> None:
    [(line, message)] = server.problems(HEAD + "activities:\n  - due: март 2024 г.\n")
    assert line == 6
    assert message == 'Missing property "title".'


def test_faults_of_several_documents_are_told_apart(server: LanguageServer) -> None:
    text = HEAD + "sectons: []\n---\nkind: order\nid: order\ntitle: О плане\nstat: draft\n"
    assert [line for line, _ in server.problems(text)] == [5, 10]
