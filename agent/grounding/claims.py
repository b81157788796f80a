"""Claims and actions of a plan, each held against what it names."""

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from agent.grounding.own import told_deed
from agent.grounding.reading import read
from agent.grounding.references import is_filled
from agent.grounding.statements import Statement, citations, split_statements
from agent.grounding.support import Checker
from agent.models import Claim, Violation

_APPROVED = re.compile(
    r"\b(?:plan|it|this|everything)\b[^.;?!]{0,30}\b(?:is|was|has been|have been|stands|counts as|now)\b[^.;?!]{0,20}"
    r"\b(?:approved|delivered|final|finali[sz]ed|accepted)\b"
    r"|\b(?:I|we)(?:'ve| have)?(?: just| now)? (?:approved|delivered|finali[sz]ed)\b",
    re.IGNORECASE,
)
_NOT_YET = re.compile(
    r"\b(?:not|no|never|once|until|when|before|after|if|unless|nothing|isn't|wasn't|without|can be)\b",
    re.IGNORECASE,
)
_ONLY_THEN = re.compile(r"^\W*(?:only |and )?(?:once|when|after|until|if|unless)\b", re.IGNORECASE)
_SLACK_HOURS = 0.5


def check_claim(where: str, claim: Claim, checker: Checker) -> Violation | None:
    """A person's claim is theirs, but may not borrow evidence that does not hold it."""
    if claim.by == "person" and not (claim.evidence or citations(claim.text)):
        return None
    if claim.written is not None and _is_written(claim, checker):
        return None
    found = check_text(where, claim.text, claim, checker)
    return found[0] if found else None


def _is_written(claim: Claim, checker: Checker) -> bool:
    """Whether the claim is the form in which its figures are references, with its evidence put in."""
    known = all(name in checker.evidence for name in claim.evidence)
    return (
        known
        and is_filled(claim.text, claim.written or "", [*checker.evidence.values()])
        and not told_deed(claim.text)
    )


def check_text(where: str, text: str, claim: Claim, checker: Checker) -> list[Violation]:
    """The first fault of a text; a claim's citations hold for each of its sentences."""
    if claim.by == "coach" and says_approved(text):
        return [Violation(rule="approval", where=where, text=text, problem="only the person approves a plan")]
    for statement in split_statements(text):
        cites = tuple(dict.fromkeys([*statement.cites, *claim.evidence]))
        held = Statement(statement.start, statement.end, statement.text, statement.context, cites)
        problem = checker.problem(held)
        if problem:
            rule = "citation" if claim.by == "person" or "does not exist" in problem else "figure"
            return [Violation(rule=rule, where=where, text=text, problem=problem)]
    return []


def says_approved(text: str) -> bool:
    """Whether a text claims that the plan was approved or delivered; "once you approve it, it is final" does not."""
    match = _APPROVED.search(text)
    return (
        match is not None
        and not _NOT_YET.search(text[: match.end()])
        and not _ONLY_THEN.search(text[match.end() :])
    )


def action_violations(
    actions: Sequence[str], checker: Checker, theirs: AbstractSet[str], proofs: Sequence[str] = ()
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
        hours = [item for item in read(Statement(0, len(text), text), []).quantities if item.unit == "hours"]
        left -= sum(item.value for item in hours)
        if left < -_SLACK_HOURS:
            problem = "these actions take more hours than two weeks have"
            found.append(Violation(rule="hours", where=where, text=text, problem=problem))
            continue
        plain = text
        for item in reversed(hours):
            plain = plain[: item.start] + " " * (item.end - item.start) + plain[item.end :]
        for proof in proofs:
            plain = plain.replace(proof.rstrip(" ."), " ")
        found += [
            violation.model_copy(update={"text": text})
            for violation in check_text(where, plain, Claim(text=plain), checker)
        ]
    return found
