"""Whatever is typed, linking and scanning answer and never raise."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tools.oews.areas import find_places, link_place
from tools.oews.occupations import find_roles, link_role

_WORDS = [
    *[
        "nurse",
        "senior",
        "rn",
        "at",
        "in",
        "austin",
        "tx",
        "or",
        "paris",
        ",",
        ".",
        "/",
        "(",
        ")",
        "-",
        "of",
        "ohio",
        "chief",
        "engineer",
        "us",
        "i'm",
        "sr",
    ],
    "\n",
    "é",
    "  ",
]
_TEXTS = st.one_of(st.text(max_size=80), st.lists(st.sampled_from(_WORDS), max_size=12).map(" ".join))


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=_TEXTS)
def test_any_text_is_answered(text: str) -> None:
    links = link_role(text)
    assert all(0 < link.score <= 1 and link.why for link in links)
    assert len({link.occupation.code for link in links}) == len(links)
    place = link_place(text)
    meanings = [place.area is not None, bool(place.candidates), place.outside_us is not None]
    assert sum(meanings) <= 1
    roles, places = find_roles(text), find_places(text)
    spans = [(each.start, each.end) for each in roles] + [(each.start, each.end) for each in places]
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(each.text for each in roles) and all(each.text for each in places)
    ends = [each.end for each in roles]
    assert ends == sorted(ends)


def test_odd_characters_are_answered() -> None:
    for text in (
        "\ud800 nurse in \udfff Austin",
        "\x00\x07nurse",
        "💥" * 50,
        "İstanbul K \u017f",
        "a" * 5000,
        "-" * 5000,
    ):
        link_role(text)
        link_place(text)
        find_roles(text)
        find_places(text)
