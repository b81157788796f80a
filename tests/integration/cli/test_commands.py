"""What each command does, as scripts use it."""

import json
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from agent.models import ReplyDocument
from agent.terminal.editing import DraftFile
from agent.terminal.history import add_line, read_lines
from tests.integration.cli.conftest import Run
from tools.market.models import MarketDocument
from tools.options.models import OptionsDocument
from tools.roadmap.models import RoadmapDocument
from tools.salary.models import ComparisonDocument, SalaryDocument

SCENARIO = """
name: a tester
turns:
  - user: hello
    expect: {status: answered, contains: said}
  - user: plan tester
    expect: {status: awaiting_approval, tools: [lookup_salary]}
  - resume: {edit: {next_actions/+: Call the school}}
    expect: {plan: {contains: Call the school}}
  - restart: true
  - resume: {reject: hours 4}
    expect: {profile: {hours_per_week: 4}, plan: {contains: Call the school}}
  - resume: {approve: true}
    expect: {status: delivered}
"""


def test_version_and_help(coach: Run) -> None:
    assert coach("--version").out.startswith("coach 0.")
    bare, asked = coach(), coach("--help")
    assert bare.status == asked.status == 0
    assert bare.out.strip() == asked.out.strip() and "Commands:" in bare.out


@pytest.mark.parametrize(
    ("command", "model"),
    [
        ("salary", SalaryDocument),
        ("market", MarketDocument),
        ("options", OptionsDocument),
        ("roadmap", RoadmapDocument),
    ],
)
def test_a_lookup_prints_its_document(
    coach: Run,
    command: str,
    model: type[SalaryDocument | MarketDocument | OptionsDocument | RoadmapDocument],
) -> None:
    ran = coach(command, "registered nurse", "--json")
    assert ran.status == 0 and ran.err == ""
    assert model.model_validate(ran.document).role == "registered nurse"
    shown = coach(command, "registered nurse")
    assert shown.status == 0 and "\x1b" not in shown.out and "registered nurse" in shown.out


def test_pay_is_placed_and_roles_are_compared(coach: Run) -> None:
    placed = coach("salary", "registered nurse", "--location", "Denver", "--pay", "$100k", "--json").document
    (row,), (estimate,) = placed["wages"], placed["estimates"]
    assert estimate["pay"] == 100_000 and row["p10"] < 100_000
    assert estimate["at_least"] <= estimate["percentile"] <= estimate["at_most"]
    shown = coach("salary", "registered nurse", "--location", "Denver", "--pay", "48.10").out
    assert "$48.10 an hour" in shown and "$100,048 a year in Denver" in shown and "percentile" in shown
    compared = coach(
        "compare", "electrician", "plumber", "--location", "Ohio", "--location", "Texas", "--json"
    )
    document = ComparisonDocument.model_validate(compared.document)
    asked = [("electrician", "Ohio"), ("electrician", "Texas"), ("plumber", "Ohio"), ("plumber", "Texas")]
    assert [(row.role, row.location) for row in document.rows] == asked
    first = document.rows[0]
    assert all(row.p50 and first.p50 and row.gap == row.p50 - first.p50 for row in document.rows)
    assert "Electricians" in coach("compare", "electrician", "glimmerwright").out


def test_an_old_figure_is_folded_until_asked_for(coach: Run) -> None:
    document = MarketDocument.model_validate(coach("market", "AI engineer", "--json").document)
    folded, whole = coach("market", "AI engineer").out, coach("market", "AI engineer", "--all").out
    assert "--all shows them" in folded and "--all" not in whole
    assert len(folded.splitlines()) < len(whole.splitlines()) * 0.8
    old = [fact for fact in [*document.demand, *document.trends] if fact.superseded]
    assert old and all(fact.subject in whole for fact in old)


def test_not_known_is_an_answer(coach: Run) -> None:
    for command in ("salary", "market", "options", "roadmap"):
        ran = coach(command, "glimmerwright", "--json")
        assert ran.status == 0 and ran.document["notes"] and ran.document["evidence"] == []


