"""Whether one statement is held by what it cites: every number, and with it place, date, statistic and subject."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

from agent.grounding.binding import consistent
from agent.grounding.derived import is_difference
from agent.grounding.grounds import FigureGround, PassageGround, grounds_of
from agent.grounding.naming import find_strangers, words_of
from agent.grounding.person import is_said_by_person, is_told, profile_texts
from agent.grounding.quantities import Quantity
from agent.grounding.reading import Reading, read
from agent.grounding.schedule import Schedule
from agent.grounding.statements import Statement
from agent.grounding.statistics import FAMILIES
from agent.grounding.tokens import Kind, Token, covered
from agent.models import Profile
from tools.evidence import Evidence

Candidate = FigureGround | PassageGround
_KINDS: tuple[Kind, ...] = ("place", "period", "subject", "statistic")
_MOST_CHOICES = 256
_MULTIPLE = re.compile(
    r"\b(?:twice|thrice|doubled?|doubles|tripled?|triples|quadrupled?|(?:two|three|four|five|ten) times|(?<!middle )half (?:as|of))\b",
    re.IGNORECASE,
)
_FULL_TIME = 40.0
_OWN_ROLE = re.compile(
    r"\b(?:as|as an?|from|to|towards?|your work as an?|becom\w+ an?|work as an?)\s+$", re.IGNORECASE
)


@dataclass(frozen=True)
class Checker:
    """What statements are held against: numbered evidence, the person's own numbers, the plan's own calendar.

    `names` are texts of the plan whose words, and numbers in names, may be repeated (skills, resources). `told` is
    money that the person named, as (unit, amount).
    """

    evidence: dict[str, Evidence]
    profile: Profile
    schedule: Schedule | None = None
    names: tuple[str, ...] = ()
    told: tuple[tuple[str, float], ...] = ()

    def problem(self, statement: Statement) -> str | None:
        """What is wrong with the statement, in words; None when nothing is."""
        missing = [name for name in statement.cites if name not in self.evidence]
        if missing:
            return f"it cites {', '.join(missing)}, which does not exist"
        cited = [self.evidence[name] for name in statement.cites]
        reading = read(statement, cited)
        if self.schedule is not None:
            wrong = self.schedule.problem(reading.text, reading.periods)
            if wrong:
                return wrong
        held: list[tuple[Quantity, list[Candidate]]] = []
        words = words_of(reading.text, *statement.context)
        for item in reading.quantities:
            if self._is_own(item, reading.text, cited):
                continue
            grounds = [
                ground for source in cited for ground in grounds_of(source) if ground.holds(item, words)
            ]
            if grounds:
                held.append((item, grounds))
            elif not is_difference(item, reading, cited, self.told):
                return f"nothing it cites holds {item.text}" if cited else f"it cites nothing for {item.text}"
        return self._conflict(held, reading, cited)

    @property
    def hours_in_two_weeks(self) -> float:
        """The person's hours for two weeks; where they named none, those that a roadmap assumed, else a full-time load."""
        if self.profile.hours_per_week:
            return 2 * float(self.profile.hours_per_week)
        figures = [figure for item in self.evidence.values() for figure in item.figures]
        assumed = [float(figure.value) for figure in figures if figure.unit == "hours/week"]
        return 2 * max(assumed, default=_FULL_TIME)

    def _is_own(self, item: Quantity, text: str, cited: Sequence[Evidence]) -> bool:
        """A number of the person's, of the plan's own schedule, or part of a name ("Python 3")."""
        if is_said_by_person(item, text, self.profile) or is_told(item, self.told):
            return True
        if self.schedule is not None and self.schedule.holds(item, text):
            return True
        known = [*profile_texts(self.profile), *self.names, *(source.text for source in cited)]
        return item.unit == "count" and _is_in_name(item, text, known)

    def _conflict(
        self, held: list[tuple[Quantity, list[Candidate]]], reading: Reading, cited: Sequence[Evidence]
    ) -> str | None:
        """Whether one choice of figures goes with everything the sentence names."""
        if not held:
            return None
        multiple = _MULTIPLE.search(reading.text)
        if multiple and not covered(multiple.start(), multiple.end(), reading.statistics):
            return f"nothing it cites holds “{multiple[0]}”"
        tokens = self._tokens(reading, cited)
        items = [item for item, _ in held]
        failed: Kind = "statistic"
        for number, choice in enumerate(product(*(grounds for _, grounds in held))):
            conflict = _first_conflict(items, choice, tokens)
            if conflict is None:
                return None
            failed = conflict
            if number >= _MOST_CHOICES:
                break
        said = ", ".join(token.text for token in tokens[failed])
        if not said:
            return f"it names no {failed} for {items[0].text}"
        return f"{said} is not the {failed} of the figure it cites"

    def _tokens(self, reading: Reading, cited: Sequence[Evidence]) -> dict[Kind, list[Token]]:
        known = words_of(
            *(text for source in cited for text in _texts(source)), *profile_texts(self.profile), *self.names
        )
        strangers = find_strangers(reading.text, known)
        taken = [*reading.places, *reading.subjects]
        places = [*reading.places, *(token for token in strangers if not _within(token, taken))]
        periods = [token for token in reading.periods if not self._is_own_day(token)]
        return {
            "statistic": reading.statistics,
            "place": sorted(places, key=lambda token: token.start),
            "period": periods,
            "subject": _without_skills(
                _without_counted(self._without_own_roles(reading), reading), reading, cited
            ),
        }

    def _is_own_day(self, token: Token) -> bool:
        period = token.period
        return bool(self.schedule and period and period.day and self.schedule.is_own_day(period))

    def _without_own_roles(self, reading: Reading) -> list[Token]:
        """Leave out roles as in "As a nurse you...": that names the person, not the subject of a figure."""
        own = {role.lower() for role in (self.profile.current_role, self.profile.target_role) if role}
        return [
            token
            for token in reading.subjects
            if token.start < 0
            or token.text.lower().removesuffix("s") not in own
            or not _OWN_ROLE.search(reading.text[: token.start])
        ] or reading.subjects


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

    names = (re.escape(skill.name) for skill in skills().values())
    spans = [match.span() for match in re.finditer("|".join(names), reading.text)]
    return [
        token
        for token in tokens
        if not any(start <= token.start and token.end <= end for start, end in spans)
    ]


