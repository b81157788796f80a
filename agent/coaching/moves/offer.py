"""offer: whether an amount offered or earned is low, fair or high for the work and the place."""

from dataclasses import replace

from agent import wording
from agent.coaching import one_measure
from agent.coaching.amounts import (
    base_of,
    by_the_year,
    in_words,
    is_contract,
    periods_in_words,
    upper_end,
    year_of,
)
from agent.coaching.lines import Cited, Line, Question, Said, asking, line, line_about
from agent.coaching.not_known import not_known
from agent.coaching.offer_terms import commission, ending, terms
from agent.coaching.offers import (
    Placed,
    as_placed,
    benefits,
    beside,
    named_benefits,
    other_terms,
    percentile,
    placing,
    stands,
)
from agent.coaching.thresholds import HIGH_PERCENTILE, LOW_PERCENTILE, MIDDLE, SEASONED_YEARS
from agent.coaching.view import View
from agent.coaching.wages import Pay, apart, pay_of, wage_table
from agent.coaching.work_weeks import week_lines
from agent.models import Amount, Offer, Subject, ToolRequest, Wish
from agent.nlu.pay import yearly
from agent.nlu.values.money import PIECE_RATE
from tools.evidence import Number
from tools.oews.general import leads


def needs(wish: Wish, view: View) -> list[ToolRequest]:
    """Wages of the job with the amount placed among them, of a range both ends."""
    own_trade = _own_trade_request(amount_of(wish, view), view)
    return [request for request in (_request(wish, view), _upper_request(wish, view), own_trade) if request]


def say(wish: Wish, view: View) -> Said:
    """Low, fair or high with the percentile, what the median is, and what the coach would do."""
    amount, subject, request = amount_of(wish, view), subject_of(wish, view), _request(wish, view)
    if amount is None:
        return _how_much(_amounts(wish, view), view)
    if amount.currency != "USD":
        return Said((line("offer.other_currency", amount=in_words(amount)),))
    if amount.period is None and year_of(amount) is None:
        return Said(question=_which_period(amount))
    if subject is None or request is None:
        kept = line("offer.kept", amount=by_the_year(amount))
        return Said((kept,), question=asking("current", "offer.which_job", 95))
    pay = pay_of(subject, view, request)
    if pay is None:
        missing = not_known(subject, view, request)
        kept = line("offer.kept", amount=by_the_year(amount))
        return Said(missing.lines or (kept,), question=missing.question)
    return _judged_offer(wish, amount, pay, view)


def _judged_offer(wish: Wish, amount: Amount, pay: Pay, view: View) -> Said:
    """The verdict with its reasons; the view alone where it was judged before."""
    subject = pay.subject
    verdict, *median = _verdict(pay, amount)
    lean = [] if amount.kind == "total" else [_view(pay, view)]
    joy = replace(verdict, text=f"{line('offer.joy').text} {verdict.text}")
    again = (*lean, verdict)
    if told_now := _told_now(amount, pay, view):
        return Said((*told_now, line("offer.set_beside")))
    if lean and {joy.digest, verdict.digest} & set(view.dialogue.said):
        return Said(
            (_decision(lean[0], verdict, amount, pay, view), *median)
        )  # whether to take it is what is left
    if view.is_offered_now and len(view.dialogue.offers) < 2 and verdict.key != "offer.low":
        verdict = joy
    other = base_of(view.dialogue.offers[-2].amounts) if len(view.dialogue.offers) > 1 else None
    weeks = _against_now(amount, view)
    if own_trade := _in_own_trade(amount, view) if weeks else []:
        leads_only = line("measure.leads_only")
        stands_so = stands([Placed(amount, pay)])
        return Said((*weeks, *own_trade, leads_only, *stands_so), *wage_table([pay]), again=(leads_only,))
    of_offer = view.dialogue.offers[-1] if view.is_offered_now else Offer()
    own_terms = terms(of_offer, amount)
    lean = [] if any(each.key == "offer.cost" for each in own_terms) else lean  # what is left decides
    lines = (
        *weeks,
        *own_terms,
        verdict,
        *([] if weeks else median),
        *([] if weeks else week_lines(amount)),
        *_upper(amount, pay, subject, view),
        *benefits(Placed(amount, pay)),
        *([line("offer.total")] if amount.kind == "total" else []),
        *beside(wish.amounts),
        *commission(view),
        *(named_benefits(view.dialogue.offers[-1:]) if view.is_offered_now else []),
        *([] if is_contract(amount) else other_terms(subject)),
        *lean,
        *([] if weeks else _than("now", Placed(amount, pay), view.profile.present_pay)),
        *_than("other", Placed(amount, pay), year_of(other) if other and not is_contract(other) else None),
    )
    question = None if subject.place else asking("place", "offer.which_place", 60)
    return Said(lines, *wage_table([pay]), question, again=again)


