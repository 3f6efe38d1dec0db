"""What the system says of a file, in words that a reader understands."""

from __future__ import annotations

import errno
import os

import pytest

from roadmapkit.diagnostics import Message
from roadmapkit.errors import refusal_of, trouble_of


@pytest.mark.parametrize(
    "number",
    [errno.EACCES, errno.ENOENT, errno.ENOSPC, errno.EIO, errno.EMFILE, errno.ELOOP, errno.EROFS],
)
def test_usual_troubles_can_be_told_in_any_language(number: int) -> None:
    error = OSError(number, os.strerror(number))
    assert isinstance(trouble_of(error), Message)
    assert isinstance(refusal_of(error), Message)


def test_what_is_read_and_what_is_written_are_refused_in_other_words() -> None:
    gone = OSError(errno.ENOENT, os.strerror(errno.ENOENT))
    assert str(trouble_of(gone)) == "there is no such file or folder"
    assert str(refusal_of(gone)) == "there is no such folder, and none can be made"


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (OSError(errno.EDEADLK, "Resource deadlock avoided"), "Resource deadlock avoided"),
        (OSError("something of its own"), "something of its own"),
        (OSError(), "OSError"),
    ],
)
def test_an_unusual_trouble_keeps_the_words_of_the_system(error: OSError, said: str) -> None:
    assert trouble_of(error) == refusal_of(error) == said
