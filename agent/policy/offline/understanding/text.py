"""A message as clauses: what is asked, what is told, what is only supposed, and of whom it speaks."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

from agent.policy.offline.understanding.speakers import OWN, REQUEST, speaks_of_others
from agent.policy.offline.understanding.spelling import mend
from prompts import words

LONGEST = 6000  # characters read of one message; what follows adds nothing a coach needs

_PASTED = re.compile(
    r"```.*?(?:```|\Z)|^>.*$"
    r"|(?:job (?:ad|advert|post|posting|description|listing)|article|email|e-mail|posting)[^.?!\n]{0,40}:\s*\n?.*\Z",
    re.IGNORECASE | re.DOTALL | re.MULTILINE,
)
_QUOTED = re.compile(r"[\"“”«»]([^\"“”«»]{1,2000})[\"“”«»]|(?<!\w)'([^'\n]{12,}?)'(?!\w)")
# "Would like to...", "can study...": an auxiliary asks only where no verb of one's own follows it.
_OWN_VERB = (
    r"like|love|rather|prefer|also|only|spare|study|do|spend|work|put|commit|dedicate|manage|learn|live|have|be|probably"
    r"|use|write|code|read|speak|type|drive|fit|give|handle|devote|afford|maybe|not|never|ideally|invest|really|definitely|happily|take|move|start|get|go|make|currently|still"
)
_QUESTION = (
    r"what|what's|whats|how|how's|which|who|where|when|why|is|are|do|does|did"
    rf"|(?:can|could|would|should|will|am(?=\s+i\b))(?!\s+(?:{_OWN_VERB})\b)"
)
_SELF = r"i|i'm|i've|i'd|i'll|my|we|we're"
_VERBS = (
    r"want|wanna|would like|would love|need|live|living|based|currently|know|have|can|looking|trying|aiming"
    r"|hoping|planning|used to|never|now|no|only|work|working|thinking|making|earning|am|moving|going"
)
# A dash before a month joins two days ("Dec 20 - Jan 3"); elsewhere it ends a sentence.
_SENTENCE_END = re.compile(
    r"(?<=[.!?;])\s+|(?<=[!?])(?=[A-Za-z])|\n+|\s+(?:-+|/|\|)\s+"
    r"(?!(?:\d{1,2}(?:st|nd|rd|th)?\s+)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?:uary|ruary|ch|il|e|y|ust|tember|ober|ember|t)?\b)"
    r"|…|\.{2,}",
    re.IGNORECASE,
)
# What announces the next sentence: "My goal? Baker.", "No wait. A cook."
_HANGS = re.compile(
    r"(?:and )?my (?:\w+ ){0,2}(?:goal|dream|target|plan|job|role|skills|stack|location|city)\s*\?"
    r"|(?:(?:no|nope|wait|actually|sorry|oops|scratch that|hold on)\b[, ]*)+[.!]*",
    re.IGNORECASE,
)
# Somebody starts over within a sentence: "want to be a baker or no, better: a cook".
_RESTART = re.compile(r",?\s+or no\b,?(?:\s+(?:wait|better|rather))?\s*[:,]?\s+", re.IGNORECASE)
_GREETING = re.compile(
    r"^(?:(?:hey|hi|hello|yo)[,!]? )?(?:what's up|how's it going|how are you(?: doing)?)[,.!?]+ (?=\w+ \w)",
    re.IGNORECASE,
)
_REPLACED = re.compile(
    r"\b(?:an?|the) (?:[\w'-]+ ){0,3}[\w'-]+\s*(?:\.{2,}|…|,|\s-)\s*(?:no|no wait|wait|sorry|i mean|or rather)[,:]? (?=(?:an?|the) )",
    re.IGNORECASE,
)
_OATH = re.compile(r"(?<=\bi) myself\b|(?<=\w) (?:on earth|the (?:heck|hell)|in the world)\b", re.IGNORECASE)
_ABBREVIATION = re.compile(r"(?:\b(?:St|Ft|Mt|Dr|Mr|Mrs|Ms|Sr|Jr|vs|approx|e\.g|i\.e|etc)|\b[A-Z])\.$")
_CLAUSE_START = re.compile(
    # "...if I already know SQL" tells a fact; "if I had more time" does not.
    r",?\s+(?:if|given(?: that)?|considering(?: that)?|seeing (?:as|that)|now that|assuming)\s+"
    r"(?=(?:i already|i currently|i'm already|i've already|i've been|i know)\b)|"
    rf",?\s+(?:(?<!thing )but|however|though|although|(?<!'s )(?<!is )(?<!are )(?<!was )(?<!not )(?<!be )so(?! (?:far|hard|much|many|long)\b)|then|because|since(?=\s+(?:{_SELF})\b))\s+(?=\w)"
    rf"|(?:,?\s+(?:and|&|plus|while)|(?<!forget)(?<!about)(?<!remove)(?<!delete)(?<!know)(?<! is)(?<! are),?\s+where(?=\s+(?:{_SELF})\b))\s+(?:also\s+|then\s+)?"
    rf"(?=(?:{_SELF}|{_QUESTION}|{REQUEST}|{_VERBS}|he|she|they)\b)"
    rf"|\s*,\s*(?:and\s+)?(?=(?:{_SELF}|{_QUESTION}|{REQUEST}|{_VERBS}|he|she|they)\b)",
    re.IGNORECASE,
)
# Notes without punctuation ("nurse tulsa 8 yrs | want to be a coder | know excel"): a verb without a subject begins anew.
_NOTE_START = re.compile(
    r"\s+(?=(?:know|knows|want to|wanna|want(?= \w+ing\b)|based in|living in|live in|work as|working as|looking to|hoping to|aiming for|currently|never used|no experience"
    r"|(?:(?<=\dh )|(?<=hrs )|(?<=urs )|(?<=eek )|(?<=/wk )|(?<=yrs )|(?<=ears )|(?<=yoe )|(?<=nths ))(?:have|got|no))\s)",
    re.IGNORECASE,
)
_NOTE_VERB = re.compile(
    r"^\s*(?:want|looking|hoping) to(?: (?:be|become|get into|move into|switch to|work as))?(?: an?| the)?\b",
    re.IGNORECASE,
)
# Questions run on without a sign ("im a cook in reno how much do bakers make").
_RUN_ON = re.compile(
    r"\s+(?=(?:(?:how (?:much|many|long|hard|do|does|can|could|should|would)|what(?:'s| (?:should|do|does|would|can|could|is|are|will))"
    r"|where (?:do|does|can|could|should|is|are)|is (?:it|there|that|this)|are there|(?:can|could|should|would|do|am|will) i)\b))",
    re.IGNORECASE,
)
_LEADS_TO_QUESTION = re.compile(
    r"^\W*(?:what|how|which|who|where|when|why|is|are|do|does|did|can|could|would|should|will|am)\b"
    r"|\b(?:what|how|which|who|whose|where|when|why|if|whether|that|know|knows|wonder\w*|tell(?: me)?|ask\w*|see|show(?: me)?|find out|idea|sure|curious|explain|understand|or|and|but|so|to|of|on|about|like|than|plus|in|for|at)$|[:,]$"
    r"|\b(?:what|how|which|where|when|why|whether|if)\b",
    re.IGNORECASE,
)
_SETTING = re.compile(
    r"(?:(?:and|so|ok|well),? )?(?:in|near|around|for|as|between|at|with)(?: [\w.'&/-]+,?){1,9}",
    re.IGNORECASE,
)
_CHOICE = re.compile(
    rf"(?!(?:{_SELF}|{_VERBS})\b)[\w'-]+(?: [\w'-]+){{0,3}},? (?:or|vs\.?|versus) (?:[\w'-]+ ?){{1,4}}",
    re.IGNORECASE,
)
_NO_NOTE = re.compile(
    rf"\b(?:{_SELF}|you|he|she|they|it|who|which|that|this|people|companies|employers|to|the|an?|our|your|his|her|their|not?|also|already|and|or|but"
    r"|do|does|did|don't|doesn't|is|are|was|were|am|be|been|being|can|could|will|would|should|if|how|what|where|when|why)\b",
    re.IGNORECASE,
)
_ASKS = re.compile(
    rf"^(?:(?:and|so|ok|okay|hey|hi|hello|well|also|then|now|but|please|alright|cool|great|thanks)[, ]+)*"
    rf"(?:{_QUESTION})\b(?!'t|\s*:)",
    re.IGNORECASE,
)
_MUSES = re.compile(r"\w,? (?:maybe|perhaps|possibly|i guess|i think)\W*$", re.IGNORECASE)
_SUPPOSES = re.compile(
    r"\b(?:(?<!wonder )(?<!wondering )(?<!know )(?<!see )if(?! (?:needed|necessary|need be|i (?:could|can)\W*$|i (?:have (?:about |only |just )?\d|have to|need to|must|may|do|study|put|spend|stick|keep|manage)\b|that's|it's|you ))|suppose|supposing|imagine|hypothetically|let's say(?= (?:i|i'm|i'd|we|you|that|somebody|someone|he|she|they)\b)|what if|assuming)\b(?!\s+possible)",
    re.IGNORECASE,
)
# "What I really want is...", "how I see it...": a statement behind a question word.
_OWN_ANSWER = re.compile(
    r"(?<![^\s(])(?P<what>[\w+#-]+(?:\.\w+)?(?: [\w+#-]+)?)\?\s+(?=(?P<none>no|nope|nah|zero|none|never|nada|nothing|not (?:at all|really))\b|(?:yes|yep|yeah|a (?:little|bit)|some|sure)\b)",
    re.IGNORECASE,
)
_STATES = re.compile(
    r"^(?:(?:and|so|but|well|ok)[, ]+)*(?:what (?:i|i'm|i'd)\b(?: \w+){0,3}? (?:can|can't|know|don't|use|want|wanted|need|like|love|mean|meant|hope|hoping|dream|looking|after|have|lack|lacking|miss|missing)\b.*?(?:\b(?:is|was)\b|:))",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Clause:
    """A piece of the message.

    `asks`: it is a question. `supposes`: it only imagines ("if I had 20 hours"). `others`: it speaks of
    somebody else, so no fact in it is about the person. `requests`: it asks without being a question.
    """

    text: str
    asks: bool = False
    supposes: bool = False
    others: bool = False
    requests: bool = False

    @property
    def tells(self) -> bool:
        """Whether facts in it may enter the profile."""
        return not (self.asks or self.supposes or self.others)


@dataclass(frozen=True)
class Message:
    """`text` is what was typed, cleaned and mended; `clauses` leave out quotations and pasted documents."""

    text: str
    clauses: tuple[Clause, ...]


def _answered(match: re.Match[str]) -> str:
    """What somebody asks and answers themselves told as one ("SQL? Zero.")."""
    from tools.roadmap.skills import find_in_text

    named = find_in_text(match["what"], skill_list=True)
    if not (named and named[0].end - named[0].start == len(match["what"])):
        return match[0]
    return f"no {match['what']}. " if match["none"] else f"{match['what']}: "


def read_message(raw: str) -> Message:
    """Clean, mend and split a message. Quoted names of a few words stay, quoted sentences go."""
    text = mend(_cleaned(raw))
    own = _PASTED.sub(" ", text)
    own = _REPLACED.sub("", own)
    own = _RESTART.sub(". No, ", _QUOTED.sub(_kept_quotation, own))
    own = _OWN_ANSWER.sub(_answered, _GREETING.sub("", _OATH.sub("", own)))
    return Message(re.sub(r"\s+", " ", text).strip(), tuple(_clauses(own)))


def _cleaned(raw: str) -> str:
    text = raw[:LONGEST].encode("utf-8", "replace").decode("utf-8")
    text = text.replace("\u2014", " - ").replace("\u2013", "-")
    text = "".join(
        ". " if unicodedata.category(each) == "So" else each for each in text
    )  # emoji part sentences
    text = unicodedata.normalize("NFKC", text).replace("\u2019", "'").replace("\u2018", "'")
    text = "".join(each if each in "\n\t" or unicodedata.category(each)[0] != "C" else " " for each in text)
    return re.sub(r"[ \t]+", " ", text).strip()


def _kept_quotation(match: re.Match[str]) -> str:
    inner = match[1] or match[2] or ""
    return f" {inner} " if len(inner.split()) <= 4 and not OWN.search(inner) else " "


def _clauses(text: str) -> list[Clause]:
    found: list[Clause] = []
    for sentence in _sentences(text):
        about_others = False
        for split in _pieces(sentence):
            piece = split.strip(" ,;:-()")
            if not re.search(r"\w", piece):
                continue
            about_others = speaks_of_others(piece, about_others)
            supposes = bool(_SUPPOSES.search(piece)) or (
                bool(found) and found[-1].supposes and not re.match(r"(?:i|i'm|my)\b", piece, re.IGNORECASE)
            )
            asks = _is_question(piece, sentence) and not (about_others and piece.lower().startswith("who"))
            found.append(Clause(piece, asks, supposes, about_others))
    return found


def is_note(text: str) -> bool:
    """Whether the words are put down without subject, article or auxiliary ("nurse tulsa 8 yrs")."""
    return not _NO_NOTE.search(_NOTE_VERB.sub("", text))


def _pieces(sentence: str) -> list[str]:
    """A sentence cut where a clause starts, and notes where a verb without a subject does."""
    pieces: list[str] = []
    for piece in _with_settings(_CLAUSE_START.split(sentence)):
        since = 0
        for match in _NOTE_START.finditer(piece):
            if since < match.start() and is_note(piece[since : match.start()]):
                pieces.append(piece[since : match.start()])
                since = match.end()
        pieces += _run_on(piece[since:])
    return pieces


def _with_settings(pieces: list[str]) -> list[str]:
    """Words that set a question's scene stay with it ("In Reno, | what do cooks make")."""
    kept: list[str] = []
    for piece in pieces:
        if (
            kept
            and (_SETTING.fullmatch(kept[-1].strip()) or _CHOICE.fullmatch(kept[-1].strip()))
            and _ASKS.match(piece.strip())
        ):
            # A choice stands behind its question, so that the whole is one ("who earns more, a cook or a baker").
            choice = _CHOICE.fullmatch(kept[-1].strip())
            kept[-1] = f"{piece.strip(' ?.!')}, {kept[-1].strip()}?" if choice else f"{kept[-1]}, {piece}"
        else:
            kept.append(piece)
    return kept


