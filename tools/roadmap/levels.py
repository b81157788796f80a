"""How well somebody says they know a skill, read from the words around its name."""

import re
from dataclasses import dataclass

from tools.roadmap.models import Have

_NOT = (
    r"(?:no|not|never|without|lack(?:ing|s)?|cannot|\w+n't|(?:do|does|did|ca|wo|have|has|had|is|are|was|could|would)nt|"
    r"zero|nor|neither|none of|0)"
)
NO = re.compile(
    rf"\b(?:{_NOT}|new to|missing|gaps?(?: in)?|except(?: for)?|other than|apart from|everything but|nothing about|"
    r"unfamiliar with|clueless about|hopeless (?:at|in|with)|useless (?:at|with)|ignorant of|skipped|no idea (?:about|of))\b(?!\s+(?:only|just|merely|a problem|problem))",
    re.IGNORECASE,
)
NOT_A_DENIAL = re.compile(
    r"\b(?:not (?:only|just)|no problems?|no issues?|(?:do not|don'?t) (?:just|only)|"
    r"(?:not|don'?t know|n'?t know) (?:if|whether|how|what|why|which|when|where)|no doubt|why not|n'?t mind|"
    r"n'?t (?:it|you|we|they|i)\b)",
    re.IGNORECASE,
)
SOME = re.compile(
    r"\b(?:a (?:bit|little|touch|tad|smattering|pinch|dash|handful)|bits? of|some(?! (?:day|time|point|where|one))|somewhat|basics?|basic|beginner(?:'s)?|"
    r"elementary|rudimentary|little|rusty|dabbl\w+|tinker\w+|played (?:with|around)|playing (?:with|around)|"
    r"touch(?:ed)? on|started|starting|beginning|intro(?:duction)?(?: to)?|getting into|"
    r"(?:currently |am |i'm |been |still )(?:learning|studying)|^\s*(?:learning|studying)(?= )|brush(?:ed|ing)? up|picking up|weak|shaky|limited|bad at|poor(?:ly)?|terrible|awful|"
    r"hardly|barely|fundamentals of|entry[- ]level|novice|superficial|passing|so-so|"
    r"(?:a few|few|couple of|[1-9]|two|three) (?:days|weeks)|forgot(?:ten)?|learning:|heard of|hello[- ]world)(?!\w)",
    re.IGNORECASE,
)
SOFT_DENIAL = re.compile(
    rf"\b{_NOT}\b[^,.;]{{0,25}}\b(?:much|very|really (?:good|strong|deep)|an expert|expert|fluent|great|good|strong|deep(?:ly)?|"
    r"advanced|a lot|lots|well|enough|comfortable|confident|too)\b",
    re.IGNORECASE,
)
YES = re.compile(
    r"\b(?:know|knows|have|has|having|had|use|uses|used|using|work(?:ed|ing)?|built|build|write|writing|wrote|speaks?|good|great|decent|okay|handy|capable|adept|comfortable|"
    r"confident|skilled|competent|love|like|i do|did|done|experience|experienced|familiar|learned|learnt|taught|"
    r"mastered|certified|shipped|ran|run|maintain\w*|program(?:med)?|cod(?:e|ed|ing)|already|intermediate|finished|completed|can)\b",
    re.IGNORECASE,
)
STRONG = re.compile(
    r"\b(?:expert|expertise|solid|strong(?:ly)?|fluent|advanced|senior|deep(?:ly)?|proficien\w*|master(?:y|ed)?|extensive\w*|"
    r"years? of|years?'? (?:of )?experience|yrs?|excellent|very (?:good|well|strong)|seasoned|heavy|heavily|daily|professional(?:ly)?|a lot of|lots of)\b",
    re.IGNORECASE,
)
WANTED = re.compile(
    r"\b(?:(?:want|need|like|plan|hope|wish|try(?:ing)?|going|love|have|keen|eager|ready|looking|how|time|decided|aim)(?:ing)? to "
    r"(?:\w+ )?(?:learn|study|know|get|pick|master|move|switch|break|become|understand|dive|go|start)|"
    r"(?:should|shall|must|could|can|will|would|let me|let's|gonna|wanna|i'll) (?:i |we |you )?(?:\w+ )?(?:learn|study|pick up|teach me)|"
    r"^\s*(?:learn|study|teach me)|interested in|curious about|get(?:ting)? into|learn(?= )|path to|roadmap (?:to|for)|plan for)\b",
    re.IGNORECASE,
)
YEARS = re.compile(r"(\d+(?:\.\d+)?)\s*\+?\s*(?:-\s*\d+\s*)?(?:years?|yrs?|y\b)", re.IGNORECASE)
AFTER = re.compile(
    r"^\s*[(:?,\-\u2013\u2014]*\s*(?:is |was |are |i(?:'m| am|'ve| have)? |which |that |it'?s |skills |experience |knowledge )*(?P<cue>"
    r"not at all|not yet|not really|not so much|not much|new territory|foreign to me|unknown to me|a mystery|something i|none\b|no\b(?= (?:experience|knowledge|skills?|clue|idea|exposure)\b|\s*[.,;:!)]|\s*$)|nothing|zero|never|new to me|missing|"
    r"(?:is|are)n'?t|don'?t|didn'?t|haven'?t|can'?t|cannot|lack|"
    r"a (?:bit|little)\b|some\b|basics?\b|beginner|rusty|weak|so-so|shaky|learning|"
    r"intermediate|advanced|expert|fluent|strong|solid|proficient|daily|much\b|well\b|very well|a lot\b|enough\b|"
    r"for \d+|\d+\+?\s*(?:years|yrs|y\b)|since (?:19|20)\d\d|for years)",
    re.IGNORECASE,
)
EXCEPTION = re.compile(r"except|other than|apart from|besides|outside", re.IGNORECASE)
LOOKING_BACK = re.compile(
    r"^[\w ]{0,25}[,;:\u2013-]?\s*(?:but |though |although )?(?:i |i've |i have |i'm )?"
    r"(?:(?P<none>never|don't|do not|can't|haven't|have not|didn't|not yet)|(?P<some>barely|hardly|not|forgot\w*|rusty))\b"
    r"[^.;,]{0,30}\b(?:it|them|that|those|any of it|much of it)\b",
    re.IGNORECASE,
)
CLOSED = re.compile(r"[,.;!?)\n/&]|\b(?:and|or|but|plus)\b", re.IGNORECASE)
CLAUSE_DONE = re.compile(
    r"\s*(?:of )?(?:experience|at all|yet|years?|yrs?|only|skills?)?\s*(?:[).,;!?\n]|$)", re.IGNORECASE
)
QUESTION = re.compile(
    r"^\W*(?:and |so |or |ok |okay |hi |hey |but )*(?:"
    r"(?:do|does|should|shall|is|are|will|would|must|could|can|did|am) (?:i|you|we|it|they|a|an|the|there|this|that)\b|"
    r"(?:what|how|which|why|when|where)(?:'s)? (?:is|are|do|does|should|would|can|will|could|must|about|much|many)\b)",
    re.IGNORECASE,
)
JOINT = re.compile(
    r"^\s*(?:/|\+|&|,?\s*(?:and|or|nor|as well as|plus)\b)\s*(?:with |in |of |the )?\s*$", re.IGNORECASE
)
COMMA = re.compile(r"^\s*(?:[,/|•·]|,\s*(?:and|or|nor))\s*$", re.IGNORECASE)


