"""The posting's own name for what a line already says: an alias, an acronym, a true kind.

Each change keeps the line one natural sentence: at most one parenthesis is added, nothing is
repeated, no list of keywords grows at its end.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from agent.engines.offline_wording import (
    CLASS_HEADS,
    POSTFIX_HEADS,
    in_parentheses,
    is_acronym,
    letters,
    plural,
    put,
    surface,
)
from agent.language import lexicon, terms
from agent.language.inflection import base_of_gerund
from agent.language.lexicon import TermHit
from agent.language.text import definitions, fold, initialism

_MOST_RENAMED = 2
_ROOM_FOR_TWO = 14
"""Words of a line that can bear two parentheses."""
_HEAD_AFTER = re.compile(r"\s*(?:software|systems?|platforms?|suite|applications?|tools?)\b", re.I)
_PHRASE_ENDS = re.compile(
    r"$|[.,;:)]|\s+(?:and|or|&|for|to|in|on|at|when|while|during|by|per|since|from|within|"
    r"after|before|as|across|through|every|each|daily|\()",
    re.IGNORECASE,
)
_PREPOSITION = re.compile(r"\b(?:in|on|with|using|via|through|from|into|within)\s+$", re.IGNORECASE)
_DOER = re.compile(r"[a-z]{3}(?:er|or|ist|ian|ant)s?$")
_MASS = re.compile(r"(?:ing|tion|sion|ment|ance|ence)$", re.IGNORECASE)
_COUNTS = re.compile(
    r"\d.*|these|those|many|several|all|both|various|few|multiple|each|every|a|an|one|two|three|four|"
    r"five|six|seven|eight|nine|ten|dozens?|hundreds?|numerous|different|some|most|other"
)
_SMALL = re.compile(
    r"an?|the|in|on|at|to|of|for|by|as|or|and|is|it|be|up|off|out|no|so|we|i|us|re|over|under|with|"
    r"from|into|onto|after|before",
    re.IGNORECASE,
)
_PLURAL_VERB = re.compile(r"\s+(?:are|were|have|that|which|who|to)\b", re.IGNORECASE)
_AFTER_VERB = re.compile(r"\b(?:to|can|could|will|would|must|should|not)\s+$", re.IGNORECASE)


class Wanted(NamedTuple):
    """A term that the posting asks for and that this line may name."""

    term: str
    requirement_id: str
    quote: str
    """The posting's words around it, which may explain an acronym."""
    first_here: bool
    """True if this line is the best place for an expansion or a kind, said once a document."""
    forms: tuple[str, ...] = ()
    """Words of this line that matching holds to be the same thing by another name."""


class _Naming(NamedTuple):
    text: str
    how: str
    """'variant', 'replaced', 'beside' (in a parenthesis) or 'after' (as its head noun)."""


def name_terms(text: str, wanted: Sequence[Wanted]) -> tuple[str, tuple[str, ...]]:
    """The line with the posting's names for what it says, and the ids of requirements served.

    Args:
        text: one line of the resume.
        wanted: the most useful first.
    """
    served: list[str] = []
    used: list[str] = []
    for want in wanted:
        keep = [other.term for other in wanted if other.term != want.term]
        naming = name_term(text, want, keep=keep)
        if naming is None or (naming.how in used and naming.how == "after"):
            continue
        if naming.how == "beside" and "beside" in used and len(text.split()) < _ROOM_FOR_TWO:
            continue
        if naming.how != "variant" and len(used) >= _MOST_RENAMED:
            continue
        text = naming.text
        served.append(want.requirement_id)
        used.append(naming.how)
    return text, tuple(dict.fromkeys(served))


def name_term(text: str, want: Wanted, *, keep: Sequence[str] = ()) -> _Naming | None:
    """The line with one term named as the posting names it; None if it can't be done naturally.

    `keep` are terms whose literal words have to stay, because the posting asks for them too.
    """
    term = want.term
    if terms.find(term, text, profile="literal"):
        return None
    variant = _spelled_apart(term, text)
    if variant is not None:
        return variant if want.first_here else None
    uncounted = _as_mass(term, text)
    if uncounted is not None:
        return uncounted
    name = lexicon.canonical(term, context=f"{text} {want.quote}")
    explained = dict(_explained(want.quote))
    for hit in lexicon.find_terms(text):
        form = text[hit.span.start : hit.span.end]
        if name is not None and hit.term == name:
            return _rename(text, hit, term, keep, want.first_here)
        if explained.get(form.lower()) == term.lower():
            return _rename(text, hit, term, keep, want.first_here)
    for form in want.forms:
        if spelled_out(term, form):
            at = text.find(form)
            return _between(text, at, at + len(form), term, want.first_here) if at >= 0 else None
    for long, short in explained.items():
        found = terms.find(long, text, profile="literal")
        if found and short == term.lower() and want.first_here:
            return _beside(text, found[0].start, found[0].end, term)
    if name is None or not want.first_here:
        return None
    hits = [hit for hit in lexicon.find_terms(text) if lexicon.is_a(hit.term, name)]
    return _kind(text, hits, term) if hits else None


