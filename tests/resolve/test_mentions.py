"""Where documents name a party: every kind of place, and through what."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from named_places import only, source, steps

from counted_work import lines_of
from roadmapkit import Workspace, check, impact, open_workspace
from roadmapkit.errors import ArgumentError
from tiny_workspaces import DIRECTORY, PLAN, opened, order_text, plan_text

OFFICE = """\
    preamble: По представлению Соколова И.А.
    roles: {координатор: sokolov}
    signatory: nachalnik
    executor: sokolov
    approval:
      - caption: Проект внесён
        people: [sokolov]
    appendices:
      - id: sostav
        title: Состав рабочей группы
        parts:
          - group: gruppa
      - id: spisok
        title: Перечень
        compiler: sokolov
        parts:
          - table:
              columns: [Дело, Кто]
              rows:
                - [Семинар, Соколов И.А.]
                - [Приём, Гусев П.И.]
    """
CLAUSES = """\
    - approve: [sostav, spisok]
    - appoint: sokolov
      as: координатор
    - assign: [direktor-1, direktor-2]
      items:
        - text: назначить ответственных
          due: до 1 марта 2024 г.
        - text: передать списки Соколову Игорю Андреевичу
    - text: Работу группы возглавит И.А. Соколов.
    - control: sokolov
    """


def office(root: Path) -> Workspace:
    return opened(root, order_text(CLAUSES, OFFICE), PLAN)


@pytest.mark.parametrize(
    ("kind", "number", "text"),
    [
        ("preamble", "", "По представлению Соколова И.А."),
        ("role", "", "координатор: sokolov"),
        ("clause", "2.", "Назначить координатором Соколова И.А., методиста"),
        ("clause", "3.2.", "передать списки Соколову Игорю Андреевичу"),
        ("clause", "4.", "Работу группы возглавит И.А. Соколов."),
        ("control", "5.", "Контроль за исполнением настоящего приказа возложить на методиста"),
        ("approval", "", "Методист Управления образования города Ольховска И.А. Соколов"),
        ("executor", "", "sokolov"),
        ("group", "1", "Соколов И.А."),
        ("appendix", "2", "Семинар | Соколов И.А."),
        ("compiler", "2", "Методист Управления образования города Ольховска И.А. Соколов"),
        ("activity", "1.1.", "Собрать заявки"),
        ("membership", "", "рабочая группа"),
    ],
)
def test_every_kind_of_place_names_the_person(
    tmp_path: Path, kind: str, number: str, text: str
) -> None:
    found = impact(office(tmp_path), "sokolov")
    named = [
        (item.number, item.text.replace("\u00a0", " "))
        for item in found.mentions
        if item.kind == kind
    ]
    assert any(one == number and words.startswith(text) for one, words in named), named


def test_the_span_is_that_of_the_name_itself(tmp_path: Path) -> None:
    workspace = office(tmp_path)
    found = impact(workspace, "sokolov")
    written = {source(workspace, mention) for mention in found.mentions}
    assert written == {
        "sokolov",
        "Соколова И.А.",
        "Соколову Игорю Андреевичу",
        "И.А. Соколов",
        "Соколов И.А.",
        "gruppa",
        "рабочей группы",
    }


def test_a_signatory_is_named_through_the_post(tmp_path: Path) -> None:
    found = impact(office(tmp_path), "Рябинина В.П.")
    assert found.ref == "ryabinina"
    mention = only(found, "signatory")
    assert steps(mention) == [("post", "nachalnik")]
    assert str(mention.through[0].message).startswith("as начальник Управления образования")
    assert mention.text == "Начальник В.П. Рябинина"


def test_an_appointment_of_the_directory_is_told(tmp_path: Path) -> None:
    mention = only(impact(office(tmp_path), "gusev"), "appointment")
    assert mention.state == "directory"
    assert mention.text == "директор школы № 1 города Ольховска"
    assert mention.span.file == "directory.yaml"


def test_a_person_is_named_by_the_organisation_that_he_heads(tmp_path: Path) -> None:
    plan = plan_text("- {title: Дело, due: май 2024 г., responsible: школа № 1}")
    found = impact(opened(tmp_path, plan), "gusev")
    assert steps(only(found, "activity")) == [("head", "shkola-1")]


def test_a_person_is_named_by_a_group_that_his_school_is_in(tmp_path: Path) -> None:
    plan = plan_text("- {title: Дело, due: май 2024 г., responsible: опорные школы}")
    found = impact(opened(tmp_path, plan), "gusev")
    assert steps(only(found, "activity")) == [("head", "shkola-1"), ("group", "opornye")]


def test_a_person_is_named_in_a_role_of_the_plan(tmp_path: Path) -> None:
    plan = plan_text(
        "- {title: Дело, due: май 2024 г., responsible: координатор}",
        "roles: {координатор: gusev}",
    )
    found = impact(opened(tmp_path, plan), "gusev")
    assert steps(only(found, "activity")) == [("role", "")]


def test_control_kept_by_the_signatory_is_his(tmp_path: Path) -> None:
    found = impact(opened(tmp_path, order_text("- control: за собой")), "ryabinina")
    mention = only(found, "control")
    assert [step.kind for step in mention.through] == ["post", "signs"]
    assert mention.number == "1."


def test_an_organisation_is_named_by_its_posts_and_beside_names(tmp_path: Path) -> None:
    workspace = opened(tmp_path, order_text("- {appoint: gusev, as: куратор}"))
    found = impact(workspace, "shkola-1", kind="organization")
    assert steps(only(found, "clause")) == [("staff", "direktor-1"), ("beside", "gusev")]


def test_a_post_is_named_beside_its_holder(tmp_path: Path) -> None:
    workspace = opened(tmp_path, order_text("- control: Гусев П.И."))
    found = impact(workspace, "direktor-1", kind="post")
    assert steps(only(found, "control")) == [("beside", "gusev")]


def test_a_group_is_named_by_the_clause_that_approves_it(tmp_path: Path) -> None:
    workspace = opened(tmp_path, order_text("- approve: gruppa"))
    found = impact(workspace, "gruppa")
    assert {mention.kind for mention in found.mentions} == {"clause", "group"}
    assert all(mention.direct for mention in found.mentions)


def test_an_organisation_in_plain_text_is_found_in_any_case(tmp_path: Path) -> None:
    clauses = "- text: Провести в школе № 2 города Ольховска семинар; школа № 21 не участвует."
    workspace = opened(tmp_path, order_text(clauses))
    (mention,) = impact(workspace, "shkola-2").documents[0].mentions
    assert source(workspace, mention) == "школе № 2 города Ольховска"
    assert impact(workspace, "shkola-1").documents == ()


def test_a_namesake_with_other_initials_is_another(tmp_path: Path) -> None:
    clauses = "- text: Выслушать Гусева А.А. и Лапину."
    workspace = opened(tmp_path, order_text(clauses))
    assert impact(workspace, "gusev").documents == ()
    (mention,) = impact(workspace, "lapina").documents[0].mentions
    assert source(workspace, mention) == "Лапину"


@pytest.mark.parametrize(
    "text", ["Обратиться в школу имени Гусева за помощью.", "Гусев – город в соседнем районе."]
)
def test_a_bare_surname_that_may_be_something_else_is_no_mention(tmp_path: Path, text: str) -> None:
    assert impact(opened(tmp_path, order_text(f"- text: {text}")), "gusev").documents == ()


def test_a_surname_of_two_people_counts_only_with_initials(tmp_path: Path) -> None:
    people = DIRECTORY.replace("people:\n", "people:\n  - {id: gusev-2, name: Гусев Олег Ильич}\n")
    clauses = "- text: Поручить Гусеву подготовку.\n- text: Поручить О.И. Гусеву отчёт."
    workspace = opened(tmp_path, order_text(clauses), directory=people)
    found = impact(workspace, "gusev-2")
    assert [mention.number for mention in found.mentions] == ["2."]
    with pytest.raises(ArgumentError, match=r"may be any of these: .*gusev.*gusev-2"):
        impact(workspace, "Гусев")


def test_progress_names_in_its_marks(tmp_path: Path) -> None:
    progress = (
        "kind: progress\nid: hod\ntitle: Отчёт\nroadmap: plan\nsignatory: nachalnik\n"
        "reports: [{as_of: 01.07.2024}]\n"
        "entries: [{activity: a1, status: не выполнено, date: 01.06.2024, "
        "reason: болезнь Гусева П.И.}]"
    )
    found = impact(opened(tmp_path, PLAN, progress), "gusev")
    assert [item.text for item in found.documents[0].mentions] == ["болезнь Гусева П.И."]
    assert found.documents[0].state == "report"


def test_one_whom_no_directory_has_is_found_as_written(tmp_path: Path) -> None:
    plan = plan_text("- {title: Дело, responsible: Ветров К.К.}")
    clauses = "- text: Направить Ветрова К.К. на курсы."
    found = impact(opened(tmp_path, plan, order_text(clauses)), "Ветров К.К.")
    assert (found.ref, found.kind) == (None, None)
    assert [mention.kind for mention in found.mentions] == ["activity", "clause"]


def test_one_who_is_named_nowhere_has_a_clean_empty_answer(tmp_path: Path) -> None:
    directory = DIRECTORY.replace(
        "people:\n", "people:\n  - {id: tihon, name: Тихонов Олег Ильич}\n"
    )
    found = impact(opened(tmp_path, PLAN, directory=directory), "tihon")
    assert (found.documents, found.directory, found.not_in_force) == ((), (), ())
    assert found.to_dict()["documents"] == []


def test_nobody_of_that_name_fails_with_the_nearest(tmp_path: Path) -> None:
    with pytest.raises(ArgumentError, match="Nobody is called 'sokolof'; perhaps sokolov"):
        impact(opened(tmp_path, PLAN), "sokolof")


def test_an_entry_of_another_kind_fails(tmp_path: Path) -> None:
    with pytest.raises(ArgumentError, match="'nachalnik' is a post, not a person"):
        impact(opened(tmp_path, PLAN), "nachalnik", kind="person")


def test_records_are_plain_and_translated(tmp_path: Path) -> None:
    record = impact(office(tmp_path), "ryabinina").to_dict(lambda message: f"<{message}>")
    (signing,) = [
        mention for mention in record["documents"][0]["mentions"] if mention["kind"] == "signatory"
    ]
    assert signing["through"][0]["text"].startswith("<as начальник")
    assert signing["line"] > 0


def test_the_fixture_is_sound(tmp_path: Path) -> None:
    assert check(office(tmp_path)).ok


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    cells=st.lists(
        st.sampled_from(
            ["Соколов И.А.", "gusev", "директора школ", "школа № 1", "Лапина Д.О.", "опорные школы"]
        ),
        min_size=1,
        max_size=5,
    ),
    party=st.sampled_from(["sokolov", "gusev", "lapina", "shkola-1", "direktora"]),
)
def test_the_line_of_a_mention_has_the_name_or_leads_to_it(
    tmp_path_factory: pytest.TempPathFactory, cells: list[str], party: str
) -> None:
    activities = "\n".join(f'- {{title: Дело, responsible: "{cell}"}}' for cell in cells)
    workspace = opened(tmp_path_factory.mktemp("cells"), plan_text(activities))
    leads = {
        "sokolov": {"Соколов И.А."},
        "gusev": {"gusev", "директора школ", "школа № 1", "опорные школы"},
        "lapina": {"Лапина Д.О.", "директора школ", "опорные школы"},
        "shkola-1": {"школа № 1", "директора школ", "опорные школы"},
        "direktora": {"директора школ"},
    }[party]
    documents = impact(workspace, party).documents
    mentions = [mention for document in documents for mention in document.mentions]
    assert [source(workspace, mention) for mention in mentions] == [
        cell for cell in cells if cell in leads
    ]


def test_time_grows_with_the_plan_and_no_faster(tmp_path: Path) -> None:
    def work(count: int) -> int:
        rows = "\n".join(
            f"- {{title: Дело {index}, due: май 2024 г., responsible: Соколов И.А.}}"
            for index in range(count)
        )
        folder = tmp_path / str(count)
        workspace = opened(folder, plan_text(rows))
        found = []
        lines = lines_of(lambda: found.append(impact(workspace, "sokolov")))
        assert len(found[0].documents[0].mentions) == count
        return lines

    work(10)  # what is made at the first use is made
    assert work(240) < 2.2 * work(120)


def test_an_opened_file_is_a_workspace_too(tmp_path: Path) -> None:
    file = tmp_path / "plan.yaml"
    file.write_text(PLAN, encoding="utf-8")
    found = impact(open_workspace(file), "Гусев П.И.")
    assert [mention.number for mention in found.mentions] == ["1.2."]
