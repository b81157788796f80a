"""recall: what they told, in sentences, and how it is forgotten."""

from agent import wording
from agent.coaching.lines import Line, Said, asking, line
from agent.coaching.names import own_words
from agent.coaching.view import View
from agent.models import Wish


def say(wish: Wish, view: View) -> Said:  # noqa: ARG001 - a move's signature
    """Work, place and years; goal, hours and skills; offers and alternatives by their names."""
    lines, known = facts(view), view.dialogue
    if known.alternatives:
        roles = wording.listing([*map(own_words, known.alternatives)])
        lines.append(line("recall.alternatives", roles=roles))
    if any(offer.amounts for offer in known.offers):
        lines.append(line("recall.offers"))
    if not lines:
        return Said((line("recall.nothing"),), question=asking("current", "recall.start", 60, "tell"))
    return Said((*lines, line("recall.forget")))


def facts(view: View) -> list[Line]:
    """Work, place, years and goal as they told them."""
    profile = view.profile
    work, lives = profile.current_role or profile.former_role, profile.location
    tense, place = "now" if profile.current_role else "before", f" in {lives}" if lives else ""
    told = {
        f"work_{tense}": {"work": wording.article(own_words(work)), "place": place} if work else None,
        "place": {"place": lives} if lives and not work else None,
        "years": {"years": wording.number(years)}
        if (years := profile.years_experience) is not None
        else None,
        "pay": {} if profile.present_pay is not None else None,
        "goal": {"goal": wording.article(own_words(goal))} if (goal := profile.target_role) else None,
        "hours": {"hours": wording.hours(hours)} if (hours := profile.hours_per_week) else None,
        "skills": {"skills": wording.listing(profile.skills)} if profile.skills else None,
        "missing": {"skills": wording.listing(profile.missing_skills)} if profile.missing_skills else None,
    }
    return [line(f"recall.{name}", **values) for name, values in told.items() if values is not None]
