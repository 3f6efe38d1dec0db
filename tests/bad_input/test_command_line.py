"""What an author does wrong, from the file to the screen.

Each time: the right exit code, the place and the way out in both languages, no traceback,
nothing half-written, and the documents that are not touched are built.
"""

from __future__ import annotations

import cProfile
import os
import pstats
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from bad_workspaces import SOUND, BadWorkspace, plan_text
from case_files import CASES, find_cases

from roadmapkit import check, open_workspace

LANGUAGES = ["ru", "en"]
SOUND_FILE = "roadmaps/sound.docx"

# Cases that stop a document, and what the program has to propose.
STOPPING = {
    "SRC003-cp1251": "UTF-8",
    "SRC004-control-character": "",
    "SRC007-conflict-marker": "",
    "SRC010-line-without-key": "",
    "SRC011-tab": "",
    "SRC014-unclosed-quote": "",
    "SRC015-unclosed-bracket": "",
    "SRC017-colon-in-text": '"План: мероприятия на 2024 год"',
    "SRC020-duplicate-key": "",
    "SRC021-merge-key": "",
    "SRC022-alias-in-itself": "",
    "SRC025-too-deep": "",
    "SCH003-unknown-key": "responsible",
    "SCH003-russian-key": "due",
    "SCH004-missing-key": "title",
    "SCH005-list-for-text": '"План, мероприятий"',
    "SCH005-mapping-for-list": "",
    "SCH006-unknown-word": "приказ",
    "REF001-unknown-id": "plan-2024",
    "REF002-wrong-kind": "",
    "REF004-circular-reference": "",
    "REF005-unknown-activity": "seminar",
}
PASSING = {
    "SRC030-comma-in-brackets": '"Программа (семинар, конференция)"',
    "SRC031-comment-in-text": '"Провести семинар «Школа #1»',
    "DUE005-outside-period": "",
}


