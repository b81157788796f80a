"""How well a skill is known: read in the person's phrase, kept with the skill, handed to the roadmap."""

import pytest

from agent.models import Profile, ProfileChange
from agent.models.changes import apply_changes
from agent.plans.requests import plan_requests
from tests.unit.understanding.test_robustness import read


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("I know Python and a bit of SQL", {"SQL": "a bit of SQL"}),
        (
            "I know the basics of SQL and Docker",
            {"SQL": "the basics of SQL", "Docker": "the basics of Docker"},
        ),
        ("I'm a cook with 4 years of Python", {"Python": "4 years of Python"}),
        ("my Docker is rusty", {"Docker": "Docker is rusty"}),
        ("I've used Kubernetes a little", {"Kubernetes": "Kubernetes a little"}),
        ("a bit of pytohn", {"Python": "a bit of Python"}),
        ("I know Python", {}),
        ("I want to learn a bit of SQL", {}),
    ],
)
def test_a_level_is_kept_in_the_persons_phrase(text: str, levels: dict[str, str]) -> None:
    assert apply_changes(Profile(), read(text).changes).skill_levels == levels


def test_the_plain_name_stays_among_the_skills_and_the_phrase_reaches_the_roadmap() -> None:
    told = read("I know Java and a bit of SQL").changes
    profile = apply_changes(Profile(target_role="data engineer"), told)
    assert profile.skills == ["Java", "SQL"]
    assert plan_requests(profile)[0].args["skills"] == ["Java", "a bit of SQL"]


def test_a_roadmap_asked_for_takes_the_phrase_too() -> None:
    understood = read("I know a bit of SQL. How do I become a data engineer?")
    assert [call.args["skills"] for call in understood.calls] == [["a bit of SQL"]]


@pytest.mark.parametrize(
    "change",
    [
        ProfileChange(field="skills", op="remove", value=["sql"]),
        ProfileChange(field="skills", op="clear"),
        ProfileChange(field="skills", op="set", value=["Java"]),
        ProfileChange(field="skills", op="add", value=["SQL"]),
        ProfileChange(field="missing_skills", op="add", value=["SQL"]),
    ],
)
def test_a_level_goes_with_its_skill_and_gives_way_to_a_newer_word(change: ProfileChange) -> None:
    held = Profile(skills=["SQL"], skill_levels={"SQL": "a bit of SQL"})
    assert apply_changes(held, [change]).skill_levels == {}


def test_other_changes_leave_levels_alone() -> None:
    held = Profile(skills=["SQL"], skill_levels={"SQL": "a bit of SQL"})
    changes = [
        ProfileChange(field="skills", op="add", value=["Docker"], levels={"Docker": "some Docker"}),
        ProfileChange(field="location", value="Reno"),
    ]
    changed = apply_changes(held, changes)
    assert changed.skill_levels == {"SQL": "a bit of SQL", "Docker": "some Docker"}
    assert Profile.model_validate_json(changed.model_dump_json()) == changed
