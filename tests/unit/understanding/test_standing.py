"""What the words around a role say of it, what a message points back to, and who does a deed."""

import pytest

from agent.models import Profile
from agent.models.changes import apply_changes
from agent.policy.offline.understanding.doings import doer, doer_asked, doer_wished
from agent.policy.offline.understanding.phrases import known_roles
from agent.policy.offline.understanding.references import remembered, resolved
from agent.policy.offline.understanding.standing import standings
from agent.policy.offline.understanding.text import Clause, read_message
from tests.unit.understanding.test_robustness import read


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("I could see myself as a baker", [("baker", "wanted")]),
        ("I'd love to end up as a florist", [("florist", "wanted")]),
        ("I want steady work as a welder", [("welder", "wanted")]),
        ("plumber is what I want", [("plumber", "wanted")]),
        ("I want to leave my waiter job", [("waiter", "held")]),
        ("after ten years as a roofer", [("roofer", "held")]),
        ("I used to be a carpenter", [("carpenter", "left")]),
        ("I don't want to be a dentist", [("dentist", "unwanted")]),
        ("I'm no longer a barber", [("barber", "refused")]),
        ("ghost tour guide in Savannah", [("ghost tour guide", "named")]),
        ("church organist, 31 years", [("church organist", "named")]),
        ("Everyone says electricians have it easy", []),
        ("the recruiter called me", []),
        ("I want to talk to a lawyer", []),
        ("I'm a pretty good cook", []),
    ],
)
def test_the_nearest_words_say_what_a_role_is(text: str, said: list[tuple[str, str]]) -> None:
    assert [(each.role, each.says) for each in standings(text, known_roles(text))] == said


@pytest.mark.parametrize(
    ("told", "fields"),
    [
        ("My goal? Baker.", {"target_role": "baker"}),
        ("not a welder, a pipefitter", {"target_role": "pipefitter"}),
        ("I'm leaving nursing for bookkeeping", {"current_role": "nurse", "target_role": "bookkeeping"}),
        ("I'm over bartending. Thinking real estate agent.", {"current_role": "bartender", "target_role": "real estate agent"}),
        ("My boss wants me to be a supervisor", {"current_role": None, "target_role": None}),
        ("people keep telling me to become a coder", {"current_role": None, "target_role": None}),
        ("make it shorter", {"current_role": None, "target_role": None}),
    ],
)  # fmt: skip
def test_roles_are_kept_where_they_belong(told: str, fields: dict[str, str | None]) -> None:
    profile = apply_changes(Profile(), read(told).changes).model_dump()
    assert {name: (profile[name] or "").lower() or None for name in fields} == fields


@pytest.mark.parametrize(
    ("text", "asks", "meant"),
    [
        ("the second one", False, "I want to be tailor"),
        ("I'll take the former", False, "I want to be baker"),
        ("that's what I want", False, "I want to be tailor"),
        ("baker it is", False, "I want to be baker"),
        ("which pays more?", True, "which of baker or tailor pays more?"),
        ("how do they differ", True, "how do baker and tailor differ"),
        ("which pays more, a cook or a waiter?", True, "which pays more, a cook or a waiter?"),
        ("and the other one?", True, "and baker?"),
    ],
)
def test_what_is_pointed_to_is_named(text: str, asks: bool, meant: str) -> None:
    assert resolved(Clause(text, asks=asks), ["baker", "tailor"], "tailor").text == meant


def test_a_pair_keeps_its_order_while_it_is_spoken_of() -> None:
    assert remembered(["cook", "baker"], ["cook"]) == ["cook", "baker"]
    assert remembered(["cook", "baker"], ["tailor"]) == ["cook", "baker", "tailor"]


def test_deeds_name_whoever_does_them() -> None:
    assert doer("I run a forklift in Reno") == "forklift operator"
    assert doer("been fixing motorcycles for years") == "motorcycle mechanic"
    assert doer("I run errands") is None
    assert doer_wished("I want to train dogs") == (2, "dog trainer")
    assert doer_asked("someone who cleans offices") == (8, "office cleaner")


@pytest.mark.parametrize(
    ("text", "others"),
    [
        ("My mom cleans offices", True),
        ("the recruiter says it pays well", True),
        ("my wife and I live in Reno", False),
        ("they promoted me to foreman", False),
        ("explain what a teacher does", False),
    ],
)
def test_it_is_told_of_whom_a_clause_speaks(text: str, others: bool) -> None:
    assert read_message(text).clauses[-1].others is others
