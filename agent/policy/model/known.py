"""What a model's text may name: what the person said, what evidence and tools hold."""

from collections.abc import Iterable
from dataclasses import dataclass

from agent.grounding.periods import Period, find_periods
from agent.policy.model.said import holds_words
from tools.evidence import Evidence


@dataclass(frozen=True)
class Known:
    """What a reply may name: what the person said, what evidence and tools hold; and the addresses of sources."""

    said: str
    held: str
    addresses: str
    days: tuple[Period, ...] = ()

    @classmethod
    def of(cls, texts: Iterable[str], evidence: Iterable[Evidence], documents: Iterable[str] = ()) -> "Known":
        held, addresses, days = [*documents], [], []
        for item in evidence:
            source = item.source
            addresses.append(source.locator or "")
            days += [source.date or "", *(figure.period or "" for figure in item.figures)]
            held += [item.text, source.title, source.publisher or "", source.locator or ""]
            held += [
                part for figure in item.figures for part in (figure.subject, figure.place or "", figure.label)
            ]
        said, material = "\n".join(texts), "\n".join(held)
        periods = find_periods("\n".join([said, material, *dict.fromkeys(days)]))
        return cls(said, material, "\n".join(addresses), tuple(periods))

    def has(self, name: str) -> bool:
        return holds_words(self.said, name) or holds_words(self.held, name)
