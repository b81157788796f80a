"""What a text is to say, out of how somebody tells the coach: "tell her that", "asking if", "thank him for" taken off.

`Act` is what the text does with the words that are left, as the grammar of the sentence tells it. Of their meaning nothing is judged.
"""

import re
from functools import cache
from typing import NamedTuple

import prompts
from agent.models.letter import ASKING, Act

_WH = r"(?:what|how|when|where|who|whom|which|why|whose)\b"
_IF = re.compile(r"(?:if|whether)\s+", re.IGNORECASE)
_ABOUT_WH = re.compile(rf"(?:about\s+)?(?={_WH})(?!how\s+come\b)", re.IGNORECASE)
_TO, _FOR, _ABOUT, _THAT = (
    re.compile(rf"{word}\s+", re.IGNORECASE) for word in ("to", "for", "about", "that")
)
_SUBJECT = r"(?:i|you|u|he|she|we|they|it|there|the|my|your|our|his|her|this|that|any\w*|some\w*)\b"
# One more thing asked in the same sentence: "ask for 58, and what share ...".
_ALSO = re.compile(rf",?\s+(?:and|or)\s+(?:also\s+)?(?=(?:if|whether|{_WH})\s*)", re.IGNORECASE)
_OR_IF = re.compile(r",?\s+(?:and|or)\s+(?:also\s+)?(?=(?:if|whether)\s)", re.IGNORECASE)
_WRITTEN = re.compile(
    r"(?:that\s|i['\u2019]?\w{0,2}\s|my\s|we\s|our\s|the\s|there\s|it\s|it['\u2019]s\s)", re.IGNORECASE
)
# "put it in a text", "say it plainly"; "it is the third time" is told.
_ABOUT_THE_TEXT = re.compile(
    r"(?:it|this|that)\b(?!\s+(?:is|was|will|has|had|can|would|i|we|my|the)\b)", re.IGNORECASE
)
_SPEAKS = re.compile(r"(?:says?|asks|tells|sounds?|is|shows|makes)\b", re.IGNORECASE)  # what a text does
_AS_REASON = re.compile(
    r"(?:please\s+|just\s+|and\s+)*(?:give|use|name|state|say|put)\s+(?P<reason>\S.*?)\s+(?:as|for)\s+(?:the|my|a)\s+reason\b.*$",
    re.IGNORECASE,
)
_WITHOUT = re.compile(r"without\b", re.IGNORECASE)
_ENDS_OPEN = re.compile(
    r"(?:[\s,]+(?:and|or|but|so|n|that|also|to|if|please|pls|too))+[\s,]*$", re.IGNORECASE
)
_TAIL = re.compile(r"(?:,?\s+(?:too|in (?:there|it|that)|as well|to it|please|pls))+\s*[.!]?$", re.IGNORECASE)
_THANKS = re.compile(
    r"(?:(?:a\s+)?(?:big\s+)?thanks?\b(?:\s+(?:you|u|him|her|them))?)\s*(?:for\s+)?", re.IGNORECASE
)
_WHAT_FOR = re.compile(r"^(?:(?:you|u)\b\s*)?(?:(?:for|about)\s+)?", re.IGNORECASE)
_FOR_WHAT = re.compile(
    r"(?:(?:you|u)\b\s*)?(?:(?:again|so\s+much|too)\s*)?(?:(?:for|about)\s.+)?", re.IGNORECASE
)
_WITH_IT = re.compile(r"^(?:back|know|in|also|too|down)(?:\s+|$)", re.IGNORECASE)
_Forms = tuple[tuple[re.Pattern[str], Act], ...]
_TOLD_THEM: _Forms = ((_TO, "do"), (_ABOUT, "about"))
_SAYS = r"(?P<said>(?:that|if|whether|to|i|i['\u2019]\w+|im|we)\s.+)$"
_CLOSED = ' \n,;:"\u201c\u201d-\u2013\u2014'


