"""Minutes record decisions that were taken.

Three for and four against is a decision that was not taken, and yet stands under «Решили»; a
quorum of «9 из 11» beside seven names is no quorum. Votes are compared with each other, the
quorum with those who are named, where everybody is named: a group or «и другие» leaves it open.
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapkit.diagnostics import Code, Diagnostic, Message, Severity
from roadmapkit.lazily import regex
from roadmapkit.lint.engine import Rule
from roadmapkit.lint.rules.min008_count_of_present import counts_allowed
from roadmapkit.lint.subject import Subject
from roadmapkit.model.minutes import Vote
from roadmapkit.resolve import ResolvedMinutes

__all__ = ["RULE"]

_CODE = Code(
    "MIN007", "no-majority", Severity.WARNING, "A decision or a quorum that the numbers do not bear"
)
_QUORUM = regex(r"(?<!\d)(\d{1,3})\s*(?:\w+\s+){0,2}из\s+(\d{1,3})(?!\d)")


def _check(subject: Subject) -> Iterator[Diagnostic]:
    for minutes in subject.minutes:
        id_ = minutes.model.id
        for index, item in enumerate(minutes.model.agenda):
            vote = item.vote
            if isinstance(vote, Vote) and item.decided and vote.for_ <= vote.against:
                yield _CODE.at(
                    minutes.origin.child("agenda", index, "vote").span,
                    Message(
                        "{for_} voted for and {against} against, and it stands as decided",
                        for_=vote.for_,
                        against=vote.against,
                    ),
                    hint=Message("Correct the votes, or write that the question was not decided"),
                    documents=(id_,),
                )
        yield from _quorum(minutes)


def _quorum(minutes: ResolvedMinutes) -> Iterator[Diagnostic]:
    told = _QUORUM.search(minutes.model.quorum or "")
    if told is None:
        return
    there, members = int(told[1]), int(told[2])
    allowed = counts_allowed(minutes)
    if there > members or 2 * there <= members:
        message = Message("{there} of {members} are no quorum", there=there, members=members)
    elif allowed and there not in allowed:
        message = Message(
            "The quorum says {there} present, named are {named}", there=there, named=min(allowed)
        )
    else:
        return
    yield _CODE.at(
        minutes.origin.child("quorum").span,
        message,
        hint=Message("Count who was there, with the chair and the secretary if they vote"),
        documents=(minutes.model.id,),
    )


RULE = Rule(_CODE, "minutes", _check)
