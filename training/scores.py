"""How well messages are read: spans by label, wishes by name, and whole messages."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

BOUNDS = (0.0, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 0.99)

Spans = Sequence[tuple[int, int, str]]


@dataclass
class Count:
    """Found rightly, found wrongly, missed."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    @property
    def given(self) -> int:
        return self.right + self.missed

    @property
    def f1(self) -> float:
        """2PR/(P+R), between 0 and 1; 1 where there was nothing to find and nothing was found."""
        whole = 2 * self.right + self.wrong + self.missed
        return 2 * self.right / whole if whole else 1.0

    def add(self, right: int, wrong: int, missed: int) -> None:
        self.right += right
        self.wrong += wrong
        self.missed += missed


@dataclass
class Scores:
    """`exact` and `near` (any overlap) by label, `wishes` by name, and messages that are right as a whole.

    `sure` counts right and wrong spans by the bound that their confidence reaches.
    """

    exact: dict[str, Count] = field(default_factory=dict)
    near: dict[str, Count] = field(default_factory=dict)
    wishes: dict[str, Count] = field(default_factory=dict)
    sure: dict[float, Count] = field(default_factory=dict)
    messages: int = 0
    all_spans: int = 0
    no_false_span: int = 0
    all_wishes: int = 0

    def add(self, spans: Spans, found: Spans, wishes: Iterable[str], read: Iterable[str]) -> None:
        """Count one message: what was annotated and what was read."""
        self.messages += 1
        self.all_spans += set(spans) == set(found)
        self.no_false_span += not any(_unlike(span, spans) for span in found)
        self.all_wishes += set(wishes) == set(read)
        for label in {label for *_, label in (*spans, *found)}:
            own = [span for span in spans if span[2] == label]
            ours = [span for span in found if span[2] == label]
            same = len(set(own) & set(ours))
            self.exact.setdefault(label, Count()).add(same, len(ours) - same, len(own) - same)
            wrong, missed = (sum(_unlike(a, to) for a in given) for given, to in ((ours, own), (own, ours)))
            self.near.setdefault(label, Count()).add(len(own) - missed, wrong, missed)
        wishes, read = set(wishes), set(read)
        for wish in wishes | read:
            right = wish in wishes and wish in read
            count = self.wishes.setdefault(wish, Count())
            count.add(right, wish not in wishes, wish not in read)

    def add_confidence(self, confidence: float, *, right: bool) -> None:
        """Count one span that was read under the highest bound that its confidence (0 to 1) reaches."""
        bound = max(bound for bound in BOUNDS if confidence >= bound)
        self.sure.setdefault(bound, Count()).add(int(right), int(not right), 0)

    @staticmethod
    def f1(counts: dict[str, Count]) -> float:
        """Over all names together (micro-averaged)."""
        total: Counter[str] = Counter()
        for count in counts.values():
            total.update(right=count.right, wrong=count.wrong, missed=count.missed)
        return Count(total["right"], total["wrong"], total["missed"]).f1

    def line(self) -> str:
        """The figures of the whole in one line."""
        share = [
            value / max(self.messages, 1) for value in (self.all_spans, self.no_false_span, self.all_wishes)
        ]
        return (
            f"{self.messages} messages: spans F1 {self.f1(self.exact):.3f} exact, {self.f1(self.near):.3f} near; "
            f"wishes F1 {self.f1(self.wishes):.3f}; all spans right {share[0]:.1%}, "
            f"no false span {share[1]:.1%}, wishes exact {share[2]:.1%}"
        )


def _unlike(span: tuple[int, int, str], others: Spans) -> bool:
    """Whether no span of the same label overlaps this one."""
    return not any(span[2] == label and span[0] < end and start < span[1] for start, end, label in others)
