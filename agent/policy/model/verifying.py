"""One second look at what no reference holds: each claim against the text it cites, by the same model or a cheaper one."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from langchain_core.messages import BaseMessage, HumanMessage, SystemMessage

import prompts
from agent.policy.model.briefing import json_lines, their_messages
from agent.policy.model.failures import ModelFailure
from agent.policy.model.pieces import Judged
from agent.policy.model.structured import Asked, ask
from agent.policy.model.wire import Judgements, Verdict
from agent.state import CoachState
from tools.evidence import Evidence

_PROBLEMS: dict[Verdict, str] = {
    "partly": "the evidence it names holds only a part of it",
    "unsupported": "nothing it names says so; if it is advice, say it without facts of pay, demand, employers, courses, certificates or requirements",
}
_SAID, _SAID_LENGTH = 6, 1500


def checking_messages(
    claims: Sequence[Judged], evidence: Mapping[str, Evidence], state: CoachState
) -> list[BaseMessage]:
    """What is sent: rules, what the person said last, the claims as JSON lines, each with the texts that it cites."""
    lines = [
        {
            "id": str(number),
            "kind": claim.piece.kind,
            "text": claim.text,
            "cited": [f"{evidence[name].source.title}: {evidence[name].text}" for name in claim.ids],
        }
        for number, claim in enumerate(claims, start=1)
    ]
    said = "\n".join(f"- {text[:_SAID_LENGTH]}" for text in their_messages(state)[-_SAID:])
    return [
        SystemMessage(prompts.render("model/check.v1")),
        HumanMessage(f"The person said:\n{said}\n\nClaims:\n{json_lines(lines)}"),
    ]


async def verified(
    checker: Asked, claims: Sequence[Judged], evidence: Mapping[str, Evidence], state: CoachState
) -> list[Judged]:
    """The claims with what the second reader found; where it says nothing of one, only what stands alone is left of it."""
    unsure = [at for at, claim in enumerate(claims) if claim.unsure and not claim.problem]
    if not unsure:
        return [*claims]
    try:
        messages = checking_messages([claims[at] for at in unsure], evidence, state)
        tool = prompts.schema("model/check_claims.v1")
        given = (await ask(checker, "check_claims", messages, tool, Judgements)).verdicts
    except ModelFailure:
        given = []
    verdicts = {each.id: each.verdict for each in given}
    outcome = {at: _after(claims[at], verdicts.get(str(number))) for number, at in enumerate(unsure, start=1)}
    return [outcome.get(at, claim) for at, claim in enumerate(claims)]


def _after(claim: Judged, verdict: Verdict | None) -> Judged:
    if verdict is None:
        return replace(claim, text=claim.alone, bare=claim.alone, written=claim.alone, unsure=False)
    problem = _PROBLEMS.get(verdict, "")
    return replace(claim, problem=problem, unsure=bool(problem))
