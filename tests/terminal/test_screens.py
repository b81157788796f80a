"""Every view, at a fixed width and as plain lines, against its recorded text."""

from collections.abc import Callable

import pytest

from agent import wording
from agent.models import Profile
from agent.scenarios import Failure, ScenarioResult, TurnResult
from agent.terminal.checkup import Finding
from agent.terminal.render import Screen
from agent.terminal.views import (
    comparison,
    health,
    library,
    market,
    options,
    plan,
    profile,
    reply,
    roadmap,
    salary,
    scenarios,
    threads,
)
from tests.terminal import documents as drawn
from tests.terminal import lookups as looked_up
from tests.terminal.conftest import Recorded


def _scenarios(screen: Screen) -> None:
    failure = Failure(key="profile.hours_per_week", expected="5", found="10")
    result = ScenarioResult(
        name="a baker",
        file="baker.yaml",
        turns=[
            TurnResult(
                number=1, kind="user", said="Hello", status="answered", reply="Hi.", tools=["lookup_salary"]
            ),
            TurnResult(number=2, kind="restart", said="the coach is closed and opened again"),
            TurnResult(
                number=3, kind="resume", said="reject: less", status="awaiting_approval", failures=[failure]
            ),
        ],
    )
    scenarios.view_result(screen, result)
    scenarios.view_total(screen, [result])


VIEWS: dict[str, Callable[[Screen], None]] = {
    "salary": lambda screen: salary.view(screen, looked_up.SALARY),
    "salary_ambiguous": lambda screen: salary.view(screen, looked_up.AMBIGUOUS),
    "salary_with_pay": lambda screen: salary.view(screen, looked_up.PAY_PLACED),
    "comparison": lambda screen: comparison.view(screen, looked_up.COMPARISON),
    "market": lambda screen: market.view(screen, looked_up.MARKET),
    "market_all": lambda screen: market.view(screen, looked_up.MARKET, everything=True),
    "options": lambda screen: options.view(screen, looked_up.OPTIONS),
    "roadmap": lambda screen: roadmap.view(screen, looked_up.ROADMAP),
    "plan_short": lambda screen: plan.view_summary(screen, drawn.PLAN, full_by="/full"),
    "plan_full": lambda screen: plan.view_plan(screen, drawn.PLAN, [looked_up.EVIDENCE]),
    "search": lambda screen: library.view_search(screen, drawn.SEARCH),
    "search_without_answer": lambda screen: library.view_search(screen, drawn.NO_ANSWER),
    "ingest": lambda screen: library.view_ingest(screen, drawn.INGEST),
    "profile": lambda screen: profile.view(screen, drawn.PROFILE),
    "profile_empty": lambda screen: profile.view(screen, Profile()),
    "answer": lambda screen: reply.view(screen, drawn.ANSWER),
    "draft": lambda screen: reply.view(screen, drawn.WAITING),
    "delivered": lambda screen: reply.view(screen, drawn.DELIVERED),
    "call": lambda screen: reply.view_call(screen, drawn.ANSWER.tools[0]),
    "call_failed": lambda screen: reply.view_call(screen, drawn.ANSWER.tools[1]),
    "usage": lambda screen: reply.view_usage(screen, drawn.USAGE),
    "threads": lambda screen: threads.view_list(screen, drawn.SUMMARIES),
    "thread": lambda screen: threads.view_thread(screen, drawn.THREAD),
    "doctor": lambda screen: health.view(
        screen,
        [
            Finding(name="home", ok=True, message="It can be written."),
            Finding(name="library", ok=False, message="It is damaged.", hint="Delete it."),
            Finding(name="thinking", ok=True, message="Offline.", hint="COACH_MODEL names a model."),
        ],
    ),
    "run": _scenarios,
}


@pytest.mark.parametrize("name", VIEWS)
def test_a_screen_looks_as_recorded(
    name: str, recorded: Recorded, golden: Callable[[str, Recorded], None]
) -> None:
    VIEWS[name](recorded.screen)
    golden(name, recorded)


@pytest.mark.parametrize("name", VIEWS)
def test_a_plain_screen_has_no_boxes_and_no_escapes(name: str) -> None:
    plain = Recorded(plain=True)
    VIEWS[name](plain.screen)
    assert not set(plain.text) & set("\x1b│─━█▒·•┃╭╰")


def test_a_folded_market_says_how_much_it_left_out(recorded: Recorded) -> None:
    market.view(recorded.screen, looked_up.MARKET)
    assert "3 more figures and 2 from older editions or over 18 months old: --all shows them." in " ".join(
        recorded.text.split()
    )
    assert "-31.4%" not in recorded.text and "second-hand" in recorded.text
    whole = Recorded(plain=recorded.screen.plain)
    market.view(whole.screen, looked_up.MARKET, everything=True)
    held = [*looked_up.MARKET.demand, *looked_up.MARKET.trends]
    assert all(wording.number(fact.value) in whole.text for fact in held) and "--all" not in whole.text


def test_a_terminal_cannot_be_commanded_by_what_is_shown(recorded: Recorded) -> None:
    evil = "a\x1b]0;owned\x07b\x9bc\x00d\ud800"
    recorded.screen.line(evil)
    recorded.screen.markdown(evil)
    recorded.screen.panel(evil, evil)
    recorded.screen.table([evil, evil], [[evil, evil]])
    shown = recorded.text
    assert not [character for character in shown if character != "\n" and not character.isprintable()]
    shown.encode("utf-8")
