"""Compares what a turn gave with what was expected."""

import json
import re
from collections.abc import Iterator, Sequence

from pydantic import JsonValue

from agent.models import WIDER, Plan, ReplyDocument
from agent.plans.summary import summary_lines
from agent.scenarios.format import Expectation, PlanExpectation, Range
from agent.scenarios.results import Failure
from agent.session.replies import TurnReading

_CITED = re.compile(r"\[(E\d+(?:\s*[,;]\s*E\d+)*)\]")
_COUNTED = ("sections", "milestones", "assumptions", "next_actions", "sources")
_LONGEST = 300


def unmet(expected: Expectation, reply: ReplyDocument, reading: TurnReading | None = None) -> list[Failure]:
    """Every expectation that the reply does not meet; `reading` is what the message was read to want."""
    return [
        *_plain(expected, reply),
        *_tools(expected, reply),
        *_profile(expected.profile, reply),
        *_texts("", expected.contains, expected.forbids, shown_text(reply)),
        *_cites(expected, reply),
        *_length(expected, reply),
        *_reading(expected, reading or TurnReading()),
        *_shown(expected.shown, the_plan(reply)),
        *(_plan(expected.plan, the_plan(reply)) if expected.plan else ()),
    ]


def the_plan(reply: ReplyDocument) -> Plan | None:
    """The plan that was delivered or, while it waits, the draft."""
    if reply.review is not None:
        return Plan.model_validate(reply.review["action_requests"][0]["args"]["plan"])
    return reply.plan


def shown_text(reply: ReplyDocument) -> str:
    """Everything the person reads in this turn: the reply, and the plan where there is one."""
    if reply.review is not None:
        return f"{reply.reply}\n{reply.review['action_requests'][0]['description']}"
    return reply.reply if reply.plan is None else f"{reply.reply}\n{_plan_text(reply.plan)}"


def _plain(expected: Expectation, reply: ReplyDocument) -> Iterator[Failure]:
    if expected.error is not None:
        yield Failure(key="error", expected=expected.error, found=f"a reply: {_short(reply.reply)}")
    for key in ("status", "mode"):
        wanted, found = getattr(expected, key), getattr(reply, key)
        if wanted is not None and wanted != found:
            yield Failure(key=key, expected=wanted, found=found)
    kinds = {item.kind for item in reply.evidence}
    for kind in expected.evidence:
        if kind not in kinds:
            yield Failure(key="evidence", expected=kind, found=", ".join(sorted(kinds)) or "none")


def _tools(expected: Expectation, reply: ReplyDocument) -> Iterator[Failure]:
    called = list(dict.fromkeys(call.name for call in reply.tools))
    said = ", ".join(called) or "no calls"
    for name in expected.tools:
        if name not in called:
            yield Failure(key="tools", expected=name, found=said)
    if expected.only_tools is not None and not set(called) <= set(expected.only_tools):
        wanted = ", ".join(expected.only_tools) or "no calls"
        yield Failure(key="only_tools", expected=wanted, found=said)


def _profile(expected: dict[str, JsonValue], reply: ReplyDocument) -> Iterator[Failure]:
    held = reply.profile.model_dump(mode="json")
    for name, wanted in expected.items():
        if name not in held:
            yield Failure(key=f"profile.{name}", expected=_json(wanted), found="no such field")
        elif not _same(wanted, held[name]):
            yield Failure(key=f"profile.{name}", expected=_json(wanted), found=_json(held[name]))


def _same(wanted: JsonValue, found: JsonValue) -> bool:
    """Numbers by value, texts without case, lists as "at least these" (an empty list means empty)."""
    if isinstance(wanted, list) and isinstance(found, list):
        return all(any(_same(item, held) for held in found) for item in wanted) if wanted else not found
    if isinstance(wanted, str) and isinstance(found, str):
        return _folded(wanted) == _folded(found)
    return wanted == found and isinstance(wanted, bool) == isinstance(found, bool)


def _texts(prefix: str, contains: Sequence[str], forbids: Sequence[str], text: str) -> Iterator[Failure]:
    folded = _folded(text)
    for wanted in contains:
        if _folded(wanted) not in folded:
            yield Failure(key=f"{prefix}contains", expected=wanted, found=_short(text))
    for unwanted in forbids:
        at = folded.find(_folded(unwanted))
        if at >= 0:
            around = folded[max(0, at - 60) : at + len(unwanted) + 60]
            yield Failure(key=f"{prefix}forbids", expected=f"no {unwanted}", found=_short(around))