_PARTLY = re.compile(
    r"a (?:bit|little)|some|basic|beginner|rusty|weak|so-so|shaky|learning|not really|not so much|not much"
)


@dataclass(frozen=True, slots=True)
class Level:
    """What the words say. `strong` is years of it or a word like "solid"; `wanted` means they want to learn it."""

    have: Have = "yes"
    strong: bool = False
    wanted: bool = False
    spoken: bool = False
    determiner: bool = False


def read_lead(lead: str, before: Level, *, rest: str) -> Level:
    """The level that `lead`, the words since the mention before in the clause, gives to the next mention.

    `before` is that mention's level: lists share it. `rest` is what follows in the clause.
    """
    if JOINT.match(lead):
        return before
    if COMMA.match(lead):
        carries = before.have == "no" and not before.determiner
        listed = before.have == "no" and re.search(r"\b(?:or|nor)\b", rest, re.IGNORECASE)
        return before if carries or listed or before.wanted else Level(strong=False)
    return _read_words(lead, rest) or (
        before if before.spoken and before.have == "no" and "," not in lead else Level()
    )


def _read_words(lead: str, rest: str) -> Level | None:
    if QUESTION.match(lead):
        return Level()
    words = NOT_A_DENIAL.sub(" ", lead)
    if SOFT_DENIAL.search(words):
        return Level("some", spoken=True)
    if denial := _last(NO, words):
        after = words[denial.end() :]
        if EXCEPTION.match(denial.group()) and NO.search(rest):
            return _read_claim(after) or Level(spoken=True)
        if not (re.search(r",|\b(?:and|but)\b", after) and YES.search(after)):
            return _denied(denial.group().lower(), after)
        words = after
    return _read_claim(words)


