"""How well a skill is known, in the person's own phrase ("a bit of SQL", "5 years of Python")."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tools.roadmap.skills import SkillMention

# Where the words about one skill end and those about the next begin.
_PARTS = re.compile(
    r"[,;:.!?()\[\]|/&](?!\d)|\b(?:and|but|plus|or)\b|\b(?:with|have|has|got|bring)(?= (?:only|just|over|about|\d|an?\b|the|some|basic"
    r"|strong|solid|good|deep|advanced|limited|one|two|three|four|five|six|seven|eight|nine|ten)\b)",
    re.IGNORECASE,
)
# Words that say that something is known, not how well.
_OPENING = re.compile(
    r"^(?:i'm|i've|i'd|i|am|my|we|an?(?! (?:little|bit|touch|tad|few|couple))|the(?! (?:basics?|fundamentals))|have|has|had|knows?|got|get|also|already"
    r"|can|do|did|used?(?! to)|using|at|in|with|who|is|are|skills?|currently|now|worked|work|picked|up|learned|said|say|well|so|yes|ok)\b[ -]*",
    re.IGNORECASE,
)
LONGEST = 6  # words on either side of the name


def level_phrases(text: str, mentions: "list[SkillMention]", names: dict[int, str]) -> dict[str, str]:
    """The phrase for each of the skills told with a level. `names` gives the name kept for the mention at an offset."""
    found: dict[str, str] = {}
    before: tuple[SkillMention, str] | None = None
    for index, mention in enumerate(mentions):
        name = names.get(mention.start)
        if name is None or not (mention.level == "some" or mention.strong):
            continue
        since = mentions[index - 1].end if index else 0
        until = mentions[index + 1].start if index + 1 < len(mentions) else len(text)
        wordings = _wordings(text[since : mention.start], name, text[mention.end : until], before)
        phrase = next((each for each in wordings if _says_the_same(each, mention)), None)
        if phrase:
            found[name] = phrase
            before = mention, phrase
    return found


def _wordings(lead: str, name: str, tail: str, before: "tuple[SkillMention, str] | None") -> Iterator[str]:
    """Ways to put the level, the person's own first."""
    words = _PARTS.split(lead)[-1].strip()
    while opening := _OPENING.match(words):
        words = words[opening.end() :]
    after = _PARTS.split(tail.strip(" (:"))[0].strip()
    lead_words, tail_words = words.split()[-LONGEST:], after.split()[:LONGEST]
    if lead_words:
        yield " ".join([*lead_words, name])
    if tail_words:
        yield " ".join([name, *tail_words])
        yield " ".join([*lead_words, name, *tail_words])
    if before:
        # A list shares its level: "the basics of SQL and Docker".
        yield re.sub(re.escape(before[0].text), name, before[1], flags=re.IGNORECASE)
    yield f"some {name}"
    yield f"solid {name}"


def _says_the_same(phrase: str, mention: "SkillMention") -> bool:
    from tools.roadmap.skills import find_in_text

    found = find_in_text(phrase, skill_list=True)
    return len(found) == 1 and (found[0].level, found[0].strong) == (mention.level, mention.strong)