class Reported(NamedTuple):
    """`text` is what is left of a clause. `open` where nothing is: the next clause is what is said."""

    act: Act
    text: str
    open: bool = False


def reported(clause: str, to: str | None = None) -> list[Reported]:
    """What a clause has the text say, ask or do; empty where it reports nothing. `to` is the name of whom it goes to."""
    words = clause.strip(_CLOSED)
    if reason := _AS_REASON.match(words):
        return [Reported("tell", f"the reason is {reason['reason']}")]
    for kind, pattern in _leads(to):
        if match := pattern.match(words):
            named = match.groupdict().get("whom") is not None
            found = _complement(kind, words[match.end() :].strip(_CLOSED), named=named)
            if found is not None:
                return _split(found)
    return []


def within(clause: str, to: str | None = None) -> list[Reported]:
    """The same of what stands behind the words that ask for a text: "write my boss Jo saying we move"."""
    starts = [*_behind().finditer(clause)]
    ends = [*(each.start() for each in starts[1:]), len(clause)][: len(starts)]
    found = list[Reported]()
    for match, end in zip(starts, ends, strict=True):
        if doing := match["doing"]:
            base = prompts.words("reported")["doing"][doing.casefold()]
            found.append(
                Reported("like_to", f"{base} {_without_tail(clause[match.end() : end].strip(_CLOSED))}")
            )
        else:
            found += reported(clause[match.start() : end], to)
    if found:
        return found
    if to is None or not asks_for_it(clause):
        return []
    behind = re.search(rf"\b{re.escape(to)}\b[\w\s]{{0,12}}?,?\s+{_SAYS}", clause, re.IGNORECASE)
    if behind is None:
        return []
    return goes_on(behind["said"], "like_to") or [Reported("tell", behind["said"].strip(_CLOSED))]


def asks_for_it(clause: str) -> bool:
    """Whether a clause asks the coach to write, whatever else it holds: "would you write a note accepting"."""
    return _asks().match(clause.strip(_CLOSED)) is not None


def says_what(clause: str) -> bool:
    """Whether a clause tells what a text is to say or ask, by a word of saying."""
    words = clause.strip(_CLOSED)
    return any(
        kind in ("ask", "say", "tell", "thank", "know") and form.match(words) for kind, form in _leads(None)
    )


def goes_on(clause: str, act: Act) -> list[Reported]:
    """A clause that has no word of saying of its own and leans on the one before it: "and if i can come back"."""
    words = re.sub(
        r"^(?:and|or|but|n|also|plus)\s+(?=(?:if|whether|that|to|what|how|when|where|who|which|why)\b)",
        "",
        clause.strip(_CLOSED),
        flags=re.IGNORECASE,
    )
    if _IF.match(words) or (act in ASKING and _ABOUT_WH.match(words)):
        return _split(_asked(words) or Reported("tell", words))
    if (match := _THAT.match(words)) and not _SPEAKS.match(words, match.end()):
        return [Reported("tell", _without_tail(words[match.end() :]))]
    if act == "like_to" and (match := _TO.match(words)):
        return [Reported("like_to", _without_tail(words[match.end() :]))]
    return []


def ended(opened: Reported, clause: str) -> list[Reported]:
    """What a clause says in which the one before, that is `open`, comes to its end: "ask her" | "to tell mom"."""
    if found := goes_on(clause, opened.act):
        return found
    if opened.act == "for" and not opened.text and (match := _TO.match(clause.strip(_CLOSED))):
        return [Reported("do", _without_tail(clause.strip(_CLOSED)[match.end() :]))]
    words = re.sub(r"[\s,]+and$", "", f"{opened.text} {clause}".strip())
    return [opened._replace(text=words, open=False)]


def _without_tail(words: str) -> str:
    return _TAIL.sub("", _ENDS_OPEN.sub("", words)).strip(f"{_CLOSED}?")


