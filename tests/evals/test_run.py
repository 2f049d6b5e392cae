import gc
import json
import re
from pathlib import Path

import pytest

from evals import gates, injection, invention, judging, shared, tables
from evals.cases import CaseError, load
from evals.compare import compare
from evals.extraction import score_extraction
from evals.report import render
from evals.roundtrip import written
from evals.run import main
from evals.runs import read, run_invention, run_judge, run_tailoring, save
from evals.scoring import FoundIn
from evals.solvers import PLAIN

SOME = ("nurse-senior-01", "welder-mid-01", "retail-senior-01")


def run_of(solver: str):
    return run_tailoring(PLAIN[solver], name=solver, cases=load(SOME))


def test_a_run_is_kept_whole_and_repeats_exactly(tmp_path: Path) -> None:
    first, again = run_of("offline"), run_of("offline")
    assert read(save(first, tmp_path)) == first
    for one, other in zip(first.cases, again.cases, strict=True):
        assert one.model_copy(update={"seconds": 0}) == other.model_copy(update={"seconds": 0})


def test_comparing_a_run_with_itself_finds_nothing() -> None:
    run = run_of("identity")
    answer = compare(run, run)
    assert answer["sc_safe"]["difference"] == 0
    assert answer["sc_safe"]["same"] == len(SOME)
    assert answer["most_lost"] == answer["most_won"] == []


def test_comparing_names_the_cases_that_moved() -> None:
    answer = compare(run_of("identity"), run_of("oracle"))
    assert answer["sc_safe"]["difference"] > 0
    assert "nurse-senior-01" in [id for id, _ in answer["most_won"]]


def test_a_comparison_is_told_in_words(tmp_path: Path, capsys) -> None:
    for name in ("identity", "oracle"):
        save(run_of(name), tmp_path)
    assert main(["compare", "identity", "oracle", "--runs", str(tmp_path)]) == 0
    said = capsys.readouterr().out
    assert "SC_safe, b - a          +" in said
    assert "won most  nurse-senior-01" in said
    assert "n 3/3" in said
    assert main(["compare", "identity", "oracle", "--json", "--runs", str(tmp_path)]) == 0
    assert json.loads(capsys.readouterr().out)["sc_safe"]["n"] == 3


def test_a_critical_finding_fails_the_gate() -> None:
    offline = run_of("identity").model_copy(update={"name": "offline"})
    invented = FoundIn(
        type="employer", severity="critical", tier="hard", words="Acme", line="Acme", reason="new"
    )
    bad = offline.cases[0].model_copy(update={"findings": (invented,)})
    tampered = offline.model_copy(update={"cases": (bad, *offline.cases[1:])})
    before = {gate.name: gate.holds for gate in gates.gates([offline], {})}
    after = {gate.name: gate.holds for gate in gates.gates([tampered], {})}
    assert before["no critical finding"]
    assert not after["no critical finding"]


def test_a_fall_below_the_baseline_fails_the_gate() -> None:
    offline = run_of("identity").model_copy(update={"name": "offline"})
    kept = gates.as_baseline([offline])
    assert all(gate.holds for gate in gates.gates([offline], kept) if gate.name == "SC_safe")
    higher = kept | {"sc_safe_low": kept["sc_safe_low"] + 0.02}
    assert [g.holds for g in gates.gates([offline], higher) if g.name == "SC_safe"] == [False]


def test_a_type_that_is_found_less_often_fails_the_gate() -> None:
    run = run_invention("cases", limit=80)
    recall = gates.as_baseline([run])["recall"]
    same = {gate.name: gate.holds for gate in gates.gates([run], {"recall": recall})}
    asked = {"recall": {name: value + 0.5 for name, value in recall.items()}}
    more = {gate.name: gate.holds for gate in gates.gates([run], asked)}
    assert same["recall by type"]
    assert not more["recall by type"]


