"""Amounts of pay in a message: period and kind by the words beside them, ranges, offers, and a period asked back."""

from datetime import date

import pytest

from agent.models import Amount, DialogueState, Offer, Profile, Subject, Wish
from agent.nlu.before import with_place_told
from agent.nlu.facts import read_facts
from agent.nlu.mentions import Mention, Message
from agent.nlu.offers import read_offers
from agent.nlu.pay import amount_answered, amounts, pay_answered
from agent.nlu.posting import read_posting
from agent.nlu.stands import read_dialogue
from agent.nlu.values.benefits import find_benefits
from agent.nlu.values.money import likely_periods, parse_amount
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


def test_benefits_without_a_sum_belong_to_the_offer_they_are_told_with() -> None:
    told = message(
        "72k with health, dental and vision and 3 weeks of vacation, or 80k with a 4% 401(k) match but no PTO",
        ("payo", "72k"), ("payo", "80k"),
    )  # fmt: skip
    assert [offer.benefits for offer in read_offers(told)] == [
        ["health, dental and vision", "3 weeks of vacation"],
        ["a 4% 401(k) match"],
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("full benefits, PTO and tuition reimbursement", ["full benefits", "PTO", "tuition reimbursement"]),
        ("without health insurance, no pension", []),
        ("$5,000 of tuition assistance", []),
        ("I work in dental and medical billing", []),
        ("15 people on vacation rentals", []),
    ],
)
def test_only_what_is_given_without_a_sum_is_a_benefit(text: str, found: list[str]) -> None:
    assert [words for words, _ in find_benefits(text)] == found


def test_the_article_of_a_period_is_no_sum_and_the_word_beside_one_tells_its_kind() -> None:
    told = message("98k base + 15k RSUs a year", ("payo", "98k"), ("bonus", "15k"), ("equity", "RSUs a year"))
    assert [(each.low, each.kind) for each in amounts(told, "payo", "bonus", "equity")] == [
        (98_000, "base"),
        (15_000, "equity"),
    ]
    assert parse_amount("a million") is not None and parse_amount("a year") is None


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


def test_hours_of_work_beside_pay_are_no_amount() -> None:
    text = "paid 41 an hour 32 hours. They offer 46 but only 28 hours"
    told = message(text, ("payo", "41 an hour 32 hours"), ("payo", "46"), ("payo", "28 hours"))
    assert [each.low for each in amounts(told, "payo")] == [41, 46]
    assert amounts(message("28 hrs still", ("payo", "28")), "payo") == []


def test_a_range_whose_ends_were_marked_apart_keeps_both() -> None:
    between = amounts(message("between 95 and 110k", ("payo", "95"), ("payo", "110k")), "payo")
    assert [(each.low, each.high) for each in between] == [(95_000, 110_000)]
    two = amounts(message("118k here and 131k there", ("payo", "118k"), ("payo", "131k")), "payo")
    assert [(each.low, each.high) for each in two] == [(118_000, None), (131_000, None)]


@pytest.mark.parametrize("text", ["$24/hr - $31/hr", "$24 an hour to $31 an hour", "$24\u2014$31 an hour"])
def test_a_range_whose_ends_each_name_the_period_keeps_both(text: str) -> None:
    (found,) = amounts(message(text, ("payo", text)), "payo")
    assert (found.low, found.high, found.period) == (24, 31, "hour")


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
    assert (posting.skills, posting.pay) == (["OTR", "NetSuite"], [])


def _nobody() -> tuple[Profile, date]:
    return Profile(), TODAY


def test_how_somebody_is_hired_is_no_sum() -> None:
    told = (("payo", "$98k"), ("payo", "1099"), ("payo", "$70/hr"))
    found = amounts(message("W2 at $98k or 1099 at $70/hr", *told), "payo")
    assert [(each.low, each.period) for each in found] == [(98_000, "year"), (70, "contract_hour")]


def test_two_sums_in_one_span_are_two_and_a_day_on_contract_is_eight_hours() -> None:
    found = amounts(
        message(
            "85 an hour or 150k, $400 a day freelance", ("payo", "85 an hour or 150k"), ("payo", "$400 a day")
        ),
        "payo",
    )
    assert [(each.low, each.period) for each in found] == [
        (85, "hour"),
        (150_000, "year"),
        (50, "contract_hour"),
    ]


def test_an_adjective_before_an_amount_tells_its_period() -> None:
    (found,) = amounts(message("weekly pay of 1,150", ("payc", "1,150")), "payc")
    assert found.period == "week"