def _denied(denial: str, after: str) -> Level:
    """A denial holds for a whole list when it has a verb ("don't know A, B"), else up to the next comma."""
    bare = denial in {"no", "not", "without", "zero", "0"}
    have: Have = "some" if denial in {"no", "not"} and SOME.search(after) else "no"
    return Level(have, spoken=True, determiner=bare and not YES.search(after))


def _read_claim(words: str) -> Level | None:
    if SOME.search(words):
        return Level("some", spoken=True)
    if STRONG.search(words) or _years(words) >= 2:
        return Level("yes", strong=True, spoken=True)
    if WANTED.search(words):
        return Level("no", wanted=True, spoken=True)
    return Level("yes", spoken=True) if YES.search(words) else None


def read_tail(tail: str, level: Level, *, another_follows: bool) -> tuple[Level, int]:
    """The level corrected by `tail`, the words up to the next mention: "Python (5 years)", "Docker: none".

    Returns the level and how many characters of the tail spoke of it. With `another_follows`, a cue that leads
    straight into the next mention belongs to that one.
    """
    if not another_follows and (back := LOOKING_BACK.match(tail)):
        return Level("no" if back.group("none") else "some", spoken=True), back.end()
    found = AFTER.match(tail)
    if not found or (another_follows and not CLOSED.search(tail, found.end())):
        return level, 0
    if tail.lstrip().startswith(",") and not CLAUSE_DONE.match(tail, found.end()):
        return level, 0
    return _read_cue(found.group("cue").lower(), tail[: found.end() + 12], level), found.end()


def _read_cue(cue: str, tail: str, level: Level) -> Level:
    denied = level.have == "no" and level.spoken
    if cue == "something i":
        return Level("no", spoken=True, wanted=True)
    if re.match(r"for \d+|\d|since|for years", cue):
        strong = _years(tail) >= 2 or cue.startswith(("since", "for years"))
        holds = (_years(tail) or strong) and not (denied and not cue[0].isdigit())
        return Level("yes", strong=strong, spoken=True) if holds else level
    if cue in {"much", "well", "very well", "a lot", "enough"}:
        return Level("some", spoken=True) if denied else level
    if re.match(r"intermediate|advanced|expert|fluent|strong|solid|proficient|daily", cue):
        return Level("yes", strong=cue != "intermediate", spoken=True)
    return Level("some" if _PARTLY.match(cue) else "no", spoken=True)


def _years(text: str) -> float:
    found = YEARS.search(text)
    return float(found.group(1)) if found else 0.0


def _last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    return next(reversed(list(pattern.finditer(text))), None)
