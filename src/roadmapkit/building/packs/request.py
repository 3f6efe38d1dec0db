"""What packs are asked for: the same in a call, on the command line and in the finished files."""

from __future__ import annotations

import json
from dataclasses import asdict

from roadmapkit.lazily import dataclass

__all__ = ["PackRequest"]


@dataclass(frozen=True, slots=True)
class PackRequest:
    """What to make a pack of, and for whom.

    Attributes:
        document: Id of a plan, an act or minutes.
        party: Id or name of a person, a post, an organisation or a group.
        certify: Id or name of who certifies the extracts; None leaves the mark out.
        points: Numbers of points or decisions to print besides those of the party.
        letter: Id of a letter that goes with each pack, addressed to its party.
    """

    document: str
    party: str
    certify: str | None = None
    points: tuple[str, ...] = ()
    letter: str | None = None

    def to_json(self) -> str:
        """Return the request as text for the properties of its files."""
        return json.dumps(asdict(self), ensure_ascii=False, sort_keys=True)

    @classmethod
    def from_json(cls, text: str) -> PackRequest:
        """Return the request that the properties of a file hold.

        Raises:
            ValueError: It is no such text.
        """
        data = json.loads(text)
        if not isinstance(data, dict):
            raise ValueError(text)
        certify, letter = data.get("certify"), data.get("letter")
        return cls(
            document=str(data.get("document", "")),
            party=str(data.get("party", "")),
            certify=None if certify is None else str(certify),
            points=tuple(map(str, data.get("points") or ())),
            letter=None if letter is None else str(letter),
        )
