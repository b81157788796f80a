"""Near occupations: what must hold for anybody, and people whose best next work is known."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tools.errors import UsageError
from tools.evidence import Evidence
from tools.oews.cells import read_cell
from tools.oews.neighbours import neighbours, zone_of
from tools.oews.role_links import link_role
from tools.oews.tables import occupations
from tools.options import suggest
from tools.options.candidates import work_of
from tools.options.entry import entry
from tools.options.models import OptionsDocument, RoleOption
from tools.options.thresholds import BETTER_PAID, MOST_OPTIONS

PEOPLE = [
    ("cook", "Boise"),
    ("helpdesk", "Columbus OH"),
    ("nurse", "Houston"),
    ("middle school teacher", "Sacramento"),
    ("paralegal", "Cleveland"),
    ("retail assistant manager", "Atlanta"),
    ("truck driver", "Dallas"),
    ("manual QA tester", "Austin"),
    ("bookkeeper", "Omaha"),
    ("graphic designer", "Portland, OR"),
    ("warehouse worker", "Memphis"),
    ("police officer", "Phoenix"),
]
# What somebody who knows the work would name, and what would be no advice.
SENSIBLE = {
    "cook": {"51-3021", "51-3092", "11-9051", "35-1011"},
    "helpdesk": {"15-1211", "15-1244"},
    "nurse": {"11-9111", "29-1171"},
    "middle school teacher": {"25-2031"},
    "paralegal": {"13-1041"},
    "retail assistant manager": {"41-3091", "53-1047"},
    "truck driver": {"53-7121"},
    "manual QA tester": {"15-1252"},
    "bookkeeper": {"43-3051", "13-2011"},
    "graphic designer": {"27-1011", "15-1255"},
    "warehouse worker": {"43-5071"},
    "police officer": {"33-3021", "33-1012"},
}


def without_degree(option: RoleOption) -> bool:
    asked = entry(option.code, option.job_zone)
    return asked is not None and asked.without_degree


def near_codes(role: str) -> set[str]:
    return {near.key for code in work_of(link_role(role)) for near in neighbours(code)}


@pytest.mark.parametrize(("role", "place"), PEOPLE)
def test_what_is_suggested_is_near_better_paid_and_in_order(role: str, place: str) -> None:
    document = suggest(role, place)
    assert 1 <= len(document.options) <= MOST_OPTIONS
    near = near_codes(role)
    for option in document.options:
        assert option.code in near or (option.steps == 2 and option.via)
        own = read_cell(document.present.code if document.present else "", option.wages.area_code)
        cell = read_cell(option.code, option.wages.area_code)
        assert own is not None and own.p50 and cell is not None and cell.p50
        assert option.wages.p50 == cell.p50 >= own.p50 * (1 + BETTER_PAID)
        assert option.difference == cell.p50 - own.p50
        assert option.entry and option.job_zone == zone_of(f"{option.code}.00")
    years = [option.schooling.years_low if option.schooling else 0 for option in document.options]
    assert years == sorted(years)


@pytest.mark.parametrize(("role", "place"), PEOPLE)
def test_what_somebody_who_knows_the_work_would_name_is_there(role: str, place: str) -> None:
    assert SENSIBLE[role] <= {option.code for option in suggest(role, place).options}


def test_a_nurse_is_not_sent_to_medical_school() -> None:
    document = suggest("nurse", "Houston")
    assert not [option for option in document.options if option.code.startswith("29-12")]
    assert document.options[0].schooling is None
    assert any("many years of schooling away" in note and "psychiatrists" in note for note in document.notes)


@pytest.mark.parametrize(("role", "place"), PEOPLE)
def test_every_figure_of_an_option_is_in_evidence(role: str, place: str) -> None:
    document = suggest(role, place)
    for option in document.options:
        numbers = figures_of(document.evidence, option)
        shown = [option.wages.p50, option.wages.employment, option.difference, option.place, option.job_zone]
        shown += [option.schooling.years_low, option.schooling.years_high] if option.schooling else []
        assert {value for value in shown if value is not None} <= numbers
    assert all(piece.kind == "options" and piece.source.date for piece in document.evidence)
    assert all(figure.period for piece in document.evidence for figure in piece.figures)


def figures_of(evidence: list[Evidence], option: RoleOption) -> set[float]:
    subject = f"{option.title} ({option.code})"
    return {figure.value for piece in evidence for figure in piece.figures if figure.subject == subject}


def test_without_a_degree() -> None:
    document = suggest("helpdesk", "Columbus OH", no_degree=True)
    assert document.options and all(map(without_degree, document.options))
    assert any("four-year degree" in note and "software developers" in note for note in document.notes)


def test_the_least_pay_asked_for_counts_instead_of_better_pay() -> None:
    document = suggest("waiter", "Miami", min_pay=60_000, no_degree=True)
    assert document.options and all((option.wages.p50 or 0) >= 60_000 for option in document.options)
    hourly = suggest("waiter", "Miami", min_pay=30, no_degree=True)
    assert [option.code for option in hourly.options] == [
        option.code for option in suggest("waiter", "Miami", min_pay=62_400, no_degree=True).options
    ]


def test_pay_that_was_told_is_what_better_pay_is_measured_against() -> None:
    document = suggest("helpdesk", "Columbus OH", pay=100_000)
    assert document.present is not None and document.present.pay == 100_000
    assert all((option.difference or 0) >= 5_000 for option in document.options)


def test_any_pay_shows_what_is_nearest() -> None:
    document = suggest("cook", "Boise", better_pay=False)
    assert any((option.difference or 0) <= 0 for option in document.options)


def test_the_honest_no() -> None:
    document = suggest("cook", "Boise", min_pay=230_000)
    assert document.options == []
    assert any(note.startswith("None of the occupations near restaurant cooks") for note in document.notes)


def test_few_better_paid_ones_bring_those_two_steps_away() -> None:
    document = suggest("electrical engineer", "Ohio")
    second = [option for option in document.options if option.steps == 2]
    assert second and all(option.via and "two steps" in option.why for option in second)
    assert any("two steps away" in note for note in document.notes)


def test_a_specialty_has_no_pay_of_its_own() -> None:
    document = suggest("manual QA tester", "Austin", better_pay=False)
    found = [option for option in document.options if option.counted_in]
    assert found and all(option.wages.p50 is None and option.difference is None for option in found)
    left = suggest("nurse", "Houston").notes
    assert any("not counted by themselves" in note and "clinical research" in note for note in left)


def test_roadmaps_and_growth_are_named_where_they_are_held() -> None:
    found = {option.code: option for option in suggest("manual QA tester", "Austin").options}
    assert "Software engineer" in found["15-1252"].roadmaps
    growth = found["15-1252"].growth
    assert growth is not None and growth.period == "2025-35" and not growth.superseded


def test_a_like_level_of_preparation_is_not_called_the_preparation() -> None:
    document = suggest("pharmacy tech", "Columbus, Ohio")
    assert any(option.schooling is None and option.code == "29-2081" for option in document.options)
    assert any("licence or course" in note for note in document.notes)


def test_names_are_those_people_use() -> None:
    names = [option.name for role, place in PEOPLE for option in suggest(role, place).options]
    assert not [
        name for name in names if "," in name or "except" in name.lower() or "first-line" in name.lower()
    ]


@pytest.mark.parametrize(("role", "near"), [("glimmerwright", None), ("truck drivist", "truck driver")])
def test_an_unknown_role_is_not_known_and_near_names_are_asked(role: str, near: str | None) -> None:
    document = suggest(role, "Boise")
    assert document.options == [] and document.evidence == [] and document.present is None
    assert document.notes[0].startswith("Not known")
    assert (near in document.near) if near else document.near == []


def test_places_that_are_unknown_or_several_or_abroad() -> None:
    unknown = suggest("cook", "Cleavelandia")
    assert unknown.options == [] and unknown.near == ["Cleveland"] and unknown.area is None
    several = suggest("cook", "Port Land")
    assert several.options == [] and len(several.ambiguous) == 2
    assert suggest("cook", "Berlin, Germany").options == []


def test_work_that_has_no_yearly_median_leaves_nothing_out() -> None:
    document = suggest("musician", "Nashville")
    assert document.options and document.present is not None and document.present.pay is None
    assert any("No yearly median" in note for note in document.notes)


def test_what_onet_does_not_describe_is_not_known() -> None:
    document = suggest("Woodworkers, All Other")
    assert document.options == [] and any(note.startswith("Not known: O*NET") for note in document.notes)


@pytest.mark.parametrize("amount", [0, -5, float("nan"), float("inf"), True])
def test_an_impossible_amount_is_wrong_usage(amount: float) -> None:
    with pytest.raises(UsageError):
        suggest("cook", min_pay=amount)
    with pytest.raises(UsageError):
        suggest("cook", pay=amount)


def test_an_empty_role_is_wrong_usage() -> None:
    with pytest.raises(UsageError):
        suggest("  ")


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(sorted(each.title for each in occupations().values())),
    st.sampled_from([None, "Ohio", "Boise", "Guam", "rural Kansas"]),
    st.booleans(),
    st.one_of(st.none(), st.integers(1, 300_000)),
)
def test_what_holds_for_any_work(title: str, place: str | None, no_degree: bool, pay: int | None) -> None:
    document = suggest(title, place, no_degree=no_degree, pay=pay)
    assert document.options or document.notes
    keys = [(option.code, option.title) for option in document.options]
    assert len(set(keys)) == len(keys) <= MOST_OPTIONS
    assert document.present is None or (document.present.code, document.present.title) not in keys
    for option in document.options:
        assert not no_degree or without_degree(option)
        if document.present and document.present.pay and option.difference is not None:
            assert option.difference > 0


def test_the_same_question_has_the_same_answer() -> None:
    assert suggest("cook", "Boise") == suggest("cook", "Boise")
    assert isinstance(suggest("cook"), OptionsDocument)


@pytest.mark.parametrize(
    ("work", "field", "of_it"), [("high school teacher", "25-", "11-9032"), ("cook", "35-", "11-9051")]
)
def test_who_leaves_a_field_gets_none_of_it_and_none_that_runs_it(work: str, field: str, of_it: str) -> None:
    stays = {option.code for option in suggest(work, "Dayton, OH", better_pay=False).options}
    goes = [option.code for option in suggest(work, "Dayton, OH", better_pay=False, other_field=True).options]
    assert any(code.startswith(field) for code in stays)
    assert len(goes) >= 3 and of_it not in goes
    assert not any(code.startswith(field) for code in goes)
