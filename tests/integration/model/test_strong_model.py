"""A strong model behind the coach: what it honestly writes is shown, what it lies is not."""

from collections.abc import Callable, Iterator

import pytest

from agent import Coach
from agent.scenarios.expect import shown_text
from tests.integration.model.server import Server, serving
from tests.integration.model.strong import Strong, is_shown
from tests.integration.model.strong_cases import CASES
from tests.integration.model.strong_lies import FIRM, LIES

pytestmark = [pytest.mark.network, pytest.mark.slow]


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as running:
        yield running


@pytest.fixture
def coach(server: Server, monkeypatch: pytest.MonkeyPatch) -> Iterator[Coach]:
    """The real tools on real data; a model that is named by settings alone."""
    settings = {"COACH_MODEL": "strong", "OPENAI_API_KEY": "k", "OPENAI_BASE_URL": server.url}
    for name, value in settings.items():
        monkeypatch.setenv(name, value)
    with Coach() as session:
        yield session


def talk(coach: Coach) -> dict[str, str]:
    """All cases, each on a thread of its own: what was shown, by the case's name."""
    shown = {}
    for case in CASES:
        reply = coach.ask(case.says, thread=case.name)
        assert reply.mode == "model" and "could not help" not in reply.reply
        shown[case.name] = shown_text(reply)  # the plan too: its reply is a summary
        assert reply.usage.turn.steps["read_message"] == 1
    return shown


def test_what_an_honest_model_writes_is_shown(
    coach: Coach, server: Server, record_testsuite_property: Callable[[str, object], None]
) -> None:
    server.habit = Strong()
    shown = talk(coach)
    written = [(case.name, each.text) for case in CASES for each in (*case.pieces, *case.claims)]
    written += [(case.name, text) for case in CASES for text in case.actions]
    lost = [(name, text) for name, text in written if not is_shown(text, shown[name])]
    record_testsuite_property("honest shown", f"{len(written) - len(lost)} of {len(written)}")
    assert len(lost) <= 0.03 * len(written), lost


@pytest.mark.parametrize(("errs", "most"), [(10, 0.12), (0, 0.02)])
def test_what_a_liar_writes_is_not(
    coach: Coach,
    server: Server,
    errs: int,
    most: float,
    record_testsuite_property: Callable[[str, object], None],
) -> None:
    server.habit = liar = Strong(lies=LIES, errs=errs)
    shown = "\n".join(talk(coach).values())
    told = dict.fromkeys(liar.told)
    forms = {
        text: [text, *(again for again, first in liar.again.items() if first == text)] for _, text in told
    }
    through = [(kind, text) for kind, text in told if any(is_shown(form, shown) for form in forms[text])]
    others = [each for each in told if each[0] not in FIRM]
    record_testsuite_property(f"lies shown, checker wrong once in {errs}", f"{len(through)} of {len(told)}")
    assert not [each for each in through if each[0] in FIRM]
    assert len(through) <= most * len(others), through
