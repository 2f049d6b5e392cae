from __future__ import annotations

from evals.measure_llm import Outcome, causes, passed

ONE = Outcome("a", 1.0, 3, 40, 1, 0, 0, 0.0, (), "")


def test_causes_are_counted_one_by_one_whatever_the_entry_and_the_numbers() -> None:
    notes = (
        "Cook: 3 answers of the model left out: 2 far too long, 1 without a supporting quote.",
        "Clerk: no whole answer came within 40 seconds; nothing was proposed for it.",
    )
    other = ("Driver: no whole answer came within 12 seconds; nothing was proposed for it.",)
    assert causes([ONE._replace(notes=notes), ONE._replace(notes=other)]) == {
        "an answer far too long": 2,
        "an answer without a supporting quote": 1,
        "no whole answer came within N seconds; nothing was proposed for it.": 2,
    }


def test_a_run_passes_only_with_a_document_that_holds() -> None:
    assert passed([ONE])
    assert not passed([])
    for bad in ({"unsupported": 1}, {"gained": -0.1}, {"broken": "no document"}):
        assert not passed([ONE, ONE._replace(**bad)])
