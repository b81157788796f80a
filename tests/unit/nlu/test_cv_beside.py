"""What is said beside a pasted CV is the person's; what the CV says itself wants nothing."""

from datetime import date

import pytest
from langchain_core.messages import AnyMessage, HumanMessage

from agent.context import CoachContext
from agent.models import Profile
from agent.models.changes import apply_changes
from agent.nlu.cv.beside import said_beside
from agent.nlu.read import understand
from agent.nlu.tagger import default_tagger
from benchmarks.cv import DATA

CONTEXT = CoachContext(today=date(2026, 11, 22))
CV = (DATA / "fresh_3" / "12_multi_roles.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("before", "behind"),
    [
        ("here is my cv. what should I do next?", ""),
        ("", "What does someone like me earn in Denver?"),
        ("I have 6 hours a week for this,\nso what is the plan?", ""),
    ],
)
def test_sentences_around_a_cv_are_told_from_it(before: str, behind: str) -> None:
    assert said_beside(f"{before}\n\n{CV}\n\n{behind}".strip()) == before + behind


def test_a_cv_alone_says_nothing_beside_it() -> None:
    cvs = [path.read_text(encoding="utf-8") for path in DATA.glob("*/*.txt")]
    assert sum(bool(said_beside(cv)) for cv in cvs) * 10 <= len(cvs)
    assert said_beside("") == ""


@pytest.mark.parametrize(
    ("said", "wishes", "target", "hours"),
    [
        ("", ["tell"], None, None),
        ("Make me a plan to become a data analyst, 6 hours a week.", ["plan"], "data analyst", 6),
    ],
)
def test_a_cv_tells_and_what_is_said_beside_it_is_wanted(
    said: str, wishes: list[str], target: str | None, hours: int | None
) -> None:
    cv = (DATA / "held" / "26_nurse_federal.txt").read_text(encoding="utf-8")
    messages: list[AnyMessage] = [HumanMessage(f"{said}\n\n{cv}".strip())]
    read = understand({"messages": messages}, CONTEXT, default_tagger())
    profile = apply_changes(Profile(), read.changes)
    assert [wish.name for wish in read.wishes] == wishes
    assert (profile.target_role, profile.hours_per_week) == (target, hours)
    assert read.cv is not None
    assert read.dialogue is not None and read.dialogue.posting is None
