"""The page over a scripted policy: a conversation, a plan that waits, and what a person does with it."""

from typing import Any

import pytest

from agent.session.coach import Coach
from tests.fakes import WAGE_CLAIM
from tests.web.conftest import Window, text


@pytest.fixture
def drafted(window: Window) -> Window:
    window.say("plan tester")
    return window


@pytest.fixture
def delivered(drafted: Window) -> Window:
    drafted.decide("approve")
    return drafted


def test_a_new_page_greets_and_is_a_conversation_of_its_own(window: Window) -> None:
    first, second = window.get(""), window.get("")
    assert first.url != second.url and "thread=" in str(first.url)
    assert "name my sources" in first.text and first.text.count("formnovalidate") == 3


def test_a_reply_stands_with_its_sources(window: Window) -> None:
    page = window.say("wages")
    person, coach = page.select("#log article")
    assert person["class"] == ["person"] and coach["class"] == ["coach"]
    cited = coach.select_one("a[href^='#']")
    assert cited is not None and WAGE_CLAIM in text(page, f"{cited['href']} + dd")
    assert "Test wages, Test office, May 2025" in text(page, "#log details dd")


def test_what_was_typed_or_written_cannot_run(window: Window) -> None:
    page = window.say(
        "<script>alert(1)</script> **b** [x](javascript:alert(1)) ![i](http://evil.example/i.png)"
    )
    assert [script["src"] for script in page.select("script")] == ["static/page.js"]
    assert not page.select("#log img, #log a[href^=javascript], #log .person :is(strong, a)") and page.select(
        "#log .coach strong"
    )
    assert "<script>alert(1)</script>" in text(page, "#log .person")


def test_a_link_of_a_reply_opens_elsewhere_and_tells_it_nothing(window: Window) -> None:
    link = window.say("see [this](https://example.org/a)").select_one("#log .coach a")
    assert link is not None and (link["target"], link["rel"]) == ("_blank", ["noreferrer"])


def test_a_form_that_is_sent_twice_is_answered_once(window: Window, coach: Coach) -> None:
    key = window.show().find("input", {"name": "key"})
    assert key is not None
    for _ in range(2):
        window.say("hello", key=key["value"])
    assert len(coach.show("t1").messages) == 2


def test_the_plan_waits_beside_the_conversation(drafted: Window) -> None:
    page = drafted.show()
    assert "Draft plan, version 1" in text(page, "#plan h2") and "A plan waits" in text(page, "title")
    assert {figure["aria-label"] for figure in page.select("#plan figure")} == {"Timeline"}
    assert page.select_one("#plan svg title") and WAGE_CLAIM in text(page, "#plan .item")
    assert not page.select("#progress, a[download]")


def test_nothing_but_the_button_delivers(drafted: Window) -> None:
    for words in ("approve", "I approve the plan", "yes"):
        assert "Draft plan" in text(drafted.say(words), "#plan h2")


def test_approved_is_delivered(drafted: Window, coach: Coach) -> None:
    page = drafted.decide("approve")
    assert "Your plan, version 1" in text(page, "#plan h2") and "Approved by local" in text(page, "#plan")
    assert not page.select("#approve, #reject, #change")
    assert [plan.version for plan in coach.show("t1").plans] == [1]


def test_rejected_is_drafted_anew_with_the_reason(drafted: Window, coach: Coach) -> None:
    page = drafted.decide("reject", reason="hours 5")
    assert "Draft plan" in text(page, "#plan h2")
    assert coach.show("t1").profile.hours_per_week == 5
    assert "reason" in text(drafted.decide("reject", status=422), "#alert")


def test_an_older_window_is_asked_again(drafted: Window, coach: Coach) -> None:
    older = drafted.show()
    drafted.decide("change", **{"next_actions.text": "", "M1.title": "Begin well"})
    for decision, fields in (
        ("approve", {}),
        ("change", {"M1.title": "Another"}),
        ("reject", {"reason": "less"}),
    ):
        page = drafted.decide(decision, older, **fields)
        assert "earlier draft" in text(page, "#log article:last-child")
        assert "Begin well" in text(page, "#plan h4") and not coach.show("t1").plans
    drafted.decide("approve")
    assert [milestone.title for milestone in coach.show("t1").plans[0].milestones] == ["Begin well"]


@pytest.mark.parametrize(
    ("fields", "milestone"),
    [
        ({"M1.title": "Start"}, {"title": "Start"}),
        ({"M1.hours": "12.5"}, {"hours": 12.5}),
        ({"M1.start_week": "2", "M1.end_week": "4"}, {"start_week": 2, "end_week": 4}),
        ({"M1.proof": "A report."}, {"proof": "A report."}),
    ],
)
def test_a_milestone_is_edited(
    drafted: Window, coach: Coach, fields: dict[str, str], milestone: dict[str, Any]
) -> None:
    drafted.decide("change", **fields)
    drafted.decide("approve")
    held = coach.show("t1").plans[0].milestones[0].model_dump()
    assert {name: held[name] for name in milestone} == milestone


