"""market: who works in it here, growth, postings up and down, and what that means for the person."""

from collections.abc import Sequence

from agent import wording
from agent.coaching import names
from agent.coaching.findings import Found, answering
from agent.coaching.lines import Cited, Line, Said, asking, line, line_about
from agent.coaching.requests import market_request
from agent.coaching.thresholds import CONCENTRATED, SPARSE
from agent.coaching.view import View
from agent.models import Subject, ToolRequest, Wish
from tools.market.ages import last_day
from tools.market.models import MarketDocument, MarketFact
from tools.salary.pay import role_links

Market = Found[MarketDocument]
_SECOND_HAND = "second-hand"


def needs(wish: Wish, view: View) -> list[ToolRequest]:
    """The market of each subject."""
    return [market_request(subject) for subject in view.subjects(wish)]


def say(wish: Wish, view: View) -> Said:
    """How many work in it, growth, both signs of postings, and the coach's reading; of two which has more jobs."""
    subjects = view.subjects(wish)
    if not subjects:
        return Said(question=asking("target", "market.which_job", 90))
    found = [
        (each, held) for each in subjects if (held := answering(view.findings.markets, market_request(each)))
    ]
    counted = [(subject, held, fact) for subject, held in found if (fact := _jobs(held))]
    ambiguous = next((held.document.ambiguous for _, held in found if held.document.ambiguous), None)
    if ambiguous:
        return Said(question=asking("place", "not_known.which_place", 95, places="; ".join(ambiguous)))
    if not counted:
        named = any(subject.role for subject in wish.subjects)
        question = None if named else asking("target", "market.which_sought", 90)
        return Said(tuple(_unknown(subject, held) for subject, held in found), question=question)
    lines = [] if len(counted) < 2 else [_which_has_more(counted)]
    lines += [_count(subject, held, fact) for subject, held, fact in counted]
    first = counted[0][1]
    both = signs(first)
    slow = [line("market.not_only_you")] if any(said.key != "market.up" for said in both) else []
    return Said((*lines, *_share(first), *both, *slow, *_growth(first), line("market.not_openings")))


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
    return next(
        (
            fact
            for fact in found.document.demand
            if fact.statistic == "employment" and fact.topic == "employment"
        ),
        None,
    )


def _words(found: Market, fact: MarketFact) -> dict[str, str]:
    """What sentences say of a figure, by the names of their placeholders."""
    own = (fact.subject, fact.place, fact.statistic, fact.period, fact.value)
    held = found.holding(
        lambda each: (each.subject, each.place, each.statistic, each.period, each.value) == own
    )
    return {
        "value": Cited(wording.number(abs(float(fact.value))), held[0].id if held else ""),
        "share": Cited(f"{wording.number(abs(float(fact.value)))}%", held[0].id if held else ""),
        "subject": wording.subject(fact.subject),
        "change": fact.label.removeprefix("change").strip(),
        "source": fact.source.partition(", ")[0],
        "title": _who(fact),
        "place": names.area(fact.place or ""),
        "period": wording.period(fact.period),
    }


def _count(subject: Subject, found: Market, fact: MarketFact) -> Line:
    """People who hold such a job there, and who they are counted as."""
    if any(link.proxy for link in role_links(found.document.role)):
        return line_about("market.stand_in", about=_words(found, fact), role=names.people(subject.role or ""))
    return line_about("market.jobs", about=_words(found, fact))


def _who(fact: MarketFact) -> str:
    title, _, code = fact.subject.rpartition(" (")
    return names.occupation(title, code.rstrip(")"))


def _which_has_more(counted: Sequence[tuple[Subject, Market, MarketFact]]) -> Line:
    more = max(counted, key=lambda each: each[2].value)
    same_role = len({subject.role for subject, _, _ in counted}) == 1
    if same_role:
        return line("market.more_there", place=names.area(more[2].place or ""))
    return line("market.more_jobs", role=names.people(more[0].role or ""))


def _growth(found: Market) -> list[Line]:
    """The newest projection; who read it, where that was not at the source."""
    facts = [
        f
        for f in found.document.demand
        if f.topic == "outlook" and f.statistic == "growth" and not f.superseded
    ]
    title = role_links(found.document.role)[0].occupation.title.casefold()
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
    if role_links(found.document.role) and found.document.area is None:
        return line("market.no_place", role=names.people(role), place=subject.place or "")
    return line("market.unknown", role=role)
