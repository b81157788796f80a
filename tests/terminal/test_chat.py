"""Whole conversations in the chat, with a scripted policy behind it."""

import io
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from agent.models import Answer, Profile
from agent.session.coach import Coach
from agent.session.greeting import EXAMPLES
from agent.session.handed_files import Handed
from agent.terminal.chat import Chat
from agent.terminal.chat_commands import run_command
from agent.terminal.history import history_file
from agent.terminal.reader import Reader
from agent.terminal.render import PlainScreen
from tests.fakes import ScriptedPolicy

pytestmark = pytest.mark.usefixtures("policy")


class Typed:
    """A person who types these lines; an exception in the list is a key such as Ctrl-C."""

    def __init__(self, lines: Sequence[str | type[BaseException]], ready: Callable[[], None]) -> None:
        self.lines = list(lines)
        self.prompts: list[str] = []
        self._ready = ready

    def read(self, prompt: str, *, keep: bool = True) -> str:
        if not self.prompts:  # as in a terminal: once, when the first prompt stands
            self._ready()
        self.prompts.append(prompt)
        line = self.lines.pop(0) if self.lines else EOFError
        if isinstance(line, str):
            return line
        raise line


class Talk:
    """A conversation that was held: what stood on the screen and where it ended."""

    def __init__(
        self, *lines: str | type[BaseException], thread: str | None = None, cv: str | None = None
    ) -> None:
        out = io.StringIO()
        readers: list[Typed] = []

        def reader(ready: Callable[[], None]) -> Reader:
            readers.append(Typed(lines, ready))
            return readers[0]

        self.chat = Chat(PlainScreen(out), run_command, thread=thread, reader=reader)
        self.chat.run(cv=Handed(cv, ()) if cv is not None else None)
        self.text = out.getvalue()
        self.prompts = readers[0].prompts
        self.thread = self.chat.thread

    @property
    def status(self) -> str:
        with Coach() as coach:
            standing = coach.where(self.thread or "")
        assert standing is not None
        return standing.status


def test_it_greets_with_three_examples_and_says_goodbye() -> None:
    talk = Talk()
    assert all(example in talk.text for example in EXAMPLES) and len(EXAMPLES) == 3
    assert talk.text.rstrip().endswith("Goodbye.")
    assert talk.prompts == ["you> "]


def test_a_plan_waits_and_only_the_command_delivers_it() -> None:
    talk = Talk("plan tester", "I approve, deliver it", "approve", "/approve", "/full", "/quit", "never read")
    assert talk.status == "delivered"
    assert talk.prompts == ["you> ", *["plan waits> "] * 3, "you> ", "you> "]
    before, after = talk.text.split("plan waits") if "plan waits" in talk.text else (talk.text, talk.text)
    assert "Your plan in short" in before and "/approve delivers this plan" in before
    assert "Approved by local" in after


def test_messages_and_tools_are_shown_as_they_come() -> None:
    talk = Talk("wages", "fail", "/sources")
    assert "Looked up wages: wages" in talk.text
    assert "Looked up wages: fail failed: " in talk.text
    assert talk.text.index("Looked up wages: wages") < talk.text.index("You said: wages")


def test_a_rejection_asks_for_its_reason() -> None:
    talk = Talk("plan tester", "/reject", "", "/reject", "hours 4", "/profile", "/reject hours 3")
    assert "Nothing was rejected" in talk.text
    assert talk.prompts.count("What should be different? ") == 2
    assert "Hours a week: 4" in talk.text
    assert talk.status == "awaiting_approval"
    assert talk.chat.last is not None and talk.chat.last.profile.hours_per_week == 3


def test_a_draft_that_stays_as_it_was_is_not_shown_again() -> None:
    talk = Talk("plan tester", "/reject because")
    assert talk.text.count("Your plan in short") == 1 and talk.text.count("/approve delivers this plan") == 1
    assert "Your plan, unchanged" in talk.text and talk.status == "awaiting_approval"


def test_the_plan_in_short_and_in_full() -> None:
    talk = Talk("plan tester", "/plan", "/full")
    assert "Plan, version 1, in short" in talk.text and "/full shows the whole plan" in talk.text
    assert talk.text.count("Career plan, version 1") == 1


def test_a_thread_goes_on_where_it_stood() -> None:
    first = Talk("plan tester")
    second = Talk("/approve", thread=first.thread)
    assert "in short" in second.text.split("goes on where it stood")[1]
    assert second.prompts[0] == "plan waits> "
    assert second.status == "delivered"
    assert f"coach chat --thread {first.thread}" in first.text


