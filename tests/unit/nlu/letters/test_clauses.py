"""A message about a text clause by clause."""

import pytest

from agent.nlu.clauses import clauses


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("write my boss, im leaving friday", ["write my boss", "im leaving friday"]),
        (
            "tell my boss i cant come because my kid is sick",
            ["tell my boss", "i cant come", "because my kid is sick"],
        ),
        ("an email asking if the job is open", ["an email", "asking if the job is open"]),
        ("stop asking me", ["stop asking me"]),
        ("I have CPR, first aid, and a van.", ["I have CPR, first aid, and a van."]),
        ("To Dr. Hall. She knows me.", ["To Dr. Hall.", "She knows me."]),
        ("fix this: 'I am late. I know.' ok?", ["fix this", "'I am late. I know.'", "ok?"]),
        ("", []),
    ],
)
def test_a_clause_says_one_thing(text: str, cut: list[str]) -> None:
    found = clauses(text)
    assert [each.text for each in found] == cut
    assert all(text[each.start : each.end] == each.text for each in found)
