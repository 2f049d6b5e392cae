"""Measure requirement extraction: `python -m evals.measure_requirements`.

Reads the development sets by path (they are not part of the project) and prints one table a set.
A predicted quote matches a gold one when they share at least half of the longer one's words, one
to one. Rates carry Wilson intervals; F1 carries a bootstrap interval over postings.
"""

from __future__ import annotations

import argparse
import random
import re
import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple

from agent.errors import AgentError
from agent.models import Posting, Requirement
from agent.posting import read_posting
from agent.requirements import extract_requirements
from evals import shared
from evals.spans import find, overlap_f1, placed, show_spans, term_spans
from evals.stats import rate

_WORD = re.compile(r"[^\W_]+(?:['’.+#-][^\W_]+)*[+#]*")


class Counts(NamedTuple):
    """Sums over one posting; they add up over postings."""

    predicted: int = 0
    gold: int = 0
    matched: int = 0
    kind_right: int = 0
    groups: int = 0
    groups_found: int = 0
    groups_right: int = 0
    years: int = 0
    years_right: int = 0
    term_hits: int = 0
    terms_predicted: int = 0
    terms_gold: int = 0
    terms_exact: int = 0
    noise: int = 0
    neutral: int = 0


def words(text: str) -> list[str]:
    """Lower-case words, quotes made plain."""
    return [w.lower().strip(".") for w in _WORD.findall(text.replace("’", "'"))]


def share(a: str, b: str) -> float:
    """Words in common over the words of the longer one."""
    first, second = Counter(words(a)), Counter(words(b))
    longer = max(sum(first.values()), sum(second.values()))
    return sum((first & second).values()) / longer if longer else 0.0


def pair(
    predicted: Sequence[str], gold: Sequence[str], enough: float = 0.5
) -> list[tuple[int, int]]:
    """One-to-one pairs with the largest shares first."""
    scored = sorted(
        (
            (share(p, g), -abs(i / max(len(predicted), 1) - j / max(len(gold), 1)), i, j)
            for i, p in enumerate(predicted)
            for j, g in enumerate(gold)
        ),
        reverse=True,
    )
    used_p: set[int] = set()
    used_g: set[int] = set()
    pairs = []
    for value, _, i, j in scored:
        if value >= enough and i not in used_p and j not in used_g:
            used_p.add(i)
            used_g.add(j)
            pairs.append((i, j))
    return pairs


def count(
    predicted: Sequence[Requirement],
    gold: Sequence[dict[str, Any]],
    text: str,
    noise: Sequence[dict[str, Any]],
) -> Counts:
    """Compare the requirements of one posting with its annotation."""
    pairs = pair([p.quote for p in predicted], [g["quote"] for g in gold])
    pairs_of_p = {i for i, _ in pairs}
    row = Counter[str]()
    matched_gold = {j: i for i, j in pairs}
    for j, wanted in enumerate(gold):
        if len(wanted["any_of"]) > 1:
            row["groups"] += 1
            found = predicted[matched_gold[j]] if j in matched_gold else None
            if found is not None and len(found.any_of) > 1:
                row["groups_found"] += 1
                row["groups_right"] += same_group(found.any_of, wanted["any_of"])
        if wanted["min_years"] is not None or (
            j in matched_gold and predicted[matched_gold[j]].min_years is not None
        ):
            row["years"] += 1
            row["years_right"] += (
                j in matched_gold and predicted[matched_gold[j]].min_years == wanted["min_years"]
            )
    for i, j in pairs:
        row["kind_right"] += predicted[i].kind == gold[j]["kind"]
        ours = sorted({t for a in predicted[i].any_of for t in a})
        theirs = sorted({t for a in gold[j]["any_of"] for t in a})
        row["term_hits"] += len(pair(ours, theirs))
        row["terms_exact"] += len({plain(t) for t in ours} & {plain(t) for t in theirs})
        row["terms_predicted"] += len(ours)
        row["terms_gold"] += len(theirs)
    spans = noise_spans(noise)
    row["noise"] = sum(in_noise(p.quote, text, spans) for p in predicted)
    row["neutral"] = sum(
        p.category == "condition" and i not in pairs_of_p for i, p in enumerate(predicted)
    )
    return Counts(predicted=len(predicted), gold=len(gold), matched=len(pairs), **row)


def plain(term: str) -> str:
    """A term for exact comparison: lower case, plural s off."""
    return " ".join(
        w[:-1] if len(w) > 3 and w.endswith("s") and not w.endswith("ss") else w
        for w in words(term)
    )


