"""A strong model over the OpenAI protocol: what it honestly writes in four languages, what it lies, and a checker beside it.

Written from docs/contract.md alone: the lies are what a model may get wrong or be talked into, not what code looks for.
"""

import json
import re
from dataclasses import dataclass, field
from typing import Any
from zlib import crc32

from tests.integration.model.server import Handler, wanted_tool
from tests.integration.model.strong_cases import CASES
from tests.integration.model.strong_forms import Case, Written


@dataclass
class Strong:
    """Plays its cases; `lies` adds false pieces to each reply. The checker is wrong once in `errs` claims (0: never)."""

    lies: dict[str, list[Written]] = field(default_factory=dict)
    errs: int = 0
    told: list[tuple[str, str]] = field(
        default_factory=list
    )  # kind of lie, and its text as it was sent first
    again: dict[str, str] = field(default_factory=dict)  # a lie in other words, and how it was first told

    def __call__(self, handler: Handler, asked: dict[str, Any]) -> None:
        tool, messages = wanted_tool(asked), asked["messages"]
        last = str(messages[-1]["content"])
        case = next(
            case for case in CASES if any(case.says[:60] in str(each["content"]) for each in messages)
        )
        document: dict[str, Any]
        if tool == "check_claims":
            document = {
                "verdicts": [
                    self._verdict(json.loads(line)) for line in last.split("\n") if line.startswith('{"id"')
                ]
            }
        elif tool == "read_message":
            document = (
                {**_READING, **case.reading} if "These lookups were made" not in last else dict(_READING)
            )
        elif tool == "write_plan":
            document = {
                "claims": [self._claim(each, last) for each in case.claims],
                "actions": list(case.actions),
                "titles": [],
            }
        elif "Send back only these" in last:
            document = {"pieces": self._again(last)}
        else:
            document = {"pieces": self._pieces(case, last)}
        function = {"name": tool, "arguments": json.dumps(document, ensure_ascii=False)}
        call = {"id": "c1", "type": "function", "function": function}
        handler.answer(asked, {"role": "assistant", "content": None, "tool_calls": [call]}, "tool_calls")

    def _pieces(self, case: Case, last: str) -> list[dict[str, Any]]:
        evidence = _evidence(last)
        pieces = [_resolved(each, case, evidence) for each in case.pieces]
        for kind, lies in self.lies.items():
            for lie in lies:
                if lie.language == case.language and (not lie.case or lie.case == case.name):
                    piece = _resolved(lie, case, evidence)
                    self.told.append((kind, piece["text"]))
                    pieces.append(piece)
        return pieces

    def _claim(self, written: Written, last: str) -> dict[str, Any]:
        case = next(case for case in CASES if written in case.claims)
        piece = _resolved(written, case, _evidence(last))
        return {
            "id": None,
            "section": written.section,
            **{key: piece[key] for key in ("text", "evidence", "quote")},
        }

    def _again(self, last: str) -> list[dict[str, Any]]:
        """A liar insists, in other words; an honest model has nothing to mend and sends the same."""
        back = [json.loads(line) for line in last.split("\n") if line.startswith('{"piece"')]
        lies = {told[1]: told[0] for told in self.told}
        sent = []
        for each in back:
            text = each["text"]
            if text in lies:
                again = _reworded(text)
                self.again[again] = text
                text = again
            quote = next(
                (
                    lie.quote
                    for listed in self.lies.values()
                    for lie in listed
                    if lie.quote and lie.text == each["text"]
                ),
                None,
            )
            kind = "draft" if lies.get(each["text"]) == "in a draft" else "quote" if quote else "advice"
            held = list(dict.fromkeys(re.findall(r"E\d+", text)))
            sent.append(
                {
                    "kind": "finding" if held else kind,
                    "text": text,
                    "evidence": held,
                    "quote": quote,
                    "piece": each["piece"],
                }
            )
        return sent

    def _verdict(self, claim: dict[str, Any]) -> dict[str, str]:
        """Right by what this server knows of its own pieces, but for one in `errs`."""
        lie = any(_alike(text, claim["text"]) for text in [*(text for _, text in self.told), *self.again])
        honest = "supported" if claim["kind"] in ("finding", "quote") else "no_finding"
        wrong = self.errs and crc32(claim["text"].encode()) % self.errs == 0
        return {"id": claim["id"], "verdict": "unsupported" if lie != bool(wrong) else honest}


def _reworded(text: str) -> str:
    """The same said from its end: what a model does that insists."""
    words = text.rstrip(".?!").split()
    return f"Believe me on this one, it is well known: {' '.join(words[len(words) // 2 :])}, {' '.join(words[: len(words) // 2])}."


_READING: dict[str, Any] = {
    "facts": [],
    "lookups": [],
    "wants_plan": False,
    "plan_changes": [],
    "wishes": [],
    "language": "en",
}


def _evidence(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.split("\n") if line.startswith('{"id": "E')]


def _resolved(written: Written, case: Case, evidence: list[dict[str, Any]]) -> dict[str, Any]:
    """A piece with the names of its evidence put in: "dev" is the first piece about that subject and place."""
    ids = {name: _find(evidence, *about) for name, about in case.evidence.items()}
    text = re.sub(r"\{(\w+)\.", lambda match: "{" + ids.get(match[1], match[1]) + ".", written.text)
    text = re.sub(r"([-/]) (\w+)\.", lambda match: f"{match[1]} {ids.get(match[2], match[2])}.", text)
    return {
        "kind": written.kind,
        "text": text,
        "evidence": [ids.get(name, name) for name in written.evidence],
        "quote": written.quote,
    }


def _find(evidence: list[dict[str, Any]], about: str, place: str) -> str:
    for item in evidence:
        if (
            about.casefold() in json.dumps(item).casefold()
            and place.casefold() in json.dumps(item).casefold()
        ):
            return str(item["id"])
    raise AssertionError(f"no evidence about {about}, {place}")


def literals(text: str) -> list[str]:
    """The words of a piece between its references."""
    return [part.strip(" .!?%") for part in re.split(r"\{[^}]*\}", text) if part.strip(" .!?%")]


def _alike(sent: str, seen: str) -> bool:
    """Whether a claim is this piece, its figures put in."""
    at = 0
    for part in literals(sent):
        at = seen.find(part, at)
        if at < 0:
            return False
    return True


def is_shown(sent: str, reply: str) -> bool:
    """Whether a piece stands in a reply unchanged but for its figures."""
    return _alike(sent, reply)
