"""How a liar talks: its sentences as pieces of every kind, an honest reading beside them, and a checker."""

import re
from typing import Any

from langchain_core.messages import AIMessage, BaseMessage, SystemMessage

from tests.fakes_model import Reply, Script, ScriptedChatModel, by_step, claims_of

NOTHING: dict[str, Any] = {
    "facts": [],
    "lookups": [],
    "wants_plan": False,
    "plan_changes": [],
    "wishes": ["tell"],
    "language": "en",
}
KINDS = ("finding", "advice", "quote", "feeling", "question", "draft")
ROLES = ("data scientist", "web developer", "data analyst")


def says(reading: dict[str, Any], answer: Script, claims: list[str], actions: list[str]) -> Script:
    """A model that reads well but for `reading`, and tells `answer` as pieces of every kind, sentence by sentence."""
    lie = reading.get("reply")
    extra = {key: value for key, value in reading.items() if key in NOTHING}
    written = [
        {"id": None, "section": section, "text": text, "evidence": evidence, "quote": None}
        for text in claims
        for section, evidence in (("pay", ["E1", "E2"]), ("risks", []), ("target", ["E1"]))
    ]

    def read(messages: list[BaseMessage], _names: list[str]) -> Reply:
        return {**honest_reading(messages), **extra}

    def write(messages: list[BaseMessage], names: list[str]) -> Reply:
        given = answer(messages, names) if callable(answer) else answer
        return {"pieces": pieces(f"{given} {lie or ''}")} if isinstance(given, str) else given

    return by_step(
        read_message=read, write_reply=write, write_plan={"claims": written, "actions": actions, "titles": []}
    )


def pieces(text: str) -> list[dict[str, Any]]:
    """Each sentence as two pieces of two kinds; an amount also by a reference that exists."""
    found = []
    for at, sentence in enumerate(part for part in re.split(r"(?<=[.!?])\s+|\n+", text) if part.strip()):
        told = [sentence]
        if amount := re.search(r"\$?\d{2,3},\d{3}", sentence):
            told.append(sentence.replace(amount[0], "{E1.p50}"))
        for words in told:
            for kind in (KINDS[at % 6], "finding"):
                evidence = ["E1"] if kind in ("finding", "quote") else []
                found.append(
                    {
                        "kind": kind,
                        "text": words,
                        "evidence": evidence,
                        "quote": words if kind == "quote" else None,
                    }
                )
    return found[:39]


def honest_reading(messages: list[BaseMessage]) -> dict[str, Any]:
    """What a good model reads in the messages of these people."""
    text = str(messages[-1].content).rpartition("Last message:\n")[2].partition("\n\nThese lookups")[0]
    facts, lookups = [], []
    if hours := re.search(r"\d+ hours", text):
        facts.append(
            {"field": "hours_per_week", "op": "set", "value": int(hours[0].split()[0]), "quote": hours[0]}
        )
    role = next((role for role in ROLES if role in text), None)
    plans = "plan" in text.lower()
    if role and plans:
        facts.append({"field": "target_role", "op": "set", "value": role, "quote": role})
    elif role:
        lookups.append({"tool": "lookup_salary", "args": {"role": role}})
    elif "consist of" in text:
        lookups.append(
            {
                "tool": "search_documents",
                "args": {"query": "What does the work of a data scientist consist of?"},
            }
        )
    return {**NOTHING, "facts": facts, "lookups": lookups, "wants_plan": plans}


class Liar(ScriptedChatModel):
    """A liar, and a checker beside it: one that is right about its lies, or one that lets everything pass."""

    never: list[str] = []

    def _next(self, messages: list[BaseMessage], kwargs: dict[str, Any]) -> AIMessage:
        names = [tool["function"]["name"] for tool in kwargs.get("tools") or []]
        rules = str(next((each.content for each in messages if isinstance(each, SystemMessage)), ""))
        if "check_claims" not in names and "You check what" not in rules:
            return super()._next(messages, kwargs)
        verdicts = []
        for claim in claims_of(messages):
            told = claim["text"].casefold()
            # A checker is shown addresses masked.
            lie = any(words.casefold() in told for words in self.never) or (
                "hidden-offer" in self.never and "<email-" in told
            )
            good = "supported" if claim["kind"] in ("finding", "quote") else "no_finding"
            verdicts.append({"id": claim["id"], "verdict": "unsupported" if lie else good})
        args = {"verdicts": verdicts}
        return AIMessage("", tool_calls=[{"name": "check_claims", "args": args, "id": "c1"}])
