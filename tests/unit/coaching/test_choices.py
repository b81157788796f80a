"""Comparisons, worth it, which first, options, markets: both sides, a view, what is not known."""

import pytest

from agent.models import Amount, DialogueState, Offer, Profile, Subject, Wish
from tests.unit.coaching.asking import Reply, ask
from tools.market import summarize
from tools.options import suggest
from tools.roadmap import generate
from tools.salary import lookup


def wish(name: str, *subjects: tuple[str, str | None], **more: object) -> Wish:
    told = [Subject(role=role, place=place) for role, place in subjects]
    return Wish.model_validate({"name": name, "subjects": told, **more})


def median(role: str, place: str | None) -> str:
    return f"${lookup(role, place).wages[0].p50:,}"


def test_two_places_are_looked_up_each_in_its_own() -> None:
    pair = ("nurse practitioner", "Los Angeles"), ("nurse practitioner", "San Francisco")
    reply = ask(wish("compare", *pair))
    assert all(median(role, place) in reply.spoken for role, place in pair)
    assert "difference" in reply.text and "money buys" in reply.text and reply.unsupported == []


def test_three_roles_have_three_rows_and_all_are_spoken_of() -> None:
    roles = ("welder", "plumber", "hvac technician")
    reply = ask(wish("compare", *((role, "Phoenix") for role in roles)))
    assert all(median(role, "Phoenix") in reply.spoken for role in roles) and reply.unsupported == []
    assert reply.text.count("Phoenix, AZ [") == 3


def test_the_side_that_is_not_known_is_named() -> None:
    reply = ask(wish("compare", ("vibe wrangler", "Dallas"), ("data scientist", "Dallas")))
    assert "vibe wrangler" in reply.text and median("data scientist", "Dallas") in reply.text


def test_now_and_then_sets_the_present_job_and_pay_beside_the_target() -> None:
    known = Profile(current_role="accountant", location="Charlotte", present_pay=98000)
    reply = ask(wish("compare", ("financial analyst", "Charlotte")), profile=known)
    assert median("financial analyst", "Charlotte") in reply.text and "$98,000" in reply.text
    assert median("accountant", "Charlotte") in reply.text and reply.unsupported == []


def test_two_offers_are_judged_each_in_its_own_market() -> None:
    offers = [
        Offer(amounts=[Amount(low=95000, period="year")], place="Austin"),
        Offer(amounts=[Amount(low=105000, period="year")], place="San Jose, CA"),
    ]
    reply = ask(wish("compare", ("business analyst", None)), dialogue=DialogueState(offers=offers))
    assert "$95,000" in reply.text and "$105,000" in reply.text and reply.text.count("percentile") == 2
    assert "$10,000" in reply.text and reply.unsupported == []


def test_pay_alone_is_not_told_twice_beside_a_comparison() -> None:
    pair = ("data engineer", "Dallas"), ("data scientist", "Dallas")
    both = ask(wish("pay", *pair), wish("compare", *pair))
    assert both.text == ask(wish("compare", *pair)).text


HELPDESK = Profile(
    current_role="helpdesk",
    location="Columbus, OH",
    present_pay=52000,
    hours_per_week=10,
    years_experience=3,
    skills=["Python"],
)


def test_which_first_weighs_hours_and_pay_of_both() -> None:
    reply = ask(wish("which_first", ("AI engineer", None), ("devops engineer", None)), profile=HELPDESK)
    hours = {
        role: round(float(generate(role, ["Python"], 10, experience=("helpdesk", 3)).total_hours))
        for role in ("AI engineer", "devops engineer")
    }
    assert hours["devops engineer"] < hours["AI engineer"] and reply.text.startswith("DevOps engineer first")
    assert all(f"{value} hours" in reply.text for value in hours.values())
    assert "10 hours a week" in reply.text and "further" in reply.text
    assert reply.dialogue.asked == "sure" and reply.dialogue.options[0] == "devops engineer"
    assert reply.unsupported == []


def test_out_of_work_the_known_trade_comes_before_study() -> None:
    pair = wish("which_first", ("UX designer", None), ("AI engineer", None))
    laid_off = ask(pair, profile=Profile(former_role="UX designer", location="Austin"))
    assert laid_off.text.startswith("The work you know first") and laid_off.unsupported == []
    employed = ask(pair, profile=Profile(current_role="UX designer", location="Austin"))
    assert not employed.text.startswith("The work you know")


