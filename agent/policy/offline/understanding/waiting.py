"""Questions about the plan that waits: which of its milestones, skills and sections they are about."""

import re
from dataclasses import dataclass
from functools import cache

from pydantic import JsonValue

from agent.models import Plan
from agent.policy.offline.understanding.cues import spaced
from agent.policy.offline.understanding.skills import own_words
from agent.policy.offline.understanding.text import Clause
from agent.policy.offline.understanding.turn import Part
from prompts import words

_ELSEWHERE = ("pay", "market")  # asked about without the plan, these are looked up
MOST_WORDS = 4  # of a thing that is asked for by a name nobody knows
_REQUEST = re.compile(
    r"^(?:please |can you |could you |ok,? |so |and )*(?:explain|show|tell|describe|walk|list|give|say)\b",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    r"\b(?:milestones?|steps?|phases?|stages?) (?:number |no\.? ?|#)?(\d{1,2})\b|\bM(\d{1,2})\b",
    re.IGNORECASE,
)
_ORDINAL = re.compile(
    r"\b(first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|final) (?:milestone|step|phase|stage)\b",
    re.IGNORECASE,
)
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_WEEK = re.compile(r"\bweeks? (?:number )?(\d{1,3})\b", re.IGNORECASE)
_EVIDENCE = re.compile(r"\bE(\d{1,3})\b")
_UNKNOWN = re.compile(
    r"\b(?:include|cover|contain|mention|teach|have) (?:any |some |anything (?:on|about) )?(?P<what>[^,.;?]{2,40})"
    r"|\b(?:is|are) (?:there )?(?:any )?(?P<is>[^,.;?]{2,40}?) (?:in (?:it|there|here|the plan|this plan|my plan)|included|covered|part of|on the list)\b",
    re.IGNORECASE,
)
_NOT_A_THING = re.compile(
    r"^(?:it|this|that|everything|anything|something|enough|all|they|milestones?|week|to|me|time|my|the plan|there|what|a plan|you|i)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class AboutPlan:
    """What a question about the draft names: milestone ids, skills, section ids, weeks, evidence, and what it wants to know."""

    milestones: tuple[str, ...] = ()
    skills: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    weeks: tuple[int, ...] = ()
    evidence: tuple[str, ...] = ()
    wants: tuple[str, ...] = ()

    def details(self) -> dict[str, JsonValue]:
        """As `Understanding.details` holds it; what is not named is left out."""
        named: dict[str, JsonValue] = {name: [*value] for name, value in vars(self).items() if value}
        return {"about_plan": True, **named}


def asked_of_draft(part: Part, draft: Plan, target: str | None) -> AboutPlan | None:
    """What `part` asks of the draft; None where it is no question or one about something else."""
    clause = part.clause
    if not (clause.asks or _REQUEST.match(clause.text)) or clause.supposes or clause.others:
        return None
    named = _any("names").search(clause.text) is not None
    if _any("changes").search(clause.text) or (not named and _is_elsewhere(part, target)):
        return None
    about = _read(clause, draft, named=named)
    return about if named or _is_of_draft(about, part) else None


def _is_elsewhere(part: Part, target: str | None) -> bool:
    """Whether the library, a place or another role is asked about."""
    others = any(role.known and not _same(role.text, target) for role in part.roles)
    return bool(_any("library").search(part.text) or part.places or others)


def _is_of_draft(about: AboutPlan, part: Part) -> bool:
    """Whether a question that does not name the plan can only mean it."""
    if about.sections and not part.roles:
        return True
    if not about.wants or (part.roles and about.wants == ("order",)):
        return False
    open_to_all = set(about.wants) <= {"why", "includes", "resources"} and not _leans(part.text)
    return bool(not open_to_all or about.skills or about.milestones)


def _read(clause: Clause, draft: Plan, *, named: bool) -> AboutPlan:
    text = clause.text
    found = _skills(text, draft)
    wants = tuple(name for name, pattern in _table("wants").items() if pattern.search(text))
    return AboutPlan(
        milestones=_milestones(text, draft),
        skills=found or (_unknown(text) if named or "includes" in wants else ()),
        sections=tuple(
            name
            for name, pattern in _table("sections").items()
            if (named or name not in _ELSEWHERE) and pattern.search(text)
        ),
        weeks=tuple(dict.fromkeys(int(match[1]) for match in _WEEK.finditer(text))),
        evidence=tuple(dict.fromkeys(f"E{match[1]}" for match in _EVIDENCE.finditer(text))),
        wants=wants,
    )


def _milestones(text: str, draft: Plan) -> tuple[str, ...]:
    """Ids, by number, by place in the order, or by title."""
    found = [f"M{int(match[1] or match[2])}" for match in _NUMBERED.finditer(text)]
    for match in _ORDINAL.finditer(text):
        word = match[1].lower()
        if word in _ORDINALS:
            found.append(f"M{_ORDINALS.index(word) + 1}")
        elif draft.milestones:
            found.append(draft.milestones[-1].id)
    folded = text.casefold()
    found += [each.id for each in draft.milestones if each.title.split(":")[0].casefold() in folded]
    return tuple(dict.fromkeys(found))


def _skills(text: str, draft: Plan) -> tuple[str, ...]:
    """Skills that the question names, in their usual short spelling, and those of the draft that it names in full."""
    from tools.roadmap.skills import find_in_text

    known = [own_words(each.text, each.name, exact=each.exact) for each in find_in_text(text)]
    written = [
        skill for each in draft.milestones for skill in each.skills if skill.casefold() in text.casefold()
    ]
    covered = [skill for skill in written if any(name.casefold() in skill.casefold() for name in known)]
    return tuple(dict.fromkeys([*known, *(skill for skill in written if skill not in covered)]))


def _unknown(text: str) -> tuple[str, ...]:
    match = _UNKNOWN.search(text)
    what = (match["what"] or match["is"] or "").strip(" .!'") if match else ""
    what = re.sub(r"^(?:an?|the|any|some)\s+|\s+(?:too|as well|at all|already|anywhere|somewhere)$", "", what)
    return (what,) if what and len(what.split()) <= MOST_WORDS and not _NOT_A_THING.match(what) else ()


def _leans(text: str) -> bool:
    return (
        re.search(r"\b(?:it|this|that|these|those|there|here)\b", text, re.IGNORECASE) is not None
        or len(text.split()) <= 2
    )


def _same(role: str, target: str | None) -> bool:
    held = (target or "").casefold()
    return bool(held) and (role.casefold().rstrip("s") in held or held in role.casefold())


def asks_for_change(clause: Clause) -> bool:
    """Whether the person asks in a question that the draft be changed ("could you make it shorter?")."""
    asks = re.match(r"(?:can|could|would|will|may|should)\b", clause.text, re.IGNORECASE)
    return asks is not None and _any("changes").search(clause.text) is not None


@cache
def _any(name: str) -> re.Pattern[str]:
    return re.compile("|".join(map(spaced, words("draft")[name])), re.IGNORECASE)


@cache
def _table(name: str) -> dict[str, re.Pattern[str]]:
    table: dict[str, str | list[str]] = words("draft")[name]
    return {
        key: re.compile(
            "|".join(map(spaced, [wordings] if isinstance(wordings, str) else wordings)), re.IGNORECASE
        )
        for key, wordings in table.items()
    }
