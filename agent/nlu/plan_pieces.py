"""The pieces of a message to a plan: the kind of change that each asks for, and what of the plan it names."""

from collections.abc import Sequence
from typing import NamedTuple

from agent.models import Plan
from agent.nlu.kinds import OTHER
from agent.nlu.mentions import Mention
from agent.nlu.pieces import ReadPiece, read_pieces
from agent.nlu.plan_marks import NAMES
from agent.nlu.values.durations import parse_weeks
from agent.plans.named import Named, named
from agent.plans.other_words import NAME, PIECE, UNREAD, Edge, by_a_word, meant_by, naming_words
from agent.plans.unmade import left_out
from tools.roadmap.subjects import is_named_by

NEED_A_NAME = frozenset({"leave_out", "first", "later", "known", "less", "gentler", "keep", "project"})
# What of the plan these are about is found by what a whole piece says, where no name in it is one.
_ABOUT_A_PART = NEED_A_NAME | {"slower", "level", "unclear", "fewer", None}
# From here on a kind counts in a piece that names a part of the plan: four in five of those are right.
_SURE_OF_A_PART = 0.25
# What has to name something; where nothing else does, a word of what is done in one milestone alone may.
_BY_A_WORD = NEED_A_NAME - {"known", "project"}
# Kinds in which the reading itself is what there is to be less of.
_OF_MATTER = frozenset({"less", "more", "fewer", "without_resource", "unclear", "leave_out", "reword"})
_OF_TEXT = frozenset({"fewer", "reword"})
_SURELY = Edge(0.25, 0.12)  # so like one part alone that a name for something new is that part's
# What a piece tells of the person, where it marks nothing else.
_OF_THEM = frozenset({"yrs", "cur", "past", "payc", "age", "edu"})
_SURE_OF_WANTING = 0.25  # and from here on one of which nothing comes is said


class Said(NamedTuple):
    """A piece with its marks, the kind of change it asks for, and what of the plan it names, mark by mark.

    `words` are those that name a part in other words than the plan; it `wants` something where its likeliest kind is one.
    """

    text: str
    marks: list[Mention]
    kind: str | None
    names: list[tuple[Mention, Named]]
    words: str | None = None
    wants: bool = False


def read_said(cut: Sequence[tuple[str, list[Mention], int]], plan: Plan) -> list[Said]:
    """The pieces as they are read; one that is about the plan and is not surely anything is `unclear`."""
    said = []
    for piece in read_pieces("change", cut):
        text, marks = piece.text, piece.marks
        if marks and {mark.label for mark in marks} <= _OF_THEM:
            said.append(Said(text, marks, None, []))
            continue
        names = [(mark, _meant(mark.text, plan)) for mark in marks if mark.label in (*NAMES, "have")]
        more = "more" if _adds(piece, names) else None
        # What is to be more, or in another's stead, is new, unless it is surely one of the plan's.
        new = more or piece.kind == "instead"
        names, words = _in_other_words(names, plan, _SURELY if new else NAME)
        about_plan = piece.likeliest != OTHER and any(found for mark, found in names if mark.label != "have")
        kind = (
            piece.kind or more or (piece.likeliest if about_plan and piece.sure >= _SURE_OF_A_PART else None)
        )
        kind = kind or ("unclear" if about_plan else None)
        edge = PIECE if kind else UNREAD
        if kind in _ABOUT_A_PART and not names and (near := meant_by(text, plan, edge)):
            named_by = naming_words(text, near)
            words = text[slice(*named_by)]
            mark = Mention("part", words, *named_by)
            again = read_pieces("change", [(text, [mark], 0)])[0]
            names = [(mark, Named(0, 0, (near.id,)))]
            kind = (
                again.likeliest
                if again.likeliest in _ABOUT_A_PART and again.sure >= _SURE_OF_A_PART
                else kind
            )
        if kind in _BY_A_WORD and not names and (told := by_a_word(text, plan)):
            milestone, words = told
            names = [(Mention("part", words, 0, len(words)), Named(0, 0, (milestone.id,)))]
        # What is not to be begun with comes later.
        avoided = kind == "first" and names and all(mark.label == "avoid" for mark, _ in names)
        unknown = any(not found for mark, found in names if mark.label in ("part", "avoid"))
        wants = piece.likeliest != OTHER and (unknown or piece.sure >= _SURE_OF_WANTING)
        said.append(Said(text, marks, "later" if avoided else kind, names, words, wants))
    return said


def _meant(words: str, plan: Plan) -> Named:
    """What words name of a plan; those that stand in the titles of two steps mean both."""
    found = named(words, plan)
    within = [] if found else [each.id for each in plan.milestones if is_named_by(words, each.title)]
    return found or Named(0, len(words), tuple(within))


def _found(name: tuple[Mention, Named]) -> bool:
    return bool(name[1])


def of_one_wish(said: Sequence[Said]) -> list[Said]:
    """The pieces without what only repeats a wish: "less reading, more doing" leaves no part out, "fewer words, shorter" cuts none."""
    if any(each.kind in _OF_TEXT and not each.names for each in said):
        said = [each for each in said if each.kind != "shorter" or parse_weeks(each.text)]
    if not any(each.kind == "hands_on" for each in said):
        return list(said)
    doing = next(each for each in said if each.kind == "hands_on")
    of_parts = [each for each in said if each.kind and each.words is None and any(map(_found, each.names))]
    others = [each for each in said if each.kind and each.kind not in {*_OF_MATTER, "hands_on"}]
    return [each for each in said if each is doing or each in of_parts or each in others]


def _adds(piece: ReadPiece, names: Sequence[tuple[Mention, Named]]) -> bool:
    """Whether a piece wants more of something, or what it names and the plan has not to be in it."""
    unknown = any(mark.label == "learn" and not found for mark, found in names)
    return piece.kind == "more" or (piece.likeliest == "more" and unknown and piece.sure >= _SURE_OF_A_PART)


def _in_other_words(
    names: list[tuple[Mention, Named]], plan: Plan, edge: Edge = NAME
) -> tuple[list[tuple[Mention, Named]], str | None]:
    """Names that are none of the plan's, nor left out of it, by what they are about, and the words that were read so."""
    found, words = [], None
    for mark, name in names:
        gone = bool(name) or mark.label == "have" or left_out(mark.text, plan) is not None
        near = None if gone else meant_by(mark.text, plan, edge)
        if near is not None:
            words = mark.text
        found.append((mark, Named(0, 0, (near.id,)) if near else name))
    return found, words
