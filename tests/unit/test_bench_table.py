"""The table at the end of `make bench` marks what misses its aim, and only that."""

from benchmarks.table import Row, against, least, table


def test_an_aim_is_held_against_the_figure_or_its_ratio() -> None:
    assert against("start", 0.10, "s", 2.0, 0.08).met and not against("start", 0.20, "s", 2.0, 0.08).met
    assert least("facts", 0.70, 0.70).met and not least("facts", 0.69, 0.70).met
    assert Row("a turn", 5.0, "ms").met


def test_what_is_missed_stands_in_its_row() -> None:
    first, held, missed = table(
        [least("facts", 0.7, 0.6), against("start", 0.3, "s", 2.0, 0.08)]
    ).splitlines()
    assert first.split()[:2] == ["measure", "ours"]
    assert "70.0%" in held and ">= 60.0%" in held and "missed" not in held
    assert "0.15" in missed and "<= 0.08" in missed and missed.endswith("missed")