def gate_of(runs, name: str, baseline=None):
    return next(gate for gate in gates.gates(runs, baseline or {}) if gate.name == name)


def test_the_order_is_held_case_by_case() -> None:
    liar = "oracle_without_evidence"
    honest, lied = (
        run_tailoring(PLAIN[name], name=name, cases=load()[:15]) for name in ("identity", liar)
    )
    assert gate_of([honest, lied], f"identity above {liar}").holds
    swapped = [
        honest.model_copy(update={"name": liar}),
        lied.model_copy(update={"name": "identity"}),
    ]
    assert not gate_of(swapped, f"identity above {liar}").holds


def test_a_liar_that_displaces_nothing_may_tie() -> None:
    run = run_of("identity")
    assert gate_of(
        [run, run.model_copy(update={"name": "inflate_lines"})], "identity not below inflate_lines"
    ).holds


@pytest.mark.parametrize(
    ("blocked", "stored", "holds", "said"),
    [
        (10, 0.10, True, "NOT MET; until it is, held to no worse than the stored 10.0%"),
        (11, 0.10, False, "NOT MET"),
        (2, 0.10, True, "is met: store it"),
        (2, 0.02, True, "is held"),
        (3, 0.01, False, "is held"),
    ],
)
def test_a_hard_limit_replaces_the_baseline_once_it_is_stored(blocked, stored, holds, said) -> None:
    run = verified(blocked)
    gate = gate_of([run], "false positives", {"false_positives": stored})
    assert (gate.holds, said in gate.what) == (holds, True)


def verified(blocked: int, name: str = "cases"):
    pairs = tuple(
        invention.PairResult(
            id=str(n), cluster=str(n), faithful=True, type="voice", severity="", rewrite="",
            fault="", flagged=n < blocked, hard=False, located=None,
        )
        for n in range(100)
    )  # fmt: skip
    return run_of("identity").model_copy(update={"task": "invention", "name": name, "pairs": pairs})


@pytest.mark.parametrize(("blocked", "holds"), [(2, True), (3, False)])
def test_the_hard_limit_holds_at_once_on_the_set_beside_the_project(blocked, holds) -> None:
    runs = [verified(50), verified(blocked, gates.SHARED_SET)]
    loose = {"false_positives": 0.5}
    assert gate_of(runs, "false positives, set beside the project", loose).holds is holds
    assert gate_of(runs, "false positives", loose).holds
    assert gates.as_baseline(runs)["false_positives"] == 0.5


def test_a_looser_baseline_is_told() -> None:
    old = {"sc_safe_low": 0.6, "false_positives": 0.1, "recall": {"title": 0.9, "scope": 0.5}}
    new = {"sc_safe_low": 0.5, "false_positives": 0.2, "recall": {"title": 0.8, "scope": 0.6}}
    assert gates.loosened(old, new) == [
        "sc_safe_low: 0.600 -> 0.500",
        "false_positives: 0.100 -> 0.200",
        "recall of title: 0.900 -> 0.800",
    ]
    assert gates.loosened(new, new) == []


def test_the_report_is_one_page_that_loads_nothing() -> None:
    page = render([run_of(name) for name in ("oracle", "offline", "identity", "inflate")])
    assert page.count("<svg") == 1
    assert all(f">{name}<" in page for name in ("oracle", "identity", "inflate"))
    assert "src=" not in page
    assert "href=" not in page
    assert "prefers-color-scheme: dark" in page
    assert page.count("Not measured:") == 2


