"""What the words around a role say of it: that the person holds it, wants it, left it or refuses it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from agent.policy.offline.understanding.cues import spaced
from agent.policy.offline.understanding.phrases import (
    Mention,
    cleaned,
    is_work,
    names_work,
    opens_with_role,
    phrase_at,
    phrase_before,
)
from agent.policy.offline.understanding.places import is_place
from agent.policy.offline.understanding.trades import ends_title, is_trade
from prompts import words

_DENIED = {"wanted": "unwanted", "held": "refused"}
# The later one speaks where two cues end at one place.
_RANK = ("named", "held", "wanted", "unwanted", "refused", "left")
FARTHEST = 8  # words between a cue and the role it speaks of
_DOING = re.compile(r"\w+ing\b", re.IGNORECASE)  # "I'm planning to..." is no planner
_IS = re.compile(
    r"(?:i'?m|i am|am|been|we're|i've been|i have been)(?: \w+ly| still| now| just| also)*", re.IGNORECASE
)
_AS = re.compile(r"(?:as|work|job|position|role|career)\b", re.IGNORECASE)
_VERB_FOLLOWS = re.compile(
    r"\b(?:want|like|love|need|hope|hoping|plan\w*|going|try\w*|aim\w*|wish|rather|have) to\s*$",
    re.IGNORECASE,
)
_PRONOUN = re.compile(r"\b(?:i|you|he|she|they|we|it)\b|'(?:re|m|ve|ll)\b", re.IGNORECASE)
_ACTS = re.compile(
    r"\s+(?:is|are|was|were|called|says?|said|told|asked|offered|makes?|earns?|gets?|pays?|does|do|can|will|has|have|had|who|that|thinks?|wants?)\b",
    re.IGNORECASE,
)
_TRAINED = re.compile(r"\w(?:ist|ician|grapher|smith|wright)$", re.IGNORECASE)
_ARTICLE = re.compile(r"\b(?:an?|the)\s*$", re.IGNORECASE)
_INTRODUCED = re.compile(r"(?:i'?m|i am|am|as|we're)\b", re.IGNORECASE)
_PRAISE = re.compile(
    r"\s*(?:(?:pretty|really|fairly|very|quite) )?(?:decent|good|great|bad|terrible|lousy|natural|born|poor|fast)\b",
    re.IGNORECASE,
)
_STANDS_ALONE = re.compile(r"(?:^|[,:;(.-]|\b(?:years?|yrs?|yoe))\s*(?:(?:an?|and|&)\s+)?$", re.IGNORECASE)
_NEGATED = re.compile(
    r"\b(?:not|don't|do not|no longer|never|doesn't|isn't|wouldn't|won't|can't|instead of|rather than|stop|quit|without)(?: \w+){0,3}\W*$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Standing:
    """A role as it is kept, what is said of it, and whether titles know it or only its wording vouches for it."""

    role: str
    says: str
    start: int
    known: bool = True


@dataclass(frozen=True)
class _Cue:
    says: str
    start: int
    end: int
    vouches: bool = False


def standings(text: str, roles: list[Mention]) -> list[Standing]:
    """What a clause about the person says of each role it names, in order."""
    cues = list(_cues_in(text))
    found = list(_of_known(text, roles, cues))
    held = {each.says for each in found}
    unknown = [each for each in _of_unknown(text, roles, cues) if each.says not in held]
    if not found and not unknown and (opening := _opening(text)):
        unknown = [Standing(cleaned(opening), "named", 0, known=False)]
    return sorted([*found, *unknown], key=lambda each: each.start)


def _opening(text: str) -> str | None:
    """Words that open a fragment and sound like a role, though no title holds them ("church organist, 31 years")."""
    phrase = phrase_at(text, 0, [])
    if phrase is None or not names_work(phrase) or is_place(phrase) or _PRONOUN.search(phrase):
        return None
    if " " not in phrase or not (ends_title(phrase) or _TRAINED.search(phrase)):
        return None
    rest = text[text.find(phrase) + len(phrase) :]
    return phrase if re.match(r"\s*(?:$|[,.;:(@/|]|(?:in|at|from|near|with|for|out of)\b)", rest) else None


def wishes(text: str) -> bool:
    """Whether something is wished for at all."""
    return any(cue.says == "wanted" for cue in _cues_in(text))


def _of_known(text: str, roles: list[Mention], cues: list[_Cue]) -> Iterator[Standing]:
    since, wished = 0, False
    for index, role in enumerate(roles):
        before = [cue for cue in cues if since <= cue.start and cue.end <= role.start]
        until = roles[index + 1].start if index + 1 < len(roles) else len(text)
        since = role.end
        cue = _speaking(text, role, _nearest(text, before, wished=wished), _after(text, role, until))
        if cue is None and _stands_alone(text, role, roles) and not _is_plural(role.text):
            cue = _Cue("named", role.start, role.start)  # nothing else is said of it
        phrase = _phrase(text, role, cue, roles) if cue else None
        if cue and phrase and names_work(phrase) and not is_place(phrase):
            wished = wished or cue.says == "wanted"
            yield Standing(cleaned(phrase), cue.says, min(cue.start, role.start))


def _nearest(text: str, before: list[_Cue], *, wished: bool) -> _Cue | None:
    """The cue that ends nearest to the role; what goes before says what "as" means ("I want steady work as a cook")."""
    cue = max(before, key=lambda each: (each.end, _RANK.index(each.says), -each.start), default=None)
    if (
        cue
        and _AS.match(text[cue.start : cue.end])
        and (wished or any(each.says == "wanted" for each in before))
    ):
        return replace(cue, says="wanted")
    return cue


def _speaking(text: str, role: Mention, before: _Cue | None, after: _Cue | None) -> _Cue | None:
    """Of the cues around a role the one that speaks of it: the one before, if nothing parts them."""
    gap = text[before.end : role.start] if before else ""
    if before is None or not _reaches(gap, before) or (after and "," in gap):
        return after
    return before


def _phrase(text: str, role: Mention, cue: _Cue, roles: list[Mention]) -> str | None:
    """The role with the words that belong to it; None where the words before it name something else."""
    if cue.says == "named":
        return phrase_before(text, role.end, [role], any_words=True)
    if cue.says == "held" and _PRAISE.match(text, cue.end):
        return None  # "I'm a pretty good cook" is no job
    whole = phrase_at(text, cue.end, roles) if cue.end <= role.start else None
    if whole and role.text.casefold() in whole.casefold():
        if _DOING.match(whole) and re.search(r"\s(?:the|an?|my)\s", whole):
            return None  # "running the front desk" is no name
        if role.field or names_work(whole):
            return whole
    return phrase_before(text, role.end, [role])


def _of_unknown(text: str, roles: list[Mention], cues: list[_Cue]) -> Iterator[Standing]:
    """Words that no title holds, where the wording before them names a role ("to be a dragon trainer")."""
    strongest = {cue.end: cue for cue in sorted(cues, key=lambda each: _RANK.index(each.says))}
    for cue in strongest.values():
        phrase = phrase_at(text, cue.end, roles)
        end = cue.end + len(phrase or "")
        if (
            phrase
            and cue.says != "named"
            and not any(role.start < end and cue.end < role.end for role in roles)
            and not any(cue.end < other.end <= end + 1 for other in cues)
            and _is_role(text, cue, phrase)
            and not is_place(phrase)
        ):
            yield Standing(cleaned(phrase), cue.says, cue.start, known=False)


def _is_role(text: str, cue: _Cue, phrase: str) -> bool:
    """Whether words that no title holds may be a role behind this cue."""
    if cue.says in ("refused", "unwanted"):
        return names_work(phrase)
    if cue.says == "held" and _PRAISE.match(text, cue.end):
        return False
    done = _DOING.match(phrase) and _IS.fullmatch(text[cue.start : cue.end].strip())
    if (names_work(phrase) and (" " in phrase or ends_title(phrase))) or (is_trade(phrase) and not done):
        return True
    if _VERB_FOLLOWS.search(text[: cue.end]) and not cue.vouches:
        return False  # "I want to double..."
    article = bool(_ARTICLE.search(text[: cue.end]))
    if cue.vouches:
        # "To be a seamer", but not "to be exact".
        return is_work(phrase, strong=article or " " in phrase or not phrase.islower())
    # "I'm a combat medic": the last word ends a title.
    introduced = _INTRODUCED.match(text[cue.start : cue.end])
    return bool(article and introduced) and ends_title(phrase) and is_work(phrase, strong=True)


def _stands_alone(text: str, role: Mention, roles: list[Mention]) -> bool:
    """Whether a role, with the words that narrow it, opens the text or what a comma parts from the rest."""
    whole = phrase_before(text, role.end, [role], any_words=True) or role.text
    before = text[: role.end - len(whole)]
    if _ACTS.match(text, role.end):
        return False  # "the recruiter called me"
    return bool(_STANDS_ALONE.search(before)) or (role is roles[0] and opens_with_role(text, roles))


def _is_plural(role: str) -> bool:
    from tools.oews.wording import title_key

    return title_key(role.rsplit(maxsplit=1)[-1]) != role.rsplit(maxsplit=1)[-1].lower()


def _reaches(gap: str, cue: _Cue) -> bool:
    if gap.rstrip().endswith(":"):
        return cue.says in ("wanted", "held")
    return len(gap.split()) <= FARTHEST and not _pattern("before", "parting").search(gap)


def _cues_in(text: str) -> Iterator[_Cue]:
    """The cues of a text with the words that link them to a role; what is wanted or held but denied is refused."""
    for says in ("named", "held", "wanted", "refused", "left"):
        for match in _matches(says, text):
            denied = says in ("wanted", "held") and _NEGATED.search(text[: match.start()])
            end, vouches = _linked(text, match)
            yield _Cue(_DENIED[says] if denied else says, match.start(), end, vouches)


def _matches(says: str, text: str) -> Iterator[re.Match[str]]:
    """Each wording looked for by itself, so that a shorter one does not hide a longer."""
    for pattern in _patterns(says):
        yield from pattern.finditer(text)


def _linked(text: str, match: re.Match[str]) -> tuple[int, bool]:
    """Where a role begins behind the words that link it to its cue, and whether they vouch for any words."""
    end, vouches = match.end(), bool(_links("vouching").search(match[0]))
    while link := _links("all").match(text, end):
        # After "to" comes a verb ("my goal is to finish"), unless it is to be something.
        vouches = bool(link["sure"]) or (vouches and not link[0].endswith("to"))
        end = link.end()
    return end, vouches


def _after(text: str, role: Mention, until: int) -> _Cue | None:
    """The cue that follows right after the role."""
    for says in ("wanted", "refused"):
        pattern = _pattern("after", says).pattern
        if match := re.compile(rf"[\s,]*(?:{pattern})", re.IGNORECASE).match(text[:until], role.end):
            return _Cue(says, role.start, match.end())
    return None


@cache
def _patterns(says: str) -> list[re.Pattern[str]]:
    return [re.compile(spaced(each), re.IGNORECASE) for each in words("standing")["before"][says]]


@cache
def _pattern(side: str, says: str) -> re.Pattern[str]:
    return re.compile("|".join(map(spaced, words("standing")[side][says])), re.IGNORECASE)


@cache
def _links(name: str) -> re.Pattern[str]:
    table = words("standing")
    if name == "vouching":
        return re.compile(rf"\b(?:{table['vouching']})$", re.IGNORECASE)
    sure, loose = table["links"]["sure"], table["links"]["loose"]
    return re.compile(rf"[\s,]*(?:(?P<sure>{sure})|{loose}|an?|the)(?![\w'])", re.IGNORECASE)
