"""Which written answer fits: the shipped weights, what they were trained on, and what never gives way to an answer."""

import hashlib
import json
from collections import Counter
from importlib.resources import files
from typing import get_args

import pytest

import prompts
from agent.models import GLAD, Amount, Feeling, Subject, Wish, WishName
from agent.nlu.advice import Advised, advised, entry_for, with_advice
from agent.nlu.entries import FILE, NONE, TEXTS, candidates, sentences, shipped
from agent.nlu.mentions import Message
from agent.nlu.tagger import default_tagger
from training.asked import read_asks, read_picks
from training.corpus import FOLDER

NLU = files("prompts") / "nlu"
ENTRIES = {f"{area}.{name}" for area in prompts.advice_areas() for name in prompts.advice_of(area)}
# Ways of asking that stand in no file of the corpus.
PLAIN = {
    "should I tell my boss that I am looking for another job?": "boss",
    "do you keep what I tell you private": "told.coach_keep_private",
}


def message(text: str) -> Message:
    return Message(text, (), (), summary=default_tagger().summaries([text])[0])


def test_the_weights_are_those_that_the_card_tells_of_and_know_every_entry() -> None:
    digest = hashlib.sha256((NLU / FILE).read_bytes()).hexdigest()
    assert f"sha256 `{digest}`" in (NLU / "ADVICE.md").read_text(encoding="utf-8")
    assert set(shipped().entries) == ENTRIES | {NONE} and shipped().entries[0] == NONE


def test_every_entry_is_asked_for_in_many_ways_by_several_hands() -> None:
    asked = Counter((ask.entry, ask.hand) for ask in read_asks())
    assert [name for name in ENTRIES if asked[name, "a"] + asked[name, "b"] < 9] == []
    texts = Counter(ask.text.casefold() for ask in read_asks() if ask.hand != "answer")
    assert [text for text, times in texts.items() if times > 1] == []


def test_picks_name_entries_and_some_are_held_back() -> None:
    picks = list(read_picks())
    assert {pick.entry for pick in picks} - {None} <= ENTRIES
    held = [pick for pick in picks if pick.held]
    assert len(held) > 300 and sum(pick.entry is not None for pick in held) > 50
    rows = (FOLDER / "advice" / "picked.jsonl").read_text(encoding="utf-8").splitlines()
    assert len({(json.loads(row)["t"], *json.loads(row)["c"]) for row in rows}) == len(rows)


@pytest.mark.parametrize(("text", "wanted"), PLAIN.items())
def test_plain_questions_find_their_answer(text: str, wanted: str) -> None:
    assert wanted in entry_for(text)
    reading = default_tagger().read(text)
    read = advised(text, reading.summary, reading.chances)
    assert read is not None and 0.0 <= read.chance <= 1.0 and read.entry == entry_for(text)


def test_candidates_are_of_the_texts_or_of_the_others() -> None:
    held, reading = shipped(), default_tagger().read(next(iter(PLAIN)))
    for texts in (True, False):
        found = candidates(next(iter(PLAIN)), reading.summary[None, :], reading.chances, held, texts=texts)
        names = [held.entries[entry] for entry in found.entries]
        assert NONE not in names and all(name.startswith(TEXTS) == texts for name in names)


def test_a_message_is_read_whole_and_by_its_sentences() -> None:
    assert sentences("too old?") == ["too old?"]
    told = "I weld in Gary. My knees hurt every single night. Should I tell my boss about that?"
    assert sentences(told)[0] == told and "Should I tell my boss about that?" in sentences(told)


@pytest.mark.parametrize(
    "name", ["approve", "feedback", "about_plan", "plan", "crisis", "foreign", "correct"]
)
def test_what_acts_on_a_plan_or_is_danger_never_gives_way(name: WishName) -> None:
    wishes = [Wish(name=name)]
    assert with_advice(wishes, message(next(iter(PLAIN)))) == wishes


def test_figures_that_were_asked_for_stay_beside_an_answer() -> None:
    pay = Wish(name="pay", subjects=[Subject(role="welder")])
    offer = Wish(name="offer", amounts=[Amount(low=50_000)])
    for text in PLAIN:
        for kept in (pay, offer):
            read = with_advice([Wish(name="feelings"), kept], message(text))
            assert kept in read or [wish.name for wish in read] == ["advice"]
            assert not {"feelings", "advice"} <= {wish.name for wish in read}


def said_to(entry: str, chance: float, *wishes: Wish, monkeypatch: pytest.MonkeyPatch) -> list[Wish]:
    """What is said to wishes beside an entry that fits with some chance."""
    monkeypatch.setattr("agent.nlu.advice.fitting", lambda _message: Advised(entry, chance, 0.9, 1.0))
    return with_advice([*wishes], message("so that is how it went today"))


def test_what_hardly_fits_gives_way_to_a_plain_word(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("feelings", "handle", "should_i", "tell"):
        wish = Wish(name=name)
        plain = said_to("life.burnout_told", 0.2, wish, monkeypatch=monkeypatch)
        sure = said_to("life.burnout_told", 0.9, wish, monkeypatch=monkeypatch)
        assert [each.name for each in plain] == [name] and [each.name for each in sure] == ["advice"]


def test_where_a_life_may_hang_on_it_the_answer_is_said_beside_anything(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    entry = "handling.worried_about_someones_life"
    for name in ("feelings", "handle", "pay"):
        (*_, said) = said_to(entry, 0.6, Wish(name=name), monkeypatch=monkeypatch)
        assert said.advice == entry
        (*_, said) = said_to(entry, 0.2, Wish(name=name), monkeypatch=monkeypatch)
        assert said.advice is None


@pytest.mark.parametrize(
    ("read", "entry", "felt"),
    [
        ("worn_out", "told.slept_again", None),
        (None, "told.passed_exam", "joy"),
        ("joy", "at_work.passed_over", None),
        ("joy", "offers.remote_ask", "joy"),
        ("grief", "told.coworker_died", "grief"),
    ],
)
def test_a_feeling_is_neither_good_nor_bad_where_the_nearest_answer_disagrees(
    read: Feeling | None, entry: str, felt: Feeling | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    (said,) = said_to(entry, 0.2, Wish(name="feelings", feeling=read), monkeypatch=monkeypatch)
    assert (said.name, said.feeling) == ("feelings", felt)


def test_every_feeling_that_an_answer_is_for_is_one() -> None:
    felt = {
        entry.get("felt") for area in prompts.advice_areas() for entry in prompts.advice_of(area).values()
    }
    assert felt - {None} <= {*get_args(Feeling)} and felt >= GLAD