def spelled_out(term: str, form: str) -> bool:
    """True if one is the other's acronym beyond chance: three letters or more, and the person's
    long form written as a name ("Banquet Event Orders"), since any words have first letters."""
    short, long = sorted((term, form), key=len)
    if len(short.rstrip("s")) < 3:
        return False
    if short == term and len(short.rstrip("s")) == 3 and _DOER.search(long):
        return False  # 'Affiliate Sales Manager' is one more ASM
    named = all(word[:1].isupper() for word in form.split() if len(word) > 3)
    return initialism(term, form) or (named and initialism(form, term))


def _spelled_apart(term: str, text: str) -> _Naming | None:
    """'front end' for 'front-end', 'healthcare' for 'health care': same letters, other joints."""
    letters = [re.escape(char) for char in term if char.isalnum()]
    if len(letters) < 5 or not re.fullmatch(r"[\w\s/-]+", term):
        return None
    pattern = r"(?<![\w-])" + r"[\s\-/]?".join(letters) + r"(?![\w-])"
    found = re.search(pattern, text, re.IGNORECASE)
    if not found or found.group().lower() == term.lower():
        return None
    if lexicon.case_matters(term) or ("-" in term and found.group().isalpha()):
        return None  # 'troubleshooting' is not made worse for a posting's 'trouble-shooting'
    parts = found.group().split()
    if len(parts) > len(term.split()) and any(_SMALL.fullmatch(part) for part in parts):
        return None  # 'in Direct' is not 'indirect'
    return _Naming(put(text, found.start(), found.end(), surface(term)), "variant")


def _as_mass(term: str, text: str) -> _Naming | None:
    """'Ran usability testing' for 'Ran usability tests': the same words, uncounted."""
    wanted = terms.units(term)
    if len(wanted) < 2 or not _MASS.search(term):
        return None
    words = terms.units(text)
    for first in range(1, len(words) - len(wanted) + 1):
        window = words[first : first + len(wanted)]
        if [w.norm for w in window[:-1]] != [w.norm for w in wanted[:-1]]:
            continue
        last, new = window[-1], wanted[-1]
        counted = any(_COUNTS.fullmatch(w.norm) for w in words[max(0, first - 3) : first])
        plural = last.norm in (new.norm + "s", new.norm.removesuffix("ing") + "s")
        if plural and not counted and not _PLURAL_VERB.match(text[last.end :]):
            return _Naming(put(text, window[0].start, last.end, surface(term)), "variant")
    return None


def _rename(
    text: str, hit: TermHit, term: str, keep: Sequence[str], first_here: bool
) -> _Naming | None:
    start, end = hit.span.start, hit.span.end
    form, new = text[start:end], surface(term)
    if text[end : end + 1] == "-" or text[:start].endswith("-"):
        return None
    if form.lower().endswith(("'s", "’s")) or "'s " in fold(form).lower():
        return None
    if letters(form) == letters(new) and ("-" in new or form[1:] != form[1:].lower()):
        return None  # 'patient care' and 'PagerDuty' are spelled as one spells them
    if is_acronym(new) or is_acronym(form):
        return _between(text, start, end, new, first_here)
    if hit.category in ("soft", "certification", "degree"):
        return None
    if form.endswith("ing") != new.endswith("ing") or form.endswith("ed"):
        return None
    if any(other.lower() == form.lower() for other in keep):
        return None
    if hit.category != "tool" and not _shares_a_word(form, new):
        return None
    if new.lower().startswith(form.lower() + " ") or _loses(form, new):
        return None  # 'food cost came down' is not 'food cost control came down'
    brand = hit.category == "tool" and form != form.lower() and new != new.lower()
    if not brand and plural(form) != plural(new):
        return None
    if hit.category not in ("tool", "language") and not is_acronym(form):
        opens_with_action = base_of_gerund(form.split()[0]) or base_of_gerund(new.split()[0])
        if opens_with_action or len(form.split()) < 2 or start == 0:
            return None
        if _AFTER_VERB.search(text[:start]):
            return None
    return _Naming(put(text, start, end, new), "replaced")


def _loses(form: str, new: str) -> bool:
    """True where the line would say less: 'HR systems' has a word fewer than 'HR information
    systems', and 'electronic logs' lost the letters that 'ELD logs' has of the whole name."""
    ours, theirs = fold(form).lower().split(), fold(new).lower().split()
    whole = lexicon.canonical(form) or ""
    letters_gone = (w for w in form.split() if w not in new.split() and initialism(whole, w))
    return set(theirs) < set(ours) or any(letters_gone)


