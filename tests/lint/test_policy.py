"""Which findings a house is told."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from roadmapkit import check, open_workspace, remove_baseline, write_baseline
from roadmapkit.diagnostics import Code, Diagnostic, Message, Severity
from roadmapkit.errors import PluginError
from roadmapkit.lint import Rule, Subject, house
from tiny_workspaces import PLAN, opened, order_text, prepared

_AMBIGUOUS = PLAN.replace("до 1 марта 2024 г.", "до марта 2024 г.")
_DRAFT = order_text("- text: Принять к сведению.", "state: draft\ndate: 15.01.2024")


def _codes(root: Path, settings: str, *documents: str) -> list[tuple[str, str]]:
    workspace = opened(root, *documents, roadmapkit=f"kind: settings\n{settings}")
    return [(item.code, item.severity.value) for item in prepared(workspace).diagnostics]


class TestSelection:
    def test_only_what_is_selected_is_told(self, tmp_path: Path) -> None:
        found = _codes(tmp_path, "checks: {select: [ORD]}", _AMBIGUOUS, _DRAFT)
        assert {code for code, _ in found} == {"ORD002"}

    def test_errors_are_told_whatever_is_selected(self, tmp_path: Path) -> None:
        broken = PLAN.replace("до 1 марта 2024 г.", "до 31 ноября 2024 г.")
        assert ("DUE006", "error") in _codes(tmp_path, "checks: {select: [ORD]}", broken)

    def test_a_name_selects_as_its_code_does(self, tmp_path: Path) -> None:
        found = _codes(tmp_path, "checks: {select: several-readings}", _AMBIGUOUS, _DRAFT)
        assert {code for code, _ in found} == {"DUE004"}


class TestSeverity:
    def test_a_warning_may_be_made_an_error_which_keeps_the_document_back(
        self, tmp_path: Path
    ) -> None:
        workspace = opened(
            tmp_path,
            _AMBIGUOUS,
            roadmapkit="kind: settings\nchecks: {severity: {DUE004: error}}",
        )
        assert prepared(workspace).blocked == {"plan"}

    def test_the_most_special_selector_counts(self, tmp_path: Path) -> None:
        settings = "checks: {severity: {DUE004: error, DUE: info, all: warning}}"
        assert _codes(tmp_path, settings, _AMBIGUOUS) == [("DUE004", "error")]

    def test_a_rule_may_be_softened(self, tmp_path: Path) -> None:
        bare = order_text("- text: Принять к сведению.", "number:")
        settings = "checks: {severity: {ORD001: info}}"
        assert ("ORD001", "info") in _codes(tmp_path, settings, bare)


class TestIgnoring:
    def test_a_finding_is_ignored_in_the_files_of_a_path_only(self, tmp_path: Path) -> None:
        settings = (
            "checks:\n  ignore:\n    - {code: DUE004, path: 'roadmaps/old/*', reason: так было}"
        )
        other = _AMBIGUOUS.replace("id: plan", "id: plan-old").replace("a1", "b1")
        workspace = opened(
            tmp_path,
            _AMBIGUOUS,
            roadmapkit=f"kind: settings\n{settings}",
            roadmaps__old__plan=other.replace("a2", "b2"),
        )
        files = [item.span.file for item in prepared(workspace).diagnostics if item.span]
        assert files == ["roadmaps/work.yaml"]

    def test_an_entry_that_ignores_nothing_is_told(self, tmp_path: Path) -> None:
        settings = "checks:\n  ignore:\n    - {code: DUE004, reason: так было}"
        assert _codes(tmp_path, settings, PLAN) == [("CHK003", "warning")]

    def test_a_comment_may_silence_a_whole_file(self, tmp_path: Path) -> None:
        text = f"# roadmapkit: ignore-file DUE – сроки из приказа\n{_AMBIGUOUS}"
        assert _codes(tmp_path, "locale: ru", text) == []

    def test_a_comment_on_its_own_line_is_about_the_next_value(self, tmp_path: Path) -> None:
        text = _AMBIGUOUS.replace(
            "      - {id: a1",
            "      # roadmapkit: ignore DUE004 – сроки из приказа\n      - {id: a1",
        )
        assert _codes(tmp_path, "locale: ru", text) == []

    def test_an_error_stays_and_the_attempt_is_told(self, tmp_path: Path) -> None:
        broken = PLAN.replace("- {id: a1", "- {id: a1").replace("до 1 марта", "до 31 ноября")
        text = f"# roadmapkit: ignore-file DUE006 – так было\n{broken}"
        found = {code for code, _ in _codes(tmp_path, "locale: ru", text)}
        assert found >= {"DUE006", "CHK004"}


class TestPlaces:
    _ACT = (
        "kind: order\nid: prikaz\ntitle: О семинаре\nsignatory: Начальник управления\n"
        "clauses:\n"
        "  - assign: Директора школ\n"
        "    text: обсудить итоги\n"
        "  - assign: Методический кабинет\n"
        "    text: помочь школам\n"
        "  - control: за собой\n"
    )
    _IGNORED = "# roadmapkit: ignore ORD006 – по мере готовности"

    def _lines(self, root: Path, first: str = "", second: str = "") -> list[list[int]]:
        text = self._ACT.replace("  - assign: Дир", f"  {first}\n  - assign: Дир")
        text = text.replace("  - assign: Мет", f"  {second}\n  - assign: Мет")
        return [
            [place.line for place in (item.span, *item.also) if place is not None]
            for item in prepared(opened(root, text)).diagnostics
            if item.code in {"ORD006", "CHK003"}
        ]

    def test_a_finding_at_several_places_loses_those_that_a_comment_is_about(
        self, tmp_path: Path
    ) -> None:
        assert self._lines(tmp_path) == [[7, 10]]
        assert self._lines(tmp_path, first=self._IGNORED) == [[10]]
        assert self._lines(tmp_path, second=self._IGNORED) == [[7]]
        assert self._lines(tmp_path, self._IGNORED, self._IGNORED) == []


class TestBaseline:
    def test_known_findings_are_not_told_and_new_ones_are(self, tmp_path: Path) -> None:
        workspace = opened(tmp_path, _AMBIGUOUS)
        assert write_baseline(workspace).known == 1
        assert check(open_workspace(tmp_path)).diagnostics == ()
        plan = tmp_path / "roadmaps" / "work.yaml"
        text = plan.read_text(encoding="utf-8")
        plan.write_text(f"# новая строка\n{text}".replace("апрель", "до апреля"), encoding="utf-8")
        assert [item.code for item in check(open_workspace(tmp_path)).diagnostics] == ["DUE004"]

    def test_a_known_finding_is_told_again_when_its_line_changes(self, tmp_path: Path) -> None:
        write_baseline(opened(tmp_path, _AMBIGUOUS))
        plan = tmp_path / "roadmaps" / "work.yaml"
        text = plan.read_text(encoding="utf-8")
        plan.write_text(text.replace("Собрать заявки", "Собрать все заявки"), encoding="utf-8")
        codes = [item.code for item in check(open_workspace(tmp_path)).diagnostics]
        assert codes == ["CHK006", "DUE004"]

    def test_without_the_file_everything_is_told_again(self, tmp_path: Path) -> None:
        workspace = opened(tmp_path, _AMBIGUOUS)
        write_baseline(workspace)
        assert remove_baseline(workspace)
        assert not remove_baseline(workspace)
        assert [item.code for item in check(open_workspace(tmp_path)).diagnostics] == ["DUE004"]


_HOUSE = Code("HSE001", "no-home-phone", Severity.WARNING, "Nothing of a house")


def _check(subject: Subject) -> Any:
    for document in subject.roadmaps:
        yield _HOUSE.at(document.origin.child("id").span, Message("{id!r}", id=document.model.id))


class _Point:
    """An entry point of an installed package."""

    name = "house"
    value = "house.rules:RULES"

    def __init__(self, content: object) -> None:
        self._content = content

    def load(self) -> object:
        if isinstance(self._content, Exception):
            raise self._content
        return self._content


@pytest.fixture
def bring(monkeypatch: pytest.MonkeyPatch) -> Any:
    def bring(content: object) -> None:
        monkeypatch.setattr(house, "entry_points", lambda group: [_Point(content)])
        house.house_rules.cache_clear()

    yield bring
    house.house_rules.cache_clear()


class TestRulesOfAHouse:
    def test_a_rule_of_an_installed_package_runs_and_can_be_chosen(
        self, tmp_path: Path, bring: Any
    ) -> None:
        bring([Rule(_HOUSE, "house", _check)])
        found: list[Diagnostic] = list(prepared(opened(tmp_path, PLAN)).diagnostics)
        assert [item.code for item in found] == ["HSE001"]

    def test_a_preview_rule_runs_where_it_is_asked_for(self, tmp_path: Path, bring: Any) -> None:
        bring(Rule(_HOUSE, "house", _check, preview=True))
        assert _codes(tmp_path / "a", "locale: ru", PLAN) == []
        assert _codes(tmp_path / "b", "checks: {preview: true}", PLAN) == [("HSE001", "warning")]

    @pytest.mark.parametrize(
        "content",
        [
            ImportError("no module"),
            ["not a rule"],
            [Rule(Code("ORD001", "x", Severity.INFO, "x"), "house", _check)],
        ],
    )
    def test_a_broken_package_is_named(self, bring: Any, content: object) -> None:
        bring(content)
        with pytest.raises(PluginError, match=r"house\.rules"):
            house.house_rules(frozenset({"ORD001"}))
