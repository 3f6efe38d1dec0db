"""View models that those of all kinds of documents are made of: a paragraph, a signature."""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING, Literal

from roadmapkit.documents.stretches import ListMark, Run, same_as
from roadmapkit.lazily import dataclass

if TYPE_CHECKING:
    from roadmapkit.source import Origin

__all__ = ["Line", "LineStyle", "SignatureView"]

LineStyle = Literal["body", "item", "heading", "subheading", "plain", "list", "quote", "code"]


@dataclass(frozen=True, slots=True)
class Line:
    """Абзац готового текста.

    Attributes:
        text: Текст; внутри могут быть переносы строк.
        style: Роль абзаца: ``body`` – с отступом первой строки, ``item`` – пункт списка,
            ``heading`` – заголовок главы, ``subheading`` – под ним, ``plain`` – без отступа,
            ``list`` – пункт, который нумерует Word, ``quote`` – цитата, ``code`` – код.
        runs: Тот же текст по частям, когда в нём есть выделения или сноски.
        mark: Место в списке, который нумерует Word; у других абзацев его нет.
    """

    text: str
    style: LineStyle = "body"
    origin: Origin | None = field(default=None, compare=False, repr=False)
    runs: tuple[Run, ...] = field(default=(), metadata=same_as("text"))
    mark: ListMark | None = None


@dataclass(frozen=True, slots=True)
class SignatureView:
    """Подпись: слева должность, справа, на последней её строке, имя.

    Attributes:
        post_lines: Строки должности.
        name: «И.О. Фамилия» или пусто – место для подписи.
        origin: Место YAML, где назван подписывающий.
        stamp: Строки отметки об электронной подписи вместо собственноручной; пусто – без неё.
    """

    post_lines: tuple[str, ...]
    name: str
    origin: Origin | None = field(default=None, compare=False, repr=False)
    stamp: tuple[str, ...] = ()
