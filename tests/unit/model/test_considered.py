"""What the person thinks of, read by a language model: roles and offers that come, change and go."""

from typing import Any

from agent.models import DialogueState
from agent.policy.model.reading import understood
from agent.policy.model.transport import Budget
from agent.policy.model.wire import Reading
from agent.settings import AgentSettings
from tests.golden.test_model_golden import CONTEXT
from tests.unit.model.states import state_of


def read(said: str, before: DialogueState, *facts: dict[str, Any]) -> DialogueState:
    thread = state_of(said, dialogue=before)
    budget = Budget.of(thread, AgentSettings())
    dialogue = understood(Reading.model_validate({"facts": [*facts]}), budget, thread, CONTEXT).dialogue
    assert dialogue is not None
    return dialogue


def test_a_new_number_for_an_offer_is_no_other_offer_and_a_role_given_up_is_considered_no_more() -> None:
    first = {
        "field": "offer",
        "op": "set",
        "value": ["124000 a year base", "place: Denver"],
        "quote": "Denver 124k",
    }
    roles = {
        "field": "alternatives",
        "op": "add",
        "value": ["QA manager", "data analyst"],
        "quote": "QA or data",
    }
    thread = read("Denver 124k; QA or data?", DialogueState(), first, roles)
    again = {
        "field": "offer",
        "op": "set",
        "value": ["134000 a year base", "place: Denver"],
        "quote": "offer 134k",
    }
    given_up = {"field": "alternatives", "op": "remove", "value": ["qa manager"], "quote": "no QA any more"}
    thread = read("they now offer 134k, no QA any more", thread, again, given_up)
    assert [[amount.low for amount in offer.amounts] for offer in thread.offers] == [[134000]]
    assert thread.alternatives == ["data analyst"]
    gone = {"field": "offer", "op": "forget", "value": None, "quote": "turned it down"}
    assert read("turned it down", thread, gone).offers == []
