"""Pay, offers, what to ask for: real wages, said with place, month and who is counted."""

import pytest

from agent.coaching.sides import sides_of
from agent.models import Amount, DialogueState, Offer, Posting, Profile, Subject, Wish
from tests.unit.coaching.asking import ask
from tools.salary import by_state, lookup


def wish(name: str, role: str | None = None, place: str | None = None, **more: object) -> Wish:
    subjects = [Subject(role=role, place=place, level=more.pop("level", None))] if role or place else []
    return Wish.model_validate({"name": name, "subjects": subjects, **more})


def median(role: str, place: str | None = None) -> str:
    found = next(row.p50 for row in lookup(role, place).wages if row.p50 is not None)
    return f"${found:,.0f}"


@pytest.mark.parametrize(
    ("role", "place", "said"),
    [
        ("UX designer", "Chicago", "Chicago"),
        ("electrician", "boise", "Boise"),
        ("registered nurse", "Toledo, OH", "Toledo"),
        ("HVAC technician", None, "United States"),
    ],
)
def test_pay_is_the_median_of_the_place(role: str, place: str | None, said: str) -> None:
    reply = ask(wish("pay", role, place))
    first = reply.text.split(". ")[0]
    assert median(role, place) in first and said in first and "May 2025" in reply.text
    assert reply.unsupported == []


def test_stand_ins_are_one_range_in_one_sentence_with_a_table_beside() -> None:
    reply = ask(wish("pay", "AI engineer", "Denver"))
    rows = [row for row in lookup("AI engineer", "Denver").wages if row.area.startswith("Denver")]
    medians = sorted(row.p50 for row in rows if row.p50)
    first = reply.text.split("[")[0]
    assert (
        f"${medians[0]:,}" in first and f"${medians[-1]:,}" in first and "not counted on their own" in first
    )
    assert reply.text.count("\n| ") >= len(medians) and reply.unsupported == []
    assert reply.text.index(f"${medians[0]:,}") < reply.text.index("Job ads")


def test_the_difference_from_the_pay_now_is_said() -> None:
    known = Profile(current_role="helpdesk", location="Columbus, OH", present_pay=52000)
    reply = ask(wish("pay", "devops engineer"), profile=known)
    assert "more than your $52,000" in reply.text and reply.unsupported == []


def test_the_present_job_stands_beside_where_no_pay_was_told() -> None:
    reply = ask(wish("pay", "electrician"), profile=Profile(current_role="cook", location="boise"))
    assert median("cook", "boise") in reply.text and "above that" in reply.text and reply.unsupported == []


@pytest.mark.parametrize(
    ("role", "place", "level", "words"),
    [
        ("data analyst", "Berlin", None, ("Berlin", "not known", "United States only")),
        ("vibe wrangler", "Denver", None, ("no pay figures for vibe wrangler",)),
        ("program analyst", "Denver", "GS-12", ("whatever the grade",)),
        ("web developer", "Portland, OR", "entry level", ("no figure for entry level alone", "quarter")),
        (
            "nurse anesthetist",
            "San Francisco",
            None,
            ("nothing is published in San Francisco", "California"),
        ),
    ],
)
def test_what_is_not_known_is_named_with_the_nearest_that_is(
    role: str, place: str, level: str | None, words: tuple[str, ...]
) -> None:
    reply = ask(wish("pay", role, place, level=level))
    assert all(each in reply.text for each in words) and reply.unsupported == []


def test_pay_by_the_hour_says_what_an_hour_of_a_years_pay_is() -> None:
    row = lookup("high school teacher", "Omaha", hourly=True).wages[0]
    reply = ask(wish("pay", "high school teacher", "Omaha", measure="hour"))
    assert f"${row.p50:.2f} an hour" in reply.text and "2,080" in reply.text and reply.unsupported == []


def test_states_are_ranked_by_their_medians() -> None:
    best, least = (by_state("electrician").states[at] for at in (0, -1))
    reply = ask(wish("pay", "electrician", measure="state"))
    assert f"{best.area} (${best.p50:,})" in reply.text and f"{least.area} (${least.p50:,})" in reply.text
    assert "not what they buy" in reply.text and reply.unsupported == []


def test_one_of_several_jobs_that_an_abbreviation_stands_for_is_asked_back() -> None:
    for name in ("pay", "ask_for", "compare"):
        reply = ask(wish(name, "PM", "Denver"), profile=Profile(current_role="nurse", location="Denver"))
        assert reply.dialogue.asked == "which" and "product manager" in reply.text, name


def test_both_ends_of_an_offered_range_are_placed() -> None:
    offered = Amount(low=95_000, high=110_000, period="year")
    reply = ask(wish("offer", "civil engineer", "Raleigh", amounts=[offered]))
    placed = [
        lookup("civil engineer", "Raleigh", pay=end).estimates[0].percentile for end in (95_000, 110_000)
    ]
    assert all(f"{each}" in reply.text for each in placed) and "upper end" in reply.text
    assert reply.unsupported == []


