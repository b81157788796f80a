"""The same facts end in the same plan: said at once, piece by piece over turns, or in another order."""

import json
import random
from collections.abc import Iterator
from datetime import date

import pytest

from agent.models import ReplyDocument
from agent.session.coach import Coach
from tests.integration.test_fairness import evidence_as_said

pytestmark = pytest.mark.slow

PEOPLE = 30
# The shares of facts and of whole orders read like the first order, less three points.
FACTS_READ_THE_SAME = 0.82  # 922 of 1077
ORDERS_READ_THE_SAME = 0.08  # 13 of 120
ROLES = (
    "AI engineer",
    "data engineer",
    "registered nurse",
    "electrician",
    "data scientist",
    "backend developer",
    "paralegal",
    "MLOps engineer",
    "web developer",
    "physical therapist",
    "data analyst",
    "DevOps engineer",
    "pharmacist",
    "machine learning engineer",
    "welder",
)
JOBS = (
    "teacher",
    "truck driver",
    "accountant",
    "cook",
    "cashier",
    "mechanical engineer",
    "warehouse worker",
    "graphic designer",
    "bartender",
    "Java developer",
)
PLACES = ("Austin", "Denver, Colorado", "Ohio", "Boston", "Seattle", "Texas", "Chicago", "Miami", "Atlanta")
KNOWN = (
    "Python and SQL",
    "Excel",
    "Linux and Docker",
    "JavaScript, React and HTML",
    "Git",
    "Java",
    "Terraform",
)
LACKING = ("Kubernetes", "statistics or calculus", "machine learning", "AWS", "deep learning")
# The wordings of each fact; a person uses one of them.
WORDINGS = (
    ("I work as {a_job}.", "I'm {a_job}.", "My job is {job}."),
    ("I want to become {a_role}.", "My goal is to become {a_role}.", "I'd like to be {a_role}."),
    ("I have {years} years of experience.", "I've been working for {years} years."),
    ("I live in {place}.", "I'm based in {place}.", "I am in {place}."),
    ("I can study {hours} hours a week.", "I have {hours} hours per week.", "About {hours}h a week is what I have."),
    ("I know {known}.", "I'm good at {known}.", "I have used {known}."),
    ("I don't know {lacking}.", "I have never used {lacking}.", "I lack {lacking}."),
    ("I want to be there in {months} months.", "I want to finish within {months} months."),
    ("I want to earn at least ${pay:,}.", "My target salary is ${pay:,} a year.", "I'd like to make ${pay:,} a year."),
    ("I start on {start}.", "I can begin on {start}.", "My start date is {start}."),
    ("I have no time in {away}.", "I'm away in {away}.", "In {away} I can't study."),
    ("In {slow} I can only do 2 hours a week.", "Only 2 hours a week in {slow}.", "At most 2 hours a week during {slow}."),
)  # fmt: skip
NEEDED = 2  # the first facts belong to everybody; each of the others to most


@pytest.fixture(scope="module")
def coach(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Coach]:
    home = tmp_path_factory.mktemp("order") / "home"
    with Coach(offline=True, home=home, today=date(2026, 3, 2)) as opened:
        yield opened


def facts_of(seed: int) -> list[str]:
    """One person: a sentence for each of their facts."""
    pick = random.Random(seed)
    role, job = pick.choice(ROLES), pick.choice(JOBS)
    values = {
        "role": role,
        "a_role": _with_article(role),
        "job": job,
        "a_job": _with_article(job),
        "years": pick.randint(2, 15),
        "place": pick.choice(PLACES),
        "hours": pick.choice((4, 6, 8, 10, 12, 15)),
        "known": pick.choice(KNOWN),
        "lacking": pick.choice(LACKING),
        "months": pick.choice((3, 6, 9, 12, 18, 24)),
        "start": pick.choice(("9 March", "1 April", "May 4th")),
        "away": pick.choice(("July", "August", "the last two weeks of December")),
        "slow": pick.choice(("June", "October", "the first half of November")),
        "pay": pick.choice((60_000, 85_000, 120_000, 150_000)),
    }
    sentences = [pick.choice(wordings).format(**values) for wordings in WORDINGS]
    return sentences[:NEEDED] + [sentence for sentence in sentences[NEEDED:] if pick.random() < 0.8]


def _with_article(name: str) -> str:
    return f"{'an' if name[0].lower() in 'aeiou' or name.startswith('ML') else 'a'} {name}"


def orders_of(facts: list[str], seed: int) -> list[list[str]]:
    """Five ways to tell the same: the messages of each."""
    pick = random.Random(seed)

    def mixed() -> list[str]:
        return pick.sample(facts, len(facts))

    def in_turns(sentences: list[str]) -> list[str]:
        turns, rest = [], sentences
        while rest:
            size = pick.choice((1, 2, 3))
            turns.append(" ".join(rest[:size]))
            rest = rest[size:]
        return turns

    return [[" ".join(facts)], facts, [" ".join(mixed())], in_turns(mixed()), in_turns(mixed())]


def plan_of(reply: ReplyDocument) -> str:
    """The plan that waits as JSON, with what the evidence says in the place of its numbers; "" where none waits."""
    if not reply.review:
        return ""
    said = {item.id: item.model_copy(update={"id": ""}).model_dump_json() for item in reply.evidence}
    return json.dumps(evidence_as_said(reply.review["action_requests"][0]["args"]["plan"], said), indent=1)


def read_of(reply: ReplyDocument) -> str:
    """Everything that was read of the person; skills in any order."""
    read = reply.profile.model_dump(exclude={"own_words"})
    return json.dumps({name: sorted(each) if isinstance(each, list) else each for name, each in read.items()})


def test_the_order_of_telling_changes_nothing(coach: Coach) -> None:
    """Who is read the same gets the same plan, without exception; most orders are read the same."""
    same = facts_in_all = orders_the_same = orders = 0
    for seed in range(PEOPLE):
        told = []
        for number, messages in enumerate(orders_of(facts_of(seed), seed)):
            thread = f"person-{seed}-{number}"
            for message in messages:
                coach.ask(message, thread=thread)
            reply = coach.ask("Make me a plan.", thread=thread)
            assert reply.plan is None, (seed, messages)
            told.append((read_of(reply), plan_of(reply), messages))
        for read, plan, messages in told:
            twin = next(each for each in told if each[0] == read)
            assert plan == twin[1], (seed, twin[2], messages)
        first = json.loads(told[0][0])
        for read, _, _ in told[1:]:
            facts = json.loads(read)
            given = [name for name in first if first[name] or facts[name]]
            same, facts_in_all = (
                same + sum(first[name] == facts[name] for name in given),
                facts_in_all + len(given),
            )
            orders_the_same, orders = orders_the_same + (read == told[0][0]), orders + 1
    assert same / facts_in_all >= FACTS_READ_THE_SAME, f"{same} of {facts_in_all}"
    assert orders_the_same / orders >= ORDERS_READ_THE_SAME, f"{orders_the_same} of {orders}"
