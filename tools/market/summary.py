"""`summarize`: the job market of a role in a place, from official statistics and dated figures of others."""

from tools.errors import UsageError
from tools.market import facts, feeds, official, technologies
from tools.market.ages import AGED_MONTHS
from tools.market.facts import Fact
from tools.market.models import MarketDocument
from tools.oews.models import Area, OccupationLink
from tools.oews.role_links import link_role
from tools.salary.asked import clean, role_of
from tools.salary.families import families
from tools.salary.pay import role_notes
from tools.salary.place import Place, area_name, resolve
from tools.settings import read_settings, today

PREMIUM_NOTE = (
    "Sources disagree on what AI skills add to pay because each measures something else ({names}); "
    "they are shown side by side and not averaged."
)


def summarize(role: str, location: str | None = None) -> MarketDocument:
    """Summarise demand, trends, places, industries and technologies for a role.

    `location` is a US place in words (default: the nation). Raises UsageError for an empty role. Sources: OEWS,
    O*NET, seeds/tables/market_facts.csv, and a feed of live postings when one is configured.
    """
    role = role_of(role)
    place = resolve(clean(location, "place"))
    links = link_role(role)
    document = MarketDocument(role=role, ambiguous=list(place.ambiguous), notes=role_notes(role, links))
    if place.note:
        document.notes.append(place.note)
    if links and place.area is not None:
        document.area = area_name(place.area)
        _add_official(document, links, place.area)
        _add_facts(document, links)
    if links and not place.ambiguous:
        _add_postings(document, place)
    return document


def _add_official(document: MarketDocument, links: list[OccupationLink], area: Area) -> None:
    for link in links:
        found, notes, evidence = official.demand(link.occupation, area)
        document.demand += found
        document.notes += notes
        document.evidence += evidence
    first = links[0].occupation
    document.top_areas, notes, evidence = official.top_areas(first, area)
    document.notes += notes
    document.evidence += evidence
    document.top_industries, evidence = official.top_industries(first)
    document.evidence += evidence


def _add_facts(document: MarketDocument, links: list[OccupationLink]) -> None:
    roles = families(document.role)
    # What a role may be besides brings its outlook and no other figures; stand-ins together are the role.
    codes = [link.occupation.code for link in links]
    own = facts.facts_for(roles, codes if links[0].proxy else codes[:1])
    found = [fact for fact in facts.facts_for(roles, codes) if fact in own or fact.topic == "outlook"]
    if all(
        link.proxy for link in links
    ):  # what stand-ins were paid in other years says nothing about this role
        found = [fact for fact in found if fact.topic != facts.PAY]
    skills = [fact for fact in found if fact.topic == facts.TECHNOLOGY]
    document.technologies, notes, evidence = (
        technologies.from_postings(skills) if skills else technologies.from_onet(links[0].occupation)
    )
    others = [fact for fact in found if fact.topic != facts.TECHNOLOGY]
    day = today()
    document.demand += [facts.as_market_fact(fact, day) for fact in others if fact.in_demand]
    document.trends = [facts.as_market_fact(fact, day) for fact in others if not fact.in_demand]
    document.evidence += [*facts.evidence(others), *evidence]
    document.notes += [*notes, *_gaps(document, links, others)]


def _gaps(document: MarketDocument, links: list[OccupationLink], found: list[Fact]) -> list[str]:
    """Say what is not held, what disagrees and what is old."""
    notes = []
    title = links[0].occupation.title
    if not any(fact.topic == "outlook" for fact in found):
        notes.append(f"No projection of employment is held for {title}.")
    if not any(fact.topic in {"posting", "seniority"} for fact in found):
        notes.append(f"No trend of job postings is held for {document.role!r}.")
    premiums = [fact.source.publisher or fact.source.title for fact in found if fact.topic == facts.PREMIUM]
    if len(set(premiums)) > 1:
        notes.append(PREMIUM_NOTE.format(names=", ".join(dict.fromkeys(premiums))))
    shown = [*document.demand, *document.trends]
    if aged := sum(fact.aged for fact in shown):
        notes.append(f"{aged} of {len(shown)} figures are older than {AGED_MONTHS} months and marked so.")
    if any(fact.superseded for fact in shown):
        notes.append("Older editions that count the same people as a newer one are marked superseded.")
    return notes


def _add_postings(document: MarketDocument, place: Place) -> None:
    """Live postings, where a feed is configured; one that fails is said and left out."""
    for feed in _configured_feeds(document.notes):
        try:
            postings = feed.postings(document.role, place)
        except feeds.FeedError as error:
            document.notes.append(f"Live postings of {feed.name} are left out: {error}")
            continue
        document.trends += feeds.as_facts(postings)
        document.evidence.append(feeds.evidence(postings))


def _configured_feeds(notes: list[str]) -> list[feeds.MarketFeed]:
    """The feeds whose keys are set; a half-configured one is said in `notes`."""
    found = read_settings()
    keys = (found.adzuna_app_id, found.adzuna_app_key)
    if not any(keys):
        return []
    if found.adzuna_app_id is None or found.adzuna_app_key is None:
        notes.append(
            "Live postings are off: of COACH_ADZUNA_APP_ID and COACH_ADZUNA_APP_KEY only one is set."
        )
        return []
    from tools.market.adzuna import Adzuna

    try:
        return [
            Adzuna(
                found.adzuna_app_id,
                found.adzuna_app_key,
                url=found.adzuna_url,
                timeout=found.feed_timeout_seconds,
            )
        ]
    except UsageError as error:
        notes.append(f"Live postings are off: {error.message}")
        return []
