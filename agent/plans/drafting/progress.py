"""What the person got done since their plans began, and the weeks they go without."""

from agent import wording
from agent.models import Claim, Section
from agent.plans.drafting.facts import PlanFacts
from agent.plans.progress import weeks_without_time


def progress_section(facts: PlanFacts) -> Section:
    """All of it is the person's own word; a plan without progress has no such section."""
    done, free = facts.progress.done, weeks_without_time(facts.progress, facts.today)
    lost = facts.progress.lost_weeks - len(free)  # those ahead are not lost yet
    texts = [
        f"You finished {wording.listing(done)}: the plan does not ask for it again." if done else "",
        f"You lost {wording.weeks(lost)} in all." if lost > 0 else "",
        _kept_free(free),
    ]
    claims = [Claim(text=text, by="person") for text in texts if text]
    return Section(id="progress", title="Done so far", claims=claims)


def _kept_free(weeks: list[int]) -> str:
    if not weeks:
        return ""
    named = f"Week {weeks[0]} is" if len(weeks) == 1 else f"Weeks {wording.listing([*map(str, weeks)])} are"
    return f"{named} kept free for the time without work that you told."
