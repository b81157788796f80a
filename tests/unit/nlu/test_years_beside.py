"""Years told beside a former job: those of work in it count, those at home or in other work do not."""

from datetime import date

import pytest
from langchain_core.messages import HumanMessage

from agent.context import CoachContext
from agent.models import Profile
from agent.nlu.read import understand
from agent.nlu.tagger import default_tagger


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("I was a welder, then 8 years at home with my kids. What could I earn in Toledo?", None),
        ("used to be a dental assistant. raised two kids for 10 years since, now I want back", None),
        ("I worked as an electrician before, the last six years I drove a truck.", None),
        ("former line cook here, been out 5 years caring for my dad", None),
        ("used to be a nurse, 9 years on a med surg floor, then 4 years home with my mom", 9),
        ("I was an electrician for 12 years until my back went.", 12),
        ("laid off machinist, 20 years. what now", 20),
    ],
)
def test_years_at_home_or_in_other_work_are_none_in_the_former_job(text: str, years: int | None) -> None:
    state = {"messages": [HumanMessage(text)], "profile": Profile()}
    read = understand(state, CoachContext(today=date(2026, 11, 29), user="u"), default_tagger())  # type: ignore[arg-type]
    told = {change.field: change.value for change in read.changes}
    assert told.get("years_experience") == years
    assert "former_role" in told