def _first_conflict(
    items: Sequence[Quantity], choice: Sequence[Candidate], tokens: dict[Kind, list[Token]]
) -> Kind | None:
    """The first kind of token that cannot be dealt out to these figures."""
    for kind in _KINDS:
        for indexes, own in families(items, kind, tokens[kind]):
            spans = [(items[index].start, items[index].end) for index in indexes]
            chosen = [choice[index] for index in indexes]
            if not consistent(
                spans,
                own,
                lambda place, token, chosen=chosen: chosen[place].rate(token),  # type: ignore[misc]
                lambda place, chosen=chosen, kind=kind: chosen[place].needs(kind),  # type: ignore[misc]
            ):
                return kind
    return None


def families(
    items: Sequence[Quantity], kind: Kind, tokens: list[Token]
) -> list[tuple[list[int], list[Token]]]:
    """Statistics describe numbers of their own unit only: a growth is in percent, a median in dollars."""
    if kind != "statistic":
        return [(list(range(len(items))), tokens)]
    families = []
    for name, values in FAMILIES.items():
        indexes = [index for index, item in enumerate(items) if _family(item) == name]
        families.append((indexes, [token for token in tokens if token.values & values]))
    return families


def _family(item: Quantity) -> str:
    return "money" if item.money else item.unit


def _is_in_name(item: Quantity, text: str, known: Sequence[str]) -> bool:
    """Whether the number stands beside the same word in a known text, or is part of a word of one ("18.06SC")."""
    word = text[item.start :].lstrip().split(maxsplit=1)[0]
    if word[-1].isalpha() and any(word in other.split() for other in known):
        return True
    before = re.search(r"([\w+#.-]+)\s*$", text[: item.start])
    number = text[item.start : item.end].strip()
    if before is None:
        return False
    phrase = re.compile(rf"(?<!\w){re.escape(before[1])}\s+{re.escape(number)}(?![\w.,]*\d)", re.IGNORECASE)
    return any(phrase.search(other) for other in known)


def _texts(source: Evidence) -> list[str]:
    figures = [
        part for figure in source.figures for part in (figure.label, figure.subject, figure.place or "")
    ]
    origin = source.source
    return [source.text, *figures, origin.title, origin.publisher or "", origin.locator or ""]


def _within(token: Token, others: Sequence[Token]) -> bool:
    return any(other.start <= token.start and token.end <= other.end for other in others)
