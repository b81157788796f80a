"""Places in words become the areas that people mean, or are said to be ambiguous, foreign or not known."""

import pytest

from tests.unit.oews.sets import read_set
from tools.oews.areas import area, fallback_area, find_places, link_place
from tools.oews.models import Area
from tools.oews.tables import areas, read_table


@pytest.mark.parametrize("frame", ["{}", "in {}", "{} ", "the {}"])
def test_every_area_as_printed_is_itself(frame: str) -> None:
    wrong = []
    for found in areas().values():
        link = link_place(frame.format(found.name))
        if link.area != found:
            wrong.append((found.name, link))
    assert wrong == []


def test_every_area_is_found_in_a_sentence() -> None:
    wrong = []
    for found in areas().values():
        mentions = find_places(f"What do Actuaries earn in {found.name}? Thanks")
        if [mention.link.area for mention in mentions] != [found]:
            wrong.append((found.name, mentions))
    assert wrong == []


def _ways_to_write(area: Area) -> list[str]:
    """The first city of a metropolitan area with its state, as people type it."""
    cities, _, states = area.name.rpartition(", ")
    city = cities.split("--")[0] if "--" in cities else cities.partition("-")[0]
    city = cities if cities == "Winston-Salem" else city
    abbreviation = states.partition("-")[0]
    names = {row["abbreviation"]: row["names"].partition("|")[0] for row in read_table("states")}
    state = names[abbreviation]
    return [
        f"{city}, {abbreviation}",
        f"{city} {abbreviation}".lower(),
        f"{city.lower()}, {state}",
        f"in {city} {state}",
    ]


def test_the_first_city_of_every_metropolitan_area_with_its_state_is_that_area() -> None:
    metros = [found for found in areas().values() if found.kind == "metro"]
    written = [(way, found) for found in metros for way in _ways_to_write(found)]
    assert [(way, found.name) for way, found in written if link_place(way).area != found] == []


def _meaning(place: str) -> str:
    """What a place came out as: an area's name, "?" for several, "!" and the country, nothing for not known."""
    link = link_place(place)
    if link.outside_us:
        return f"!{link.outside_us.rpartition(', ')[2]}"
    if link.candidates:
        return "?"
    return link.area.name if link.area and not link.note else ""


@pytest.mark.parametrize(("part", "least"), [("developed", 0.98), ("held_out", 0.95)])
def test_the_own_set_of_places(part: str, least: float) -> None:
    pairs = getattr(read_set("places"), part)
    wrong = [(place, meant, _meaning(place)) for place, meant in pairs if _meaning(place) != meant]
    assert len(wrong) <= (1 - least) * len(pairs), wrong


def test_the_larger_area_around_an_area() -> None:
    akron = area("0010420")
    assert akron is not None
    ohio = fallback_area(akron)
    assert ohio is not None
    assert ohio.name == "Ohio"
    nation = fallback_area(ohio)
    assert nation is not None
    assert nation.code == "0000000"
    assert fallback_area(nation) is None


def test_a_town_without_an_area_gets_its_state_and_a_note() -> None:
    link = link_place("Paris, TX")
    assert link.area is not None
    assert link.area.name == "Texas"
    assert link.note is not None
    assert "Paris" in link.note


@pytest.mark.parametrize("place", ["Tbilisi, Georgia", "Georgia (the country)", "Batumi"])
def test_a_country_named_like_a_state_is_not_the_state(place: str) -> None:
    link = link_place(place)
    assert link.area is None and link.outside_us


def test_a_town_alone_is_in_its_state_or_in_one_of_several() -> None:
    poteau, marshfield = link_place("Poteau"), link_place("Marshfield")
    assert poteau.area is not None and poteau.area.name == "Oklahoma" and poteau.note and poteau.town
    assert [area.name for area in marshfield.candidates] == ["Wisconsin", "Missouri", "Massachusetts"]


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Texas, Houston", "Houston"),
        ("Houston, Texas", "Houston"),
        ("Washington, DC, USA", "Washington-"),
        ("Washington, DC metro", "Washington-"),
        ("New York, NY, USA", "New York-"),
        ("Texas, USA", "Texas"),
    ],
)
def test_a_state_may_stand_before_its_city(written: str, name: str) -> None:
    area = link_place(written).area
    assert area is not None and area.name.startswith(name)


def test_a_town_named_nearly_like_a_city_may_be_that_city() -> None:
    assert "Pittsburgh, PA" in [area.name for area in link_place("Pittsburg").candidates]


@pytest.mark.parametrize(
    ("place", "names"),
    [
        ("Texas or Oklahoma", ["Texas", "Oklahoma"]),
        ("Dallas / Houston", ["Dallas-Fort Worth-Arlington, TX", "Houston-Pasadena-The Woodlands, TX"]),
        ("Dallas or London", []),
    ],
)
def test_several_places_at_once_are_candidates(place: str, names: list[str]) -> None:
    link = link_place(place)
    assert link.area is None and [area.name for area in link.candidates] == names


def test_two_names_of_one_area_are_that_area() -> None:
    link = link_place("Minneapolis and St. Paul")
    assert link.area is not None and link.area.name.startswith("Minneapolis-St. Paul")


def test_a_note_is_given_only_where_the_area_is_another() -> None:
    assert all(link_place(found.name).note is None for found in areas().values())


def test_a_mention_says_where_it_stands() -> None:
    text = "From Seatle to Portland, OR, or Berlin"
    mentions = find_places(text)
    assert [mention.text for mention in mentions] == ["Seattle", "Portland, OR", "Berlin"]
    assert [text[mention.start : mention.end] for mention in mentions] == ["Seatle", "Portland, OR", "Berlin"]


@pytest.mark.parametrize(
    "text",
    [
        "tell us about it",
        "I like reading and mobile apps",
        "hi, is it me or is this hard",
        "My name is Austin",
        "I have an MS and an MA",
        "I work at Bank of America",
        "it would be nice to have more independence",
        "",
        "?!",
    ],
)
def test_words_that_only_look_like_places(text: str) -> None:
    assert find_places(text) == []


@pytest.mark.parametrize(
    ("written", "area_name"),
    [
        ("Memfis", "Memphis, TN-MS-AR"),
        ("filadelfia", "Philadelphia-Camden-Wilmington, PA-NJ-DE-MD"),
        ("Bostn", "Boston-Cambridge-Newton, MA-NH"),
    ],
)
def test_a_name_written_by_its_sound_or_with_a_slip_is_mended(written: str, area_name: str) -> None:
    found = link_place(written).area
    assert found is not None
    assert found.name == area_name


def test_a_slip_between_two_names_is_asked_about() -> None:
    link = link_place("Chicgo")
    assert link.area is None
    assert [found.name for found in link.candidates] == ["Chicago-Naperville-Elgin, IL-IN", "Chico, CA"]
