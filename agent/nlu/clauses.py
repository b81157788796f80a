"""A message about a text in clauses that each say one thing: a wish of the coach, what the text is to tell, or how it is to be."""

import re
from itertools import pairwise
from typing import NamedTuple

_QUOTED = re.compile(
    r"[\"“”]([^\"“”]+)[\"“”]|(?:^|(?<=[\s:]))['\u2018](.+?)['\u2019](?=[\s.,;:!?)]|$)", re.DOTALL
)
_SENTENCE = re.compile(r"(?<=[.!?…;])[\"”'\u2019)]*\s+|\n+\s*|\s+[-\u2013—]+\s+|:\s+")
# Known abbreviations end no sentence, nor does a single letter with a full stop.
_ABBREVIATED = re.compile(r"(?:\b(?:Dr|Mr|Mrs|Ms|Prof|St|vs|etc|approx|dept)|\b[^\W\d_])\.$", re.IGNORECASE)
# What begins a clause: who does something, or a word that tells the coach what to do with the text.
_WHO = r"(?:i|im|ive|id|ill|i['\u2019](?:m|ve|d|ll)|we(?:['\u2019](?:re|ve|ll))?|he|hes|he['\u2019]s|she|shes|she['\u2019]s|they|theyre|they['\u2019]re|it|it['\u2019]s|its|you|u|my|our|there|theres|there['\u2019]s|this|that['\u2019]s|thats|can|could|would|please|pls|maybe|also|just)"
_DO = (
    r"(?:say|ask|tell|put|add|mention|include|make|take|leave|keep|drop|cut|use|thank|write|rewrite|want|wanna|need|"
    r"dont|don['\u2019]t|do\s+not|no|not|without|never|skip|remove|sign|start|end)"
)
_SPEAKER = r"(?:i|im|ive|id|ill|i['\u2019](?:m|ve|d|ll)|we|we['\u2019](?:re|ve|ll)|my|our)"
_SPEAKS = r"(?:tells?|asks?|says?|lets?|thanks?)"  # what a text does
_NO_WH = r"(?!(?:when|what|how|why|if|that|where|about|who|which|to|for|with|of|i|im|we|my|our)\b)"
_I = r"(?:i|im|ive|id|ill|i['\u2019](?:m|ve|d|ll)|we|we['\u2019](?:re|ve|ll))"
_JOINT = re.compile(
    rf"(?:,\s*|\s+)(?=(?:and|n|but|so|because|bc|cuz|cause|plus|then|or)\s+(?:{_WHO}|{_DO})\b)"
    rf"|\s+(?=(?:because|bc|cuz)\s)"
    rf"|,\s+(?=(?:{_WHO}|{_DO})\b)"
    r"|,?\s+(?=(?:sayin[g'\u2019]?|askin[g'\u2019]?|tellin[g'\u2019]?|letting|thanking|inviting|explaining)\b)"
    r"|(?<=\w)\s+(?=to\s+(?:ask|tell|let|thank)\s+\w+)"
    rf"|\s+(?=that\s+(?:{_WHO}|{_SPEAKS}|the|a|an|his|her|nobody|somebody)\b)"
    # "thank you for the shifts", "just say family"
    r"|\s+(?=(?:thank\s+(?:you|him|her|them)|thanks)\s+for\b)|\s+(?=(?:just|only|instead)\s+(?:say|put|write)\b)"
    # "tell my boss | i cant come", "let her know | im late"
    rf"|(?<=\s)(?:(?<=tell\s)|(?<=telling\s)|(?<=tellin\s)|(?<=let\s)|(?<=letting\s)|(?<=write\s)|(?<=write\sto\s)|(?<=text\s)|(?<=email\s))"
    rf"(?:(?:my|the|our|his|her)\s+)?(?:{_NO_WH}[\w.'-]+(?:\s+know)?\s+(?={_SPEAKER}\s)|(?:{_NO_WH}[\w.'-]+\s+){{2,6}}?(?={_I}\s))",
    re.IGNORECASE,
)
# "stop asking", "the part about telling her": one clause.
_GOES_ON = re.compile(
    r"\b(?:about|of|by|without|for|from|never|not|like|am|im|i['\u2019]m|is|was|been|be|keep|stop|start|quit|hate|just|mind|love|like)\s+$",
    re.IGNORECASE,
)
_MEANS = re.compile(r"(?:say|ask|tell|lett?|thank|invit|explain)in", re.IGNORECASE)
_TEXT_SPEAKS = re.compile(rf"that\s+{_SPEAKS}\b", re.IGNORECASE)
# "write her | that i have an interview"; "i want to tell her": one clause.
_TOLD_THEM = re.compile(r"\b(?:write|tell|text|email|message|let)\s+[\w'-]+(?:\s+know)?\s+$", re.IGNORECASE)
_WANTS = re.compile(r"\b(?:wants?|need|have|got|going|trying|like|love|ready)\s+$", re.IGNORECASE)
_THAT, _TO = re.compile(r"that\s", re.IGNORECASE), re.compile(r"to\s", re.IGNORECASE)
_AHEAD = 2  # words that may stand ahead of what a clause begins with
_COMMA = re.compile(r",\s+")
_LEAST_BEFORE_THAT = 3  # words; "add that" goes on with what is added
_LEAST_BESIDE_A_COMMA = 4  # words on each side; fewer are members of a list
_WORD = re.compile(r"\w")


