"""What to charge for an hour as a contractor: an employee's wage, what an employer pays beside it, and the hours nobody pays."""

from agent import wording
from agent.coaching.amounts import base_of, in_words, is_contract
from agent.coaching.lines import Cited, Line, line_about
from agent.coaching.requests import pay_request
from agent.coaching.thresholds import Named
from agent.coaching.wages import Pay
from agent.models import Subject, ToolRequest, Wish
from tools.evidence import Number

_WORDS = {"p25": "25th percentile", "p50": "median", "p75": "75th percentile", "p90": "90th percentile"}


def is_wanted(wish: Wish) -> bool:
    """Whether a rate is asked for, or what is offered is one."""
    base = base_of(wish.amounts)
    return wish.measure == "contract_hour" or (base is not None and is_contract(base))


def request(subject: Subject) -> ToolRequest:
    """Wages by the hour, with the rates that come to them."""
    return pay_request(subject, contract=True, measure="hour")


def lines(wish: Wish, pay: Pay, mark: Named) -> tuple[Line, ...]:
    """The rate that comes to a percentile, its parts, the floor, and how a rate that was offered stands to it."""
    rate, cost, wage = (_part(pay, part, mark) for part in ("rate", "cost", "wage"))
    if rate is None or cost is None or wage is None:
        return (line_about("pay.median", about=pay.words()),)
    told = {"rate": _money(rate), "cost": _money(cost), "wage": _money(wage), "mark_as": _WORDS[mark]}
    share = pay.found.holding(lambda figure: figure.statistic == "share of benefits")
    billed = pay.found.holding(lambda figure: figure.statistic == "assumed")
    if share is None or billed is None:
        return (line_about("ask_for.charge", about=pay.words() | told),)
    shares = {
        "share": Cited(f"{wording.number(share[1].value)}%", share[0].id),
        "billed": Cited(f"{wording.number(billed[1].value)}%", billed[0].id),
        "costs_of": wording.period(share[1].period),
    }
    said = [
        line_about("ask_for.charge", about=pay.words() | told),
        line_about("ask_for.charge_parts", about=shares),
        line_about("ask_for.charge_billed", about=shares),
        line_about("ask_for.charge_floor", about=pay.words() | told),
    ]
    base = base_of(wish.amounts)
    if base is not None and is_contract(base):
        key = (
            "charge_above"
            if base.low >= rate[0]
            else "charge_between"
            if base.low >= cost[0]
            else "charge_below"
        )
        said.insert(1, line_about(f"ask_for.{key}", about=told, offer=in_words(base)))
    return tuple(said)


def _part(pay: Pay, part: str, mark: Named) -> tuple[Number, str] | None:
    """One part of the sum with the number of the evidence that holds it."""
    code = f"({pay.main.row.occupation})"
    held = pay.found.holding(
        lambda figure: (
            figure.statistic == f"contract {part} {mark}"
            and code in figure.subject
            and figure.place == pay.main.row.area
        )
    )
    return (held[1].value, held[0].id) if held else None


def _money(part: tuple[Number, str]) -> Cited:
    return Cited(wording.money(part[0], "USD/hour"), part[1])
