"""Figures by reference: what code puts in, and what a text may not make of it."""

import pytest

from agent.grounding import bound
from agent.grounding.completed import completed
from agent.grounding.own import (
    Known,
    person_evidence,
    quoted,
    strange_link,
    strange_number,
    told_deed,
    told_parts,
)
from agent.grounding.reckoning import Unsupported
from agent.grounding.references import fill, is_filled
from agent.models import Profile
from tests.unit.grounding.samples import ALL, PASSAGE, wages


@pytest.mark.parametrize(
    ("text", "language", "shown"),
    [
        ("It pays {E1.p50}.", "en", "It pays $135,980 a year."),
        ("It pays ${E1.p50} a year.", "en", "It pays $135,980 a year."),
        ("Paga {E1.p50}.", "es", "Paga $135,980 al año."),
        ("Paga {E1.p50} al año.", "es", "Paga $135,980 al año."),
        ("Schauspieler: {E6.p50}.", "de", "Schauspieler: $29.05 pro Stunde."),
        ("{E1.p50 - E2.p50} more a year", "en", "$1,860 more a year"),
        ("{E1.p50 / E2.p50}% of Austin", "en", "101% of Austin"),
        ("{E2.p90 / E2.p10} times as much", "en", "2.2 times as much"),
        ("a ratio of {E2.p90 / E2.p10}", "en", "a ratio of 2.2"),
        ("a {E7.growth}% growth", "en", "a 10% growth"),
        ("Postings fell by {E7.change}.", "en", "Postings fell by 34%."),
        (
            "Postings had fallen less here, {E7.change} against {E7.change}.",
            "en",
            "Postings had fallen less here, 34% against 34%.",
        ),
        ("Die Anzeigen sind um {E7.change} gefallen.", "de", "Die Anzeigen sind um 34% gefallen."),
        ("The change is {E7.change}, and pay fell too.", "en", "The change is -34%, and pay fell too."),
        ("{E1.employment} people", "en", "1,654,440 people"),
        ("{E10.typical} of study", "en", "40 hours of study"),
        ("{E10.typical} horas", "es", "40 horas"),
        ("unas {E10.typical} de estudio", "es", "unas 40 horas de estudio"),
        ("{E9.typical_2} bei deinen zehn Stunden", "de", "16 Wochen bei deinen zehn Stunden"),
        ("{E9.typical_2} at your ten hours a week", "en", "16 weeks at your ten hours a week"),
        ("{E1.employment} Menschen", "de", "1,654,440 Menschen"),
        (
            "In {E2.place}, {E2.subject} ({E2.period})",
            "en",
            "In Austin-Round Rock-San Marcos, TX, software developers (May 2025)",
        ),
        ("€{E1.p50}", "en", None),
        ("{E1.p50} a month", "en", None),
        ("{E1.p50} im Monat", "de", None),
        ("{E1.p50}0", "en", None),
        ("{E1.p50} million", "en", None),
        ("double {E1.p50}", "en", None),
        ("el doble de {E1.p50}", "es", None),
        ("{{E1.p50}}", "en", None),
        ("{E1.p50.__class__}", "en", None),
        ("{E77.p50}", "en", None),
        ("{E1.p99}", "en", None),
        ("{E2.p50 - E1.p50}", "en", None),
        ("{E6.p50 - E1.p50}", "en", None),
    ],
)
def test_a_figure_is_put_in_or_refused(text: str, language: str, shown: str | None) -> None:
    if shown is None:
        with pytest.raises(Unsupported):
            fill(text, ALL, language)
    else:
        assert fill(text, ALL, language).text == shown