@pytest.mark.parametrize(
    ("words", "kinds"),
    [
        ("88k plus a 10% bonus", [(88_000, "base"), (8_800, "bonus")]),
        ("88k plus a 5% match", [(88_000, "base")]),
    ],
)
def test_a_bonus_told_as_a_share_is_one_of_its_base(words: str, kinds: list[tuple[int, str]]) -> None:
    told = (("payo", "88k"), ("bonus", words.split(" a ")[1]))
    (offer,) = read_offers(message(words, *told))
    assert [(each.low, each.kind) for each in offer.amounts] == kinds


def test_what_is_left_after_taxes_is_no_pay_among_wages() -> None:
    text = "I take home 3,200 a month"
    read = message(text, ("payc", "3,200 a month"))
    assert [each.kind for each in amounts(read, "payc")] == ["net"]
    assert read_facts(read, Profile(), TODAY).changes == []


def test_the_pay_in_a_posting_is_the_postings() -> None:
    read = message("Analyst, SQL, $98k", ("asked", "Analyst"), ("asked", "$98k"), wishes=("posting", "offer"))
    assert [wish.name for wish in read_wishes(read, DialogueState(), Profile(), TODAY)] == ["posting"]


def test_a_posting_is_what_is_asked_about_next() -> None:
    read = message("Baker, Reno, rye", ("asked", "Baker"), ("asked", "rye"), wishes=("posting",))
    wishes = read_wishes(read, DialogueState(), Profile(), TODAY)
    after = read_dialogue(read, DialogueState(), wishes, [], Profile())
    assert after.topic.role == "Baker"
    assert [wish.name for wish in after.wishes] == ["posting"]


def test_a_bonus_told_as_a_share_is_that_of_the_base_before_it() -> None:
    told = message("127k base and a 12% bonus", ("payo", "127k"), ("bonus", "12%"))
    assert [(each.kind, each.low) for each in read_offers(told)[0].amounts] == [
        ("base", 127_000),
        ("bonus", 15_240),
    ]


def test_an_amount_without_a_period_is_told_in_that_of_the_one_beside_it() -> None:
    told = message("I get 24/hr, they offer 29", ("payc", "24/hr"), ("payo", "29"))
    assert read_offers(told)[0].amounts[0].period == "hour"
    alone = message("they offer 29", ("payo", "29"))
    assert read_offers(alone)[0].amounts[0].period is None


def test_a_state_told_for_one_of_several_places_is_the_place_in_it() -> None:
    stands = DialogueState(
        asked="place", offers=[Offer(amounts=[Amount(low=54_000, period="year")], place="Portland")]
    )
    told, thread = with_place_told(message("Oregon", ("loc", "Oregon")), stands, Profile(location="Portland"))
    assert told.mentions[0].text == "Portland, Oregon" and thread.offers[0].place == "Portland, Oregon"
    town = with_place_told(
        message("Portland Maine", ("loc", "Portland Maine")), stands, Profile(location="Portland")
    )
    assert town[0].mentions[0].text == "Portland Maine"


def test_a_postings_title_is_a_job_and_no_tool() -> None:
    text = "Junior Data Analyst, Durham NC. QuickBooks, SQL"
    labels = [("asked", words) for words in ("Junior Data Analyst", "Durham NC", "QuickBooks", "SQL")]
    posting = read_posting(message(text, *labels, wishes=("posting",)))
    assert posting and posting.title == "Junior Data Analyst" and posting.skills == ["QuickBooks", "SQL"]
    bare = "Hiring a Senior Python Developer. Django, Docker"
    posting = read_posting(message(bare, ("asked", "Django"), ("asked", "Docker"), wishes=("posting",)))
    assert posting and posting.title == "Senior Python Developer"


def test_what_is_paid_more_is_no_pay_by_itself() -> None:
    told = message(
        "foreman at my shop, +6 an hour. at 44 an hour now", ("payc", "6 an hour"), ("payc", "44 an hour")
    )
    assert [each.low for each in amounts(told, "payc")] == [44]


def test_the_one_job_in_the_words_of_an_offer_is_the_one_it_is_for() -> None:
    text = "Offer: 140k base, 15k sign on, SRE in Seattle. fair?"
    told = (("payo", "140k"), ("signon", "15k sign on"), ("aloc", "Seattle"))
    (wish,) = read_wishes(message(text, *told), DialogueState(), *_nobody())
    assert [(each.role, each.place) for each in wish.subjects] == [("SRE", "Seattle")]


def test_a_sum_that_is_said_twice_is_one_offer() -> None:
    text = "they offered $84,500 a year. is 84.5 a year ok"
    told = message(text, ("payo", "$84,500 a year"), ("payo", "84.5 a year"))
    assert [[each.low for each in offer.amounts] for offer in read_offers(told)] == [[84500]]
