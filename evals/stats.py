"""Uncertainty, in plain Python: how far a number of this suite can be trusted.

Cases that share a resume are not independent, so intervals of means resample resumes, not cases.
Everything random takes a seed and is repeatable.
"""

from __future__ import annotations

import math
import random
from collections import defaultdict
from collections.abc import Sequence
from statistics import NormalDist, fmean, stdev
from typing import NamedTuple


class Interval(NamedTuple):
    """A value with its 95 % interval and what it rests on."""

    value: float | None
    """None, never 0, when nothing could be counted; `low` and `high` are None too where too little
    was counted for an interval."""
    low: float | None
    high: float | None
    n: int
    """How many were counted."""
    of: int
    """How many there were; `of - n` are unscored."""


def wilson(hits: int, n: int, *, of: int | None = None, confidence: float = 0.95) -> Interval:
    """A rate with its Wilson score interval.

    Args:
        hits: how many of the `n` counted are hits.
        n: how many could be counted.
        of: how many there were at all; `n` if not given.
        confidence: coverage of the interval, between 0 and 1.

    Source: E. B. Wilson, "Probable inference, the law of succession, and statistical inference",
    JASA 22 (1927), equation for the score interval without continuity correction.
    """
    if n == 0:
        return Interval(None, None, None, 0, of or 0)
    low, high = _score_interval(hits / n, n, confidence)
    return Interval(hits / n, low, high, n, n if of is None else of)


def rate(hits: int, n: int) -> str:
    """'hits/n rate [low, high]' in percent with the 95 % Wilson interval; 'none' if n is 0."""
    if n == 0:
        return "none"
    low, high = _score_interval(hits / n, n)
    return f"{hits}/{n} {hits / n:.1%} [{low:.1%}, {high:.1%}]"


def _score_interval(rate: float, n: float, confidence: float = 0.95) -> tuple[float, float]:
    z = NormalDist().inv_cdf((1 + confidence) / 2)
    centre = (rate + z * z / (2 * n)) / (1 + z * z / n)
    half = z / (1 + z * z / n) * math.sqrt(rate * (1 - rate) / n + z * z / (4 * n * n))
    low = 0.0 if rate == 0 else max(0.0, centre - half)
    high = 1.0 if rate == 1 else min(1.0, centre + half)
    return low, high


def wilson_clustered(
    hits: Sequence[bool], clusters: Sequence[str], *, of: int | None = None
) -> Interval:
    """A rate over lines that come in clusters, which are worth fewer than as many single ones.

    Args:
        hits: one a line.
        clusters: the cluster of each line.
        of: how many lines there were at all; as many as `hits` if not given.

    Returns:
        The rate, with the Wilson interval of as many independent lines as would be as uncertain;
        of as many as there are clusters where all lines agree, since then nothing tells how alike
        the lines of a cluster are.

    Source: effective sample size as in E. L. Korn, B. I. Graubard, "Confidence intervals for
    proportions with small expected number of positive counts estimated from survey data", Survey
    Methodology 24 (1998); in the Wilson interval as in C. Franco et al., "Comparative study of
    confidence intervals for proportions in complex sample surveys", JSSAM 7 (2019).
    """
    n, total = len(hits), len(hits) if of is None else of
    if not n:
        return Interval(None, None, None, 0, total)
    rate = sum(hits) / n
    off: dict[str, float] = defaultdict(float)
    for hit, cluster in zip(hits, clusters, strict=True):
        off[cluster] += hit - rate
    k = len(off)
    spread = sum(one * one for one in off.values()) * k / (k - 1) / n**2 if k > 1 else 0.0
    alike = rate in (0.0, 1.0) or k == 1
    effective = k if alike else min(n, rate * (1 - rate) / spread) if spread else n
    low, high = _score_interval(rate, effective)
    return Interval(rate, low, high, n, total)


def rule_of_three(n: int) -> float | None:
    """The largest rate that 0 findings in `n` leave possible, at 95 %: 3/n.

    Source: J. A. Hanley, A. Lippman-Hand, "If nothing goes wrong, is everything all right?",
    JAMA 249 (1983).
    """
    return min(1.0, 3 / n) if n else None