def test_statements_are_edited_and_those_left_alone_keep_their_evidence(
    drafted: Window, coach: Coach
) -> None:
    page = drafted.decide("change", **{"pay.text": f"{WAGE_CLAIM}\r\nI need more than that."})
    assert "I need more than that. (your words)" in text(page, "#plan li")
    drafted.decide("approve")
    claims = coach.show("t1").plans[0].sections[0].claims
    assert [(claim.by, bool(claim.evidence)) for claim in claims] == [("coach", True), ("person", False)]


def test_an_item_is_left_out(drafted: Window) -> None:
    page = drafted.decide("change", **{"pay.out": "on"})
    assert not page.select("textarea[name='pay.text']")


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({}, "Nothing was changed"),
        ({"M1.hours": "many"}, "The hours of M1 is a number, not many."),
        ({"M1.start_week": "4", "M1.end_week": "2"}, "goes from week 4 to week 2"),
        ({"M1.title": " "}, "no title"),
    ],
)
def test_a_change_that_cannot_be_made_is_said(drafted: Window, fields: dict[str, str], said: str) -> None:
    before = drafted.show().select("#plan")
    assert said in text(drafted.decide("change", status=422, **fields), "#alert")
    assert drafted.show().select("#plan") == before


@pytest.mark.parametrize(
    ("form", "type_"),
    [
        ("md", "text/markdown"),
        ("html", "text/html"),
        ("pdf", "application/pdf"),
        ("ics", "text/calendar"),
        ("json", "application/json"),
    ],
)
def test_the_plan_is_taken_along(delivered: Window, form: str, type_: str) -> None:
    link = delivered.show().select_one(f"#plan a[href$='format={form}']")
    assert link is not None
    answer = delivered.get(str(link["href"]))
    assert (
        answer.status_code == 200
        and answer.headers["content-type"].startswith(type_)
        and len(answer.content) > 300
    )
    assert answer.headers["content-disposition"] == f'attachment; filename="career-plan-1.{form}"'


@pytest.mark.parametrize(
    "query", ["format=exe", "format=md&version=9", "", "format=../x", "format=md&version=" + "9" * 5_000]
)
def test_an_export_that_there_is_not_is_said(delivered: Window, query: str) -> None:
    assert delivered.get(f"export?thread=t1&{query}").status_code == 422


def test_a_draft_is_not_exported(drafted: Window) -> None:
    answer = drafted.get("export?thread=t1&format=md")
    assert answer.status_code == 422 and "no approved plan" in answer.text


def test_progress_is_ticked_off(delivered: Window) -> None:
    page = delivered.send("progress", done="M1")
    assert page.select("#progress input[disabled][value='M1']")
    page = delivered.send("progress", lost_weeks="2")
    assert "lost 2 weeks" in text(page, "#log .person:nth-last-child(2)")


@pytest.mark.parametrize("fields", [{}, {"lost_weeks": "-1"}, {"lost_weeks": "99"}, {"done": "M9"}])
def test_progress_that_cannot_be_is_said(delivered: Window, fields: dict[str, str]) -> None:
    assert text(delivered.send("progress", status=422, **fields), "#alert")


@pytest.mark.parametrize("thread", ["", "a\nb", "x" * 129])
def test_a_thread_that_cannot_be_is_said(window: Window, thread: str) -> None:
    assert "thread id" in text(window.say("hello", thread=thread, status=422), "#alert")


def test_any_name_of_a_thread_works(window: Window) -> None:
    thread = "a/b ?&#%\u00e9"
    assert "You said: hello" in text(window.say("hello", thread=thread), "#log .coach")
    link = next(
        link for link in window.say("hello", thread=thread).select("nav a") if link["href"] == "threads"
    )
    listed = window.get(str(link["href"]))
    assert "a%2Fb" in listed.text or "a/b%20" in listed.text


def test_a_thread_of_somebody_else_stays_theirs(window: Window, coach: Coach) -> None:
    coach.ask("a secret", thread="theirs", user="other")
    for answer in (
        window.get("?thread=theirs"),
        window.get("events?thread=theirs"),
        window.get("export?thread=theirs"),
    ):
        assert answer.status_code == 422 and "secret" not in answer.text
    window.say("hello", thread="theirs", status=422)


@pytest.mark.parametrize("message", ["", "   ", "a\x00b", "x" * 50_001])
def test_a_message_that_cannot_be_is_said(window: Window, message: str) -> None:
    assert text(window.say(message, status=422), "#alert")


def test_a_flood_is_refused(window: Window) -> None:
    assert "too long" in text(window.say("x" * 2_000_001, status=422), "#alert")
    assert "too many" in text(
        window.send("say", status=422, **{f"f{number}": "x" for number in range(5_001)}), "#alert"
    )


def test_what_is_remembered_begins_the_next_conversation(delivered: Window) -> None:
    page = delivered.show("t2")
    assert "tester" in text(page, "#about dd") and "coach profile forget" in text(page, "#about")
    assert "tester" in text(delivered.say("hello", thread="t2"), "#about dd")
