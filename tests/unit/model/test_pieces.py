"""Pieces of a reply: judged one by one, checked in one look, mended once, shown in order."""

import asyncio
from datetime import date
from typing import Any

import pytest
from langchain_core.messages import BaseMessage

from agent.context import CoachContext
from agent.models import Profile, ToolResult
from agent.policy.model.answering import write_reply
from agent.policy.model.desk import Desk
from agent.policy.model.pieces import Judge, own_view, rendered
from agent.policy.model.transport import Budget, Line
from agent.policy.model.wire import Piece
from agent.settings import AgentSettings
from agent.state import CoachState
from tests.fakes_model import Reply as Answer
from tests.fakes_model import Script, ScriptedChatModel, by_step, claims_of
from tests.unit.grounding.samples import ALL
from tests.unit.model.states import state_of
from tools.evidence import Evidence, Figure, Source

CONTEXT = CoachContext(today=date(2026, 11, 2))


def state(**values: Any) -> CoachState:
    found = [ToolResult(name="lookup_salary", evidence=[item.id for item in ALL])]
    profile = Profile(location="Austin", hours_per_week=6, present_pay=90000)
    return state_of(
        "I have 6 hours a week and make 90,000.",
        evidence=[*ALL, YOUNG],
        tool_results=found,
        profile=profile,
        **values,
    )


YOUNG = Evidence(
    id="E11",
    kind="market",
    text="Software developers aged 22 to 25: change of employment since the peak of late 2022: -20 % (United States, 2025-07).",
    figures=[
        Figure(
            label="change of employment since the peak of late 2022",
            value=-20,
            unit="%",
            subject="Software developers aged 22 to 25",
            place="United States",
            period="2025-07",
            statistic="change",
        )
    ],
    source=Source(title="Canaries", date="2025-08"),
)


def piece(kind: str, text: str, *evidence: str, quote: str | None = None) -> dict[str, Any]:
    return {"kind": kind, "text": text, "evidence": list(evidence), "quote": quote}


def written(model: ScriptedChatModel) -> tuple[str, Budget]:
    given = state()
    budget = Budget.of(given, AgentSettings())
    line = Line(model, budget)
    text, _ = asyncio.run(write_reply(line, line, given, CONTEXT))
    return text, budget


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        (
            piece("finding", "Software developers in Austin earn {E2.p50}.", "E2"),
            "Software developers in Austin earn $134,120 a year (May 2025) [E2].",
        ),
        (
            piece("finding", "That is {E2.p50 - P.present_pay} more than now.", "E2"),
            "$44,120 a year more than now",
        ),
        (
            piece("quote", "The document says:", "E8", quote="The average base salary is $176,884"),
            "“The average base salary is $176,884” [E8]",
        ),
        (piece("advice", "Use your 6 hours for one thing.\n1. Pick it.\n2. Build it."), "2. Build it."),
        (piece("draft", "Hi [name], I saw your post."), "Hi [name], I saw your post."),
        (
            piece(
                "finding",
                "Jobs of developers aged 22 to 25 in the United States fell by {E11.change}.",
                "E11",
            ),
            "aged 22 to 25 in the United States fell by 20%",
        ),
        (piece("finding", "The document puts the average base salary at 176,884.", "E8"), None),
        (piece("finding", "Jobs of developers aged 22 to 35 fell by {E11.change}.", "E11"), None),
        (piece("finding", "Software developers in Austin earn $150,000.", "E2"), None),
        (piece("finding", "Software developers in Boston earn {E2.p50}.", "E2"), None),
        (piece("finding", "Demand is high."), None),
        (piece("finding", "Demand is high.", "E99"), None),
        (piece("quote", "It says:", "E8", quote="Everyone is hired"), None),
        (piece("quote", "It says so.", "E8"), None),
        (piece("advice", "Sign up at learnfast.example."), None),
        (piece("advice", "Study 25 hours a week."), None),
        (piece("advice", "Give it the first 90 days."), "the first 90 days"),
        (piece("feeling", "After 90 days it gets easier."), None),
        (piece("feeling", "I have sent your application."), None),
        (piece("advice", "Gооgle hires."), None),  # noqa: RUF001 - letters of two scripts
    ],
)
def test_a_piece_is_judged_by_what_it_rests_on(given: dict[str, Any], shown: str | None) -> None:
    judged = Judge(state(), CONTEXT).judge(Piece.model_validate(given))
    assert bool(judged.problem) is (shown is None)
    assert shown is None or shown in judged.text