def clustered_mean(
    values: Sequence[float | None],
    clusters: Sequence[str],
    *,
    weights: Sequence[float] | None = None,
    samples: int = 2000,
    seed: int = 7,
) -> Interval:
    """A (weighted) mean with a percentile interval from resampling whole clusters.

    Args:
        values: one a case; None for a case that could not be scored.
        clusters: the cluster of each case, here its resume.
        weights: one a case; 1 each if not given. With a ratio's denominators as weights the mean
            is the ratio of sums.
        samples: bootstrap resamples.
        seed: of the resampling.

    Returns:
        The mean and its interval; no interval where there are fewer than two clusters, which say
        nothing about how much others would differ.

    Source: cluster bootstrap, A. C. Cameron, J. B. Gelbach, D. L. Miller, "Bootstrap-based
    improvements for inference with clustered errors", Rev. Econ. Stat. 90 (2008).
    """
    sums: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0])
    n = 0
    for i, (value, cluster) in enumerate(zip(values, clusters, strict=True)):
        weight = 1.0 if weights is None else weights[i]
        if value is None or weight <= 0:
            continue
        n += 1
        sums[cluster][0] += weight * value
        sums[cluster][1] += weight
    if not n:
        return Interval(None, None, None, 0, len(values))
    pairs = [tuple(pair) for _, pair in sorted(sums.items())]
    mean = sum(a for a, _ in pairs) / sum(b for _, b in pairs)
    if len(pairs) < 2:
        return Interval(mean, None, None, n, len(values))
    chance = random.Random(seed)
    means = sorted(
        sum(a for a, _ in drawn) / sum(b for _, b in drawn)
        for drawn in (chance.choices(pairs, k=len(pairs)) for _ in range(samples))
    )
    cut = round(0.025 * (samples - 1))
    return Interval(mean, means[cut], means[-1 - cut], n, len(values))


class Comparison(NamedTuple):
    """Two runs over the same cases."""

    difference: float | None
    """Mean of b - a over the cases that both scored."""
    low: float | None
    high: float | None
    p_value: float | None
    """Two-sided, of a sign-flip test over clusters."""
    smallest_detectable: float | None
    """The difference that this many cases would see four times in five at the 5 % level."""
    better: int
    worse: int
    same: int
    n: int
    of: int


def paired(
    a: Sequence[float | None],
    b: Sequence[float | None],
    clusters: Sequence[str],
    *,
    samples: int = 5000,
    seed: int = 7,
) -> Comparison:
    """How run `b` differs from run `a`, case by case.

    Args:
        a, b: one value a case, in the same order; None where unscored.
        clusters: the cluster of each case; a cluster's differences flip sign together.
        samples: sign flips drawn; all 2^k are used instead when there are fewer.
        seed: of the drawing.

    Source: permutation test for paired samples, E. S. Edgington, "Randomization Tests" (1980);
    with (hits + 1)/(samples + 1) as in B. Phipson, G. K. Smyth, SAGMB 9 (2010). Detectable
    difference: (z_0.975 + z_0.80) times the standard error of the mean difference.
    """
    by_cluster: dict[str, list[float]] = defaultdict(list)
    for one, other, cluster in zip(a, b, clusters, strict=True):
        if one is not None and other is not None:
            by_cluster[cluster].append(other - one)
    differences = [d for ds in by_cluster.values() for d in ds]
    if not differences:
        return Comparison(None, None, None, None, None, 0, 0, 0, 0, len(a))
    interval = clustered_mean(
        differences, [name for name, ds in by_cluster.items() for _ in ds], seed=seed
    )
    sums = [sum(ds) for _, ds in sorted(by_cluster.items())]
    return Comparison(
        difference=fmean(differences),
        low=interval.low,
        high=interval.high,
        p_value=_sign_flip(sums, samples=samples, seed=seed),
        smallest_detectable=_detectable(sums, len(differences)),
        better=sum(d > 1e-12 for d in differences),
        worse=sum(d < -1e-12 for d in differences),
        same=sum(abs(d) <= 1e-12 for d in differences),
        n=len(differences),
        of=len(a),
    )


