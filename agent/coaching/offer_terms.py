"""What was told with an offer and no yearly sum holds: that it rises or ends, what it costs, which benefits it has not."""

from agent import wording
from agent.coaching.amounts import in_words, year_of
from agent.coaching.lines import Line, line
from agent.coaching.one_measure import Week
from agent.coaching.view import View
from agent.coaching.wages import apart
from agent.models import Amount, Offer
from agent.nlu.values.money import commission_in
from agent.nlu.values.pay_periods import WEEKS_A_YEAR


def terms(offer: Offer, base: Amount) -> list[Line]:
    """The rise after a trial, what comes off, and what neither sum holds, one line each."""
    year = year_of(base)
    if base not in offer.amounts or year is None:
        return []
    costs = _costs(offer, float(year))
    return [*(costs or _benefits(offer)), *_later(offer, base)]


def ending(offer: Offer, base: Amount, now: Amount) -> list[Line]:
    """Of work that ends what it brings until then beside what they earn in that time: a year of it is not to be had."""
    if offer.weeks is None or base not in offer.amounts or offer.weeks >= WEEKS_A_YEAR:
        return []
    sums = (Week("", each).year * float(offer.weeks) / WEEKS_A_YEAR for each in (base, now))
    then, own = (wording.money(round(each, -2)) for each in sums)
    return [line("offer.ends", weeks=wording.weeks(round(offer.weeks)), sum=then, now=own)]


def commission(view: View) -> list[Line]:
    """That a share of what is sold is no sum yet, where one is offered now."""
    share = commission_in(view.message) if view.is_offered_now else None
    return [line("offer.commission", share=share)] if share else []


def _later(offer: Offer, base: Amount) -> list[Line]:
    rise = next((each for each in offer.amounts if each.kind == "later"), None)
    before, after = year_of(base), year_of(rise.model_copy(update={"hours": base.hours})) if rise else None
    if rise is None or before is None or after is None or after <= before:
        return []
    return [line("offer.later", amount=in_words(rise), gap=apart(after, before))]


def _costs(offer: Offer, year: float) -> list[Line]:
    """What they would have to pay themselves, taken off."""
    cost = next((each for each in offer.amounts if each.kind == "cost"), None)
    off = year_of(cost) if cost else None
    if cost is None or off is None or off >= year:
        return []
    return [
        line("offer.cost", amount=in_words(cost), year=wording.money(off), rest=wording.money(year - off))
    ]


def _benefits(offer: Offer) -> list[Line]:
    lacks, held = wording.listing(offer.lacks, "or"), wording.listing(offer.held)
    if offer.lacks and offer.held:
        return [line("offer.without_now_with", lacks=lacks, held=held)]
    if offer.lacks:
        return [line("offer.without", lacks=lacks)]
    return [line("offer.now_with", held=held)] if offer.held and not offer.benefits else []
