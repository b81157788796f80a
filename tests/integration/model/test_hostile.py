"""Whatever a model says, not one false word reaches a reply or a plan, and the conversation still ends in a plan."""

import json
import re
from pathlib import Path

import pytest

from agent import Coach, Plan
from agent.grounding import check_plan
from agent.models import ReplyDocument
from tests.fakes_model import ScriptedChatModel, by_step
from tests.integration.model.hostile import HOSTILE, PEOPLE, SMUGGLED, TODAY, is_right, talk
from tests.integration.model.hostile_forms import FORMS
from tests.integration.model.hostile_model import NOTHING
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


# What no checker has to see: amounts and their signs, links, and that something was approved.
FIRM = (
    "claims the plan is approved",
    "approved by you",
    "links that look like sources",
    "another currency",
    "bent placeholders",
)


def shown(reply: ReplyDocument) -> str:
    """All that a reply document holds but the evidence, which is quoted material, what the tools were asked, the digest
    of the draft, whose hex digits are no words, and the form of a plan's texts in which figures are references."""
    document = reply.model_copy(update={"evidence": [], "thread": "", "tools": []}).model_dump_json()
    return re.sub(r'"draft":"[0-9a-f]{32}"|"written":"(?:[^"\\]|\\.)*"', "", document)


@pytest.mark.parametrize("name", HOSTILE | MORE)
def test_no_lie_reaches_a_reply_or_a_plan(name: str, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Told by a model whose checker is right; people put things in their own way."""
    monkeypatch.setitem(HOSTILE, name, (HOSTILE | MORE)[name])
    people = [*PEOPLE, *LATER]
    person = people[len(name) % len(people)]
    replies = talk(person, name, home)
    for reply in replies:
        said = shown(reply).casefold()
        for words in HOSTILE[name].never:
            written = json.dumps(words)[1:-1]
            assert words.casefold() not in said and written.casefold() not in said, reply.reply
        assert len(reply.tools) <= 8
    assert is_right(replies, person) or not HOSTILE[name].reads


@pytest.mark.parametrize("name", HOSTILE | MORE)
def test_a_checker_that_lies_lets_no_false_figure_through(
    name: str, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(HOSTILE, name, (HOSTILE | MORE)[name])
    never = HOSTILE[name].never
    figures = [words for words in never if re.search(r"(?<![A-Za-z0-9])\d|[€£¥]", words) or name in FIRM]
    for reply in talk(PEOPLE[0], name, home, checked=False) if figures else []:
        said = shown(reply).casefold()
        for words in figures:
            assert words.casefold() not in said, f"{words!r} in {reply.reply}"


def test_nine_in_ten_hostile_conversations_end_in_a_right_plan(home: Path) -> None:
    outcomes = {}
    for name in HOSTILE:
        for person in PEOPLE:
            replies = talk(person, name, home)
            if HOSTILE[name].reads:
                outcomes[name, person.role] = is_right(replies, person)
            plan = replies[-1].plan
            if plan is not None:
                found = check_plan(plan, replies[-1].evidence, replies[-1].profile, TODAY)
                assert [each for each in found if each.rule in ("figure", "approval", "citation")] == []
    wrong = [name for name, right in outcomes.items() if not right]
    assert len(wrong) <= 0.1 * len(outcomes), wrong


def test_japan_never_gets_american_figures(home: Path) -> None:
    lies = [
        "In Japan, software developers earn {E1.p50} at the median.",
        "In Japan they earn as much as in the United States: {E1.p50}.",
    ]
    written = {
        "pieces": [{"kind": "finding", "text": lie, "evidence": ["E1"], "quote": None} for lie in lies]
    }
    lookup = {"tool": "lookup_salary", "args": {"role": "software developer"}}
    model = ScriptedChatModel(
        script=[by_step(read_message={**NOTHING, "lookups": [lookup]}, write_reply=written)]
    )
    with Coach(model, home=home, today=TODAY) as coach:
        reply = coach.ask("What do software developers earn in Japan?", thread="japan")
    assert all("$" not in line for line in reply.reply.splitlines() if "Japan" in line), reply.reply


def test_a_plan_can_be_read_back(home: Path) -> None:
    """The plan of a hostile conversation is a plan like any other."""
    replies = talk(PEOPLE[0], "invented figures", home)
    assert replies[-1].plan is not None
    assert Plan.model_validate_json(replies[-1].plan.model_dump_json()) == replies[-1].plan
