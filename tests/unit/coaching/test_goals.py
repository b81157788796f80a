"""Goals, first steps and what is asked for: the figure of the evidence, a yes or no, the nearer role."""

import pytest

from agent.models import DialogueState, Posting, Profile, Subject
from tests.unit.coaching.plans import delivered
from tests.unit.coaching.replying import Reply, reply, wish

HELPDESK = Profile(
    current_role="helpdesk",
    years_experience=3,
    skills=["PowerShell", "Python"],
    location="Columbus, OH",
    hours_per_week=10,
)
COOK = Profile(current_role="cook", location="Boise")
JOB = Posting(
    title="Backend engineer", skills=["Python", "Django", "PostgreSQL", "Kubernetes", "AWS"], years=5
)


def figure(said: Reply, label: str, statistic: str = "typical") -> int:
    """A figure of the first roadmap, in whole numbers as it is spoken."""
    found = (each for item in said.view.evidence for each in item.figures)
    return round(
        float(next(each.value for each in found if (each.label, each.statistic) == (label, statistic)))
    )


def test_a_goal_in_reach_is_told_with_hours_weeks_and_the_range() -> None:
    said = reply(wish("realistic", "AI engineer"), profile=HELPDESK)
    assert said.text.startswith("Yes")
    assert f"{figure(said, 'study hours in all')} hours" in said.text
    assert f"{figure(said, 'weeks to finish')} weeks at 10 hours a week" in said.text
    assert f"{figure(said, 'weeks to finish', 'p90')} weeks" in said.text
    assert "known from your work" in said.text
    assert said.unsupported == []
    assert said.words <= 95


def test_a_goal_that_is_too_late_names_the_nearer_role_and_the_ways_out() -> None:
    profile = Profile(
        current_role="marketing coordinator", target_role="AI engineer", hours_per_week=5, horizon_weeks=13
    )
    said = reply(wish("realistic"), profile=profile)
    assert said.text.startswith("Not by then")
    assert "13 weeks you have" in said.text
    assert "backend developer first" in said.text
    assert "More hours:" in said.text
    assert said.unsupported == []


def test_time_that_is_enough_is_a_yes() -> None:
    profile = Profile(
        target_role="data analyst", skills=["Python", "Excel"], hours_per_week=7, horizon_weeks=56
    )
    assert reply(wish("realistic"), profile=profile).text.startswith("Yes")


def test_an_occupation_without_a_roadmap_is_told_by_how_it_is_entered() -> None:
    said = reply(wish("realistic", "electrician"), profile=COOK)
    assert "no more school than your own work. Against you:" in said.text and "longer training" in said.text
    assert "apprenticeship" in said.text
    assert "No roadmap" not in said.text
    assert said.unsupported == []


def test_hours_are_asked_for_only_where_nobody_told_them() -> None:
    asked = reply(wish("realistic", "AI engineer"), profile=Profile(current_role="staff software engineer"))
    assert asked.dialogue.asked == "hours"
    assert reply(wish("realistic", "AI engineer"), profile=HELPDESK).dialogue.asked is None


def test_experience_shortens_the_way() -> None:
    new = reply(wish("realistic", "AI engineer"), profile=Profile(hours_per_week=10))
    old = reply(
        wish("realistic", "AI engineer"),
        profile=Profile(current_role="backend developer", years_experience=6, hours_per_week=10),
    )
    assert figure(old, "study hours in all") < figure(new, "study hours in all")


@pytest.mark.parametrize("text", ["Ana", "Mohammed, 58", "a mother of three"])
def test_who_somebody_is_changes_no_figure(text: str) -> None:
    asked = reply(wish("realistic", "AI engineer"), profile=HELPDESK, message=f"I am {text}")
    assert asked.text == reply(wish("realistic", "AI engineer"), profile=HELPDESK).text


def test_the_first_step_has_a_reason_and_three_things_for_the_week() -> None:
    said = reply(wish("next_step"), profile=HELPDESK.model_copy(update={"target_role": "devops"}))
    assert said.text.startswith("On the way to DevOps engineer, begin with Git and code review")
    assert len([row for row in said.text.splitlines() if row.startswith("- ")]) == 3
    assert "your 10 hours" in said.text
    assert said.unsupported == []


def test_the_first_step_of_a_plan_is_its_first_skill_that_is_left() -> None:
    given = delivered()
    first, second = given["plan"].milestones[:2]
    progress = {"done": first.skills}
    said = reply(wish("next_step"), **given, progress=_progress(progress))
    assert said.text.startswith(f"Begin with {second.skills[0]}")


def _progress(values: dict[str, list[str]]) -> object:
    from agent.models import Progress

    return Progress.model_validate(values)


def test_without_a_goal_a_first_step_is_a_direction() -> None:
    assert reply(wish("next_step")).dialogue.asked == "current"
    said = reply(wish("next_step"), profile=COOK)
    assert said.dialogue.options
    assert said.dialogue.options[0] in said.text