def _decision(view_of: Line, verdict: Line, amount: Amount, pay: Pay, view: View) -> Line:
    """The view of an offer that was judged before, with where it stands and how it differs from what they earn, in one."""
    apart_now = _than("now", Placed(amount, pay), view.profile.present_pay)
    text = " ".join([*(each.cited for each in (view_of, *apart_now)), verdict.text])
    return Line("offer.decision", text, verdict.evidence)


def _told_now(amount: Amount, pay: Pay, view: View) -> list[Line]:
    """Of an offer that was judged before the difference from what they tell now that they earn."""
    told = any(change.field == "present_pay" for change in view.changes)
    offered = view.dialogue.offers and not view.is_offered_now
    return _than("now", Placed(amount, pay), view.profile.present_pay) if told and offered else []


def _against_now(amount: Amount, view: View) -> list[Line]:
    """An offer beside what they earn: both told at once as a raise, both of different weeks in one measure."""
    now = one_measure.earned(view)
    if now is None or amount == now or not view.dialogue.offers:
        return []
    if ends := ending(view.dialogue.offers[-1], amount, now):
        return ends
    weeks = one_measure.weeks_of([("your work now", now), ("the offer", amount)])
    if weeks:
        return [one_measure.verdict(weeks)]
    at_once = bool(now.text) and now.text in view.message and view.is_offered_now
    return one_measure.raised(now, amount) if at_once else []


def _in_own_trade(amount: Amount, view: View) -> list[Line]:
    """Where pay for leading stands among those who do the work themselves: who leads and works along is counted there."""
    request = _own_trade_request(amount, view)
    pay = pay_of(view.present, view, request) if view.present and request else None
    if pay is None or pay.main.estimate is None:
        return []
    return [line_about("measure.own_trade", about=pay.words(), stands=percentile(pay.main)[1])]


def _own_trade_request(amount: Amount | None, view: View) -> ToolRequest | None:
    """The placing of an amount in their own trade, where it is offered for leading in it."""
    present, offer = view.present, view.dialogue.offers[-1] if view.dialogue.offers else Offer()
    if present is None or amount is None or year_of(amount) is None or not leads(offer.role, present.role):
        return None
    return placing(view.placed(present), amount)


def amount_of(wish: Wish, view: View) -> Amount | None:
    """What is judged: the amount of the wish, the last offer's, what they earn now."""
    told, now = _amounts(wish, view), view.profile.present_pay
    found = base_of(told)
    if found and found.period is None and now is not None and yearly(found) == now:
        return found.model_copy(update={"period": "hour"})  # it was taken for what they earn, and noted so
    if found or any(amount.kind == "net" for amount in told):
        return found
    return Amount(low=now, period="year") if now is not None else None


def _how_much(told: list[Amount], view: View) -> Said:
    """What to ask where there is nothing to judge: of what is left after taxes, the sum before them; of a mile's pay, a week's."""
    net = next((amount for amount in told if amount.kind == "net"), None)
    if net is None and PIECE_RATE.search(view.message):
        return Said((line("offer.by_piece"),), question=asking("pay", "offer.comes_to", 90))
    if net is None:
        return Said(question=asking("pay", "offer.how_much", 90))
    return Said((line("offer.net", amount=in_words(net)),), question=asking("pay", "offer.before_taxes", 90))


def _amounts(wish: Wish, view: View) -> list[Amount]:
    """Those of the wish, the last offer's, those of the posting that is spoken of; beside an offer what they earn is its measure."""
    offers, posting = view.dialogue.offers, view.dialogue.posting
    if view.is_offered_now and not any(each in offer.amounts for offer in offers for each in wish.amounts):
        return offers[-1].amounts
    of_posting = posting.pay if posting and posting.title == view.dialogue.topic.role else []
    return wish.amounts or (offers[-1].amounts if offers else []) or of_posting


