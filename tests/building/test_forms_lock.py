"""The lock of forms: what is printed with it, what is recorded in it, what it is held against."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmapkit import Workspace, accept_forms, check, forms, open_workspace, register, render
from roadmapkit.building import ListedForm, codes
from roadmapkit.building.forms.file import forms_text
from roadmapkit.diagnostics import Severity
from roadmapkit.errors import ArgumentError, OutputError, WorkspaceError
from roadmapkit.language import FormKey, FormKind, make_form, ready_forms, rules_digest
from roadmapkit.load import FORMS_LOCK_NAME, ReviewedForm
from roadmapkit.load.forms_lock import read_forms_lock
from tiny_workspaces import act_text, only, opened, order_text, prepared, source_at, with_code

ORDER = order_text("- {appoint: Мельник А.Б., as: ответственный секретарь}")
CLAUSES = """\
- {assign: [начальник отдела кадров], text: провести сверку, due: март 2024}
- {control: ryabinina}
"""
DATIVE = FormKey(FormKind.PHRASE, "начальник отдела кадров", "dative")


def office(root: Path, clauses: str = CLAUSES) -> Workspace:
    return opened(root, order_text(clauses))


def reviewed(workspace: Workspace, **own: str) -> Workspace:
    """Accept every certain form, some as given, and open the workspace anew."""
    listed = [item for item in forms(workspace).new if item.told]
    accept_forms(workspace, {item.key: own.get(item.form, item.form) for item in listed})
    return open_workspace(workspace.root)


def findings(workspace: Workspace) -> list[str]:
    return [item.code for item in check(workspace).diagnostics]


def form_of(workspace: Workspace, key: FormKey) -> ListedForm:
    return next(item for item in forms(workspace).forms if item.key == key)


def test_without_a_lock_nothing_is_found_and_the_forms_are_counted(tmp_path: Path) -> None:
    workspace = office(tmp_path)
    assert with_code(workspace, codes.UNREVIEWED_FORM) == []
    assert check(workspace).unreviewed_forms == len(forms(workspace).new) > 2


def test_a_form_is_listed_with_reason_and_place(tmp_path: Path) -> None:
    item = form_of(office(tmp_path), DATIVE)
    assert (item.form, item.state, item.told, item.doubtful) == (
        "начальнику отдела кадров",
        "new",
        True,
        False,
    )
    assert item.reasons
    (place,) = item.places
    assert place.document == "prikaz"
    assert (
        place.line == "- {assign: [начальник отдела кадров], text: провести сверку, due: март 2024}"
    )


def test_an_accepted_form_is_no_finding_and_the_next_one_is(tmp_path: Path) -> None:
    workspace = reviewed(office(tmp_path))
    assert with_code(workspace, codes.UNREVIEWED_FORM) == []
    assert forms(workspace).new == ()
    work = tmp_path / "roadmaps" / "work.yaml"
    work.write_text(work.read_text("utf-8").replace("отдела кадров", "отдела опеки"), "utf-8")
    changed = open_workspace(tmp_path)
    finding = only(changed, codes.UNREVIEWED_FORM)
    assert source_at(changed, finding) == "начальник отдела опеки"
    assert finding.documents == ("prikaz",)
    assert finding.severity is Severity.WARNING


def test_a_form_of_the_directory_is_found_where_its_text_stands(tmp_path: Path) -> None:
    workspace = opened(tmp_path, order_text(CLAUSES), **{"forms.lock": "version: 1\n"})
    found = {
        source_at(workspace, item): item for item in with_code(workspace, codes.UNREVIEWED_FORM)
    }
    finding = found["Управление образования города Ольховска"]
    assert finding.span is not None
    assert finding.span.file == "directory.yaml"
    assert finding.documents == ("prikaz",)


def test_a_form_of_a_person_is_printed_instead_of_that_of_the_library(tmp_path: Path) -> None:
    own = {"начальнику отдела кадров": "руководителю кадровой службы"}
    workspace = reviewed(office(tmp_path), **own)
    assert act_text(workspace)[0].startswith("1. Руководителю кадровой службы провести")
    entry = read_forms_lock(tmp_path).entries[DATIVE]
    assert (entry.form, entry.instead_of) == (
        "руководителю кадровой службы",
        "начальнику отдела кадров",
    )
    assert findings(workspace) == []


def test_an_authors_own_form_comes_before_the_lock(tmp_path: Path) -> None:
    directory = """\
        kind: directory
        organizations:
          - id: upravlenie
            name: Управление образования
            forms: {genitive: Управления образованья}
        """
    key = FormKey(FormKind.PHRASE, "Управление образования", "genitive")
    lock = forms_text({key: ReviewedForm("Управленья образования")}, rules_digest())
    order = order_text(
        "- {repeal: [{form: приказ, date: 10.01.2020, number: 3}]}", "signatory: Рябинина В.П."
    )
    workspace = opened(tmp_path, order, directory=directory, **{"forms.lock": lock})
    assert "приказ Управления образованья от" in act_text(workspace)[0]


def test_a_form_that_cannot_be_told_is_accepted_only_as_a_person_gives_it(tmp_path: Path) -> None:
    workspace = opened(tmp_path, ORDER)
    item = next(item for item in forms(workspace).new if not item.told)
    assert item.doubtful
    with pytest.raises(ArgumentError, match="cannot be told"):
        accept_forms(workspace, [item.key])
    accept_forms(workspace, {item.key: "Мельника А.Б."})
    after = open_workspace(tmp_path)
    assert "Мельника А.Б." in act_text(after)[0]
    assert check(after).ok


def test_an_empty_form_is_refused(tmp_path: Path) -> None:
    workspace = office(tmp_path)
    key = FormKey(FormKind.PHRASE, "", "dative")
    with pytest.raises(ArgumentError, match="empty"):
        accept_forms(workspace, {key: " "})
    assert not (tmp_path / FORMS_LOCK_NAME).exists()


def test_a_doubtful_form_stays_a_finding_until_it_is_reviewed(tmp_path: Path) -> None:
    workspace = office(tmp_path, "- {assign: [школозавр], text: провести сверку, due: март 2024}")
    assert "LNG002" in findings(workspace)
    assert "LNG002" not in findings(reviewed(workspace))


# -- other rules -----------------------------------------------------------------------------


def with_old_rules(workspace: Workspace, form: str) -> Workspace:
    """Let the lock be held against other rules, which made another form of DATIVE."""
    lock = workspace.root / FORMS_LOCK_NAME
    text = lock.read_text("utf-8").replace(rules_digest(), "old")
    lock.write_text(text.replace("начальнику отдела кадров", form), "utf-8")
    return open_workspace(workspace.root)


def test_a_form_that_the_library_now_makes_otherwise_is_found_and_printed_as_reviewed(
    tmp_path: Path,
) -> None:
    workspace = with_old_rules(reviewed(office(tmp_path)), "начальникам отдела кадров")
    finding = only(workspace, codes.CHANGED_FORM)
    assert source_at(workspace, finding) == "начальник отдела кадров"
    assert "начальнику отдела кадров" in str(finding.message)
    assert act_text(workspace)[0].startswith("1. Начальникам отдела кадров")
    assert [item.made for item in forms(workspace).changed] == ["начальнику отдела кадров"]


def test_a_changed_form_is_settled_either_way(tmp_path: Path) -> None:
    for name, form in (("old", "начальникам отдела кадров"), ("new", "начальнику отдела кадров")):
        root = tmp_path / name
        root.mkdir()
        workspace = with_old_rules(reviewed(office(root)), "начальникам отдела кадров")
        accept_forms(workspace, {DATIVE: form})
        settled = open_workspace(root)
        assert with_code(settled, codes.CHANGED_FORM) == []
        assert form_of(settled, DATIVE).form == form
        assert settled.loaded.forms.rules == rules_digest()


def test_a_change_that_is_not_settled_is_found_again(tmp_path: Path) -> None:
    workspace = with_old_rules(reviewed(office(tmp_path)), "начальникам отдела кадров")
    accept_forms(workspace, [])
    assert len(with_code(open_workspace(tmp_path), codes.CHANGED_FORM)) == 1


def test_other_rules_that_make_the_same_forms_are_no_finding(tmp_path: Path) -> None:
    workspace = with_old_rules(reviewed(office(tmp_path)), "начальнику отдела кадров")
    assert findings(workspace) == []
    assert forms(workspace).stale


# -- the file --------------------------------------------------------------------------------


def test_reviewing_again_changes_no_byte(tmp_path: Path) -> None:
    workspace = reviewed(office(tmp_path))
    lock = tmp_path / FORMS_LOCK_NAME
    before = lock.read_bytes(), lock.stat().st_mtime_ns
    accept_forms(workspace, [item.key for item in forms(workspace).forms if not item.reviewed])
    assert (lock.read_bytes(), lock.stat().st_mtime_ns) == before


def test_unused_forms_stay_until_they_are_pruned(tmp_path: Path) -> None:
    reviewed(office(tmp_path))
    office(tmp_path, "- {control: ryabinina}")
    workspace = open_workspace(tmp_path)
    assert DATIVE in [item.key for item in forms(workspace).unused]
    accept_forms(workspace, [])
    assert DATIVE in read_forms_lock(tmp_path).entries
    accept_forms(workspace, [], prune=True)
    kept = read_forms_lock(tmp_path).entries
    assert DATIVE not in kept
    assert kept


def test_the_forms_of_a_document_in_error_are_kept(tmp_path: Path) -> None:
    reviewed(office(tmp_path))
    office(tmp_path, "- {approve: no-such-document}")
    workspace = open_workspace(tmp_path)
    assert not check(workspace).ok
    assert forms(workspace).unused == ()
    before = read_forms_lock(tmp_path).entries
    accept_forms(workspace, [], prune=True)
    assert read_forms_lock(tmp_path).entries == before


def test_a_damaged_lock_holds_up_what_prints_forms_and_is_never_written_over(
    tmp_path: Path,
) -> None:
    workspace = reviewed(office(tmp_path))
    lock = tmp_path / FORMS_LOCK_NAME
    damaged = lock.read_text("utf-8").replace("    case: dative\n", "    case dative\n")
    lock.write_text(damaged, "utf-8")
    workspace = open_workspace(tmp_path)
    result = check(workspace)
    assert result.blocked == {"prikaz"}
    assert {item.span.file for item in result.diagnostics if item.span} == {FORMS_LOCK_NAME}
    with pytest.raises(WorkspaceError, match="damaged"):
        accept_forms(workspace, [])
    with pytest.raises(WorkspaceError, match="damaged"):
        forms(workspace)
    assert lock.read_text("utf-8") == damaged


def test_a_damaged_lock_does_not_accuse_a_signed_act(tmp_path: Path) -> None:
    own = {"начальнику отдела кадров": "руководителю кадровой службы"}
    draft = order_text(CLAUSES, "state: draft").replace("date: 15.01.2024\nnumber: 46\n", "")
    workspace = reviewed(opened(tmp_path, draft), **own)
    register(workspace, "prikaz", date=date(2024, 1, 15), number="46")
    assert check(open_workspace(tmp_path)).ok
    (tmp_path / FORMS_LOCK_NAME).write_text("forms: 1\n", "utf-8")
    assert findings(open_workspace(tmp_path)) == ["SCH005"]


def test_a_lock_that_cannot_be_written_stays_as_it_was(tmp_path: Path) -> None:
    workspace = office(tmp_path)
    (tmp_path / FORMS_LOCK_NAME).mkdir()
    with pytest.raises(OutputError):
        accept_forms(workspace, [DATIVE])
    assert (tmp_path / FORMS_LOCK_NAME).is_dir()


texts = (
    st.text(
        st.characters(codec="utf-8", exclude_categories=["C", "Z"], include_characters=" "),
        min_size=1,
        max_size=30,
    )
    .map(lambda text: " ".join(text.split()))
    .filter(bool)
)


@given(
    st.dictionaries(st.tuples(texts, st.sampled_from(["genitive", "dative"])), texts, max_size=6)
)
def test_what_is_written_is_read_back(
    tmp_path_factory: pytest.TempPathFactory, data: dict[tuple[str, str], str]
) -> None:
    entries = {
        FormKey(FormKind.PHRASE, text, case): ReviewedForm(form, because=form)
        for (text, case), form in data.items()
    }
    root = tmp_path_factory.mktemp("lock")
    (root / FORMS_LOCK_NAME).write_text(forms_text(entries, "rules"), "utf-8")
    lock = read_forms_lock(root)
    assert lock.damage == ()
    assert lock.entries == entries
    assert forms_text(lock.entries, lock.rules) == forms_text(entries, "rules")


# -- bytes and time --------------------------------------------------------------------------


def test_agreeing_with_the_library_changes_no_byte_of_a_document(tmp_path: Path) -> None:
    workspace = office(tmp_path)
    assert render(reviewed(workspace), "prikaz") == render(workspace, "prikaz")


def test_the_lock_is_a_source_of_what_prints_another_form_from_it(tmp_path: Path) -> None:
    own = {"начальнику отдела кадров": "руководителю кадровой службы"}
    other = order_text("- {control: ryabinina}", "number: 47", id_="drugoy")
    workspace = reviewed(opened(tmp_path, order_text(CLAUSES), other), **own)
    sources = {item.target.document: item.target.sources for item in prepared(workspace).composed}
    assert FORMS_LOCK_NAME in sources["prikaz"]
    assert FORMS_LOCK_NAME not in sources["drugoy"]


def test_the_words_that_documents_add_are_those_of_the_rules() -> None:
    assert {key: make_form(key).form for key in ready_forms()} == {
        key: form.form for key, form in ready_forms().items()
    }


def test_a_check_with_a_complete_lock_loads_no_dictionary(tmp_path: Path) -> None:
    clauses = """\
        - {approve: gruppa}
        - {appoint: Соколов И.А., as: ответственный секретарь}
        - {assign: [начальник отдела кадров, direktor-1, direktor-2], text: провести сверку}
        - {assign: [директорам школ, Гусев Пётр], text: помочь}
        - {control: кадровик}
        """
    workspace = opened(tmp_path, order_text(clauses))
    before = findings(workspace)
    reviewed(workspace)
    program = f"""
import sys
import roadmapkit
result = roadmapkit.check(roadmapkit.open_workspace({str(tmp_path)!r}))
print(sorted({{name.partition(".")[0] for name in sys.modules}} & {{"pymorphy3", "pytrovich"}}))
print([item.code for item in result.diagnostics])
"""
    answer = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", program], capture_output=True, text=True, check=True
    )
    loaded, found = answer.stdout.splitlines()
    assert loaded == "[]"
    assert found == str([code for code in before if not code.startswith("LNG")])
