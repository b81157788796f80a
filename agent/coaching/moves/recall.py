"""recall: what they told, in sentences, and how it is forgotten."""

from agent import wording
from agent.coaching.amounts import base_of, in_words
from agent.coaching.lines import Line, Said, asking, line
from agent.coaching.names import own_words
from agent.coaching.view import View
from agent.models import Offer, Wish


def say(wish: Wish, view: View) -> Said:  # noqa: ARG001 - a move's signature
    """Work, place and years; goal, hours and skills; offers and alternatives by their names."""
    lines, known = facts(view), view.dialogue
    if known.alternatives:
        roles = wording.listing([*map(own_words, known.alternatives)])
        lines.append(line("recall.alternatives", roles=roles))
    if offers := [_in_words(offer) for offer in known.offers if offer.amounts]:
        lines.append(line("recall.offers", offers=wording.listing(list(dict.fromkeys(offers)))))
    if not lines:
        return Said((line("recall.nothing"),), question=asking("current", "recall.start", 60, "tell"))
    return Said((*lines, line("recall.forget")))


def _in_words(offer: Offer) -> str:
    """An offer in a few words: "$95,000 a year in Austin"."""
    base = base_of(offer.amounts) or offer.amounts[0]
    role = f" as {wording.article(own_words(offer.role))}" if offer.role else ""
    return in_words(base) + role + (f" in {offer.place}" if offer.place else "")


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
        "pay": {"pay": wording.money(pay)} if (pay := profile.present_pay) is not None else None,
        "goal": {"goal": wording.article(own_words(goal))} if (goal := profile.target_role) else None,
        "hours": {"hours": wording.hours(hours)} if (hours := profile.hours_per_week) else None,
        "skills": {"skills": wording.listing(profile.skills)} if profile.skills else None,
        "missing": {"skills": wording.listing(profile.missing_skills)} if profile.missing_skills else None,
    }
    return [line(f"recall.{name}", **values) for name, values in told.items() if values is not None]
