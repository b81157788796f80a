"""Which role, area or skill a person means, and that nobody is sent to another role's roadmap."""

import pytest

from tools.roadmap.targets import link_target


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("AI engineer", "AI engineer"),
        ("ai eng", "AI engineer"),
        ("Senior AI Engineer", "AI engineer"),
        ("artificial inteligence enginer", "AI engineer"),
        ("machine learning engineers", "Machine-learning engineer"),
        ("ML/AI engineer", "Machine-learning engineer"),
        ("MLOps", "MLOps engineer"),
        ("AI backend dev", "AI backend engineer"),
        ("data scientist in healthcare", "Data scientist"),
        ("clinical data scientist", "Data scientist"),
        ("junior data analist", "Data analyst"),
        ("GenAI developer", "LLM and generative-AI engineer"),
        ("full-stack dev", "Full-stack developer"),
        ("deep learning", "Deep learning"),
        ("cloud computing", "Cloud computing"),
        ("RAG", "Retrieval-augmented generation (RAG)"),
        ("learn kubernetes", "Kubernetes"),
        ("vector dbs", "Vector databases"),
        ("full stack", "Full-stack developer"),
        ("backend", "Backend developer"),
        ("backend roadmap", "Backend developer"),
        ("frontend", "Front-end developer"),
        ("data engineering", "Data engineer"),
        ("plan for ai engineer", "AI engineer"),
        ("MLE", "Machine-learning engineer"),
        ("SWE", "Software engineer"),
        ("SRE", "DevOps engineer"),
        ("devops", "DevOps engineer"),
        ("cloud engineering", "Cloud engineer"),
        ("data sci", "Data scientist"),
        ("web development", "Full-stack developer"),
        ("machine learning engineering", "Machine-learning engineer"),
    ],
)
def test_linked(text: str, title: str) -> None:
    target = link_target(text)
    assert target is not None and target.title == title


@pytest.mark.parametrize(
    "text",
    [
        "nurse",
        "dragon tamer",
        "civil engineer",
        "sales engineer",
        "AI sales engineer",
        "AI ethics lawyer",
        "data entry clerk",
        "train driver",
        "machine operator",
        "research nurse",
        "cloud watcher",
        "go with it",
        "12345",
        "!!!",
    ],
)
def test_unknown(text: str) -> None:
    assert link_target(text) is None


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("software", "Software engineer"),
        ("web", "Full-stack developer"),
        ("data", "Data analyst"),
        ("coding", "Programming foundations"),
    ],
)
def test_a_field_stands_for_its_nearest_target(text: str, title: str) -> None:
    target = link_target(text)
    assert target is not None
    assert (target.title, target.exact) == (title, False)
