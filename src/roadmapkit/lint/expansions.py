"""Whether words are what an abbreviation stands for: their initials are its letters."""

from __future__ import annotations

from collections.abc import Sequence

from roadmapkit.lazily import dataclass, regex

__all__ = ["Alignment", "aligned", "compatible", "fold", "letters_of", "one_slip", "words_of"]

_WORD = regex(r"[А-Яа-яЁё]+")
_LETTER = regex("[А-Яа-яЁё]")
_STEM = 4


@dataclass(frozen=True, slots=True)
class Alignment:
    """How the letters of an abbreviation fit the initials of words.

    Attributes:
        letters: The letters, folded.
        fitting: How many of them are the initial of a word, in order.
        stems: The beginning of the word of each letter where all of them fit, else empty.
        words: The words from the first that fits on.
        skipped: How many words stand before that one.
        after: How many words stand behind the last that fits.
    """

    letters: str
    fitting: int
    stems: tuple[str, ...]
    words: tuple[str, ...]
    skipped: int
    after: int

    @property
    def share(self) -> float:
        """The share of the letters that fit."""
        return self.fitting / len(self.letters) if self.letters else 0.0

    @property
    def whole(self) -> bool:
        """Whether all letters fit."""
        return self.fitting == len(self.letters)

    @property
    def inside(self) -> bool:
        """Whether the letters stand in the words in order, inside of them too: «МЕТодический»."""
        return _is_subsequence(self.letters, "".join(self.words))


def fold(text: str) -> str:
    """Return a text in small letters and without «ё»."""
    return text.lower().replace("ё", "е")


def letters_of(short: str) -> str:
    """Return the letters of an abbreviation, folded: those of «ГБУ НАО «НРЦРО»» in one row."""
    return fold("".join(_LETTER.findall(short)))


def words_of(text: str) -> list[str]:
    """Return the words of a text, folded; the parts of a compound are words of their own."""
    return [fold(word) for word in _WORD.findall(text)]


def aligned(short: str, words: Sequence[str], *, at_end: bool = True) -> Alignment:
    """Return how an abbreviation fits the words beside it.

    Args:
        short: The abbreviation.
        words: The words before it, or after it.
        at_end: The words stand before the abbreviation, so that the nearest fit is wanted.
    """
    letters = letters_of(short)
    most = 3 * len(letters) + 6
    near = list(words[-most:] if at_end else words[:most])
    if at_end:
        pairs = _pairs(letters[::-1], near[::-1])
        places = [len(near) - 1 - place for place in reversed(pairs)]
    else:
        places = _pairs(letters, near)
    stems = tuple(near[place][:_STEM] for place in places) if len(places) == len(letters) else ()
    if not places:
        return Alignment(letters, 0, (), (), len(near), len(near))
    after = len(near) - 1 - places[-1]
    return Alignment(letters, len(places), stems, tuple(near[places[0] :]), places[0], after)


def _pairs(letters: str, words: Sequence[str]) -> list[int]:
    """Return the places of the words whose initials are the longest common subsequence."""
    rows, columns = len(letters), len(words)
    best = [[0] * (columns + 1) for _ in range(rows + 1)]
    for row in range(rows - 1, -1, -1):
        for column in range(columns - 1, -1, -1):
            same = letters[row] == words[column][0]
            best[row][column] = max(
                best[row + 1][column],
                best[row][column + 1],
                best[row + 1][column + 1] + 1 if same else 0,
            )
    places: list[int] = []
    row = column = 0
    while row < rows and column < columns:
        if letters[row] == words[column][0] and best[row][column] == best[row + 1][column + 1] + 1:
            places.append(column)
            row, column = row + 1, column + 1
        elif best[row][column] == best[row][column + 1]:
            column += 1
        else:
            row += 1
    return places


def compatible(one: Sequence[str], two: Sequence[str]) -> bool:
    """Return whether two rows of stems may be one expansion; an unknown one fits any."""
    return not one or not two or tuple(one) == tuple(two)


def _is_subsequence(letters: str, text: str) -> bool:
    rest = iter(text)
    return all(letter in rest for letter in letters)


def one_slip(one: str, two: str) -> bool:
    """Return whether two different abbreviations differ by one slip of the pen.

    A letter is wrong, missing, superfluous, or two neighbours are exchanged. Abbreviations of
    three letters and fewer differ by a letter rightly, and «НОР» is no slip for «ШНОР», whose
    first word it leaves out.
    """
    if one == two or max(len(one), len(two)) <= 3:
        return False
    if len(one) == len(two):
        places = [
            place for place, pair in enumerate(zip(one, two, strict=True)) if len({*pair}) > 1
        ]
        if len(places) == 1:
            return True
        first, last = places[0], places[-1]
        return (
            len(places) == 2
            and last - first == 1
            and one[first] == two[last]
            and (one[last] == two[first])
        )
    short, long = sorted((one, two), key=len)
    return len(long) - len(short) == 1 and any(
        long[:place] + long[place + 1 :] == short for place in range(1, len(long))
    )
