"""The table of facts: complete, in step with its sources, superseded only by figures about the same people."""

import json
from pathlib import Path

import pytest

from tools.market import facts
from tools.market.ages import last_day
from tools.market.facts import Fact
from tools.oews.tables import occupations, read_table
from tools.salary.contract import employer_costs

SHARED = Path(__file__).parents[3].parent / "shared"
ROWS = read_table("market_facts") + read_table("reported_pay")


def found(group: str, statistic: str) -> list[Fact]:
    everything = facts.facts_for(frozenset({"ai-engineer"}), ["15-1252", "15-1253", "15-2051"])
    return [fact for fact in everything if fact.group == group and fact.figure.statistic == statistic]


def test_every_fact_says_whose_it_is_and_how_far_to_trust_it() -> None:
    for row in ROWS:
        assert row["applies"] and row["trust"] and row["title"] and row["url"] and row["statistic"], row["id"]
        assert last_day(row["published"]) or last_day(row["period"]), row["id"]
    assert len({row["id"] for row in ROWS}) == len(ROWS)


def test_every_fact_is_about_a_known_family_or_occupation() -> None:
    families = {row["family"] for row in read_table("role_families")}
    for row in ROWS:
        for target in row["applies"].split(";"):
            codes = [code for code in occupations() if code.startswith(target.rstrip("*"))]
            assert target in families or codes, (row["id"], target)


@pytest.mark.parametrize(
    ("group", "growth", "superseded"),
    [
        ("ooh-2026", 10, False),
        ("ooh-2025-dev", 15, False),
        ("ooh-2024-dev", 17, True),
        ("ooh-2023-dev", 25, True),
        ("ooh-2026-ds", 35, False),
        ("ooh-2025-ds", 33.5, True),
    ],
)
def test_an_edition_is_superseded_only_by_one_about_the_same_people(
    group: str, growth: float, superseded: bool
) -> None:
    (fact,) = found(group, "growth")
    assert fact.figure.value == growth
    assert facts.is_superseded(fact) is superseded


def test_medians_of_single_occupations_are_superseded_by_the_release_in_use() -> None:
    for group in ("ooh-2025-devpay", "ooh-2024-devpay"):
        alone, together = found(group, "p50")
        assert alone.population == "15-1252" and facts.is_superseded(alone)
        assert facts.is_superseded(together) is (group == "ooh-2024-devpay")


def test_editions_come_newest_first() -> None:
    growths = [
        fact.figure.value
        for fact in facts.facts_for(frozenset(), ["15-1252"])
        if fact.figure.statistic == "growth" and "oftware" in fact.figure.subject
    ]
    assert growths == [10, 15, 17, 25]


def test_evidence_holds_each_figure_of_its_group_once() -> None:
    chosen = facts.facts_for(frozenset({"ai-engineer"}), ["15-1252"])
    pieces = facts.evidence(chosen)
    assert sum(len(piece.figures) for piece in pieces) == len(chosen)
    for piece in pieces:
        for figure in piece.figures:
            assert f"{figure.value:,}" in piece.text


@pytest.mark.skipif(
    not SHARED.is_dir(), reason="the collected facts lie beside the repository only where they are shared"
)
def test_every_collected_number_is_in_a_table() -> None:
    """Each value and address of the collected facts, unchanged; remarks hold the rest in words."""
    collected = json.loads((SHARED / "facts" / "market_facts.json").read_text(encoding="utf-8"))["facts"]
    held = {float(row[name]) for row in read_table("market_facts") for name in ("value",)}
    for row in read_table("reported_pay"):
        names = ("low", "high", "p10", "p25", "p50", "p75", "p90", "sample")
        held |= {float(row[name]) for name in names if row[name]}
    held |= {float(row["value"]) for row in read_table("employer_costs")}
    addresses = {row["url"] for row in ROWS} | {str(employer_costs().source.locator)}
    for fact in collected:
        first = fact["url"].split(" ")[0]
        assert any(first in address or address in first for address in addresses), fact["url"]
        for value in numbers(fact["value"]):
            assert value in held or value * 1_000_000 in held, (fact["id"], value)


def numbers(value: object) -> list[float]:
    if isinstance(value, dict):
        return [number for item in value.values() for number in numbers(item)]
    if isinstance(value, list):
        return [number for item in value for number in numbers(item)]
    return [float(value)] if isinstance(value, int | float) else []
