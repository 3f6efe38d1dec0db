from __future__ import annotations

import pytest

from roadmapkit.cli.languages import choose_language


@pytest.mark.parametrize(
    ("arguments", "environ", "language"),
    [
        ([], {}, "en"),
        ([], {"LANG": "ru_RU.UTF-8"}, "ru"),
        ([], {"LANG": "C.UTF-8"}, "en"),
        ([], {"LANG": "ru_RU.UTF-8", "LC_ALL": "de_DE.UTF-8"}, "en"),
        ([], {"LANG": "en_US.UTF-8", "LC_MESSAGES": "ru_RU.UTF-8"}, "ru"),
        ([], {"LANG": "ru_RU.UTF-8", "ROADMAPKIT_LANG": "en"}, "en"),
        ([], {"LANG": "ru_RU.UTF-8", "ROADMAPKIT_LANG": "fr"}, "ru"),
        (["check", "--lang", "en"], {"ROADMAPKIT_LANG": "ru"}, "en"),
        (["check", "--lang=ru"], {"ROADMAPKIT_LANG": "en"}, "ru"),
        (["--lang", "en", "check", "--lang", "ru"], {}, "ru"),
        (["explain", "form", "--", "--lang", "en"], {"LANG": "ru_RU"}, "ru"),
        (["check", "--lang"], {"LANG": "ru_RU"}, "ru"),
    ],
)
def test_the_nearest_wish_decides_on_the_language(
    arguments: list[str], environ: dict[str, str], language: str
) -> None:
    assert choose_language(arguments, environ).language == language


def test_a_locale_is_no_wish_that_settings_would_have_to_give_way_to() -> None:
    assert not choose_language([], {"LANG": "ru_RU.UTF-8"}).asked_for
    assert choose_language([], {"ROADMAPKIT_LANG": "ru"}).asked_for
    assert choose_language(["--lang", "en"], {}).asked_for
