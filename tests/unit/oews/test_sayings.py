"""What people say they do leads to the occupation that does it, whatever the verb's form, and to nothing else."""

import subprocess
import sys

import pytest

from tools.oews import build_meaning
from tools.oews.meaning import FILE, find_by_meaning, meanings
from tools.oews.occupations import link_role
from tools.oews.sayings import all_sayings, find_saying, verb_stem
from tools.oews.spoken import told_name
from tools.oews.tables import occupations, read_table
from tools.oews.wording import title_key

_FEWEST = 3000
_MOST_BYTES = 4_000_000
_MAJOR_GROUPS = 22


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("answer phones", "43-4171"),
        ("drove trucks", "53-3032"),
        ("I used to drive trucks", "53-3032"),
        ("stocking shelves", "53-7065"),
        ("payroll", "43-3051"),
        ("worked at a daycare", "39-9011"),
        ("work the deli", "35-3023"),
        ("ran the front desk at a vet's", "43-4171"),
        ("taught third grade", "25-2021"),
        ("lay bricks for a builder", "47-2021"),
        ("forklif oprater", "53-7051"),
        ("anser phones", "43-4171"),
    ],
)
def test_what_people_do_is_an_occupation(words: str, code: str) -> None:
    assert link_role(words)[0].occupation.code == code


@pytest.mark.parametrize(
    "words", ["army", "something with animals", "stuff", "xylophone flibber", "a job", "11Z9"]
)
def test_words_that_stand_for_nothing_clear_lead_nowhere(words: str) -> None:
    assert link_role(words) == []


def test_each_saying_is_of_known_occupations_written_once_and_needed() -> None:
    sayings = all_sayings()
    assert len(sayings) >= _FEWEST
    assert len({title_key(saying.words) for saying in sayings}) == len(sayings)
    assert {code for saying in sayings for code in saying.codes} <= set(occupations())
    assert len({saying.codes[0][:2] for saying in sayings}) == _MAJOR_GROUPS
    assert {row["basis"] for row in read_table("occupation_sayings")} == {"editorial"}
    for saying in sayings[::40]:
        links = link_role(saying.words)
        assert (links[0].occupation.code, links[0].read) == (saying.codes[0], "saying"), saying


def test_a_title_is_never_read_as_a_saying() -> None:
    assert link_role("registered nurse")[0].read == "title"
    assert told_name("registered nurse") is None
    assert told_name("drove trucks") == "heavy truck drivers"


def test_the_forms_of_a_verb_have_one_stem() -> None:
    assert {verb_stem(form) for form in ("drive", "drives", "driving", "drove", "driven")} == {"driv"}
    assert {verb_stem(form) for form in ("run", "ran", "running", "runs")} == {"run"}
    assert find_saying("rig") != find_saying("rigging")


def test_the_nearest_in_meaning_says_what_it_was_read_as() -> None:
    (link,) = link_role("clean two pools")
    assert (link.occupation.code, link.read) == ("37-3019", "meaning")
    assert "pools" in link.why
    assert link.score < link_role("clean pools")[0].score


@pytest.mark.parametrize(
    "words",
    [
        "quantum",
        "68w",
        "crane student",
        "unicorn groomer",
        "somebody who goes along with it all the day long",
    ],
)
def test_nothing_is_near_by_chance(words: str) -> None:
    assert find_by_meaning(words) is None


def test_the_shipped_vectors_fit_the_tables() -> None:
    assert meanings().digest == build_meaning.digest(), "run python -m tools.oews.build_meaning"
    assert set(meanings().codes) <= set(occupations())
    assert len(FILE.read_bytes()) < _MOST_BYTES


def test_a_title_and_a_saying_load_no_model() -> None:
    code = (
        "import sys; from tools.oews.occupations import link_role;"
        "assert link_role('icu nurse') and link_role('drove trucks');"
        "sys.exit('onnxruntime' in sys.modules or 'numpy' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
