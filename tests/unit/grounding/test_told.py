"""What the person named of money is theirs to repeat, and to take differences from."""

import pytest

from agent.models import Amount, Profile
from tests.prose.replies import check_answer
from tools.evidence import Evidence, Figure, Source

WAGE = Evidence(
    id="E1",
    kind="salary",
    text="Electricians (47-2111) in Houston, TX: median $59,180 (2025-05).",
    figures=[
        Figure(
            label="median annual wage",
            value=59180,
            unit="USD/year",
            subject="Electricians (47-2111)",
            place="Houston, TX",
            period="2025-05",
            statistic="p50",
        )
    ],
    source=Source(title="Wages", publisher="Office", date="2025-05"),
)
ROAD = Evidence(
    id="E2",
    kind="roadmap",
    text="Roadmap to Data analyst: 108 hours, 16 weeks.",
    figures=[
        Figure(
            label="hours left",
            value=108,
            unit="hours",
            subject="Data analyst",
            period="2026-11",
            statistic="typical",
        )
    ],
    source=Source(title="Skills"),
)
OPENING = "Electricians in Houston, TX have a median of $59,180 (May 2025) [E1]. "
HOURLY = Amount(low=38, period="hour")


@pytest.mark.parametrize(
    ("sentence", "held"),
    [
        ("That is about $8,800 less than your $68,000 [E1].", True),
        ("That is about $9,900 less than your $68,000 [E1].", False),
        ("That is less than your $71,000 [E1].", False),
        ("Your $38 an hour is $79,040 a year at 2,080 hours.", True),
        ("Your $38 an hour is $83,000 a year at 2,080 hours.", False),
        ("Your $38 an hour is $79,040 a year at 1,900 hours.", False),
        ("It is about $19,900 above the median [E1].", True),
        ("It is about $12,900 above the median [E1].", False),
        ("The way to data analyst takes about 108 hours of study [E2].", True),
        ("The way to data analyst takes about 180 hours of study [E2].", False),
        ("In Chicago, IL the median is $59,180 [E1].", False),
    ],
)
def test_amounts_told_and_differences_from_them(sentence: str, held: bool) -> None:
    profile = Profile(present_pay=68000)
    found = check_answer(OPENING + sentence, [WAGE, ROAD], profile, told=[HOURLY])
    assert (found == []) is held, found


def test_nobody_else_has_these_amounts() -> None:
    assert check_answer(f"{OPENING}That is less than your $68,000.", [WAGE], Profile())


def test_an_occupation_may_be_said_as_people_say_it() -> None:
    jobs = WAGE.model_copy(
        update={
            "figures": [
                WAGE.figures[0].model_copy(update={"subject": "Computer Occupations, All Other (15-1299)"})
            ]
        }
    )
    said = "In Houston, TX other computer jobs have a median of $59,180 (May 2025) [E1]."
    assert check_answer(said, [jobs], Profile()) == []
    assert check_answer(said.replace("other computer jobs", "plumbers"), [jobs], Profile())