def subject_of(wish: Wish, view: View) -> Subject | None:
    """The job that the amount is for: named, that of the offer, the topic, their own."""
    named = next(iter(wish.subjects), Subject())
    if view.present is not None and named.role is None and _is_their_pay(wish, view):
        # What they earn is judged as the job they hold, where they live, whatever was spoken of last.
        return view.placed(view.present.model_copy(update={"place": named.place or view.present.place}))
    if view.dialogue.offers:
        offer = view.dialogue.offers[-1]
        told = {"role": named.role or offer.role, "place": named.place or offer.place}
        named = named.model_copy(update=told)
        wish = wish.model_copy(update={"subjects": [named]})
    return next(iter(view.subjects(wish)), None)


def _is_their_pay(wish: Wish, view: View) -> bool:
    """Whether it is what they earn now that is judged: nothing was offered or posted."""
    return not _amounts(wish, view) and view.profile.present_pay is not None


def _request(wish: Wish, view: View) -> ToolRequest | None:
    amount, subject = amount_of(wish, view), subject_of(wish, view)
    known = amount is not None and subject is not None and year_of(amount) is not None
    return placing(subject, amount) if known and subject else None


def _upper_request(wish: Wish, view: View) -> ToolRequest | None:
    amount, subject = amount_of(wish, view), subject_of(wish, view)
    end = upper_end(amount) if amount and amount.period else None
    return placing(subject, end) if end and subject else None


def _upper(amount: Amount, pay: Pay, subject: Subject, view: View) -> list[Line]:
    """Where the upper end of a range stands."""
    end = upper_end(amount)
    held = pay_of(subject, view, placing(subject, end)) if end else None
    if end is None or held is None or held.main.estimate is None or held.main.row != pay.main.row:
        return []
    _, stands = percentile(held.main)
    return [
        line(
            "offer.upper_end",
            amount=Cited(as_placed(Placed(end, held)).rstrip(","), held.main.placed),
            stands=stands,
        )
    ]


def _which_period(amount: Amount) -> Question:
    periods = periods_in_words(amount)
    return asking("period", "offer.which_period", 95, amount=in_words(amount), periods=periods)


def _verdict(pay: Pay, amount: Amount) -> list[Line]:
    """Where the amount stands, and the median with its distance."""
    main = pay.main
    if main.estimate is None:
        return [line_about("offer.median_only", about=pay.words())]
    at, stands = percentile(main)
    unit = main.row.unit
    told = {"amount": as_placed(Placed(amount, pay)), "stands": stands}
    gap = float(main.estimate.pay) - float(main.row.p50 or 0)
    distance = wording.money(abs(gap), unit) if unit == "USD/hour" else apart(gap, 0)
    key = "offer.above_median" if gap >= 0 else "offer.below_median"
    judged = line_about(f"offer.{_judged(at)}", about=pay.words(), **told)
    if _judged(at) == "fair_middle":
        return [judged, line_about("offer.median", about=pay.words())]
    return [
        judged,
        line_about(key, about=pay.words(), amount=Cited(distance, main.evidence, main.placed)),
    ]


def _judged(at: int) -> str:
    if at < LOW_PERCENTILE:
        return "low"
    if at > HIGH_PERCENTILE:
        return "high"
    return "fair_below" if at < MIDDLE[0] else "fair_above" if at > MIDDLE[1] else "fair_middle"


def _than(name: str, placed: Placed, before: Number | None) -> list[Line]:
    """The difference from what they earn ("now") or from the offer before it ("other"), a contractor's rate as an employee's pay."""
    contract = is_contract(placed.amount)
    year = placed.yearly if contract else year_of(placed.amount)
    if year is None or before is None or before in (year, year_of(placed.amount)):
        return []
    key = f"offer.{'more' if year > before else 'less'}_than_{name}"
    gap = Cited(apart(year, before), placed.pay.main.placed) if contract else apart(year, before)
    return [line(key, amount=gap, **{name: wording.money(before)})]


def _view(pay: Pay, view: View) -> Line:
    """What the coach would do about an offer, or about what they earn."""
    at, _ = percentile(pay.main)
    if not view.dialogue.offers:
        return line(
            "offer.own_high"
            if at > HIGH_PERCENTILE
            else "offer.own_above"
            if at >= MIDDLE[0]
            else "offer.own_low"
        )
    years = view.profile.years_experience
    if at > HIGH_PERCENTILE:
        return line("offer.view_high")
    if at < LOW_PERCENTILE:
        return line("offer.view_low")
    if years is not None and years >= SEASONED_YEARS and at < 50:
        return line("offer.view_seasoned", years=wording.years(years))
    return line("offer.view_below") if at < 50 else line_about("offer.view_above", about=pay.words())
