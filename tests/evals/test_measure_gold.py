"""SC_safe on annotated pairs: the pairs in the shape of cases, and where what is lost was lost."""

from __future__ import annotations

import json
from pathlib import Path

from evals.measure_gold import lost, pairs_as_cases, told
from evals.scoring import score_case

RESUME = """# Ada Fictional

## Summary

Office clerk with six years in two busy dental practices.

## Experience

### Clerk — Elm Dental (2017 – 2023)

- Did bank reconciliations each month
- Kept the waiting room cheerful
"""
POSTING = "You need: account reconciliation. You need: bookkeeping in Sage."


def write(folder: Path) -> None:
    asked = [
        ("r1", "account reconciliation", "skill", [["account reconciliation"]]),
        ("r2", "bookkeeping in Sage", "skill", [["bookkeeping"]]),
    ]
    requirements = [
        {
            "id": id,
            "quote": quote,
            "start": POSTING.index(quote),
            "end": POSTING.index(quote) + len(quote),
            "kind": "must",
            "category": category,
            "any_of": any_of,
            "min_years": None,
        }
        for id, quote, category, any_of in asked
    ]
    posting = {"id": "p", "text": POSTING, "requirements": requirements}
    evidence = [
        {"requirement": "r1", "support": "specific", "lines": [10], "note": ""},
        {"requirement": "r2", "support": "implied", "lines": [11], "note": ""},
    ]
    pair = {
        "id": "one",
        "posting_id": "p",
        "occupation": "clerk",
        "resume_md": RESUME,
        "evidence": evidence,
    }
    (folder / "postings.jsonl").write_text(json.dumps(posting) + "\n", encoding="utf-8")
    (folder / "pairs.jsonl").write_text(json.dumps(pair) + "\n", encoding="utf-8")


def test_a_pair_becomes_a_case_and_what_it_loses_has_a_cause(tmp_path: Path) -> None:
    write(tmp_path)
    (case,) = pairs_as_cases(tmp_path)
    assert case.support[0].quotes == ("Did bank reconciliations each month",)
    solved = told(case)
    result = score_case(case, solved)
    assert {r.id: r.safe for r in result.requirements} == {"r1": True, "r2": False}
    (missed,) = lost(case, solved, result)
    assert (missed.requirement.id, missed.cause) == ("r2", "matched as none")
