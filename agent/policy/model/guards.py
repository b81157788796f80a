"""What a model may not say even without a figure: sources, links, people and decisions that are not there.

Figures are held against evidence by `agent.grounding`; here stand the statements that carry none.
"""

import re
from collections.abc import Callable, Sequence

from agent.grounding.statements import Statement, split_statements
from agent.month_names import MONTHS, WEEKDAYS
from agent.policy.model.cutting import cut_statements
from agent.policy.model.known import Known
from agent.policy.model.leaning import leans_on
from agent.policy.model.said import holds_words
from agent.policy.model.wordings import (
    counts_without_figures,
    is_disguised,
    judges,
    names_other_days,
    names_unknown,
    promises,
    tells_rules,
)
from tools.evidence import Evidence

_LINK = re.compile(
    r"\b(?i:https?://|www\.)\S+|\b[\w-]+\.(?:com|org|net|io|ai|gov|edu|dev|app|xyz|info)\b(?:/\S*)?"
)
_CONTACT = re.compile(r"[\w.+-]+@[\w-]+\.\w+|<(?:email|phone|address)-[a-z]+>|\+\d[\d\s().-]{7,}\d")
# Approving and delivering are the person's and the code's to speak of; the model needs no word for them.
_DECIDED = re.compile(
    r"\b(?:plan|draft|it|this|everything|you(?:'re| are)|i(?:'ve| have)?|we(?:'ve| have)?|approval|status)\b[^.;?!]{0,60}"
    r"\b(?:delivered|accepted|confirmed|locked in|submitted|activated|official|final"
    r"|green[- ]?(?:light(?:ed)?|lit)|(?:signed,? (?:and )?)?sealed|(?:is|are|goes|went|now) live|in (?:force|effect)|binding|went out)\b"
    r"|\b(?:approv(?:e[ds]?|ing|als?)|finali[sz]\w+|consent\w*|sign(?:ed|s|ing)?[- ](?:\w+ )?off|sign-?offs?|authori[sz]\w+|ratif\w+|rubber-stamped)\b"
    r"|\b(?:delivered|final)\b[^.;?!]{0,30}\b(?:plan|draft)\b|\byou(?:'ve| have)? (?:already )?(?:agreed|accepted|okayed|signed)\b"
    r"|\bon file\b|\bas agreed\b",
    re.IGNORECASE,
)
_STEM_LENGTH = 6
# Nobody reads a longer one, and the rules need not.
LONGEST_STATEMENT = 800
# What only hands can do: the coach writes to nobody and signs nobody up.
_DONE = re.compile(
    r"\b(?:i|we)(?:'ve|\u2019ve| have)?\s+(?:already |just |now |also ){0,2}(?:e-?mailed|sent|called|phoned|messaged|contacted|informed|notified|forwarded"
    r"|(?:looked|checked) (?:you|up|your|into)|looked (?:it|that|them) up|verified|phoned|arranged|reviewed your|booked|reserved|registered|enrolled|signed you up|applied|submitted|paid|ordered|scheduled)\b"
    r"|\b(?:i|we)(?:'ll|\u2019ll| will| shall| can| am going to)\s+(?:call|phone|e-?mail|send|contact|write to|visit|meet|book|arrange|register|enrol|apply|submit|order|pay|text|message)\b",
    re.IGNORECASE,
)
# Quantities without a digit, which no figure can be held against.
_SHARE = re.compile(
    r"\b(?:(?:five|six|seven)[- ]figures?|(?:half|most|a (?:third|quarter|fifth|tenth)|(?:two|three|four)[- ](?:thirds|quarters|fifths)) of (?:all |the )?(?:\w+ )?"
    r"(?:them|employers|companies|firms|jobs|offers|postings|workers|people|hires|applicants)"
    r"|(?:one|two|three|four|five|six|seven|eight|nine) (?:out of|in) (?:every )?(?:two|three|four|five|six|seven|eight|nine|ten|twenty|fifty|a hundred|hundred))\b",
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
    r"\b(?:once|when|if|until|till|unless|after|before) (?:you|the plan|it|approved|final)\b|\bnot (?:yet |been )*(?:\w+ )?(?:approved|final|delivered)\b|\bn't (?:\w+ )?(?:approved|final|delivered|approve)\b"
    r"|\byou (?:can|could|may|might|still|decide|have to|need to|must)\b|\bwait(?:s|ing)? for (?:you|your approval)\b|\b(?:for you|yours|up to you|ready) to (?:approve|decide|sign)\b|\bonly you\b|\bcannot approve\b",
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
        *MONTHS,
        *WEEKDAYS,
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


def without_unfounded(
    text: str, known: Known, stems: frozenset[str] | None = None, evidence: Sequence[Evidence] = ()
) -> tuple[str, int]:
    """The text without statements that nothing supports, and how many there were.

    With `stems` a statement must also lean on them, unless it is a question; a figure's statement names nothing but
    what the `evidence` that it cites, or the person, names.
    """

    def fails(statement: Statement) -> bool:
        if is_unfounded(statement.text, known):
            return True
        cited = [item for item in evidence if item.id in statement.cites]
        if cited and borrows_names(statement.text, known.said, cited):
            return True
        asks = statement.text.rstrip().endswith("?")
        return stems is not None and not asks and not leans_on(statement.text, stems)

    faults = [statement for statement in split_statements(text) if fails(statement)]
    return cut_statements(text, faults), len(faults)


def borrows_names(text: str, said: str, cited: Sequence[Evidence]) -> bool:
    """Whether a statement with a figure names something that only other evidence names."""
    if not re.search(r"\d", _CITED.sub("", text)):
        return False
    held = Known.of([said], cited)
    return names_unknown(_CITED.sub("", text), held.has)


def is_unfounded(text: str, known: Known) -> bool:
    """Whether a statement names a decision, source, link, contact or person that is not there, or is no sentence."""
    return len(text) > LONGEST_STATEMENT or any(rule(text, known) for rule in _RULES)


def speaks_of_approval(text: str) -> bool:
    """Whether a text has a word on approving or delivering, whatever it says of it."""
    return _DECIDED.search(text) is not None


def _decides(text: str, known: Known) -> bool:
    """A decision on the plan; approvals that the evidence speaks of are somebody else's."""
    match = _DECIDED.search(text)
    if match is None or _UNDECIDED.search(text):
        return False
    stem = match[0].split()[-1].casefold()[:_STEM_LENGTH]
    return stem not in known.held.casefold() or bool(
        re.search(r"\b(?:plan|draft|your|you)\b", text, re.IGNORECASE)
    )


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
        if set(name.split()) <= _COMMON | {
            "You",
            "Your",
            "The",
            "This",
            "It",
            "They",
            "We",
            "These",
            "Those",
            "Many",
            "Most",
            "Some",
            "People",
        }:
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
        strange = [name for name in names if name not in _COMMON | _NOBODY and not known.has(name)]
        # Where somebody is to work or apply is said of a name, which may stand for something else in the evidence.
        elsewhere = (
            match["at"] and f"at {match['at']}".casefold() not in f"{known.said} {known.held}".casefold()
        )
        if strange or (
            elsewhere and any(name not in _COMMON and not holds_words(known.said, name) for name in names)
        ):
            return True
    return False


_RULES: tuple[Callable[[str, Known], bool], ...] = (
    lambda text, known: is_disguised(text),  # noqa: ARG005 - one signature for all rules
    lambda text, known: tells_rules(text),  # noqa: ARG005 - the same
    lambda text, known: counts_without_figures(text, known.held),
    lambda text, known: names_other_days(text, known.days),
    lambda text, known: promises(text, known.held),
    lambda text, known: names_unknown(text, known.has),
    lambda text, known: judges(text, f"{known.said} {known.held}"),
    lambda text, known: "{" in text or "}" in text,  # noqa: ARG005 - the same
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
