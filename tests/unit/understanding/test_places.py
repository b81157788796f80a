"""Places in every spelling, and whose they are."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agent.policy.offline.understanding.places import named_places, narrowed_place, told_place
from agent.policy.offline.understanding.text import read_message
from tools.oews.tables import areas, read_table

_STATES = {row["abbreviation"]: row["names"].split("|")[0].title() for row in read_table("states")}
# The first city of an area and its state; everyday words ("Reading") have tests of their own.
_CITIES = sorted(
    {
        (area.name.split("-")[0].split(",")[0].split("/")[0], area.name.rpartition(", ")[2].split("-")[0])
        for area in areas().values()
        if area.kind == "metro"
    }
)
_SPELLINGS = ("{city}, {short}", "{city} {short}", "{city}, {state}", "{city} {state}")
_SHAPES = (
    "I live in {place}",
    "I'm a nurse in {place}",
    "nurse, {place}, 5 yrs",
    "based in {place} for now",
    "location: {place}",
    "{place} is where I live",
    "I work as a welder out in {place} at the moment",
)


@settings(max_examples=120, deadline=None)
@given(st.sampled_from(_CITIES), st.sampled_from(_SPELLINGS), st.sampled_from(_SHAPES))
def test_a_city_with_its_state_is_read_in_any_spelling(
    where: tuple[str, str], spelling: str, shape: str
) -> None:
    city, short = where
    place = spelling.format(city=city, short=short, state=_STATES[short])
    clause = read_message(shape.format(place=place)).clauses[0]
    assert told_place(clause)[0] == place


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(("Elko", "Marfa", "Bar Harbor", "Window Rock", "Show Low", "Kodiak")), st.data())
def test_a_town_no_table_knows_is_read_before_its_state(town: str, data: st.DataObject) -> None:
    state = data.draw(st.sampled_from(("Nevada", "NV", "Arizona", "AZ", "Alaska", "TX")))
    place = f"{town}{data.draw(st.sampled_from((', ', ' ')))}{state}"
    found = named_places(f"I'm a teacher's aide in {place} and happy")
    assert [each.text for each in found] == [place]
    small = named_places(f"teacher in {place.lower()} since 2019")
    assert [each.text for each in small] == [place.lower()]


@pytest.mark.parametrize(
    ("text", "place", "firmness"),
    [
        ("we just moved to Provo", "Provo", 3),
        ("the lab is in Ames but I live in Boone, Iowa", "Boone, Iowa", 3),
        ("I'm not in Tulsa anymore, I'm in Reno", "Reno", 3),
        ("Salem, Massachusetts, not Oregon", "Salem, Massachusetts", 3),
        ("a barista in eugene", "eugene", 2),
        ("i live in mobile", "mobile", 3),
        ("I heard Seattle pays well", "Seattle", 0),
        ("my flight to Denver was late", "Denver", 0),
        ("nurse from Toledo", "Toledo", 1),
        ("born in Ohio", None, 0),
        ("I'm mobile and like reading", None, 0),
        ("I study in college", None, 0),
        ("what about something in marketing, or sales", None, 0),
    ],
)
def test_a_place_is_the_persons_own_or_only_spoken_of(text: str, place: str | None, firmness: int) -> None:
    clause = read_message(text).clauses[-1]
    assert told_place(clause) == (place, firmness)


def test_a_place_that_could_be_several_is_narrowed_by_its_state() -> None:
    assert narrowed_place("Springfield", "Missouri") == "Springfield, Missouri"
    assert narrowed_place("Springfield", "Springfield, Missouri") == "Springfield, Missouri"
    assert narrowed_place("Boise", "Missouri") is None