def test_which_first_without_a_roadmap_goes_by_schooling_and_pay() -> None:
    reply = ask(wish("which_first", ("welder", "Tulsa"), ("electrician", "Tulsa")))
    assert median("welder", "Tulsa") in reply.text and median("electrician", "Tulsa") in reply.text
    assert reply.text.startswith("Welder first, in my view: it asks for less training")
    assert "apprenticeship" in reply.text and reply.unsupported == []
    trucks = ask(wish("which_first", ("welder", "Tulsa"), ("truck driver", "Tulsa")))
    assert trucks.text.startswith("Truck driver first, in my view, because it pays more")
    assert "truck driving course" in trucks.text and trucks.unsupported == []


@pytest.mark.parametrize(
    ("role", "profile", "verdict"),
    [
        ("devops engineer", HELPDESK, "Yes"),
        (
            "AI engineer",
            Profile(current_role="software engineer", location="San Francisco", present_pay=480000),
            "No",
        ),
        ("data analyst", Profile(current_role="middle school teacher", location="Sacramento"), "Only if"),
    ],
)
def test_worth_it_follows_the_raise_and_the_hours(role: str, profile: Profile, verdict: str) -> None:
    reply = ask(wish("worth_it", (role, None)), profile=profile)
    assert reply.text.startswith(verdict) and "hours of study" in reply.text and "about $" in reply.text
    assert reply.unsupported == []


def test_options_are_near_better_paid_and_counted_where_they_live() -> None:
    better = wish("options", degree=False, kind="pay")
    reply = ask(better, profile=Profile(current_role="cook", location="Boise"))
    found = suggest("cook", "Boise", no_degree=True)
    assert (
        found.present is not None
        and found.present.pay is not None
        and f"${found.present.pay:,}" in reply.text
    )
    assert all(
        option.name in reply.text and f"${option.wages.p50:,}" in reply.text for option in found.options
    )
    assert set(reply.dialogue.options) == {option.name for option in found.options}
    assert reply.dialogue.asked == "target" and reply.unsupported == []


def test_what_an_aim_leaves_is_said_with_the_aim() -> None:
    known = Profile(
        current_role="lab technician", location="Durham NC", present_pay=61000, target_salary=85000
    )
    reply = ask(wish("options"), profile=known)
    assert "$85,000" in reply.text and reply.unsupported == []


@pytest.mark.parametrize("role", ["zorblax", "software engineer"])
def test_the_honest_no_names_what_is_not_there(role: str) -> None:
    known = Profile(current_role=role, location="San Francisco", present_pay=480000)
    reply = ask(wish("options"), profile=known)
    assert "|" not in reply.text and ("nothing near" in reply.text or "do not know zorblax" in reply.text)


def test_the_market_is_told_with_both_signs() -> None:
    reply = ask(wish("market", ("software developer", "Austin")))
    jobs = next(fact.value for fact in summarize("software developer", "Austin").demand)
    assert f"{jobs:,}" in reply.text and "fell by" in reply.text and "rose by" in reply.text
    assert "superseded" not in reply.text and reply.unsupported == []


def test_which_has_more_jobs_is_answered_first() -> None:
    pair = ("data engineer", "Denver"), ("data scientist", "Denver")
    reply = ask(wish("market", *pair))
    assert reply.text.startswith("There are more jobs for data scientists") and reply.unsupported == []


NAMES = ("compare", "market", "which_first", "worth_it", "pay")


def replies(message: str) -> list[Reply]:
    subjects = ("data analyst", "Toledo"), ("bookkeeper", "Toledo")
    known = Profile(current_role="bookkeeper", location="Toledo", hours_per_week=6)
    return [ask(wish(name, *subjects), profile=known, message=message) for name in NAMES]


def test_who_speaks_changes_no_figure() -> None:
    base = [reply.text for reply in replies("Is it worth it?")]
    for told in ("My name is Aisha, I'm a woman of 58.", "I'm Bob, a man of 23, from Norway."):
        assert [reply.text for reply in replies(f"{told} Is it worth it?")] == base


def test_spoken_answers_are_short() -> None:
    spoken = replies("")
    assert all(reply.words <= 120 for reply in spoken)
    assert sorted(reply.words for reply in spoken)[len(spoken) // 2] <= 90


def test_a_choice_among_what_was_shown_needs_no_names() -> None:
    shown = DialogueState(options=["welder", "electrician"])
    reply = ask(wish("which_first"), dialogue=shown, profile=Profile(location="Tulsa"))
    assert median("welder", "Tulsa") in reply.text and median("electrician", "Tulsa") in reply.text