@pytest.mark.parametrize(
    ("text", "language", "holds"),
    [
        ("In Austin, software developers earn {E2.p50}, nationally {E1.p50}.", "en", True),
        ("In the United States they earn {E2.p50} and in Austin {E1.p50}.", "en", False),
        ("En Austin ganan {E2.p50} (mayo de 2025).", "es", True),
        ("En Austin ganan {E2.p50} (mayo de 2019).", "es", False),
        ("En Austin ganan {E2.p50} (marzo de 2025).", "es", False),
        ("En Tokio ganan {E2.p50}.", "es", False),
        ("En Estados Unidos los developers ganan {E1.p50}.", "es", True),
        ("En EE. UU. los developers ganan {E2.p50}.", "es", False),
        ("Semanas 1 a 4 (del 22 de noviembre al 19 de diciembre de 2026), {E10.typical}.", "es", True),
        ("In Austin verdienen Entwickler im Median {E2.p50} im Jahr.", "de", True),
        ("Aus derselben Quelle: Entwickler in Austin verdienen im Median {E2.p50} im Jahr.", "de", True),
        ("In München verdienen Entwickler im Median {E2.p50} im Jahr.", "de", False),
        ("À Paris on gagne {E2.p50}.", "fr", False),
        ("Dans ce pays, les developers gagnent {E1.p50}.", "fr", True),
        ("Round Rock developers earn {E2.p50}.", "en", True),
        ("Nurses and developers in Austin earn {E2.p50}.", "en", False),
        ("In Denver, developers earn {E2.p50}.", "en", False),
        ("Nurses in Austin earn {E2.p50}.", "en", False),
        ("The lowest tenth in Austin earn less than {E2.p90}.", "en", False),
        ("According to Glassdoor, developers in Austin earn {E2.p50}.", "en", False),
    ],
)
def test_a_figure_is_said_of_its_own_place_role_and_time(text: str, language: str, holds: bool) -> None:
    filled = fill(text, ALL, language)
    cited = [item for item in ALL if item.id in filled.ids]
    assert (bound.conflict(filled, cited, frozenset(), Profile(), language) is None) is holds


def test_what_the_person_told_stands_beside_any_place_and_is_read_twice() -> None:
    own = person_evidence(Profile(present_pay=100000))
    filled = fill(
        "In Austin, developers earn {E2.p50}, that is {E2.p50 - P.present_pay} more than you.", [*ALL, own]
    )
    assert bound.conflict(filled, [ALL[1], own], frozenset(), Profile()) is None
    assert not bound.is_plain(fill("Nurses in Boston earn {P.present_pay}.", [own]), [own])


@pytest.mark.parametrize("share", ["Nine in ten", "A third of", "Eight of ten"])
def test_a_share_in_words_that_no_statistic_tells_is_read_twice(share: str) -> None:
    filled = fill(f"{share} software developers in Austin earn more than {{E2.p50}}.", ALL)
    assert not bound.is_plain(filled, [ALL[1]])
    assert bound.is_plain(fill("Software developers in Austin earn {E2.p50}.", ALL), [ALL[1]])


def test_a_word_for_many_occupations_takes_up_a_title_and_is_read_twice() -> None:
    managers = wages(
        "E1", "Medical and Health Services Managers (11-9111)", "Albuquerque, NM", "2025-05", {"p50": 125470}
    )
    filled = fill("So management pays {E1.p50} there.", [managers])
    assert bound.conflict(filled, [managers], frozenset(), Profile()) is None
    assert not bound.is_plain(filled, [managers])
    other = fill("Engineers there earn {E1.p50}.", [managers])
    assert bound.conflict(other, [managers], frozenset(), Profile())


@pytest.mark.parametrize(
    "text",
    [
        "As a nurse in Austin you earn {E2.p50}.",
        "In Boston, as in Austin, software developers earn {E2.p50}.",
    ],
)
def test_the_persons_own_role_and_place_beside_a_figure_are_read_twice(text: str) -> None:
    filled = fill(text, ALL)
    person = Profile(current_role="nurse", location="Boston")
    assert bound.conflict(filled, [ALL[1]], frozenset(), person) is None
    assert not bound.is_plain(filled, [ALL[1]])


def test_where_somebody_lives_is_an_aside_only_in_front_of_the_figures() -> None:
    filled = fill("In Austin it is {E2.p50} for developers, in Boston too.", ALL)
    assert bound.conflict(filled, [ALL[1]], frozenset(), Profile(location="Boston"), beside=[])


def test_place_and_date_are_added_where_nothing_says_them() -> None:
    filled = fill("Developers earn {E2.p50}; that is known. More later.", ALL)
    shown, written = completed(filled, [ALL[1]], "en")
    assert shown == (
        "Developers earn $134,120 a year; that is known (Austin-Round Rock-San Marcos, TX, May 2025). More later."
    )
    assert is_filled(shown, written, ALL) and not is_filled(shown.replace("134", "143"), written, ALL)
    last, _ = completed(fill("Developers earn {E2.p50} at the median.", ALL), [ALL[1]], "en")
    assert last.endswith("at the median (Austin-Round Rock-San Marcos, TX, May 2025).")
    said, _ = completed(filled, [ALL[1]], "en", "In Austin, in May 2025:")
    assert said == filled.text


KNOWN = Known.of(
    ["I have 8 hours a week, make 61,000 and taught nine years, 72k offered, 61.000"],
    ["See https://a.org/x."],
)


