"""Postings of running text: what a sentence asks for, gives or only tells of the employer, and what is the person's beside it."""

from datetime import date

import pytest
from langchain_core.messages import HumanMessage

from agent.context import CoachContext
from agent.models import Profile, Understanding
from agent.nlu.posting_parts import parts_of
from agent.nlu.posting_text import posting_in
from agent.nlu.read import understand
from agent.nlu.tagger import default_tagger

TODAY = date(2026, 11, 28)
POSTING = (
    "Tern Freight is hiring a Backend Developer in Memphis, TN. You write Go every day and know PostgreSQL well. "
    "Our front end team uses React; you won't have to. You bring four to six years in backend work. "
    "We'll teach you our own Docker setup. The salary is $120,000 to $140,000 a year."
)


def read(text: str, **extra: str) -> Understanding:
    said = HumanMessage(text, additional_kwargs=dict(extra))
    state = {"messages": [said], "profile": Profile(skills=["SQL"], location="Tulsa")}
    return understand(state, CoachContext(today=TODAY, user="u"), default_tagger())  # type: ignore[arg-type]


def test_a_posting_of_one_paragraph_is_read_sentence_by_sentence() -> None:
    assert [part.kind for part in parts_of(POSTING)] == ["head", "asked", "about", "asked", "given", "given"]
    found = posting_in(POSTING, default_tagger())
    assert {"Go", "PostgreSQL"} <= set(found.skills)
    assert not {"React", "Docker"} & set(found.skills)
    assert (found.title, found.place, found.years) == ("Backend Developer", "Memphis, TN", 4)
    assert [(each.low, each.high) for each in found.pay] == [(120_000, 140_000)]


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("The lab upstairs uses MATLAB, you will not meet it.", "about"),
        ("It is a plus if you know Rust.", "asked"),
        ("We provide training on ServiceTitan.", "given"),
        ("Day to day you pull wire and test circuits.", "duties"),
        ("We are an equal opportunity employer and welcome everybody.", "about"),
    ],
)
def test_a_sentence_tells_its_kind_without_a_heading(sentence: str, kind: str) -> None:
    assert [part.kind for part in parts_of(f"Electrician\n\n{sentence}\n")][-1] == kind


def test_a_sentence_of_another_kind_than_its_heading_counts_as_its_own_only_where_it_is_sure() -> None:
    text = "Welder\n\nAbout us\nWe are three brothers.\nYou must hold a 6G certificate.\n\nRequirements\n- We use Miller welders\n"
    kinds = {text[part.start : part.end].strip(" -"): part.kind for part in parts_of(text)}
    assert kinds["We are three brothers."] == "about"
    assert kinds["You must hold a 6G certificate."] == "asked"
    assert kinds["We use Miller welders"] == "asked"


def test_a_posting_handed_over_is_set_against_the_person_and_nothing_in_it_is_theirs() -> None:
    found = read(POSTING, kind="posting")
    assert ([wish.name for wish in found.wishes], found.changes) == (["posting"], [])
    assert found.dialogue and found.dialogue.posting and found.dialogue.posting.title == "Backend Developer"
    assert found.dialogue.topic.role == "Backend Developer"


def test_hours_told_before_a_pasted_posting_are_the_persons() -> None:
    text = "What am I missing for this? I know Python and SQL, 10 hours a week.\n\n"
    pasted = (
        "Senior AI Platform Engineer - Lark & Finch (Remote)\nYou will own tracing, evals and monitoring. Strong Python, "
        "OpenAI-compatible APIs. 5+ years. Comp: $185k-$215k base plus equity.\n\nFull time, 40 hours a week."
    )
    told = {change.field: change.value for change in read(text + pasted).changes}
    assert told["hours_per_week"] == 10
    assert not {"current_role", "years_experience", "present_pay", "target_salary"} & set(told)


def test_a_text_of_many_sentences_is_read_in_bounded_time() -> None:
    parts = parts_of("We know Go. " * 4000)
    assert len(parts) == 4000


@pytest.mark.parametrize(
    ("told", "asked", "not_asked"),
    [
        ("Hebrew or Yiddish is an advantage.", {"Hebrew", "Yiddish"}, set()),
        ("Should you also know AutoCAD, say so.", {"AutoCAD"}, set()),
        (
            "A high school diploma, experience with air brakes and a CDL are required.",
            {"air brakes", "CDL"},
            set(),
        ),
        ("An OSHA 10 card would be nice, but we teach you AutoCAD.", {"OSHA 10"}, {"AutoCAD"}),
        ("CPA? Not called for. A forklift license is needed.", {"forklift license"}, {"CPA"}),
    ],
)
def test_demands_of_a_sentence_are_named_whatever_the_tagger_takes_them_for(
    told: str, asked: set[str], not_asked: set[str]
) -> None:
    found = posting_in(
        f"We are hiring a mechanic in Boise, Idaho. {told} The pay is $20 an hour.", default_tagger()
    )
    named = " | ".join(found.skills)
    assert all(each in named for each in asked)
    assert not any(each in named for each in not_asked)


def test_years_within_a_demand_are_told_from_what_they_are_of() -> None:
    found = posting_in(
        "We are hiring a mechanic in Boise, Idaho. Three years turning wrenches on anything heavy. The pay is $20 an hour.",
        default_tagger(),
    )
    assert (found.years, found.place) == (3, "Boise, Idaho")
    assert "turning wrenches" in found.skills


@pytest.mark.parametrize(
    ("first", "title"),
    [
        ("Cheese Affineur", "Cheese Affineur"),
        ("Scale House Attendant - Ogallala Grain", "Scale House Attendant"),
        ("Join our team!", None),
        ("About us", None),
    ],
)
def test_a_job_that_no_table_knows_is_named_by_the_first_line(first: str, title: str | None) -> None:
    text = f"{first}\n\nWe pack things with care. HACCP is needed. $20 an hour."
    assert posting_in(text, default_tagger()).title == title
