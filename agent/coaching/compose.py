"""From wishes to one reply: their order, its length, one question at most, nothing said twice."""

from collections.abc import Iterable

from agent import wording
from agent.coaching.lines import Line, Question, Said
from agent.coaching.moves import needs, say
from agent.coaching.thresholds import MOST_WORDS
from agent.coaching.view import View
from agent.models import Answer, DialogueState, ToolRequest, Wish


def request_evidence(wishes: Iterable[Wish], view: View) -> list[ToolRequest]:
    """The tool calls that the wishes need, each once, in the order of the message."""
    wanted: list[ToolRequest] = []
    for wish in _alone(wishes):
        wanted += [request for request in needs(wish, view) if request not in wanted]
    return wanted


def compose(wishes: Iterable[Wish], view: View) -> Answer:
    """The reply to all wishes, and the thread with what was said and asked in it."""
    wishes = _alone(wishes)
    said = [each for wish in wishes if (each := say(wish, view)) != Said()]
    kept = _kept(said, view.dialogue)
    question = _question(said)
    parts = []
    for each, lines in zip(said, kept, strict=True):
        parts += [" ".join(map(_cited, lines)), each.table]
    parts.append(_cited(question.line) if question else "")
    lines = [line for group in kept for line in group] + ([question.line] if question else [])
    return Answer(
        text="\n\n".join(part for part in parts if part),
        dialogue=_after(view.dialogue, said, lines, question, list(wishes)),
    )


def _alone(wishes: Iterable[Wish]) -> list[Wish]:
    """All wishes; where somebody may be in danger nothing else is answered."""
    told = list(wishes)
    return [wish for wish in told if wish.name == "crisis"][:1] or told


def _kept(said: list[Said], dialogue: DialogueState) -> list[list[Line]]:
    """The lines of each move: all first ones, then what is new as long as there is room for it."""
    heard, kept = set(dialogue.said), [list(each.lines[:1]) for each in said]
    room = MOST_WORDS - sum(len(line.text.split()) for lines in kept for line in lines)
    told = {line.text for lines in kept for line in lines}
    rest = max((len(each.lines) for each in said), default=0)
    for place in range(1, rest):
        for each, lines in zip(said, kept, strict=True):
            if place >= len(each.lines):
                continue
            line = each.lines[place]
            words = len(line.text.split())
            if line.digest in heard or line.text in told or words > room:
                continue
            lines.append(line)
            told.add(line.text)
            room -= words
    return kept


def _question(said: list[Said]) -> Question | None:
    """The one whose answer would change the advice most."""
    asked = [each.question for each in said if each.question]
    return max(asked, key=lambda question: question.weight, default=None)


def _cited(line: Line) -> str:
    """A sentence with its citation before the full stop."""
    mark = wording.cite(*line.evidence)
    if not mark:
        return line.text
    end = line.text[-1] if line.text[-1] in ".!?:" else ""
    return f"{line.text.removesuffix(end)} {mark}{end}"


def _after(
    dialogue: DialogueState,
    said: list[Said],
    lines: list[Line],
    question: Question | None,
    wishes: list[Wish],
) -> DialogueState:
    held = [Wish(name=question.then)] if question and question.then else wishes if question else []
    options = next((list(each.options) for each in said if each.options), dialogue.options)
    return dialogue.model_copy(
        update={
            "said": list(dict.fromkeys([*dialogue.said, *(line.digest for line in lines)])),
            "options": options,
            "asked": question.slot if question else None,
            "held": held,
        }
    )