def test_only_what_no_reference_holds_needs_a_second_reader() -> None:
    judge = Judge(state(), CONTEXT)
    plain = piece("finding", "In Austin, software developers earn a median of {E2.p50}.", "E2")
    rider = piece(
        "finding",
        "In Austin, software developers earn {E2.p50}, and every employer wants a degree from them first.",
        "E2",
    )
    assert not judge.judge(Piece.model_validate(plain)).unsure
    assert judge.judge(Piece.model_validate(rider)).unsure


def test_what_fails_goes_back_once_and_then_is_left_out() -> None:
    sent: list[str] = []

    def reply(messages: list[BaseMessage], _names: list[str]) -> Answer:
        text = str(messages[-1].content)
        sent.append(text)
        if "Send back only these" in text:
            mended = [
                {**piece("finding", "Software developers in Austin earn {E2.p50}.", "E2"), "piece": 1},
                {**piece("finding", "Nurses in Austin earn {E2.p50}.", "E2"), "piece": 2},
            ]
            return {"pieces": mended}
        first = piece("finding", "Software developers in Austin earn $1.", "E2")
        return {
            "pieces": [
                first,
                piece("finding", "Nurses earn {E2.p50}.", "E2"),
                piece("question", "Shall we go on?"),
            ]
        }

    text, budget = written(ScriptedChatModel(script=[by_step(write_reply=reply)]))
    assert "$134,120" in text and "Nurses" not in text and text.endswith("Shall we go on?")
    assert len(sent) == 2 and '"piece": 1' in sent[1] and "not the subject" in sent[1]
    assert sum(call.left_out for call in budget.spent) == 1


def test_what_comes_back_as_it_was_is_dropped_unchecked() -> None:
    lie = piece("advice", "The banks of the city hire everyone who asks.")

    def reply(messages: list[BaseMessage], _names: list[str]) -> Answer:
        again = "Send back only these" in str(messages[-1].content)
        return {
            "pieces": [
                {**lie, "text": lie["text"] + "!"} if again else lie,
                piece("question", "Shall we go on?"),
            ]
        }

    def check(messages: list[BaseMessage], _names: list[str]) -> Answer:
        told = [
            (each["id"], "unsupported" if "banks" in each["text"] else "no_finding")
            for each in claims_of(messages)
        ]
        return {"verdicts": [{"id": name, "verdict": verdict} for name, verdict in told]}

    text, budget = written(ScriptedChatModel(script=[by_step(write_reply=reply, check_claims=check)]))
    assert text == "Shall we go on?"
    assert [call.step for call in budget.spent] == ["write_reply", "check_claims", "send_back"]


@pytest.mark.parametrize("check", [ValueError("x"), {"verdicts": []}, "%%%"])
def test_without_a_verdict_only_what_stands_alone_is_shown(check: Script) -> None:
    pieces = [
        piece("finding", "Software developers in Austin earn {E2.p50}.", "E2"),
        piece("finding", "Employers ask for NLP above all.", "E8"),
        piece("finding", "Pay is told by level.", "E8", quote="Entry level, 0-1 years"),
        piece("advice", "Start small. Ask for a place at Initech. Then rest."),
    ]
    text, _ = written(ScriptedChatModel(script=[by_step(write_reply={"pieces": pieces}, check_claims=check)]))
    assert "$134,120" in text and "NLP" not in text and "Initech" not in text
    assert "“Entry level, 0-1 years” [E8]" in text and "told by level" not in text
    assert "Start small." in text and "Then rest." in text


def test_pieces_run_on_and_lists_and_drafts_stand_apart() -> None:
    judge = Judge(state(), CONTEXT)
    given = [
        piece("finding", "In Austin, software developers earn {E2.p50}.", "E2"),
        piece("advice", "Ask for more."),
        piece("question", "Shall I write it?"),
        piece("draft", "Hi [name]"),
        piece("advice", "- one"),
        piece("advice", "- two"),
    ]
    judged = [judge.judge(Piece.model_validate(each)) for each in given]
    assert rendered(judged).endswith(
        "[E2].\n\nAsk for more.\n\nShall I write it?\n\n---\n\nHi [name]\n\n---\n\n- one\n- two"
    )
    assert own_view(judged, "en").endswith("no source stands behind it.*")
    assert not own_view(judged[1:], "en") and not own_view(judged[:1], "en") and not own_view(judged, "nl")


def test_a_certain_piece_is_shown_while_the_next_is_written() -> None:
    line = Line(ScriptedChatModel(script=[]), Budget.of(state(), AgentSettings()))
    reply = Desk(line, line, Judge(state(), CONTEXT))
    first = '{"pieces": [{"kind": "finding", "text": "In Austin, software developers earn {E2.p50}.", "evidence": ["E2"], "quote": null}'
    assert not reply.hear(first)
    assert reply.hear(first + ', {"kind": "advice", "text": "Ask')
    assert reply.shown.startswith("In Austin, software developers earn $134,120")