def same_group(ours: Sequence[Sequence[str]], theirs: Sequence[Sequence[str]]) -> bool:
    """As many alternatives, give or take one in five, and four fifths of the gold ones found."""
    flat_ours, flat_theirs = [" ".join(a) for a in ours], [" ".join(a) for a in theirs]
    return len(pair(flat_ours, flat_theirs)) >= 0.8 * max(len(flat_theirs), len(flat_ours) - 1)


def noise_spans(noise: Sequence[dict[str, Any]]) -> list[tuple[int, int]]:
    return [(n["start"], n["end"]) for n in noise]


def in_noise(quote: str, text: str, spans: Sequence[tuple[int, int]]) -> bool:
    """True if every place in the page where the quote stands is noise."""
    pattern = r"\W+".join(map(re.escape, re.findall(r"\w+", quote)))
    places = [m.span() for m in re.finditer(pattern, text)]
    return bool(places) and all(
        any(
            a < end and start < b and min(b, end) - max(a, start) > (b - a) / 2
            for start, end in spans
        )
        for a, b in places
    )


def add(rows: Iterable[Counts]) -> Counts:
    """The sum of several postings' counts."""
    rows = list(rows)
    return Counts(*(sum(column) for column in zip(*rows, strict=True))) if rows else Counts()


def f1(hits: int, predicted: int, gold: int) -> float | None:
    """Harmonic mean of precision and recall; None where both are empty."""
    return 2 * hits / (predicted + gold) if predicted + gold else None


def bootstrap(rows: Sequence[Counts], value: Callable[[Counts], float | None]) -> str:
    """A value with its 95 % interval over resampled postings."""
    point = value(add(rows))
    if point is None:
        return "None (nothing to score)"
    rng = random.Random(7)
    draws = sorted(
        v for _ in range(400) if (v := value(add(rng.choices(rows, k=len(rows))))) is not None
    )
    return f"{point:.3f} [{draws[len(draws) // 40]:.2f}, {draws[-len(draws) // 40]:.2f}]"


def show(name: str, rows: Sequence[Counts]) -> None:
    """Print the measures of one group of postings."""
    total = add(rows)
    print(
        f"\n{name}: {len(rows)} postings, {total.predicted} predicted, {total.gold} gold, "
        f"{total.matched} matched"
    )
    print(
        "  F1 (conditions no gold has are neutral)",
        bootstrap(rows, lambda t: f1(t.matched, t.predicted - t.neutral, t.gold)),
    )
    print(
        "  F1 (all)         ",
        bootstrap(rows, lambda t: f1(t.matched, t.predicted, t.gold)),
        f"P {total.matched / max(total.predicted, 1):.3f} R "
        f"{total.matched / max(total.gold, 1):.3f}",
    )
    print("  kind             ", rate(total.kind_right, total.matched))
    print("  groups found     ", rate(total.groups_found, total.groups))
    print("  groups right     ", rate(total.groups_right, total.groups))
    print("  years exact      ", rate(total.years_right, total.years))
    print(
        "  terms F1 (half the words)",
        bootstrap(rows, lambda t: f1(t.term_hits, t.terms_predicted, t.terms_gold)),
    )
    print(
        "  terms F1 (exact, plural off)",
        bootstrap(rows, lambda t: f1(t.terms_exact, t.terms_predicted, t.terms_gold)),
    )
    print("  noise taken      ", rate(total.noise, total.predicted))


def load(name: str) -> list[dict[str, Any]]:
    """Lines of one JSONL set; [] with a line on the console where it is absent."""
    path = shared.DATA / name
    if not path.exists():
        print(f"{name}: not here, skipped")
        return []
    return shared.records(path)


def read(text: str) -> tuple[Posting, list[Requirement]] | None:
    """Posting and requirements, or None for a text that holds no posting."""
    try:
        posting = read_posting(text if "\n" in text else text + "\n")
    except AgentError:
        return None
    return posting, extract_requirements(posting)


def gold(half: str | None, verbose: bool) -> None:
    """gold/postings.jsonl, by halves and in total."""
    postings = load("gold/postings.jsonl")
    rows = []
    for posting in postings:
        found = read(posting["text"])
        predicted = found[1] if found else []
        rows.append(count(predicted, posting["requirements"], posting["text"], posting["noise"]))
    if half in (None, "dev"):
        show("gold, development half", rows[::2])
        if verbose:
            for posting, row in list(zip(postings, rows, strict=True))[::2]:
                print(
                    f"   {posting['id']:42} F1 "
                    f"{f1(row.matched, row.predicted - row.neutral, row.gold)} "
                    f"{row.kind_right}/{row.matched} noise {row.noise}"
                )
    if half is None:
        show("gold, check half", rows[1::2])
        show("gold, all", rows)


