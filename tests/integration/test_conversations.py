"""Rules for every reply of a conversation, whoever speaks: held by its evidence, and no sentence told twice."""

import re
from datetime import date
from pathlib import Path

import pytest
import yaml

from agent import Coach
from agent.models import Amount
from agent.nlu.values.money import parse_amount
from tests.prose.replies import check_answer

TODAY = date(2026, 11, 22)
TALKS: dict[str, list[str]] = yaml.safe_load(
    (Path(__file__).parent / "conversations.yaml").read_text(encoding="utf-8")
)
_SENTENCE = re.compile(r"(?<=[.?!])\s+|\n+")
_QUOTED = (">", "|", "\u201c")
_PAY = re.compile(r"\$\d[\d,.]*\d(?: an hour)?|\b\d+k\b")  # what the talks name as pay
_LONG = 8  # words: shorter ones are names and answers


def remarks(reply: str) -> list[str]:
    """Statements of some length without a figure and outside of tables and quotations.

    A question that was not answered may be asked again.
    """
    sentences = (each.strip("- ") for each in _SENTENCE.split(reply))
    return [
        each
        for each in sentences
        if len(each.split()) >= _LONG
        and not each.endswith("?")
        and not re.search(r"\d", each)
        and not each.startswith(_QUOTED)
    ]


@pytest.mark.slow
@pytest.mark.parametrize("name", TALKS)
def test_replies_are_held_by_evidence_and_do_not_repeat_themselves(name: str) -> None:
    told: list[str] = []
    amounts: list[Amount] = []
    with Coach(offline=True, today=TODAY) as coach:
        for message in TALKS[name]:
            reply = coach.ask(message, thread="t")
            amounts += [amount for each in _PAY.findall(message) if (amount := parse_amount(each))]
            said = "\n\n".join(part for part in reply.reply.split("\n\n") if not part.startswith("I assumed"))
            held = coach.show("t").evidence
            assert reply.status == "answered" and reply.reply, message
            assert check_answer(said, held, reply.profile, TODAY, amounts) == [], message
            again = [each for each in remarks(said) if each in told]
            assert not again, message
            told += remarks(said)


@pytest.mark.slow
def test_a_role_counted_as_another_is_held_only_as_the_tables_count_it() -> None:
    with Coach(offline=True, today=TODAY) as coach:
        for message in TALKS["developer"][:3]:
            reply = coach.ask(message, thread="t")
        held = coach.show("t").evidence
    for named, wrong in (("AI engineers (counted", "welders (counted"), ("software developers)", "nurses)")):
        assert named in reply.reply
        assert check_answer(reply.reply.replace(named, wrong), held, reply.profile, TODAY)
