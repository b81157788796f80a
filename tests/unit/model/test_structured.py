"""Any way of structured output that a model can, repaired within bounds."""

from typing import Any

import pytest
from langchain_core.messages import BaseMessage, HumanMessage, SystemMessage
from pydantic import BaseModel

from agent.models import ModelCall
from agent.policy.model.failures import Garbled, MissingAbility, ModelFailure, OverBudget
from agent.policy.model.structured import ask
from agent.policy.model.transport import Abilities, Budget, Line, waited
from agent.settings import AgentSettings
from tests.fakes_model import ScriptedChatModel
from tests.unit.model.states import state_of

TOOL: dict[str, Any] = {
    "name": "colour",
    "description": "A colour.",
    "parameters": {"type": "object", "properties": {"name": {"type": "string"}}, "required": ["name"]},
}
MESSAGES: list[BaseMessage] = [SystemMessage("Name a colour."), HumanMessage("Now, for a@b.example.")]


class Colour(BaseModel):
    name: str


def ask_for(model: ScriptedChatModel, abilities: Abilities, **limits: Any) -> str:
    budget = Budget.of(state_of("hello"), AgentSettings.model_validate(limits))
    line = Line(model, budget, abilities)
    return waited(ask(line, "test", MESSAGES, TOOL, Colour)).name


@pytest.mark.parametrize(
    ("can", "way"), [({"tools", "json_schema"}, "tools"), ({"json_schema"}, "json_schema"), (set(), "json")]
)
def test_the_way_that_works_is_found_and_kept(can: set[str], way: str) -> None:
    model = ScriptedChatModel(script=[{"name": "blue"}], can=frozenset(can))
    abilities = Abilities()
    assert ask_for(model, abilities) == "blue" == ask_for(model, abilities)
    assert abilities.proven == way
    assert len(model.sent) == 2


def test_a_model_that_ignores_the_tool_is_asked_in_another_way() -> None:
    model = ScriptedChatModel(script=["I like blue.", "Blue, I said.", {"name": "blue"}])
    abilities = Abilities()
    assert ask_for(model, abilities) == "blue"
    assert abilities.proven == "json" and "JSON schema" in str(model.sent[-1][0].content)


@pytest.mark.parametrize(
    "text",
    [
        'Sure! ```json\n{"name": "blue"}\n```',
        '{"name": "colour", "arguments": {"name": "blue"}}',
        '{"colour": {"name": "blue"}} and more {',
    ],
)
def test_json_is_found_in_prose(text: str) -> None:
    assert ask_for(ScriptedChatModel(script=[text]), Abilities("json")) == "blue"


def test_a_bad_answer_is_repaired() -> None:
    model = ScriptedChatModel(script=[{"name": 3}, {"name": "blue"}])
    assert ask_for(model, Abilities("tools")) == "blue"
    assert "name Input should be a valid string" in str(model.sent[1][-1].content)


def test_repairs_end() -> None:
    model = ScriptedChatModel(script=["no"])
    with pytest.raises(Garbled):
        ask_for(model, Abilities("json"))
    assert len(model.sent) == 2


def test_a_configured_way_that_the_model_lacks_is_said() -> None:
    with pytest.raises(MissingAbility):
        ask_for(ScriptedChatModel(script=["no"], can=frozenset()), Abilities("tools"))


def test_private_details_are_masked() -> None:
    model = ScriptedChatModel(script=[{"name": "blue"}])
    ask_for(model, Abilities())
    assert "a@b.example" not in model.said and "<email-a>" in model.said


@pytest.mark.parametrize(
    ("limits", "calls"),
    [({"max_tokens_per_turn": 100}, 0), ({"max_calls_per_turn": 1}, 1), ({"model_turn_seconds": 1e-9}, 0)],
)
def test_the_limits_are_hard(limits: dict[str, Any], calls: int) -> None:
    model = ScriptedChatModel(script=["no"])
    with pytest.raises(OverBudget):
        ask_for(model, Abilities("json"), **{f"{name}": value for name, value in limits.items()})
    assert len(model.sent) == calls


def test_what_earlier_steps_used_counts() -> None:
    spent = ModelCall(step="understand", turn=1, input_tokens=900, output_tokens=90)
    state = state_of("hello", model_calls=[spent])
    assert Budget.of(state, AgentSettings(max_tokens_per_turn=1000)).tokens == 10


def test_an_unknown_error_is_told_without_its_words() -> None:
    with pytest.raises(ModelFailure) as failure:
        ask_for(ScriptedChatModel(script=[ValueError("sk-secret")]), Abilities("json"))
    assert "sk-secret" not in failure.value.reason