def knowledge(requirement: Requirement) -> bool:
    """Categories that name things one knows rather than does."""
    return (
        requirement.category not in ("soft", "condition") and requirement.kind != "responsibility"
    )


def skillspan() -> None:
    """SkillSpan: knowledge and skill spans of whole postings."""
    from agent.requirements.spans import knowledge_spans

    tagged, terms, skills = [], [], []
    for posting in load("skillspan_postings.jsonl"):
        text = posting["text"]
        known = [(s["start"], s["end"]) for s in posting["spans"] if s["type"] == "knowledge"]
        doing = [(s["start"], s["end"]) for s in posting["spans"] if s["type"] == "skill"]
        found = read(text)
        if found:
            tagged.append(overlap_f1(placed(text, found[0], knowledge_spans(found[0])), known))
            terms.append(overlap_f1(term_spans(text, found[1], knowledge), known))
            quotes = [place for r in found[1] if (place := find(text, r.quote, 0))]
            skills.append(overlap_f1(quotes, doing))
    print("\nSkillSpan")
    show_spans("knowledge (tagger)", tagged)
    show_spans("knowledge (requirement terms)", terms)
    show_spans("skill (requirement quotes)", skills)


def green() -> None:
    """Green: Skill, Qualification and Experience spans of single sentences."""
    from agent.requirements.spans import skill_spans

    rows, quotes = [], []
    for sentence in load("green_gold.jsonl"):
        spans = [
            (s["start"], s["end"])
            for s in sentence["spans"]
            if s["type"] in ("Skill", "Qualification", "Experience")
        ]
        rows.append(overlap_f1(skill_spans(sentence["text"]), spans))
        found = read(sentence["text"])
        quotes.append(
            overlap_f1(
                [
                    p
                    for r in (found[1] if found else [])
                    if (p := find(sentence["text"], r.quote, 0))
                ],
                spans,
            )
        )
    print("\nGreen")
    show_spans("Skill+Qual.+Exp. (tagger)", rows)
    show_spans("requirement quotes", quotes)


def nyc() -> None:
    """The employer's own minimum / preferred split."""
    right = total = 0
    wrong: list[str] = []
    for posting in load("postings_nyc_sections.jsonl"):
        found = read(posting["text"])
        for requirement in found[1] if found else []:
            want = nyc_kind(requirement.quote, posting)
            if want and requirement.category != "condition":
                total += 1
                right += want == requirement.kind
                if want != requirement.kind:
                    wrong.append(f"{requirement.kind} for {want}: {requirement.quote[:90]!r}")
    print("\nNYC: own split reproduced", rate(right, total))
    for line in wrong[:12]:
        print("   ", line)


def nyc_kind(quote: str, posting: dict[str, Any]) -> str | None:
    """'must' or 'preferred' by the section of the source that holds the quote."""
    homes = [
        kind
        for key, kind in (("minimum", "must"), ("preferred", "preferred"))
        if find(posting["gold_sections"].get(key, "") or "", quote, 0)
    ]
    return homes[0] if len(homes) == 1 else None


def la() -> None:
    """Los Angeles bulletins: musts that stand in the requirements section."""
    inside = total = 0
    wrong: list[str] = []
    for posting in load("postings_la_bulletins.jsonl"):
        found = read(posting["text"])
        for requirement in found[1] if found else []:
            if requirement.kind == "must" and requirement.category != "condition":
                total += 1
                good = bool(find(posting["requirements_text"], requirement.quote, 0))
                inside += good
                if not good:
                    wrong.append(requirement.quote[:100])
    print("\nLos Angeles: musts from the requirements section", rate(inside, total))
    for line in random.Random(3).sample(wrong, min(len(wrong), 12)):
        print("   ", repr(line))


def speed() -> None:
    """Milliseconds a posting, read and extracted."""
    texts = [p["text"] for p in load("postings_linkedin.jsonl")]
    if not texts:
        return
    for name in ("cold caches", "again"):
        started = time.process_time()
        for text in texts:
            read(text)
        print(
            f"\nspeed, {name}: {(time.process_time() - started) / len(texts) * 1000:.1f} ms a "
            f"posting over {len(texts)}"
        )


def main() -> None:
    """Run the chosen measures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument(
        "only", nargs="?", choices=["gold", "dev", "skillspan", "green", "nyc", "la", "speed"]
    )
    parser.add_argument("-v", action="store_true", help="one line a posting")
    options = parser.parse_args()
    if options.only in (None, "gold", "dev"):
        gold("dev" if options.only == "dev" else None, options.v)
    for name, measure in (
        ("skillspan", skillspan),
        ("green", green),
        ("nyc", nyc),
        ("la", la),
        ("speed", speed),
    ):
        if options.only in (None, name):
            measure()


if __name__ == "__main__":
    main()
