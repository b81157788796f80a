"""The reply of a turn: one call over evidence, then every statement is held to it before anybody sees it."""

import re
from dataclasses import dataclass, field

from langchain_core.messages import AnyMessage, HumanMessage, SystemMessage

import prompts
from agent import grounding
from agent.context import CoachContext
from agent.grounding.statements import citations
from agent.models import Understanding
from agent.policy.model import streaming
from agent.policy.model.briefing import evidence_text, found_this_turn, notes_text, plan_texts, profile_text
from agent.policy.model.cleaning import plain_markdown, without_thoughts
from agent.policy.model.cutting import without_loose_figures
from agent.policy.model.exchange import Request, Step
from agent.policy.model.failures import ModelFailure
from agent.policy.model.guards import without_unfounded
from agent.policy.model.history import earlier_messages, last_message
from agent.policy.model.known import Known
from agent.policy.model.leaning import coaching_stems, stems_of, words_of_evidence
from agent.policy.model.masking import Masks
from agent.policy.model.reading import model_details
from agent.policy.model.said import Said
from agent.state import CoachState

HISTORY_TOKENS = 700
OUTPUT_TOKENS = 700
# In characters; what a model writes beyond that is not read.
LONGEST_ANSWER = 4000
_CODE = re.compile(r"\s*(?:```|\{|<(?!(?:email|phone|address)-)|\[\s*[{\"])")


def answering_messages(state: CoachState) -> list[AnyMessage]:
    """What is sent: rules, a little of the conversation, the profile, all evidence of this turn, the message."""
    task = (
        f"Known of the person: {profile_text(state['profile'])}\n\n"
        f"Evidence:\n{evidence_text(found_this_turn(state))}\n\n"
        f"Said by the tools:\n{notes_text(state.get('tool_results') or [])}\n\n"
        f"Last message:\n{last_message(state['messages'])}"
    )
    return [
        SystemMessage(prompts.render("model/answer.v1")),
        *earlier_messages(state["messages"], HISTORY_TOKENS),
        HumanMessage(task),
    ]


@dataclass
class Verifier:
    """Holds statements to evidence and counts those it takes out; works on masked text."""

    state: CoachState
    context: CoachContext
    masks: Masks
    cut: int = 0
    known: Known = field(init=False)
    stems: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        results = self.state.get("tool_results") or []
        evidence = self.state.get("evidence") or []
        said = [self.masks.hide(text) for text in Said.of(self.state).texts]
        documents = [
            *(result.text for result in results),
            *plan_texts(self.state),
            self.context.today.isoformat(),
        ]
        self.known = Known.of(said, evidence, documents)
        material = [*said, *documents, *words_of_evidence(evidence), notes_text(results)]
        self.stems = stems_of([*material, profile_text(self.state["profile"])])
        self.stems |= coaching_stems("answer") if results else coaching_stems("answer", "talk")

    def verified(self, text: str) -> str:
        """What of `text` may be shown; a document or a tool call written out is no reply."""
        text = without_thoughts(text)
        if _CODE.match(text):
            return ""
        text = plain_markdown(text[:LONGEST_ANSWER])
        evidence = self.state.get("evidence") or []
        left, unfounded = without_unfounded(text, self.known, self.stems, evidence)
        left, violations = grounding.supported_answer(
            left, evidence, self.state["profile"], self.context.today
        )
        left, loose = without_loose_figures(left)
        self.cut = unfounded + len(violations) + loose
        return left


def answering_step(state: CoachState, context: CoachContext, masks: Masks) -> Step[str]:
    """Write the reply; where the model fails or says nothing that holds, the deterministic answer stands."""
    understanding = state.get("understanding") or Understanding()
    details = model_details(understanding)
    verifier = Verifier(state, context, masks)
    if details.get("failed"):
        return _parted(_plain(state, context), _failed(details["failed"]))
    if not state.get("tool_results"):
        return _without_lookup(state, context, verifier, details)
    telling = streaming.Telling(verifier.verified, masks.restore)
    try:
        answer = yield Request("answer", answering_messages(state), OUTPUT_TOKENS, listener=telling)
    except ModelFailure as failure:
        return _parted(telling.shown, _failed(failure.reason), _plain(state, context))
    text = telling.finish(str(answer.text))
    return _closed(text, state, context, verifier, shown=telling.shown)


def _without_lookup(
    state: CoachState, context: CoachContext, verifier: Verifier, details: dict[str, str]
) -> str:
    """Nothing was looked up: what the model said when it read the message, as far as it holds."""
    said = [details[name] for name in ("reply", "question") if details.get(name)]
    text = verifier.masks.restore(verifier.verified(verifier.masks.hide("\n\n".join(said))))
    if not re.search(r"\w", text) or (state.get("understanding") or Understanding()).question:
        return _parted(_plain(state, context), _left_out(verifier.cut))
    return _parted(text, _left_out(verifier.cut), _reminder(state))


def _closed(text: str, state: CoachState, context: CoachContext, verifier: Verifier, *, shown: str) -> str:
    """With what must be said beside the answer. An answer that uses none of what was found does not stand alone."""
    found = found_this_turn(state)
    if found and not citations(text):
        kept = shown if verifier.cut else text
        return _parted(kept, _plain(state, context), _left_out(verifier.cut))
    if not re.search(r"\w", text):
        return _parted(_plain(state, context), _left_out(verifier.cut))
    return _parted(text, _left_out(verifier.cut), _failures(state), _reminder(state))


def _plain(state: CoachState, context: CoachContext) -> str:
    from agent.policy.offline.answering import answer

    return answer(state, context)


def _failures(state: CoachState) -> str:
    from agent.policy.offline.answering.closing import failures

    return failures([result for result in state.get("tool_results") or [] if not result.ok], found_some=True)


def _reminder(state: CoachState) -> str:
    from agent.policy.offline.answering.closing import waiting_reminder

    return waiting_reminder(state, state.get("understanding") or Understanding())


def _failed(reason: str) -> str:
    return f"_The language model could not help with this: {reason}. The coach went on without it; `coach doctor` looks into it._"


def _left_out(count: int) -> str:
    if not count:
        return ""
    return f"_{count} {'statement' if count == 1 else 'statements'} of the language model left out: no evidence holds {'it' if count == 1 else 'them'}._"


def _parted(*parts: str) -> str:
    return "\n\n".join(part.strip("\n") for part in parts if part.strip())
