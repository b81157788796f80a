"""E-mail addresses, telephone numbers and street addresses: masked before anything is sent, restored in the reply."""

import re
from typing import TypeVar

_EMAIL = r"(?P<email>[\w.+%-]+@[\w-]+(?:\.[\w-]+)+)"
_PHONE = (
    r"(?P<phone>\+\d[\d\s().-]{6,18}\d"
    r"|\(\d{2,5}\)\s?\d{2,4}(?:[\s.-]?\d{2,5}){1,3}"
    r"|(?<![\d$€£.,-])(?:1[\s.-])?\d{3}[\s.-]\d{3}[\s.-]\d{4}(?!,?\d|\s?%)"
    r"|(?<![\d$€£.,-])0\d{1,4}[\s/.-]\d{2,5}(?:[\s.-]?\d{2,5})+(?!,?\d|\s?%)"
    r"|(?<![\d$€£.,-])\d{10,11}(?!,?\d|\s?%)"
    r"|(?<=\bphone )\d{3}[\s.-]?\d{4}\b|(?<=\bcall )\d{3}[\s.-]?\d{4}\b|(?<=\btel )\d{3}[\s.-]?\d{4}\b"
    r"|(?<=\btel\. )\d{3}[\s.-]?\d{4}\b|(?<=\bphone: )\d{3}[\s.-]?\d{4}\b|(?<=\bnumber is )\d{3}[\s.-]?\d{4}\b)"
)
_STREETS = (
    r"Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Lane|Ln|Drive|Dr|Court|Ct|Way|Place|Pl|Square|Sq|Terrace|Ter"
    r"|Parkway|Pkwy|Highway|Hwy|Circle|Cir|Crescent|Close|Row|Alley|Trail|Trl|Loop"
)
_ADDRESS = (
    r"(?P<address>(?<![\w$€£.,])\d{1,6}[A-Za-z]?\s+(?:[NSEW]\.?\s+|North\s+|South\s+|East\s+|West\s+)?"
    rf"(?:[A-Z0-9][\w.'-]*\s+){{1,4}}?(?:{_STREETS})\b\.?"
    r"(?:,?\s*(?:Apt|Apartment|Suite|Ste|Unit|Floor|Fl|#)\.?\s*#?\s*\w{1,6})?"
    r"|\bP\.?\s?O\.?\s?Box\s+\d+"
    r"|\b[A-ZÄÖÜ][\wäöüß.-]*(?:straße|strasse|str\.|gasse|weg|platz|allee|damm|ufer)\s+\d{1,4}\s?[a-z]?\b"
    r"|\b\d{1,4}(?:\s?bis)?,?\s+(?:rue|avenue|boulevard|place|chemin|impasse|allée)\s+(?:d[eu]s?\s+|de la\s+|l')?[A-ZÉÈ][\w'éèêàç-]*"
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
        return _PRIVATE.sub(self._masked, text)

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

    def _masked(self, match: re.Match[str]) -> str:
        text = match[0]
        if text not in self._names:
            kind = str(match.lastgroup)
            self._names[text] = f"<{kind}-{_letters(len(self._names))}>"
        return self._names[text]


def _letters(index: int) -> str:
    """0 -> "a", 25 -> "z", 26 -> "ba"."""
    high, low = divmod(index, 26)
    return (_letters(high) if high else "") + chr(ord("a") + low)
