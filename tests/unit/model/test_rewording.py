"""What a model makes of a draft: what it says above it, and its words in the next draft."""

import asyncio
from typing import Any

from langchain_core.messages import BaseMessage

from agent.models import Claim, Draft, Plan, Section, Wish
from agent.models.turn import Understanding
from agent.plans.rendering import plan_markdown
from agent.plans.summary import summary_markdown
from agent.policy.model.planning import write_plan
from agent.policy.model.policy import ModelPolicy
from agent.policy.model.reworded import page_of
from agent.policy.model.transport import Budget, Line
from agent.settings import AgentSettings
from agent.state import CoachState
from tests.fakes import MILESTONE
from tests.fakes_model import Reply as Answer
from tests.fakes_model import ScriptedChatModel, by_step, claims_of
from tests.unit.model.test_pieces import CONTEXT, piece, state

MEDIAN = "In Austin, TX, software developers earn a median of $134,120 a year (May 2025)."
PLAN = Plan(
    sections=[
        Section(id="pay", title="Pay outlook", claims=[Claim(text=MEDIAN, evidence=["E2"])]),
        Section(
            id="gap", title="Gap", claims=[Claim(text="You have Python."), Claim(text="Docker is open.")]
        ),
    ],
    next_actions=["Read the first chapter."],
)
WORDED = {
    "id": "pay.1",
    "section": "pay",
    "text": "In Austin sind es {E2.p50}.",
    "evidence": ["E2"],
    "quote": None,
}


def drafted(writing: dict[str, Any], plan: Plan = PLAN, **values: Any) -> tuple[Draft, ScriptedChatModel]:
    def check(messages: list[BaseMessage], _names: list[str]) -> Answer:
        return {"verdicts": [{"id": each["id"], "verdict": "no_finding"} for each in claims_of(messages)]}

    given: CoachState = {**state(), "understanding": Understanding(language="de"), **values}  # type: ignore[typeddict-item]
    model = ScriptedChatModel(script=[by_step(write_plan=writing, check_claims=check)])
    line = Line(model, Budget.of(given, AgentSettings()))
    return asyncio.run(write_plan(line, line, plan, given, CONTEXT)), model


def writing(*claims: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"reply": [], "claims": [*claims], "actions": [], "titles": [], **more}


def test_what_it_says_stands_above_the_plan_and_not_in_it() -> None:
    said = piece("feeling", "Sechs Stunden neben allem sind viel.")
    draft, _ = drafted(writing(WORDED, reply=[said]))
    assert draft.said == "Sechs Stunden neben allem sind viel."
    assert draft.plan.sections[0].claims[0].text.startswith("In Austin sind es $134,120 im Jahr")
    assert all(draft.said not in claim.text for section in draft.plan.sections for claim in section.claims)


def test_the_next_draft_has_its_words_where_code_drafts_the_same() -> None:
    gone: dict[str, Any] = {"id": "gap.1", "section": "gap", "text": "", "evidence": [], "quote": None}
    own: dict[str, Any] = {
        "id": None,
        "section": "gap",
        "text": "Fang klein an.",
        "evidence": [],
        "quote": None,
    }
    title = {"section": "pay", "title": "Gehalt"}
    first, _ = drafted(writing(WORDED, gone, own, titles=[title], actions=["Ruf Ana an."]))
    changed = PLAN.model_copy(update={"next_actions": ["Read the second chapter."]})
    second, model = drafted(writing(), changed, wording=first.wording)
    pay, gap = second.plan.sections
    assert (pay.title, pay.claims[0].text) == ("Gehalt", first.plan.sections[0].claims[0].text)
    assert [claim.text for claim in gap.claims] == ["Docker is open."]
    assert second.plan.next_actions == ["Read the second chapter."]
    # It is shown what it worded before, and its own lines, to say again what still fits.
    assert '"id": "pay.1"' in model.said and '"worded": true' in model.said and "Fang klein an." in model.said
    assert second.wording is not None and {*second.wording.texts} == {MEDIAN, "You have Python."}


def test_words_of_another_language_and_words_at_fault_are_not_taken_up() -> None:
    first, _ = drafted(writing(WORDED))
    spanish, _ = drafted(writing(), wording=first.wording, understanding=Understanding(language="es"))
    assert spanish.plan.sections[0].claims[0].text == MEDIAN
    wrong = first.plan.sections[0].claims[0].text
    assert page_of(PLAN, first.wording, {wrong}).plan.sections[0].claims[0].text == MEDIAN


def test_where_somebody_may_be_in_danger_a_line_to_call_is_named() -> None:
    danger = Understanding(wishes=[Wish(name="crisis")])
    script = by_step(
        write_reply={"pieces": [piece("feeling", "That sounds unbearable, and you matter.")]},
        check_claims={"verdicts": [{"id": "1", "verdict": "no_finding"}]},
    )
    answer = ModelPolicy(ScriptedChatModel(script=[script])).answer(
        {**state(), "understanding": danger}, CONTEXT
    )
    assert answer.text.startswith("That sounds unbearable") and "988" in answer.text


def test_milestones_are_shown_in_the_language_of_the_plan_and_known_by_their_own_names() -> None:
    plan = PLAN.model_copy(update={"milestones": [MILESTONE], "theirs": [MILESTONE.proof]})
    title: dict[str, Any] = {
        "id": "M1.title",
        "section": "",
        "text": "Das Testen",
        "evidence": [],
        "quote": None,
    }
    draft, model = drafted(writing(title), plan)
    assert draft.plan.milestones == [MILESTONE] and draft.plan.word(MILESTONE.title) == "Das Testen"
    assert "M1 Das Testen" in summary_markdown(draft.plan) and "M1 Das Testen" in plan_markdown(
        draft.plan, []
    )
    # What the person wrote is theirs; the second reader sees what a text takes the place of.
    assert '"id": "M1.proof"' not in model.said and f"the draft: {MILESTONE.title}" in model.said
    again, _ = drafted(writing(), plan, wording=draft.wording)
    assert again.plan.word(MILESTONE.title) == "Das Testen"
    english, model = drafted(writing(), plan, understanding=Understanding())
    assert english.plan.worded == {} and '"id": "M1.title"' not in model.said
