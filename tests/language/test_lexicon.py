"""What the lexicon knows, what it refuses to guess, and the schema of its files."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files

import pytest

from agent.language import lexicon, lexicon_files
from agent.language.lemmas import is_known
from agent.language.lexicon_files import Term, pieces

FOLDER = files("agent.language") / "data" / "lexicon"
CATEGORIES = {"skill", "tool", "certification", "degree", "domain", "language", "soft"}


@pytest.fixture(autouse=True)
def _only_ours(tmp_path, monkeypatch) -> Iterator[None]:
    monkeypatch.setenv("VOUCHED_LEXICON", str(tmp_path / "none"))
    lexicon.reload()
    yield
    lexicon.reload()


def rows() -> list[tuple[str, list[str]]]:
    return [
        (file.name, line.split("\t"))
        for file in sorted(FOLDER.iterdir(), key=lambda file: file.name)
        if file.name != "senses.tsv"
        for line in file.read_text(encoding="utf-8").splitlines()
        if line and not line.startswith("#")
    ]


def written() -> list[Term]:
    return [lexicon_files.read_term("\t".join(cells)) for _, cells in rows()]


@pytest.mark.parametrize(
    ("form", "name"),
    [
        ("k8s", "Kubernetes"),
        ("postgres", "PostgreSQL"),
        ("EHR", "electronic health record"),
        ("electronic health records", "electronic health record"),
        ("GTAW", "TIG welding"),
        ("RN", "Registered Nurse"),
        ("programmable logic controllers", "PLC"),
        ("high performance liquid chromatography", "HPLC"),
        ("IEPs", "individualized education program"),
        ("P&IDs", "P&ID"),
        ("commercial driver's license", "CDL"),
        ("lockout tagout", "lockout/tagout"),
        ("month end close", "month-end close"),
        ("CI CD", "CI/CD"),
        ("B.S.", "Bachelor of Science"),
        (".net", ".NET"),
    ],
)
def test_another_name_of_the_same_thing(form: str, name: str) -> None:
    assert lexicon.canonical(form) == name
    assert name in lexicon.aliases(form)


@pytest.mark.parametrize(
    ("specific", "general"),
    [
        ("PostgreSQL", "relational database"),
        ("PostgreSQL", "database"),
        ("EKS", "container orchestration"),
        ("QuickBooks Online", "accounting software"),
        ("Epic", "EHR"),
        ("GMAW", "welding"),
        ("BSN", "bachelor's degree"),
        ("CNC lathe", "machining"),
        ("reach truck", "material handling equipment"),
        ("LexisNexis", "legal research software"),
    ],
)
def test_a_kind_is_known_upwards_only(specific: str, general: str) -> None:
    assert lexicon.is_a(specific, general)
    assert not lexicon.is_a(general, specific)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("PostgreSQL", "MySQL"),
        ("k8s", "Kubernetes"),
        ("CPA", "CFA"),
        ("LPN", "RN"),
        ("Java", "JavaScript"),
    ],
)
def test_siblings_and_aliases_are_no_kinds(one: str, other: str) -> None:
    assert not lexicon.is_a(one, other)
    assert not lexicon.is_a(other, one)


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("Processed AP and AR for 40 vendors", ["accounts payable", "accounts receivable"]),
        ("Taught AP calculus to juniors", ["Advanced Placement"]),
        ("Sat by the AP door", []),
        ("Ran services on AWS and in Docker", ["AWS", "Docker"]),
        ("Member of AWS, GMAW welder", ["American Welding Society", "MIG welding"]),
        ("Bent EMT conduit", ["electrical metallic tubing"]),
        ("Go beyond what is asked", []),
        ("Services in Go, Rust and Python", ["Go", "Rust", "Python"]),
        ("Excel at teamwork", ["teamwork"]),
        ("Excel, Word and Outlook", ["Microsoft Excel", "Microsoft Word", "Microsoft Outlook"]),
        ("Teams of four nurses", []),
        ("React quickly to spills", []),
        ("net pay in .NET shops", [".NET"]),
        ("vitamin C for residents", []),
        ("relational databases", ["relational database"]),
        ("it is or was in the house", []),
    ],
)
def test_terms_in_a_text(text: str, terms: list[str]) -> None:
    found = lexicon.find_terms(text)
    assert [hit.term for hit in found] == terms
    assert all(lexicon.canonical(hit.term, context=text) for hit in found)


def test_a_form_of_two_things_is_nothing_without_company() -> None:
    assert lexicon.canonical("AP") is None
    assert lexicon.canonical("AP", context="vendor invoices") == "accounts payable"
    assert "AP" not in lexicon.aliases("accounts payable")
    assert "AP" in lexicon.aliases("accounts payable", context="invoices")


def test_unknown_words_are_unknown() -> None:
    assert lexicon.canonical("flumboxing") is None
    assert lexicon.aliases("flumboxing") == frozenset()
    assert lexicon.hypernyms("") == frozenset()
    assert lexicon.find_terms("") == ()


def test_every_row_is_whole() -> None:
    for file, cells in rows():
        assert 2 <= len(cells) <= 4, (file, cells)
        assert cells[1] in CATEGORIES, (file, cells)
        assert all(cell == cell.strip() for cell in cells), (file, cells)


def test_names_and_forms_are_said_once() -> None:
    shared = {pieces(line.split("\t")[0]) for line in sense_lines()}
    owner: dict[tuple[str, ...], str] = {}
    for term in written():
        name = term.name.removeprefix("=")
        assert owner.get(pieces(name), name) == name or pieces(name) in shared, name
        for form in (term.name, *term.aliases):
            taken = owner.setdefault(pieces(form), name)
            assert taken == name or pieces(form) in shared, (form, name, taken)


def test_kinds_exist_and_never_go_in_circles() -> None:
    parents = {term.name.removeprefix("="): term.parents for term in written()}
    for name in parents:
        assert set(parents[name]) <= set(parents), name
        assert name not in lexicon.hypernyms(name) | set(parents[name]), name
        above, seen = list(parents[name]), set[str]()
        while above:
            one = above.pop()
            assert one != name, name
            if one not in seen:
                seen.add(one)
                above += parents[one]


def sense_lines() -> list[str]:
    text = (FOLDER / "senses.tsv").read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def test_senses_name_known_terms_and_their_company() -> None:
    names = {term.name for term in lexicon.terms()}
    for line in sense_lines():
        form, term, company = line.split("\t")
        assert term in names, line
        assert form, line
        assert company.split(), line


def test_breadth() -> None:
    assert len(lexicon.terms()) >= 1500
    assert len({file for file, _ in rows()}) >= 10


def test_common_words_that_are_names_say_so() -> None:
    """A product named by a common verb ('Slack', 'Zoom') must count as written only."""
    verbs = {"excel", "go", "react", "slack", "zoom", "sketch", "notion", "express", "access",
             "word", "teams",
             "outlook", "square", "toast", "lever", "rust", "swift", "canvas"}  # fmt: skip
    for word in verbs:
        assert is_known(word)
        assert not lexicon.find_terms(f"they {word} with it"), word
