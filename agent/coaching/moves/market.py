"""market: who works in it here, growth, postings up and down, and what that means for the person."""

from collections.abc import Sequence
from typing import NamedTuple

from agent import wording
from agent.coaching import names
from agent.coaching.findings import Found, answering
from agent.coaching.lines import Cited, Line, Said, asking, line, line_about
from agent.coaching.not_known import which_job, which_place
from agent.coaching.requests import market_request
from agent.coaching.thresholds import CONCENTRATED, MOST_PLACES, SPARSE
from agent.coaching.view import View
from agent.models import Subject, ToolRequest, Wish
from tools.market.ages import last_day
from tools.market.models import MarketDocument, MarketFact
from tools.oews.role_links import link_role
from tools.salary.place import NATION_NAME

Market = Found[MarketDocument]
_SECOND_HAND = "second-hand"


class Counted(NamedTuple):
    """A subject whose occupation is counted there."""

    subject: Subject
    found: Market
    jobs: MarketFact


def needs(wish: Wish, view: View) -> list[ToolRequest]:
    """The market of each subject."""
    return [market_request(subject) for subject in view.subjects(wish)]


def say(wish: Wish, view: View) -> Said:
    """How many work in it, growth, both signs of postings, and the coach's reading; of two which has more jobs."""
    subjects = view.subjects(wish)
    if not subjects:
        return Said(question=which_job(view, "market"))
    found = [
        (each, held) for each in subjects if (held := answering(view.findings.markets, market_request(each)))
    ]
    counted = [Counted(subject, held, fact) for subject, held in found if (fact := _jobs(held))]
    ambiguous = next((held.document.ambiguous for _, held in found if held.document.ambiguous), None)
    if ambiguous:
        return which_place(ambiguous)
    if not counted:
        named = any(subject.role for subject in wish.subjects)
        question = None if named else asking("target", "market.which_sought", 90)
        return Said(tuple(_unknown(subject, held) for subject, held in found), question=question)
    lines = [] if len(counted) < 2 else [_which_has_more(counted)]
    lines += [_count(each) for each in counted]
    first = counted[0].found
    lines += _where(first) if len(counted) == 1 else []
    jobs = [*lines[1:], *lines[:1]] if len(counted) > 1 else lines
    both, growth = signs(first), _growth(first)
    if wish.kind == "jobs":
        return Said((*jobs, line("market.not_openings"), *both), again=(line("market.no_workplaces"), *both))
    if len(counted) == 1:
        lines = [*(_verdict(both) or _share(first)), *lines]
    slow = [line("market.not_only_you")] if any(said.key != "market.up" for said in both) else []
    outlook = (*growth, *_share(first), line("market.not_openings"))
    again = (*slow, *both) if both else outlook
    return Said((*lines, *both, *slow, *outlook), again=again)


def _verdict(both: Sequence[Line]) -> list[Line]:
    """How the market is, in a word, by the signs of postings."""
    if not both:
        return []
    keys = {said.key for said in both}
    key = "closed" if keys == {"market.down"} else "open" if keys == {"market.up"} else "mixed"
    return [line(f"market.{key}")]


def signs(found: Market) -> list[Line]:
    """The newest change of postings downwards and the newest upwards: both where both are held."""
    changes = [
        fact
        for fact in (*found.document.trends, *found.document.demand)
        if fact.statistic == "change"
        and fact.unit == "%"
        and not fact.superseded
        and fact.place == "United States"
    ]
    newest = sorted(changes, key=_newest_first)
    down, up = (next((f for f in newest if float(f.value) * sign > 0), None) for sign in (-1, 1))
    if down and up and (down.label, down.period, down.source) == (up.label, up.period, up.source):
        fell, rose = (
            line_about("market.down", about=_words(found, down)),
            line_about("market.rose", about=_words(found, up)),
        )
        # One sentence for both: neither half may be left out where room is short.
        return [Line("market.both", f"{fell.cited} {rose.text}", rose.evidence)]
    return [
        line_about(f"market.{key}", about=_words(found, f)) for key, f in (("down", down), ("up", up)) if f
    ]


