"""What a model may not say even without a figure: sources, links, people and decisions that are not there.

Figures are held against evidence by `agent.grounding`; here stand the statements that carry none.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from agent.grounding.statements import Statement, split_statements
from agent.policy.model.said import holds_words
from tools.evidence import Evidence

_LINK = re.compile(
    r"\b(?i:https?://|www\.)\S+|\b[\w-]+\.(?:com|org|net|io|ai|gov|edu|dev|app|xyz|info)\b(?:/\S*)?"
)
_CONTACT = re.compile(r"[\w.+-]+@[\w-]+\.\w+|<(?:email|phone|address)-[a-z]+>|\+\d[\d\s().-]{7,}\d")
_DECIDED = re.compile(
    r"\b(?:plan|draft|it|this|everything|you(?:'re| are)|i(?:'ve| have)?|we(?:'ve| have)?|approval|status)\b[^.;?!]{0,60}"
    r"\b(?:approved?|approving|delivered|finali[sz]ed|signed off|accepted|confirmed|locked in|submitted|activated|official|final"
    r"|green[- ]?(?:light(?:ed)?|lit)|(?:signed,? (?:and )?)?sealed|authori[sz]ed|ratified|rubber-stamped|(?:is|are|goes|went|now) live|in (?:force|effect))\b"
    r"|\b(?:approved|delivered|finali[sz]ed|signed off)\b[^.;?!]{0,30}\b(?:plan|draft)\b"
    r"|\bno (?:further |more )?(?:approval|review|sign-?off)\b|\bapproval (?:is|was|has been|granted|given|received|complete)",
    re.IGNORECASE,
)
# What only hands can do: the coach writes to nobody and signs nobody up.
_DONE = re.compile(
    r"\b(?:i|we)(?:'ve|\u2019ve| have)?\s+(?:already |just |now |also ){0,2}(?:e-?mailed|sent|called|phoned|messaged|contacted|informed|notified|forwarded"
    r"|booked|reserved|registered|enrolled|signed you up|applied|submitted|paid|ordered|scheduled)\b",
    re.IGNORECASE,
)
# Quantities without a digit, which no figure can be held against.
_SHARE = re.compile(
    r"\b(?:(?:five|six|seven)[- ]figures?|(?:half|most|a (?:third|quarter|fifth|tenth)|(?:two|three|four)[- ](?:thirds|quarters|fifths)) of (?:all |the )?(?:\w+ )?"
    r"(?:employers|companies|firms|jobs|offers|postings|workers|people|hires)|(?:one|two|three|four|five|six|seven|eight|nine) (?:out of|in) (?:every )?(?:ten|three|four|five))\b",
    re.IGNORECASE,
)
_GROWTH = re.compile(
    r"\b(?:pay|wages?|salar(?:y|ies)|earnings|incomes?|demand|jobs|employment|openings|hiring)\b[^.;?!]{0,40}"
    r"\b(?:doubl|tripl|quadrupl|halv)(?:e|es|ed|ing)\b|\b(?:twice|half|double|triple) (?:the|as much|as many|the pay)\b[^.;?!]{0,20}\b(?:pay|wages?|salary|demand|jobs)\b"
    r"|\bby (?:half|an? (?:third|quarter|fifth|tenth))\b|\b(?:grew|rose|fell|grown|risen|fallen|up|down) (?:by )?an? (?:third|quarter|fifth|tenth)\b",
    re.IGNORECASE,
)
_CITED = re.compile(r"\[E\d+(?:\s*[,;]\s*E\d+)*\]")
_PROPER = r"[A-Z][\w&.'-]*(?:(?:,? (?:and|or|&)|,)? [A-Z][\w&.'-]*)*"
_EMPLOYER = re.compile(
    rf"(?<![\w-])(?P<hires>{_PROPER})\s+(?:(?:also|often|now|alone|actively|mostly|is|are)\s+)?(?:hir(?:e|es|ed|ing)|employ(?:s|ed)?|recruit(?:s|ed|ing)?)\b"
    rf"|\b(?i:work|works|jobs?|roles?|positions?|apply|openings?|offers?|interviews?|hired)\s+(?:at|with|by|from)\s+(?P<at>{_PROPER})"
)
_UNDECIDED = re.compile(
    r"\b(?:not|n't|no longer|never|until|unless|before|once|when|after|if|waits?|waiting|can|could|may|would|should|to approve|only you|for you to)\b",
    re.IGNORECASE,
)
_NAMED_SOURCE = re.compile(
    r"\b(?:[Aa]ccording to|[Aa]s reported by|[Rr]eported by|[Ss]tudy (?:by|from)|[Rr]esearch (?:by|from)|[Ss]urvey (?:by|from)|[Dd]ata (?:by|from)"
    r"|[Pp]ublished (?:by|in)|[Ss]ource:|[Rr]eport (?:by|from)|[Ff]igures from|[Nn]umbers from|[Aa]nalysis (?:by|from)|[Pp]er)\s+"
    r"(?:an?\s+|the\s+|its\s+|their\s+)?(?P<name>[A-Z][\w&.'-]*(?:\s+(?:of|for|and|the|[A-Z][\w&.'-]*))*)"
    r"|(?P<owner>[A-Z][\w&.-]*(?:\s+[A-Z][\w&.-]*)*)(?:'s|\u2019s)?\s+(?:[\w-]+\s+){0,2}(?:study|survey|report|research|paper|analysis|says|reports|found|estimates)\b"
)
_OF_PERSON = re.compile(
    r"\b(?:you(?:'re| are| were|'ve| have| had| live| work| worked| told| said| mentioned| know| earn| studied)|your|as an? \w+ (?:in|from))\b",
    re.IGNORECASE,
)
_NAME = re.compile(r"(?<![.!?:\n*#>-] )(?<!^)\b[A-Z][a-z]{2,}(?:\s+[A-Z][a-z]{2,})*\b")
_GREETED = re.compile(
    r"^\W*(?:[Hh]i|[Hh]ello|[Dd]ear|[Hh]ey|[Tt]hanks|[Ww]elcome|[Ss]orry),?\s+(?P<name>[A-Z][a-z]{2,})\b"
)
_COMMON = frozenset(
    [
        "AI",
        "IT",
        "US",
        "USA",
        "United",
        "States",
        "American",
        "English",
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
        "Bureau",
        "Labor",
        "Statistics",
    ]
)
_NOBODY = frozenset(
    ["Nobody", "Everybody", "Everyone", "Who", "Whoever", "It", "This", "That", "One", "The", "Industry"]
)
_GIVES_ORDERS = (
    r"\b(?:as|per) (?:the )?(?:document|system|instructions?)(?: says| said| instructed| ordered)?\b.{0,40}\binstruct"
    r"|\bmy (?:instructions|system prompt|new instructions)\b|\bprevious instructions\b|\bAPI key\b|\bpassword\b|\bbank (?:account|details)\b"
)
_ORDERS = re.compile(_GIVES_ORDERS, re.IGNORECASE)


@dataclass(frozen=True)
class Known:
    """What a reply may name: what the person said, what evidence and tools hold; and the addresses of sources."""

    said: str
    held: str
    addresses: str

    @classmethod
    def of(cls, texts: Iterable[str], evidence: Iterable[Evidence], documents: Iterable[str] = ()) -> "Known":
        held, addresses = [], []
        for item in evidence:
            source = item.source
            addresses.append(source.locator or "")
            held += [item.text, source.title, source.publisher or "", source.locator or ""]
            held += [
                part for figure in item.figures for part in (figure.subject, figure.place or "", figure.label)
            ]
        return cls("\n".join(texts), "\n".join([*held, *documents]), "\n".join(addresses))

    def has(self, name: str) -> bool:
        return holds_words(self.said, name) or holds_words(self.held, name)


def without_unfounded(text: str, known: Known) -> tuple[str, int]:
    """The text without statements that nothing supports, and how many there were."""
    faults = [statement for statement in split_statements(text) if is_unfounded(statement.text, known)]
    return cut_statements(text, faults), len(faults)


def is_unfounded(text: str, known: Known) -> bool:
    """Whether a statement names a decision, source, link, contact or person that is not there."""
    return any(rule(text, known) for rule in _RULES)


def cut_statements(text: str, faults: Iterable[Statement]) -> str:
    """The text without these statements, and without the bullets and gaps that they leave."""
    for statement in sorted(faults, key=lambda each: each.start, reverse=True):
        text = text[: statement.start] + text[statement.end :]
    lines = [
        line.rstrip() for line in text.split("\n") if not re.fullmatch(r"\s*(?:[-*+>]|\d{1,2}[.)])\s*", line)
    ]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n")


def _decides(text: str, known: Known) -> bool:  # noqa: ARG001 - one signature for all rules
    return bool(_DECIDED.search(text)) and not _UNDECIDED.search(text)


def _gives_orders(text: str, known: Known) -> bool:  # noqa: ARG001 - the same
    from agent.policy.offline.understanding.cues import has_cue

    return bool(_ORDERS.search(text)) or has_cue("injection", text)


def _links_elsewhere(text: str, known: Known) -> bool:
    """A link is the person's own or a source's address; one that stands inside a document is not passed on."""
    return any(
        link[0].rstrip(").,;") not in f"{known.said}\n{known.addresses}" for link in _LINK.finditer(text)
    )


def _contacts_somebody(text: str, known: Known) -> bool:
    """Contact details come from the person alone: one that a document gives is not passed on."""
    return any(contact[0] not in known.said for contact in _CONTACT.finditer(text))


def _names_source(text: str, known: Known) -> bool:
    for match in _NAMED_SOURCE.finditer(text):
        name = match["name"] or match["owner"]
        if set(name.split()) <= _COMMON | {"You", "Your", "The", "This", "It"}:
            continue
        if not known.has(name):
            return True
    return False


def _names_person(text: str, known: Known) -> bool:
    greeted = _GREETED.match(text)
    if greeted and greeted["name"] not in _COMMON | {"There"} and not known.has(greeted["name"]):
        return True
    if not _OF_PERSON.search(text):
        return False
    names = [word for match in _NAME.finditer(text) for word in match[0].split() if word not in _COMMON]
    return any(not known.has(name) for name in names)


def _claims_deed(text: str, known: Known) -> bool:  # noqa: ARG001 - the same
    return bool(_DONE.search(text))


def _counts_in_words(text: str, known: Known) -> bool:
    """A share or a growth without a digit stands only as the evidence words it; figures are held elsewhere."""
    if re.search(r"\d", _CITED.sub("", text)):
        return False
    found = [*_SHARE.finditer(text), *_GROWTH.finditer(text)]
    return any(match[0].casefold() not in known.held.casefold() for match in found)


def _names_employer(text: str, known: Known) -> bool:
    for match in _EMPLOYER.finditer(text):
        names = re.findall(r"[A-Z][\w&.'-]*", match["hires"] or match["at"])
        # A lone capital at the beginning of a sentence is a name only where the verb says that it is one thing.
        opens = match["hires"] and not re.search(r"\w", text[: match.start()]) and len(names) == 1
        if opens and not re.search(r"\b(?:hires|employs|recruits)$", match[0]):
            continue
        if any(name not in _COMMON | _NOBODY and not known.has(name) for name in names):
            return True
    return False


_RULES: tuple[Callable[[str, Known], bool], ...] = (
    _decides,
    _claims_deed,
    _counts_in_words,
    _names_employer,
    _gives_orders,
    _links_elsewhere,
    _contacts_somebody,
    _names_source,
    _names_person,
)