def _sign_flip(sums: list[float], *, samples: int, seed: int) -> float:
    moved = [s for s in sums if abs(s) > 1e-12]
    observed = abs(sum(moved)) - 1e-12
    if 2 ** len(moved) <= samples:
        flips = range(2 ** len(moved))
        hits = sum(
            abs(sum(s if flip >> i & 1 else -s for i, s in enumerate(moved))) >= observed
            for flip in flips
        )
        return hits / len(flips)
    chance = random.Random(seed)
    hits = sum(
        abs(sum(s if chance.random() < 0.5 else -s for s in moved)) >= observed
        for _ in range(samples)
    )
    return (hits + 1) / (samples + 1)


def _detectable(sums: list[float], n: int) -> float | None:
    if len(sums) < 2:
        return None
    error = stdev(sums) * math.sqrt(len(sums)) / n
    normal = NormalDist()
    return (normal.inv_cdf(0.975) + normal.inv_cdf(0.80)) * error


def corrected_rate(
    flagged: int, n: int, *, recall: Interval, false_positives: Interval
) -> Interval:
    """The true rate behind an observed one, when the measuring check errs in known ways.

    Args:
        flagged: how many of `n` lines the check flags.
        n: lines checked, other lines than those on which the check itself was measured.
        recall: share of bad lines that it flags, and on how many that was measured; they are
            taken as independent, so where they cluster the interval is somewhat too narrow.
        false_positives: share of good lines that it flags, likewise.

    Returns:
        The estimate and its 95 % interval, cut to 0..1, with the uncertainty of all three rates in
        it. No value if there is nothing to correct or the check is no better than chance.

    Source: estimate by W. J. Rogan, B. Gladen, "Estimating prevalence from the results of a
    screening test", Am. J. Epidemiol. 107 (1978); interval by Z. Lang, J. Reiczigel, "Confidence
    limits for prevalence of disease adjusted for estimated sensitivity and specificity", Prev. Vet.
    Med. 113 (2014), with their added counts: z^2 lines, 2 bad and 2 good ones.
    """
    nothing = Interval(None, None, None, 0, n)
    if not n or recall.value is None or false_positives.value is None:
        return nothing
    if recall.value <= false_positives.value:
        return nothing
    observed = flagged / n
    power = recall.value - false_positives.value
    estimate = (observed - false_positives.value) / power
    z = NormalDist().inv_cdf(0.975)
    lines, bad, good = n + z * z, recall.n + 2.0, false_positives.n + 2.0
    rate = (flagged + z * z / 2) / lines
    sensitivity = (recall.value * recall.n + 1) / bad
    specificity = ((1 - false_positives.value) * false_positives.n + 1) / good
    youden = sensitivity + specificity - 1
    if youden <= 0:
        return nothing
    centre = (rate + specificity - 1) / youden
    of_bad = sensitivity * (1 - sensitivity) / bad
    of_good = specificity * (1 - specificity) / good
    error = math.sqrt(rate * (1 - rate) / lines + centre**2 * of_bad + (1 - centre) ** 2 * of_good)
    centre_shifted = centre + 2 * z * z * (centre * of_bad - (1 - centre) * of_good)
    low, high = centre_shifted - z * error / youden, centre_shifted + z * error / youden
    return Interval(_share(estimate), _share(low), _share(high), n, n)


def _share(value: float) -> float:
    return min(1.0, max(0.0, value))


def fitted_exponent(sizes: Sequence[float], seconds: Sequence[float]) -> float:
    """The slope of log(seconds) on log(size): 1 is linear growth, 2 is quadratic.

    Args:
        sizes: at least two different sizes, above 0.
        seconds: time taken at each, above 0.
    """
    xs = [math.log(size) for size in sizes]
    ys = [math.log(second) for second in seconds]
    x, y = fmean(xs), fmean(ys)
    return sum((a - x) * (b - y) for a, b in zip(xs, ys, strict=True)) / sum(
        (a - x) ** 2 for a in xs
    )
