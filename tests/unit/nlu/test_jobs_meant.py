"""Which jobs of the thread a message is about, and the records of them."""

import hashlib
from importlib.resources import files

import numpy as np
import pytest

from agent.models import DialogueState, Profile, SpokenJob, Subject
from agent.nlu.jobs_meant import FILE, MEANT_AT, asked_of, chances, gap, jobs_meant, picks, rows_of
from agent.nlu.mentions import Message
from agent.nlu.spoken_jobs import MOST, is_named, jobs_with, named_in
from agent.nlu.tagger import default_tagger
from agent.nlu.tagging import tag

NLU = files("prompts").joinpath("nlu")


def said(text: str, *context: str) -> Message:
    return tag(text, context, default_tagger())


def test_the_weights_are_those_of_the_card() -> None:
    digest = hashlib.sha256(NLU.joinpath(FILE).read_bytes()).hexdigest()
    assert f"sha256 `{digest}`" in NLU.joinpath("JOBS.md").read_text(encoding="utf-8")


def test_a_job_is_one_however_it_is_named() -> None:
    thread = DialogueState(topic=Subject(role="welders"), options=["electricians", "welders"])
    jobs = jobs_with(
        named_in(said("I weld for a living, would an electrician earn more?")), thread, Profile()
    )
    assert len(jobs) == 2
    assert all(any(is_named(job, words) for job in jobs) for words in ("welder", "electricians"))


def test_a_job_named_again_keeps_when_it_was_named_before() -> None:
    thread = DialogueState(jobs=[SpokenJob(words=["plumber"], labels={"ask": 2}, said=2, times=1)], turns=4)
    [job] = jobs_with(named_in(said("what do plumbers make in Boise?")), thread, Profile())
    assert (job.said, job.before, job.times) == (5, 2, 2)


def test_a_thread_holds_no_more_jobs_than_are_read() -> None:
    held = [SpokenJob(words=[f"job {number}"]) for number in range(MOST)]
    jobs = jobs_with(named_in(said("what does a plumber make?")), DialogueState(jobs=held), Profile())
    assert len(jobs) == MOST


def test_who_names_a_job_and_asks_what_it_pays_means_it() -> None:
    meant = jobs_meant(said("what do plumbers make in Boise?"), DialogueState(), Profile(current_role="cook"))
    assert any("plumber" in role for role in meant.about)
    assert [job.meant for job in meant.jobs if is_named(job, "plumber")] == [1]


def test_what_names_no_job_means_one_of_the_thread() -> None:
    thread = DialogueState(
        jobs=[
            SpokenJob(words=["cook"], labels={"cur": 1}, said=1, times=1),
            SpokenJob(words=["plumber"], labels={"ask": 2}, said=2, times=1, meant=2),
        ],
        topic=Subject(role="plumber"),
        turns=2,
    )
    meant = jobs_meant(said("is it hard on the body", "topic"), thread, Profile(current_role="cook"))
    assert meant.about == ("plumber",)


def test_of_a_thread_without_jobs_none_is_meant() -> None:
    assert jobs_meant(said("hello"), DialogueState(), Profile()).about == ()


def test_the_rows_mark_when_a_job_was_meant() -> None:
    job = SpokenJob(words=["plumber"], labels={"ask": 2}, said=2, times=1, meant=3)
    message, thread = said("and in Reno?", "topic"), DialogueState(jobs=[job], turns=3)
    rows = rows_of(message, named_in(message), [job], thread, Profile())
    assert rows[0, MEANT_AT].tolist() == gap(4, 3)
    assert message.summary is not None
    found = chances(rows, asked_of(message, 4), message.summary)
    assert found.shape == (1,)
    assert 0.0 <= float(found[0]) <= 1.0


@pytest.mark.parametrize(
    ("found", "meant"), [([0.9, 0.7, 0.1], [0, 1]), ([0.2, 0.4], [1]), ([0.59, 0.6], [1])]
)
def test_the_likely_ones_are_picked_and_always_the_likeliest(found: list[float], meant: list[int]) -> None:
    assert picks(np.array(found, dtype=np.float32)) == meant
