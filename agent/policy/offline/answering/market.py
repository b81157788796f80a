"""How much a role is wanted: what was asked about it first, in dated figures."""

import re
from collections.abc import Callable
from dataclasses import replace

from agent import wording
from agent.models import Claim
from agent.plans.drafting.market import Market, area_claim, fact_claims, technology_claim
from agent.plans.drafting.notes import note_claims
from agent.policy.offline.answering.markdown import bullets, cited
from agent.policy.offline.answering.places import industry_claims, pay_places_claim
from agent.policy.offline.answering.question import Question
from agent.policy.offline.answering.salary import ask_which_place, begins_with, for_people, instead
from tools.market.models import MarketFact

_FACTS = 3
_NOTES = 2
_ABOUT = re.compile(r"([A-Z][^:]*?)(?:, [^:]+)?: (?:employment|no )")
_STATES = (
    "The ranking is of cities and regions, not of whole states; ask me about a state and I'll look it up."
)
_HANDBOOK = (
    "The Bureau of Labor Statistics publishes one for each occupation in its Occupational Outlook Handbook "
    "(bls.gov/ooh)."
)
# What is said in one sentence of the reply's own, or needs no word where it was not asked for.
_SAID = re.compile(
    r"^Sources disagree on what AI skills add|no technology is marked as in demand|^No projection of employment|^No trend of job postings|could be several places: "
)


def market_reply(found: Market, question: Question) -> str:
    """The part that was asked for; of a general question the figures that count today and where the work is."""
    document = found.document
    if document.ambiguous:
        return ask_which_place(str(found.result.args.get("location") or "place"), document.ambiguous)
    if not (document.demand or document.trends or document.top_areas or document.technologies):
        return _unknown(found, question)
    part = next((part for name, part in _PARTS.items() if question.wants(name)), _general)
    return "\n\n".join(each for each in (part(found, question), _counted(found, question)) if each)


def _counted(found: Market, question: Question) -> str:
    """Whose figures these are, where the role goes by another name in the statistics; once in a conversation."""
    from tools.salary.pay import role_links

    links, role = role_links(found.document.role), wording.inline(found.document.role)
    title = wording.subject(links[0].occupation.title) if links else ""
    if not links or begins_with(title, role):
        return ""
    none, among = (
        f"Official statistics have no occupation called “{role}”",
        f"Official statistics count “{role}” among",
    )
    if question.is_told(none) or question.is_told(among):
        return ""
    return f"{none}: {title} stand in for it here." if links[0].proxy else f"{among} {title}."


def _general(found: Market, question: Question) -> str:
    claims = fact_claims(found, _FACTS)
    claims += [claim for claim in (area_claim(found), technology_claim(found)) if claim is not None]
    kept = question.untold(claims) or claims
    return "\n\n".join(part for part in (bullets(kept), _remarks(found, question)) if part)


def _remarks(found: Market, question: Question) -> str:
    notes = [
        for_people(note) for note in found.document.notes if not _SAID.search(note) and _concerns(found, note)
    ]
    claims = question.untold(note_claims(notes, found.evidence, question.profile, _NOTES))
    missing = "" if _growth(found) else question.once(f"My sources hold no projection for {_title(found)}.")
    return " ".join(part for part in (*map(cited, claims), missing) if part)


def _concerns(found: Market, note: str) -> bool:
    """Whether a note about one occupation is about the one whose figures are shown."""
    match = _ABOUT.match(note)
    return match is None or wording.subject(match[1]) == _title(found)


def _outlook(found: Market, question: Question) -> str:
    """The projection first; where none is held, that, who has one, and what stands today."""
    growth, others = _growth(found), _others(found)
    if growth is not None:
        return "\n\n".join(part for part in (cited(growth), bullets(others[:2])) if part)
    lead = f"My sources hold no projection for {_title(found)}. {question.once(_HANDBOOK)}".strip()
    today = question.untold(others[:2])
    return f"{lead} What stands today:\n\n{bullets(today)}" if today else lead


def _automation(found: Market, question: Question) -> str:
    lead = "How much of this work machines will take over is in none of my sources, so I will not guess."
    growth = _growth(found)
    if growth is not None:
        return f"{lead} The official projection is this: {cited(growth)}"
    today = question.untold(_others(found)[:1])
    missing = f"They hold no projection for {_title(found)} either. {question.once(_HANDBOOK)}".strip()
    return " ".join([lead, missing, *map(cited, today)])