@pytest.fixture
def workspace(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> BadWorkspace:
    return BadWorkspace(tmp_path, monkeypatch, capsys)


def add_case(workspace: BadWorkspace, name: str) -> tuple[str, str]:
    """Add a case of one file; return code and place of its finding."""
    [case] = [case for case in find_cases() if case.name == name]
    text = (CASES / f"{name}.yaml").read_text(encoding="utf-8")
    saved_as = "cp1251" if "# saved as: cp1251" in text else "utf-8"
    workspace.add("roadmaps/bad.yaml", text.encode(saved_as))
    first = next(item for item in case.expected if item.code == case.code)
    column = f":{first.column}" if first.column else ""
    return case.code, f"roadmaps/bad.yaml:{first.line}{column}"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", STOPPING)
def test_an_error_is_shown_where_it_is_and_stops_no_other_document(
    workspace: BadWorkspace, name: str, language: str
) -> None:
    code, place = add_case(workspace, name)
    answer = workspace.run("build", language=language)
    assert answer.code == 1
    assert STOPPING[name] in answer.told(code, place)
    built = workspace.built()
    assert SOUND_FILE in built
    assert "roadmaps/plan.docx" not in built or code.startswith("REF")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", PASSING)
def test_a_warning_is_shown_where_it_is_and_stops_nothing(
    workspace: BadWorkspace, name: str, language: str
) -> None:
    code, place = add_case(workspace, name)
    answer = workspace.run("build", language=language)
    assert answer.code == 0
    assert PASSING[name] in answer.told(code, place)
    assert set(workspace.built()) == {SOUND_FILE, "roadmaps/plan.docx"}


def test_a_document_that_cannot_be_read_counts_as_not_written(workspace: BadWorkspace) -> None:
    workspace.add("roadmaps/bad.yaml", plan_text("broken").replace("title: План", "ttle: План"))
    answer = workspace.run("build")
    assert "Не собран: broken – SCH003 (roadmaps/bad.yaml:3)" in answer.out
    assert "не собрано документов: 1" in answer.out


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_broken_directory_keeps_back_the_documents_that_read_it(
    workspace: BadWorkspace, language: str
) -> None:
    workspace.add(
        "roadmaps/north/directory.yaml", "kind: directory\npeople:\n  - id: a\n   name: b\n"
    )
    workspace.add("roadmaps/north/plan.yaml", plan_text("north"))
    answer = workspace.run("build", language=language)
    assert answer.code == 1
    answer.told("SRC013", "roadmaps/north/directory.yaml:4")
    assert set(workspace.built()) == {SOUND_FILE}
    assert ": north – " in answer.out


@pytest.mark.parametrize("language", LANGUAGES)
def test_two_documents_with_one_id_are_both_kept_back(
    workspace: BadWorkspace, language: str
) -> None:
    workspace.add("roadmaps/a.yaml", plan_text("twin"))
    workspace.add("roadmaps/b.yaml", plan_text("twin"))
    answer = workspace.run("build", language=language)
    assert answer.code == 1
    assert "roadmaps/a.yaml" in answer.told("REF003", "roadmaps/b.yaml:2")
    assert set(workspace.built()) == {SOUND_FILE}


@pytest.mark.parametrize(
    "changed",
    [
        SOUND.replace("\n", "\r\n").encode(),
        b"\xef\xbb\xbf" + SOUND.encode(),
        b"\xef\xbb\xbf" + SOUND.replace("\n", "\r\n").encode(),
    ],
    ids=["CRLF", "BOM", "both"],
)
def test_line_ends_and_a_byte_order_mark_change_no_byte_of_the_output(
    workspace: BadWorkspace, changed: bytes
) -> None:
    assert workspace.run("build").code == 0
    before = workspace.built()
    workspace.add("roadmaps/sound.yaml", changed)
    assert workspace.run("build").code == 0
    assert workspace.built() == before


@pytest.mark.parametrize("language", LANGUAGES)
def test_aliases_that_unfold_to_millions_are_refused_once(
    workspace: BadWorkspace, language: str
) -> None:
    lines = [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 12)]
    text = plan_text("bomb") + "a0: &a0 [x, x, x, x, x, x, x, x, x]\n" + "".join(lines)
    workspace.add("roadmaps/bad.yaml", text)
    answer = workspace.run("build", language=language)
    assert answer.code == 1
    assert "10000" in answer.told("SRC022", "roadmaps/bad.yaml:11")
    assert answer.out.count(" SRC022: ") == 2  # the other one: nothing uses the last anchor
    assert set(workspace.built()) == {SOUND_FILE}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_file_of_fifty_megabytes_is_refused_unread(
    workspace: BadWorkspace, language: str
) -> None:
    with workspace.add("roadmaps/bad.yaml", "").open("r+b") as stream:
        stream.truncate(50_000_000)
    answer = workspace.run("build", language=language)
    assert answer.code == 1
    assert "50000000" in answer.told("SRC002", "roadmaps/bad.yaml:1:1")
    assert set(workspace.built()) == {SOUND_FILE}


@pytest.mark.parametrize("language", LANGUAGES)
def test_characters_that_no_document_can_hold_are_shown_by_their_code(
    workspace: BadWorkspace, language: str
) -> None:
    workspace.add("roadmaps/bad.yaml", plan_text("bad").replace("План", "План\x00\x0b"))
    answer = workspace.run("build", language=language)
    assert answer.code == 1
    assert "U+0000" in answer.told("SRC004", "roadmaps/bad.yaml:3:12")
    assert "U+000B" in answer.told("SRC004", "roadmaps/bad.yaml:3:13")
    assert "\x00" not in answer.out
    assert set(workspace.built()) == {SOUND_FILE}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_deadline_of_ten_thousand_characters_is_refused(
    workspace: BadWorkspace, language: str
) -> None:
    workspace.add("roadmaps/bad.yaml", plan_text("bad", f"due: {'март 2024 г., ' * 720}"))
    answer = workspace.run("build", language=language)
    assert answer.code == 1
    answer.told("DUE012", "roadmaps/bad.yaml:7:10")
    assert max(map(len, answer.out.splitlines())) < 300
    assert set(workspace.built()) == {SOUND_FILE}