def _run_on(piece: str) -> list[str]:
    """A statement and the question that runs on from it without a sign."""
    for match in _RUN_ON.finditer(piece):
        before = piece[: match.start()]
        if len(before.split()) >= 3 and not _LEADS_TO_QUESTION.search(before):
            return [before, piece[match.end() :]]
    return [piece]


def _sentences(text: str) -> list[str]:
    pieces: list[str] = []
    for piece in _SENTENCE_END.split(text):
        if pieces and _CHOICE.fullmatch(pieces[-1].strip(" ?")) and _ASKS.match(piece or ""):
            pieces[-1] = f"{piece.strip(' ?.!')}, {pieces[-1].strip(' ?')}?"
        elif pieces and piece and _HANGS.fullmatch(pieces[-1].strip()):
            pieces[-1] = f"{pieces[-1].strip(' .?!')}, {piece}"
        elif pieces and _ABBREVIATION.search(pieces[-1]):
            pieces[-1] += " " + piece
        elif piece and piece.strip():
            pieces.append(piece)
    return pieces


@cache
def _does() -> re.Pattern[str]:
    """Work that is told as "do nails" or "did it since 2009", without a subject."""
    done = "|".join(re.escape(verb) for verb in words("people")["verbs"] if verb.startswith("do "))
    return re.compile(rf"(?:{done}|did (?:it|that|this) (?:since|for))\b[^?]*$", re.IGNORECASE)


def _is_question(piece: str, sentence: str) -> bool:
    if _does().match(piece):
        return sentence.rstrip().endswith("?")
    if _STATES.match(piece):
        return sentence.rstrip().endswith("?")
    if _ASKS.match(piece):
        return True
    if _MUSES.search(piece):
        return False
    ends_sentence = sentence.rstrip().endswith(("?", "?!", "??")) and sentence.rstrip(" ?!").endswith(
        piece.rstrip(" ?!")
    )
    return ends_sentence and not re.match(
        rf"(?:{_SELF}|want|hoping|looking|maybe|thinking)\b", piece, re.IGNORECASE
    )
