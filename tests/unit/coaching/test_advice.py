"""Written answers: what every entry keeps to, and how one is said."""

import re
from typing import Any

import pytest

import prompts
from agent.models import Profile, Subject, Wish
from tests.unit.coaching.asking import ask

ALL = [
    (f"{area}.{name}", entry)
    for area in prompts.advice_areas()
    for name, entry in prompts.advice_of(area).items()
]
ENTRIES = [(name, entry) for name, entry in ALL if "text" not in entry]
TEXTS = [(name, entry) for name, entry in ALL if "text" in entry]
FILLED = {"as_work", "as_role", "years", "skills", "place"}
MOST = {"says": 28, "why": 68, "step": 23}  # words
MOST_BRACKETS = 7


def text_of(entry: dict[str, Any]) -> list[str]:
    return [entry["says"], *entry["why"], *([entry["step"]] if "step" in entry else [])]


def test_entries_answer_in_the_first_sentence_and_hold_no_figure_and_no_link() -> None:
    faults = []
    for name, entry in ENTRIES:
        said = text_of(entry)
        lengths = {
            key: len(" ".join(entry[key] if key == "why" else [entry[key]]).split())
            for key in MOST
            if key in entry
        }
        faults += [f"{name}: {key} has {words} words" for key, words in lengths.items() if words > MOST[key]]
        faults += [
            f"{name}: {each}"
            for each in said
            if re.search("\\d|https?:|www\\.|[\\n\\u2013\\u2014$€£%]", each)
        ]
        faults += [f"{name}: ends in no full stop" for each in said if each[-1] not in ".!\"'"]
        if entry["says"].endswith("?") or not entry.get("step", "This week:").startswith("This week:"):
            faults.append(f"{name}: asks, or names no week")
    assert len(ENTRIES) > 500
    assert faults == []


def test_no_two_entries_say_the_same() -> None:
    said = [entry["says"] for _, entry in ENTRIES]
    assert len(set(said)) == len(said)


@pytest.mark.parametrize(("name", "entry"), ENTRIES[::97])
def test_an_entry_is_said_answer_first_and_marked_as_a_view(name: str, entry: dict[str, Any]) -> None:
    first = ask(Wish(name="advice", advice=name))
    assert first.text.startswith(entry["says"]) and first.unsupported == []
    assert first.text.count("no source stands behind it") == 1


def test_who_asks_again_hears_no_sentence_twice() -> None:
    wish = Wish(name="advice", advice=ENTRIES[0][0])
    first = ask(wish)
    again = ask(wish, dialogue=first.dialogue)
    assert not set(map(str.strip, again.text.split("."))) & set(text_of(ENTRIES[0][1]))
    assert again.text


def test_a_view_stands_beside_figures_that_were_asked_for() -> None:
    name, entry = ENTRIES[0]
    pay = Wish(name="pay", subjects=[Subject(role="welder", place="Tulsa")])
    reply = ask(pay, Wish(name="advice", advice=name), profile=Profile(current_role="cashier"))
    assert entry["says"] in reply.text and "Tulsa" in reply.text and reply.unsupported == []


def test_texts_hold_no_figure_and_leave_little_to_fill() -> None:
    faults = []
    for name, entry in TEXTS:
        text = entry["text"]
        said = " ".join([entry["says"], text, entry.get("step", "")])
        if re.search("\\d|https?:|www\\.|[\\u2013\\u2014$€£%]", said) or not entry["says"].endswith("."):
            faults.append(name)
        if prompts.placeholders(text) - FILLED or not 15 <= len(text.split()) <= 100:
            faults.append(name)
        if text.count("[") > MOST_BRACKETS or text.count("[") != text.count("]"):
            faults.append(name)
        short = entry["short"]
        if re.search("\\d|https?:|[$%]", short) or not 8 <= len(short.split()) <= 40:
            faults.append(name)
        if prompts.placeholders(short) - prompts.placeholders(text) or len(short) >= len(text):
            faults.append(name)
    assert len(TEXTS) > 150
    assert faults == []


def test_texts_stand_in_areas_of_their_own() -> None:
    assert {name.partition("_")[0] for name, _ in TEXTS} == {"texts"}
    assert not any(name.startswith("texts_") for name, _ in ENTRIES)


@pytest.mark.parametrize(("name", "entry"), TEXTS[::23])
def test_a_text_is_filled_with_what_they_told(name: str, entry: dict[str, Any]) -> None:
    known = Profile(current_role="cook", years_experience=6, skills=["Excel"], location="Toledo")
    wish = Wish(name="letter", advice=name, subjects=[Subject(role="data analyst")])
    reply = ask(wish, profile=known)
    assert reply.text.startswith(entry["says"]) and "> " in reply.text and reply.unsupported == []
    assert not FILLED & prompts.placeholders(reply.text)
    bare = ask(Wish(name="letter", advice=name))
    assert not FILLED & prompts.placeholders(bare.text)


def test_a_text_that_answers_a_question_is_shown_as_a_text() -> None:
    name, entry = TEXTS[0]
    assert ask(Wish(name="advice", advice=name)).text.startswith(entry["says"])
