"""All that a move may look at: the person, the thread, this turn's findings. Read-only."""

from dataclasses import dataclass, field
from datetime import date

from agent import wording
from agent.coaching.findings import Findings, read_findings
from agent.context import CoachContext
from agent.models import (
    CvReport,
    DialogueState,
    Plan,
    Profile,
    ProfileChange,
    Progress,
    Slot,
    Subject,
    Understanding,
    Wish,
)
from agent.models.changes import apply_changes
from agent.nlu.capitals import heard
from agent.state import CoachState
from tools.evidence import Evidence
from tools.oews.role_links import link_role
from tools.roadmap.targets import link_target, role_of_skills

NO_FINDINGS = Findings([], [], [], [], [])


@dataclass(frozen=True)
class View:
    """`profile` is the person's, or that of whom they ask for; it holds what this message told already, `changes` what that was; `message` is the person's text.

    `draft` waits for approval, `plan` was delivered last. While evidence is still to be fetched `findings` are empty;
    `evidence` is all that the thread holds. `doubtful` are slots whose value cannot be true, `done`, `lost_weeks`, `did` and
    `near` what this message reports of the plan, `unchanged` says which changes of it could not be made, `language` (ISO 639-1) is the one it
    is written in. `told` is the profile in the person's own words, where `profile` reads them as jobs; `cv` what the message told
    as a CV; `dropped`: the plan that waited goes by it.
    """

    profile: Profile
    dialogue: DialogueState
    findings: Findings
    today: date
    changes: tuple[ProfileChange, ...] = ()
    draft: Plan | None = None
    plan: Plan | None = None
    progress: Progress = field(default_factory=Progress)
    message: str = ""
    evidence: tuple[Evidence, ...] = ()
    doubtful: tuple[Slot, ...] = ()
    done: tuple[str, ...] = ()
    lost_weeks: int = 0
    did: str | None = None
    near: str | None = None
    weeks: int = 0
    unchanged: tuple[str, ...] = ()
    language: str = "en"
    told: Profile | None = None
    cv: CvReport | None = None
    dropped: bool = False

    def subjects(self, wish: Wish) -> list[Subject]:
        """What a wish is about, each with a role: its own subjects, else the topic, the target, the present job.

        A subject without a place is about where the person lives.
        """
        own = [subject for subject in wish.subjects if subject.role]
        topic = self.dialogue.topic
        role = self._counted(topic.role) or self._counted(self.profile.target_role) or self.guessed_role
        if not own and role:
            named: list[str | None] = [subject.place for subject in wish.subjects if subject.place]
            level = next((subject.level for subject in wish.subjects if subject.level), None)
            own = [
                Subject(role=role, place=place, level=level)
                for place in named or [topic.place if topic.role else None]
            ]
        return [self.placed(subject) for subject in own]

    @property
    def listed(self) -> str | None:
        """The first of the roles that were shown last, where the thread is about no other."""
        return next(iter(self.dialogue.options), None) if self.dialogue.topic.role is None else None

    @property
    def considered(self) -> str | None:
        """A role they may be after without saying so: one they consider, else the one that their skills point to.

        None where they hold a job by its title: what they say of their skills is then said of that. What somebody does just
        to earn ("doordashing") says less than the skills.
        """
        held = link_role(self.profile.current_role or "")
        if held and held[0].read == "title":
            return None
        role = next(iter(self.dialogue.alternatives), None) or role_of_skills(tuple(self.profile.skills))
        return wording.subject(role) if role else None

    def _counted(self, role: str | None) -> str | None:
        """A topic or goal; none that no table knows, where their work is known and can be spoken of."""
        unknown = role is not None and not link_role(role) and link_target(role) is None
        return None if unknown and self.guessed_role else role

    @property
    def guessed_role(self) -> str | None:
        """Whose pay and market is meant where no role is spoken of: their work, what they consider or did."""
        return self.considered or self.profile.current_role or self.profile.former_role

    def placed(self, subject: Subject) -> Subject:
        """The subject with a place: its own, else where the person lives, else where was spoken of last."""
        place = subject.place or self.profile.location or self.dialogue.topic.place
        return subject.model_copy(update={"place": place})

    @property
    def is_offered_now(self) -> bool:
        """Whether this message names an amount that was offered: what it is worth is what is to be said to it."""
        told = self.dialogue.offers[-1].amounts if self.dialogue.offers else []
        return any(amount.text and amount.text in self.message for amount in told)

    @property
    def present(self) -> Subject | None:
        """The job the person holds now, else held last, where they live."""
        role = self.profile.current_role or self.profile.former_role
        return Subject(role=role, place=self.profile.location) if role else None


def view_before(
    profile: Profile, understanding: Understanding, state: CoachState, context: CoachContext
) -> View:
    """The view in which a message is read: `profile` is from before it, nothing was looked up yet."""
    changed = apply_changes(profile, understanding.changes)
    return _view(state, context, changed, understanding, NO_FINDINGS)


def view_after(state: CoachState, context: CoachContext) -> View:
    """The view in which the reply is written, with what the tools found."""
    understanding = state.get("understanding") or Understanding()
    return _view(state, context, state.get("profile") or Profile(), understanding, read_findings(state))


def _view(
    state: CoachState, context: CoachContext, profile: Profile, understanding: Understanding, found: Findings
) -> View:
    dialogue = understanding.dialogue or state.get("dialogue") or DialogueState()
    return View(
        profile=dialogue.other or profile,
        dialogue=dialogue,
        findings=found,
        today=context.today,
        changes=tuple(understanding.changes),
        draft=state.get("draft"),
        plan=state.get("plan"),
        progress=state.get("progress") or Progress(),
        message=next((str(each.text) for each in reversed(heard(state))), ""),
        evidence=tuple(state.get("evidence") or ()),
        doubtful=tuple(understanding.doubtful),
        done=tuple(understanding.done),
        lost_weeks=understanding.lost_weeks,
        did=understanding.did,
        near=understanding.near,
        weeks=understanding.weeks,
        unchanged=tuple(understanding.unchanged),
        language=understanding.language,
        cv=understanding.cv,
        dropped=any(each.kind == "refuse" for each in understanding.plan_changes),
    )
