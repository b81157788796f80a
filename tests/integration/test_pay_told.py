"""Pay as people tell it, through the real reader and tools: weeks, rates, grades and two offers, each in one message."""

import re
from collections.abc import Iterator

import pytest

from agent.session.coach import Coach

# What is said, the patterns that the reply holds, and a field of the profile that stays empty.
TOLD = [
    ("I get $1,150 a week before tax for 30 hours as a preschool teacher in Tucson. Is that okay?",
     [r"\$59,800 a year", r"\$79,733"], "hours_per_week"),
    ("Contract offer: $85/hr W2 contract, no benefits, data analyst in Seattle. vs my 105k salary. Which is better?",
     [r"\$85 an hour on contract", r"29\.8%"], "hours_per_week"),
    ("I do bookkeeping on the side, how much should I charge clients an hour in Nashville? 8 years experience",
     [r"I would charge about \$\d+\.\d\d", r"own sum", r"75%"], "target_salary"),
    ("They want me on salary, 62k, but it's 50 hours a week as an assistant manager in a grocery store in Reno. Fair?",
     [r"\$62,000 a year", r"\$23\.85 an hour"], "hours_per_week"),
    ("Company A: 72k + 10% bonus in Omaha. Company B: $38/hr, 36 hours a week, in Omaha too. Both as a network administrator. Which one?",
     [r"\$72,000 a year", r"\$7,200", r"\$71,136"], "hours_per_week"),
    ("I make 22/h and work 50 hours a week as a welder in Tulsa. What do I make a year?",
     [r"\$62,920 a year", r"\$45,760", r"\$17,160"], "hours_per_week"),
    ("As an independent contractor graphic artist I bill $40/h, about 25 billable hours a week, in Portland Oregon. Too low?",
     [r"\$40 an hour on contract", r"25 billed hours a week", r"\$52,000"], "hours_per_week"),
    ("is a GS-12 step 4 IT specialist in Huntsville better paid than private companies?",
     [r"General Schedule", r"Huntsville"], "hours_per_week"),
    ("what's the going rate for a GS-11 data analyst in Hampton Roads vs private sector",
     [r"General Schedule", r"Virginia Beach"], "hours_per_week"),
    ("I want to go freelance as a translator in Miami, what do I need per hour to match a normal salary?",
     [r"I would charge about \$\d+\.\d\d", r"Miami"], "present_pay"),
    # Ten more; at first sight eight were answered as they are here (a level beside an offer, a rate beside a salary were not).
    ("I get 2,400 every two weeks as a paralegal in Denver, is that good?", [r"\$62,400", r"Denver"], "hours_per_week"),
    ("I make 2,400 as a paralegal in Denver. Is that okay?", [r"two weeks", r"month\?"], "present_pay"),
    ("They offer $4,100 semi-monthly for a civil engineer in Tampa. Fair?", [r"\$98,400", r"Tampa"], "present_pay"),
    ("Offer as a software engineer L5 in Seattle: 210k base, 60k sign-on, 400k RSUs over 4 years. Good?",
     [r"\$210,000 a year", r"\$60,000 once as a sign-on", r"\$400,000 in shares", r"L5"], "present_pay"),
    ("A client wants me as a contract DevOps engineer in Chicago for 520 a day. vs my salary of 118k?",
     [r"\$520 a day on contract", r"\$118,000", r"29\.8%"], "target_salary"),
    ("I'm an E-5 electronics technician in San Diego leaving the Navy. What does that pay as a civilian?",
     [r"San Diego", r"whatever the grade"], "present_pay"),
    ("tier 2 help desk in Boise at $21.50 an hour, am I underpaid?", [r"\$44,720", r"Boise"], "hours_per_week"),
    ("what does a forward deployed engineer make in New York?", [r"not counted on their own", r"New York", r"\$166,180"], "present_pay"),
    ("how much is an elementary school teacher paid per hour in Ohio?", [r"\$\d\d\.\d\d an hour", r"2,080 hours"], "present_pay"),
    ("I have 1099 work at $70/h on the table and a W2 job at 110k plus benefits, both UX designer in Portland, Oregon. Which is more?",
     [r"\$70 an hour", r"\$110,000", r"29\.8%"], "hours_per_week"),
]  # fmt: skip


@pytest.fixture(scope="module")
def coach() -> Iterator[Coach]:
    with Coach(offline=True) as made:
        yield made


def test_pay_is_brought_to_one_measure(coach: Coach) -> None:
    """Seventeen of the twenty at least; none leaves a false fact behind."""
    wrong = []
    for place, (said, patterns, empty) in enumerate(TOLD):
        reply = coach.ask(said, thread=f"told-{place}")
        assert getattr(reply.profile, empty) is None
        if not all(re.search(each, reply.reply) for each in patterns):
            wrong.append(said)
    assert len(wrong) <= 3, wrong


def test_what_to_charge_is_answered_of_the_work_that_was_told(coach: Coach) -> None:
    coach.ask("I'm a freelance graphic designer in Austin, TX.", thread="charge")
    reply = coach.ask("What should I charge?", thread="charge").reply
    assert "I would charge about $" in reply and "Austin" in reply
