"""The texts of a plan by their place: claims of sections, and the lists beside them."""

from agent.models import Claim, Plan

Texts = dict[tuple[str, int], Claim]
LISTS = ("assumptions", "next_actions")  # texts of a plan outside its sections


def plan_texts(plan: Plan) -> Texts:
    """Every text of a plan by its section or list and its place there; those of a list as claims without evidence."""
    placed = {section.id: section.claims for section in plan.sections}
    placed |= {name: [Claim(text=text) for text in getattr(plan, name)] for name in LISTS}
    return {(place, at): claim for place, claims in placed.items() for at, claim in enumerate(claims)}


def with_texts(plan: Plan, texts: Texts) -> Plan:
    """The plan with these texts and no others, each in its section or list; a section without any goes."""

    def of(place: str) -> list[Claim]:
        return [claim for (section, _), claim in texts.items() if section == place]

    sections = [
        each.model_copy(update={"claims": claims}) for each in plan.sections if (claims := of(each.id))
    ]
    lists = {name: [claim.text for claim in of(name)] for name in LISTS}
    return plan.model_copy(update={"sections": sections, **lists})


def place_of(place: str, at: int) -> str:
    """How a violation names the place of a text."""
    return f"{place}/{at}" if place in LISTS else f"{place}/claims/{at}"
