"""What the person got done since their plans began, and the weeks they go without."""

from agent import wording
from agent.models import Claim, Section
from agent.plans.drafting.facts import PlanFacts
from agent.plans.progress import weeks_without_time


def progress_section(facts: PlanFacts) -> Section:
    """All of it is the person's own word; a plan without progress has no such section."""
    done, lost = facts.progress.done, facts.progress.lost_weeks
    texts = [
        f"You finished {wording.listing(done)}: the plan does not ask for it again." if done else "",
        f"You lost {wording.weeks(lost)} in all." if lost else "",
        _kept_free(weeks_without_time(facts.progress, facts.today)),
    ]
    claims = [Claim(text=text, by="person") for text in texts if text]
    return Section(id="progress", title="Done so far", claims=claims)


def _kept_free(weeks: list[int]) -> str:
    if not weeks:
        return ""
    named = f"Week {weeks[0]} is" if len(weeks) == 1 else f"Weeks {wording.listing([*map(str, weeks)])} are"
    return f"{named} kept free, because you have no time then."