def _count(found: Market, question: Question) -> str:
    claims = fact_claims(_with(found, lambda fact: _kind(fact) == "employment"), 1)
    return cited(claims[0]) if claims else _general(found, question)


def _places(found: Market, question: Question) -> str:
    claim = area_claim(found)
    return (
        f"{cited(claim)} {_of_states(question)}".strip() if claim is not None else _general(found, question)
    )


def _pay_places(found: Market, question: Question) -> str:
    claim = pay_places_claim(found)
    if claim is None:
        return f"Where {_title(found)} are paid best is not known to my sources."
    caveat = question.once("It says nothing of what living there costs.")
    return " ".join(part for part in (cited(claim), caveat, _of_states(question)) if part)


def _of_states(question: Question) -> str:
    return question.once(_STATES) if question.wants("states") else ""


def _industries(found: Market, question: Question) -> str:
    lead, claims = industry_claims(found)
    return f"{lead}\n\n{bullets(claims)}" if claims else _general(found, question)


def _technologies(found: Market, question: Question) -> str:
    claim = technology_claim(found)
    if claim is not None:
        return cited(claim)
    lead = f"No software or tool is marked as in demand for {_title(found)}, and my sources list no other skills of it."
    return f"{lead} {question.once('O*NET OnLine (onetonline.org) describes what each occupation asks for.')}".strip()


_PARTS: dict[str, Callable[[Market, Question], str]] = {
    "pay_places": _pay_places,
    "industries": _industries,
    "automation": _automation,
    "outlook": _outlook,
    "count": _count,
    "technologies": _technologies,
    "places": _places,
}


def number_claims(found: Market) -> list[Claim]:
    """How many do the work, and what is projected for it."""
    jobs = fact_claims(_with(found, lambda fact: _kind(fact) == "employment"), 1)
    growth = _growth(found)
    return [*jobs, *([growth] if growth else [])]


def _growth(found: Market) -> Claim | None:
    fact = growth_fact(found)
    return next(iter(fact_claims(_with(found, lambda each: each == fact), 1)), None) if fact else None


def growth_fact(found: Market) -> MarketFact | None:
    """The newest projection of the first occupation that has one, in the order in which the role is counted."""
    order = list(dict.fromkeys(wording.subject(fact.subject) for fact in found.document.demand))
    facts = [*found.document.demand, *found.document.trends]
    growth = [fact for fact in facts if _kind(fact) == "growth" and not fact.superseded]

    def rank(fact: MarketFact) -> int:
        return (
            order.index(wording.subject(fact.subject))
            if wording.subject(fact.subject) in order
            else len(order)
        )

    best = min(map(rank, growth), default=0)
    return max(
        (fact for fact in growth if rank(fact) == best), key=lambda fact: fact.published or "", default=None
    )


def _others(found: Market) -> list[Claim]:
    """What counts today beside the projection."""
    return fact_claims(_with(found, lambda fact: _kind(fact) != "growth"), _FACTS)


def _kind(fact: MarketFact) -> str:
    """The kind of a statistic: "change senior" is a change."""
    return fact.statistic.split(" ", 1)[0]


def _with(found: Market, test: Callable[[MarketFact], bool]) -> Market:
    """The finding with only the facts that pass `test`."""
    document = found.document
    kept = {
        name: [fact for fact in facts if test(fact)]
        for name, facts in (("demand", document.demand), ("trends", document.trends))
    }
    return replace(found, document=document.model_copy(update=kept))


def _title(found: Market) -> str:
    """The occupation that the figures are about, in running text."""
    facts = found.document.demand
    return wording.subject(facts[0].subject) if facts else f"“{wording.inline(found.document.role)}”"


def _unknown(found: Market, question: Question) -> str:
    document = found.document
    notes = [for_people(note) for note in document.notes]
    said = " ".join(cited(note) for note in note_claims(notes, found.evidence, question.profile))
    lead = said or f"How much {wording.inline(document.role)} is wanted is not known to my sources."
    return f"{lead} {instead(document.role, question)}".strip()
