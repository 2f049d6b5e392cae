"""All measures of one document, as pure functions; the definitions are the design's.

R are the requirements with weight w (3 for a must, else 1). m = 1 iff enough alternatives are fully
matched in asserted words; S is what the source supports; g = 1 iff the matching words carry no
finding. Then C = sum(w m) / sum(w), K = sum over S of w / sum(w), SC = sum over S of w m g / sum
over S of w, O = the same as SC outside S; where no words carry a finding, C = K SC + (1 - K) O.
The headline SC_safe is SC after every line with an unsupported slot is reverted: lying earns
nothing, silence earns nothing. Nor do stuffed words match: m = 0 for what a term is repeated beyond
max(2, source), and for what is new in a comma run that the source does not have.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from agent.language.terms import Profile
from agent.models import (
    Check,
    CheckedLine,
    Coverage,
    Finding,
    Match,
    Ratio,
    Requirement,
    Resume,
    Score,
    Severity,
)
from agent.score.matching import Matched, Passage, matched_in, passages
from agent.score.slots import identity_slots, preserved, slots
from agent.score.stuffing import comma_runs, repeats

WEIGHT = {"must": 3.0, "preferred": 1.0, "responsibility": 1.0}
_STRONG = frozenset({"explicit", "alias", "specific", "implied"})


def supports(match: Match) -> bool:
    """Whether the source supports a requirement, so that a faithful document can be asked for it.

    Partial support counts where every term is the person's own and only the amount falls short
    ('3 of 5 years'), not where a term is missing or only being learned.
    """
    if match.support in _STRONG:
        return True
    return match.support == "partial" and bool(match.terms) and not match.missing


def score_document(
    document: Resume,
    *,
    original: Resume,
    requirements: Sequence[Requirement],
    matches: Sequence[Match],
    check: Check,
) -> Score:
    """Measure one document.

    Args:
        document: the resume as it is handed out, read back from its file.
        original: the resume it was made from.
        requirements: of the posting.
        matches: of `original` (with the person's facts) with the requirements, in the same order.
        check: of `document` against `original`.

    Returns:
        All measures; a ratio over nothing is None with the reason.
    """
    supported = frozenset(match.requirement_id for match in matches if supports(match))
    as_is = passages(document, check, original)
    safe = passages(document, check, original, revert=True)
    findings = [*check.identity, *(f for line in check.lines for f in line.verdict.findings)]

    def matched(found_in: Sequence[Passage], profile: Profile) -> dict[str, Matched]:
        return matched_in(found_in, requirements, profile, document.language, original=original)

    literal, normalized = matched(as_is, "literal"), matched(as_is, "normalized")
    if safe == as_is:  # nothing to revert, as in every document that was handed out
        safe_literal, safe_normalized = literal, normalized
    else:
        safe_literal, safe_normalized = matched(safe, "literal"), matched(safe, "normalized")
    kept, of = preserved(slots(original), slots(document))
    same, all_identity = preserved(identity_slots(original), identity_slots(document))
    return Score(
        literal=_coverage(requirements, literal, supported),
        normalized=_coverage(requirements, normalized, supported),
        ceiling=share(
            requirements, dict.fromkeys(supported, 1.0), "The posting has no requirement."
        ),
        sc_safe=_supportable(requirements, safe_literal, supported),
        sc_safe_normalized=_supportable(requirements, safe_normalized, supported),
        unsupported_rate=unsupported_rate(check),
        findings=len(findings),
        critical=_count(findings, "critical"),
        major=_count(findings, "major"),
        minor=_count(findings, "minor"),
        preservation=_ratio(kept, of, "The original has no number, date, skill or name to keep."),
        identity=_ratio(
            min(same, all_identity - len(check.identity)) if all_identity else 0,
            all_identity,
            "The original has no title, employer, date or degree.",
        ),
        stuffing=repeats(document, original, requirements) + comma_runs(document, original),
        matched=tuple(r.id for r in requirements if normalized[r.id].matched),
    )


# --- ratios -------------------------------------------------------------------------------------


def _coverage(
    requirements: Sequence[Requirement], matched: dict[str, Matched], supported: Collection[str]
) -> Coverage:
    says = {id: float(one.matched) for id, one in matched.items()}
    clean = {id: float(one.clean) for id, one in matched.items()}
    of_kind = {
        kind: [requirement for requirement in requirements if requirement.kind == kind]
        for kind in WEIGHT
    }
    return Coverage(
        coverage=share(requirements, says, "The posting has no requirement."),
        contextual=share(
            requirements,
            {id: one.weight for id, one in matched.items()},
            "The posting has no requirement.",
        ),
        supportable=_supportable(requirements, matched, supported),
        overreach=share(
            [requirement for requirement in requirements if requirement.id not in supported],
            clean,
            "The source supports every requirement.",
        ),
        must=share(of_kind["must"], says, "The posting has no must."),
        preferred=share(of_kind["preferred"], says, "The posting has no preferred requirement."),
        responsibility=share(of_kind["responsibility"], says, "The posting has no duty."),
    )


def _supportable(
    requirements: Sequence[Requirement], matched: dict[str, Matched], supported: Collection[str]
) -> Ratio:
    return share(
        [requirement for requirement in requirements if requirement.id in supported],
        {id: float(one.clean) for id, one in matched.items()},
        "The source supports no requirement.",
    )


def share(requirements: Iterable[Requirement], credit: Mapping[str, float], empty: str) -> Ratio:
    """Weighted share of `requirements`.

    Args:
        requirements: those counted.
        credit: requirement id -> credit from 0 to 1; 0 where absent.
        empty: the reason given if nothing is counted.
    """
    weights = [(WEIGHT[one.kind], credit.get(one.id, 0.0)) for one in requirements]
    return _ratio(sum(w * c for w, c in weights), sum(w for w, _ in weights), empty)


def _ratio(numerator: float, denominator: float, empty: str) -> Ratio:
    if denominator <= 0:
        return Ratio(value=None, reason=empty)
    numerator = max(0.0, numerator)
    return Ratio(
        value=min(1.0, numerator / denominator), numerator=numerator, denominator=denominator
    )


def unsupported_rate(check: Check) -> Ratio:
    """Changed and new lines with at least one finding, over changed and new lines."""
    changed: list[CheckedLine] = [line for line in check.lines if line.status != "same"]
    wrong = sum(bool(line.verdict.findings) for line in changed)
    return _ratio(wrong, len(changed), "No line was changed.")


def _count(findings: Iterable[Finding], severity: Severity) -> int:
    return sum(finding.severity == severity for finding in findings)