def _shares_a_word(form: str, new: str) -> bool:
    """True for two forms of one phrase: 'history questionnaires', 'history forms'. A phrase that
    joins two things ('health and safety') is part of a longer one more often than not."""
    shared = {u.stem for u in terms.units(form)} & {u.stem for u in terms.units(new)}
    return bool(shared) and " and " not in f"{form} {new}"


def _between(text: str, start: int, end: int, new: str, first_here: bool) -> _Naming | None:
    """An acronym and its long form, both said: an applicant tracking system looks for either."""
    form = text[start:end]
    if letters(form) == letters(new):
        return None
    if not first_here or in_parentheses(text, start):
        return None
    if is_acronym(new):
        if plural(new) and not plural(form):
            return None
        return _beside(text, start, end, new)
    if form.lower() in new.lower().split():
        return _Naming(put(text, start, end, new), "replaced")
    if plural(form) != plural(new) or text[end:].lstrip()[:1] == "(":
        return None
    if not initialism(new, form):  # 'EKG (electrocardiogram)': no first letters to see
        return _beside(text, start, end, new)
    return _Naming(put(text, start, end, f"{surface(new)} ({form})"), "beside")


def _kind(text: str, hits: Sequence[TermHit], term: str) -> _Naming | None:
    """A true kind said beside the thing: "PostgreSQL (relational database)", "Epic EHR"."""
    hit, new = hits[0], surface(term)
    start, end = hit.span.start, hit.span.end
    if hit.category in ("certification", "degree", "soft", "domain") or in_parentheses(text, start):
        return None
    if _repeats(text[start:end], new):
        return None
    if plural(new):  # 'Epic (electronic health records)'
        electronic = re.match(r"electronic .*records$", new, re.IGNORECASE)
        return _beside(text, start, end, new) if electronic else None
    if hit.category != "tool" and lexicon.category(term) != "tool":
        return None
    head = new.split()[-1].lower()
    brand = lexicon.canonical(term) or ""
    if lexicon.category(term) == "tool" and brand != brand.lower():
        # 'EC2 (AWS)', 'Excel (Microsoft Office)': as an item of a list, not before 'document'
        alone = _PHRASE_ENDS.match(text[end:]) and not _repeats(text, new)
        return _beside(text, start, end, new) if alone else None
    if hit.category == "tool" and is_acronym(new):
        if set(new.split("/")) & set(text.split()):
            return None  # 'CI in GitHub Actions (CI/CD)'
        if " " in text[start:end]:
            return _beside(text, start, end, new)  # 'Google Classroom (LMS)'
        if text[end : end + 1] in ("-", "/", "'", "’"):
            return None
        return _Naming(put(text, start, end, f"{text[start:end]} {new}"), "after")
    if hit.category == "tool" and head in POSTFIX_HEADS:
        return _as_head(text, start, end, new)
    return _beside(text, start, end, new) if head in CLASS_HEADS else None


def _as_head(text: str, start: int, end: int, new: str) -> _Naming | None:
    """'in the Epic electronic health record (EHR)' for 'in Epic', where the name ends its phrase;
    in a list, the kind stands in a parenthesis."""
    before, following = text[:start], text[end:]
    if not _PHRASE_ENDS.match(following) or _HEAD_AFTER.match(following):
        return None
    listed = following[:1] == "," or re.match(r"\s+(?:and|or|&)\b", following)
    if listed or not _PREPOSITION.search(before):
        alone = not before.strip() or before.rstrip()[-1:] in (",", ":", ";", "|", "•")
        return _beside(text, start, end, new) if listed or alone else None
    short = next((f" ({a})" for a in sorted(lexicon.aliases(new)) if spelled_out(new, a)), "")
    article = "" if new.lower().endswith("software") else "the "
    return _Naming(f"{before}{article}{text[start:end]} {new}{short}{following}", "after")


def _beside(text: str, start: int, end: int, short: str) -> _Naming | None:
    following = text[end:]
    if following.lstrip()[:1] == "(" or following[:1] in ("-", "/", "'", "’", "&"):
        return None
    if in_parentheses(text, start):
        return None
    return _Naming(f"{text[:end]} ({short}){following}", "beside")


def _repeats(form: str, new: str) -> bool:
    """True if the thing and its kind share a word: "MIG welding (arc welding)"."""
    shared = set(form.lower().split()) & set(new.lower().split())
    return new.lower() in form.lower() or bool(shared)


def _explained(quote: str) -> list[tuple[str, str]]:
    """Both directions of the acronyms that the posting itself explains, in lower case."""
    pairs = [(long.lower(), short.lower()) for long, short in definitions(quote)]
    return pairs + [(short, long) for long, short in pairs]
