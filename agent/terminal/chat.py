"""The conversation in the terminal: lines in, turns out, and the decision about a plan that waits."""

import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import cached_property
from typing import TYPE_CHECKING, Unpack

from agent.inputs import trimmed
from agent.session.greeting import EXAMPLES, GREETING
from agent.session.handed_files import Handed
from agent.terminal.reader import Reader, open_reader
from agent.terminal.render import Screen
from tools.errors import CoachError

if TYPE_CHECKING:
    from agent.models import Profile, ReplyDocument
    from agent.plans.item_review import Why
    from agent.session.coach import Answer, Coach
    from agent.session.events import Event
    from agent.session.replies import ThreadDocument


class Chat:
    """One conversation. `run` returns when the person leaves; `command` carries out a line that begins with a slash."""

    def __init__(
        self,
        screen: Screen,
        command: "Callable[[Chat, str], None]",
        *,
        thread: str | None = None,
        user: str = "local",
        offline: bool = False,
        reader: Callable[[Callable[[], None]], Reader] | None = None,
    ) -> None:
        self.screen = screen
        self.thread = thread
        self.last: ReplyDocument | None = None
        self._command = command
        self._user = user
        self._seen = ""
        self._offline = offline
        self._loading = threading.Thread(target=self._load, name="load-coach")
        self._open_reader = reader

    @cached_property
    def _coach(self) -> "Coach":
        """Made once the prompt stands: what it is made of takes longer to load than all that is shown before."""
        from agent.session.coach import Coach

        return Coach(user=self._user, offline=self._offline)

    def run(self, *, cv: Handed | None = None) -> None:
        """Greet, then take lines until the end of input."""
        self._greet()
        start = self._start_loading
        self.reader = reader = (
            self._open_reader(start) if self._open_reader else open_reader(self.screen, self._user, start)
        )
        try:
            if self.thread is not None or cv is not None:
                self._safely(lambda: self._begin(cv))
            while self._step(reader):
                pass
        finally:
            if self._loading.is_alive():
                self._loading.join()
            self._coach.close()
        if self.last is not None:
            self.screen.line(f"To go on later: coach chat --thread {self.last.thread}", "quiet")

    def _greet(self) -> None:
        self.screen.heading("Career Coach")
        self.screen.line(GREETING)
        for example in EXAMPLES:
            self.screen.bullet(example)
        self.screen.line("/help lists the commands; Ctrl-D leaves.", "quiet")

    def _step(self, reader: Reader) -> bool:
        waiting = self.last is not None and self.last.review is not None
        try:
            line = trimmed(reader.read("plan waits> " if waiting else "you> "))
        except KeyboardInterrupt:
            return True
        except EOFError:
            self.screen.line("Goodbye.")
            return False
        if line == "/quit":
            self.screen.line("Goodbye.")
            return False
        if line:
            self._safely(lambda: self._take(line))
        return True

    def _take(self, line: str) -> None:
        if line.startswith("/"):
            self._command(self, line)
        else:
            self.say(line)

    def _safely(self, act: Callable[[], None]) -> None:
        """What goes wrong is said in one line, and the conversation goes on."""
        try:
            act()
        except CoachError as error:
            self.screen.line(f"{error.message} {error.hint}".strip(), "bad")
        except KeyboardInterrupt:
            self.screen.line("Stopped. Nothing was delivered that you did not approve.")
            self._safely(self._look_again)

    def _look_again(self) -> None:
        if self.thread is not None:
            self.last = self._ready().where(self.thread, user=self._user) or self.last

    def _begin(self, cv: Handed | None) -> None:
        """Show where the thread stands, then read the CV."""
        if self.thread is not None:
            found = self._ready().where(self.thread, user=self._user)
            if found is not None:
                self.screen.line(f"Thread {self.thread} goes on where it stood.", "quiet")
                self.finish(found)
                self._remind(found)
            else:
                self.screen.line(f"Thread {self.thread} is new.", "quiet")
        if cv is not None:
            self.read_cv(cv)

    def _remind(self, found: "ReplyDocument") -> None:
        """The plan that waits, in short: the last reply may have been about something else."""
        if found.review is not None:
            from agent.terminal.views.plan import view_summary, waiting_plan

            view_summary(self.screen, waiting_plan(found.review), full_by="/full")

    def say(self, message: str) -> None:
        """One turn with a message."""
        coach = self._ready()
        profile = self._recall() if self.thread is None else None
        self.play(coach.stream(message, thread=self.thread, user=self._user, profile=profile))

    def read_cv(self, cv: Handed) -> None:
        """One turn whose message is a CV."""
        self._hand_over(cv, "Reading your CV", self._ready().read_cv)

    def read_posting(self, posting: Handed) -> None:
        """One turn whose message is a job posting."""
        self._hand_over(posting, "Reading the posting", self._ready().read_posting)

    def _hand_over(self, file: Handed, doing: str, read: "Callable[..., ReplyDocument]") -> None:
        """A turn with a file as its message; what the file's reader left out is told."""
        for loss in file.losses:
            self.screen.line(f"Not read in the file: {loss}.", "quiet")
        profile = self._recall() if self.thread is None else None
        with self.screen.activity() as activity:
            activity.now(doing)
            reply = read(file.text, thread=self.thread, user=self._user, profile=profile)
        self.finish(reply)

    def decide(self, **decision: "Unpack[Answer]") -> None:
        """Answer the approval that waits."""
        decision["user"] = self._user
        self.play(self._ready().stream_resume(self.thread or "", **decision))

    def why(self, item: str) -> "Why":
        """What stands behind an item of the plan."""
        return self._ready().why(self.thread or "", item, user=self._user)

    def play(self, events: "Iterator[Event]") -> None:
        """Run a turn to its end and show the reply."""
        from agent.session.events import TurnStarted
        from agent.terminal.turns import follow

        def noticed() -> "Iterator[Event]":
            for event in events:
                if isinstance(event, TurnStarted):
                    self.thread = event.thread
                yield event

        self.finish(follow(noticed(), self.screen))

    def finish(self, reply: "ReplyDocument") -> None:
        """Show a reply and remember where the thread stands."""
        from agent.terminal.views.plan import description_of
        from agent.terminal.views.reply import view_words

        self.last, self.thread = reply, reply.thread
        view_words(self.screen, reply)
        if reply.review is not None and self._seen != description_of(reply.review):
            self._seen = description_of(reply.review)
            self.screen.line()
            self.screen.line(
                "/approve delivers this plan, /review goes through it item by item, /edit opens it in your editor, "
                "/reject REASON asks for another. Anything else is a question or a remark about it.",
                "strong",
            )
        elif reply.plan is not None:
            self.screen.line()
            self.screen.line(
                f"To keep it as a file: coach export {reply.thread} --format md -o plan.md", "quiet"
            )
        self.screen.line()

    def known(self) -> "Profile":
        """What is known about the person in this thread or, before it began, from earlier ones."""
        if self.last is not None:
            return self.last.profile
        from agent.models import Profile

        return self._ready().remembered(user=self._user) or Profile()

    def document(self) -> "ThreadDocument | None":
        """The whole thread, None before it began."""
        return None if self.last is None else self._ready().show(self.last.thread, user=self._user)

    def agree(self, question: str) -> bool:
        """A yes-or-no question; Enter means yes."""
        try:
            answer = self.reader.read(f"{question} [Y/n] ", keep=False)
        except EOFError:
            return False
        return answer.strip().lower() in ("", "y", "yes")

    def _recall(self) -> "Profile | None":
        """What earlier threads confirmed; said aloud, since it changes what is looked up."""
        from agent.models import Profile

        profile = self._ready().remembered(user=self._user)
        if profile is None or profile == Profile():
            return None
        from agent.terminal.views.profile import view

        self.screen.line("From earlier conversations I remember (`coach profile forget` clears it):", "quiet")
        view(self.screen, profile)
        return profile

    def _ready(self) -> "Coach":
        """The coach, once it is loaded. Errors of loading show here, on the person's thread."""
        self._start_loading()
        if self._loading.is_alive():
            with self.screen.activity() as activity:
                activity.now("Getting ready")
                self._loading.join()
        self._coach.prepare()
        return self._coach

    def _start_loading(self) -> None:
        """Once: at the first prompt, or earlier where a thread goes on."""
        if self._loading.ident is None:
            self._loading.start()

    def _load(self) -> None:
        with suppress(CoachError):
            self._coach.prepare()
