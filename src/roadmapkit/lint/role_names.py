"""Roles at schools as plans call them, and which of those names mean the same."""

from __future__ import annotations

import re

from roadmapkit.lint.expansions import fold

__all__ = ["role_at_schools"]

_SCHOOL = re.compile(
    r"(?:школ[аыу]?|оо|оу|образовательн\w+\s+(?:организаци|учреждени)\w+"
    r"|общеобразовательн\w+\s+(?:организаци|учреждени)\w+|учреждени[йя]|организаци[йя])"
)
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


def role_at_schools(text: str) -> str | None:
    """Return the role that a party has at schools in general, None for anything else.

    «Администрация школы», «Администрация ОО» and «Администрация общеобразовательных
    организаций» are one role; «Руководители ШНОР» is that of some schools, and none.
    """
    plain = " ".join(fold(text).split())
    for head, role in _HEADS.items():
        if plain.startswith(head + " ") and _SCHOOL.fullmatch(plain[len(head) + 1 :]):
            return role
    return None
