"""What hears danger: its card, and messages by hands whose words nobody trained on."""

import hashlib
import json
from importlib.resources import files
from pathlib import Path

from agent.nlu.danger import FILE
from agent.nlu.tagger import default_tagger
from agent.nlu.tagging import tag

NLU = Path(str(files("prompts"))) / "nlu"
SET = Path(__file__).parents[3] / "benchmarks" / "data" / "crisis.jsonl"


def test_the_card_tells_of_the_file() -> None:
    digest = hashlib.sha256((NLU / FILE).read_bytes()).hexdigest()
    assert f"sha256 `{digest}`" in (NLU / "DANGER.md").read_text(encoding="utf-8")


def test_danger_is_heard_and_idioms_are_none() -> None:
    rows = [json.loads(line) for line in SET.read_text(encoding="utf-8").splitlines()]
    heard = [(bool(row["crisis"]), "crisis" in tag(row["say"], (), default_tagger()).wishes) for row in rows]
    assert sum(said for meant, said in heard if meant) >= 0.92 * sum(meant for meant, _ in heard)
    assert sum(said for meant, said in heard if not meant) <= 0.09 * sum(not meant for meant, _ in heard)


def test_a_message_without_danger_keeps_its_other_wishes() -> None:
    read = tag("what does a welder make in Tulsa?", (), default_tagger())
    assert read.wishes == ("pay",)
