import json
from xml.etree import ElementTree

import pytest

from evals import bench, bench_inputs
from evals.bench_growth import plot
from evals.bench_steps import spread, timed

GROWTH = {
    "bullets": {"sizes": [1, 10, 100], "seconds": [0.01, 0.1, 1.0], "exponent": 1.0},
    "postings": {"sizes": [1, 10, 100], "seconds": [0.02, 0.1, 0.9], "exponent": 0.83},
    "requirements": {"unscored": "at 100 times: too long"},
}


def measured(factor: float = 1.0, **machine: object) -> dict:
    step = spread([0.1 * factor, 0.2 * factor, 0.4 * factor]) | {"cpu": 0.1}
    return {
        "revision": "abc",
        "machine": {"processor": "one", "cores": 2, "python": "3.12", "load": 0.1} | machine,
        "cold": {
            "peak memory": {"bytes": 2**20 * factor, "least": 2**20, "most": 2**21, "repeats": 3}
        },
        "steps": {"verify one rewrite": step},
        "growth": GROWTH,
        "llm": {
            "model_seconds": 0.2, "depth": 2, "calls": 9, "prompt_tokens": 7000 * factor,
            "overhead": step,
        },
    }  # fmt: skip


def test_the_plot_draws_what_was_scored_and_names_its_exponent() -> None:
    tree = ElementTree.fromstring(plot(GROWTH))
    tags = [element.tag.rpartition("}")[2] for element in tree.iter()]
    words = " ".join(element.text or "" for element in tree.iter())
    assert tags.count("polyline") == 2
    assert "bullets: exponent 1.00" in words
    assert "requirements" not in words
    assert plot({"requirements": {"unscored": "too long"}}) == ""


def test_linear_growth_is_drawn_with_equal_steps() -> None:
    tree = ElementTree.fromstring(plot({"bullets": GROWTH["bullets"]}))
    line = next(element for element in tree.iter() if element.tag.endswith("polyline"))
    (x0, y0), (x1, y1), (x2, y2) = (map(float, p.split(",")) for p in line.get("points").split())
    assert (x1 - x0, y1 - y0) == pytest.approx((x2 - x1, y2 - y1), abs=0.2)
    assert y0 > y1 > y2


def test_two_measurements_compare_as_ratios() -> None:
    said = bench.compare(measured(), measured(2.0))
    assert "2.00  1.00  verify one rewrite" in said
    assert "2.00     –  peak memory" in said
    assert "2.00     –  LLM prompt tokens" in said
    assert "exponent 1.00 -> 1.00" in said
    assert "OTHER MACHINES" not in said


def test_other_machines_are_told() -> None:
    assert "processor one and two" in bench.compare(measured(), measured(processor="two"))


def test_the_table_tells_medians_spread_and_what_is_unscored() -> None:
    said = bench.table(measured())
    assert "200.0 ms  (100.0 ms to 400.0 ms, 3 repeats; cpu 100.0 ms)" in said
    assert "growth with requirements: unscored, at 100 times: too long" in said


def test_work_is_done_at_least_three_times_and_once_to_warm_up() -> None:
    done: list[int] = []
    found = timed(lambda: done.append(1), budget=0.0)
    assert (len(done), found["repeats"]) == (4, 3)
    assert timed(lambda: done.append(1), repeats=5, warm=False)["repeats"] == 5


def test_a_file_that_is_no_measurement_is_said(tmp_path, capsys) -> None:
    (tmp_path / "no.json").write_text("{}", encoding="utf-8")
    here = str(tmp_path / "no.json")
    assert bench.main(["--compare", here, here]) == 2
    assert bench.main(["--compare", here, str(tmp_path / "none.json")]) == 2
    assert "no.json is not a measurement of this version" in capsys.readouterr().err
    (tmp_path / "yes.json").write_text(json.dumps(measured()), encoding="utf-8")
    there = str(tmp_path / "yes.json")
    assert bench.main(["--compare", there, there]) == 0
    assert "1.00  1.00  verify one rewrite" in capsys.readouterr().out


@pytest.mark.parametrize("n", [1, 36, 700])
def test_inputs_have_the_size_that_is_asked(n: int) -> None:
    lines = [line for line in bench_inputs.resume_text(n).splitlines() if line.startswith("- ")]
    assert len(lines) == len(set(lines)) == n
    wanted = bench_inputs.requirement_lines(n).splitlines()[3:]
    assert len(wanted) == len(set(wanted)) == n
    assert len(set(bench_inputs.postings(n))) == n
