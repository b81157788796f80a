"""Skills in free text: spellings, typing errors, levels, and words that only look like skills."""

import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tools.roadmap.lexicon import entries, mend
from tools.roadmap.skills import find_in_text, link_skill, spelling
from tools.roadmap.tables import Skill, SpellingRow, skills, spellings


def levels(text: str) -> dict[str, str]:
    return {mention.name: mention.level for mention in find_in_text(text)}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Six years of Java and Spring, a little Kafka, no cloud",
            {"Java": "yes", "Spring": "yes", "Apache Kafka": "some", "Cloud platforms": "no"},
        ),
        ("I haven't touched Kubernetes or Terraform", {"Kubernetes": "no", "Terraform": "no"}),
        ("don't know statistics, but pandas is fine", {"Statistics": "no", "pandas": "yes"}),
        ("SQL: none. Excel: advanced.", {"SQL": "no", "Excel": "yes"}),
        ("no R, five years of SAS", {"R": "no", "SAS": "yes"}),
        ("I can't write TypeScript yet", {"TypeScript": "no"}),
        ("my Tableau is rusty and my SQL is solid", {"Tableau": "some", "SQL": "yes"}),
        ("just started learning Rust last month", {"Rust": "some"}),
        ("everything in AWS except Lambda", {"AWS": "yes", "Serverless": "no"}),
        ("Terraform and Ansible are new to me", {"Terraform": "no", "Ansible": "no"}),
        ("I want to learn PyTorch", {"PyTorch": "no"}),
        ("Not only Docker but also Jenkins", {"Docker": "yes", "Jenkins": "yes"}),
        (
            "never did any machine learning; comfortable with NumPy",
            {"Machine learning": "no", "NumPy": "yes"},
        ),
        ("haven't used Airflow much", {"Apache Airflow": "some"}),
        (
            "a CV would say: Python, Go, R, C and Git",
            {"Python": "yes", "Go": "yes", "R": "yes", "C": "yes", "Git": "yes"},
        ),
        (
            "patient care, some Excel and no coding background in Python",
            {"Nursing": "yes", "Excel": "some", "Python": "no"},
        ),
    ],
)
def test_level(text: str, found: dict[str, str]) -> None:
    assert levels(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "I want to go home and rest for the rest of the week",
        "there was a spark in the room and a node of doubt",
        "please express yourself, get a git of a feeling and react",
        "we sell Polish sausages to German customers",
        "the doctor put it in his pocket",
        "what should I do with my life?",
    ],
)
def test_ordinary_words_are_not_skills(text: str) -> None:
    assert find_in_text(text) == []


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
    (mention,) = find_in_text("mostly SolidWorks")
    assert (mention.name, mention.skill_id) == ("SolidWorks", None)
    assert link_skill("SolidWorks") is None


def test_years_make_it_strong_and_questions_claim_nothing() -> None:
    (years,) = find_in_text("8 years of SQL")
    (question,) = find_in_text("Should I learn SQL?")
    assert years.strong
    assert not question.spoken


@pytest.mark.parametrize("row", [row for row in spellings() if row.skill], ids=lambda row: row.name)
def test_every_alias_of_the_graph_links_to_its_skill(row: SpellingRow) -> None:
    for alias in (row.name, *row.aliases, *row.guarded):
        found = link_skill(alias)
        assert found is not None and found.id == row.skill, alias


@pytest.mark.parametrize("skill", skills().values(), ids=lambda skill: skill.id)
def test_every_name_of_the_table_is_read_in_full(skill: Skill) -> None:
    (mention,) = find_in_text(skill.name, skill_list=True)
    assert (mention.skill_id, mention.level) == (skill.id, "yes")


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
    for mention in find_in_text(text):
        assert text[mention.start : mention.end] == mention.text
        assert mention.start >= end
        end = mention.end


@settings(max_examples=100)
@given(st.text(string.ascii_lowercase + " ", max_size=40))
def test_links_never_fail(text: str) -> None:
    link_skill(text)


@pytest.mark.parametrize(
    ("text", "name", "level"),
    [
        ("learning docker right now", "Docker", "some"),
        ("Studying Kotlin", "Kotlin", "some"),
        ("brushing up my SQL", "SQL", "some"),
        ("CKA certified", "Kubernetes", "yes"),
        ("got the AZ-900", "Azure", "yes"),
        ("python(pandas)", "pandas", "yes"),
        ("machine learning", "Machine learning", "yes"),
    ],
)
def test_what_is_being_learned_is_half_known_and_certificates_are_known(
    text: str, name: str, level: str
) -> None:
    found = {mention.name.casefold(): mention.level for mention in find_in_text(text, skill_list=True)}
    assert found.get(name.casefold()) == level, found
