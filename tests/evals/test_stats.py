import random

import pytest

from evals.stats import (
    clustered_mean,
    corrected_rate,
    fitted_exponent,
    paired,
    rule_of_three,
    wilson,
    wilson_clustered,
)


@pytest.mark.parametrize(
    ("hits", "n", "low", "high"),
    [
        # Newcombe (1998), table I: score method without continuity correction.
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_wilson_agrees_with_published_intervals(hits: int, n: int, low: float, high: float) -> None:
    interval = wilson(hits, n)
    assert interval.low == pytest.approx(low, abs=1e-4)
    assert interval.high == pytest.approx(high, abs=1e-4)


def test_lines_that_stand_alone_have_the_plain_interval() -> None:
    hits = [True] * 15 + [False] * 133
    found, plain = wilson_clustered(hits, [str(i) for i in range(148)]), wilson(15, 148)
    assert found[:3] == pytest.approx(plain[:3], abs=1e-3)


def test_lines_of_one_cluster_that_always_agree_count_as_one() -> None:
    # 20 clusters of 6 lines each, 5 of them all hits: worth 20 lines, not 120.
    hits = [i // 6 < 5 for i in range(120)]
    names = [str(i // 6) for i in range(120)]
    found, alone = wilson_clustered(hits, names), wilson(5, 20)
    assert (found.value, found.n) == (0.25, 120)
    assert found.low == pytest.approx(alone.low, abs=0.01)
    assert found.high == pytest.approx(alone.high, abs=0.01)
    never = wilson_clustered([False] * 120, names)
    assert (never.low, never.high) == (0.0, wilson(0, 20).high)
    assert wilson_clustered([], [], of=3) == (None, None, None, 0, 3)


def test_nothing_counted_is_none_not_zero() -> None:
    assert wilson(0, 0, of=4) == (None, None, None, 0, 4)
    assert clustered_mean([None, None], ["a", "b"]) == (None, None, None, 0, 2)
    assert paired([None], [1.0], ["a"]).difference is None
    assert rule_of_three(0) is None


def test_one_resume_tells_nothing_of_others() -> None:
    assert clustered_mean([0.2, 0.6], ["a", "a"]) == (pytest.approx(0.4), None, None, 2, 2)
    alone = paired([0.2, 0.4], [0.3, 0.6], ["a", "a"])
    assert (alone.low, alone.high, alone.smallest_detectable) == (None, None, None)


def test_rule_of_three_bounds_what_was_never_seen() -> None:
    assert rule_of_three(300) == pytest.approx(0.01)
    assert rule_of_three(2) == 1.0


def test_unscored_cases_are_told_not_dropped() -> None:
    interval = clustered_mean([1.0, None, 0.0], ["a", "b", "c"])
    assert (interval.value, interval.n, interval.of) == (0.5, 2, 3)


def test_a_mean_with_denominators_as_weights_is_the_ratio_of_sums() -> None:
    interval = clustered_mean([1.0, 0.25], ["a", "b"], weights=[1, 4])
    assert interval.value == pytest.approx(2 / 5)


def test_cases_of_one_resume_count_as_one_opinion() -> None:
    values = [0.0, 1.0] * 20
    alone = clustered_mean(values, [str(i) for i in range(40)])
    shared = clustered_mean(values, ["first" if v else "second" for v in values])
    assert alone.high is not None
    assert shared.high is not None
    assert shared.high > alone.high


def test_same_seed_same_interval() -> None:
    values = [0.1 * (i % 7) for i in range(30)]
    names = [str(i) for i in range(30)]
    assert clustered_mean(values, names) == clustered_mean(values, names)


def test_paired_comparison_sees_a_steady_gain_and_not_noise() -> None:
    names = [str(i) for i in range(40)]
    a = [0.4 + 0.01 * (i % 9) for i in range(40)]
    steady = paired(a, [x + 0.05 for x in a], names)
    noise = paired(a, [x + (0.05 if i % 2 else -0.05) for i, x in enumerate(a)], names)
    assert steady.p_value is not None
    assert steady.p_value < 0.001
    assert noise.p_value is not None
    assert noise.p_value > 0.9
    assert (steady.better, noise.better, noise.worse) == (40, 20, 20)


def test_small_comparison_enumerates_every_sign() -> None:
    # Three gains: only ++ + and - - - of eight reach the observed sum.
    assert paired([0, 0, 0], [1, 1, 1], ["a", "b", "c"]).p_value == pytest.approx(2 / 8)


def test_identical_runs_do_not_differ() -> None:
    same = paired([0.3, 0.4], [0.3, 0.4], ["a", "b"])
    assert (same.difference, same.p_value, same.same) == (0.0, 1.0, 2)


def test_rate_is_corrected_for_a_check_that_errs() -> None:
    # 10 of 100 bad, recall 0.8, false positives 0.05: 8 + 4.5 flagged.
    exact = corrected_rate(125, 1000, recall=wilson(800, 1000), false_positives=wilson(50, 1000))
    assert exact.value == pytest.approx(0.1)
    assert exact.low is not None
    assert exact.high is not None
    assert 0.05 < exact.low < 0.1 < exact.high < 0.15
    rough = corrected_rate(125, 1000, recall=wilson(8, 10), false_positives=wilson(1, 20))
    assert rough.high is not None
    assert rough.high - (rough.low or 0) > exact.high - exact.low


def test_a_perfect_check_needs_no_correction() -> None:
    found = corrected_rate(30, 100, recall=wilson(9999, 9999), false_positives=wilson(0, 9999))
    assert found.value == pytest.approx(0.3)
    assert found.low == pytest.approx(wilson(30, 100).low, abs=0.01)
    assert found.high == pytest.approx(wilson(30, 100).high, abs=0.01)


@pytest.mark.parametrize(
    ("flagged", "n", "recall", "false"),
    [(0, 0, (9, 10), (1, 10)), (5, 10, (1, 10), (1, 10)), (5, 10, (0, 0), (1, 10))],
)
def test_what_cannot_be_corrected_has_no_value(flagged, n, recall, false) -> None:
    found = corrected_rate(flagged, n, recall=wilson(*recall), false_positives=wilson(*false))
    assert (found.value, found.n, found.of) == (None, 0, n)


def test_the_corrected_interval_covers_the_truth_about_as_often_as_it_says() -> None:
    chance, truth, recall, false = random.Random(3), 0.2, 0.85, 0.1
    covered = 0

    def draw(n: int, rate: float) -> int:
        return sum(chance.random() < rate for _ in range(n))

    for _ in range(300):
        found = corrected_rate(
            draw(80, truth * recall + (1 - truth) * false),
            80,
            recall=wilson(draw(60, recall), 60),
            false_positives=wilson(draw(60, false), 60),
        )
        covered += found.low is not None and found.low <= truth <= (found.high or 0)
    assert covered / 300 > 0.92


def test_exponent_of_known_growth() -> None:
    assert fitted_exponent([1, 10, 100], [0.1, 1.0, 10.0]) == pytest.approx(1)
    assert fitted_exponent([1, 10, 100], [0.1, 10.0, 1000.0]) == pytest.approx(2)
