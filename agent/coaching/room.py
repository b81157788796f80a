"""What of each answer there is room for: one line of every part of the message before a second of any."""

from collections.abc import Iterable, Sequence

from agent.coaching.lines import Line, Said

# Of several answers each is given in so many sentences.
_LINES_OF_EACH = 2


def words(lines: Iterable[Line]) -> int:
    """How many words are said."""
    return sum(len(own.text.split()) for own in lines)


def kept(said: Sequence[Said], leads: Sequence[bool], heard: set[str], room: int) -> list[list[Line]]:
    """The lines of each answer: the first ones of all that lead a part of the message, then what is new as long as there is room.

    Of a move that was heard, what it says to somebody who asks again takes the place of its first line.
    """
    found = [_first(each, heard) if leads_ else [] for each, leads_ in zip(said, leads, strict=True)]
    room -= sum(words(lines) for lines in found)
    for each, leads_, lines in zip(said, leads, found, strict=True):
        first = [] if leads_ else _first(each, heard)
        if first and words(first) <= room:
            lines.extend(first)
            room -= words(first)
    several = sum(bool(lines) for lines in found) > 1
    rest = _LINES_OF_EACH if several else max((len(each.lines) for each in said), default=0)
    for place in range(1, rest):
        for each, lines in zip(said, found, strict=True):
            if place >= len(each.lines) or not lines:
                continue
            added = each.lines[place]
            if added.digest not in heard and words([added]) <= room and added not in lines:
                lines.append(added)
                room -= words([added])
    return found


def _first(said: Said, heard: set[str]) -> list[Line]:
    told = bool(said.lines and said.again) and said.lines[0].digest in heard
    return list(said.again if told else said.lines[:1])


def fitting(told: Sequence[Line], room: int) -> list[Line]:
    """As many lines in their order as there is room for."""
    found = list[Line]()
    for each in told:
        if words([*found, each]) <= room:
            found.append(each)
    return found
