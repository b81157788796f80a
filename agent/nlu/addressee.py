"""To whom a text goes: the one person's name in a message, by how it is written and where it stands."""

import calendar
import re
from collections.abc import Iterable, Sequence
from functools import cache

import prompts
from agent.nlu.annotate import annotate
from agent.nlu.letters.signed import signed
from agent.nlu.mentions import Message
from tools.roadmap.skills import ordinary_words

_NO_NAME = (
    "I|He|She|It|They|We|You|Her|His|Him|My|Our|Your|Their|And|But|Or|So|The|A|An|This|That|If|As|Also|Please|Not|No|Yes|Ok|To|For|From|At|"
    "In|On|Of|Who|What|When|How|Why|Can|Could|Would|Will|Is|Are|Do|Does|Write|Draft|Send|Ask|Tell|Say|Put|Call|Add|Make|Use|Thank|Thanks|Hi|Dear"
)
_CAPITAL = rf"(?-i:(?!(?:{_NO_NAME})\b)[A-Z\u00c0-\u00de][\w\u00c0-\u024f-]*(?:['\u2019](?!s\b)\w+)?)"
_FORMAL = r"(?:dr|mr|mrs|ms|miss|prof|professor)"  # behind these any word is a name
# What they are stands between the word that says whom it goes to and the name: "to our shift manager, Paula".
_NOT_BETWEEN = r"(?:that|my|if|about|and|because|when|who|which|is|was|has|for|to|ask|asking|tell|saying)"
_BETWEEN = rf"(?:(?!{_NOT_BETWEEN}\b)[\w&/-]+,?\s+){{0,7}}?"
_GOES_TO = (
    r"to|for|tell|telling|ask|asking|email|text|txt|message|send|thank|thanking|remind|write|dear|named|called|names?|"
    r"supervisor|manager|mgr|boss|foreman|teacher|(?:name|boss|manager|director|supervisor|foreman|teacher|owner|principal|dispatcher|recruiter)(?:['\u2019]?s|\s+is)"
)
_BY_PRONOUN = re.compile(
    r"\b(?:write|text|tell|email|message|thank|ask|send|to)\s+(?:him|her)\b", re.IGNORECASE
)
_CALENDAR = frozenset(name for names in (calendar.month_name, calendar.day_name) for name in names if name)
_HOUSE = re.compile(
    r"(?:College|University|School|Hospital|Inc|LLC|Company|Center|Clinic|Bank|Church|Club|Hall|Co|HR|Human|Resources|Payroll|LinkedIn|I|OK|DON|CV)\b"
)
_IN_A_PLACE = re.compile(r"\b(?:at|of|from|in|near)\s+(?:the\s+)?$", re.IGNORECASE)
_TWO = re.compile(rf"\b(?P<first>{_CAPITAL})\s+(?:and|&)\s+(?P<second>{_CAPITAL})\b")
_TITLE_ALONE = re.compile(rf"\b(?P<title>{_FORMAL})\b(?!\.?\s*\w)", re.IGNORECASE)
_BESIDE = re.compile(r"\bwith\s+$", re.IGNORECASE)  # "it was with Denise Archuleta"
_BARE = re.compile(
    r"\b(?:its|it['\u2019]s|names?|name['\u2019]?s|name\s+is|called)\s+(?P<name>(?-i:[a-z]{2,}))(?=\s*(?:$|[,.!]))",
    re.IGNORECASE,
)
# "Wes, my foreman", "Renaldo at the casino"
_ROLE_BEHIND = re.compile(r",?\s+(?:(?:over\s+)?(?:at|from)\s+)?(?:my|our|the)\s+[a-z]+", re.IGNORECASE)
# What stands before a name that somebody is called by.
_CALLED = re.compile(
    r"\b(?:call(?:s|ed)?(?:\s+(?:him|her|them))?|by|as|names?|name(?:['\u2019]s|\s+is)|named|prefers|put|write|use|say|spell(?:ed|s|ing)|spelt|is|it['\u2019]?s|s?he['\u2019]?s|was|to|just|only)\s+(?:just\s+|it\s+)?['\"\u201c\u2018]?$",
    re.IGNORECASE,
)
_MY = re.compile(r"\b(?:my|our)\s+$", re.IGNORECASE)
_MOST_OF_A_NAME = 3