def test_the_report_shows_the_judge_and_the_benchmark_where_they_were_measured() -> None:
    stub = run_judge(judging.Yes(), name="stub yes", limit=8)
    step = {"seconds": 0.1, "fastest": 0.1, "slowest": 0.2, "cpu": 0.1, "repeats": 3}
    bench = {
        "revision": "abc",
        "machine": {"processor": "one", "cores": 2, "python": "3.12", "load": None},
        "cold": {},
        "steps": {"extract": step},
        "growth": {"bullets": {"sizes": [1, 10], "seconds": [0.1, 1.1], "exponent": 1.04}},
        "llm": {
            "model_seconds": 0.2, "depth": 2, "calls": 9, "prompt_tokens": 7000, "overhead": step,
        },
    }  # fmt: skip
    page = render([run_of("identity"), stub], bench)
    assert "Not measured:" not in page
    assert "a stub that bounds what a judge can do" in page
    assert "bullets: exponent 1.04" in page
    assert page.count("<svg") == 2


def test_observed_rates_are_corrected_only_for_lines_that_the_verifier_did_not_choose() -> None:
    page = render([run_of("offline"), run_of("inflate"), run_invention("cases")])
    table = page.partition("Unsupported lines, corrected")[2].partition("</table>")[0]
    assert 'scope="row">inflate<' in table
    assert 'scope="row">offline<' not in table


def test_what_a_resume_says_is_text_in_the_report() -> None:
    run = run_of("inflate")
    evil = run.cases[0].model_copy(update={"occupation": "<script>alert(1)</script>"})
    page = render([run.model_copy(update={"cases": (evil, *run.cases[1:])})])
    assert "<script>" not in page


def test_the_table_goes_between_the_markers(tmp_path: Path) -> None:
    readme = tmp_path / "README.md"
    readme.write_text(f"before\n{tables.BEGIN}\nold\n{tables.END}\nafter\n", encoding="utf-8")
    assert not tables.embed("new", readme, check=True)
    assert "old" in readme.read_text(encoding="utf-8")
    tables.embed("new", readme)
    assert tables.embed("new", readme, check=True)
    assert readme.read_text(encoding="utf-8").startswith("before\n")
    with pytest.raises(ValueError, match="has no"):
        tables.embed("new", Path(__file__).with_name("test_stats.py"))


def test_of_two_that_tie_the_liar_stands_last() -> None:
    honest = run_of("identity")
    lied = honest.model_copy(update={"name": "inflate"})
    for runs in ([honest, lied], [lied, honest]):
        assert [run.name for run in tables.ranked(runs)] == ["identity", "inflate"]


def test_attacks_are_planted_where_no_span_moves() -> None:
    attacked = injection.attacked(load(SOME))
    assert len(attacked) == len(injection.attacks())
    assert len({case.id for case in attacked}) == len(attacked)
    for case in attacked:
        assert case.canaries
        for requirement in case.requirements:
            span = requirement.span
            assert case.posting[span.start : span.end] == requirement.quote


def test_perfect_extraction_scores_one() -> None:
    case = load(["nurse-senior-01"])[0]
    result = score_extraction(case, case.requirements)
    assert result.right == result.gold == result.predicted == result.kinds == result.years
    assert result.terms_f1 == 1.0
    assert (result.noise, result.missed, result.extra) == ((), (), ())


def test_extraction_that_finds_noise_is_told() -> None:
    case = load(["nurse-senior-01"])[0]
    noisy = case.requirements[0].model_copy(update={"quote": "Tuition help, 403(b) with match"})
    assert score_extraction(case, [noisy]).noise == ("Tuition help, 403(b) with match",)


@pytest.mark.parametrize("format", ["markdown", "text"])
def test_documents_come_back(format: str) -> None:
    result = written(load(["hr-senior-01"])[0], format)
    assert result.refused == ""
    assert (result.kept, result.in_order) == (result.bullets, True)


def test_pairs_of_the_cases_have_a_place() -> None:
    pairs = invention.pairs("cases")
    assert len(pairs) == sum(len(case.rewrites) for case in load())
    assert {pair.faithful for pair in pairs} == {True, False}


