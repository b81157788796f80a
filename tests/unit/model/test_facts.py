"""What the model says the person told: kept with their words, numbers as these tell them."""

from datetime import date
from typing import Any

import pytest

from agent.models import Profile, ProfileChange
from agent.models.changes import apply_changes
from agent.policy.model.facts import derived, kept_facts
from agent.policy.model.offers import offer_of, with_offer, without_offer
from agent.policy.model.wire import Fact

TODAY = date(2026, 11, 2)


def fact(field: str, value: Any, quote: str, op: str = "set") -> Fact:
    return Fact.model_validate({"field": field, "op": op, "value": value, "quote": quote})


@pytest.mark.parametrize(
    ("field", "value", "quote", "number"),
    [
        ("hours_per_week", 8, "8h a week", 8),
        ("hours_per_week", 14, "dos horas al día", 14),
        ("hours_per_week", None, "2 hours a day", 14),
        ("hours_per_week", 10, "zwei Stunden an fünf Abenden", 10),
        ("hours_per_week", 112, "8 hours a week", None),
        ("hours_per_week", 20, "as much as I can", None),
        ("years_experience", 7, "since 2019", 7),
        ("years_experience", None, "since 2019", 7),
        ("years_experience", 11, "for eleven years", 11),
        ("years_experience", 30, "for eleven years", None),
        ("horizon_weeks", 26, "in six months", 26),
        ("horizon_weeks", 86, "bis Sommer 2028", 86),
        ("horizon_weeks", 300, "bis Sommer 2028", None),
        ("horizon_weeks", "2027-12-31", "bis Ende 2027", 61),
        ("horizon_weeks", "2027-12-31", "am 31.12.2027", 61),
        ("horizon_weeks", 60.6, "Der Termin ist der 31.12.2027", 60.6),
        ("horizon_weeks", "2027-12-31", "el 31 de diciembre de 2027", 61),
        ("horizon_weeks", "2027-05-31", "para mayo", 30),
        ("horizon_weeks", "9999-12-31", "el 31 de mayo de 2027", None),
        ("horizon_weeks", 1e300, "para mayo", None),
        ("horizon_weeks", 37, "by summer/fall", 37),
        ("horizon_weeks", None, "by summer/fall", 30),
        ("horizon_weeks", "2027-05-03", "en 6 meses", 26),
        ("horizon_weeks", "2028-12-31", "bis Ende 2027", None),
        ("horizon_weeks", "2027-03-04", "am 03.04.2027", None),
        ("horizon_weeks", "2027-12-31", "en 6 meses", None),
        ("horizon_weeks", 30, "en 6 meses", None),
        ("horizon_weeks", "2027-01-01", "el 31 de mayo de 2027", None),
        ("present_pay", 61000, "make 61,000", 61000),
        ("present_pay", 78000, "gano 78.000 al año", 78000),
        ("present_pay", 62400, "$2,400 every two weeks", 62400),
        ("present_pay", 58240, "28 an hour", 58240),
        ("present_pay", 50000, "50k €", None),
        ("offer", 105000, "at 105k", 105000),
    ],
)
def test_a_number_follows_from_its_quote(field: str, value: Any, quote: str, number: float | None) -> None:
    assert derived(fact(field, value, quote), TODAY) == number


def test_a_deadline_in_another_language_is_not_read_by_the_english_parser() -> None:
    said, told = ["Fertig will ich bis Ende 2027 sein."], fact("horizon_weeks", None, "bis Ende 2027")
    kept = kept_facts([told], said, Profile(), TODAY, "de")
    assert not kept.changes and kept.left_out == 1


def test_only_what_the_person_said_is_kept() -> None:
    said = ["Ich bin Maschinenbauingenieur, kann Python und habe 112 Stunden pro Woche."]
    told = kept_facts(
        [
            fact("current_role", "mechanical engineer", "Maschinenbauingenieur"),
            fact("skills", ["Python"], "kann  Python", "add"),
            fact("location", "Oslo", "ich wohne in Oslo"),
            fact("hours_per_week", 112, "112 Stunden pro Woche"),
            fact("target_role", "", "Python"),
        ],
        said,
        Profile(),
        TODAY,
    )
    assert [(change.field, change.value, change.words) for change in told.changes] == [
        ("current_role", "mechanical engineer", "Maschinenbauingenieur"),
        ("skills", ["Python"], None),
    ]
    assert told.doubtful == ["hours"] and told.left_out == 2


def test_the_persons_spelling_stays_and_what_they_take_back_goes() -> None:
    profile = Profile(location="Boston", skills=["Java"])
    said = ["I want to be a Data Analyst. Forget Boston, and I don't know Java."]
    told = kept_facts(
        [
            fact("target_role", "data analyst", "Data Analyst"),
            fact("location", None, "Forget Boston", "forget"),
            fact("skills", ["Java"], "I don't know Java", "remove"),
        ],
        said,
        profile,
        TODAY,
    )
    assert [(change.field, change.op, change.value) for change in told.changes] == [
        ("target_role", "set", "Data Analyst"),
        ("location", "clear", None),
        ("skills", "remove", ["Java"]),
    ]