def test_a_new_thread_can_be_named() -> None:
    talk = Talk("hello", thread="mine")
    assert "Thread mine is new." in talk.text and talk.thread == "mine"


@pytest.mark.parametrize("command", ["/approve", "/reject no", "/edit"])
def test_a_decision_without_a_plan_is_explained(command: str) -> None:
    assert "No plan waits" in Talk(command, "/plan", "/sources", "/help").text


def test_mistakes_are_said_and_the_conversation_goes_on() -> None:
    talk = Talk("/aprove", "/cv", "/cv nowhere.txt", "/posting .", "a\x00b", "x" * 60_000, "hello")
    for said in (
        "There is no command /aprove",
        "Which file?",
        "Cannot read nowhere.txt",
        "Cannot read .: it is not a regular file. Name a readable file with the posting",
        "not text",
        "too long",
    ):
        assert said in talk.text
    assert "You said: hello" in talk.text


def test_ctrl_c_cancels_the_line() -> None:
    talk = Talk(KeyboardInterrupt, "hello", KeyboardInterrupt)
    assert "You said: hello" in talk.text and talk.text.rstrip().endswith(f"--thread {talk.thread}")


def test_ctrl_c_stops_a_turn_and_nothing_is_lost(
    policy: ScriptedPolicy, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer, stops = policy.answer, [KeyboardInterrupt]

    def interrupted(*args: object) -> Answer:
        if stops:
            raise stops.pop()
        return answer(*args)  # type: ignore[arg-type]

    monkeypatch.setattr(policy, "answer", interrupted)
    talk = Talk("wages", "hello")
    assert "Stopped." in talk.text
    assert "You said: hello" in talk.text
    with Coach() as coach:
        said = [entry.text for entry in coach.show(talk.thread or "").messages if entry.role == "person"]
    assert said == ["wages", "hello"]


def test_ctrl_c_at_the_approval_leaves_the_plan_waiting() -> None:
    talk = Talk("plan tester", KeyboardInterrupt, "/reject", KeyboardInterrupt)
    assert talk.status == "awaiting_approval"


def test_a_cv_is_read_from_a_file_or_pasted(tmp_path: Path) -> None:
    cv = "Experience\nBaker, 4 years\n\nSkills\nkneading\nEducation\nSchool of bread\n"
    (tmp_path / "cv.txt").write_text(cv)
    assert "You said: Experience" in Talk(cv=cv).text
    assert "You said: Experience" in Talk(f"/cv {tmp_path / 'cv.txt'}").text
    assert "You said: Experience" in Talk(cv).text


def test_a_posting_is_read_from_a_file_and_what_its_reader_left_out_is_said(tmp_path: Path) -> None:
    (tmp_path / "job.txt").write_text("Baker in Boise\nMust know kneading.\n")
    assert "You said: Baker in Boise" in Talk(f"/posting {tmp_path / 'job.txt'}").text
    documents = Path(__file__).parents[1] / "data" / "documents"
    assert (
        "Not read in the file: 3 of 4 pages hold no text"
        in Talk(f"/posting {documents / 'mixed_scan.pdf'}").text
    )
    scanned = Talk("/posting", f"/posting {documents / 'scanned.pdf'}", "hello").text
    assert "Which file?" in scanned and "1 of 1 page holds no text: scanned" in scanned


def test_a_cv_that_comes_first_is_read_beside_what_is_remembered() -> None:
    with Coach() as coach:
        coach.remember(Profile(target_role="tester", location="Boise"))
    talk = Talk(cv="Ann Example\n\nCook, Example Diner, 2019 to date")
    assert "I remember" in talk.text
    with Coach() as coach:
        assert coach.show(str(talk.thread)).profile.target_role == "tester"


def test_what_is_remembered_is_said_before_it_is_used() -> None:
    with Coach() as coach:
        coach.remember(Profile(target_role="tester", location="Boise"))
    talk = Talk("plan", "/profile")
    assert talk.text.index("I remember") < talk.text.index("Your plan in short")
    assert talk.chat.last is not None and talk.chat.last.profile.location == "Boise"


def test_a_home_that_cannot_be_used_is_said(own_home: Path) -> None:
    own_home.parent.mkdir(exist_ok=True)
    own_home.write_text("a file")
    talk = Talk("hello", "again")
    assert talk.text.count("Cannot use") == 2


def test_decisions_stay_out_of_the_history(own_home: Path) -> None:
    Talk("hello")
    assert not history_file("local").exists()
