from __future__ import annotations

import subprocess
import sys

import pytest

from roadmapkit.language import explain_form


@pytest.mark.parametrize(
    ("text", "dative"),
    [
        ("заместитель начальника отдела", "заместителю начальника отдела"),
        ("Лугова П.Ю.", "Луговой П.Ю."),
        ("главный специалист Лугова П.Ю.", "главному специалисту Луговой П.Ю."),
        ("директор МБОУ «СОШ № 5» П.Ю. Лугова", "директору МБОУ «СОШ № 5» П.Ю. Луговой"),
        ("П.Ю. Лугова, директор школы", "П.Ю. Луговой, директору школы"),
        (
            "Лугова Полина Юрьевна – начальник отдела",
            "Луговой Полине Юрьевне – начальнику отдела",
        ),
        ("школа имени Лугова П.Ю.", "школе имени Лугова П.Ю."),
        (
            "директор школы имени Героя России Лугова П.Ю.",
            "директору школы имени Героя России Лугова П.Ю.",
        ),
        ("школа № 5 (Лугова П.Ю.)", "школе № 5 (Лугова П.Ю.)"),
        ("Петренко", "Петренко"),
    ],
)
def test_names_posts_and_both_together(text: str, dative: str) -> None:
    form = explain_form(text, case="dative")
    assert form.form == dative
    assert not form.doubtful
    assert form.because


def test_a_gender_tells_that_a_single_word_is_a_surname() -> None:
    assert explain_form("Маненок", case="dative", gender="feminine").form == "Маненок"
    assert explain_form("Маненок", case="dative", gender="masculine").form != "Маненок"


def test_a_name_of_unknown_gender_stays_beside_an_inflected_post() -> None:
    form = explain_form("директор Гузенюк А.Б.", case="dative")
    assert form.form == "директору Гузенюк А.Б."
    assert [finding.code for finding in form.diagnostics] == ["LNG001"]


def test_the_number_asked_for_is_given() -> None:
    form = explain_form("заместитель начальника отдела", case="dative", number="plural")
    assert form.form == "заместителям начальника отдела"


def test_importing_the_package_loads_no_dictionary() -> None:
    code = (
        "import sys, roadmapkit.language;"
        "print(sorted({'pymorphy3', 'pytrovich'} & sys.modules.keys()))"
    )

    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