@pytest.mark.parametrize(
    ("value", "quote", "language", "day"),
    [
        ("2027-01-01", "ab Januar", "de", "2027-01-01"),
        ("2027-01-04", "ab dem 4. Januar 2027", "de", "2027-01-04"),
        (None, "from January", "en", "2027-01-01"),
        (None, "ab Januar 2027", "de", None),
        ("2027-02-04", "ab dem 4. Januar 2027", "de", None),
    ],
)
def test_a_start_is_the_day_that_the_model_gives(
    value: str | None, quote: str, language: str, day: str | None
) -> None:
    told = kept_facts([fact("start_date", value, quote)], [quote], Profile(), TODAY, language)
    assert [change.value for change in told.changes] == ([day] if day else [])
    assert told.left_out == (day is None)


@pytest.mark.parametrize("op", ["remove", "forget"])
def test_what_is_taken_back_is_never_set_and_of_a_list_only_what_is_named_goes(op: str) -> None:
    profile = Profile(horizon_weeks=26, start_date="2027-01-04", skills=["Java", "SQL"])
    said = "no deadline, start whenever, forget Java"
    told = kept_facts(
        [
            fact("horizon_weeks", 26, "no deadline", op),
            fact("start_date", "2027-01-04", "start whenever", op),
            fact("skills", ["Java"], "forget Java", op),
        ],
        [said],
        profile,
        TODAY,
    )
    assert apply_changes(profile, told.changes) == Profile(skills=["SQL"])


@pytest.mark.parametrize(
    ("time", "quote", "kept"),
    [
        ("2027-02-01..2027-02-28@4.5", "im Februar hab ich nur 4,5 Stunden pro Woche", True),
        ("2027-06-01..2027-08-31@12", "von Juni bis Ende August 12 Stunden die Woche", True),
        ("2027-01-01..2027-02-28@6", "6 horas a la semana en enero y febrero", True),
        ("2027-03-03..2027-03-09", "no time from March 3 to 9, 2027", True),
        ("2026-12-01..2026-12-31@5", "half of it in December 2026", True),
        ("2027-02-01..2027-02-28@40", "im Februar hab ich nur 4,5 Stunden pro Woche", False),
        ("2027-03-01..2027-03-09", "nada hasta el 9 de abril de 2027", False),
        ("in February", "no time in February", False),
    ],
)
def test_times_with_other_hours_are_held_to_the_digits_of_their_quote(
    time: str, quote: str, kept: bool
) -> None:
    told = kept_facts([fact("busy", [time], quote, "add")], [quote], Profile(), TODAY)
    assert [change.value for change in told.changes] == ([[time]] if kept else [])


def test_other_hours_for_the_same_days_replace_those_told_before() -> None:
    profile = Profile(busy=["2026-12-24", "2027-02-01..2027-02-28@4.5"])
    change = ProfileChange(field="busy", op="add", value=["2027-02-01..2027-02-28@6"])
    assert apply_changes(profile, [change]).busy == ["2026-12-24", "2027-02-01..2027-02-28@6"]


def test_an_offer_has_its_parts_and_no_number_that_nobody_told() -> None:
    quote = "Acme in Denver: 124k, 10% Bonus, 20.000 sign-on, RSUs 40k"
    parts = ["124000 a year base", "10% bonus", "20000 sign-on", "40000 equity a year", "5000 benefits"]
    told = kept_facts([fact("offer", [*parts, "place: Denver"], quote)], [quote], Profile(), TODAY)
    (offer,) = told.offers
    assert offer.place == "Denver"
    assert [(each.kind, each.low, each.period) for each in offer.amounts] == [
        ("base", 124000, "year"),
        ("bonus", 12400, "year"),
        ("signon", 20000, "year"),
        ("equity", 40000, "year"),
    ]
    (hourly,) = offer_of(["65 an hour on contract"], "65 die Stunde, freiberuflich").amounts
    assert hourly.period == "contract_hour"


def test_another_number_for_the_same_offer_replaces_the_one_before() -> None:
    first = offer_of(["124000 a year base", "10% bonus", "place: Denver"], "Denver: 124k, 10% bonus")
    other = offer_of(["118000 a year base", "employer: Acme"], "Acme: 118k")
    raised = offer_of(["134000 a year base", "place: Denver, CO"], "they went up to 134k")
    last = with_offer(with_offer([first, other], raised), other)
    assert [[(each.kind, each.low) for each in offer.amounts] for offer in last] == [
        [("base", 134000), ("bonus", 13400)],
        [("base", 118000)],
    ]
    assert without_offer(last, offer_of(["place: Denver"], "")) == [last[-1]]
    assert without_offer(last, offer_of(["118000"], "the 118k one")) == [last[0]]
    assert without_offer(last, offer_of([], "no offers any more")) == []
