"""Claims and actions of a plan, each held against what it names."""

import re
from collections.abc import Collection, Sequence

from agent.grounding.own import quoted, told_deed
from agent.grounding.reading import citations, read, sentences
from agent.grounding.references import is_filled
from agent.grounding.support import Checker
from agent.grounding.tokens import blanked
from agent.models import Claim, Profile, Violation
from tools.evidence import Evidence

_SLACK_HOURS = 0.5
_QUOTE = re.compile(r"“[^”]*”")


def is_held(text: str, ids: Sequence[str], evidence: Sequence[Evidence], profile: Profile) -> bool:
    """Whether a sentence with figures says no more than the evidence that it names."""
    checker = Checker({item.id: item for item in evidence}, profile)
    return not check_text("", Claim(text=text, evidence=[*ids]), checker)


def check_claim(where: str, claim: Claim, checker: Checker) -> list[Violation]:
    """A person's claim is theirs, but may not borrow evidence that does not hold it."""
    if claim.by == "person" and not (claim.evidence or citations(claim.text)):
        return []
    known = all(name in checker.evidence for name in claim.evidence)
    written = claim.written if known and not told_deed(claim.text) else None
    if written is not None and is_filled(claim.text, written, [*checker.evidence.values()]):
        return []
    return check_text(where, claim, checker)


def check_text(where: str, claim: Claim, checker: Checker) -> list[Violation]:
    """The first fault of a text; its citations hold for each of its sentences."""
    cited = [checker.evidence[name] for name in claim.evidence if name in checker.evidence]
    quotes = [match.span() for match in _QUOTE.finditer(claim.text) if quoted(match[0], cited)]
    if claim.by == "coach" and told_deed(blanked(claim.text, quotes)):
        untrue = "only the person approves a plan"
        return [Violation(rule="approval", where=where, text=claim.text, problem=untrue)]
    cites = tuple(dict.fromkeys([*citations(claim.text), *claim.evidence]))
    said: list[str] = []
    for _, sentence in sentences(claim.text):
        if problem := checker.problem(sentence, cites, said):
            rule = "citation" if claim.by == "person" or "does not exist" in problem else "figure"
            return [Violation(rule=rule, where=where, text=claim.text, problem=problem)]
        said.append(sentence)
    return []


def action_violations(
    actions: Sequence[str], checker: Checker, theirs: Collection[str], proofs: Sequence[str] = ()
) -> list[Violation]:
    """Actions of the first two weeks may plan hours, together as many as these weeks have.

    They may repeat the `proofs` of the plan's milestones, which are held to the skill table themselves.
    """
    found: list[Violation] = []
    left = checker.hours_in_two_weeks
    for index, text in enumerate(actions):
        if text in theirs:
            continue
        where = f"next_actions/{index}"
        hours = [item for item in read(text, []).quantities if item.unit == "hours"]
        left -= sum(item.value for item in hours)
        if left < -_SLACK_HOURS:
            problem = "these actions take more hours than two weeks have"
            found.append(Violation(rule="hours", where=where, text=text, problem=problem))
            continue
        plain = blanked(text, [(item.start, item.end) for item in hours])
        for proof in proofs:
            plain = plain.replace(proof.rstrip(" ."), " ")
        wrong = check_text(where, Claim(text=plain), checker)
        found += [violation.model_copy(update={"text": text}) for violation in wrong]
    return found
