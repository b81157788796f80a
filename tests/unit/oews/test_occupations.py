"""Roles in words become the occupations that are meant, or none; never somebody else's."""

import pytest

from benchmarks.oews import FLOORS, jobs_or_none
from tests.unit.oews.sets import read_set
from tools.oews.occupations import find_roles, link_role
from tools.oews.several import meanings
from tools.oews.tables import occupations
from tools.oews.wording import title_key


def _singular(title: str) -> str:
    """The title with the last word of each part in the singular, as a person would write it."""
    return ", ".join(
        " ".join([*part.split()[:-1], title_key(part.split()[-1])]) if part.split() else part
        for part in title.split(", ")
    )


@pytest.mark.slow
def test_every_oews_title_is_its_own_occupation() -> None:
    wrong = []
    for found in occupations().values():
        for written in (found.title, found.title.lower(), found.title.upper(), _singular(found.title)):
            links = link_role(written)
            if [link.occupation for link in links] != [found] or links[0].score < 0.99:
                wrong.append((written, links))
    assert wrong == []


@pytest.mark.slow
def test_every_oews_title_is_found_in_a_sentence() -> None:
    wrong = []
    for found in occupations().values():
        for written in (found.title, found.title.lower()):
            mentions = find_roles(f"What is the pay of {written} in Akron?")
            if [link.occupation for mention in mentions for link in mention.links] != [found]:
                wrong.append((written, mentions))
    assert wrong == []


@pytest.mark.parametrize(("part", "least"), [("developed", 0.98), ("held_out", 0.9)])
def test_the_own_set_of_roles(part: str, least: float) -> None:
    pairs = getattr(read_set("roles"), part)
    wrong = []
    for role, codes in pairs:
        links = [link.occupation.code for link in link_role(role)]
        if (links[0] not in codes.split()) if codes and links else bool(codes) != bool(links):
            wrong.append((role, codes, links))
    assert len(wrong) <= (1 - least) * len(pairs), wrong


@pytest.mark.parametrize("words", ["Security+", "QuickBooks", "AWS cert", "Secret clearance"])
def test_certificates_and_products_are_no_occupation(words: str) -> None:
    assert link_role(words) == []


def test_nonsense_has_no_occupation() -> None:
    pairs = [role for part in read_set("roles") for role, codes in part if not codes]
    assert len(pairs) >= 30
    assert [role for role in pairs if link_role(role)] == []


@pytest.mark.parametrize(
    ("role", "code"),
    [
        ("Sr. RN III - nights", "29-1141"),
        ("Senior Software Engineer II @ Acme (remote)", "15-1252"),
        ("sofware enginer", "15-1252"),
        ("registred nurse", "29-1141"),
        ("electrican", "47-2111"),
        ("manager of construction", "11-9021"),
        ("project manager in construction", "11-9021"),
        ("Nurse, pediatric", "29-1141"),
        ("registered nurse in Ohio", "29-1141"),
        ("urban planner", "19-3051"),
        ("adjunct professor of history", "25-1125"),
        ("health informatics specialists", "15-1211"),
        ("midwives", "29-9099"),
        ("croupier", "39-3011"),
        ("Prospector", "19-2042"),
        ("automotive engineer", "17-2141"),
    ],
)
def test_levels_noise_order_and_errors_are_seen_through(role: str, code: str) -> None:
    assert link_role(role)[0].occupation.code == code


@pytest.mark.parametrize(
    "role", ["nurse", "teacher", "doctor", "driver", "manager", "engineer", "developer / designer"]
)
def test_what_could_be_several_offers_each_with_its_reason(role: str) -> None:
    links = link_role(role)
    assert len({link.occupation.code for link in links}) == len(links) >= 2
    assert all(link.why for link in links)
    assert [link.score for link in links] == sorted((link.score for link in links), reverse=True)


@pytest.mark.parametrize(
    "role", ["AI engineer", "ML engineer", "MLOps engineer", "data engineer", "prompt engineer"]
)
def test_titles_without_an_occupation_of_their_own_are_marked(role: str) -> None:
    links = link_role(role)
    assert links
    assert all(link.proxy and "no OEWS occupation of its own" in link.why for link in links)
    assert not any(link.proxy for link in link_role("registered nurse"))


def test_a_plural_of_its_own_is_not_its_singular() -> None:
    codes = {
        role: {link.occupation.code for link in link_role(role)}
        for role in ("security analyst", "securities analysts")
    }
    assert codes == {
        "security analyst": {"15-1212", "15-1299"},
        "securities analysts": {"13-2051", "13-2099"},
    }
    assert not {link.occupation.code for link in link_role("ground worker")} & {"37-3011", "37-3013"}


@pytest.mark.parametrize("role", ["spaceship mechanic", "robot cleaner", "mermaid machine operator"])
def test_words_that_change_the_job_are_not_left_aside(role: str) -> None:
    assert link_role(role) == []