def addressee(message: Message) -> str | None:
    """To whom a message says that it goes; two people by both names; None where it names nobody, or several."""
    taken, text = _taken(message), message.text
    both = (each for each in _TWO.finditer(text) if _governed(each) and not _is_house(each[0]))
    if two := next(both, None):
        return f"{two['first']} and {two['second']}"
    found = [match for match in _names().finditer(text) if _is_name(match, taken, to=True)]
    tiers = ([each for each in found if stands(each)] for stands in (_governed, _stands_alone, _is_met))
    if named := next(filter(None, tiers), None):
        return _one_of(map(_written, named))
    return _said_to_be(text) or (of_theirs(text) if _BY_PRONOUN.search(text) else None)


def _said_to_be(text: str) -> str | None:
    """A name that is told as one and is no word as any other: "its dre"."""
    common = ordinary_words() | _little()
    found = [each["name"] for each in _BARE.finditer(text) if each["name"].casefold() not in common]
    return found[0].capitalize() if len(found) == 1 else None


def of_theirs(text: str) -> str | None:
    """The one person of theirs whom a text names ("my manager Tonya")."""
    theirs = [each for each in _names().finditer(text) if _is_theirs(each) and not _is_ordinary(each)]
    return _one_of(map(_written, theirs))


def renamed(text: str, to: str | None, body: str) -> str | None:
    """The reader's name as a remark puts it right: another one that the `body` does not hold."""
    held = f"{to or ''} {body}".casefold().split()
    for match in _names().finditer(text):
        name = match["name"]
        other = name.split()[-1].casefold() not in held or (
            is_titled(name) and name.casefold() != (to or "").casefold()
        )
        named = _CALLED.search(text[: match.start()]) or _stands_alone(match)
        alone = _is_title(name)  # what is read by `retitled`
        if other and named and not (alone or _is_ordinary(match) or _is_house(name) or _is_day(name)):
            return _written(match)
    return None


def retitled(text: str, to: str | None) -> str | None:
    """The reader's name with another title, where a remark names that alone ("write 'Ms.'")."""
    alone = _TITLE_ALONE.search(text)
    return f"{_titled(alone['title'])} {to.split()[-1]}" if alone and to else None


def greeted(name: str) -> str:
    """A name as a greeting has it: with a title the last name, else the first."""
    first, *others = name.split()
    if " and " in name or not others:
        return name
    return f"{_titled(first)} {others[-1]}" if _is_title(first) else first


def is_titled(name: str) -> bool:
    """Whether a name has a title that is written before it."""
    return _is_title(name.split(maxsplit=1)[0])


def is_given(name: str) -> bool:
    """Whether a word is a given name, however it is typed."""
    held = prompts.words("own_words")
    return name.casefold() in f"{held['given']} {held['given_behind_a_title']}".split()


def _is_title(word: str) -> bool:
    return word.casefold().rstrip(".") in str(prompts.words("own_words")["titles"]).split()


def _titled(title: str) -> str:
    """A title as it is written: with a full stop where it is a short form."""
    bare = title.rstrip(".").capitalize()
    return f"{bare}." if bare in ("Mr", "Mrs", "Ms", "Dr", "Prof", "Sgt", "Lt", "Sr", "Sra") else bare


@cache
def _names() -> re.Pattern[str]:
    """A title with what stands behind it, words with a capital, or a given name."""
    held = prompts.words("own_words")
    given, too, titles = (
        r"\b(?:" + "|".join(str(held[name]).split()) + r")\b"
        for name in ("given", "given_behind_a_title", "titles")
    )
    more = rf"(?:\s+{_CAPITAL}){{0,2}}"
    titled = rf"{titles}\.?\s+(?!{_FORMAL}\b)(?:(?:{_CAPITAL}|{given}|{too}){more})|\b{_FORMAL}\b\.?\s+[a-z\u00df-\u024f'\u2019-]+"
    return re.compile(
        rf"(?P<name>{titled}|(?:\b{_CAPITAL}|{given}){more})\b(?!['\u2019]s\s+(?!at\b|in\b))", re.IGNORECASE
    )


