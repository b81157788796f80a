"""A posting that is handed over in a conversation, offline: set against the person, also while a plan waits."""

from datetime import date
from pathlib import Path

from agent import Coach

POSTING = (
    "Data Engineer\nExample Freight, Memphis, TN\n\nRequirements\n- SQL\n- Python\n- Airflow\n- 3+ years\n\n"
    "Pay: $110,000 to $130,000 a year\n"
)


def test_a_posting_is_answered_and_leaves_the_profile_and_the_plan_that_waits_alone(tmp_path: Path) -> None:
    with Coach(home=tmp_path, today=date(2026, 11, 28), offline=True) as coach:
        told = coach.ask("I'm a data analyst in Tulsa, I know SQL. 8 hours a week.", thread="t")
        read = coach.read_posting(POSTING, thread="t")
        assert "SQL" in read.reply and "Airflow" in read.reply and "Memphis" in read.reply
        assert read.profile == told.profile
        coach.ask("make me a plan to become a data engineer", thread="t")
        shorter = POSTING.replace("Airflow", "Tableau")
        again = coach.read_posting(shorter, thread="t")
    assert again.status == "awaiting_approval"
    assert "Tableau" in again.reply
    assert again.profile.location == "Tulsa"
