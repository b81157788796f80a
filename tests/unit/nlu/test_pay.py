"""Amounts of pay in a message: period and kind by the words beside them, ranges, offers, and a period asked back."""

from datetime import date

import pytest

from agent.models import Amount, DialogueState, Profile, Subject, Wish
from agent.nlu.mentions import Mention, Message
from agent.nlu.pay import amount_answered, amounts, pay_answered, read_offers
from agent.nlu.posting import read_posting
from agent.nlu.values.money import likely_periods
from agent.nlu.wishes import read_wishes
from tests.unit.coaching.asking import TODAY


def message(text: str, *told: tuple[str, str], wishes: tuple[str, ...] = ("offer",)) -> Message:
    """A message in which these words have these labels, each at its next place."""
    found, at = [], 0
    for label, words in told:
        start = text.index(words, at)
        found.append(Mention(label, words, start, start + len(words)))
        at = start + len(words)
    return Message(text, tuple(found), wishes)


@pytest.mark.parametrize(
    ("text", "words", "kind", "period"),
    [
        ("120k base plus a 20k signing bonus", ("120k", "20k"), ("base", "signon"), ("year", "year")),
        ("TC is 210k: 150k base, 40k in RSUs", ("210k", "150k", "40k"), ("total", "base", "equity"), ("year",) * 3),
        ("base 150k, bonus 20k", ("150k", "20k"), ("base", "bonus"), ("year", "year")),
        ("$900 a week plus a $2,000 sign on bonus", ("$900 a week", "$2,000"), ("base", "signon"), ("week", None)),
        ("48 dollars an hour on a 1099 contract", ("48 dollars an hour",), ("base",), ("contract_hour",)),
        ("$24.00 - $31.25 an hour, 401(k)", ("$24.00 - $31.25",), ("base",), ("hour",)),
        ("52k and 10 hours a week", ("52k",), ("base",), ("year",)),
    ],
)  # fmt: skip
def test_kind_and_period_are_told_by_the_words_beside(
    text: str, words: tuple[str, ...], kind: tuple[str, ...], period: tuple[str | None, ...]
) -> None:
    found = amounts(message(text, *(("payo", each) for each in words)), "payo")
    assert tuple(each.kind for each in found) == kind
    assert tuple(each.period for each in found) == period


def test_a_range_whose_ends_were_marked_apart_keeps_both() -> None:
    between = amounts(message("between 95 and 110k", ("payo", "95"), ("payo", "110k")), "payo")
    assert [(each.low, each.high) for each in between] == [(95_000, 110_000)]
    two = amounts(message("118k here and 131k there", ("payo", "118k"), ("payo", "131k")), "payo")
    assert [(each.low, each.high) for each in two] == [(118_000, None), (131_000, None)]


def test_an_age_is_no_pay() -> None:
    assert amounts(message("26M here", ("payc", "26M")), "payc") == []


def test_offers_have_each_their_own_role_and_place() -> None:
    text = "$118k in Denver as a data analyst, or $131k in Seattle as a BI analyst"
    told = (
        ("payo", "$118k"),
        ("aloc", "Denver"),
        ("tgt", "data analyst"),
        ("payo", "$131k"),
        ("aloc", "Seattle"),
    )
    offers = read_offers(message(text, *told, ("tgt", "BI analyst")))
    assert [(each.role, each.place) for each in offers] == [
        ("data analyst", "Denver"),
        ("BI analyst", "Seattle"),
    ]
    shared = read_offers(
        message("a nurse for 80k or 85k", ("tgt", "nurse"), ("payo", "80k"), ("payo", "85k"))
    )
    assert [each.role for each in shared] == ["nurse", "nurse"]


@pytest.mark.parametrize(
    ("text", "told", "measure"),
    [
        ("What does a nurse make an hour?", [("ask", "nurse")], "hour"),
        ("What does a nurse make? 1 hour a day", [("ask", "nurse"), ("hrs", "1 hour a day")], None),
        ("Which states pay nurses best?", [("ask", "nurses")], "state"),
        ("Pay of nurses in the United States", [("ask", "nurses")], None),
    ],
)
def test_pay_is_wanted_by_the_hour_or_of_each_state(
    text: str, told: list[tuple[str, str]], measure: str | None
) -> None:
    wishes = read_wishes(message(text, *told, wishes=("pay",)), DialogueState(), *_nobody())
    assert wishes[0].measure == measure


def test_several_offers_are_set_side_by_side() -> None:
    both = message("80k or 85k?", ("payo", "80k"), ("payo", "85k"), wishes=("which_first", "offer"))
    assert [wish.name for wish in read_wishes(both, DialogueState(), *_nobody())] == ["compare"]


def test_a_period_that_was_asked_back_is_put_in() -> None:
    told = Amount(low=2400, text="2,400")
    held = [Wish(name="offer", subjects=[Subject(role="nurse")], amounts=[told])]
    asked = DialogueState(asked="period", held=held)
    answer = message("every two weeks", wishes=("tell",))
    assert amount_answered(answer, asked) == (told, told.model_copy(update={"period": "two_weeks"}))
    assert pay_answered(answer, asked) == 62_400
    assert read_wishes(answer, asked, *_nobody())[0].amounts[0].period == "two_weeks"
    assert amount_answered(message("no idea"), asked) is None


@pytest.mark.parametrize(
    ("low", "periods"),
    [(2400, ["week", "two_weeks", "month"]), (60, ["hour", "day", "year"]), (900, ["day", "week", "two_weeks"])],
)  # fmt: skip
def test_periods_in_which_somebody_may_be_paid_so_much(low: float, periods: list[str]) -> None:
    assert set(periods) <= set(likely_periods(Amount(low=low)))


def test_an_abbreviation_of_several_jobs_is_answered_by_what_tells_them_apart() -> None:
    asked = DialogueState(
        asked="which", held=[Wish(name="pay", subjects=[Subject(role="PM", place="Denver")])]
    )
    meant = read_wishes(message("product", wishes=("tell",)), asked, *_nobody())
    assert meant[0].subjects == [Subject(role="product manager", place="Denver")]


_POSTING = ("Truck driver", "Joplin MO", "Missouri", "2 yrs OTR", "NetSuite", "62 cpm", "401(k", "Contract")


def test_a_posting_keeps_its_own_words_and_neither_a_second_place_nor_terms() -> None:
    told = [("asked", each) for each in _POSTING]
    text = ", ".join(_POSTING)
    posting = read_posting(message(text, *told, wishes=("posting",)))
    assert posting is not None
    assert (posting.title, posting.place, posting.years) == ("Truck driver", "Joplin MO", 2)
    assert (posting.skills, posting.pay) == (["NetSuite"], [])


def _nobody() -> tuple[Profile, date]:
    return Profile(), TODAY
