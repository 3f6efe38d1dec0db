"""A working group has somebody who leads it.

A list of members of whom none is «председатель» or «руководитель» cannot meet or decide: nobody
calls it together. The rule looks at working groups, commissions, councils and teams of three
members and more that an act prints, at the roles of the members and at the points of the act,
which may say who leads. A secretary is a matter of its own and is not asked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from roadmapkit.diagnostics import Code, Diagnostic, Message, Severity
from roadmapkit.lazily import regex
from roadmapkit.lint.candidates import texts_of
from roadmapkit.lint.engine import Rule
from roadmapkit.lint.subject import Subject
from roadmapkit.resolve import ResolvedOrder
from roadmapkit.resolve.resolved import GroupListing

__all__ = ["RULE"]

_CODE = Code("PAR113", "group-without-head", Severity.WARNING, "A working group that nobody leads")
_GROUP = regex(r"групп|комисси|совет|команд|штаб|комитет", re.IGNORECASE)
_HEAD = regex(r"председател|руководител\w*|координатор|глава|куратор", re.IGNORECASE)
_LEADS = regex(
    r"(?:председател|руководител|координатор)\w*\s+(?:рабоч\w+\s+)?(?:групп|комисси|совет|команд|штаб)"
    r"|(?:возглав|руководств)\w*",
    re.IGNORECASE,
)
_FEW = 3


def _check(subject: Subject) -> Iterator[Diagnostic]:
    told: set[str] = set()
    for order in subject.orders:
        led = any(
            _LEADS.search(text.text)
            for text in texts_of(subject, order.model.id)
            if text.role != "title"
        )
        for listing in _groups(order):
            if led or listing.id in told or _is_led(listing):
                continue
            told.add(listing.id)
            place = listing.origin or order.origin
            yield _CODE.at(
                place.span,
                Message(
                    "Nobody leads the group {name!r}; members: {count}",
                    name=listing.name,
                    count=len(listing.rows),
                ),
                hint=Message("Give one member the role of председатель or руководитель"),
                documents=(order.model.id,),
            )


def _groups(order: ResolvedOrder) -> Iterator[GroupListing]:
    for appendix in order.appendices:
        for part in appendix.parts:
            group = part.group
            if group is None or len(group.rows) < _FEW or not _GROUP.search(group.name):
                continue
            if any(row.initials for row in group.rows):
                yield group


def _is_led(listing: GroupListing) -> bool:
    return any(_HEAD.match(row.role.strip()) for row in listing.rows if row.role)


RULE = Rule(_CODE, "parties", _check)
