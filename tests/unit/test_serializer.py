"""What a thread keeps comes back as it was, packed by this version or by one before."""

import zlib

from agent import make_serializer
from agent.models import Claim, Plan, Section


def test_long_values_come_back_as_they_were() -> None:
    plan = Plan(sections=[Section(id="gap", title="The gap", claims=[Claim(text="You know SQL.")] * 90)])
    kind, held = make_serializer().dumps_typed(plan)
    assert kind == "msgpack+zstd"
    assert len(held) < 900
    assert make_serializer().loads_typed((kind, held)) == plan


def test_threads_packed_before_are_read() -> None:
    serializer = make_serializer()
    kind, held = serializer.dumps_typed(Claim(text="You know SQL."))
    assert serializer.loads_typed((f"{kind}+zlib", zlib.compress(held))) == Claim(text="You know SQL.")


def test_a_plan_that_is_read_again_is_revived_once() -> None:
    serializer = make_serializer()
    plan, other = (Plan(sections=[Section(id="gap", title=title)]) for title in ("The gap", "The way"))
    first, again = (serializer.loads_typed(serializer.dumps_typed(plan)) for _ in range(2))
    assert first is again
    assert serializer.loads_typed(serializer.dumps_typed(other)) == other
