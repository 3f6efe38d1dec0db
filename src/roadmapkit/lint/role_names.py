"""Roles at schools as plans call them, and which of those names mean the same."""

from __future__ import annotations

from roadmapkit.lazily import regex
from roadmapkit.lint.expansions import fold

__all__ = ["role_at_schools"]

_SCHOOLS = (
    ("школы", regex(r"школ[аыу]?")),
    ("оо", regex(r"оо|оу")),
    (
        "организации",
        regex(r"(?:(?:обще)?образовательн\w+\s+)?(?:организаци|учреждени)\w+"),
    ),
)
"""What schools are called in general, in any number and case."""
_HEADS = {
    "администрация": "администрация",
    "администрации": "администрация",
    "администрацией": "администрация",
    "руководители": "руководители",
    "директора": "руководители",
    "педагоги": "педагоги",
    "заместители директоров": "заместители",
    "заместители руководителей": "заместители",
}


def role_at_schools(text: str) -> tuple[str, str] | None:
    """Return the role that a party has at schools, and what it calls them; None for others.

    «Администрация школы» and «Администрация общеобразовательных организаций» are one role
    with two names for schools; «Руководители ШНОР» is that of some schools, and none.
    """
    plain = " ".join(fold(text).split())
    for head, role in _HEADS.items():
        if plain.startswith(head + " "):
            owner = plain[len(head) + 1 :]
            return next(((role, name) for name, form in _SCHOOLS if form.fullmatch(owner)), None)
    return None
