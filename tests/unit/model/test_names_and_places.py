"""What honest texts say beside figures: two places in turn, numbers that are names, dates and units of other languages."""

import pytest

from agent.grounding.references import is_filled
from agent.models import Profile
from agent.policy.model.pieces import Judge
from agent.policy.model.wire import Piece
from tests.unit.grounding.samples import wages
from tests.unit.model.states import state_of
from tests.unit.model.test_pieces import CONTEXT
from tools.evidence import Evidence, Figure, Source

TESTERS = "Software Quality Assurance Analysts and Testers (15-1253)"
RALEIGH = wages(
    "E1", TESTERS, "Raleigh-Cary, NC", "2025-05", {"p50": 110800, "p75": 135910, "employment": 1760}
)
DURHAM = wages(
    "E2", TESTERS, "Durham-Chapel Hill, NC", "2025-05", {"p50": 122980, "p75": 137550, "employment": 950}
)
EL_PASO = wages("E3", TESTERS, "El Paso, TX", "2025-05", {"p25": 50100, "p75": 78820, "employment": 170})
WAY = Evidence(
    id="E4",
    kind="roadmap",
    text="The way to the work takes 140.5 hours.",
    figures=[
        Figure(label="hours", value=140.5, unit="hours", subject="Subnets", statistic="typical"),
        Figure(
            label="change", value=45, unit="%", subject="postings", place="El Paso, TX", statistic="change"
        ),
        Figure(label="named", value=40, unit="%", subject="Docker", statistic="share"),
        Figure(label="half are done", value=37, unit="weeks", subject="the way", statistic="p50"),
        Figure(label="hours", value=10, unit="hours/week", subject="Subnets", statistic="assumed"),
        Figure(label="share", value=33, unit="percentile", subject=TESTERS, statistic="estimate"),
    ],
    source=Source(title="Roadmap"),
)
SAID = "I moved 14 sites and decide by December 11; you said 17.5 before. My mortgage is 2,140 a month, the bonus 12,800. I live in El Paso. My family is in Deutschland. Write to Priya."


def judged(text: str, kind: str = "finding", language: str = "en") -> tuple[str, str]:
    state = state_of(SAID, evidence=[RALEIGH, DURHAM, EL_PASO, WAY], profile=Profile(location="El Paso"))
    judge = Judge(state, CONTEXT)
    judge.language = language
    found = judge.judge(Piece.model_validate({"kind": kind, "text": text, "evidence": []}))
    return found.problem, found.bare


@pytest.mark.parametrize(
    "text",
    [
        "Durham's median is {E2.p50 - E1.p50} higher, at {E2.p50}, and there are {E2.employment} such jobs beside {E1.employment} in Raleigh.",
        "The median in Durham-Chapel Hill, NC is {E2.p50}, against {E1.p50} in Raleigh-Cary, NC. Higher up they are nearly even ({E2.p75} against {E1.p75}).",
    ],
)
def test_two_places_told_in_turn_are_of_their_own_figures(text: str) -> None:
    assert judged(text)[0] == ""
    swapped = text.replace("E2", "E9").replace("E1", "E2").replace("E9", "E1")
    assert judged(swapped)[0]


@pytest.mark.parametrize(
    ("text", "kind", "language"),
    [
        ("Call or text 988 now, day or night, or 911 if you are in danger.", "feeling", "en"),
        ("Ask what becomes of the 401(k) match.", "advice", "en"),
        ("Hi Priya,\n\nThanks so much! In Durham the median is {E2.p50}.", "draft", "en"),
        (
            "Last year I moved 14 sites to SD-WAN. In Durham the median is {E2.p50} (May 2025). I decide by December 11.",
            "draft",
            "en",
        ),
        ("It took 17.5 hours before.", "advice", "en"),
        ("Of AI-engineer postings {E4.share} name Docker.", "finding", "en"),
        (
            "Testers in El Paso earn {E3.p25} at the 25th percentile, in Durham {E2.p75}, so {E2.p75 - E3.p25} more.",
            "finding",
            "en",
        ),
        ("El paso de redes da {E4.typical} de estudio.", "finding", "es"),
        ("O*NET marca AWS y Azure, y el camino tiene {E4.typical}.", "finding", "es"),
        ("Wochen 1 bis 6 (11.1. bis 21.2.2027), {E4.typical}.", "finding", "de"),
        ("{E4.typical}, und die Pause in Deutschland liegt mittendrin.", "finding", "de"),
    ],
)
def test_what_is_no_figure_and_no_other_place(text: str, kind: str, language: str) -> None:
    assert judged(text, kind, language)[0] == ""


