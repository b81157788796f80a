"""A plan that is not wanted any more goes by words; ordinary news beside it leaves it waiting."""

from pathlib import Path

from agent.session.coach import Coach

ASKED = "make me a plan to become a data analyst, 6 hours a week"


def test_a_plan_that_is_not_wanted_any_more_goes_by_words(tmp_path: Path) -> None:
    with Coach(home=tmp_path, offline=True) as coach:
        assert coach.ask(ASKED, thread="t").status == "awaiting_approval"
        assert coach.ask("my wife danced when she heard", thread="t").status == "awaiting_approval"
        dropped = coach.ask("scrap that plan, I don't want it any more", thread="t")
        assert dropped.status == "answered" and "this plan goes" in dropped.reply
        assert [call.name for call in dropped.tools] == []
        after = coach.ask("what does a data analyst make in Tulsa?", thread="t")
        assert after.status == "answered" and after.plan is None
