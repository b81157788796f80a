"""What a delivered plan costs in model calls and tokens, beside LangChain's own agent on the same tasks; and how
many conversations with a lying model still end in a right plan.

Both talk to a scripted model and call the same four tools on the same data. The other side is played at its best:
all tools in one parallel call, no detour, the plan written once, exactly as long as the coach's own. Tokens are
counted by one rule for both, four characters each, schemas of tools included.
"""

import json
import re
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from statistics import fmean
from typing import Any

from langchain_core.messages import AIMessage, BaseMessage, HumanMessage

from agent import Coach, Plan
from benchmarks.table import Row, against, least
from tests.fakes_model import Reply, Script, ScriptedChatModel, by_step
from tests.integration.model.hostile import HOSTILE, PEOPLE, SMUGGLED, is_right, talk
from tools import settings
from tools.documents import ingest

TODAY = date(2026, 11, 2)
RULES = (
    "You are a career coach. Look up everything a plan needs with your tools, all at once, then call deliver_plan "
    "with the whole plan: where the person stands, target, gap, timeline, pay outlook with percentiles, market "
    "outlook, risks, milestones with hours and weeks, next actions. Every figure names its source. A person "
    "approves the plan; when it is rejected, follow the reason and deliver a new one."
)


@dataclass(frozen=True)
class Task:
    """What the person says; `rejects` is the reason of one rejection before the approval."""

    says: tuple[str, ...]
    target: str
    place: str | None = None
    rejects: str | None = None


TASKS = (
    Task(
        ("I'm a nurse in Ohio with 8 hours a week. Make my plan to become a data analyst.",),
        "data analyst",
        "Ohio",
    ),
    Task(
        ("I'm a carpenter, 6 hours a week. I want to become a web developer. Please make a plan.",),
        "web developer",
    ),
    Task(
        (
            "I'm a backend developer in Austin, I know Python.",
            "I have 10 hours a week. Plan my way to AI engineer.",
        ),
        "AI engineer",
        "Austin",
    ),
    Task(
        ("I teach maths, 10 hours a week. Make my plan to become a data scientist.",),
        "data scientist",
        rejects="only 5 hours a week",
    ),
    Task(
        (
            "What does a software developer earn in Denver?",
            "I'm an accountant with 7 hours a week. Make my plan to become a software developer.",
        ),
        "software developer",
        "Denver",
    ),
)
NOTHING: dict[str, Any] = {
    "facts": [],
    "lookups": [],
    "wants_plan": False,
    "wishes": ["tell"],
    "language": "en",
}


@dataclass
class Cost:
    calls: int = 0
    tokens: int = 0
    plans: int = 0


def run() -> Iterator[Row]:
    """Calls and tokens of a delivered plan, beside the agent's, and the rate of the hostile conversations."""
    yield from _economy()
    yield _hostile()


def _economy() -> Iterator[Row]:
    ours, theirs = Cost(), Cost()
    with tempfile.TemporaryDirectory() as home, settings.use_home(home):
        for number, task in enumerate(TASKS):
            plan = _with_coach(task, number, home, ours)
            _with_agent(task, number, plan, theirs)
    name = "a delivered plan, beside create_agent with human-in-the-loop"
    yield Row(f"calls of {name}", ours.calls / ours.plans, "", theirs.calls / theirs.plans)
    yield against(f"tokens of {name}", ours.tokens / ours.plans, "", theirs.tokens / theirs.plans, 0.6)


def _hostile() -> Row:
    """Every liar talks with every person; the library holds a document that gives orders."""
    outcomes = []
    with tempfile.TemporaryDirectory() as folder:
        home, notes = Path(folder) / "home", Path(folder) / "work.md"
        notes.write_text(SMUGGLED, encoding="utf-8")
        with settings.use_home(home):
            ingest([notes])
        for name in HOSTILE:
            if HOSTILE[name].reads:
                outcomes += [is_right(talk(person, name, home), person) for person in PEOPLE]
    return least(f"hostile talks that end in a right plan, of {len(outcomes)}", fmean(outcomes), 0.9)


def _with_coach(task: Task, number: int, home: str, cost: Cost) -> Plan:
    model = ScriptedChatModel(
        script=[by_step(read_message=_reader(task), write_reply=_answer, write_plan=_writing)]
    )
    thread = f"task {number}"
    with Coach(model, home=home, today=TODAY) as coach:
        for text in task.says:
            reply = coach.ask(text, thread=thread)
        if task.rejects:
            coach.resume(thread, reject=task.rejects)
        reply = coach.resume(thread, approve=True)
    if reply.plan is None:
        raise RuntimeError(f"task {number} ended without a plan: {reply.reply}")
    used = reply.usage.thread
    cost.calls += used.calls
    cost.tokens += used.input_tokens + used.output_tokens
    cost.plans += 1
    return reply.plan