@pytest.mark.parametrize("style", ["flow", "block"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_two_hundred_levels_of_nesting_are_refused(
    workspace: BadWorkspace, language: str, style: str
) -> None:
    deep = "[" * 200 + "]" * 200 if style == "flow" else "\n      " + "- " * 200 + "x"
    workspace.add("roadmaps/bad.yaml", plan_text("bad", f"result: {deep}"))
    answer = workspace.run("build", language=language)
    assert answer.code == 1
    answer.told("SRC025", f"roadmaps/bad.yaml:{7 if style == 'flow' else 8}")
    assert set(workspace.built()) == {SOUND_FILE}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_path_that_is_not_there_is_named(workspace: BadWorkspace, language: str) -> None:
    for command in ("check", "build"):
        answer = workspace.run(command, "-w", "nowhere", language=language)
        assert (answer.code, answer.out) == (2, "")
        assert "nowhere" in answer.err


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_empty_folder_is_told_from_a_sound_workspace(
    workspace: BadWorkspace, language: str
) -> None:
    (workspace.root / "roadmaps" / "sound.yaml").unlink()
    answer = workspace.run("build", language=language)
    assert answer.code == 2
    assert "roadmapkit init" in answer.err
    assert workspace.built() == {}


@pytest.mark.skipif(os.name == "nt", reason="Windows has no names that are not Unicode")
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("output_format", ["text", "json", "github", "sarif"])
def test_a_file_name_that_is_not_utf_8_is_told(
    workspace: BadWorkspace, language: str, output_format: str
) -> None:
    name = os.fsencode(workspace.root / "roadmaps") + b"/" + "план.yaml".encode("cp1251")
    Path(os.fsdecode(name)).write_text(plan_text("bad"), encoding="utf-8")
    answer = workspace.run("check", "--format", output_format, language=language)
    assert answer.code == 1
    assert "SRC008" in answer.out
    if output_format == "text":
        assert r"\xef\xeb\xe0\xed.yaml" in answer.told(
            "SRC008", r"roadmaps/\xef\xeb\xe0\xed.yaml:1:1"
        )
    workspace.run("build", language=language)
    assert set(workspace.built()) == {SOUND_FILE}


def test_folders_that_link_to_each_other_are_read_once(workspace: BadWorkspace) -> None:
    (workspace.root / "roadmaps" / "loop").symlink_to(workspace.root / "roadmaps")
    assert workspace.run("build").code == 0
    assert set(workspace.built()) == {SOUND_FILE}


@pytest.mark.parametrize("target", ["bad.yaml", "missing.yaml"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_link_that_leads_nowhere_is_a_file_that_cannot_be_read(
    workspace: BadWorkspace, language: str, target: str
) -> None:
    (workspace.root / "roadmaps" / "bad.yaml").symlink_to(target)
    answer = workspace.run("build", language=language)
    assert answer.code == 1
    answer.told("SRC001", "roadmaps/bad.yaml:1:1")
    assert set(workspace.built()) == {SOUND_FILE}


def test_five_thousand_activities_are_built(workspace: BadWorkspace) -> None:
    workspace.add("roadmaps/large.yaml", large_plan(5000))
    answer = workspace.run("build")
    assert answer.code == 0
    with ZipFile(BytesIO(workspace.built()["roadmaps/large.docx"])) as archive:
        body = archive.read("word/document.xml").decode("utf-8")
    assert body.count("Провести семинар") == 5000


def test_twice_the_activities_take_twice_the_work(workspace: BadWorkspace) -> None:
    calls = []
    for count in (50, 400, 800, 1600):  # the first one also loads dictionaries
        path = workspace.add("large.yaml", large_plan(count))
        profile = cProfile.Profile()
        profile.enable()
        result = check(open_workspace(path))
        profile.disable()
        assert result.ok
        calls.append(sum(entry[0] for entry in profile_calls(profile)))
    assert 1.5 < (calls[3] - calls[2]) / (calls[2] - calls[1]) < 2.5


def large_plan(count: int) -> str:
    activities = [
        f"  - id: a{n}\n    title: Провести семинар № {n}\n    due: до {n % 28 + 1} марта 2024 г.\n"
        f"    result: Протокол № {n}\n"
        for n in range(count)
    ]
    return plan_text("large").partition("  - ")[0] + "".join(activities)


def profile_calls(profile: cProfile.Profile) -> list[tuple[int, ...]]:
    stats: dict[object, tuple[int, ...]] = pstats.Stats(profile).stats  # type: ignore[attr-defined]  # typeshed leaves it out
    return [entry[1:] for entry in stats.values()]
