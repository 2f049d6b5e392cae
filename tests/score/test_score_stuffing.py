"""Stuffed words earn nothing, and a list that the person has is no stuffing."""

import pytest

from agent.models import Bullet, Check, Entry, Requirement, Resume, Section, SectionKind, Span
from agent.score.matching import matched_in, passages
from agent.score.stuffing import comma_runs, listed, stuffed

RUN = "rigging, keels, cranes, torches, gouging, brazing"


def resume(*lines: tuple[SectionKind, str]) -> Resume:
    return Resume(
        sections=tuple(
            Section(
                id=f"s{n}",
                kind=kind,
                entries=(Entry(id=f"e{n}", heading="", bullets=(Bullet(id=f"b{n}", text=text),)),),
            )
            for n, (kind, text) in enumerate(lines)
        )
    )


def asks(term: str) -> Requirement:
    span = Span(start=0, end=len(term))
    return Requirement(
        id="r", quote=term, span=span, kind="must", category="skill", any_of=((term,),)
    )


@pytest.mark.parametrize(
    ("before", "after", "new"),
    [
        ("Welded hulls", RUN, 6),
        ("Welded hulls", f"Welded hulls; {RUN} and more of all that a yard can do", 5),
        (RUN, RUN, 0),
        (RUN, "Brazing, gouging, cranes, keels, rigging (all), torches", 0),
        (RUN, f"{RUN}, welding, slinging, hoisting", 0),
        ("rigging, keels", RUN, 4),
        ("Welded hulls", "Welded hulls, keels, cranes, masts and spars", 0),
    ],
)
def test_new_items_of_a_run_are_void(before: str, after: str, new: int) -> None:
    assert len(stuffed(after, listed(resume(("experience", before))))) == new


@pytest.mark.parametrize("kind", ["experience", "skills", "summary"])
def test_a_term_that_only_a_stuffed_run_says_is_not_matched(kind: SectionKind) -> None:
    original = resume((kind, "Welded hulls"), ("experience", "Rigging of masts"))
    document = original.with_texts({"b0": RUN})
    found = {
        term: matched_in(
            passages(document, Check(lines=()), original),
            [asks(term)],
            "literal",
            original=original,
        )["r"].matched
        for term in ("keels", "rigging")
    }
    assert found == {"keels": False, "rigging": True}
    assert comma_runs(document, original) == 1
    assert comma_runs(document, document) == 0


def test_more_than_the_person_says_it_adds_no_weight() -> None:
    original = resume(("skills", "Welding"), ("summary", "Welding at sea"), ("experience", "Hulls"))
    document = original.with_texts({"b2": "Hulls, by welding"})
    own = document.with_texts({"b0": "Torches"})

    def weight(of: Resume) -> float:
        found_in = passages(of, Check(lines=()), original)
        return matched_in(found_in, [asks("welding")], "literal", original=original)["r"].weight

    assert (weight(original), weight(document), weight(own)) == (0.7, 0.7, 1.0)
