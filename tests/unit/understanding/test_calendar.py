"""When a person begins and when they have no time: wordings, what they are not, and corrections."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agent.models import Profile
from agent.models.changes import apply_changes
from agent.policy.offline.understanding.calendar import told_time
from agent.policy.offline.understanding.text import read_message
from tests.unit.understanding.test_robustness import read
from tools.roadmap.calendars import read_period

TODAY = date(2026, 11, 22)  # a Sunday


def after(text: str, **held: Any) -> Profile:
    """The profile after a message."""
    profile = Profile(**held)
    told = told_time(read_message(text).clauses, profile, TODAY, planned=False)
    return apply_changes(profile, told.changes)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("I start on 4 January", {"start_date": "2027-01-04"}),
        ("I'm away the last two weeks of December", {"busy": ["2026-12-18..2026-12-31"]}),
        ("no time in August", {"busy": ["2027-08-01..2027-08-31"]}),
        ("we have a baby due in March, so nothing that month", {"busy": ["2027-03-01..2027-03-31"]}),
        ("only 3 hours a week in December", {"busy": ["2026-12-01..2026-12-31@3"]}),
        ("10 hours a week but only 3 in December", {"busy": ["2026-12-01..2026-12-31@3"]}),
        ("10 hours a week, except in August", {"busy": ["2027-08-01..2027-08-31"]}),
        ("I have 10 hours a week from January", {"start_date": "2027-01-01"}),
        ("I'll begin studying in two weeks", {"start_date": "2026-12-06"}),
        ("can't start until 4 January", {"start_date": "2027-01-04"}),
        ("I'm busy until February", {"start_date": "2027-02-01"}),
        ("not before mid January please", {"start_date": "2027-01-11"}),
        ("Could we start in January instead?", {"start_date": "2027-01-01"}),
        ("I'm on vacation from 20 December to 3 January", {"busy": ["2026-12-20..2027-01-03"]}),
        ("Dec 20 - Jan 3 I'm away", {"busy": ["2026-12-20..2027-01-03"]}),
        ("half the time in August, 8 hours a week otherwise", {"busy": ["2027-08-01..2027-08-31@4"]}),
        ("the week after Easter I'm travelling", {"busy": ["2027-03-30..2027-04-05"]}),
        ("no studying between 10 and 24 July", {"busy": ["2027-07-10..2027-07-24"]}),
        ("I'm unavailable 2026-12-18 to 2027-01-03", {"busy": ["2026-12-18..2027-01-03"]}),
        ("from March on I have 15 hours a week. Right now it's 6 hours a week.", {"busy": ["2027-03-01..@15"]}),
        ("Let's begin on the 11th of January.", {"start_date": "2027-01-11"}),
        ("I won't have any time between Dec 24 and Jan 2", {"busy": ["2026-12-24..2027-01-02"]}),
        ("We're going on honeymoon in September, so count that month out", {"busy": ["2027-09-01..2027-09-30"]}),
        ("my plan should start in the new year", {"start_date": "2027-01-01"}),
        ("I'm free from 1 February onwards", {"start_date": "2027-02-01"}),
        ("the first two weeks of April are blocked", {"busy": ["2027-04-01..2027-04-14"]}),
        ("During July I can manage just 4 hours a week", {"busy": ["2027-07-01..2027-07-31@4"]}),
        ("I can study 12 hours per week, though in June only 5", {"busy": ["2027-06-01..2027-06-30@5"]}),
        ("I'll be in hospital the week of 18 January", {"busy": ["2027-01-18..2027-01-24"]}),
        ("skip Thanksgiving week", {"busy": ["2026-11-26..2026-11-29"]}),
        ("I'd rather not start before March 1st", {"start_date": "2027-03-01"}),
        ("parental leave May through July, no studying", {"busy": ["2027-05-01..2027-07-31"]}),
        ("beginning 2 December I can put in 6 hours a week", {"start_date": "2026-12-02"}),
        ("not available from 5/1 to 5/14", {"busy": ["2027-05-01..2027-05-14"]}),
        ("tax season is crazy for me, so nothing from February to mid April", {"busy": ["2027-02-01..2027-04-20"]}),
        ("Please start me on Monday", {"start_date": "2026-11-23"}),
        ("We are moving house in the second half of January and I can't do anything then", {"busy": ["2027-01-16..2027-01-31"]}),
        ("8 hours a week until the end of March, after that 12 hours a week", {"busy": ["2026-11-22..2027-03-31@8"]}),
        ("I can't do anything until after New Year's Day", {"start_date": "2027-01-02"}),
        ("no time over easter", {"busy": ["2027-03-26..2027-03-29"]}),
        ("I travel for work all of May", {"busy": ["2027-05-01..2027-05-31"]}),
        ("block off 14 to 28 February please", {"busy": ["2027-02-14..2027-02-28"]}),
        ("I take a two week holiday in August", {"busy": ["2027-08-01..2027-08-14"]}),
        ("start date 15 March 2027, 9 hours weekly", {"start_date": "2027-03-15"}),
        ("can you move the start to the 7th of December?", {"start_date": "2026-12-07"}),
        ("I'm a teacher so I've got 25 hours a week in July and August but only 6 otherwise", {"busy": ["2027-07-01..2027-08-31@25"]}),
        ("I'll be deployed overseas March 3 through May 20", {"busy": ["2027-03-03..2027-05-20"]}),
        ("hold off until 10 January", {"start_date": "2027-01-10"}),
        ("august off, 7h a week the rest of the time", {"busy": ["2027-08-01..2027-08-31"]}),
        ("I may be able to start in May", {"start_date": "2027-05-01"}),
        ("Kick off would be 8 February for me", {"start_date": "2027-02-08"}),
        ("I will be on maternity leave starting in April, so keep April to June empty", {"busy": ["2027-04-01..2027-06-30"]}),
        ("summer is impossible", {"busy": ["2027-06-01..2027-08-31"]}),
        ("I don't want to study over the Christmas break", {"busy": ["2026-12-24..2027-01-01"]}),
        ("nurse, night shifts, no time in jan", {"busy": ["2027-01-01..2027-01-31"]}),
        ("20h/week in july", {"busy": ["2027-07-01..2027-07-31@20"]}),
        ("we'll be backpacking through Peru from 3 to 25 April", {"busy": ["2027-04-03..2027-04-25"]}),
        ("I've got my finals in the first week of May so I'm out that week", {"busy": ["2027-05-01..2027-05-07"]}),
        ("Earliest I could get going is 1 March", {"start_date": "2027-03-01"}),
        ("I can get going on the 1st of March", {"start_date": "2027-03-01"}),
        ("work is hectic in November and December, I can do 2 hours a week at most then", {"busy": ["2026-11-01..2026-12-31@2"]}),
        ("not in July please, my kids are home", {"busy": ["2027-07-01..2027-07-31"]}),
        ("I'll take the whole of August off", {"busy": ["2027-08-01..2027-08-31"]}),
        ("I'm away 5-9 April", {"busy": ["2027-04-05..2027-04-09"]}),
        ("no plans for the week after Christmas please", {"busy": ["2026-12-27..2027-01-02"]}),
        ("count on 6 hours a week, but from mid December to mid January only 1", {"busy": ["2026-12-11..2027-01-20@1"]}),
        ("I need a plan that begins next week", {"start_date": "2026-11-23"}),
        ("January 2027 doesn't work for me", {"busy": ["2027-01-01..2027-01-31"]}),
        ("I can't put any hours in before February", {"start_date": "2027-02-01"}),
        ("we get a baby in March; nothing that month, and half the hours in April. Otherwise 8 hours a week", {"busy": ["2027-03-01..2027-03-31", "2027-04-01..2027-04-30@4"]}),
        ("I'd begin in the first week of February", {"start_date": "2027-02-01"}),
        ("My starting date will be the 18th of January 2027", {"start_date": "2027-01-18"}),
        ("I am not free before 10 March", {"start_date": "2027-03-10"}),
        ("we move house in April, no studying that month", {"busy": ["2027-04-01..2027-04-30"]}),
        ("I have jury duty 8-19 February so zero hours", {"busy": ["2027-02-08..2027-02-19"]}),
        ("In July and August I've only got 2 hours per week", {"busy": ["2027-07-01..2027-08-31@2"]}),
        ("please don't schedule anything between 1 and 15 May", {"busy": ["2027-05-01..2027-05-15"]}),
        ("I'll be out of the country from Jan 9 to Jan 23", {"busy": ["2027-01-09..2027-01-23"]}),
        ("I could start as early as next Monday", {"start_date": "2026-11-23"}),
        ("we're expecting in June; nothing in June and July", {"busy": ["2027-06-01..2027-07-31"]}),
        ("no time around Easter", {"busy": ["2027-03-26..2027-03-29"]}),
        ("until the end of February I can only give it 3 hours a week", {"busy": ["2026-11-22..2027-02-28@3"]}),
        ("deployment March 1 - April 15, can't study", {"busy": ["2027-03-01..2027-04-15"]}),
        ("Let me start after the holidays", {"start_date": "2027-01-02"}),
        ("start me in 3 weeks", {"start_date": "2026-12-13"}),
        ("the first ten days of January are gone for family visits", {"busy": ["2027-01-01..2027-01-10"]}),
        ("spring is packed for me", {"busy": ["2027-03-01..2027-05-31"]}),
        ("my summer vacation is 19 July to 6 August", {"busy": ["2027-07-19..2027-08-06"]}),
        ("I'd be starting in mid-February", {"start_date": "2027-02-11"}),
        ("I've got 6 hours a week, from March 12.", {"start_date": "2027-03-12"}),
        ("could it start two weeks later?", {"start_date": "2026-12-06"}),
        ("please push the start back by a month", {"start_date": "2026-12-22"}),
        ("from 1 to 9 May I'm at a wedding in Spain", {"busy": ["2027-05-01..2027-05-09"]}),
        ("we'll be in Portugal 3-17 August", {"busy": ["2027-08-03..2027-08-17"]}),
    ],
)  # fmt: skip
def test_start_and_busy_times_are_read(text: str, told: dict[str, Any]) -> None:
    profile = after(text)
    assert {"start_date": profile.start_date, "busy": profile.busy} == {"start_date": None, "busy": []} | told


@pytest.mark.parametrize(
    ("text", "held", "told"),
    [
        ("I do have time in August after all", {"busy": ["2027-08-01..2027-08-31"]}, {"busy": []}),
        ("actually I'm only away the last week of December", {"busy": ["2026-12-18..2026-12-31"]}, {"busy": ["2026-12-25..2026-12-31"]}),
        ("start right away instead", {"start_date": "2027-01-04"}, {"start_date": None}),
        ("forget about my holidays", {"busy": ["2026-12-18..2026-12-31"]}, {"busy": []}),
        ("From April I'll have 20 hours a week", {"hours_per_week": 8}, {"busy": ["2027-04-01..@20"]}),
        ("the trip to Italy is cancelled, so May is free again", {"busy": ["2027-05-03..2027-05-20"]}, {"busy": []}),
        ("sorry, I meant I start on 11 January, not the 4th", {"start_date": "2027-01-04"}, {"start_date": "2027-01-11"}),
        ("no fixed start date any more", {"start_date": "2027-01-04"}, {"start_date": None}),
        ("from January onwards it's 12 hours a week", {"hours_per_week": 6}, {"busy": ["2027-01-01..@12"]}),
        ("August works after all", {"busy": ["2027-08-01..2027-08-31"]}, {"busy": []}),
        ("we cancelled the April trip so I can study then as usual", {"busy": ["2027-04-03..2027-04-20"]}, {"busy": []}),
        ("start two weeks later", {"start_date": "2027-01-04"}, {"start_date": "2027-01-18"}),
        ("can we start a week earlier?", {"start_date": "2027-01-04"}, {"start_date": "2026-12-28"}),
    ],
)  # fmt: skip
def test_they_are_corrected(text: str, held: dict[str, Any], told: dict[str, Any]) -> None:
    profile = after(text, **held)
    kept = {"start_date": held.get("start_date"), "busy": held.get("busy", [])}
    assert {"start_date": profile.start_date, "busy": profile.busy} == kept | told


@pytest.mark.parametrize(
    "text",
    [
        "I was away in August",
        "I can squeeze in 45 min before work monday to friday",
        "I am thinking of moving into data engineering by December 2027",
        "I start a new job in January",
        "my new job starts on 4 January",
        "I want to start working as a nurse in January",
        "I want to be there by December 2027",
        "I want to become a data engineer in 6 months",
        "What is demand like in August?",
        "If I had no time in August, what then?",
        "my wife is away in August",
        "I want to start before Christmas",
        "no study in Ramadan",
        "I began in 2019 as a welder",
        "I started my current job in March",
        "classes start in September",
        "I have to finish by the end of August",
        "I'd like to be working as a data analyst by next summer",
        "Does hiring slow down in December?",
        "my sister is on maternity leave until June",
        "What would change if I started in February?",
        "I quit my job in October and have been travelling since",
        "Weekends in December are out",
        "my surgery is on 14 January and I'll be recovering for three weeks after that",
        "I became a nurse in May 2015",
        "I want to earn 90k by January",
        "My lease ends in March",
        "I'm starting at a new company in February",
        "The bootcamp begins on 4 January",
        "Is it too late to start in January?",
        "I've been off work since October",
        "They don't hire in August anyway",
        "I was on vacation from 1 to 10 November, now I'm back",
        "could you leave the last week of every month free",
        "In two months I'd start",
        "let's say I begin Jan 18",
        "I have surgery in February and will need the whole month to recover",
        "I hate winter",
        "My boss is away until March",
        "the course I took started in January 2025",
        "how is the market in 2027?",
        "I'll be 40 in May",
        "I want the job before summer",
        "I can't work nights in December",
        "I'm in Austin from March to May",
        "we want to move 2 months later",
        "I want to start earning two years later",
    ],
)  # fmt: skip
def test_other_days_are_left_alone(text: str) -> None:
    told = told_time(read_message(text).clauses, Profile(), TODAY, planned=False)
    assert not told.changes
    assert [clause.text for clause in told.clauses]


def test_what_is_read_is_nobodys_deadline_and_no_usual_hours() -> None:
    text = (
        "I'm a nurse in Tulsa with 10 hours a week, only 3 hours a week in December, and a baby due in March."
    )
    profile = apply_changes(Profile(), read(text).changes)
    assert (profile.hours_per_week, profile.horizon_weeks, profile.location) == (10, None, "Tulsa")
    assert profile.busy == ["2026-12-01..2026-12-31@3"]


def test_vague_words_say_what_they_were_taken_for() -> None:
    told = told_time(read_message("nothing over Christmas").clauses, Profile(), TODAY, planned=False)
    assert told.assumptions == ("“Christmas” counted from 24 December to 26 December 2026",)
    told = told_time(read_message("two weeks of vacation in May").clauses, Profile(), TODAY, planned=False)
    assert "say which days" in told.assumptions[0]


def test_with_a_plan_time_lost_from_today_on_is_progress() -> None:
    clauses = read_message("I will be away for the next two weeks.").clauses
    assert told_time(clauses, Profile(), TODAY, planned=True).clauses == clauses
    assert told_time(clauses, Profile(), TODAY, planned=False).changes


def test_more_hours_within_a_busy_time_take_their_days_out_of_it() -> None:
    held = {"busy": ["2027-06-01..2027-08-31"]}
    text = "I can do 3 hours a week in July"
    assert after(text, **held).busy == [
        "2027-06-01..2027-06-30",
        "2027-07-01..2027-07-31@3",
        "2027-08-01..2027-08-31",
    ]
    assert after(text, busy=["2027-07-01..2027-07-31"]).busy == ["2027-07-01..2027-07-31@3"]


def test_the_order_of_telling_changes_nothing() -> None:
    said = [
        "no time in August",
        "only 3 hours a week in December",
        "I start on 4 January",
        "I'm away 5-9 April",
    ]
    profiles = []
    for order in (said, said[::-1], [said[2], said[0], said[3], said[1]]):
        profile = Profile()
        for text in order:
            told = told_time(read_message(text).clauses, profile, TODAY, planned=False)
            profile = apply_changes(profile, told.changes)
        profiles.append(profile)
    assert profiles[0] == profiles[1] == profiles[2] == after(". ".join(said))


_PIECES = (
    "I start", "on", "31 February", "29 Feb", "0/0", "13/40", "99/99/2027", "in 999999999 months", "no time", "in August",
    "from", "to", "until", "-", "2027-13-45", "2099-12-31", "December 2099", "the last 99 weeks of May", "next week", "holidays",
    "the next 400 months", "for 9999 weeks", "3 hours a week", "only 5", "not", "except", "away", "then", "that month", ",", "and",
    "between", "May", "march", "half", "Easter 2099", "the first weekend of June", "after", "before", "after all", "forget my holidays",
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.sampled_from(_PIECES), max_size=10).map(" ".join),
    st.booleans(),
    st.dates(date(2024, 1, 1), date(2090, 12, 31)),
)
def test_any_days_are_read_without_harm(text: str, planned: bool, today: date) -> None:
    held = Profile(start_date="2027-01-04", busy=["2027-08-01..2027-08-31", "2028-01-01..@5"])
    told = told_time(read_message(text).clauses, held, today, planned=planned)
    profile = apply_changes(held, told.changes)
    assert all(read_period(each) for each in profile.busy)
    if profile.start_date != held.start_date and profile.start_date is not None:
        assert date.fromisoformat(profile.start_date) >= today


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("Make me a plan, start on 4 January", "2027-01-04"),
        ("Make me a plan starting on 4 January", "2027-01-04"),
        ("plan please, starting in March", "2027-03-01"),
        ("Make a plan that starts on 4 January", "2027-01-04"),
        ("Draw up a plan beginning on 1 May", "2027-05-01"),
        ("Please make my plan. Start: 18 January", "2027-01-18"),
    ],
)
def test_a_plan_asked_for_with_its_start_is_still_asked_for(text: str, start: str) -> None:
    understood = read(text)
    assert "plan" in understood.intents
    assert apply_changes(Profile(), understood.changes).start_date == start