def _complement(kind: str, rest: str, *, named: bool) -> Reported | None:
    """What stands behind a word of saying; None where it is none there."""
    bare = _without_tail(_WITH_IT.sub("", rest))
    match kind:
        case "ask":
            return _asked(bare) or _asked_for(bare, named=named)
        case "learn":
            return _asked(bare)
        case "thank" | "sorry":
            meant = named or _FOR_WHAT.fullmatch(bare)  # not "thank you email to Beth"
            return (
                Reported("thank" if kind == "thank" else "sorry", _WHAT_FOR.sub("", bare)) if meant else None
            )
        case "offer":
            return Reported("offer", bare[3:]) if _TO.match(bare) else Reported("tell", f"I can offer {bare}")
        case "know" | "that" | "write":  # "write Brenda i can come": what is written, and nothing else
            is_told = kind != "write" or (named and _WRITTEN.match(bare))
            return Reported("tell", _after_that(bare), open=not bare) if is_told else None
    return _told(bare) if kind == "say" else _told_them(bare) if named else None


def _told(bare: str) -> Reported | None:
    """What stands behind "say" and "put in"."""
    if _ABOUT_THE_TEXT.match(bare):
        return None
    if _IF.match(bare):
        return _asked(bare)
    if _ABOUT_WH.match(bare):
        return Reported("mention", bare)
    if thanks := _THANKS.match(bare):
        return Reported("thank", bare[thanks.end() :])
    return Reported("tell", _after_that(bare), open=not bare)


def _told_them(bare: str) -> Reported | None:
    """What stands behind "tell her"."""
    for pattern, act in _TOLD_THEM:
        if match := pattern.match(bare):
            return Reported(act, bare[match.end() :])
    return _told(bare)


def _after_that(words: str) -> str:
    return _THAT.sub("", words, count=1) if len(words.split()) > 2 else words


def _asked(words: str) -> Reported | None:
    """A question: of yes or no, with a word for what is asked, or put as one asks it."""
    if match := _IF.match(words):
        return Reported("if", words[match.end() :])
    if match := _ABOUT_WH.match(words):
        return Reported("wh", words[match.end() :])
    inverted = re.match(rf"(?:{_modals()})(?:\s+{_SUBJECT}|$)", words, re.IGNORECASE)
    return Reported("question", words, open=" " not in words) if inverted else None


def _asked_for(words: str, *, named: bool) -> Reported:
    forms: _Forms = (
        (_TO, "do" if named else "like_to"),
        (_FOR, "for"),
        (_ABOUT, "ask_about"),
        (_THAT, "tell"),
    )
    for pattern, act in forms:
        if match := pattern.match(words):
            return Reported(act, words[match.end() :])
    return Reported("for", words, open=not words)


def _split(found: Reported) -> list[Reported]:
    """A second question in the same sentence is one of its own, where the first is none of its kind."""
    if found.act in ("wh", "tell", "thank", "mention", "question"):
        return [found] if not _WITHOUT.match(found.text) else []
    first, *others = (_OR_IF if found.act == "if" else _ALSO).split(found.text)
    return [found._replace(text=first), *filter(None, map(_asked, others))]


@cache
def _modals() -> str:
    return "|".join(str(prompts.words("reported")["modals"]).split())


@cache
def _alternatives(kind: str) -> str:
    return "|".join(str(each).replace(" ", r"\s+") for each in prompts.words("reported")[kind])


@cache
def _behind() -> re.Pattern[str]:
    """Where a word of saying stands behind the words that ask for a text."""
    ing = "|".join(
        word
        for kind in ("tell", "say", "ask", "thank", "sorry", "offer")
        for word in map(str, prompts.words("reported")[kind])
        if word.endswith(("ing", "in"))
    )
    doing = "|".join(prompts.words("reported")["doing"])
    return re.compile(
        rf"(?<=\s)(?:(?P<doing>{doing})\b|(?:{ing}|letting)\b|(?:to|and|n|&)\s+(?:ask|tell|say|thank|let|offer|apologize|request|see\s+(?:if|whether)|find\s+out)\b|(?:ask|tell)\s+(?:him|her|them)\b|that\s+says\s+)",
        re.IGNORECASE,
    )


