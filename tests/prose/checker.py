"""Whether one statement is held by what it cites: every number, and with it place, date, statistic and subject."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice, product

from agent.grounding.dealing import consistent
from agent.grounding.grounds import NAMES, PERSON, Ground, texts_of
from agent.grounding.naming import Names, find_strangers, is_in_name, words_of
from agent.grounding.own import person_evidence, profile_texts
from agent.grounding.tokens import FAMILIES, Kind, Token, covered
from agent.models import Profile
from agent.plans.schedule import Schedule
from tests.prose.grounds import grounds_of, needs
from tests.prose.quantities import Quantity
from tests.prose.reading import Reading, read
from tools.evidence import Evidence

_MOST_CHOICES = 256
_MULTIPLE = re.compile(
    r"\b(?:twice|thrice|doubled?|doubles|tripled?|triples|quadrupled?|(?:two|three|four|five|ten) times|(?<!middle )half (?:as|of))\b",
    re.IGNORECASE,
)
_MILESTONES = re.compile(r"^\W*milestones?\b", re.IGNORECASE)
_OWN_ROLE = re.compile(
    r"\b(?:as|as an?|from|to|towards?|your work as an?|becom\w+ an?|work as an?)\s+$", re.IGNORECASE
)


@dataclass(frozen=True)
class Checker:
    """What statements are held against: numbered evidence, the person's own numbers, the plan's own calendar.

    `names` are texts of the plan whose words, and numbers in names, may be repeated (skills, resources). `person` is
    what they told of themselves as evidence; without it, what the profile holds.
    """

    evidence: dict[str, Evidence]
    profile: Profile
    schedule: Schedule | None = None
    names: tuple[str, ...] = ()
    person: Evidence | None = None

    def problem(self, text: str, cites: Sequence[str], context: Sequence[str] = ()) -> str | None:
        """What is wrong with a statement that names this evidence, in words; None when nothing is."""
        missing = [name for name in cites if name not in self.evidence]
        if missing:
            return f"it cites {', '.join(missing)}, which does not exist"
        cited = [self.evidence[name] for name in cites]
        reading = read(text, cited, context)
        if self.schedule is not None and (wrong := self.schedule.problem(reading.text)):
            return wrong
        held: list[tuple[Quantity, list[Ground]]] = []
        words = words_of(reading.text, *context)
        known = [*profile_texts(self.profile), *self.names, *(source.text for source in cited)]
        person = self.person or person_evidence(self.profile)
        for item in reading.quantities:
            if (self.schedule is not None and _is_of_plan(item, reading.text, self.schedule)) or (
                item.unit == "count" and _is_named(item, reading.text, known)
            ):
                continue
            grounds = grounds_of(item, reading.text, words, [*cited, person])
            if not grounds:
                return f"nothing it cites holds {item.text}" if cited else f"it cites nothing for {item.text}"
            if not any(ground.figures[0].evidence.id == PERSON for ground in grounds):
                held.append((item, grounds))
        return self._conflict(held, reading, cited)

    def _conflict(
        self, held: list[tuple[Quantity, list[Ground]]], reading: Reading, cited: Sequence[Evidence]
    ) -> str | None:
        """Whether one choice of figures goes with everything the sentence names."""
        multiple = _MULTIPLE.search(reading.text)
        if held and multiple and not covered(*multiple.span(), reading.names["statistic"]):
            return f"nothing it cites holds “{multiple[0]}”"
        names = self._names(reading, cited)
        items = [item for item, _ in held]
        kind: Kind | None = None
        for choice in islice(product(*(grounds for _, grounds in held)), _MOST_CHOICES):
            kind = contradicted(items, choice, names)
            if kind is None:
                return None
        if kind is None or not names[kind]:
            return f"it names no {kind} for {items[0].text}" if kind else None
        return f"{', '.join(token.text for token in names[kind])} is not the {kind} of the figure it cites"

    def _names(self, reading: Reading, cited: Sequence[Evidence]) -> Names:
        """What the sentence names of its figures: also names that nothing knows, and none of its own roles, skills and days."""
        known = words_of(*texts_of(cited), *profile_texts(self.profile), *self.names)
        subjects, places = reading.names["subject"], reading.names["place"]
        strangers = [
            token for token in find_strangers(reading.text, known) if not _within(token, [*places, *subjects])
        ]
        schedule = self.schedule
        return {
            "statistic": reading.names["statistic"],
            "place": sorted([*places, *strangers], key=lambda token: token.start),
            "period": [
                token
                for token in reading.names["period"]
                if not (schedule and token.period and token.period.day and schedule.is_own_day(token.period))
            ],
            "subject": _without_skills(
                _without_counted(self._without_own_roles(reading), reading), reading, cited
            ),
        }

    def _without_own_roles(self, reading: Reading) -> list[Token]:
        """Leave out roles as in "As a nurse you...": that names the person, not the subject of a figure."""
        own = {role.lower() for role in (self.profile.current_role, self.profile.target_role) if role}
        return [
            token
            for token in reading.names["subject"]
            if token.start < 0
            or token.text.lower().removesuffix("s") not in own
            or not _OWN_ROLE.search(reading.text[: token.start])
        ] or reading.names["subject"]


def contradicted(
    items: Sequence[Quantity],
    grounds: Sequence[Ground],
    names: Names,
) -> Kind | None:
    """The first kind of name that cannot be dealt out to numbers with these grounds, of what each needs to be named."""
    for kind, tokens in names.items():
        for indexes, own in _families(items, kind, tokens):
            mine = [grounds[index] for index in indexes]
            dealt = consistent(
                [items[index].start for index in indexes],
                own,
                lambda place, token, mine=mine: mine[place].rate(token),  # type: ignore[misc]
            )
            alone = [ground for ground in mine if len(ground.figures) == 1]
            unnamed = [
                ground
                for ground in alone
                if needs(ground.figures[0], kind) and all(ground.rate(token) != NAMES for token in own)
            ]
            if not dealt or unnamed:
                return kind
    return None


def _families(
    items: Sequence[Quantity], kind: Kind, tokens: list[Token]
) -> list[tuple[list[int], list[Token]]]:
    """Statistics describe numbers of their own unit only: a growth is in percent, a median in dollars."""
    if kind != "statistic":
        return [(list(range(len(items))), tokens)]
    units = ["money" if item.money else item.unit for item in items]
    return [
        (
            [index for index, unit in enumerate(units) if unit == name],
            [each for each in tokens if each.values & values],
        )
        for name, values in FAMILIES.items()
    ]


def _without_counted(tokens: list[Token], reading: Reading) -> list[Token]:
    """Leave out "AI engineers" in "AI engineers (counted as software developers)", where the tables count them so."""
    return [
        token
        for token in tokens
        if not any(
            reading.text[token.end : other.start] == " (counted as " and token.values & other.values
            for other in tokens
        )
    ]


def _without_skills(tokens: list[Token], reading: Reading, cited: Sequence[Evidence]) -> list[Token]:
    """In a sentence about a roadmap a role within a skill's name ("Workflow orchestration") is none."""
    if not tokens or all(source.kind != "roadmap" for source in cited):
        return tokens
    from tools.roadmap.tables import skills

    names = "|".join(re.escape(skill.name) for skill in skills().values())
    spans = [match.span() for match in re.finditer(names, reading.text)]
    return [
        token
        for token in tokens
        if not any(start <= token.start and token.end <= end for start, end in spans)
    ]


def _is_named(item: Quantity, text: str, known: Sequence[str]) -> bool:
    """Whether the number stands beside the same word in a known text, or is part of a word of one ("18.06SC")."""
    word = text[item.start :].lstrip().split(maxsplit=1)[0]
    if word[-1].isalpha() and any(word in other.split() for other in known):
        return True
    return is_in_name(text, item.start, item.end, known)


def _within(token: Token, others: Sequence[Token]) -> bool:
    return any(other.start <= token.start and token.end <= other.end for other in others)


def _is_of_plan(item: Quantity, text: str, schedule: Schedule) -> bool:
    """Hours, weeks and milestones as the plan itself counts them."""
    hours = [float(milestone.hours) for milestone in schedule.milestones]
    weeks = [milestone.end_week - milestone.start_week + 1 for milestone in schedule.milestones]
    own: dict[str, Sequence[float]] = {
        "hours": [*hours, sum(hours)],
        "weeks": [*weeks, *([schedule.weeks] if weeks else [])],
        "count": [len(hours)] if _MILESTONES.match(text[item.end :]) else [],
    }
    return any(item.equals(value) for value in own.get(item.unit, ()) if value or item.unit == "count")
