import pytest

from evals import gold, lint
from evals.cases import Case, CaseError, load, parse

TEXT = """+++
occupation = "baker"
seniority = "junior"
difficulty = "easy"
+++
=== resume
# Ada Crumb
## Experience
### Baker — Loaf Works (2020 – 2022)
- Mixed dough for 300 loaves a day
- Learning lamination, not used yet
### Helper — Oven House (2019)
- Mixed dough on Sundays
=== posting
Baker wanted
- dough mixing
- lamination or shaping
We pay well.
=== gold
{gold}
"""
GOLD = """must skill 2y open | dough mixing | dough mixing | alias | Mixed dough for 300
preferred skill | lamination or shaping | lamination / shaping + scaling | partial | lamination
noise | pay well
trap | laminated | only learning
true voice | 300 loaves | Mixing of dough for 300 loaves a day
lie quantity major | 300 loaves | Mixed dough for 900 loaves a day | 900
"""


def case_of(gold_text: str) -> Case:
    return parse(TEXT.format(gold=gold_text), name="baker-junior-01")


def test_quotes_become_places() -> None:
    case = case_of(GOLD)
    first, second = case.requirements
    assert case.posting[first.span.start : first.span.end] == "dough mixing"
    assert (first.min_years, first.open, first.kind) == (2, True, "must")
    assert second.any_of == (("lamination",), ("shaping", "scaling"))
    assert case.resume.split("\n")[case.support[0].lines[0]] == "- Mixed dough for 300 loaves a day"
    assert [case.posting[n.start : n.end] for n in case.noise] == ["We pay well."]
    assert case.rewrites[1].fault == "900"
    assert lint.faults(case) == ["2 requirements; a case has 4 to 40"]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("must skill | dough kneading | dough | none", "not in the posting, word for word"),
        ("must skill | dough mixing | dough | alias | Mixed dough", "stands 2 times"),
        ("must skill | dough mixing | dough | alias | Mixed dough @3", "not in the resume"),
        ("must skill | dough mixing | dough | alias", "needs the words of the resume"),
        ("must craft | dough mixing | dough | none", "unknown category 'craft'"),
        ("must skill soon | dough mixing | dough | none", "unknown mark 'soon'"),
        ("must skill | dough mixing | dough | maybe", "unknown support 'maybe'"),
        ("must skill | dough mixing", "too few columns"),
        ("wish skill | dough mixing | dough | none", "unknown gold line 'wish'"),
        ("lie lying major | 300 loaves | 900 loaves | 900", "unknown finding type 'lying'"),
        ("lie quantity major | 300 loaves | 900 loaves | 901", "not in the rewrite"),
    ],
)
def test_what_is_not_exact_is_refused(line: str, message: str) -> None:
    with pytest.raises(CaseError, match=message):
        case_of(line)


def test_a_file_without_its_parts_is_refused() -> None:
    with pytest.raises(CaseError, match="needs \\+\\+\\+ front matter"):
        parse("# Ada\n", name="ada")


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("trap | laminated | only learning", "no trap"),
        ("true voice | 300 loaves | Mixing of dough for 300 loaves a day", "no `true`"),
        ("lie quantity major | 300 loaves | Mixed dough for 900 loaves a day | 900", "no `lie`"),
    ],
)
def test_the_linter_misses_what_is_missing(line: str, fault: str) -> None:
    found = lint.faults(case_of(GOLD.replace(line + "\n", "")))
    assert any(fault in one for one in found)


def test_a_trap_that_the_resume_says_is_no_trap() -> None:
    found = lint.faults(case_of(GOLD.replace("trap | laminated", "trap | loaves")))
    assert "trap 'loaves' is already said in the resume" in found


def test_every_case_of_the_project_follows_the_guide() -> None:
    assert lint.main([]) == 0


def test_a_case_that_is_not_there_is_a_fault(capsys) -> None:
    assert lint.main(["nobody"]) == 1
    assert "nobody: no such case" in capsys.readouterr().out


@pytest.mark.parametrize("case", load(), ids=lambda case: case.id)
def test_gold_lines_are_read_by_the_agent(case: Case) -> None:
    resume = gold.original(case)
    ids = gold.source_ids(case, resume)
    lines = {line for support in case.support for line in support.lines}
    unread = [
        line
        for line in lines | {rewrite.line for rewrite in case.rewrites}
        if line not in ids and not _is_head(case, line)
    ]
    assert unread == []
    assert len(gold.matches(case, resume)) == len(case.requirements)


def _is_head(case: Case, line: int) -> bool:
    """Name and contacts stand above the first section, and no bullet holds them."""
    return not any(text.startswith("## ") for text in case.resume.split("\n")[: line + 1])