def _newest_first(fact: MarketFact) -> tuple[bool, int, float]:
    """By the end of its period; of one day the larger change."""
    end = last_day(fact.period or "")
    return fact.aged, -(end.toordinal() if end else 0), -abs(float(fact.value))


def _jobs(found: Market) -> MarketFact | None:
    counts = (fact for fact in found.document.demand if fact.statistic == fact.topic == "employment")
    return next(counts, None)


def _words(found: Market, fact: MarketFact) -> dict[str, str]:
    """What sentences say of a figure, by the names of their placeholders."""
    own = (fact.subject, fact.place, fact.statistic, fact.period, fact.value)
    held = found.holding(
        lambda each: (each.subject, each.place, each.statistic, each.period, each.value) == own
    )
    title, _, code = fact.subject.rpartition(" (")
    value, evidence = wording.number(abs(float(fact.value))), held[0].id if held else ""
    return {
        "value": Cited(value, evidence),
        "share": Cited(f"{value}%", evidence),
        "subject": wording.subject(fact.subject),
        "change": fact.label.removeprefix("change").strip(),
        "source": fact.source.partition(", ")[0],
        "title": names.occupation(title, code.rstrip(")")),
        "place": names.area(fact.place or ""),
        "period": wording.period(fact.period),
    }


def _count(counted: Counted) -> Line:
    """People who hold such a job there, and who they are counted as."""
    about = _words(counted.found, counted.jobs)
    if any(link.proxy for link in link_role(counted.found.document.role)):
        return line_about("market.stand_in", about=about, role=names.people(counted.subject.role or ""))
    return line_about("market.jobs", about=about)


def _where(found: Market) -> list[Line]:
    """Of the nation the areas that hold most of these jobs."""
    places = [each for each in found.document.top_areas if each.statistic == "employment"][:MOST_PLACES]
    if found.document.area != NATION_NAME or not places:
        return []
    told = [f"{names.area(each.area)} ({wording.number(each.value)})" for each in places]
    ids = [
        item.id
        for item in found.evidence
        if any((figure.place, figure.value) == (places[0].area, places[0].value) for figure in item.figures)
    ]
    return [line("market.where", *ids[:1], places=wording.listing(told))]


def _which_has_more(counted: Sequence[Counted]) -> Line:
    first, more = counted[0], max(counted, key=lambda each: each.jobs.value)
    if all(each.jobs == first.jobs for each in counted):
        roles = [names.people(each.subject.role or "") for each in counted]
        return line("market.counted_as_one", roles=wording.listing(roles))
    if len({each.subject.role for each in counted}) == 1:
        return line("market.more_there", place=names.area(more.jobs.place or ""))
    return line("market.more_jobs", role=names.people(more.subject.role or ""))


def _growth(found: Market) -> list[Line]:
    """The newest projection; who read it, where that was not at the source."""
    facts = [
        f
        for f in found.document.demand
        if (f.topic, f.statistic) == ("outlook", "growth") and not f.superseded
    ]
    title = link_role(found.document.role)[0].occupation.title.casefold()
    fact = min(facts, key=lambda each: (each.subject.casefold() != title, _newest_first(each)), default=None)
    if fact is None:
        return [line("market.no_projection")]
    key = "market.growth_second_hand" if (fact.trust or "").startswith(_SECOND_HAND) else "market.growth"
    return [line_about(key, about=_words(found, fact))]


def _share(found: Market) -> list[Line]:
    """Whether there is clearly more or less of it here than in the nation."""
    share = next((fact for fact in found.document.demand if fact.statistic == "location_quotient"), None)
    if share is None or SPARSE < float(share.value) < CONCENTRATED:
        return []
    key = "market.concentrated" if float(share.value) >= CONCENTRATED else "market.sparse"
    return [line_about(key, about=_words(found, share))]


def _unknown(subject: Subject, found: Market) -> Line:
    role = names.own_words(subject.role or "")
    if link_role(found.document.role) and found.document.area is None:
        return line("market.no_place", role=names.people(role), place=subject.place or "")
    return line("market.unknown", role=role)