@cache
def _theirs() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:my|our|the)\s+(?:[a-z'\u2019]+\s+){{0,2}}?(?:{_roles()})\b,?\s*$", re.IGNORECASE
    )


def _is_theirs(match: re.Match[str]) -> bool:
    """Whether the name stands behind what the person is to them ("my manager Tonya"), or begins with it ("my boss tina")."""
    first = match["name"].split()[0]
    is_role = first.islower() and _is_title(first) and not re.fullmatch(_FORMAL, first, re.IGNORECASE)
    return _theirs().search(match.string[: match.start() + len(first) * is_role]) is not None


@cache
def _behind() -> re.Pattern[str]:
    """The words that say whom it goes to, with what that person is behind them: "to my boss", "to team lead"."""
    between = rf"(?:(?:my|our|the|this|that|his|her|a|an)\s+{_BETWEEN}|(?:{_roles()})\s+)?"
    return re.compile(rf"\b(?:{_GOES_TO})\s+{between}$", re.IGNORECASE)


@cache
def _roles() -> str:
    """What people may be to the writer, as alternatives of a pattern."""
    return "|".join(str(prompts.words("own_words")["whom"]).replace("_", r"\s").split())


def _governed(match: re.Match[str]) -> bool:
    """Whether the words before say that it goes to whom is named there."""
    return _behind().search(match.string[: match.start()]) is not None


def _begins(match: re.Match[str]) -> bool:
    """Whether a sentence begins there."""
    return re.search(r"(?:^|[.!?\n])\W*$", match.string[: match.start()]) is not None


def _stands_alone(match: re.Match[str]) -> bool:
    """Whether a name is all of its clause, or stands at its head: "Orrin Teske, shop in Billings"."""
    ends = re.match(r"\s*(?:$|[.!?,\n])|\s+(?:at|from|in|here)\b", match.string[match.end() :]) is not None
    opens = (
        re.search(r"(?:^|[.!?,:\n]\s*|\b(?:is|its|it['\u2019]s)\s+)$", match.string[: match.start()])
        is not None
    )
    return ends and opens and (_is_known(match) or len(match["name"].split()) > 1)


def _written(match: re.Match[str]) -> str:
    """A name with its capitals; a title with one, too."""
    first, *others = match["name"].split()
    formal = re.fullmatch(rf"{_FORMAL}\.?", first, re.IGNORECASE)
    theirs = _MY.search(match.string[: match.start()]) or _is_theirs(match)
    if others and not formal and first.islower() and _is_title(first) and theirs:
        first, *others = others  # "my boss tina": what she is, and no title
    words = [_titled(first) if others and _is_title(first) else first, *others]
    return " ".join(word[:1].upper() + word[1:] for word in words)


def _taken(message: Message) -> list[tuple[int, int, str]]:
    """What is known of other words, or is the writer's own: it is no name of whom it goes to."""
    taken = [(each.start, each.end, each.label) for each in message.mentions]
    taken += [(*own[1:], "sign")] if (own := signed(message.text)) else []
    return taken + [(each.start, each.end, each.kind) for each in annotate(message.text)]


def _one_of(names: Iterable[str]) -> str | None:
    found = dict.fromkeys(names)
    whole = [each for each in found if not any(each != other and each in other for other in found)]
    return whole[0] if len(whole) == 1 else None


def _is_met(match: re.Match[str]) -> bool:
    """Whether somebody was met who surely is a person: "it was with Denise Archuleta"."""
    return _BESIDE.search(match.string[: match.start()]) is not None and (
        " " in match["name"] or _is_known(match)
    )


def _is_known(match: re.Match[str]) -> bool:
    """Whether a title stands before it, or it is a given name."""
    first = match["name"].split()[0]
    return (_is_title(first) and " " in match["name"]) or is_given(first)


def _is_ordinary(match: re.Match[str]) -> bool:
    """Whether it is words as any other: with a capital only where a sentence begins, or none."""
    if _is_known(match) and (match["name"][:1].isupper() or match["name"].casefold() not in ordinary_words()):
        return False
    common = ordinary_words() | _little()
    return (_begins(match) or match["name"].islower()) and match["name"].split()[0].casefold() in common


@cache
def _little() -> frozenset[str]:
    return frozenset(str(prompts.words("little")["en"]).split())


def _is_day(name: str) -> bool:
    """Whether words name a day or a month, or several of them."""
    return name.split(maxsplit=1)[0].removesuffix("s") in _CALENDAR or name.split(maxsplit=1)[0] in _CALENDAR


def _is_house(name: str) -> bool:
    return any(map(_HOUSE.fullmatch, name.split()))


def _is_name(match: re.Match[str], taken: Sequence[tuple[int, int, str]], *, to: bool = False) -> bool:
    """Whether the words name a person: behind a title they do, else where nothing else is known of them; `to` whom it goes a given name, too."""
    name, (start, end) = match["name"], match.span("name")
    if _is_title(name.split()[0]):
        return " " in name and not (name.islower() and name.split()[1] in _little())
    if _is_house(name) or _is_day(name) or _is_ordinary(match) or len(name.split()) > _MOST_OF_A_NAME:
        return False
    if _IN_A_PLACE.search(match.string[:start]):
        return False
    theirs = _is_theirs(match) or _ROLE_BEHIND.match(match.string, match.end()) is not None
    known = to and (is_given(name.split()[0]) or theirs)  # whatever tool or town is called so, too
    return not any(first < end and start < last for first, last, kind in taken if not known or kind == "sign")
