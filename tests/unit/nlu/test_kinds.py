"""The heads of kinds: the shipped weights, what they were trained on, how they read, and what follows from it."""

import hashlib
import json
from collections.abc import Sequence
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import get_args

import pytest

from agent.models import DialogueState, Profile, Wish
from agent.models.dialogue import Feeling, WishKind
from agent.nlu.kinds import FILE, HEADS, OTHER, HeadName, kind_of, read_kind
from agent.nlu.mentions import Message
from agent.nlu.wishes import read_wishes
from tools.documents.embedder import embed
from training.corpus import FOLDER, corpus_files, is_test, read_file

TODAY = date(2026, 11, 28)
NLU = files("prompts") / "nlu"


def annotated(name: HeadName) -> list[tuple[str, str]]:
    path = Path(str(FOLDER / "kinds" / f"{name}.jsonl"))
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return [(row["t"], row["kind"]) for row in rows]


@pytest.fixture(scope="module")
def held_back() -> set[str]:
    """Texts of test files."""
    return {example.text for path in corpus_files() if is_test(path) for example in read_file(path)}


def wishes(text: str, *names: str, context: Sequence[str] = (), held: Sequence[str] = ()) -> list[Wish]:
    """The wishes of a message that was tagged with these names, where `held` wait for an answer."""
    message = Message(text, (), names, tuple(context), vector=embed([text])[0])
    waiting = [Wish.model_validate({"name": name}) for name in held]
    dialogue = DialogueState(asked="sure" if "q:sure" in context else None, held=waiting)
    return read_wishes(message, dialogue, Profile(), TODAY)


def test_the_heads_are_those_that_the_card_tells_of() -> None:
    digest = hashlib.sha256((NLU / FILE).read_bytes()).hexdigest()
    assert f"sha256 `{digest}`" in (NLU / "KINDS.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", HEADS)
def test_every_kind_has_a_place_in_a_wish(name: HeadName) -> None:
    kinds = {kind for _, kind in annotated(name)}
    assert (
        kinds <= {*get_args(Feeling), OTHER} if name == "feeling" else kinds <= {*get_args(WishKind), OTHER}
    )


@pytest.mark.parametrize("name", HEADS)
def test_every_text_is_a_message_of_the_corpus_and_stands_once(name: HeadName) -> None:
    known = {example.text for path in corpus_files() for example in read_file(path)}
    texts = [text for text, _ in annotated(name)]
    assert len(set(texts)) == len(texts)
    assert set(texts) <= known


# The least share of test texts that is to be right: of all, and of those a kind is read for. First sight: see KINDS.md.
@pytest.mark.parametrize(
    ("name", "likeliest", "read"),
    [("feeling", 0.40, 0.60), ("sure", 0.85, 0.85), ("about_plan", 0.68, 0.70), ("letter", 0.78, 0.80)],
)
def test_heads_read_texts_that_nobody_trained_on(
    name: HeadName, likeliest: float, read: float, held_back: set[str]
) -> None:
    rows = [(text, kind) for text, kind in annotated(name) if text in held_back]
    vectors = embed([text for text, _ in rows])
    right = [kind_of(name, vector).label == kind for vector, (_, kind) in zip(vectors, rows, strict=True)]
    assert sum(right) >= likeliest * len(rows)
    said = [(read_kind(name, vector), kind) for vector, (_, kind) in zip(vectors, rows, strict=True)]
    named = [label == kind for label, kind in said if label is not None]
    assert len(named) >= 10
    assert sum(named) >= read * len(named)


@pytest.mark.parametrize("name", HEADS)
def test_a_confidence_is_a_probability(name: HeadName) -> None:
    for vector in embed(["", "I got the job!!", "no", "why is Docker before SQL", "word " * 400]):
        assert 0.1 < kind_of(name, vector).confidence <= 1.0


def test_nothing_is_read_without_a_vector() -> None:
    assert read_kind("feeling", None) is None
    bare = Message("I got the job!!", (), ("feelings",))
    assert read_wishes(bare, DialogueState(), Profile(), TODAY) == [Wish(name="feelings")]


def test_a_feeling_is_read_for_feelings_alone() -> None:
    text = "I passed the exam on Friday, so happy I could scream!"
    (felt,) = wishes(text, "feelings")
    assert (felt.feeling, felt.kind) == ("joy", None)
    (told,) = wishes(text, "tell")
    assert (told.feeling, told.kind) == (None, None)


def test_a_yes_brings_what_was_offered_and_a_no_does_not() -> None:
    context = ("q:sure",)
    (wanted,) = wishes("yes, please do", "answer", context=context, held=["plan"])
    assert wanted.name == "plan"
    (refused,) = wishes("no thanks", "answer", context=context, held=["plan"])
    assert (refused.name, refused.kind) == ("answer", "no")
    (open_,) = wishes("I have to think about it first", "answer", context=context, held=["plan"])
    assert (open_.name, open_.kind) == ("answer", None)


def test_other_questions_are_answered_whatever_the_answer_sounds_like() -> None:
    (asked,) = wishes("no more than 6", "answer", context=("q:hours",), held=["plan"])
    assert asked.name == "plan"


def test_questions_about_a_plan_and_texts_have_their_kinds() -> None:
    (order,) = wishes("Why does the exam come before the project?", "about_plan", context=("plan",))
    assert order.kind == "order"
    (text,) = wishes("Rewrite this line of my resume: washed dishes", "letter")
    assert text.kind == "cv"