@pytest.mark.parametrize(
    "text",
    [
        "your 8 hours",
        "your $61,000",
        "your 9 years",
        "at 8 an hour",
        "1. Do\n2. Go",
        "$72,000",
        "GPT-4 and 3D",
        "5 things",
        "week 1",
        "three steps",
        "the 2nd call",
    ],
)
def test_digits_of_the_persons_and_counts_may_stand(text: str) -> None:
    assert strange_number(text, KNOWN) is None


@pytest.mark.parametrize(
    "text",
    [
        "grew 35%",
        "pays $90k",
        "83 hours",
        "8 weeks",
        "8%",
        "8 per cent",
        "8 Prozent",
        "$8",
        "3 weeks",
        "dos mil",
        "in 2019",
        "by 3 January 2031",
        "ochenta por ciento",
        "6 figures",
        "4,242",
    ],
)
def test_other_digits_may_not(text: str) -> None:
    assert strange_number(text, KNOWN) is not None


def test_a_time_is_theirs_however_they_shortened_it() -> None:
    theirs = Known.of(["16 wks pay, 5 yrs there, 6 hrs sleep"], [])
    assert strange_number("16 weeks of pay, 5 years, 6 hours", theirs) is None
    assert strange_number("17 weeks of pay", theirs) == "17"


def test_a_large_number_in_words_is_theirs_only_as_they_said_it() -> None:
    theirs = Known.of(["Gano 41 mil, quiero cincuenta mil."], [])
    assert strange_number("Pide cincuenta mil.", theirs) is None
    assert strange_number("Se llega a sesenta mil.", theirs) == "sesenta mil"


def test_a_sum_of_the_person_may_be_told_for_another_time() -> None:
    person = person_evidence(Profile(present_pay=61000))
    known = Known.of(["I pay 1,850 a month"], [], person)
    assert strange_number("Your 61,000 is 5,083 a month, your rent 22,200 a year.", known) is None
    assert strange_number("That is 5,500 a month.", known) == "5,500"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("I've sent your application.", True),
        ("Your plan is approved and final.", True),
        ("Once you approve the plan, it is final.", False),
        ("He enviado tu solicitud.", True),
        ("Tu plan está aprobado.", True),
        ("Tu plan todavía no está aprobado.", False),
        ("Ich habe deine Bewerbung abgeschickt.", True),
        ("Dein Plan ist noch nicht genehmigt.", False),
        ("J'ai réservé ton rendez-vous.", True),
        ("Ya te inscribí en el curso.", True),
        ("Llamé al estudio por ti.", True),
        ("Ho inviato la tua candidatura.", True),
        ("I already wrote to the studio for you.", True),
        ("Once your talk is booked, write down three questions.", False),
        ("I read your message twice.", False),
        ("He mirado dos fuentes para ti.", False),
        ("Sag ihnen: „Ich habe den Termin gebucht.“", False),
        ("Forty applications sent and silence hurts.", False),
        ("I looked it up.", False),
        ("Tu plan está aprobado, ya no tienes que mirarlo.", True),
        ("No tienes que hacer nada, tu plan está aprobado.", True),
        ("Acabo de enviar tu solicitud.", True),
        ("Ich habe dir einen Termin gemacht.", True),
        ("Je vous ai inscrite au cours.", True),
        ("I've put in a word with your boss.", True),
        ("I have not sent anything.", False),
    ],
)
def test_deeds_that_nobody_did_are_known(text: str, told: bool) -> None:
    assert (told_deed(text) is not None) is told


@pytest.mark.parametrize(
    ("text", "shares"),
    [
        ("Nine out of ten inspectors stay.", [0.9]),
        ("9 in 10 stay.", [0.9]),
        ("Una de cada diez personas se va.", [0.1]),
        ("Un chauffeur sur dix y gagne plus.", [0.1]),
        ("Jede zweite bleibt.", [0.5]),
        ("La moitié des cabinets embauche.", [0.5]),
        ("Send three in two weeks.", []),
        ("Ask a colleague in ten minutes.", []),
        ("Half of your evenings stay free.", []),
        ("Seven of ten pass.", [0.7]),
        ("Rechne mit gut einem Drittel mehr.", [0.3]),
    ],
)
def test_parts_of_many_are_figures_in_words(text: str, shares: list[float]) -> None:
    assert [round(share, 2) for _, share in told_parts(text, KNOWN)] == shares


def test_links_and_quotes_come_from_the_evidence() -> None:
    assert strange_link("See https://a.org/x and b.com.", KNOWN) == "b.com"
    assert strange_link("[more](javascript:alert(3))", KNOWN)
    assert strange_link("Node.js and ASP.NET", KNOWN) is None
    assert quoted("The average  base salary is", [PASSAGE]) is PASSAGE
    assert quoted("The average pay is", [PASSAGE]) is None
