"""Of whom a clause speaks: the person, or somebody else whose facts are nobody's here."""

import re
from functools import cache

from prompts import words

REQUEST = r"tell|give|make|show|compare|draft|build|create|write|put|help|explain|look|find|list|describe|please(?! *$|\W*$)"
OWN = re.compile(r"\b(?:i|i'm|i've|i'd|i'll|me|myself|am)\b|^(?:and )?we\b", re.IGNORECASE)
# What somebody says: "people keep telling me to...", "the recruiter says...".
_HEARSAY = re.compile(
    r"(?:and |but |so )?(?:people|everyone|everybody|folks|some|the \w+(?: \w+)?)\b(?: \w+){0,2}? (?:tell|tells|telling|told|say|says|saying|said|thinks?|keeps?|recommends?|suggests?)\b",
    re.IGNORECASE,
)
_OTHERS_PRONOUN = re.compile(r"^(?:and\s+)?(?:he|she|they|he's|she's|they're|his|her|their)\b", re.IGNORECASE)
# "They promoted me": somebody else acts, and what is told is the person's own.
_DONE_TO_ME = re.compile(
    r"\b(?:offer\w*|promot\w*|hired?|made|laid|let|fired|cut|moved|transferred|gave|give|put|need|want)\b.*\b(?:me|us|my)\b",
    re.IGNORECASE,
)


def speaks_of_others(piece: str, before: bool) -> bool:
    """Whether the clause's subject is somebody else; a clause without a subject keeps the one before."""
    if re.match(rf"(?:{REQUEST})\b", piece, re.IGNORECASE):
        return False  # "explain what a teacher does"
    if _HEARSAY.match(piece) or (before and re.match(r"who\b", piece, re.IGNORECASE)):
        return True
    if _kin_subject().search(piece) or _my_kin().match(piece):
        return True
    if _OTHERS_PRONOUN.match(piece):
        return not _DONE_TO_ME.search(piece)
    return before and not OWN.search(piece)


@cache
def _my_kin() -> re.Pattern[str]:
    """My own people as a subject, whatever they do; "my wife and I" is the person too."""
    kin = "|".join(words("people")["kin"].split())
    return re.compile(
        rf"(?:(?:and|so|but|well|oh|ok|also),? )*(?:(?:my|our|mi) (?:\w+ )?)?(?:{kin})(?:[- ]in[- ]laws?)?(?:'s)?(?:,? (?!and (?:i|me)\b|is not|job)\w|$)",
        re.IGNORECASE,
    )


@cache
def _kin_subject() -> re.Pattern[str]:
    kin = "|".join(words("people")["kin"].split())
    return re.compile(
        rf"^(?:\w+[, ]+){{0,3}}?(?:my|our|a|the|his|her|their) (?:\w+ ){{0,2}}(?:{kin})(?:[- ]in[- ]laws?)?(?:'s (?:an?|the|been|in|\w+ing)\b|(?:'s)?(?:,? \w+,?)? "
        rf"(?:is|was|are|were|works?|worked|lives?|lived|makes?|made|earns?|earned|has|had|says?|said|thinks?|wants?"
        rf"|told|tells?|wrote|writes|got|gets|knows?|did|does|just|used|became|went|studies|studied|teaches|drives|keeps"
        rf"|recently|also|currently|who|moved|started|asked|recommended|suggested|can|just)\b)",
        re.IGNORECASE,
    )