@pytest.mark.parametrize(
    "text", ["There are 988,000 such jobs.", "It pays $988.", "In Glassdoor it is {E2.p50}."]
)
def test_what_is_one_goes_back(text: str) -> None:
    assert judged(text)[0]


@pytest.mark.parametrize(
    ("text", "language", "shown"),
    [
        (
            "The middle half earns {E3.p25} to {E3.p75} in El Paso.",
            "en",
            "earns $50,100 to $78,820 a year in",
        ),
        ("Zwischen {E3.p25} und {E3.p75} in El Paso.", "de", "Zwischen $50,100 und $78,820 im Jahr"),
        ("You are at about {E4.estimate}.", "en", "at about the 33rd percentile"),
        ("That is near the {E4.estimate}.", "en", "near the 33rd percentile"),
        ("beim {E4.estimate} der Leute", "de", "beim 33. Perzentil der Leute"),
        ("Anzeigen in El Paso: {E4.change} seit 2020", "de", "Anzeigen in El Paso: +45% seit 2020"),
        ("gibt es {E3.employment} als Tester in El Paso", "de", "gibt es 170 Stellen als Tester"),
        ("bei {E4.assumed} in El Paso", "de", "bei 10 Stunden pro Woche"),
        ("at {E4.assumed} in El Paso", "en", "at 10 hours a week"),
        ("at {E4.assumed} a week", "en", "at 10 hours a week"),
        ("half are done by week {E4.p50}", "en", "by week 37"),
        ("half need {E4.p50}: the weeks you have are fewer", "en", "half need 37 weeks: the"),
        ("For jobs: {E3.employment} in El Paso.", "en", "For jobs: 170 in El Paso"),
    ],
)
def test_units_stand_where_a_reader_needs_them(text: str, language: str, shown: str) -> None:
    assert shown in judged(text, language=language)[1]


def test_what_a_figure_of_a_letter_is_of_stands_beside_it_and_not_under_the_name() -> None:
    text = "In Durham testers earn {E2.p50}.\n\nBest,\n[name]"
    assert judged(text, "draft")[1].endswith("[name]")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("The mortgage is {$2,140 * 12} a year.", "The mortgage is $25,680 a year."),
        (
            "It takes {$2,140 * 12 / E1.p50}% of the median in Raleigh.",
            "It takes 23% of the median in Raleigh",
        ),
        ("In Raleigh, with the bonus, it is {E1.p50 + $12,800}.", "it is $123,600 ("),
        ("A twelfth of the median in Raleigh is {E1.p50 / 12}.", "is $9,233"),
    ],
)
def test_it_may_reckon_with_numbers_that_the_person_told(text: str, shown: str) -> None:
    problem, bare = judged(text, "advice")
    assert (problem, shown in bare) == ("", True)


@pytest.mark.parametrize(
    "text", ["It is {$2,150 * 12} a year.", "It is {E1.p50 * E2.p50}.", "It is {E1.p50 - $300,000}."]
)
def test_it_may_not_reckon_with_others_or_what_makes_no_sum(text: str) -> None:
    assert judged(text, "advice")[0]


def test_what_is_reckoned_with_numbers_of_its_own_is_read_in_a_plan() -> None:
    assert not is_filled("It is $25,680.", "It is {$2,140 * 12}.", [RALEIGH])
