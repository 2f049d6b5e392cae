"""Measuring requirement extraction against the cases' gold.

A predicted quote is right when it and a gold quote share half of the longer one's words; each gold
requirement is matched at most once.
"""

from __future__ import annotations

from collections.abc import Sequence

from agent.models import Frozen, Requirement
from agent.posting import read_posting
from agent.requirements import extract_requirements
from evals.cases import Case
from evals.stats import Interval, clustered_mean, wilson


class ExtractionResult(Frozen):
    """Requirements predicted for one posting, against gold."""

    case_id: str
    occupation: str
    language: str
    gold: int
    predicted: int
    right: int
    noise: tuple[str, ...]
    """Quotes predicted from a line that gold calls noise."""
    kinds: int
    """Of the right ones, those of the right kind."""
    years: int
    """Of the right ones, those with the right least years (None counts)."""
    groups: int
    """Gold either/or requirements."""
    groups_right: int
    """Of those, found with as many alternatives and the same terms."""
    terms_f1: float | None
    """Mean over the right ones."""
    missed: tuple[str, ...] = ()
    extra: tuple[str, ...] = ()


def score_extraction(case: Case, predicted: Sequence[Requirement]) -> ExtractionResult:
    """Compare predicted requirements with a case's gold, by words of their quotes."""
    pairs = _paired(case.requirements, predicted)
    noisy = ["".join(case.posting[n.start : n.end].split()).casefold() for n in case.noise]
    grouped = [r for r in case.requirements if len(r.any_of) > 1]
    right = [(one, other) for one, other in pairs]
    f1 = [_terms_f1(one, other) for one, other in right]
    taken = {other.id for _, other in right}
    found = {one.id for one, _ in right}
    return ExtractionResult(
        case_id=case.id,
        occupation=case.occupation,
        language=case.language,
        gold=len(case.requirements),
        predicted=len(predicted),
        right=len(right),
        noise=tuple(
            p.quote
            for p in predicted
            if any("".join(p.quote.split()).casefold() in line for line in noisy)
        ),
        kinds=sum(one.kind == other.kind for one, other in right),
        years=sum(one.min_years == other.min_years for one, other in right),
        groups=len(grouped),
        groups_right=sum(
            len(one.any_of) > 1 and _ways(one) == _ways(other) for one, other in right
        ),
        terms_f1=sum(f1) / len(f1) if f1 else None,
        missed=tuple(r.quote for r in case.requirements if r.id not in found),
        extra=tuple(r.quote for r in predicted if r.id not in taken),
    )


def predict(case: Case) -> list[Requirement]:
    """Requirements as the offline extractor finds them in the case's posting."""
    return list(extract_requirements(read_posting(case.posting)))


def _paired(
    gold: Sequence[Requirement], predicted: Sequence[Requirement]
) -> list[tuple[Requirement, Requirement]]:
    """Gold and predicted that share most words, best first, each used once."""
    scores = sorted(
        (
            (-_overlap(one.quote, other.quote), i, j)
            for i, one in enumerate(gold)
            for j, other in enumerate(predicted)
        ),
    )
    used: set[int] = set()
    taken: set[int] = set()
    found = []
    for score, i, j in scores:
        if -score < 0.5 or i in used or j in taken:
            continue
        used.add(i)
        taken.add(j)
        found.append((gold[i], predicted[j]))
    return found


def _overlap(one: str, other: str) -> float:
    a, b = _words(one), _words(other)
    return len(a & b) / max(len(a), len(b), 1)


def _words(text: str) -> set[str]:
    return {word.strip(".,;:()•-–").casefold() for word in text.split()} - {""}


def _terms_f1(one: Requirement, other: Requirement) -> float:
    a = {term.casefold() for way in one.any_of for term in way}
    b = {term.casefold() for way in other.any_of for term in way}
    return 2 * len(a & b) / (len(a) + len(b)) if a or b else 1.0


def _ways(requirement: Requirement) -> frozenset[frozenset[str]]:
    return frozenset(frozenset(term.casefold() for term in way) for way in requirement.any_of)


class Extractor(Frozen):
    """How good extraction is over a set of postings."""

    f1: Interval
    """Mean over postings."""
    recall: Interval
    precision: Interval
    kind_accuracy: Interval
    years_exact: Interval
    groups_right: Interval
    terms_f1: Interval
    noise: Interval


def summary(results: Sequence[ExtractionResult]) -> Extractor:
    """Rates over requirements (Wilson), means over postings (resampled)."""
    right, gold = _total(results, "right"), _total(results, "gold")
    predicted = _total(results, "predicted")
    names = [result.case_id for result in results]
    return Extractor(
        f1=clustered_mean([_f1(result) for result in results], names),
        recall=wilson(right, gold),
        precision=wilson(right, predicted),
        kind_accuracy=wilson(_total(results, "kinds"), right),
        years_exact=wilson(_total(results, "years"), right),
        groups_right=wilson(_total(results, "groups_right"), _total(results, "groups")),
        terms_f1=clustered_mean([result.terms_f1 for result in results], names),
        noise=wilson(sum(len(result.noise) for result in results), predicted),
    )


def _f1(result: ExtractionResult) -> float:
    return 2 * result.right / (result.gold + result.predicted)


def _total(results: Sequence[ExtractionResult], field: str) -> int:
    return sum(int(getattr(result, field)) for result in results)
