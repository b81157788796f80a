"""What builds on what: milestones as boxes of their skills, in rows, with arrows that keep clear of the boxes."""

from collections.abc import Sequence

from agent.export.drawing import ACCENT, INK, MUTED, SOFT, WIDTH, Drawing, wrapped
from agent.models import Plan
from tools.roadmap.models import Milestone

Box = tuple[float, float, float, float]
Row = list["Milestone | Passage"]

_ACROSS = 3
_GAP = 16.0
_PASSAGE = 10.0
_BETWEEN = 32.0
_LINE = 14.0


class Passage:
    """A place in a row where the arrow `edge` runs through between the boxes."""

    def __init__(self, edge: tuple[str, str]) -> None:
        self.edge = edge


def skill_graph(plan: Plan) -> str | None:
    """The picture as SVG; None for fewer than two milestones, and for steps, of which each follows the one before."""
    if len(plan.milestones) < 2 or plan.of_steps:
        return None
    drawing = Drawing("Which milestone builds on which")
    edges = _edges(plan.milestones)
    rows = _with_passages(_rows(plan.milestones, edges), edges)
    boxes, passages, bottom = _place(rows, edges)
    floors = _floors(rows, boxes)
    for edge in edges:
        start = _bottom(boxes[edge[0]])
        clear = (start[0], floors[edge[0]])
        drawing.route([start, clear, *passages.get(edge, []), _top(boxes[edge[1]])])
    for milestone in plan.milestones:
        _draw_box(drawing, milestone, boxes[milestone.id])
    return drawing.svg(bottom)


def _edges(milestones: Sequence[Milestone]) -> list[tuple[str, str]]:
    """Arrows from earlier to later milestones; an edit cannot make a circle of them."""
    place = {milestone.id: index for index, milestone in enumerate(milestones)}
    return [
        (before, milestone.id)
        for milestone in milestones
        for before in dict.fromkeys(milestone.after)
        if before in place and place[before] < place[milestone.id]
    ]


def _rows(milestones: Sequence[Milestone], edges: Sequence[tuple[str, str]]) -> list[list[Milestone]]:
    """Each milestone right above the first that builds on it, at most three beside each other."""
    depth = {milestone.id: 0 for milestone in milestones}
    for before, after in edges:
        depth[after] = max(depth[after], depth[before] + 1)
    for milestone in reversed(milestones):
        later = [depth[after] for before, after in edges if before == milestone.id]
        depth[milestone.id] = min(later) - 1 if later else depth[milestone.id]
    rows: list[list[Milestone]] = []
    for level in range(max(depth.values()) + 1):
        same = [milestone for milestone in milestones if depth[milestone.id] == level]
        rows += [same[at : at + _ACROSS] for at in range(0, len(same), _ACROSS)]
    return rows


def _with_passages(rows: list[list[Milestone]], edges: Sequence[tuple[str, str]]) -> list[Row]:
    level = {milestone.id: index for index, row in enumerate(rows) for milestone in row}
    return [
        [*row, *(Passage(edge) for edge in edges if level[edge[0]] < index < level[edge[1]])]
        for index, row in enumerate(rows)
    ]


def _place(
    rows: list[Row], edges: Sequence[tuple[str, str]]
) -> tuple[dict[str, Box], dict[tuple[str, str], list[tuple[float, float]]], float]:
    """Boxes by milestone, the points that long arrows pass, and the height of all."""
    boxes: dict[str, Box] = {}
    passages: dict[tuple[str, str], list[tuple[float, float]]] = {}
    y = 4.0
    for row in rows:
        count = sum(isinstance(item, Milestone) for item in row)
        free = WIDTH - _GAP * (len(row) - 1) - _PASSAGE * (len(row) - count)
        width = min(300.0, free / count)
        x = (free - width * count) / 2
        height = max(_height(item, width) for item in row if isinstance(item, Milestone))
        for item in sorted(row, key=lambda item: _pull(item, edges, boxes, passages)):
            if isinstance(item, Milestone):
                boxes[item.id] = (x, y, width, _height(item, width))
                x += width + _GAP
            else:
                middle = x + _PASSAGE / 2
                passages.setdefault(item.edge, []).extend([(middle, y - 4), (middle, y + height + 4)])
                x += _PASSAGE + _GAP
        y += height + _BETWEEN
    return boxes, passages, y - _BETWEEN + 6


def _floors(rows: list[Row], boxes: dict[str, Box]) -> dict[str, float]:
    """The lower edge of each milestone's row: above it an arrow could run behind a taller neighbour."""
    floors: dict[str, float] = {}
    for row in rows:
        names = [item.id for item in row if isinstance(item, Milestone)]
        floors |= dict.fromkeys(names, max(_bottom(boxes[name])[1] for name in names))
    return floors


def _pull(
    item: Milestone | Passage,
    edges: Sequence[tuple[str, str]],
    boxes: dict[str, Box],
    passages: dict[tuple[str, str], list[tuple[float, float]]],
) -> float:
    """Where the arrows into it come from, so that few of them cross."""
    into = [edge for edge in edges if edge[1] == item.id] if isinstance(item, Milestone) else [item.edge]
    sources = [passages[edge][-1][0] if edge in passages else _bottom(boxes[edge[0]])[0] for edge in into]
    return sum(sources) / len(sources) if sources else WIDTH / 2


def _bottom(box: Box) -> tuple[float, float]:
    return box[0] + box[2] / 2, box[1] + box[3]


def _top(box: Box) -> tuple[float, float]:
    return box[0] + box[2] / 2, box[1]


def _height(milestone: Milestone, width: float) -> float:
    title, skills = _lines(milestone, width)
    return 12.0 + _LINE * (len(title) + len(skills))


def _lines(milestone: Milestone, width: float) -> tuple[list[str], list[str]]:
    title = wrapped(f"{milestone.id} {milestone.title}", width - 24, 11.5)
    if [milestone.title] == milestone.skills:
        return title, []
    return title, [wrapped(skill, width - 16, 10.5, most=1)[0] for skill in milestone.skills]


def _draw_box(drawing: Drawing, milestone: Milestone, box: Box) -> None:
    x, y, width, height = box
    drawing.rect(x, y, width, height, fill=SOFT, edge=ACCENT)
    title, skills = _lines(milestone, width)
    for index, text in enumerate(title):
        drawing.text(x + 8, y + 16 + _LINE * index, text, size=11.5, colour=INK, bold=True)
    for index, text in enumerate(skills, start=len(title)):
        drawing.text(x + 8, y + 16 + _LINE * index, text, size=10.5, colour=MUTED)
