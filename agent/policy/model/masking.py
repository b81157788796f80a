"""E-mail addresses, telephone numbers and street addresses: masked before anything is sent, restored in the reply."""

import re
from typing import TypeVar

_AT = r"\s*(?:\(at\)|\[at\]|\{at\}|\(@\)|\[@\])\s*"
_DOT = r"\s*(?:\.|\(dot\)|\[dot\]|\{dot\}|\bdot\b)\s*"
_ENDINGS = "com|org|net|edu|gov|info|io|me|us|uk|co|de|at|ch|fr|es|it|nl|eu|ca|au|in|example"
_EMAIL = (
    r"(?P<email>[\w.+%'-]+@[\w-]+(?:\.[\w-]+)+"
    rf"|[\w.+%'-]+{_AT}[\w-]+(?:{_DOT}[a-z]{{2,}})+"
    # "name at mail dot com", as it is spoken
    rf"|[\w.+%'-]+\s+at\s+[\w-]+(?:\s+dot\s+[\w-]+)*\s+dot\s+(?:{_ENDINGS})\b)"
)
_DIGIT = r"(?:zero|oh|one|two|three|four|five|six|seven|eight|nine|hundred|double|triple)"
_PHONE = (
    r"(?P<phone>\+\d[\d\s().-]{6,18}\d"
    r"|\(\d{2,5}\)\s?\d{2,4}(?:[\s.-]?\d{2,5}){1,3}"
    r"|(?<![\d$€£.,-])(?:1[\s.-])?\d{3}[\s.-]\d{3}[\s.-]\d{4}(?!,?\d|\s?%)"
    r"|(?<![\d$€£.,-])(?<!\d\s)0(?!00)\d{1,4}[\s/.-]\d{2,5}(?:[\s.-]?\d{2,5})+(?!,?\d|\s?%)"
    r"|(?<![\d$€£.,-])\d{10,11}(?!,?\d|\s?%)"
    rf"|\b{_DIGIT}(?:[\s,-]+{_DIGIT}){{6,}}\b)"
)
# Seven digits are a number to call only where the words before say so.
_LOCAL = re.compile(
    r"(?P<lead>\b(?:phone|cell|cellphone|mobile|call|ring|text|tel|telephone|whatsapp|number|fax)\b(?:'s|\u2019s)?[\s:.]*(?:(?:me|us|number|no|is|at|on|here)\b[\s:.]*){0,3})"
    r"(?P<phone>\d{3}[\s.-]?\d{4})(?![\d,.%]\d|\d)",
    re.IGNORECASE,
)
_STREETS = (
    r"Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Lane|Ln|Drive|Dr|Court|Ct|Way|Place|Pl|Square|Sq|Terrace|Ter"
    r"|Parkway|Pkwy|Highway|Hwy|Circle|Cir|Crescent|Close|Row|Alley|Trail|Trl|Loop"
)
_ADDRESS = (
    r"(?P<address>(?<![\w$€£.,])\d{1,6}[A-Za-z]?\s+(?:[NSEW]\.?\s+|North\s+|South\s+|East\s+|West\s+)?"
    rf"(?:[A-Z0-9][\w.'-]*\s+){{1,4}}?(?:{_STREETS})\b\.?"
    r"(?:,?\s*(?:Apt|Apartment|Suite|Ste|Unit|Floor|Fl|#)\.?\s*#?\s*\w{1,6})?"
    r"|(?i:\bP\.?\s?O\.?\s?Box\s+\d+|\bR\.?R\.?\s?\d+,?\s+Box\s+\d+|\b(?:apt|apartment)\b\.?\s*#?\s*\d{1,4}[a-z]?\b|\bflat\s+\d{1,3}[a-z]\b)"
    r"|(?<![\w$€£.,])\d{1,5}\s+(?:(?!years?|yrs|months?|weeks?|days?|hours?|people|jobs?|miles?|blocks?|of|on|in|the|an?|and|or|at|to|from|down|off)[a-z]+\s+){1,2}(?:street|avenue|boulevard|blvd)\b"
    r"(?:,?\s*(?:apt|apartment|suite|unit)\.?\s*#?\s*\w{1,6})?"
    r"|\b[A-ZÄÖÜ][\wäöüß.-]*(?:straße|strasse|str\.|gasse|weg|platz|allee|damm|ufer)\s+\d{1,4}\s?[a-z]?\b"
    r"|(?<![\w$€£.,])\d{1,5}\s+(?!(?:years?|hours?|days?|people|jobs?|mile|way|fast|bus)\b)[a-z]{3,}\s+(?:lane|road)\b"
    r"|\b\d{1,5}\s+Avenue\s+of\s+(?:the\s+)?[A-Z]\w+|\b(?:One|Two|Three|Four|Five|Ten)\s+[A-Z]\w+\s+(?:Way|Plaza|Square|Center)\b"
    r"|\b\d{1,4}(?:\s?bis)?,?\s+(?:[Rr]ue|avenue|boulevard|place|chemin|impasse|allée)\s+(?:d[eu]s?\s+|des\s+|de la\s+|l')?[A-ZÉÈ][\w'éèêàç-]*"
    r"(?:\s+[A-ZÉÈ][\w'éèêàç-]*)*"
    r"|\b(?:Calle|Avenida|Via|Viale|Piazza|Rua|Plaza|Paseo)\s+(?:[A-Z][\w'áéíóúñç-]*\s+|d[aeio]l?l?[aeo]?\s+){1,4}\d{1,4}\b)"
)
_PRIVATE = re.compile(f"{_EMAIL}|{_PHONE}|{_ADDRESS}")
_MASK = re.compile(r"<(?:email|phone|address)-[a-z]+>")

Content = TypeVar("Content")


class Masks:
    """The stand-ins of one step; the same text always gets the same one. They hold no digit that could be a figure."""

    def __init__(self) -> None:
        self._names: dict[str, str] = {}

    def hide(self, text: str) -> str:
        """`text` with a stand-in for each private detail."""
        text = _PRIVATE.sub(lambda match: self._masked(match[0], str(match.lastgroup)), text)
        return _LOCAL.sub(lambda match: match["lead"] + self._masked(match["phone"], "phone"), text)

    def restore(self, content: Content) -> Content:
        """The details put back into a text, or into every text of a list or dict."""
        originals = {mask: text for text, mask in self._names.items()}
        if isinstance(content, str):
            return _MASK.sub(lambda match: originals.get(match[0], match[0]), content)  # type: ignore[return-value]
        if isinstance(content, list):
            return [self.restore(each) for each in content]  # type: ignore[return-value]
        if isinstance(content, dict):
            return {key: self.restore(each) for key, each in content.items()}  # type: ignore[return-value]
        return content

    def _masked(self, text: str, kind: str) -> str:
        if text not in self._names:
            self._names[text] = f"<{kind}-{_letters(len(self._names))}>"
        return self._names[text]


def _letters(index: int) -> str:
    """0 -> "a", 25 -> "z", 26 -> "ba"."""
    high, low = divmod(index, 26)
    return (_letters(high) if high else "") + chr(ord("a") + low)
