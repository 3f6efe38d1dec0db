"""Make the pictures of the guides again: ``python tools/pictures.py``.

Needs LibreOffice and poppler-utils. Pages are built from the examples, from README and
from the guide's own samples, so that a picture shows what its text says.
"""

from __future__ import annotations

import shutil
import struct
import subprocess
import sys
import tempfile
import zlib
from dataclasses import dataclass
from pathlib import Path

import guide_samples

import roadmapkit

__all__ = ["PICTURES", "Picture", "main"]

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "docs" / "pictures"

RESOLUTION = 78  # dots an inch: text of 12 points stays legible, a page fits beside a paragraph
MARGIN = 24  # rows of paper left under the last line of a page that is not full
FRAME = 0xA0  # grey of the edge, without which paper vanishes in a white page
LEVELS = 16  # greys of the palette: what the smoothed edges of letters need


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture.

    Attributes:
        name: Its file, without the ending.
        workspace: ``examples``, ``readme`` or ``guide``.
        document: File of the produced document, without the ending.
        page: Number of the page, from 1.
    """

    name: str
    workspace: str
    document: str
    page: int = 1


PICTURES = (
    Picture("example-order", "examples", "verkhnelessk-order-27"),
    Picture("example-plan", "examples", "verkhnelessk-order-27.приложение-1"),
    Picture("readme-plan", "readme", "reading-2026"),
    Picture("guide-order", "guide", "order-reading-2026"),
    Picture("guide-plan", "guide", "order-reading-2026.приложение-1"),
    Picture("guide-group", "guide", "order-reading-2026.приложение-2"),
    Picture("guide-report", "guide", "reading-progress-2026.отчет-2026-07-01"),
)


def main() -> int:
    """Build every document, print it, and write its page as a picture."""
    missing = [name for name in ("soffice", "pdftoppm") if shutil.which(name) is None]
    if missing:
        print(f"Not installed: {', '.join(missing)}", file=sys.stderr)
        return 2
    TARGET.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        pdfs = _print_documents(Path(folder))
        for picture in PICTURES:
            page = _page(pdfs[picture.workspace, picture.document], picture.page)
            path = TARGET / f"{picture.name}.png"
            path.write_bytes(page)
            print(f"{path.relative_to(ROOT)}: {len(page) / 1024:.0f} KB")
    return 0


def _print_documents(folder: Path) -> dict[tuple[str, str], Path]:
    """Return the documents of the three workspaces as PDF, by workspace and name."""
    guide = folder / "guide"
    for name, text in guide_samples.guide_workspace().items():
        file = guide / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    readme = folder / "readme.yaml"
    readme.write_text(guide_samples.readme_plan(), encoding="utf-8")
    sources = {"examples": ROOT, "readme": readme, "guide": guide}
    return {
        (workspace, pdf.stem): pdf
        for workspace, source in sources.items()
        for pdf in _pdfs(source, folder / f"out-{workspace}")
    }


def _pdfs(source: Path, out: Path) -> list[Path]:
    result = roadmapkit.build(roadmapkit.open_workspace(source), out=out)
    if not result.ok:
        raise SystemExit(f"{source} has errors; see roadmapkit check")
    files = [str(item.path) for item in result.written]
    profile = f"-env:UserInstallation={(out / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(out)]
    subprocess.run([*command, *files], check=True, capture_output=True)  # noqa: S603  # our own files
    return sorted(out.glob("*.pdf"))


def _page(pdf: Path, number: int) -> bytes:
    """Return a page as PNG: framed, and without the empty lower part."""
    which = ["-f", str(number), "-l", str(number), "-r", str(RESOLUTION), "-gray", str(pdf)]
    done = subprocess.run(["pdftoppm", *which], check=True, capture_output=True)  # noqa: S603, S607  # our own file, the system's program
    magic, width, height, _, pixels = done.stdout.split(maxsplit=4)
    if magic != b"P5":
        raise SystemExit(f"pdftoppm gave no grey page {number} of {pdf.name}")
    rows = [
        bytearray(pixels[start : start + int(width)])
        for start in range(0, int(width) * int(height), int(width))
    ]
    last = max(index for index, row in enumerate(rows) if min(row) < 128)
    rows = rows[: last + MARGIN]
    rows[0][:] = rows[-1][:] = bytes([FRAME]) * int(width)
    for row in rows:
        row[0] = row[-1] = FRAME
    return _png(rows)


def _png(rows: list[bytearray]) -> bytes:
    """Return grey rows as PNG with four bits a pixel."""
    width = len(rows[0])
    step = 256 // LEVELS
    packed = bytearray()
    for row in rows:
        greys = [value // step for value in row] + [0] * (width % 2)
        packed.append(0)  # no filter
        packed += bytes(high << 4 | low for high, low in zip(greys[::2], greys[1::2], strict=True))
    header = struct.pack(">IIBBBBB", width, len(rows), 4, 0, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(packed, 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in chunks
    )


if __name__ == "__main__":
    raise SystemExit(main())
