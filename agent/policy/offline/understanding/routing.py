"""What each clause asks for: word cues first, the nearest example utterances where words leave it open."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from agent.policy.offline.understanding.cues import cued_intents, cued_small_talk, has_cue
from agent.policy.offline.understanding.money import find_money
from agent.policy.offline.understanding.phrases import known_roles, opens_with_role
from agent.policy.offline.understanding.text import Clause
from agent.policy.offline.understanding.vectors import MASKS, example_vectors

NEIGHBOURS = 3
NEAR_ENOUGH = 0.35  # below this no example says anything about the text
SURE = 0.5  # from here on an example says much the same
LEANS = 0.2  # to the questions that the library answers, of -1 to 1
LEAD = 0.05  # by how much "outside" must be nearer than the rest to overrule a text that names a role

# Words that make a request of what is told ("I want to know...").
_WONDERS = re.compile(
    r"\b(?:wonder(?:ing)?|curious|tell me|let me know|any idea|question"
    r"|(?:want|like|need|love|interested) to (?:know|see|hear|understand|find out|compare|look at|check))\b",
    re.IGNORECASE,
)
_INDIFFERENT = re.compile(
    r"\b(?:(?:isn|doesn|don|wasn)'t|not|doesn't|don't|no longer)\b.*\b(?:important|matter\w*|care|interested|priority|an issue|a problem)\b",
    re.IGNORECASE,
)
# "Can we switch the target to...", "could it be for a baker instead?": said as a question, meant as a change.
_CHANGE = re.compile(
    r"(?:can|could|would|will|may) (?:we|you|it|this|that)\b.*\b(?:target|goal|instead|rather)\b",
    re.IGNORECASE,
)
_WISH = re.compile(
    r"^(?:\w+,? )?(?:want|wanna|would like|would love|looking|hoping|aiming|trying|currently|based|works? as|employed|used to|now|only|(?!hiring|starting|comparing|wondering|considering)\w+ing|need to|have to|must|hope|expect|no|never|not)\b",
    re.IGNORECASE,
)
_LOOKS_FOR = re.compile(
    r"^(?:looking for|need|want|interested in|searching for)(?: to (?:know|see))? (?:the |an? |some |any |typical |average )*(?:pay|salar\w+|wages?|earnings|road ?map|numbers|figures|outlook|demand|job market)\b",
    re.IGNORECASE,
)
_COMMAND = re.compile(
    r"^(?:please |can you |could you |just |ok,? |now |then |so |hey,? )*(?:write|make|draft|build|create|give|show|tell|compare|explain|find|look|list|describe|translate|recommend|help|plan|sing|solve|debug)\b(?! (?:it|that)\b)",
    re.IGNORECASE,
)
_NO_PLAN = re.compile(
    r"\bis (?:the|my) plan\b|\b(?:don't|do not|not|no|without|never mind|instead of)\b(?: \w+){0,3} plan\b",
    re.IGNORECASE,
)
_OFFERED = re.compile(r"\boffer\w*\b", re.IGNORECASE)
_INTRODUCES = re.compile(r"\b(?:i'm|i am|i work|my job)\b", re.IGNORECASE)
_CALLING = frozenset({"salary", "market", "documents", "comparison", "roadmap", "plan"})
_WEIGHS = re.compile(r"\b(?:compar\w*|versus|vs|between|torn|decid\w*|choos\w*)\b", re.IGNORECASE)
_TOLD_ASKING = frozenset({"plan", "comparison", "roadmap"})
# A short question about what was spoken of: "is it stressful?", "do they work nights?".
_LEANS = re.compile(
    r"^(?:(?:and|but|so|ok|well)[, ]+)*(?:is|are|does|do|can|could|will|would|was|has|have|what's|how's|what|how|when|where)\b(?:\W+\w+){0,2}?\W+(?:it|that|this|they|them|those|these|one)\b(?:\W+\w+){0,7}\W*$",
    re.IGNORECASE,
)
_SELF = re.compile(r"^(?:\w+,? )?(?:i|i'm|i've|i'd|my|we)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Asked:
    """An intent and the clause it was read in; `kind` is the kind of small talk."""

    intent: str
    clause: Clause
    kind: str | None = None


@dataclass(frozen=True)
class Content:
    """What a clause names: its roles and places (as written), and whether facts or an amount of pay were read from it.

    `topic` says that the thread speaks of a role, so that "is it stressful?" is about that.
    """

    roles: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    skills: tuple[str, ...] = ()
    facts: bool = False
    pays: bool = False
    topic: bool = False


def as_request(clause: Clause) -> Clause:
    """A clause that asks without being a question ("electrician salary ohio", "compare...") is read as one."""
    if clause.asks and _CHANGE.match(clause.text):
        return replace(clause, asks=False)
    if clause.asks or clause.others:
        return clause
    text = clause.text
    money, _ = find_money(clause)
    if (
        has_cue("takes_back", text)
        or has_cue("approval", text)
        or _INDIFFERENT.search(text)
        or _NO_PLAN.search(text)
        or (money and money.kind == "target")
    ):
        return clause
    asks = bool(_COMMAND.match(text)) and not opens_with_role(text, known_roles(text))
    asks = asks or bool(_WONDERS.search(text) and asked_for(text))
    wishes = _WISH.match(text) and not _LOOKS_FOR.match(text)
    asks = asks or bool(asked_for(text) and not _SELF.match(text) and not wishes)
    asks = asks or bool(_OFFERED.search(text) and not _INTRODUCES.search(text))
    return replace(clause, asks=asks, requests=asks)


@lru_cache(maxsize=256)
def asked_for(text: str) -> tuple[str, ...]:
    """The intents that the words of a clause give away, without the words of the roles it names ("market analyst")."""
    for role in reversed(known_roles(text)):
        if " " in role.text:
            text = f"{text[: role.start]}job{text[role.end :]}"
    return tuple(cued_intents(text))


def as_told(clause: Clause) -> Clause:
    """A clause whose facts are read: who asks for a plan tells what it is for ("make me a plan: cook to baker, Reno")."""
    if clause.requests and "plan" in asked_for(clause.text):
        return replace(clause, asks=False)
    return clause


def route(clause: Clause, content: Content) -> list[Asked]:
    """The intents of one clause, at least one; "none" for words that say nothing a coach acts on."""
    text = clause.text
    if has_cue("injection", text):
        return [Asked("outside", clause)]
    kind = cued_small_talk(text)
    if kind and not content.roles:
        return [Asked("small_talk", clause, kind)]
    to_library = clause.asks and has_cue("library", text)
    if to_library or (has_cue("outside", text) and not _is_about_work(text, content)):
        return [Asked("documents" if to_library else "outside", clause)]
    cued = _cued(clause, content)
    if cued == ["documents"] and not (content.roles or content.skills or content.topic):
        scores = scored(masked(text, content))
        outside = scores["outside"] > scores["documents"] and not in_library(text)
        cued = ["outside"] if outside else cued
    if cued:
        return [Asked(intent, clause) for intent in cued]
    if content.facts and (not clause.asks or (_COMMAND.match(text) and not content.roles)):
        return [Asked("profile", clause)]
    return [_nearest(clause, content)]


def _cued(clause: Clause, content: Content) -> list[str]:
    """Cues count in what is asked for; in what is told only those that no fact explains."""
    found = [*asked_for(clause.text)]
    if clause.asks or _WONDERS.search(clause.text):
        kept = found
    elif _SELF.match(clause.text) or content.facts or clause.others:
        kept = [
            intent
            for intent in found
            if intent in _TOLD_ASKING and (intent != "comparison" or _WEIGHS.search(clause.text))
        ]
    else:
        kept = [] if _INDIFFERENT.search(clause.text) else found
    if (clause.others and not clause.asks) or (has_cue("takes_back", clause.text) and content.facts):
        kept = []
    if content.pays and clause.asks and not kept:
        kept = ["salary"]
    if "plan" in kept and _NO_PLAN.search(clause.text):
        kept.remove("plan")
    return _reconciled(kept, content, clause)


def _reconciled(found: list[str], content: Content, clause: Clause) -> list[str]:
    """Of cues that name one thing twice the more telling one stays."""
    kept = list(dict.fromkeys(found))
    several = len(content.roles) > 1 or len(content.places) > 1
    text = masked(clause.text, content)
    if "comparison" in kept and not several and not has_cue("leans", text):
        kept.remove("comparison")
    if (
        several
        and re.search(
            r"\b(?:or|which of|differ|as (?:much|many|well|good) as|vs\.?|versus|better|than|between|compare\w*|both)\b",
            text,
            re.IGNORECASE,
        )
        and "comparison" not in kept
        and (clause.asks or kept)
    ):
        kept.append("comparison")
    if re.search(r"\bdiffer(?:s|ence|ent)?\b", text, re.IGNORECASE) and not {"salary", "market"} & set(kept):
        return ["documents"]
    if "documents" in kept and len(kept) > 1:
        kept.remove("documents")
    if "plan" in kept and "roadmap" in kept:
        kept.remove("roadmap")
    if "market" in kept and "salary" in kept and not re.search(r"\b(?:and|or|plus|also)\b|,", text):
        kept.remove(
            "salary"
            if re.search(
                r"\b(?:demand|market|openings|growing|hiring|where|states?|cit(?:y|ies)|metros?|regions?)\b",
                text,
                re.IGNORECASE,
            )
            else "market"
        )
    return kept


def _is_about_work(text: str, content: Content) -> bool:
    """A role with words of pay, demand or learning is inside whatever else is named ("do film editors earn well")."""
    return (
        bool(content.roles)
        and any(intent in ("salary", "market", "roadmap", "plan") for intent in asked_for(text))
        and not re.match(
            r"(?:write|tell|sing|make up|compose)\b.*\b(?:poem|song|joke|story|limerick|haiku|rap)\b",
            text,
            re.IGNORECASE,
        )
    )


def _nearest(clause: Clause, content: Content) -> Asked:
    scores = scored(masked(clause.text, content))
    if not re.search(r"\b(?:plan|draft|roadmap|start|ready)\b", clause.text, re.IGNORECASE):
        scores.pop("plan")  # a plan is only drafted when one is spoken of
    best = max(scores, key=lambda intent: scores[intent])
    if scores[best] < NEAR_ENOUGH:
        best = "none" if not clause.asks else "outside"
    inside = {intent: score for intent, score in scores.items() if intent != "outside"}
    if (
        best == "outside"
        and (content.roles or content.skills)
        and scores["outside"] < max(inside.values()) + LEAD
    ):
        best = max(inside, key=lambda intent: inside[intent])
    if (
        content.topic
        and _LEANS.match(clause.text)
        and best.startswith(("outside", "small_talk", "none", "profile", "review"))
    ):
        return Asked("documents", clause)
    aside = best.startswith(("outside", "small_talk", "none")) and scores.get(best, 0.0) < SURE
    if clause.asks and aside and len(clause.text.split()) > 2 and in_library(clause.text):
        return Asked("documents", clause)
    intent, _, kind = best.partition("/")
    if intent == "outside" and len(clause.text.split()) <= 2:
        intent = "none"  # "good?" leans on what was said and is no subject of its own
    if clause.asks and intent in ("profile", "review", "none"):
        intent = "documents" if content.roles or content.skills else "none"
    # Without a word that asks for it, what is told calls no tool.
    if not clause.asks and intent in _CALLING:
        intent = "none"
    return Asked(intent, clause, kind or None)


def in_library(text: str) -> bool:
    """Whether a question is much nearer to those that the embedded library answers than to all the rest."""
    from tools.documents.embedder import built_in
    from tools.documents.shipped import question_scope

    embedder = built_in()
    return question_scope(embedder).lean(embedder.embed([text])[0])[0] > LEANS


def scored(text: str) -> dict[str, float]:
    """How near `text` is to each intent: the mean cosine of its nearest examples."""
    import numpy as np

    from tools.documents.embedder import embed

    labels, vectors = example_vectors()
    nearness = vectors @ embed([text])[0]
    by_intent: dict[str, list[float]] = {}
    for label, score in zip(labels, nearness, strict=True):
        by_intent.setdefault(label, []).append(float(score))
    return {intent: float(np.mean(sorted(found)[-NEIGHBOURS:])) for intent, found in by_intent.items()}


def masked(text: str, content: Content) -> str:
    """The text with its roles, places and skills replaced by what stands for them in the examples."""
    for name, found in (("role", content.roles), ("place", content.places), ("skill", content.skills)):
        for written in found:
            text = re.sub(rf"\b{re.escape(written)}\b", MASKS[name], text, flags=re.IGNORECASE)
    return text
