"""The tables hold together: no cycle, no unknown name, no invented address, no alias with two meanings."""

import csv
import json
from pathlib import Path

import pytest

import seeds
from tools.errors import DataError
from tools.roadmap import generate, tables
from tools.roadmap.skills import tokens

SHARED = Path(__file__).parents[3].parent / "shared" / "facts" / "skills.json"


def test_sizes_that_the_product_promises() -> None:
    assert len(tables.skills()) >= 120
    assert sum(role.kind == "role" for role in tables.roles().values()) >= 8
    assert sum(role.kind == "area" for role in tables.roles().values()) == 9
    assert len(tables.read_table("known_technologies")) >= 250


def test_a_circle_of_prerequisites_is_named() -> None:
    with pytest.raises(DataError, match="a circle"):
        tables.check_prerequisites({"a": ("b",), "b": ("c",), "c": ("a",)})


def test_an_unknown_prerequisite_is_named() -> None:
    with pytest.raises(DataError, match="sculpture"):
        tables.check_prerequisites({"a": ("sculpture",)})


def test_an_unknown_need_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    read = tables.read_table
    wrong = [{"role": "data_analyst", "skill": "sql-relational", "need": "could"}]
    monkeypatch.setattr(tables, "read_table", lambda name: wrong if name == "role_skills" else read(name))
    with pytest.raises(DataError, match="could is no need; there are must, should, nice"):
        tables.roles.__wrapped__()


def test_a_damaged_table_is_a_data_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "tables"
    folder.mkdir()
    (folder / "skills.csv").write_bytes(b"id,name\n\xff\xfe")
    monkeypatch.setattr(seeds, "__file__", str(tmp_path / "__init__.py"))
    with pytest.raises(DataError, match=r"skills\.csv"):
        tables.read_table("skills")


def test_every_skill_has_a_proof_and_a_place() -> None:
    for skill in tables.skills().values():
        assert skill.proof.endswith("."), skill.id
        assert skill.track in tables.tracks()
        assert skill.basis == "estimate" or skill.note, f"{skill.id} does not say where its hours come from"
        assert (skill.basis == "estimate") == (skill.source.id == "estimate")
        assert set(skill.implied) <= set(skill.prerequisites)


def test_every_role_must_have_something() -> None:
    for role in tables.roles().values():
        assert "must" in role.needs.values(), role.id


def test_no_alias_of_the_graph_means_two_skills() -> None:
    meanings: dict[tuple[str, ...], set[str]] = {}
    for row in tables.spellings():
        for alias in (row.name, *row.aliases, *row.guarded):
            if row.skill:
                meanings.setdefault(tokens(alias), set()).add(row.skill)
    assert {alias: found for alias, found in meanings.items() if len(found) > 1} == {}


def test_no_role_alias_means_two_roles() -> None:
    seen: dict[str, str] = {}
    for role in tables.roles().values():
        for alias in {role.title.lower(), *role.aliases}:
            assert seen.setdefault(alias, role.id) == role.id, alias


@pytest.mark.skipif(not SHARED.exists(), reason="the shared facts do not lie beside this copy")
def test_addresses_hours_and_prerequisites_are_those_of_the_facts() -> None:
    facts = {row["id"]: row for row in json.loads(SHARED.read_text(encoding="utf-8"))["skills"]}
    checked = {"exact", "under-this-path"}
    addresses = {
        item["url"] for row in facts.values() for item in row["resources"] if item["url_check"] in checked
    }
    ours = tables.skills()
    assert {resource.url for skill in ours.values() for resource in skill.resources} == addresses
    for name, fact in facts.items():
        hours = fact["hours"]
        assert (ours[name].low, ours[name].typical, ours[name].high) == (
            hours["low"],
            hours["typical"],
            hours["high"],
        )
        assert set(fact["prereqs"]) <= set(ours[name].prerequisites)
        assert ours[name].basis.startswith(fact["hours_basis"])
        assert ours[name].proof.strip(".") != fact["proof_project"].strip(".")


@pytest.mark.skipif(not SHARED.exists(), reason="the shared facts do not lie beside this copy")
def test_roadmaps_from_nothing_take_the_hours_of_the_facts() -> None:
    totals = json.loads(SHARED.read_text(encoding="utf-8"))["role_totals"]
    for role, fact in totals.items():
        document = generate(tables.roles()[role].title, [], 10)
        assert document.total_hours == fact["must_hours"]["typical"]
        assert sum(len(item.skills) for item in document.milestones) == fact["must_with_prereqs"]


def test_tables_are_plain_csv() -> None:
    folder = Path(str(seeds.__file__)).parent / "tables"
    for name in (
        "skills",
        "roles",
        "role_skills",
        "skill_aliases",
        "known_technologies",
        "experience",
        "skill_transfer",
    ):
        with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            rows = list(csv.reader(file, strict=True))
        assert len({len(row) for row in rows}) == 1, name
