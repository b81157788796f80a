"""How moves become one reply: order, length, one question, nothing twice, what failed, what was taken in."""

import pytest

import prompts
from agent.coaching import compose as composing
from agent.coaching.findings import Findings
from agent.coaching.lines import Cited, Question, Said, line, line_about
from agent.coaching.noted import noted
from agent.coaching.thresholds import MOST_NOTED
from agent.coaching.view import View
from agent.models import DialogueState, Profile, ProfileChange, Subject, ToolResult, Wish
from tests.unit.coaching.asking import TODAY, about, ask
from tools.errors import DataError


def test_a_figure_brings_its_evidence_into_the_line() -> None:
    said = line_about(
        "pay.wider",
        about={"place": Cited("Ohio", "E7"), "asked": "Columbus", "named": "roofers", "other": "x"},
    )
    assert said.evidence == ("E7",) and "Ohio" in said.text
    with pytest.raises(DataError):
        line("pay.wider", place="Ohio")


def test_wishes_are_answered_in_the_order_of_the_message() -> None:
    pay, market = (
        Wish(name=name, subjects=about("nurse practitioner", "Boise")) for name in ("pay", "market")
    )
    one, other = ask(pay, market), ask(market, pay)
    assert one.text.index("median") < one.text.index("work in")
    assert other.text.index("work in") < other.text.index("median") and one.unsupported == []


def test_at_most_one_question_is_asked_and_the_weightiest() -> None:
    reply = ask(
        Wish(name="options"), Wish(name="ask_for"), Wish(name="pay", subjects=about("nurse", "springfield"))
    )
    assert reply.text.count("?") == 1 and reply.dialogue.asked in ("current", "target", "place")


def test_the_same_wish_is_answered_once() -> None:
    pay = Wish(name="pay", subjects=about("UX designer", "Chicago"))
    assert ask(pay, pay).text == ask(pay).text


def test_what_was_heard_is_not_said_again_but_the_answer_is() -> None:
    wish = Wish(name="market", subjects=about("software developer", "Austin"))
    first = ask(wish)
    again = ask(wish, dialogue=first.dialogue)
    assert again.words < first.words and again.text != first.text
    assert "fell by" in again.text and "median" in again.text


@pytest.mark.parametrize(
    "tool", ["lookup_salary", "summarize_job_market", "generate_roadmap", "search_documents", "suggest_roles"]
)
def test_a_call_that_failed_is_said_in_one_sentence(tool: str) -> None:
    failed = ToolResult.model_validate({"name": tool, "ok": False, "error": "TimeoutError: 5 s"})
    view = View(Profile(), DialogueState(), Findings([], [], [], [], [failed, failed]), TODAY)
    wish = Wish(name="pay", subjects=[Subject(role="nurse")])
    text = composing.compose([wish], view).text
    assert text.count("did not work") == 1 and "TimeoutError" not in text and "\n" not in text


def change(field: str, value: object, op: str = "set") -> ProfileChange:
    return ProfileChange.model_validate({"field": field, "value": value, "op": op})


def test_only_what_the_reply_did_not_use_is_noted() -> None:
    told = [change("location", "Chicago"), change("hours_per_week", 10), change("years_experience", 1)]
    wish = Wish(name="pay", subjects=about("UX designer", "Chicago"))
    text = ask(wish, changes=told).text
    assert text.splitlines()[-1] == "*Noted: your 10 hours a week and your 1 year.*"


def test_what_is_noted_is_short_and_nothing_taken_back_is_in_it() -> None:
    skills = [change("skills", [f"Tool {letter}" for letter in "abcdefgh"], "add")]
    said = noted([*skills, change("location", None, "clear")], "")
    assert said is not None and said.text.count("Tool") == MOST_NOTED and "4 more" in said.text
    assert noted([change("location", "Ohio")], "In Ohio it is so.") is None


def test_feelings_get_no_list_of_facts() -> None:
    assert "Noted" not in ask(Wish(name="crisis"), changes=[change("location", "Ohio")]).text


def test_a_question_keeps_the_wishes_it_was_asked_for() -> None:
    view = View(Profile(), DialogueState(), Findings([], [], [], [], []), TODAY)
    wish = Wish(name="compare")
    after = composing.compose([wish], view).dialogue
    assert after is not None and after.held == [wish] and after.asked == "which"
    assert Said(question=Question("which", line("compare.with_what"), 1)) != Said()


ROOMS = (
    "pay",
    "offer",
    "ask_for",
    "compare",
    "worth_it",
    "which_first",
    "market",
    "options",
    "not_known",
    "noted",
    "failures",
    "tables",
)


@pytest.mark.parametrize("room", ROOMS)
def test_wording_is_one_short_sentence_a_key(room: str) -> None:
    for key, said in prompts.replies(room).items():
        assert isinstance(key, str) and isinstance(said, str), key
        if room != "tables":
            assert said == said.strip() and len(said) < 260 and said[-1] in ".?,", key


def test_what_a_role_pays_is_told_once() -> None:
    known = Profile(current_role="bookkeeper", location="Raleigh")
    worth, pay = (Wish(name=name, subjects=about("data analyst")) for name in ("worth_it", "pay"))
    reply = ask(worth, pay, profile=known)
    assert reply.spoken.count("$50,200") == 1 and reply.text.count("| data scientists") == 1
    assert reply.unsupported == []