def test_a_thread_from_question_to_delivery(coach: Run, tmp_path: Path) -> None:
    first = ReplyDocument.model_validate(coach("ask", "wages", "--thread", "t", "--json").document)
    assert first.status == "answered" and first.tools[0].name == "lookup_salary"
    waiting = coach("ask", "plan tester", "--thread", "t", "--json").document
    assert waiting["status"] == "awaiting_approval" and waiting["plan"] is None
    plan = waiting["review"]["action_requests"][0]["args"]["plan"]
    plan["next_actions"].append("Call the school")
    (tmp_path / "plan.json").write_text(json.dumps(plan))
    edited = coach("resume", "t", "--edit", str(tmp_path / "plan.json"), "--json").document
    assert edited["status"] == "awaiting_approval"
    assert "Call the school" in edited["review"]["action_requests"][0]["description"]
    assert coach("resume", "t", "--reject", "hours 3", "--json").document["profile"]["hours_per_week"] == 3
    delivered = coach("resume", "t", "--approve", "--json").document
    assert delivered["status"] == "delivered" and delivered["review"] is None
    assert delivered["plan"]["approval"]["by"] == "local"
    again = coach("resume", "t", "--approve", "--json")
    assert again.status == 1 and again.document["error"]["code"] == "decision"


def test_a_person_reads_replies_and_what_to_do_next(coach: Run) -> None:
    shown = coach("ask", "plan tester", "--thread", "t")
    assert "Looked up wages: tester" in shown.out and "coach resume t --approve" in shown.out
    delivered = coach("resume", "t", "--approve")
    assert "approved by you" in delivered.out


def test_threads_are_listed_shown_and_forgotten(coach: Run) -> None:
    assert "no threads yet" in coach("threads").out
    for thread in ("a", "b"):
        coach("ask", "hello", "--thread", thread)
    coach("ask", "hello", "--thread", "c", "--user", "ann")
    listed = coach("threads", "--json").document["threads"]
    assert {entry["thread"] for entry in listed} == {"a", "b"}
    assert [entry["thread"] for entry in coach("threads", "--user", "ann", "--json").document["threads"]] == [
        "c"
    ]
    shown = coach("show", "a", "--json").document
    assert [entry["text"] for entry in shown["messages"]] == ["hello", "You said: hello"]
    add_line("local", "hello")
    add_line("local", "said elsewhere")
    unfinished = [DraftFile("a").path, DraftFile("a", "pay").path]
    unfinished[0].parent.mkdir()
    for path in unfinished:
        path.write_text("an unfinished edit")
    assert coach("forget", "a", "--json").document == {"forgotten": 1, "thread": "a", "user": "local"}
    assert read_lines("local") == ["said elsewhere"] and not any(path.exists() for path in unfinished)
    assert coach("show", "a").status == 1
    assert coach("forget", "--user", "local", "--yes").status == 0
    assert coach("threads", "--json").document["threads"] == []
    assert coach("threads", "--user", "ann", "--json").document["threads"] != []


def test_forgetting_asks_on_a_terminal(coach: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    coach("ask", "hello", "--thread", "a")
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    monkeypatch.setattr("typer.confirm", lambda _question: False)
    assert "Nothing was deleted." in coach("forget", "a").err
    assert coach("show", "a").status == 0


def test_the_profile_is_shown_corrected_and_forgotten(coach: Run) -> None:
    assert "Nothing is known" in coach("profile").out
    assert coach("profile", "set", "hours_per_week", "7", "--json").document["profile"]["hours_per_week"] == 7
    coach("profile", "--user", "ann", "set", "skills", "baking, icing")
    assert coach("profile").out == "Hours a week: 7\n"
    assert coach("profile", "--user", "ann").out == "Skills: baking, icing\n"
    assert "Nothing is known" in coach("profile", "forget", "hours_per_week").out
    assert coach("profile", "forget", "--user", "ann", "--json").document["profile"]["skills"] == []


@pytest.mark.parametrize("form", ["md", "json", "html", "ics"])
def test_an_approved_plan_is_exported(coach: Run, tmp_path: Path, form: str) -> None:
    coach("ask", "plan tester", "--thread", "t")
    path = tmp_path / f"plan.{form}"
    early = coach("export", "t", "--format", form, "-o", str(path), "--json")
    assert early.status == 1 and early.document["error"]["code"] == "thread" and not path.exists()
    coach("resume", "t", "--approve")
    ran = coach("export", "t", "--format", form, "-o", str(path), "--json")
    assert ran.document == {"thread": "t", "format": form, "path": str(path), "notes": []}
    assert "Pay" in path.read_text(encoding="utf-8") or form == "ics"


@pytest.mark.slow
def test_documents_are_added_and_found(coach: Run, tmp_path: Path) -> None:
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / "bakery.md").write_text(
        "# Bakery\n\nOur sourdough starter is fed every morning at five.\n"
    )
    added = coach("ingest", str(tmp_path / "notes"), "--json").document
    assert added["added"] == 1 and added["chunks"] >= 1
    query = ("search", "When is the sourdough starter fed?", "--within", str(tmp_path / "notes"))
    found = coach(*query, "--json").document
    assert "sourdough starter" in found["results"][0]["text"]
    shown = coach(*query)
    assert "sourdough starter is fed" in shown.out and "bakery.md" in shown.out
    listed = coach("library", "--json").document["documents"]
    assert [entry["passages"] for entry in listed if not entry["shipped"]] == [1]
    assert "bakery.md" in coach("library").out and "came with the coach" in coach("library").out
    assert coach("library", "remove", str(tmp_path / "notes"), "--json").document == {"removed": 1}
    assert "bakery.md" not in coach("library").out