def test_a_wrong_neighbour_is_never_linked() -> None:
    assert "11-1011" not in {link.occupation.code for link in link_role("chef")}
    assert "53-3032" not in {link.occupation.code for link in link_role("device driver developer")}
    assert link_role("dragon trainer") == []
    assert link_role("") == []
    assert link_role("?!") == []


def test_mentions_say_where_they_stand_and_mend_errors() -> None:
    text = "I'm a senior registred nurse in Ohio and want to be a data analyst."
    mentions = find_roles(text)
    assert [mention.text for mention in mentions] == ["senior registered nurse", "data analyst"]
    assert text[mentions[0].start : mentions[0].end] == "senior registred nurse"
    assert mentions[0].links[0].occupation == occupations()["29-1141"]


@pytest.mark.parametrize(
    "text",
    [
        "I set up a linux server for my boss",
        "the language model is slow",
        "my manager said no",
        "what does it pay?",
        "I have a computer science degree",
        "do you know it",
        "",
    ],
)
def test_words_that_only_look_like_jobs(text: str) -> None:
    assert find_roles(text) == []


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("I work as a server", "server"),
        ("I want to become a manager", "manager"),
        ("how do I get into nursing", "nursing"),
        ("a career in sales", "sales"),
        ("I'm an RN", "RN"),
        ("project mgr in Akron", "project mgr"),
    ],
)
def test_everyday_words_after_a_cue_are_jobs(text: str, role: str) -> None:
    assert [mention.text for mention in find_roles(text)] == [role]


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("from sales to software engineering", ["sales", "software engineering"]),
        ("what does data engineering pay?", ["data engineering"]),
        ("I know data science and project management", []),
        ("I have a degree in mechanical engineering", []),
    ],
)
def test_a_field_is_a_job_only_where_the_text_says_so(text: str, roles: list[str]) -> None:
    assert [mention.text for mention in find_roles(text)] == roles


@pytest.mark.parametrize(
    ("doing", "title"),
    [
        ("drive a truck", "Truck Drivers"),
        ("waiting tables", "Waiters"),
        ("teach kindergarten", "Kindergarten Teachers"),
        ("work in HR", "Human Resources"),
        ("lay brick", "Brickmasons"),
    ],
)
def test_a_doing_leads_to_who_does_it(doing: str, title: str) -> None:
    assert title in link_role(doing)[0].occupation.title


@pytest.mark.parametrize("word", ["docker", "allocate", "grafana", "terraform"])
def test_a_word_or_a_tool_alone_is_no_typing_error(word: str) -> None:
    assert link_role(word) == []


@pytest.mark.parametrize(
    "text",
    [
        "copilot writes the tests now",
        "same pay, no pager",
        "we moved to Baker",
        "we have a Trackman at the range",
    ],
)
def test_a_tool_a_thing_or_a_name_is_no_job_in_passing(text: str) -> None:
    assert find_roles(text) == []


@pytest.mark.parametrize(
    ("text", "role"), [("I'm a copilot", "copilot"), ("as a Baker", "Baker"), ("a farrier", "farrier")]
)
def test_after_a_cue_it_is_one_and_a_rare_job_is_one_anyway(text: str, role: str) -> None:
    assert [mention.text for mention in find_roles(text)] == [role]


@pytest.mark.parametrize("words", ["teach it", "bread winner", "guide me"])
def test_what_is_left_aside_is_not_told_by_a_part(words: str) -> None:
    assert link_role(words) == []


@pytest.mark.parametrize("role", ["electrician apprentice", "electrician apprenticeship"])
def test_who_learns_a_trade_is_counted_with_it(role: str) -> None:
    assert link_role(role)[0].occupation.code == "47-2111"


def test_a_bare_title_far_from_each_of_its_occupations_is_asked_about() -> None:
    assert meanings("inspector") == [
        "transportation inspectors",
        "quality inspectors",
        "agricultural inspectors",
    ]
    assert meanings("building inspector") == meanings("nurse") == meanings("welder") == []


@pytest.mark.parametrize(("how", "floors"), FLOORS.items())
def test_jobs_are_told_from_what_is_none(how: str, floors: tuple[float, float]) -> None:
    found, right = jobs_or_none(how)
    assert found >= floors[0] and right >= floors[1]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("68W", "29-2042"),
        ("ET2", "17-3023"),
        ("92A", "43-5071"),
        ("navy corpsman", "29-2042"),
        ("25B", "15-1232"),
    ],
)
def test_a_military_specialty_is_told_by_its_nearest_civilian_work(words: str, code: str) -> None:
    link = link_role(words)[0]
    assert (link.occupation.code, link.proxy) == (code, True)
    assert "military service is not counted in OEWS" in link.why
