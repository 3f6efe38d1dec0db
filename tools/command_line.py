"""Write docs/cli.md from the help of the commands."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from roadmapkit.cli.commands import PROGRAM, program
from roadmapkit.cli.session import begin_session
from roadmapkit.cli.spoken import Command, Group

__all__ = ["main", "page"]

TARGET = Path(__file__).resolve().parent.parent / "docs" / "cli.md"
WIDTH = 90

HEAD = """\
# Командная строка

Эта страница составлена из справки самих команд: `make docs`.

Замечания и ответы идут в стандартный вывод, ход работы и сообщения об отказе – в поток ошибок. \
Всё пишется в UTF-8.

| Код завершения | Что он значит |
|---|---|
| 0 | исправлять нечего |
| 1 | есть ошибки, с `--strict` – и предупреждения |
| 2 | рабочую папку или параметры использовать нельзя |
| 3 | ошибка самой программы |
| 130 | прервано |

Язык сообщений: `--lang`, потом переменная `ROADMAPKIT_LANG`, потом – для замечаний – настройка \
`locale` рабочей папки, потом язык системы (`LC_ALL`, `LC_MESSAGES`, `LANG`). Цвета \
отключает переменная `NO_COLOR`, след ошибки включает `ROADMAPKIT_DEBUG=1`.
"""


def page() -> str:
    """Return the text of the page."""
    session = begin_session(["--lang", "ru"], {})
    sections = [HEAD]
    for path, help_text in _helps(program(session), PROGRAM, None):
        sections.append(f"## {path}\n\n```\n{help_text}\n```\n")
    return "\n".join(sections)


def _helps(command: Command, path: str, parent: click.Context | None) -> Iterator[tuple[str, str]]:
    """Yield the help of a command and of those below it."""
    context = click.Context(
        command,
        info_name=path.rsplit(maxsplit=1)[-1],
        parent=parent,
        max_content_width=WIDTH,
        terminal_width=WIDTH,
    )
    yield path, command.get_help(context)
    if isinstance(command, Group):
        for name in command.list_commands(context):
            below = command.get_command(context, name)
            if isinstance(below, Command):
                yield from _helps(below, f"{path} {name}", context)


def main() -> None:
    """Rewrite the page that is committed."""
    TARGET.write_text(page(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
