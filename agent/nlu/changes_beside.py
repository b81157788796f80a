"""Changes of a plan in messages that want something else, too: a report, a question, what sounds like consent."""

from agent.models import Plan, Understanding, Wish
from agent.nlu.mentions import Message
from agent.nlu.pieces import pieces, read_pieces
from agent.nlu.plan_changes import change_of
from agent.nlu.plan_marks import marks_in
from agent.nlu.plan_pieces import NEED_A_NAME
from agent.plans.named import named

_BESIDE_PROGRESS = frozenset({"gentler", "leave_out", "later"})

_BOTH, _SURE = 2, 0.8  # pieces for a feeling and a hope; chance of the hope


def changes_a_part(message: Message, plan: Plan) -> bool:
    """Whether a piece surely wants a part that it names gone, earlier, later or otherwise, or other hours, whatever else is asked."""
    cut = pieces(message.text, marks_in(message, plan))
    read = ((piece, {mark.label for mark in piece.marks}) for piece in read_pieces("change", cut))
    return any(
        (piece.kind in NEED_A_NAME and labels & {"part", "avoid"})
        or (piece.kind == "hours" and "hrs" in labels)
        for piece, labels in read
    )


def hopes_for_sooner(message: Message) -> bool:
    """Whether a piece beside a feeling surely wants the plan to end sooner ("I'm scared. Can it go faster?")."""
    cut = pieces(message.text, message.mentions)
    if not message.wants("feelings") or len(cut) < _BOTH:
        return False
    return any(each.kind == "shorter" and each.sure >= _SURE for each in read_pieces("change", cut))


def changes_beside(read: Understanding, message: Message, plan: Plan) -> Understanding:
    """What a report of progress wants different, too: where a part was too much, or is to go. When a class begins moves no plan."""
    cut = pieces(message.text, marks_in(message, plan))
    pairs = zip(read_pieces("change", cut), read_pieces("progress", cut), strict=True)
    changes = [
        change_of(change.kind, names)
        for change, progress in pairs
        if change.kind in _BESIDE_PROGRESS and progress.kind is None
        if (names := [(mark, found) for mark in change.marks if (found := named(mark.text, plan))])
    ]
    facts = [each for each in read.changes if each.field != "start_date"]
    wishes = [*read.wishes, Wish(name="feedback")] if changes else read.wishes
    return read.model_copy(update={"plan_changes": changes, "changes": facts, "wishes": wishes})


def takes_back(message: Message) -> bool:
    """Whether a message takes the last change of a plan back, which sounds like consent ("put it back")."""
    return read_pieces("change", [(message.text, [*message.mentions], 0)])[0].kind == "put_back"