def test_scenarios_are_played_and_reported(coach: Run, tmp_path: Path) -> None:
    good, bad, junit = tmp_path / "good.yaml", tmp_path / "bad.yaml", tmp_path / "junit.xml"
    good.write_text(SCENARIO)
    bad.write_text(
        SCENARIO.replace("contains: said", "contains: never").replace(
            "hours_per_week: 4", "hours_per_week: 5"
        )
    )
    passed = coach("run", str(good))
    assert passed.status == 0 and "1 of 1 scenarios passed (6 turns)." in passed.out
    failed = coach("run", str(good), str(bad), "--junit", str(junit))
    assert failed.status == 1 and "1 of 2 scenarios passed" in failed.out
    assert "contains: expected never; found You said: hello" in failed.out
    assert "profile.hours_per_week: expected 5; found 4" in failed.out
    root = ET.parse(junit).getroot()  # noqa: S314 - it was written two lines above
    assert root.get("failures") == "2" and len(root.findall(".//testcase")) == 12
    report = coach("run", str(bad), "--json")
    assert report.status == 1 and report.document["failed"] == 1


def test_a_scenario_for_a_model_does_not_pass_offline(coach: Run, tmp_path: Path) -> None:
    path = tmp_path / "model.yaml"
    path.write_text("name: x\nmodel: some-model\nturns:\n  - user: hello\n")
    ran = coach("run", str(path))
    assert ran.status == 1 and "model: expected some-model; found offline" in ran.out


def test_a_reader_that_leaves_early_ends_it_quietly(monkeypatch: pytest.MonkeyPatch, process: Run) -> None:
    closed = (
        "import os, sys; from agent.terminal.cli import main; read, write = os.pipe(); os.close(read); "
        "os.dup2(write, 1); sys.exit(main())"
    )
    monkeypatch.setattr("tests.integration.cli.conftest.SCRIPT", closed)
    ran = process("salary", "registered nurse")
    assert (ran.status, ran.err) == (0, "")


def test_the_chat_takes_lines_from_a_pipe(process: Run) -> None:
    ran = process("chat", stdin="/help\n/approve\n\n/quit\nnever read\n")
    assert ran.status == 0 and "\x1b" not in ran.out
    assert "you> /help" in ran.out and "No plan waits" in ran.out and "never read" not in ran.out


@pytest.mark.slow
def test_the_whole_way_as_processes(process: Run) -> None:
    asked = process(
        "ask", "-", "--thread", "t", "--json", stdin="What does a registered nurse earn in Denver?"
    )
    assert asked.status == 0, asked.err
    assert asked.document["tools"][0]["name"] == "lookup_salary"
    assert "Denver" in asked.document["reply"]
    waiting = process(
        "ask", "Make a plan for me to become a registered nurse, 8 hours a week.", "--thread", "t", "--json"
    )
    assert waiting.document["status"] == "awaiting_approval", waiting.document["reply"]
    goes_on = process("chat", "--thread", "t", stdin="/approve\n")
    assert "approved by you" in goes_on.out, goes_on.out + goes_on.err
    assert process("show", "t", "--json").document["plan"]["approval"]["decision"] == "approve"
    assert "target" in process("profile").out.lower()


@pytest.mark.slow
def test_the_doctor_finds_a_fresh_home_well(process: Run) -> None:
    ran = process("doctor", "--json")
    assert ran.status == 0, ran.out
    assert ran.document["ok"] and {check["name"] for check in ran.document["checks"]} >= {
        "home",
        "wages",
        "library",
    }