def test_what_they_earn_is_no_offer() -> None:
    earned = Amount(low=88_000, period="year", text="88k")
    person = Profile(present_pay=88_000, years_experience=4)
    judged = ask(wish("offer", "mechanical engineer", "Detroit", amounts=[earned]), profile=person)
    assert "I would take it" not in judged.text and judged.unsupported == []
    asked = ask(wish("ask_for", "mechanical engineer", "Detroit", amounts=[earned]), profile=person)
    assert "what you earn now, $88,000" in asked.text and asked.unsupported == []


def test_a_range_on_contract_has_both_ends_and_the_benefits() -> None:
    amount = Amount(low=85, high=95, period="contract_hour", text="$85-95/hr C2C")
    stands = DialogueState(offers=[Offer(amounts=[amount])])
    reply = ask(wish("offer", "data engineer", "Charlotte", amounts=[amount]), dialogue=stands)
    assert reply.text.count("like an employee's") == 2 and "29.8%" in reply.text and ",," not in reply.text
    assert reply.unsupported == []


def test_a_contract_beside_employment_is_one_measure_and_says_why() -> None:
    offers = [
        Offer(amounts=[Amount(low=72, period="contract_hour", text="$72/hr C2C")]),
        Offer(amounts=[Amount(low=125_000, period="year", text="125k W2")]),
    ]
    offers = [each.model_copy(update={"role": "devops engineer", "place": "Columbus, OH"}) for each in offers]
    reply = ask(
        wish("compare", "devops engineer"),
        dialogue=DialogueState(offers=offers),
        message="$72/hr C2C or 125k W2?",
    )
    placed = lookup("devops engineer", "Columbus, OH", pay=72, contract=True).estimates[0]
    assert (
        f"${placed.pay:,}" in reply.text
        and "29.8%" in reply.text
        and "I would take the $125,000" in reply.text
    )
    assert reply.text.count("percentile") == 2 and reply.unsupported == []


def test_a_place_that_could_be_several_is_asked_back() -> None:
    reply = ask(wish("pay", "nurse", "springfield"))
    assert reply.dialogue.asked == "place" and "Springfield, MO" in reply.text
    assert reply.dialogue.held and reply.dialogue.held[0].name == "pay"


@pytest.mark.parametrize(
    ("low", "verdict"), [(60000, "low"), (95000, "fair"), (130000, "fair"), (170000, "good money")]
)
def test_an_offer_is_low_fair_or_good_by_its_percentile(low: int, verdict: str) -> None:
    offered = [Amount(low=low, period="year")]
    reply = ask(wish("offer", "business analyst", "Austin", amounts=offered))
    placed = lookup("business analyst", "Austin", pay=low).estimates[0]
    assert verdict in reply.text.split(":")[0]
    assert "percentile" in reply.text and median("business analyst", "Austin") in reply.text
    assert (
        placed.percentile is None
        or f"{placed.percentile}th" in reply.text
        or f"{placed.percentile}" in reply.text
    )
    assert reply.unsupported == []


@pytest.mark.parametrize(
    ("low", "period", "said"),
    [
        (31.5, "hour", "$65,520 a year at 2,080 hours"),
        (2400, "two_weeks", "$62,400 a year"),
        (5000, "month", "$60,000 a year"),
    ],
)
def test_other_times_are_brought_to_a_year_in_words(low: float, period: str, said: str) -> None:
    amount = Amount.model_validate({"low": low, "period": period})
    reply = ask(wish("offer", "helpdesk technician", "Columbus, OH", amounts=[amount]))
    assert said in reply.text and reply.unsupported == []


def test_a_contract_rate_is_judged_without_the_benefits_of_an_employer() -> None:
    amount = Amount(low=65, period="contract_hour")
    reply = ask(wish("offer", "web developer", "Portland, OR", amounts=[amount]))
    placed = lookup("web developer", "Portland, OR", pay=65, contract=True).estimates[0]
    assert f"${placed.pay:,}" in reply.text and placed.pay < 65 * 2080
    assert "29.8%" in reply.text and reply.unsupported == []


def test_what_is_paid_beside_a_base_is_named_apart() -> None:
    amounts = [
        Amount(low=140000, period="year"),
        Amount(low=30000, kind="signon"),
        Amount(low=50000, kind="equity"),
    ]
    reply = ask(wish("offer", "software developer", "Seattle", amounts=amounts))
    assert "$140,000" in reply.text and "sign-on" in reply.text and "shares" in reply.text
    assert "$220,000" not in reply.text and reply.unsupported == []


