"""What a person's words take out of the plan that waits ("drop M3", "I don't need Docker") and put back in.

Plain code, the same for every policy: only a name that is in the plan counts, and only where nothing else is said of it.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from agent.models import Plan, PlanEdit
from agent.plans.item_review import items_of, without
from prompts import words

_SENTENCE = re.compile(r"(?<=[.;!?\n])\s*")
_QUESTION = re.compile(
    r"^\W*(?:(?:and|but|so|ok|hmm) )*(?:what|why|how|when|where|which|who|should|can i|could i|may i|do i|must i|is|are|does|if)\b",
    re.IGNORECASE,
)
_IDS = re.compile(r"\bM(\d{1,3})\b", re.IGNORECASE)
_NUMBERS = re.compile(
    r"\b(?:milestone|step|phase|stage)s? (?:number |no\.? ?|#)?(\d{1,3}(?:(?: ?,| and| or| &) \d{1,3})*)",
    re.IGNORECASE,
)
_ORDINAL = re.compile(
    r"\b(first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|final) (?:milestone|step|phase|stage)\b",
    re.IGNORECASE,
)
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_LONGEST = 4000  # characters of a message that are read for wishes
_WORD = re.compile(r"[\w+#.-]*[\w+#]")


def milestones_counted(text: str, plan: Plan) -> list[str] | None:
    """The id that "the first milestone" or "last step" stands for: none where the plan ends before, None without such words."""
    match = _ORDINAL.search(text)
    if match is None:
        return None
    ids, word = [milestone.id for milestone in plan.milestones], match[1].lower()
    number = len(ids) - 1 if word in ("last", "final") else _ORDINALS.index(word)
    return ids[number : number + 1] if ids else []


def taken_out(text: str, plan: Plan) -> tuple[Plan, list[str]]:
    """The plan without the items that `text` asks to take out, and the skills that it wants no more of.

    A question takes nothing out ("could you drop M2?" is no question).
    """
    skills: list[str] = []
    for what in _named(text, "out"):
        found = _Reader(plan).read(what)
        for item in found.items:
            plan = without(plan, item)
        skills += [skill for skill in found.skills if skill not in skills]
    return plan, skills


def skill_edits(skills: Sequence[str]) -> list[PlanEdit]:
    """Edits that keep skills out of every later draft, whatever milestone they would be in."""
    return [PlanEdit(path=f"skills/{skill}", before=skill) for skill in skills]


def put_back(text: str, edits: Sequence[PlanEdit]) -> list[PlanEdit]:
    """The edits without those that took out what `text` wants back in."""
    wanted = [_telling(what) for what in _named(text, "back")]
    return [
        edit
        for edit in edits
        if edit.after is not None or not any(_is_named(words_, edit) for words_ in wanted if words_)
    ]


def _is_named(wanted: set[str], edit: PlanEdit) -> bool:
    """Whether these words are in a name of what the edit took out: its title, its skills, its place."""
    title = edit.before.get("title") if isinstance(edit.before, dict) else None
    names = [*edit.anchor, *edit.path.split("/")[1:2], *([title] if isinstance(title, str) else [])]
    return any(wanted <= _words(name.replace("_", " ")) for name in names)


def _named(text: str, kind: str) -> Iterator[str]:
    """The words that stand for what is to go out or come back."""
    for sentence in _SENTENCE.split(" ".join(text[:_LONGEST].replace("\u2019", "'").split())):
        if _QUESTION.match(sentence):
            continue
        cues = [match for match in _cues(kind).finditer(sentence) if not _is_kept(sentence, match)]
        for cue, following in zip(cues, [*cues[1:], None], strict=False):
            if named := next((value for value in cue.groupdict().values() if value), None):
                yield named
                continue
            rest = sentence[cue.end() : following.start() if following else len(sentence)]
            yield re.split(words("rejections")["reason"], rest, maxsplit=1, flags=re.IGNORECASE)[0]


def _is_kept(sentence: str, cue: re.Match[str]) -> bool:
    return re.search(words("rejections")["kept"], sentence[: cue.start()], re.IGNORECASE) is not None


@cache
def _cues(kind: str) -> re.Pattern[str]:
    table = words("rejections")
    wordings = [*table["around"], *table["out"]] if kind == "out" else table["back"]
    # Each wording with a name of its own for what stands in its middle.
    numbered = [wording.replace("?P<what>", f"?P<what{place}>") for place, wording in enumerate(wordings)]
    return re.compile("|".join(rf"(?<!\w)(?:{wording})(?!\w)" for wording in numbered), re.IGNORECASE)


class _Reader:
    """Finds names of a plan's parts in a few words; anything else beside them makes the words mean something else."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._rest = ""
        self.items: list[str] = []
        self.skills: list[str] = []

    def read(self, what: str) -> "_Reader":
        self._rest = f" {what.strip()} "
        self._numbers()
        self._names()
        if not self._is_all():
            self._parts_of_titles()
        if not self._is_all():
            self.items, self.skills = [], []
        return self

    def _is_all(self) -> bool:
        return not _telling(self._rest)

    def _add(self, item: str) -> None:
        if item not in self.items:
            self.items.append(item)

    def _take(self, start: int, end: int) -> None:
        self._rest = f"{self._rest[:start]} , {self._rest[end:]}"

    def _numbers(self) -> None:
        milestones = [milestone.id for milestone in self._plan.milestones]
        for pattern in (_ORDINAL, _NUMBERS, _IDS):
            while match := pattern.search(self._rest):
                word = match[1].lower()
                if pattern is _ORDINAL:
                    named = milestones_counted(match[0], self._plan) or []
                else:
                    named = [f"M{int(number)}" for number in re.findall(r"\d+", word)]
                if not set(named) <= set(milestones) or not named:
                    return
                for name in named:
                    self._add(name)
                self._take(match.start(), match.end())

    def _names(self) -> None:
        """Full titles and names first, the longest first; then skills as people write them."""
        from tools.roadmap.skills import find_skills
        from tools.roadmap.tables import skills

        titles = {title.casefold(): item for item, title in items_of(self._plan).items()}
        titles |= {item.replace("_", " "): item for item in items_of(self._plan)}
        held = {skill.casefold(): skill for each in self._plan.milestones for skill in each.skills}
        for name in sorted({*titles, *held}, key=len, reverse=True):
            at = re.search(rf"(?<!\w){re.escape(name)}(?!\w)", self._rest.casefold())
            if at is None:
                continue
            self._take(at.start(), at.end())
            if name in titles:
                self._add(titles[name])
            else:
                self._skill(held[name])
        for found in find_skills(self._rest):
            at = re.search(rf"(?<!\w){re.escape(found.text)}(?!\w)", self._rest, re.IGNORECASE)
            if at is not None and not found.everyday:
                self._take(at.start(), at.end())
                name = skills()[found.skill_id].name if found.skill_id else found.name
                if name in held.values():
                    self._skill(name)

    def _parts_of_titles(self) -> None:
        """What is left may be the telling words of one title alone ("the capstone", "data visualisation")."""
        left = _telling(self._rest)
        skills = {each for held in self._plan.milestones for each in held.skills if left <= _words(each)}
        items = [item for item, title in items_of(self._plan).items() if left <= _words(title)]
        if left and 1 in (len(skills), len(items)):
            self._rest = ""
            if len(skills) == 1:
                self._skill(skills.pop())
            else:
                self._add(items[0])

    def _skill(self, skill: str) -> None:
        """A milestone that teaches nothing else is meant as a whole."""
        whole = next((each.id for each in self._plan.milestones if each.skills == [skill]), None)
        if whole is not None:
            self._add(whole)
        elif skill not in self.skills:
            self.skills.append(skill)


def _telling(text: str) -> set[str]:
    """The words of `text` that name something."""
    filler = re.compile(words("rejections")["filler"], re.IGNORECASE)
    return {word for word in _words(text) if not filler.fullmatch(word)}


def _words(title: str) -> set[str]:
    return {word.casefold() for word in _WORD.findall(title)}
