"""Skills by the names people give them: spellings, typing errors, lists."""

import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tools.roadmap.skills import entries, find_skills, link_skill, mend, spelling
from tools.roadmap.tables import Skill, SpellingRow, skills, spellings


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("kuberntes", "Kubernetes"),
        ("pytroch", "PyTorch"),
        ("phyton", "Python"),
        ("javascrpit", "JavaScript"),
        ("tensorlfow", "TensorFlow"),
        ("machne learning", "Machine learning"),
        ("postgressql", "PostgreSQL"),
        ("terrafrom", "Terraform"),
        ("k8s", "Kubernetes"),
        ("sklearn", "scikit-learn"),
        ("node js", "Node.js"),
        ("powerbi", "Power BI"),
        ("gen ai", "LLMs"),
        ("C#", "C#"),
        (".net", ".NET"),
        ("c++", "C++"),
    ],
)
def test_spelling(written: str, meant: str) -> None:
    assert spelling(written) == meant


def test_a_skill_outside_the_graph_is_recognised_without_an_id() -> None:
    (mention,) = find_skills("mostly SolidWorks")
    assert (mention.name, mention.skill_id) == ("SolidWorks", None)
    assert link_skill("SolidWorks") is None


@pytest.mark.parametrize("row", [row for row in spellings() if row.skill], ids=lambda row: row.name)
def test_every_alias_of_the_graph_links_to_its_skill(row: SpellingRow) -> None:
    for alias in (row.name, *row.aliases, *row.guarded):
        found = link_skill(alias)
        assert found is not None and found.id == row.skill, alias


@pytest.mark.parametrize("skill", skills().values(), ids=lambda skill: skill.id)
def test_every_name_of_the_table_is_read_in_full(skill: Skill) -> None:
    (mention,) = find_skills(skill.name)
    assert mention.skill_id == skill.id


def test_one_slip_in_a_long_name_is_mended() -> None:
    words = {
        word for alias, entry in entries().items() if not entry.guarded and len(alias) == 1 for word in alias
    }
    slips = [
        (word, word[:3] + word[4] + word[3] + word[5:])
        for word in sorted(words)
        if len(word) >= 8 and word.isalpha()
    ]
    mended = [mend(slip) == word or slip in words for word, slip in slips if slip != word]
    assert sum(mended) / len(mended) > 0.97


@settings(max_examples=200)
@given(st.text(max_size=200))
def test_any_text_gives_mentions_that_lie_in_it(text: str) -> None:
    end = 0
    for mention in find_skills(text):
        assert text[mention.start : mention.end] == mention.text
        assert mention.start >= end
        end = mention.end


@settings(max_examples=100)
@given(st.text(string.ascii_lowercase + " ", max_size=40))
def test_links_never_fail(text: str) -> None:
    link_skill(text)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("CKA certified", ["Kubernetes"]),
        ("got the AZ-900", ["Azure"]),
        ("python(pandas)", ["Python", "pandas"]),
        ("Python, Go, R, C and Git", ["Python", "Go", "R", "C", "Git"]),
        ("machine learning", ["Machine learning"]),
        ("my kuberntes", ["Kubernetes"]),
        ("yodelling", []),
    ],
)
def test_a_list_of_skills_is_read_in_order(text: str, names: list[str]) -> None:
    assert [mention.name for mention in find_skills(text)] == names


def test_a_name_that_is_an_ordinary_word_is_marked() -> None:
    assert [mention.everyday for mention in find_skills("rest, Docker")] == [True, False]