def _cites(expected: Expectation, reply: ReplyDocument) -> Iterator[Failure]:
    if expected.cites is None:
        return
    text = shown_text(reply)
    cited = {name.strip() for group in _CITED.findall(text) for name in re.split("[,;]", group)}
    if not expected.cites and cited:
        yield Failure(key="cites", expected="no citation", found=", ".join(sorted(cited)))
    if expected.cites and not cited:
        yield Failure(key="cites", expected="a citation such as [E1]", found=_short(text))
    unknown = cited - {item.id for item in reply.evidence}
    if expected.cites and unknown:
        yield Failure(
            key="cites",
            expected="evidence behind each citation",
            found=f"none for {', '.join(sorted(unknown))}",
        )


def words_of(reply: str) -> int:
    """The words of a reply without its tables, citations and the marks of markdown."""
    lines = [line for line in reply.splitlines() if not line.lstrip().startswith("|")]
    text = _CITED.sub("", " ".join(lines))
    return sum(any(character.isalnum() for character in word) for word in text.split())


def _length(expected: Expectation, reply: ReplyDocument) -> Iterator[Failure]:
    found = words_of(reply.reply)
    if expected.max_words is not None and found > expected.max_words:
        yield Failure(key="max_words", expected=f"at most {expected.max_words}", found=str(found))


def _reading(expected: Expectation, reading: TurnReading) -> Iterator[Failure]:
    """What the message was read to want, and what is asked back."""
    said = ", ".join(reading.wishes) or "none"
    read = {*reading.wishes, *(wider for name in reading.wishes for wider in WIDER.get(name, ()))}
    yield from (
        Failure(key="wishes", expected=name, found=said) for name in expected.wishes if name not in read
    )
    asked, wanted = reading.asks, expected.asks
    if wanted is not None and wanted != (asked if isinstance(wanted, str) else asked is not None):
        yield Failure(key="asks", expected=_json(wanted), found=_json(asked))


def _shown(expected: Sequence[str], plan: Plan | None) -> Iterator[Failure]:
    if expected and plan is None:
        yield Failure(key="shown", expected="a plan", found="none")
        return
    lines = [_folded(line.replace("**", "")) for line in summary_lines(plan)] if plan is not None else []
    for wanted in expected:
        if not any(_folded(wanted) in line for line in lines):
            yield Failure(key="shown", expected=wanted, found=_short("; ".join(lines)))


def _plan(expected: PlanExpectation, plan: Plan | None) -> Iterator[Failure]:
    if plan is None:
        yield Failure(key="plan", expected="a plan", found="none")
        return
    sizes = {name: len(getattr(plan, name)) for name in _COUNTED}
    sizes["version"] = plan.version
    sizes["claims"] = sum(len(section.claims) for section in plan.sections)
    sizes["weeks"] = max((milestone.end_week for milestone in plan.milestones), default=0)
    hours = sum(milestone.hours for milestone in plan.milestones)
    for name, found in {**sizes, "hours": hours}.items():
        bounds: Range | None = getattr(expected, name)
        if bounds is not None and not _within(found, bounds):
            yield Failure(key=f"plan.{name}", expected=_bounds(bounds), found=f"{found:g}")
    yield from _texts("plan.", expected.contains, expected.forbids, _plan_text(plan))


def _plan_text(plan: Plan) -> str:
    lines = [claim.text for section in plan.sections for claim in section.claims]
    lines += [section.title for section in plan.sections]
    for milestone in plan.milestones:
        lines += [milestone.title, *milestone.skills, milestone.proof]
    return "\n".join([*lines, *plan.assumptions, *plan.next_actions])


def _within(found: float, bounds: Range) -> bool:
    above = bounds.min is None or found >= bounds.min
    return above and (bounds.max is None or found <= bounds.max)


def _bounds(bounds: Range) -> str:
    if bounds.min == bounds.max:
        return str(bounds.min)
    low = "" if bounds.min is None else f"at least {bounds.min}"
    high = "" if bounds.max is None else f"at most {bounds.max}"
    return " and ".join(part for part in (low, high) if part)


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())


def _json(value: JsonValue) -> str:
    return json.dumps(value, ensure_ascii=False)


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= _LONGEST else f"{flat[:_LONGEST]}..."
