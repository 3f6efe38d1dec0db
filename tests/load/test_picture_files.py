"""Pictures of a workspace: what is taken, and what is refused before anybody opens it."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

import pytest

from png_files import chunk, png
from roadmapkit.diagnostics import Message
from roadmapkit.load.picture_files import MAX_BYTES, MAX_SIDE, PictureFile, read_picture

JPEG = (
    b"\xff\xd8\xff\xe0\x00\x04ab\xff\xc0\x00\x11\x08\x00\x28\x00\x1e\x03" + bytes(9) + b"\xff\xd9"
)


def read(tmp_path: Path, data: bytes, name: str = "герб.png") -> PictureFile | Message:
    (tmp_path / name).write_bytes(data)
    return read_picture(tmp_path, "roadmapkit.yaml", name)


def refusal(found: PictureFile | Message) -> str:
    assert isinstance(found, Message)
    return found.template


def test_a_png_is_taken_with_its_size(tmp_path: Path) -> None:
    found = read(tmp_path, png(30, 40))
    assert isinstance(found, PictureFile)
    assert (found.format, found.width, found.height) == ("png", 30, 40)


def test_a_jpeg_is_taken_with_its_size_whatever_its_name(tmp_path: Path) -> None:
    found = read(tmp_path, JPEG)
    assert isinstance(found, PictureFile)
    assert (found.format, found.width, found.height) == ("jpeg", 30, 40)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "neither PNG nor JPEG"),
        (b"", "neither PNG nor JPEG"),
        (png(30, 40)[:-20], "PNG is damaged"),
        (png(30, 40).replace(b"IDAT", b"IDAX"), "PNG is damaged"),
        (png(0, 40), "no pixels"),
        (png(MAX_SIDE + 1, 1), "pixels, at most"),
        (JPEG[:8], "JPEG is damaged"),
        (JPEG[:4] + b"\x00\x01" + JPEG[6:], "JPEG is damaged"),
        (JPEG[:15], "JPEG is damaged"),
        (bytes(MAX_BYTES + 1), "larger than"),
    ],
)
def test_what_is_no_picture_is_refused_by_its_reason(
    tmp_path: Path, data: bytes, reason: str
) -> None:
    assert reason in refusal(read(tmp_path, data))


def test_a_png_that_unpacks_to_more_than_its_pixels_is_refused(tmp_path: Path) -> None:
    head = struct.pack(">IIBBBBB", 8, 8, 8, 2, 0, 0, 0)
    bomb = zlib.compress(bytes(50_000_000), 9)
    data = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", bomb) + chunk(b"IEND", b"")
    assert len(data) < MAX_BYTES
    assert "damaged" in refusal(read(tmp_path, data))


@pytest.mark.parametrize("name", ["../герб.png", "/герб.png", "C:\\герб.png", "..\\герб.png"])
def test_a_picture_outside_the_workspace_is_not_looked_for(tmp_path: Path, name: str) -> None:
    assert "outside" in refusal(read_picture(tmp_path, "roadmapkit.yaml", name))


def test_a_link_that_leads_out_of_the_workspace_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "outside.png").write_bytes(png(3, 4))
    (tmp_path / "inside").mkdir()
    (tmp_path / "inside" / "герб.png").symlink_to(tmp_path / "outside.png")
    assert "outside" in refusal(read_picture(tmp_path / "inside", "roadmapkit.yaml", "герб.png"))
