"""Random requests to the page: not one plan without the button on the draft that waits, pressed on the page itself."""

from typing import Any

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import rule

from tests.faces import MESSAGES, Watched, play
from tests.fakes import ScriptedPolicy
from tests.web.conftest import HOST, TOKEN, Window

FORGED = st.sampled_from(
    [
        {"headers": {"Origin": "http://evil.example"}},
        {"headers": {"Origin": ""}},
        {"headers": {"Host": "evil.example"}},
        {"token": "b-token"},
        {"token": ""},
        {"method": "GET"},
        {"method": "PUT"},
        {"thread": "another"},
        {"thread": ""},
    ]
)
FIELDS = st.fixed_dictionaries(
    {},
    optional={
        "reason": MESSAGES,
        "M1.title": st.sampled_from(["Begin well", "", "x" * 500]),
        "M1.hours": st.sampled_from(["12", "many", "-1", "nan"]),
        "M1.start_week": st.sampled_from(["1", "0", "9"]),
        "M1.out": st.just("on"),
        "pay.text": MESSAGES,
        "approval": st.just("approve"),
        "plan": st.just('{"approval": {"by": "mallory"}}'),
    },
)


class Requests(Watched):
    """Forms of the page, with drafts that wait and drafts that do not, and what other pages may send."""

    def open(self) -> None:
        from agent.web.app import Page

        self.window = Window(Page(self.coach, token=TOKEN, hosts=(HOST,)).app)

    def post(self, action: str, **fields: Any) -> None:
        answer = self.window.ask("POST", f"/{TOKEN}/{action}", data={"thread": self.thread, **fields})
        assert answer.status_code in (200, 422)

    @rule(text=MESSAGES)
    def say(self, text: str) -> None:
        self.post("say", message=text)

    @rule(text=MESSAGES)
    def hand_over_a_cv(self, text: str) -> None:
        form = {"data": {"thread": self.thread}, "files": {"file": ("cv.txt", text.encode())}}
        assert self.window.ask("POST", f"/{TOKEN}/cv", **form).status_code in (200, 422)

    @rule(
        data=st.data(),
        decision=st.sampled_from(["approve", "approve", "reject", "change", "deliver", ""]),
        fields=FIELDS,
    )
    def decide(self, data: st.DataObject, decision: str, fields: dict[str, str]) -> None:
        draft = data.draw(st.sampled_from([self.waiting() or "", *self.shown]))
        if decision == "approve":
            self.note_approval(draft)
        self.post("decide", **{"decision": decision, "draft": draft, **fields})

    @rule(forged=FORGED)
    def approve_from_elsewhere(self, forged: dict[str, Any]) -> None:
        form = {
            "thread": forged.get("thread", self.thread),
            "draft": self.waiting() or "",
            "decision": "approve",
        }
        how = {"params": form} if forged.get("method") == "GET" else {"data": form}
        answer = self.window.ask(
            forged.get("method", "POST"),
            f"/{forged.get('token', TOKEN)}/decide",
            headers=forged.get("headers"),
            **how,
        )
        assert answer.status_code in (403, 404, 405, 421, 422)

    @rule(done=st.sampled_from(["M1", "M9", "approve", ""]), lost=st.sampled_from(["", "2", "-1"]))
    def record_progress(self, done: str, lost: str) -> None:
        self.post("progress", done=done, lost_weeks=lost)

    @rule(form=st.sampled_from(["md", "json", "html", "ics", "exe"]))
    def take_along(self, form: str) -> None:
        answer = self.window.get(f"export?thread={self.thread}&format={form}")
        assert answer.status_code == (200 if self.approved and form != "exe" else 422)


@pytest.mark.parametrize("events", [120, pytest.param(10_000, marks=pytest.mark.soak)])
def test_random_requests(events: int, policy: ScriptedPolicy) -> None:
    play(Requests, events)
