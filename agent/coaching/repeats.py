"""What one answer says without what another one of the same reply says."""

from collections.abc import Sequence
from dataclasses import replace

from agent.coaching.lines import Line, Said

_MORE_JOBS = frozenset({"market.more_jobs", "market.more_there", "market.counted_as_one"})
_TELLS_PAY = ("pay.", "worth_it.then")


def _tells_pay(own: Line) -> bool:
    return own.key.startswith(_TELLS_PAY) and bool(own.evidence)


def without_repeats(said: Sequence[Said]) -> list[Said]:
    """The moves without what an earlier one said, and without a table that another one holds.

    What a role pays is told once, whichever move told it: pay from evidence that was cited already is left out.
    """
    told: set[str] = set()
    keys: set[str] = set()
    cited: set[str] = set()
    result: list[Said] = []
    led = [{name for own in each.lines[:1] for name in own.evidence} for each in said]
    for at, each in enumerate(said):
        # What another part of the message leads with is not told before it as a second line.
        ahead = set[str]().union(*led[at + 1 :])
        lines = tuple(
            own
            for place, own in enumerate({own.text: own for own in each.lines}.values())
            if own.text not in told
            and not (own.key.startswith("compare.jobs") and keys & _MORE_JOBS)
            and not (_tells_pay(own) and (cited | (ahead if place else set())).issuperset(own.evidence))
        )
        told |= {own.text for own in lines}
        keys |= {own.key for own in lines}
        cited |= {name for own in lines for name in own.evidence}
        held = bool(each.cited) and any(
            set(each.cited) < set(other.cited) or (each.cited == other.cited and place < at)
            for place, other in enumerate(said)
            if place != at
        )
        held = held or any(each.table == other.table for other in said[:at])
        shown = replace(each, table="", cited=()) if held else each
        result.append(replace(shown, lines=lines))
    return result
