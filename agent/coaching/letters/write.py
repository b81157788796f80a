"""A text as it may be copied: greeting, sentences, close, in the tone that is wanted."""

import re

from agent.coaching.letters.kept_out import kept_out
from agent.coaching.letters.lines import courtesy
from agent.coaching.letters.sentences import as_lines, in_full
from agent.coaching.lines import line
from agent.models import Letter
from agent.nlu.addressee import greeted, is_titled

_UPON_THEM = re.compile(r"you\b", re.IGNORECASE)  # what the reader did comes first
_THANKED = re.compile(r"\bthank", re.IGNORECASE)
_THANKS = {
    None: "plain_text.thanks",
    "plainer": "plain_text.thanks",
    "warmer": "plain_text.thanks_warmly",
    "formal": "plain_text.regards",
}


def written(letter: Letter) -> str:
    """The whole text, a line for the greeting, one for what it says and one for its close; of lines each by itself."""
    said = [each.text for each in letter.body]
    if letter.lines:
        return "\n".join(f"- {each}" for each in as_lines(said))
    if letter.tone == "formal":
        said = [in_full(each) for each in said]
    upon_them = any(map(_UPON_THEM.match, said[:1])) and not any(each.endswith("?") for each in said)
    if letter.tone == "warmer":
        said = _warmer(letter, said, upon_them=upon_them)
    end = ", ".join([*_thanks(letter, said, upon_them=upon_them), *_name(letter)])
    return "\n".join([_greeting(letter), " ".join(said), *([end] if end else [])])


def quoted(text: str) -> str:
    """A text as it may be copied, each line of it set off and kept a line of its own (two spaces at its end, in markdown)."""
    return "  \n".join(f"> {each}" for each in text.strip().splitlines())


def is_spoken(letter: Letter) -> bool:
    """Whether it goes as a message or is said, and needs no name below it."""
    if letter.tone == "formal" or letter.spoken is False:
        return False
    return bool(letter.spoken) or letter.brief or letter.tone == "plainer"


def _warmer(letter: Letter, said: list[str], *, upon_them: bool) -> list[str]:
    """With a kind word that fits such a text behind it, else one before it."""
    kind = courtesy(letter.entry)
    if kind and kind not in said and kept_out([kind], letter.out):
        return [*said, kind]
    well = line("plain_text.well").text
    return said if upon_them or letter.brief or kind else [well, *said]


def _thanks(letter: Letter, said: list[str], *, upon_them: bool) -> list[str]:
    thanked = any(map(_THANKED.search, said)) or not letter.thanks
    if thanked or letter.brief or letter.tone == "firmer":
        return []
    key = "plain_text.thanks_heard" if upon_them and letter.tone else _THANKS[letter.tone]
    return kept_out([line(key).text], letter.out)


def _name(letter: Letter) -> list[str]:
    if letter.signed:
        return [letter.signed]
    return [] if is_spoken(letter) else [line("plain_text.name").text]


def _greeting(letter: Letter) -> str:
    if letter.to is None:
        return line("plain_text.hello").text
    formal = letter.tone == "formal" or (not is_spoken(letter) and is_titled(letter.to))
    return line("plain_text.dear" if formal else "plain_text.hi", to=greeted(letter.to)).text