def test_benefits_without_a_sum_are_named_as_what_the_wages_do_not_hold() -> None:
    base = Amount(low=88000, period="year", text="88k")
    offer = Offer(amounts=[base], benefits=["a 401k match", "unlimited PTO"])
    reply = ask(
        wish("offer", "payroll manager", "Dayton", amounts=[base]),
        dialogue=DialogueState(offers=[offer]),
        message="88k with a 401k match and unlimited PTO",
    )
    assert "a 401k match and unlimited PTO" in reply.text and "hold pay alone" in reply.text
    assert reply.unsupported == []


def test_pay_by_the_mile_is_said_not_to_be_held() -> None:
    reply = ask(wish("offer", "truck driver", "Memphis"), message="they pay 0.62 a mile")
    assert "by the mile" in reply.text and reply.dialogue.asked == "pay"


def test_what_is_earned_stands_in_the_place_of_the_offer_beside_it() -> None:
    base = Amount(low=58000, period="year", text="58k")
    reply = ask(
        wish("compare"),
        profile=Profile(current_role="electrician", present_pay=55120),
        dialogue=DialogueState(offers=[Offer(amounts=[base], place="Tulsa")]),
        message="offered 58k in Tulsa",
    )
    sides = sides_of(wish("compare"), reply.view)
    assert [(side.subject.place, side.year) for side in sides] == [("Tulsa", 55120), ("Tulsa", 58000)]


def test_an_offer_told_before_the_role_is_kept_until_the_role_comes() -> None:
    amount = Amount(low=95000, period="year", text="95k")
    first = ask(wish("offer", amounts=[amount]))
    assert first.dialogue.asked == "current" and "$95,000" in first.text
    stands = DialogueState(offers=[Offer(amounts=[amount], place="Austin")])
    later = ask(wish("offer", "business analyst"), dialogue=stands)
    assert "$95,000" in later.text and "Austin" in later.text and "percentile" in later.text


@pytest.mark.parametrize("amount", [Amount(low=60), Amount(low=60000, currency="EUR", period="year")])
def test_an_amount_that_cannot_be_judged_is_not_judged(amount: Amount) -> None:
    reply = ask(wish("offer", "nurse", "Toledo", amounts=[amount]))
    assert "percentile" not in reply.text
    assert reply.dialogue.asked == ("period" if amount.currency == "USD" else None)


def test_what_to_ask_for_is_a_number_and_a_floor_by_the_years() -> None:
    row = lookup("UX designer", "Chicago").wages[0]
    early, later = (
        ask(wish("ask_for", "UX designer", "Chicago"), profile=Profile(years_experience=years))
        for years in (1, 6)
    )
    assert f"${row.p50:,}" in early.text and f"${row.p25:,}" in early.text
    assert f"${row.p75:,}" in later.text and f"${row.p50:,}" in later.text
    assert early.unsupported == later.unsupported == []


@pytest.mark.parametrize(("years", "named"), [(4, "$207,500"), (8, "$225,000")])
def test_what_to_ask_of_a_posting_stands_within_its_range(years: int, named: str) -> None:
    told = [Amount(low=190_000, high=225_000, period="year")]
    posting = Posting(title="product manager", place="New York", years=7, pay=told)
    known = Profile(current_role="product manager", location="Boston", years_experience=years)
    stands = DialogueState(posting=posting, topic=Subject(role="product manager", place="New York"))
    reply = ask(wish("ask_for", None), profile=known, dialogue=stands)
    assert named in reply.text.partition(".")[0] and "$190,000" in reply.text


def test_the_smaller_of_two_offers_has_to_reach_the_other_with_its_bonus() -> None:
    base, bonus = Amount(low=168_000, period="year"), Amount(low=25_200, period="year", kind="bonus")
    other = Amount(low=150_000, period="year")
    stands = DialogueState(offers=[Offer(amounts=[base, bonus]), Offer(amounts=[other])])
    known = Profile(current_role="backend developer", location="Denver", years_experience=7)
    asked = Wish(name="ask_for", amounts=[other])
    assert "$193,200" in ask(asked, profile=known, dialogue=stands).text.partition(".")[0]


def test_nobody_is_told_to_ask_for_less_than_the_offer() -> None:
    amount = Amount(low=100000, period="year")
    reply = ask(
        wish("ask_for", "UX designer", "Chicago", amounts=[amount]), profile=Profile(years_experience=1)
    )
    row = lookup("UX designer", "Chicago").wages[0]
    assert f"${row.p75:,}" in reply.text and "floor" in reply.text and "$100,000" in reply.text
    assert f"${row.p25:,}" not in reply.spoken and reply.unsupported == []


def test_no_role_is_asked_for_once() -> None:
    for name in ("pay", "offer", "ask_for", "compare", "worth_it", "market", "options", "which_first"):
        reply = ask(wish(name))
        assert reply.text.count("?") == 1 and reply.dialogue.asked is not None, name


def test_a_place_written_nearly_like_a_known_one_is_asked_back() -> None:
    reply = ask(wish("pay", "nurse", "Cheyene Wyomin"))
    assert reply.dialogue.asked == "place" and "Cheyenne, WY" in reply.text and "$" not in reply.text
