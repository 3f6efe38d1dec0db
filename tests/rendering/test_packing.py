"""Archives are those of zipfile, whatever the size of the pieces they are made from."""

import io
import sys
import zipfile
import zlib

import pytest

from roadmapkit.errors import ArgumentError
from roadmapkit.rendering.compression import COMPRESSORS, compressor_named
from roadmapkit.rendering.packing import pack, squeeze, squeeze_pieces, write_archive

CONTENTS = {
    "word/document.xml": b"<w:p>" * 100_000,
    "[Content_Types].xml": b"types",
    "word/media/имя.png": bytes(range(256)) * 40,
    "empty": b"",
}


def by_zipfile() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in sorted(CONTENTS, key=lambda name: (name != "[Content_Types].xml", name)):
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.create_system = 0
            archive.writestr(entry, CONTENTS[name], zipfile.ZIP_DEFLATED, 6)
    return buffer.getvalue()


def test_the_archive_is_the_one_that_zipfile_writes() -> None:
    assert write_archive(CONTENTS) == by_zipfile()


def test_the_pieces_of_a_member_leave_no_trace() -> None:
    content = CONTENTS["word/document.xml"]
    compressor = compressor_named("zlib")
    pieces = (content[place : place + 7] for place in range(0, len(content), 7))
    assert squeeze_pieces(pieces, compressor) == squeeze(content, compressor)


def test_pieces_without_a_byte_do_not_end_a_member() -> None:
    pieces = [b"a", *[b""] * 5000, b"b"]
    made = squeeze_pieces(pieces, compressor_named("zlib"))
    assert zlib.decompress(made.data, -15) == b"ab"


@pytest.mark.parametrize("name", COMPRESSORS)
def test_every_compressor_gives_the_same_contents_back(name: str) -> None:
    if name != "zlib":
        pytest.importorskip({"isal": "isal", "zlib-ng": "zlib_ng"}[name])
    compressor = compressor_named(name)
    packed = pack({member: squeeze(data, compressor) for member, data in CONTENTS.items()})
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        assert archive.testzip() is None
        assert {member: archive.read(member) for member in archive.namelist()} == CONTENTS


def test_compressors_are_told_apart_by_what_they_make() -> None:
    pytest.importorskip("isal")
    identities = {compressor_named(name).identity for name in ("zlib", "isal")}
    assert len(identities) == 2
    assert compressor_named("zlib").identity.startswith("zlib 6 ")


def test_a_compressor_that_there_is_not_is_refused_with_those_that_there_are() -> None:
    with pytest.raises(ArgumentError, match="choose one of zlib, isal, zlib-ng"):
        compressor_named("lzma")


def test_a_compressor_that_is_not_installed_is_refused_with_the_way_to_get_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "isal.isal_zlib", None)
    compressor_named.cache_clear()
    with pytest.raises(ArgumentError, match="pip install isal"):
        compressor_named("isal")
    compressor_named.cache_clear()
