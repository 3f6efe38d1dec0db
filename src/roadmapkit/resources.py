"""Files that come with the library: from the installed package or from its checkout."""

from __future__ import annotations

from pathlib import Path

__all__ = ["resource"]


def resource(*parts: str) -> Path:
    """Return the path of a packaged file or folder.

    Args:
        parts: Names below the root, such as ``"templates", "order.docx"``.

    Raises:
        FileNotFoundError: The library has no such file.
    """
    package = Path(__file__).parent
    roots = [package]
    if package.parent.name == "src":
        roots.append(package.parent.parent)
    for root in roots:
        path = root.joinpath(*parts)
        if path.exists():
            return path
    raise FileNotFoundError("/".join(parts))