@cache
def _asks() -> re.Pattern[str]:
    ahead = "|".join(re.escape(each) for each in str(prompts.words("reported")["ahead"]).split())
    return re.compile(
        rf"^(?:(?:{ahead}|help\s+me|me)[\s,]+)*(?:{_alternatives('write')}|make\s+(?:me\s+)?a|do\s+me\s+a)\b",
        re.IGNORECASE,
    )


@cache
def _leads(to: str | None) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The words of saying by kind, with what may stand ahead of them, and whom it is said to."""
    ahead = "|".join(re.escape(each) for each in str(prompts.words("reported")["ahead"]).split())
    begin, whom = rf"^(?:(?:{ahead})[\s,]+|['\u2019]d\s+)*?", _whom(to)
    knows = r"(?:(?:needs?|has|have|had|should|must|ought)\s+)?(?:to\s+)?know\b"
    learns = rf"(?:{_alternatives('learn')})\b(?=\s+(?:if|whether|about\s+{_WH}|{_WH}))"
    forms = [
        ("that", r"^(?:and\s+|but\s+)?that\s+(?=(?:i['\u2019]?(?:m|ve|d|ll)?|we|my|our|the|there|its?)\b)"),
        ("know", rf"{begin}(?:let|letting|make\s+sure)\s+{whom}\s+knows?\b"),
        ("know", rf"{begin}{whom}\s+{knows}(?=\s+(?:that|i|i['\u2019]\w+|im|my|we|the|it)\b|\W*$)"),
        ("know", r"^(?:s?he|they)\s+(?:needs?|has|have|should|must|ought)\s+(?:to\s+)?know\b"),
        ("learn", rf"{begin}(?:want|wanna|need|like|love|to|trying|hoping|just)[\s,]+(?:to\s+)?{learns}"),
        ("learn", r"^(?:see|find\s+out|check)\s+(?=(?:if|whether)\b)"),
        *(
            (
                kind,
                rf"{begin}{_SAID_OF_ONESELF if kind in ('say', 'tell', 'write') else ''}(?:{_alternatives(kind)})\b(?:\s+{whom})?(?=\s|$|,|:)",
            )
            for kind in _SAYING
        ),
        ("tell", rf"{begin}(?:get|want|need|have)\s+{whom}\s+(?=to\s)"),
    ]
    return tuple((kind, re.compile(form, re.IGNORECASE)) for kind, form in forms)


_SAID_OF_ONESELF = r"(?<!\bi\s)(?<!\bwe\s)"  # "i say things plain" is no word to the coach
_SAYING = ("ask", "thank", "sorry", "offer", "tell", "say", "write")


def _whom(to: str | None) -> str:
    """Whoever the text goes to, as the message speaks of them."""
    whose = "|".join(str(prompts.words("own_words")["whom"]).replace("_", r"\s").split())
    names = [re.escape(each) for each in dict.fromkeys([to, *to.split()]) if len(each) > 1] if to else []
    name = "|".join(names) or r"(?!)"
    between = r"(?:(?!(?:if|whether|that|to|for|i|about)\b)[\w'\u2019&/-]+\s+){0,3}?"
    role = rf"(?:my|our|the|his|her)\s+{between}(?:{whose})s?\b(?:,?\s+(?:{name}))?"
    other = r"(?-i:[A-Z]\w*)(?=\s+(?:for|if|to|about|whether|what|how|when|that)\b)"
    return rf"(?P<whom>(?:him|her|them|{other}|(?:{name})(?:,?\s+(?:{name}))*|{role})\b,?)"
