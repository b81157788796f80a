"""Review item by item: each section and milestone on its own, and one decision about all of them at the end."""

from typing import TYPE_CHECKING, Any

from agent.models import Plan, Section
from agent.terminal.editing import DraftFile
from agent.terminal.views.plan import view_item, view_why
from tools.errors import CoachError
from tools.roadmap.models import Milestone

if TYPE_CHECKING:
    from agent.plans.item_review import ItemDecision
    from agent.terminal.chat import Chat

_KEYS = "Enter approves, r REASON rejects, e edits, w says why, s skips, a approves the rest, q stops."
_STOP = "Nothing was decided; the plan still waits."


class ItemReview:
    """One walk through the plan that waits."""

    def __init__(self, chat: "Chat", plan: Plan) -> None:
        from agent.plans.item_review import items_of

        self._chat, self._plan = chat, plan
        self._items = items_of(plan)
        self._decided: dict[str, ItemDecision] = {}

    def run(self) -> None:
        """Ask about every item, then carry out what came of it. Ctrl-C and Ctrl-D leave the plan waiting."""
        screen = self._chat.screen
        screen.line(_KEYS, "quiet")
        try:
            for number, item in enumerate(self._items, start=1):
                screen.line()
                screen.line(f"{number} of {len(self._items)}", "quiet")
                view_item(screen, self._plan, item, self._items[item])
                if not self._ask(item):
                    break
            self._finish()
        except (EOFError, KeyboardInterrupt):
            screen.line(_STOP)

    def _ask(self, item: str) -> bool:
        """Until the item is decided or skipped; False ends the walk. Raises EOFError for "stop"."""
        from agent.plans.item_review import ItemDecision

        while True:
            key, _, rest = self._read("review> ").partition(" ")
            match key.lower():
                case "" | "y":
                    self._decided[item] = ItemDecision(type="approve")
                case "r":
                    self._decided[item] = ItemDecision(type="reject", message=rest.strip() or self._reason())
                case "e":
                    edited = self._edit(item)
                    if edited is None:
                        continue
                    self._decided[item] = ItemDecision(type="edit", edited=edited)
                case "s":
                    return True
                case "a":
                    self._approve_rest()
                    return False
                case "q":
                    raise EOFError
                case "w":
                    view_why(self._chat.screen, self._chat.why(item))
                    continue
                case _:
                    self._chat.screen.line(_KEYS, "quiet")
                    continue
            return True

    def _approve_rest(self) -> None:
        from agent.plans.item_review import ItemDecision

        for item in self._items:
            self._decided.setdefault(item, ItemDecision(type="approve"))

    def _reason(self) -> str | None:
        """Asked for once; without one the item is taken out."""
        return self._read("What should be different? (Enter: leave it out) ") or None

    def _edit(self, item: str) -> Milestone | Section | list[str] | None:
        """The item alone in the person's editor; None when it stays as it is."""
        alone = _only(self._plan, item)
        file = DraftFile(self._chat.thread or "", item)
        try:
            edited = file.edit(alone, self._chat.screen.line, self._chat.agree)
        except CoachError as error:
            self._chat.screen.line(f"{error.message} {error.hint}", "bad")
            return None
        if edited is None:
            return None
        file.done()
        found: list[Milestone | Section] = [*edited.sections, *edited.milestones]
        if not found:
            return list(getattr(edited, item, [])) or None
        if len(found) == 1 and found[0].id == item:
            return found[0]
        self._chat.screen.line(
            f"Keep one item here, with the id {item}; /edit changes the whole plan.", "bad"
        )
        return None

    def _finish(self) -> None:
        """Say what was decided; one yes sends it."""
        from agent.plans.item_review import join_decisions

        kinds = [decision.type for decision in self._decided.values()]
        counts = (
            (kinds.count("approve"), "approved"),
            (kinds.count("edit"), "edited"),
            (kinds.count("reject"), "rejected"),
        )
        skipped = len(self._items) - len(kinds)
        said = [f"{count} {word}" for count, word in (*counts, (skipped, "left open")) if count]
        self._chat.screen.line(f"{', '.join(said)}.")
        if set(kinds) <= {"approve"} and skipped:
            self._chat.screen.line(f"{_STOP} /approve delivers all of it.")
            return
        delivers = set(kinds) <= {"approve"}
        question = "Deliver the plan? Type yes: " if delivers else "Ask for a new draft with this? [Y/n] "
        answer = self._read(question).lower()
        if answer not in (("yes",) if delivers else ("", "y", "yes")):
            self._chat.screen.line(_STOP)
            return
        reply: dict[str, Any] = join_decisions(self._plan, self._decided)
        self._chat.decide(decisions=reply["decisions"])

    def _read(self, prompt: str) -> str:
        return self._chat.reader.read(prompt, keep=False).strip()


def _only(plan: Plan, item: str) -> Plan:
    """The plan with nothing but one item in it."""
    return Plan(
        version=plan.version,
        start=plan.start,
        sections=[section for section in plan.sections if section.id == item],
        milestones=[milestone for milestone in plan.milestones if milestone.id == item],
        assumptions=plan.assumptions if item == "assumptions" else [],
        next_actions=plan.next_actions if item == "next_actions" else [],
    )
