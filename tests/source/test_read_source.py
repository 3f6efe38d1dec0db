"""Files into text."""

from __future__ import annotations

import codecs
import errno
from pathlib import Path

import pytest

from roadmapkit.diagnostics import Span
from roadmapkit.source import SourceText, read_source

RUSSIAN = "title: Самоанализ школ и определение рисков развития\n"


def write(folder: Path, data: bytes, name: str = "план.yaml") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def test_text_is_shown_with_its_path_relative_to_the_workspace(tmp_path: Path) -> None:
    (tmp_path / "roadmaps").mkdir()
    path = write(tmp_path / "roadmaps", RUSSIAN.encode())
    source, diagnostics = read_source(tmp_path, path)
    assert diagnostics == ()
    assert source == SourceText("roadmaps/план.yaml", RUSSIAN)
    assert read_source(tmp_path, Path("roadmaps/план.yaml"))[0] == source


def test_a_byte_order_mark_is_not_a_character(tmp_path: Path) -> None:
    source, diagnostics = read_source(tmp_path, write(tmp_path, codecs.BOM_UTF8 + b"id: x\n"))
    assert diagnostics == ()
    assert source is not None
    assert source.text == "id: x\n"


def test_windows_line_ends_are_kept_and_count_as_one(tmp_path: Path) -> None:
    source, _ = read_source(tmp_path, write(tmp_path, b"a: 1\r\nb: 2\r\n"))
    assert source is not None
    assert source.text == "a: 1\r\nb: 2\r\n"
    assert source.position(source.text.index("b")) == (2, 1)
    assert source.lines == ("a: 1", "b: 2", "")


@pytest.mark.parametrize("encoding", ["cp1251", "cp866", "koi8-r"])
def test_a_cyrillic_code_page_is_recognised_at_its_first_letter(
    tmp_path: Path, encoding: str
) -> None:
    data = ("id: plan\n" + RUSSIAN * 3).encode(encoding)
    source, (found,) = read_source(tmp_path, write(tmp_path, data))
    assert source is None
    assert found.code == "SRC003"
    assert found.span == Span("план.yaml", 2, 8, 2, 9)
    assert str(found.message) == f"The file is saved as {encoding}, not as UTF-8"
    assert "UTF-8" in str(found.hint)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_wide_encodings_are_recognised_with_and_without_their_mark(
    tmp_path: Path, encoding: str
) -> None:
    source, (found,) = read_source(tmp_path, write(tmp_path, RUSSIAN.encode(encoding)))
    assert source is None
    assert found.code == "SRC003"
    assert found.message.args["encoding"] == encoding.upper()[:6]


def test_bytes_of_no_encoding_are_refused_without_a_guess(tmp_path: Path) -> None:
    source, (found,) = read_source(tmp_path, write(tmp_path, b"id: \xff\xfe\xfd\x80\x81\x82"))
    assert source is None
    assert found.code == "SRC003"
    assert found.message.args == {}


def test_a_stray_nul_is_not_taken_for_an_encoding(tmp_path: Path) -> None:
    source, diagnostics = read_source(tmp_path, write(tmp_path, b"id: a\x00b\n"))
    assert diagnostics == ()
    assert source is not None


def test_a_large_file_is_refused_without_being_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "big.yaml"
    with path.open("wb") as stream:
        stream.truncate(50_000_000)
    monkeypatch.setattr(Path, "open", lambda *_args, **_named: pytest.fail("the file was opened"))
    source, (found,) = read_source(tmp_path, path)
    assert source is None
    assert found.code == "SRC002"
    assert found.message.args == {"size": 50_000_000, "limit": 10_000_000}


def test_a_file_of_exactly_the_limit_is_read_and_one_byte_more_is_not(tmp_path: Path) -> None:
    path = write(tmp_path, b"id: plan\n")
    assert read_source(tmp_path, path, max_bytes=9)[0] is not None
    assert read_source(tmp_path, path, max_bytes=8)[0] is None


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="the device exists on Unix only")
def test_a_device_without_an_end_is_refused(tmp_path: Path) -> None:
    source, (found,) = read_source(tmp_path, Path("/dev/zero"), max_bytes=1000)
    assert source is None
    assert found.code == "SRC002"


def test_a_missing_file_is_a_finding(tmp_path: Path) -> None:
    source, (found,) = read_source(tmp_path, Path("нет.yaml"))
    assert source is None
    assert found.code == "SRC001"
    assert str(found.message) == "There is no file 'нет.yaml'"


def test_a_folder_is_not_a_file(tmp_path: Path) -> None:
    (tmp_path / "x.yaml").mkdir()
    source, (found,) = read_source(tmp_path, Path("x.yaml"))
    assert source is None
    assert found.code == "SRC001"
    assert "is a folder" in str(found.message)


def test_a_name_that_is_not_utf_8_is_a_finding_that_can_be_shown(tmp_path: Path) -> None:
    name = "план.yaml".encode("cp1251").decode("utf-8", "surrogateescape")
    source, (found,) = read_source(tmp_path, Path(name))
    assert source is None
    assert found.code == "SRC008"
    assert found.span == Span(r"\xef\xeb\xe0\xed.yaml", 1, 1, 1, 1)


def test_a_file_without_permission_is_a_finding(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(tmp_path, b"id: x\n")

    def refused(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied", str(path))

    monkeypatch.setattr(Path, "open", refused)  # permissions do not bind root
    assert read_source(tmp_path, path)[1][0].code == "SRC001"


def test_a_text_from_memory_has_the_same_positions() -> None:
    source = SourceText.from_string("memory", "\ufeffа: 1\nб: 2")
    assert source.position(0) == (1, 1)
    assert source.position(5) == (2, 1)
    assert source.span(5, 9) == Span("memory", 2, 1, 2, 5)
    assert source.position(len(source.text)) == (2, 5)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_kind_of_line_end_ends_a_line_and_nothing_else_does(end: str) -> None:
    text = f"один\u2028два{end}три\x0cчетыре{end}"
    source = SourceText.from_string("f", text)
    assert len(source.lines) == 3
    assert source.position(text.index("три")) == (2, 1)
    assert source.position(text.index("четыре")) == (2, 5)
