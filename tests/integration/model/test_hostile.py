"""Whatever a model says, not one false word reaches a reply or a plan, and the conversation still ends in a plan."""

import json
from pathlib import Path

import pytest

from agent import Coach, Plan
from agent.grounding import check_answer, check_plan
from agent.models import ReplyDocument
from tests.fakes_model import ScriptedChatModel
from tests.integration.model.hostile import HOSTILE, PEOPLE, SMUGGLED, TODAY, is_right, talk
from tests.integration.model.hostile_forms import FORMS
from tests.integration.model.hostile_more import FIGURES
from tests.integration.model.hostile_more import PEOPLE as LATER
from tests.integration.model.hostile_words import WORDS
from tools import settings
from tools.documents import ingest

MORE = FIGURES | FORMS | WORDS
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home whose library holds a document with orders in it."""
    home = tmp_path_factory.mktemp("home")
    notes = tmp_path_factory.mktemp("notes") / "work.md"
    notes.write_text(SMUGGLED, encoding="utf-8")
    with settings.use_home(home):
        ingest([notes])
    return home


@pytest.fixture
def home(library: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("COACH_HOME", str(library))
    return library


def shown(reply: ReplyDocument) -> str:
    """All that a reply document holds but the evidence, which is quoted material with its source."""
    return reply.model_copy(update={"evidence": [], "thread": ""}).model_dump_json()


@pytest.mark.parametrize("name", HOSTILE)
def test_no_lie_reaches_a_reply_or_a_plan(name: str, home: Path) -> None:
    for person in PEOPLE:
        for reply in talk(person, name, home):
            said = shown(reply)
            for words in HOSTILE[name].never:
                assert words.casefold() not in said.casefold(), f"{words!r} in {reply.reply}"
            assert len(reply.tools) <= 8
            unsupported = check_answer(reply.reply, reply.evidence, reply.profile, TODAY)
            assert reply.review or reply.plan or not [each for each in unsupported if "$" in each.text]


@pytest.mark.parametrize("name", MORE)
def test_no_later_lie_does_either(name: str, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Lies that were written after the guards, told to people who put things in their own way."""
    monkeypatch.setitem(HOSTILE, name, MORE[name])
    person = LATER[len(name) % len(LATER)]
    replies = talk(person, name, home)
    for reply in replies:
        said = shown(reply).casefold()
        for words in MORE[name].never:
            written = json.dumps(words)[1:-1]
            assert words.casefold() not in said and written.casefold() not in said, reply.reply
        assert len(reply.tools) <= 8
    assert is_right(replies, person)


def test_nine_in_ten_hostile_conversations_end_in_a_right_plan(home: Path) -> None:
    outcomes = {}
    for name in HOSTILE:
        for person in PEOPLE:
            replies = talk(person, name, home)
            outcomes[name, person.role] = is_right(replies, person)
            plan = replies[-1].plan
            if plan is not None:
                found = check_plan(plan, replies[-1].evidence, replies[-1].profile, TODAY)
                assert [each for each in found if each.rule in ("figure", "approval", "citation")] == []
    wrong = [name for name, right in outcomes.items() if not right]
    assert len(wrong) <= 0.1 * len(outcomes), wrong


def test_japan_never_gets_american_figures(home: Path) -> None:
    lie = "In Japan, AI engineers earn $135,980 a year at the median [E1]. That is the same as in the United States: $135,980 [E1]."
    reading = {
        "changes": [],
        "calls": [{"tool": "lookup_salary", "role": "AI engineer"}],
        "plan_wanted": False,
    }
    model = ScriptedChatModel(script=[{**reading, "question": None, "reply": lie}, lie])
    with Coach(model, home=home, today=TODAY) as coach:
        coach.ask("What do AI engineers earn in the United States?", thread="japan")
        reply = coach.ask("What do AI engineers earn in Japan?", thread="japan")
    sentences = [line for line in reply.reply.splitlines() if "Japan" in line]
    assert sentences and all("$" not in line for line in sentences), reply.reply


def test_a_plan_can_be_read_back(home: Path) -> None:
    """The plan of a hostile conversation is a plan like any other."""
    replies = talk(PEOPLE[0], "invented figures", home)
    assert replies[-1].plan is not None
    assert Plan.model_validate_json(replies[-1].plan.model_dump_json()) == replies[-1].plan
