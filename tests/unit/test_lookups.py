"""A lookup is made once, and again as soon as anything that it rests on has changed."""

import os
from pathlib import Path

import pytest

from tools import lookups
from tools.calling import agent_tool, repeatable
from tools.evidence import Evidence, Source, Value
from tools.lookups import look_up, version


class Document(Value):
    asked: str
    evidence: list[Evidence] = []


class Counted:
    """A tool that counts how often it is asked."""

    def __init__(self, *, keeps: bool = True) -> None:
        self.times = 0

        def lookup_salary(role: str) -> tuple[str, Document]:
            """Look up."""
            self.times += 1
            if role == "nothing":
                raise OSError("no table")
            evidence = Evidence(kind="salary", text=role, source=Source(title="a table"))
            return role, Document(asked=role, evidence=[evidence])

        self.tool = (repeatable if keeps else agent_tool)(lookup_salary)
        self.tool.handle_tool_error = False


@pytest.fixture(autouse=True)
def nothing_kept(own_home: Path) -> None:
    lookups._kept.cache_clear()


def test_the_same_is_looked_up_once() -> None:
    counted = Counted()
    first, second = (look_up(counted.tool, {"role": "nurse"}, version()) for _ in range(2))
    assert first == second
    assert first.document == {"asked": "nurse"}
    assert [item.text for item in first.evidence] == ["nurse"]
    look_up(counted.tool, {"role": "baker"}, version())
    assert counted.times == 2


def test_own_tables_and_another_day_count_at_once(own_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    table = own_home / "pay" / "mine.csv"
    table.parent.mkdir(parents=True)
    versions = [version()]
    for written in ("a", "ab"):
        table.write_text(written, encoding="utf-8")
        versions.append(version())
    os.utime(table, (1, 1))
    versions.append(version())
    monkeypatch.setenv("COACH_TODAY", "2031-01-01")
    versions.append(version())
    assert len(set(versions)) == len(versions)
    counted = Counted()
    for each in versions:
        look_up(counted.tool, {"role": "nurse"}, each)
    assert counted.times == len(versions)


def test_live_feeds_and_the_library_are_always_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    library, feed = Counted(keeps=False), Counted()
    for _ in range(2):
        look_up(library.tool, {"role": "nurse"}, version())
    monkeypatch.setenv("COACH_ADZUNA_APP_ID", "me")
    for _ in range(2):
        look_up(feed.tool, {"role": "nurse"}, version())
    assert (library.times, feed.times) == (2, 2)


def test_a_failure_is_not_kept() -> None:
    counted = Counted()
    for _ in range(2):
        with pytest.raises(Exception, match="no table"):
            look_up(counted.tool, {"role": "nothing"}, version())
    assert counted.times == 2
