"""What one turn knows while a message is read: the thread before it, its clauses and what they name."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date

from pydantic import JsonValue

from agent.models import Plan, Profile, ToolRequest, Understanding
from agent.policy.offline.understanding.asked import AskedRole, asked_roles
from agent.policy.offline.understanding.facts import Facts
from agent.policy.offline.understanding.places import named_places
from agent.policy.offline.understanding.references import placed, remembered, resolved
from agent.policy.offline.understanding.routing import Asked, Content, as_request
from agent.policy.offline.understanding.text import Clause, Message

_CHECKS = re.compile(
    r"(?:is (?:that|it|this) |still |really )?(?:still )?(?:true|so|correct|real|accurate)\W*", re.IGNORECASE
)


@dataclass(frozen=True)
class Before:
    """The thread before this message: the `draft` that waits and the `plan` that was delivered last among it.

    `asked` are the calls its last questions led to, `topic` their role, `recent` the roles spoken of, the latest last.
    """

    profile: Profile
    today: date
    understanding: Understanding | None = None
    draft: Plan | None = None
    plan: Plan | None = None
    topic: str | None = None
    asked: tuple[ToolRequest, ...] = ()
    recent: tuple[str, ...] = ()

    @property
    def waits(self) -> bool:
        """Whether a plan waits for approval."""
        return self.draft is not None

    @property
    def compared(self) -> list[str]:
        """The roles that the last question set side by side."""
        if self.understanding is None or "comparison" not in self.understanding.intents:
            return []
        return list(dict.fromkeys(str(call.args["role"]) for call in self.asked if call.args.get("role")))

    @property
    def places(self) -> list[str]:
        """Where the last questions were about."""
        return list(
            dict.fromkeys(str(call.args["location"]) for call in self.asked if call.args.get("location"))
        )


@dataclass(frozen=True)
class Part:
    """A clause with what it names."""

    clause: Clause
    roles: tuple[AskedRole, ...]
    places: tuple[str, ...]
    content: Content

    @property
    def text(self) -> str:
        return self.clause.text


@dataclass
class Turn:
    """The message, its parts, the facts told and the intents found in it; `after` is the profile with the facts."""

    message: Message
    before: Before
    after: Profile
    parts: list[Part] = field(default_factory=list)
    facts: Facts = field(default_factory=Facts)
    asked: list[Asked] = field(default_factory=list)
    about_plan: dict[str, JsonValue] = field(default_factory=dict)
    recent: list[str] = field(default_factory=list)

    def read(self, clauses: Iterable[Clause]) -> None:
        """Find what each clause names, or points back to."""
        self.recent, topic = [*self.before.recent], self.before.topic
        place = next(iter(self.before.places[-1:]), None)
        for said in clauses:
            clause = placed(said, place)
            part = read_part(as_request(resolved(clause, self.recent, None if self.before.waits else topic)))
            topic = next((role.text for role in part.roles if role.known), topic)
            self.recent = remembered(self.recent, [role.text for role in part.roles if role.known])
            self.parts.append(part)
        if len(self.parts) > 1:
            self.parts = _checked([_as_topic(part) for part in self.parts])

    def part_of(self, clause: Clause) -> Part:
        return next(part for part in self.parts if part.clause is clause)


def _checked(parts: list[Part]) -> list[Part]:
    """What is told only to ask whether it is so, is asked ("I heard cooks are in demand. Still true?")."""
    if not _CHECKS.fullmatch(parts[-1].text.strip()):
        return parts
    told = parts[-2]
    return [*parts[:-2], replace(told, clause=replace(told.clause, asks=True, others=False)), *parts[-1:]]


def _as_topic(part: Part) -> Part:
    """A question of nothing but a role names what the rest of the message is about ("Loan officer? What's that pay?")."""
    bare = re.sub(
        r"^(?:and|or|an?|the|maybe|what about|how about)\s+|\W+$", "", part.text, flags=re.IGNORECASE
    )
    if part.clause.asks and len(part.roles) == 1 and bare.casefold() == part.roles[0].text.casefold():
        return replace(part, clause=replace(part.clause, asks=False, supposes=True))
    return part


def read_part(clause: Clause) -> Part:
    """Find the roles, places and skills that a clause names."""
    from tools.roadmap.skills import find_in_text

    places = named_places(clause.text)
    roles = asked_roles(_without(clause.text, [(place.start, place.end) for place in places]))
    skills = [
        each
        for each in find_in_text(clause.text)
        if not any(each.text.casefold() in role.text.casefold() for role in roles)
    ]
    content = Content(
        roles=tuple(role.text for role in roles if role.known),
        places=tuple(place.text for place in places),
        skills=tuple(skill.text for skill in skills),
    )
    return Part(clause, tuple(roles), tuple(place.text for place in places), content)


def _without(text: str, spans: list[tuple[int, int]]) -> str:
    """A comma takes the place of what is cut, so that the words around it stay apart."""
    for start, end in reversed(spans):
        text = text[:start] + "," + " " * (end - start - 1) + text[end:]
    return re.sub(r"\s+", " ", text)
