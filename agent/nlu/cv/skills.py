"""Skills of a CV: what its lists of skills name, and what tables know in the tasks of its jobs."""

import re
from collections.abc import Iterable, Iterator

from agent.nlu.cv.lines import Line
from agent.nlu.cv.words import labels, listed, normal
from tools.roadmap.skills import SkillMention, find_skills, own_name

MOST = 60
_LONGEST = 5  # words of a skill
_LABEL = re.compile(r"^(?P<label>[^:,|;]{2,40}?)\s*:\s*(?=\S)")
_WIDE_LABEL = re.compile(r"^(?P<label>[^:,|;]{2,40}?)\s{3,}(?=\S)")  # set apart by a gap instead of a colon
_NEXT_GROUP = re.compile(r"(?<=[\w)])[.;]\s+(?=[^\W\d_][^:.,;]{1,30}:\s)")  # "Data: SQL. Cloud: AWS"
_SEPARATOR = re.compile(r"\s*[,;|•·●▪\t]\s*|\s{3,}|\s+[-\u2013\u2014/]\s+")
_AND = re.compile(r"\s+(?:and|und|et|y|&)\s+", re.IGNORECASE)
_COMMENT = re.compile(r"\s*[(\[](?P<words>[^()\[\]]*)[)\]]?\s*$")
_OPEN = re.compile(r"[(\[][^()\[\]]*$")
_SIGNED = re.compile(r"\b\d{1,2}[./]\s?(?:\d{1,2}[./]|[^\W\d]+)\s?\d{4}\b")  # place and day at a CV's end
_TASK_WORDS = 4  # a line of fewer words is rather a name than a task, unless it is a bullet


def items_of(line: Line) -> list[str]:
    """The items of a list in one line, without what groups them ("Languages: Python, SQL")."""
    groups = [_without_label(group) for group in _NEXT_GROUP.split(line.text)]
    if line.row:
        cells = [cell.strip() for cell in line.text.split("|")]
        grouped = len(cells) > 1 and (line.grouped or ("," not in cells[0] and "," in cells[1]))
        groups = [", ".join(cells[1:] if grouped else cells)]
    return [item for group in groups for part in _parts(group) for item in _split_and(part) if item]


def _without_label(text: str) -> str:
    """A list without the words before it; nothing where these say that it lists no skills ("Mother tongue: Czech")."""
    wide = _WIDE_LABEL.match(text)
    label = _LABEL.match(text) or wide
    if label and normal(label["label"]) in labels("clients"):
        return ""
    # Two names with a gap between them may as well be two skills.
    return text[label.end() :] if label and (label is not wide or "," in text[label.end() :]) else text


def is_known_skill(item: str, *, taught: bool = False) -> bool:
    """Whether a whole item is a skill that the tables know; `taught` wants one of the learning graph."""
    name = _COMMENT.sub("", item).strip()
    found = find_skills(name)
    if len(found) != 1 or not found[0].exact or (taught and found[0].skill_id is None):
        return False
    return found[0].end - found[0].start >= len(name) - 1


def listed_skills(lines: Iterable[Line]) -> tuple[list[str], dict[str, str]]:
    """The skills that a section lists, as written, and those of which it says that they are known a little."""
    names: list[str] = []
    levels: dict[str, str] = {}
    for line in lines:
        for item in items_of(line) if not _SIGNED.search(line.text) else ():
            comment = _COMMENT.search(item)
            name = " ".join(_COMMENT.sub("", item).rstrip(" .:-\u2013").lstrip(" :-\u2013").split())
            if name and len(name.split()) <= _LONGEST and not _is_sentence(name):
                names.append(name)
                if comment and set(normal(comment["words"]).split()) & listed("low_levels"):
                    levels[name] = f"basic {name}"
            else:
                names += _named(line.text)
    return names, levels


def task_skills(tasks: Iterable[Line]) -> Iterator[str]:
    """Skills that tables know in what was done; names of clients, people and employers are none."""
    others = labels("clients", "place", "title")
    for line in tasks:
        label = _LABEL.match(line.text)
        kind = normal(label["label"]) if label else ""
        told = line.bullet or kind in labels("skills") or line.text.endswith(".") or _is_list(line)
        if kind not in others and (told or len(line.text.split()) >= _TASK_WORDS):
            yield from _named(line.text, listed=_is_list(line))


def _is_list(line: Line) -> bool:
    """Whether a line under a job lists skills of the learning graph ("React, Node.js, PostgreSQL")."""
    items = items_of(line)
    return len(items) > 1 and all(is_known_skill(item, taught=True) for item in items)


def distinct_skills(names: Iterable[str]) -> list[str]:
    """Each skill once, in the words of its first mention."""
    found: dict[str, str] = {}
    for name in names:
        found.setdefault(normal(own_name(name)) or name.casefold(), name)
    return list(found.values())[:MOST]


def _parts(text: str) -> list[str]:
    """Split at separators outside brackets ("AWS (S3, EC2), Go")."""
    parts: list[str] = []
    for part in _SEPARATOR.split(text):
        if parts and _OPEN.search(parts[-1]):
            parts[-1] += f", {part}"
        else:
            parts.append(part.strip())
    return [part.rstrip(" .;:").lstrip(" ;:") for part in parts]


def _split_and(item: str) -> list[str]:
    """Two skills in one item ("Word and Excel", "HTML/CSS"), where each part is one; of slashes not a skill's own."""
    for pieces in (_AND.split(item), item.split("/") if not is_known_skill(item) else []):
        if len(pieces) > 1 and all(map(is_known_skill, pieces)):
            return pieces
    return [item]


def _is_sentence(name: str) -> bool:
    return name.endswith("?") or (len(name.split()) > 3 and any(character.isdigit() for character in name))


def _named(text: str, *, listed: bool = False) -> list[str]:
    """Skills in running text by their exact names, written as such where the learning graph does not hold them.

    An alias counts, in its own words, where no name stands for its skill ("Dashboards in Power BI" are one), an everyday
    word ("React") where the text lists nothing but skills.
    """
    found = [each for each in find_skills(text) if each.exact and (listed or not each.everyday)]
    named = {each.skill_id for each in found if _is_name(each)}
    alone = (each for each in found if each.skill_id is not None and each.skill_id not in named)
    kept = {*alone, *(each for each in found if (each.text == each.name or each.skill_id) and _is_name(each))}
    return [own_name(each.text) for each in found if each in kept]


def _is_name(mention: SkillMention) -> bool:
    return mention.text.casefold() == mention.name.casefold()