class Clause(NamedTuple):
    """`text` as it stands in the message from character `start` to `end`."""

    text: str
    start: int
    end: int


def clauses(text: str) -> list[Clause]:
    """The clauses of a text in order; what stands in quotation marks is not cut."""
    whole = [match.span() for match in _QUOTED.finditer(text)]
    edges = {0, len(text)}
    for match in _SENTENCE.finditer(text):
        if not _ABBREVIATED.search(text[: match.start()]):
            edges.add(match.end())
    edges |= {match.end() for match in _JOINT.finditer(text) if _may_end(text, match.end())}
    edges = {edge for edge in edges if not any(start < edge < end for start, end in whole)}
    for start, end in list(pairwise(sorted(edges))):
        edges |= _at_commas(text, start, end, whole)
    found = []
    for start, end in pairwise(sorted(edges)):
        said = text[start:end].rstrip(" \n,:-\u2013—")
        if _WORD.search(said):
            found.append(Clause(said, start, start + len(said)))
    return found


def _may_end(text: str, at: int) -> bool:
    """Whether a clause may end before `at`: what begins with "to" or "asking" may go on with what stands before it."""
    if _GOES_ON.search(text[:at]) and _MEANS.match(text, at):
        return False
    if _TEXT_SPEAKS.match(text, at) or (_TOLD_THEM.search(text[:at]) and _THAT.match(text, at)):
        return True
    if _WANTS.search(text[:at]) and _TO.match(text, at):
        return False
    before = len(_SENTENCE.split(text[:at])[-1].split())
    word = text[at : at + 5].split(" ", maxsplit=1)[0].casefold()
    return before >= {"to": _LEAST_BESIDE_A_COMMA, "that": _LEAST_BEFORE_THAT}.get(word, 0)


def _at_commas(text: str, start: int, end: int, whole: list[tuple[int, int]]) -> set[int]:
    """Where a clause is cut at a comma between two longer halves."""
    edges, last = set[int](), start
    for match in _COMMA.finditer(text, start, end):
        left, right = text[last : match.start()], re.split(_COMMA, text[match.end() : end], maxsplit=1)[0]
        beside = min(len(left.split()), len(right.split()))
        if beside >= _LEAST_BESIDE_A_COMMA and not any(a < match.end() < b for a, b in whole):
            edges.add(match.end())
            last = match.end()
    return edges


def leads(text: str, start: int) -> bool:
    """Whether what starts there stands at the head of its clause, as years do in "it's 10 years, I counted"."""
    begin = next((each.start for each in clauses(text) if each.start <= start < each.end), None)
    return begin is not None and len(text[begin:start].split()) <= _AHEAD
