"""A message typed in capitals is read in ordinary case, letter for letter; names keep the capitals that they have."""

import pytest
from langchain_core.messages import HumanMessage

from agent.nlu.capitals import heard, in_ordinary_case
from agent.state import CoachState


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        (
            "I WELD BARGES IN MORGAN CITY LOUISIANA. WHAT DO INSPECTORS MAKE",
            "I weld barges in Morgan City Louisiana. What do inspectors make",
        ),
        ("THE FELLA STEERING IT, WHATS HE GET", "The fella steering it, whats he get"),
        (
            "WHAT DOES AN IT SUPPORT SPECIALIST MAKE IN AUSTIN TX",
            "What does an IT support specialist make in Austin TX",
        ),
        ("IM A CNA IN GREENSBORO N.C. MAKING 17.50", "Im a CNA in Greensboro N.C. Making 17.50"),
        ("I KNOW SQL AND QUICKBOOKS AND HAVE MY CDL", "I know SQL and QuickBooks and have my CDL"),
        ("TELL CAPTAIN DUC AND MY BOSS LINDA I QUIT", "Tell captain Duc and my boss Linda I quit"),
        ("THEY TOLD US TO MOVE TO NYC AND BOISE ID", "They told us to move to NYC and Boise ID"),
        ("THE CHIEF SAID NO AND THAT IS THAT", "The chief said no and that is that"),
    ],
)
def test_capitals_become_ordinary_case(typed: str, read: str) -> None:
    assert in_ordinary_case(typed) == read


@pytest.mark.parametrize(
    "text",
    ["CDL", "RN BSN", "ok so I work at IBM as a tester. WHAT NOW", "", "12 34 56", "I am fine in Ohio"],
)
def test_what_is_not_all_in_capitals_stays(text: str) -> None:
    assert in_ordinary_case(text) == text


def test_each_letter_keeps_its_place() -> None:
    text = "İSTANBUL IS MY HOME, STRASSE IS ẞ AND I MISS IT"
    assert len(in_ordinary_case(text)) == len(text)


def test_what_was_typed_stays_in_the_thread() -> None:
    typed = HumanMessage("WHAT DO NURSES MAKE", id="m1")
    state: CoachState = {"messages": [typed]}
    (read,) = heard(state)
    assert (read.text, read.id, typed.text) == ("What do nurses make", "m1", "WHAT DO NURSES MAKE")