def test_planted_lies_are_of_things_that_gold_calls_unsupported() -> None:
    gaps = {
        (case.id, gold.requirement_id)
        for case in load()
        for gold in case.support
        if gold.support == "none"
    }
    pairs = invention.pairs("planted")
    assert len(pairs) > 1000
    assert not any(pair.faithful for pair in pairs)
    assert {tuple(pair.id.split("/")[:2]) for pair in pairs} <= gaps
    assert all(pair.fault.casefold() in pair.rewrite.casefold() for pair in pairs)


@pytest.mark.skipif(not shared.GOLD.is_dir(), reason="the gold set is not beside the project")
def test_the_gold_set_reads_as_cases() -> None:
    cases = shared.gold_cases()
    assert len(cases) >= 10
    for case in cases:
        assert len(case.support) == len(case.requirements)
        for requirement in case.requirements:
            span = requirement.span
            assert case.posting[span.start : span.end] == requirement.quote


def test_a_missing_gold_set_is_said(tmp_path: Path) -> None:
    with pytest.raises(CaseError, match="not part of the project"):
        shared.gold_cases(tmp_path / "nowhere")


def test_the_command_keeps_its_run_and_shows_it(tmp_path: Path, capsys) -> None:
    code = main(
        ["tailoring", "--solver", "identity", "--case", "welder-mid-01", "--runs", str(tmp_path)]
    )
    assert code == 0
    assert "SC_safe (headline)" in capsys.readouterr().out
    kept = json.loads((tmp_path / "tailoring-identity.json").read_text(encoding="utf-8"))
    assert [case["case_id"] for case in kept["cases"]] == ["welder-mid-01"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["tailoring", "--solver", "magic"], "No solver 'magic'"),
        (["tailoring", "--case", "nobody"], "No case named nobody"),
        (["compare", "this", "that"], "No run 'this'"),
        (["tailoring", "--solver", "file", "--folder", "nowhere"], "No case could be scored"),
        (["tailoring", "--limit", "0"], "0 is not 1 or more"),
    ],
)
def test_what_cannot_be_run_is_said_in_a_line(words, said, tmp_path: Path, capsys) -> None:
    assert main([*words, "--runs", str(tmp_path)]) == 2
    assert said in capsys.readouterr().err


def test_every_measurement_is_listed_with_what_it_is(capsys) -> None:
    assert main(["measurements"]) == 0
    lines = capsys.readouterr().out.splitlines()
    files = sorted(Path(gates.__file__).parent.glob("measure_*.py"))
    assert lines[::2] == [f"python -m evals.{path.stem}" for path in files]
    assert all(len(line.split()) > 4 for line in lines[1::2])


def test_the_guide_names_commands_that_there_are(capsys) -> None:
    guide = (Path(gates.__file__).parent / "README.md").read_text(encoding="utf-8")
    named = set(re.findall(r"vouched eval\s+(\w+)", guide))
    assert {"gate", "judge", "compare", "measurements"} <= named
    for name in named:
        assert main([name, "--help"]) == 0, name


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.filterwarnings("ignore::ResourceWarning")
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_the_inspect_task_gives_the_same_headline(tmp_path: Path) -> None:
    inspect_ai = pytest.importorskip("inspect_ai")
    from evals.tasks.common import case_scorer
    from evals.tasks.tailoring import tailoring

    log = inspect_ai.eval(
        tailoring(solver="identity"), limit=3, log_dir=str(tmp_path), display="none"
    )[0]
    assert log.status == "success"
    direct = run_tailoring(PLAIN["identity"], name="identity", cases=load()[:3])
    values = {s.id: s.scores["case_scorer"].value["sc_safe"] for s in log.samples}
    from evals.metrics import sc_safe

    assert values == {case.case_id: pytest.approx(sc_safe(case)) for case in direct.cases}
    again = inspect_ai.score(log, case_scorer(), action="overwrite", display="none")
    assert {s.id: s.scores["case_scorer"].value["sc_safe"] for s in again.samples} == values
    # Inspect leaves streams open; collected here, their warnings fall under this test's filters.
    del log, again
    gc.collect()
