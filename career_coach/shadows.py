"""Whether `agent`, `tools`, `prompts` and `seeds` are the coach's own: the names are common ones.

Another distribution takes a name's place by lying earlier on Python's path, or by having been installed over
it. Nothing of ours is imported here, for it may be what is missing.
"""

from functools import cache
from importlib.util import find_spec
from pathlib import Path

PACKAGES = ("agent", "prompts", "seeds", "tools")
DISTRIBUTION = "career-coach"
REMEDY = "Install career-coach in an environment of its own, or put its folder first on Python's path."


class ShadowedError(ImportError):
    """Something else stands where a package of the coach should; its message is one line that says what to do."""


def check_names() -> None:
    """Raise ShadowedError where a package is not the coach's own."""
    if problem := shadowed():
        raise ShadowedError(f"{problem} {REMEDY}")


@cache
def shadowed() -> str:
    """What stands in a package's place, in one line; empty where all are the coach's own."""
    from importlib.metadata import packages_distributions

    home = Path(__file__).resolve().parents[1]
    replaced = _replaced()
    for name in PACKAGES:
        place = _place(name)
        if place != home / name or name in replaced:
            others = sorted({*packages_distributions().get(name, ())} - {DISTRIBUTION})
            whose = f" (of the distribution {' or '.join(others)})" if others else ""
            return (
                f"`{name}` is not the coach's: {place or 'nothing'}{whose} stands in place of {home / name}."
            )
    return ""


def _place(name: str) -> Path | None:
    """The folder from which a package is imported."""
    spec = find_spec(name)
    folders = list(spec.submodule_search_locations or ()) if spec else []
    return Path(folders[0]).resolve() if folders else Path(spec.origin) if spec and spec.origin else None


def _replaced() -> set[str]:
    """Packages whose first file is not as it was installed: another distribution wrote over it."""
    from importlib.metadata import PackageNotFoundError, distribution

    try:
        files = distribution(DISTRIBUTION).files or []
    except PackageNotFoundError:  # run from its source
        return set()
    names = {f"{name}/__init__.py" for name in PACKAGES}
    firsts = [file for file in files if file.as_posix() in names]
    return {file.parts[0] for file in firsts if file.hash and file.hash.value != _digest(Path(file.locate()))}


def _digest(path: Path) -> str:
    """As a wheel's RECORD writes it: SHA-256 in URL-safe base64 without padding."""
    import base64
    import hashlib

    if not path.is_file():
        return ""
    return base64.urlsafe_b64encode(hashlib.sha256(path.read_bytes()).digest()).rstrip(b"=").decode()