def _reader(task: Task) -> Script:
    """What a good model reads in the messages of this task: facts of the person, and a plan or a lookup."""

    def read(messages: list[BaseMessage], _names: list[str]) -> Reply:
        text = str(messages[-1].content).rpartition("Last message:\n")[2]
        if "earn" in text:
            lookup = {"tool": "lookup_salary", "args": {"role": task.target, "location": task.place}}
            return {**NOTHING, "lookups": [lookup]}
        hours = re.search(r"(\d+) hours", text)
        facts: list[dict[str, Any]] = []
        if hours:
            facts.append({"field": "hours_per_week", "op": "set", "value": int(hours[1]), "quote": hours[0]})
        if task.target in text:
            facts.append({"field": "target_role", "op": "set", "value": task.target, "quote": task.target})
        return {**NOTHING, "facts": facts, "wants_plan": "plan" in text.lower()}

    return read


def _answer(messages: list[BaseMessage], _names: list[str]) -> dict[str, Any]:
    """A sentence with a figure, or what is said where nothing was looked up."""
    if '"p50"' not in str(messages[-1].content):
        return {
            "pieces": [{"kind": "feeling", "text": "Good to know. What next?", "evidence": [], "quote": None}]
        }
    text = "In {E1.place}, {E1.subject} earn a median of {E1.p50} ({E1.period})."
    return {"pieces": [{"kind": "finding", "text": text, "evidence": ["E1"], "quote": None}]}


def _writing(messages: list[BaseMessage], _names: list[str]) -> dict[str, Any]:
    held = next(line for line in str(messages[-1].content).split("\n") if '"p50"' in line and "USD" in line)
    name = json.loads(held)["id"]
    text = f"In {{{name}.place}}, {{{name}.subject}} earn a median of {{{name}.p50}} ({{{name}.period}})."
    claims = [
        {"id": None, "section": section, "text": text, "evidence": [name], "quote": None}
        for section in ("pay", "target", "risks", "timeline")
    ]
    return {
        "claims": claims,
        "actions": [
            "Talk to two people who do this work.",
            "Write down what they count by hand.",
            "Keep Sunday free.",
        ],
        "titles": [],
    }


def _with_agent(task: Task, number: int, plan: Plan, cost: Cost) -> None:
    from langchain.agents import create_agent
    from langchain.agents.middleware import HumanInTheLoopMiddleware
    from langchain_core.tools import tool
    from langgraph.checkpoint.memory import InMemorySaver
    from langgraph.types import Command

    from tools.registry import load_tools

    @tool
    def deliver_plan(plan: dict[str, Any]) -> str:  # noqa: ARG001 - delivering is the middleware's question
        """Deliver the career plan. A person approves it first."""
        return "The plan was delivered."

    model = ScriptedChatModel(script=_best_case(task, plan))
    agent = create_agent(
        model,
        [*load_tools(), deliver_plan],
        system_prompt=RULES,
        middleware=[HumanInTheLoopMiddleware(interrupt_on={"deliver_plan": True})],
        checkpointer=InMemorySaver(),
    )
    config: Any = {"configurable": {"thread_id": str(number)}}
    for text in task.says:
        result = agent.invoke({"messages": [HumanMessage(text)]}, config)
    if task.rejects:
        decision = {"type": "reject", "message": task.rejects}
        result = agent.invoke(Command(resume={"decisions": [decision]}), config)
    result = agent.invoke(Command(resume={"decisions": [{"type": "approve"}]}), config)
    used = [
        each.usage_metadata
        for each in result["messages"]
        if isinstance(each, AIMessage) and each.usage_metadata
    ]
    cost.calls += len(model.sent)
    cost.tokens += sum(each["total_tokens"] for each in used)
    cost.plans += 1


def _best_case(task: Task, plan: Plan) -> list[AIMessage]:
    """As few calls as this task can be done with."""
    where = {"location": task.place} if task.place else {}
    lookups = [
        ("generate_roadmap", {"role": task.target}),
        ("lookup_salary", {"role": task.target, **where}),
        ("summarize_job_market", {"role": task.target, **where}),
        ("search_documents", {"query": f"What does the work of {task.target} consist of?"}),
    ]
    written = json.loads(plan.model_dump_json(exclude={"approval", "sources", "version"}, exclude_none=True))
    delivery = _calling(("deliver_plan", {"plan": written}))
    script: list[AIMessage] = []
    if "earn" in task.says[0]:
        script += [
            _calling(lookups[1]),
            AIMessage("In Denver the median was $130,000 a year in May 2025 (OEWS)."),
        ]
        lookups.pop(1)
    elif len(task.says) > 1:
        script.append(AIMessage("Good to know. What next?"))
    script += [_calling(*lookups), delivery]
    if task.rejects:
        script += [_calling(lookups[0]), delivery]
    return [*script, AIMessage("Your plan has been delivered. Good luck!")]


def _calling(*calls: tuple[str, dict[str, Any]]) -> AIMessage:
    return AIMessage(
        "",
        tool_calls=[
            {"name": name, "args": args, "id": f"{name}-{at}"} for at, (name, args) in enumerate(calls)
        ],
    )
