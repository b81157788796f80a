"""What `coach doctor` examines. Each check looks at the real thing and says what to do about it."""

import sqlite3
from collections.abc import Callable
from tempfile import NamedTemporaryFile

from tools.errors import CoachError, ModelError
from tools.evidence import Value

_MEND_MODEL = "Check COACH_MODEL, OPENAI_API_KEY and OPENAI_BASE_URL; `--offline` does without."


class Finding(Value):
    """One check. `hint` says what to do, or what could be done."""

    name: str
    ok: bool
    message: str
    hint: str = ""


def examine() -> list[Finding]:
    """Every check in order; after one that fails the next one runs all the same, and one fault is said once."""
    found: list[Finding] = []
    for name, check in _CHECKS.items():
        finding = _found(name, check)
        if finding.ok or all(finding.message != other.message for other in found):
            found.append(finding)
    return found


def _found(name: str, check: Callable[[], tuple[str, str]]) -> Finding:
    try:
        message, hint = check()
    except CoachError as error:
        return Finding(name=name, ok=False, message=error.message, hint=error.hint)
    except (OSError, sqlite3.Error) as error:
        return Finding(
            name=name, ok=False, message=f"{error}.", hint="Check COACH_HOME, its permissions and space."
        )
    return Finding(name=name, ok=True, message=message, hint=hint)


def _packages() -> tuple[str, str]:
    from career_coach.shadows import REMEDY, shadowed

    if problem := shadowed():
        raise CoachError(problem, REMEDY)
    return "`agent`, `tools`, `prompts` and `seeds` are the coach's own.", ""


def _settings() -> tuple[str, str]:
    from tools.settings import read_settings

    read_settings()
    return "All of them can be read.", ""


def _home() -> tuple[str, str]:
    from tools.settings import home_folder

    home = home_folder()
    with NamedTemporaryFile(dir=home, prefix=".probe-"):
        return f"{home} can be written.", ""


def _threads() -> tuple[str, str]:
    from agent.session.coach import Coach
    from tools.settings import home_folder

    with Coach(offline=True) as coach:
        count, name = len(coach.threads()), coach.database()
    for path in home_folder().glob("*.sqlite"):
        connection = sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)
        try:
            (state,) = connection.execute("PRAGMA quick_check(1)").fetchone()
        finally:
            connection.close()
        if state != "ok":
            raise sqlite3.DatabaseError(f"{path} is damaged: {state}")
    held = f"{count} {'thread' if count == 1 else 'threads'} of the local user in {name}"
    return f"{held}; the databases are sound.", ""


def _library() -> tuple[str, str]:
    from tools.documents import library, search
    from tools.settings import read_settings

    settings = read_settings()
    found = search("What does this library hold?", 1)
    if not found.results:
        raise CoachError("The library finds nothing.", "Install the coach again: its documents are missing.")
    own = sum(not entry.shipped for entry in library())
    added = f"{own} {'document' if own == 1 else 'documents'} added by you." if own else ""
    shared = "Its documents lie in PostgreSQL." if settings.database_url else ""
    vectors = "Its vectors lie on the Chroma server." if settings.chroma_url else ""
    message = " ".join(filter(None, ("The library answers.", shared, vectors, added)))
    return message, "" if own else "Add documents with `coach ingest PATH`."


def _wages() -> tuple[str, str]:
    from agent import wording
    from tools.oews import snapshot

    (count,) = snapshot.connection().execute("SELECT COUNT(*) FROM meta").fetchone()
    if not count:
        raise CoachError("The wage data is empty.", "Install the coach again.")
    return f"Official US wages of {wording.period(snapshot.period())}.", ""


def _embedder() -> tuple[str, str]:
    from tools.documents.embedder import configured

    embedder = configured()
    size = embedder.embed(["a career"]).shape[1]
    return f"{embedder.name} turns text into {size} numbers.", ""


def _thinking() -> tuple[str, str]:
    from agent.settings import read_agent_settings

    settings = read_agent_settings()
    if not settings.model:
        return (
            "No language model: the coach thinks offline.",
            "That is enough; COACH_MODEL names one if you want it.",
        )
    from agent.policy.model.connect import connect
    from agent.policy.model.probe import probe, way_to_use

    found = probe(connect(settings), settings)
    way = way_to_use(found)
    abilities = ", ".join(f"{each.name} {'works' if each.works else 'does not work'}" for each in found)
    if way is None:
        raise ModelError(
            f"{settings.model}: {abilities}: {found[0].problem or found[-1].problem}.", _MEND_MODEL
        )
    return (
        f"{settings.model}: {abilities}. The coach uses {way}.",
        "`coach doctor --what-is-sent` lists what it gets.",
    )


_CHECKS: dict[str, Callable[[], tuple[str, str]]] = {
    "packages": _packages,
    "settings": _settings,
    "home": _home,
    "conversations": _threads,
    "wages": _wages,
    "embedder": _embedder,
    "library": _library,
    "thinking": _thinking,
}
