"""Pay of weeks of different length in one measure, a raise, and a raise for leading in the own trade."""

from agent.models import Amount, DialogueState, Offer, Profile, Wish
from tests.unit.coaching.asking import Reply, ask

NOW = Amount(low=21, period="hour", hours=48, text="21 an hour")
SALARY = Amount(low=58_000, period="year", hours=60, text="58k")
COOK = Profile(current_role="line cook", location="Reno", present_pay=43_680)
TILER = Profile(current_role="tile setter", location="Phoenix", present_pay=54_080)


def offered(wish: str, offer: Amount, now: Amount, profile: Profile, *, role: str | None = None) -> Reply:
    stands = DialogueState(offers=[Offer(amounts=[offer], role=role)], told=[now, offer])
    message = f"{now.text} now, offered {offer.text}"
    return ask(
        Wish.model_validate({"name": wish, "amounts": [offer]}),
        profile=profile,
        dialogue=stands,
        message=message,
    )


def test_a_salary_of_long_weeks_and_pay_with_overtime_are_set_beside_each_other_in_sums() -> None:
    for wish in ("offer", "compare"):
        reply = offered(wish, SALARY, NOW, COOK)
        # 21 x 40 x 52 and 21 x 1.5 x 8 x 52, by 48 hours a week.
        assert "$43,680 for 40 hours and $13,104 for 8 hours of overtime" in reply.text
        assert "$56,784 a year or $22.75 an hour" in reply.text
        assert "60 hours a week is $18.59 an hour" in reply.text
        assert not [each for each in reply.unsupported if "$" in each]


def test_more_money_for_more_hours_says_what_each_of_these_hours_brings() -> None:
    reply = offered("compare", Amount(low=70_000, period="year", hours=60, text="70k"), NOW, COOK)
    assert "about $13,200 a year more" in reply.text and "the 12 hours a week more" in reply.text
    assert "$21.18 each" in reply.text


def test_what_is_earned_is_not_judged_as_an_offer() -> None:
    reply = offered("compare", Amount(low=26, period="hour", text="26/hr"), NOW, COOK)
    assert "$21 an hour is" not in reply.text and "percentile" not in reply.text.partition("The offer")[0]
    assert "$54,080 a year at 40 hours a week, as none were told" in reply.text


def test_weeks_of_forty_hours_need_no_sums() -> None:
    now = Amount(low=21, period="hour", hours=40, text="21/hr")
    reply = offered("offer", Amount(low=23, period="hour", text="23/hr"), now, COOK)
    assert "9.5% more, about $4,200 a year" in reply.text and "each hour" not in reply.text


def test_a_raise_for_leading_is_told_by_its_share_and_in_the_own_trade_before_that_of_supervisors() -> None:
    now, lead = (Amount(low=low, period="hour", text=str(low)) for low in (26, 29.5))
    reply = offered("offer", lead, now, TILER, role="construction supervisor")
    assert reply.text.startswith("From $26 an hour to $29.50 an hour is 13.5% more")
    assert "tile setters" in reply.text.partition("supervisors")[0]
