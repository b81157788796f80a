"""One second look at what no reference holds: each claim against the text it cites, by the same model or a cheaper one."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace

from langchain_core.messages import BaseMessage, HumanMessage, SystemMessage

import prompts
from agent.policy.model.briefing import their_messages
from agent.policy.model.failures import ModelFailure
from agent.policy.model.pieces import Judged
from agent.policy.model.structured import Asked, ask
from agent.policy.model.wire import Verdict, read_verdicts
from agent.state import CoachState
from tools.evidence import Evidence

_PASSES: dict[str, tuple[Verdict, ...]] = {
    "finding": ("supported", "no_finding"),
    "quote": ("supported", "no_finding"),
    "advice": ("no_finding", "supported"),
    "feeling": ("no_finding", "supported"),
    "question": ("no_finding", "supported"),
    "draft": ("no_finding", "supported"),
}
_PROBLEMS: dict[str, str] = {
    "partly": "the evidence it names holds only a part of it",
    "unsupported": "nothing it names says so; if it is advice, say it without facts of pay, demand, employers, courses, certificates or requirements",
}
_SAID = 6


def checking_messages(
    claims: Sequence[Judged], evidence: Mapping[str, Evidence], state: CoachState
) -> list[BaseMessage]:
    """What is sent: rules, what the person said last, the claims as JSON lines, each with the texts that it cites."""
    lines = [
        json.dumps(
            {
                "id": str(number),
                "kind": claim.piece.kind,
                "text": claim.text,
                "cited": [f"{evidence[name].source.title}: {evidence[name].text}" for name in claim.ids],
            },
            ensure_ascii=False,
        )
        for number, claim in enumerate(claims, start=1)
    ]
    said = "\n".join(f"- {text[:1500]}" for text in their_messages(state)[-_SAID:])
    return [
        SystemMessage(prompts.render("model/check.v1")),
        HumanMessage(f"The person said:\n{said}\n\nClaims:\n" + "\n".join(lines)),
    ]


async def verified(
    checker: Asked, claims: Sequence[Judged], evidence: Mapping[str, Evidence], state: CoachState
) -> list[Judged]:
    """The claims with what the second reader found; where it says nothing of one, only what stands alone is left of it."""
    unsure = [claim for claim in claims if claim.unsure and not claim.problem]
    if not unsure:
        return [*claims]
    try:
        tool = prompts.schema("model/check_claims.v1")
        verdicts = await ask(
            checker, "check_claims", checking_messages(unsure, evidence, state), tool, read_verdicts
        )
    except ModelFailure:
        verdicts = {}
    outcome = {
        id(claim): _after(claim, verdicts.get(str(number))) for number, claim in enumerate(unsure, start=1)
    }
    return [outcome.get(id(claim), claim) for claim in claims]


def _after(claim: Judged, verdict: Verdict | None) -> Judged:
    if verdict is None:
        return replace(claim, text=claim.alone, bare=claim.alone, written=claim.alone, unsure=False)
    if verdict in _PASSES[claim.piece.kind]:
        return replace(claim, unsure=False)
    return replace(claim, unsure=False, problem=_PROBLEMS.get(verdict, "it says something that is not held"))
