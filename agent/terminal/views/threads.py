"""The views of the list of threads and of one thread."""

from collections.abc import Sequence

from agent import wording
from agent.session.replies import ThreadDocument, ThreadSummary
from agent.session.words import STATUS_WORDS
from agent.terminal.render import Screen, shortened
from agent.terminal.views.parts import listed, numbered
from agent.terminal.views.plan import view_draft, view_plan
from agent.terminal.views.profile import view as view_profile


def view_list(screen: Screen, threads: Sequence[ThreadSummary]) -> None:
    """One row a thread, the newest first."""
    if not threads:
        screen.line("There are no threads yet. Begin with `coach chat`.")
        return
    rows = [
        (
            entry.thread,
            shortened(entry.title, 50),
            STATUS_WORDS[entry.status],
            str(entry.messages),
            wording.moment(entry.updated),
        )
        for entry in threads
    ]
    screen.table(("Thread", "Begins with", "Stands at", "Messages", "Last change"), rows, numeric=(3,))


def view_thread(screen: Screen, thread: ThreadDocument) -> None:
    """The conversation, what is known about the person, the evidence and the plan."""
    screen.heading(f"Thread {thread.thread}: {STATUS_WORDS[thread.status]}")
    for message in thread.messages:
        screen.line()
        screen.line("You" if message.role == "person" else "Coach", "strong")
        screen.markdown(message.text)
    screen.line()
    screen.line("Profile", "strong")
    view_profile(screen, thread.profile)
    listed(screen, "Evidence", (shortened(numbered(item), 220) for item in thread.evidence))
    if thread.review is not None:
        view_draft(screen, thread.review)
    for plan in thread.plans:
        view_plan(screen, plan, thread.evidence)
