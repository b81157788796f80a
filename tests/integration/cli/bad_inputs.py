"""Two hundred ways to use the commands wrongly, each with what it needs to stand on."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

HERE = "<files>"  # stands for the folder of wrong files, so that a case reads the same in every process
NOT_TEXT = ("", "   ", "\x1b[2Jx", "bell\x07", "caf\udce9", "\udcff\udcfe", "c1\x9b31m", "x" * 1_200)
BAD_IDS = ("", " ", "a\nb", "\x1b[0m", "x" * 129, "tab\t")
FILES: dict[str, bytes] = {
    "binary.bin": bytes(range(256)) * 40,
    "empty.txt": b"",
    "latin1.txt": "caf\u00e9".encode("latin-1"),
    "huge.txt": b"a" * 2_100_000,
    "list.json": b"[]",
    "broken.json": b'{"sections": [',
    "deep.json": b"[" * 60_000,
    "no_turns.yaml": b"name: x\n",
    "typo.yaml": b"name: x\nturns:\n  - usr: hi\n",
    "tabs.yaml": b"name: x\nturns:\n\t- user: hi\n",
    "binary.yaml": b"\xff\xfe\x00\x01",
    "list.yaml": b"- a\n",
    "tag.yaml": b"!!python/object/apply:os.system ['true']\n",
    "two_kinds.yaml": b"name: x\nturns:\n  - {user: a, restart: true}\n",
    "bad_status.yaml": b"name: x\nturns:\n  - {user: a, expect: {status: fine}}\n",
    "bad_date.yaml": b"name: x\ntoday: 2026-13-45\nturns:\n  - {user: a}\n",
    "not_onet/readme.txt": b"nothing here\n",
}


@dataclass(frozen=True)
class Case:
    """Words of a call; `stdin` for "-"; `home` one of sound, file, missing_parent, damaged; `env` settings."""

    args: tuple[str, ...]
    stdin: bytes = b""
    home: str = "sound"
    env: dict[str, str] = field(default_factory=dict)

    @property
    def name(self) -> str:
        words = " ".join(ascii(word[:24])[1:-1] for word in self.args)
        return f"{words} {self.home} {' '.join(self.env)}".strip()

    def arguments(self, folder: Path) -> tuple[str, ...]:
        """The words with the folder that holds the wrong files."""
        return tuple(word.replace(HERE, str(folder)) for word in self.args)


def write_files(folder: Path) -> None:
    """The wrong files that the cases name, all under `folder`."""
    for name, raw in FILES.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(raw)


def cases() -> list[Case]:
    """All of them."""
    return [*_texts(), *_talk(), *_threads(), *_files(), *_options(), *_surroundings()]


def _texts() -> Iterator[Case]:
    for text in NOT_TEXT:
        yield Case(("salary", text))
        yield Case(("salary", "nurse", "--location", text, "--json"))
        yield Case(("salary", "nurse", "--level", text))
        yield Case(("market", text, "--json"))
        yield Case(("market", "nurse", "--location", text))
        yield Case(("options", text))
        yield Case(("options", "cook", "--min-pay", text))
        yield Case(("options", "cook", "--location", text, "--json"))
        yield Case(("roadmap", text))
        yield Case(("roadmap", "nurse", "--skill", text))
        yield Case(("profile", "set", "target_role", text))
    for text in NOT_TEXT[:-1]:
        yield Case(("search", text))
        yield Case(("ask", text, "--json"))
        yield Case(("resume", "t", "--reject", text))


def _talk() -> Iterator[Case]:
    yield Case(("ask", "-"), stdin=b"")
    yield Case(("ask", "-"), stdin=b"a" * 1_000_000)
    yield Case(("ask", "-", "--json"), stdin=bytes(range(256)))
    yield Case(("ask", "-"), stdin=b"\xff\xfe")
    yield Case(("ask", "-"), stdin=b"\x00" * 1_000_000)
    yield Case(("ask", "x" * 60_000))
    yield Case(("ask",))
    for wrong in BAD_IDS:
        yield Case(("ask", "hello", "--thread", wrong))
        yield Case(("ask", "hello", "--user", wrong, "--json"))
        yield Case(("show", wrong))
        yield Case(("options", "--user", wrong, "--json"))
    yield Case(("chat", "--cv", f"{HERE}/nowhere.txt"))
    yield Case(("chat", "--cv", f"{HERE}/binary.bin"))
    yield Case(("chat", "--cv", f"{HERE}/empty.txt"))
    yield Case(("chat", "--cv", HERE))
    yield Case(("chat", "--thread", "x" * 129))
    yield Case(("chat", "--user", ""))


def _threads() -> Iterator[Case]:
    yield Case(("resume", "nobody", "--approve"))
    yield Case(("resume", "nobody", "--approve", "--json"))
    yield Case(("resume", "nobody"))
    yield Case(("resume", "nobody", "--approve", "--reject", "no"))
    yield Case(("resume", "nobody", "--approve", "--edit", f"{HERE}/list.json"))
    yield Case(("resume", "kept", "--approve"))
    yield Case(("resume", "kept", "--reject", "less", "--json"))
    yield Case(("resume", "kept", "--approve", "--user", "somebody else"))
    yield Case(("resume", "", "--approve"))
    for name in (
        "nowhere.json",
        "list.json",
        "broken.json",
        "deep.json",
        "binary.bin",
        "huge.txt",
        "empty.txt",
        ".",
    ):
        yield Case(("resume", "kept", "--edit", f"{HERE}/{name}"))
    yield Case(("show", "nobody"))
    yield Case(("show", "nobody", "--json"))
    yield Case(("show", "kept", "--user", "somebody else"))
    yield Case(("forget",))
    yield Case(("forget", "--json"))
    yield Case(("forget", "nobody", "--yes"))
    yield Case(("forget", "--user", "", "--yes"))
    yield Case(("forget", "kept", "--user", "", "--yes"))
    yield Case(("profile", "--user", ""))
    yield Case(("profile", "forget", "--user", ""))
    yield Case(("forget", "kept", "--user", "somebody else", "--yes"))
    yield Case(("threads", "--user", ""))
    out = f"{HERE}/plan.md"
    yield Case(("export", "nobody", "--format", "md", "-o", out))
    yield Case(("export", "kept", "--format", "md", "-o", out))
    yield Case(("export", "kept", "--format", "docx", "-o", out))
    yield Case(("export", "kept", "--format", "md"))
    yield Case(("export", "kept", "-o", out, "--json"))


def _files() -> Iterator[Case]:
    for name in (*(name for name in FILES if name.endswith(".yaml")), "nowhere.yaml", "not_onet", "huge.txt"):
        yield Case(("run", f"{HERE}/{name}"))
        yield Case(("run", f"{HERE}/{name}", "--json"))
    yield Case(("data", "add", "onet", f"{HERE}/not_onet"))
    yield Case(("data", "add", "onet", f"{HERE}/nowhere", "--json"))
    yield Case(("data", "add", "onet", f"{HERE}/binary.bin"))


def _options() -> Iterator[Case]:
    for wrong in (
        ("nothing",),
        ("salary",),
        ("salary", "a", "b"),
        ("salary", "nurse", "--city", "Austin"),
        ("salary", "nurse", "--location"),
        ("salary", "nurse", "--pay", "lots"),
        ("salary", "nurse", "--pay", "-5"),
        ("salary", "nurse", "--pay", "0", "--json"),
        ("salary", "nurse", "--pay", "1e400"),
        ("salary", "nurse", "--pay", ""),
        ("compare",),
        ("compare", "nurse"),
        ("compare", "nurse", "--location", "Ohio", "--json"),
        ("compare", "nurse", ""),
        ("compare", "nurse", "baker", "--location", " "),
        ("compare", *["nurse"] * 41),
        ("market",),
        ("roadmap",),
        ("roadmap", "nurse", "--hours", "many"),
        ("roadmap", "nurse", "--weeks", "2.5"),
        ("roadmap", "nurse", "--hours", "-3"),
        ("roadmap", "nurse", "--hours", "nan"),
        ("roadmap", "nurse", "--weeks", "0"),
        ("roadmap", "nurse", "--hours", "1e400"),
        ("search",),
        ("search", "a", "-k", "0"),
        ("search", "a", "-k", "101"),
        ("search", "a", "-k", "x", "--json"),
        ("ingest",),
        ("run",),
        ("data", "add"),
        ("data", "add", "onet"),
        ("data", "drop", "onet"),
        ("profile", "set", "shoe_size", "9"),
        ("profile", "set", "hours_per_week", "many", "--json"),
        ("profile", "set", "hours_per_week", "1000"),
        ("profile", "set", "horizon_weeks", "1.5"),
        ("profile", "set", "location"),
        ("profile", "forget", "shoe_size"),
        ("profile", "drop"),
        ("doctor", "now"),
        ("library", "remove"),
        ("library", "drop", "--json"),
        ("--colour",),
        ("show",),
        ("resume",),
    ):
        yield Case(wrong)


def _surroundings() -> Iterator[Case]:
    commands = (
        ("ask", "hello"),
        ("threads", "--json"),
        ("show", "kept"),
        ("profile",),
        ("forget", "kept", "--yes"),
        ("resume", "kept", "--approve"),
        ("doctor",),
    )
    for command in commands:
        yield Case(command, home="file")
        yield Case(command, home="missing_parent")
        yield Case(command, home="damaged")
    yield Case(("salary", "nurse"), home="file")
    yield Case(("market", "nurse", "--json"), home="missing_parent")
    yield Case(("search", "nurse"), home="file")
    for command in (("ask", "hello"), ("salary", "nurse"), ("threads",)):
        yield Case(command, env={"COACH_TODAY": "yesterday"})
    yield Case(("ask", "hello", "--json"), env={"COACH_TODAY": "2026-02-30"})
    yield Case(("mcp", "--http"), env={"COACH_MCP_TOKEN": "short"})
    yield Case(("mcp", "--port", "70000"))
    yield Case(("mcp", "--json"))