@pytest.mark.parametrize(
    ("role", "skill", "begins"),
    [
        ("data analyst", "SQL", "Yes"),
        ("AI engineer", "Kubernetes", "Kubernetes can wait"),
        ("AI engineer", "COBOL", "No"),
    ],
)
def test_whether_a_skill_is_needed_follows_from_the_role(role: str, skill: str, begins: str) -> None:
    said = reply(wish("requirements", role, skills=[skill], query=f"do I need {skill}"), profile=HELPDESK)
    assert said.text.startswith(begins)
    assert said.unsupported == []


def test_a_degree_is_answered_by_how_the_occupation_is_entered() -> None:
    plumber = reply(wish("requirements", "plumber", query="do i need a degree to be a plumber"))
    assert plumber.text.startswith("No degree")
    nurse = reply(wish("requirements", "nurse", query="do i need a degree to be a nurse"))
    assert "bachelor's degree" in nurse.text
    assert plumber.unsupported == nurse.unsupported == []


def test_a_posting_is_set_beside_what_they_bring_and_their_work() -> None:
    stands = DialogueState(posting=JOB)
    much = reply(
        wish("posting"),
        profile=Profile(current_role="backend developer", years_experience=6, skills=["Python", "Django"]),
        dialogue=stands,
    )
    assert "You bring most" in much.text
    assert "Missing is Kubernetes" in much.text
    assert "I would apply" in much.text
    known = Profile(skills=[*JOB.skills])
    assert "You bring all" in reply(wish("posting"), profile=known, dialogue=stands).text
    little = reply(wish("posting"), profile=HELPDESK, dialogue=stands)
    assert "a small part" in little.text
    assert "Django (about" in little.text
    assert "your 3 years in helpdesk are another kind" in little.text
    assert much.unsupported == little.unsupported == []


def test_a_posting_that_cannot_be_read_is_asked_for_again() -> None:
    assert "paste" in reply(wish("posting")).text


def test_an_interview_soon_leaves_things_out() -> None:
    near, far = (reply(wish("interview", "devops", due=due), profile=HELPDESK) for due in (36, 200))
    assert "a few things only" in near.text
    assert "enough time" in far.text
    assert "your work in helpdesk" in near.text
    assert "Linux" in near.text
    assert near.unsupported == far.unsupported == []


def test_a_letter_is_filled_with_what_they_told() -> None:
    profile = HELPDESK.model_copy(update={"target_role": "devops"})
    said = reply(wish("letter", kind="application"), profile=profile)
    assert "helpdesk" in said.text and "devops" in said.text.casefold()
    assert "\n> Dear [name]" in said.text
    assert said.unsupported == []


def test_the_topic_counts_before_the_target() -> None:
    stands = DialogueState(topic=Subject(role="data analyst"))
    said = reply(
        wish("realistic"), profile=HELPDESK.model_copy(update={"target_role": "devops"}), dialogue=stands
    )
    assert "data analyst" in said.text


@pytest.mark.parametrize("name", ["realistic", "requirements", "plan", "library", "next_step", "tell"])
def test_a_call_that_did_not_work_makes_nothing_unknown(name: str) -> None:
    from agent.coaching.moves import say
    from agent.coaching.view import NO_FINDINGS, View
    from tests.unit.coaching.replying import TODAY

    for role in ("AI engineer", "electrician"):
        view = View(HELPDESK, DialogueState(), NO_FINDINGS, TODAY)
        text = " ".join(each.text for each in say(wish(name, role, query="what is it"), view).lines)
        assert "no job called" not in text
        assert "hold" not in text


@pytest.mark.parametrize("place", ["Portland", "Cologne, Germany", "Nowhereville"])
def test_how_work_is_entered_does_not_hang_on_the_place(place: str) -> None:
    said = reply(wish("realistic", "electrician"), profile=Profile(current_role="cook", location=place))
    assert "apprenticeship" in said.text


def test_every_role_of_the_table_of_nearer_roles_has_a_roadmap() -> None:
    from agent.coaching.roads import has_road
    from tools.roadmap.tables import read_table, roles

    for row in read_table("nearer_roles"):
        assert row["role"] in roles()
        assert has_road(row["nearer"])


def test_nobody_is_sent_back_to_the_work_they_do() -> None:
    profile = Profile(current_role="data analyst", years_experience=3, skills=["SQL"], hours_per_week=6)
    assert "data analyst first" not in reply(wish("realistic", "data engineer"), profile=profile).text


def test_what_is_missing_for_a_role_is_told_in_the_order_of_learning() -> None:
    profile = Profile(current_role="sysadmin", years_experience=6, target_role="devops")
    said = reply(wish("requirements", query="what am i missing"), profile=profile)
    assert f"{figure(said, 'study hours in all')} hours" in said.text
    assert "Already there: Linux" in said.text
    assert said.unsupported == []
