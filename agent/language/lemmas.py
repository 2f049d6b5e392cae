"""Word forms brought together: `lemma` for inflection, `stem` for derivation.

`lemma` maps an inflected form to its headword (managed -> manage, criteria -> criterion). `stem`
goes one step further and maps a family of one meaning to one key (manage, managed, management,
manager -> manag): good enough to *find* a passage, never enough to say that it claims the same
thing. "Manager" is a rank and "managed" an action; whoever needs that difference asks the ladders,
not this module. Stems are keys to compare with each other, not words to show.
"""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files

from agent.language.text import fold

# Forms that the dictionary leaves alone or reads as another word, and that resumes are full of.
_LEMMAS = {
    "leading": "lead",
    "led": "lead",
    "left": "leave",
    "found": "find",
    "founded": "found",
    "saw": "see",
    "felt": "feel",
    "ground": "ground",
    "lay": "lay",
    "laid": "lay",
    "bound": "bind",
    "wound": "wound",
    "better": "better",
    "best": "best",
    "less": "less",
    "worse": "worse",
    "data": "data",
    "media": "media",
    "staff": "staff",
    "analytics": "analytics",
    "logistics": "logistics",
    "economics": "economics",
    "mathematics": "mathematics",
    "electronics": "electronics",
    "mechanics": "mechanics",
    "statistics": "statistics",
    "obstetrics": "obstetrics",
    "pediatrics": "pediatrics",
    "ethics": "ethics",
    "does": "do",
    "goods": "goods",
    "sales": "sales",
    "operations": "operation",
    "upskilling": "upskill",
    "onboarding": "onboard",
    "onboarded": "onboard",
    "coordinating": "coordinate",
    "refactored": "refactor",
    "refactoring": "refactor",
    "troubleshot": "troubleshoot",
    "fixed": "fix",
    "fixes": "fix",
    "fixing": "fix",
    "mixed": "mix",
    "mixes": "mix",
    "mixing": "mix",
}

# Families whose members do not share an ending rule, and near neighbours kept apart: accounting is
# no account, marketing no market, a production no product.
_STEMS = {
    "adoption": "adopt",
    "alter": "alter",
    "alteration": "alter",
    "accounting": "accounting",
    "accountant": "accounting",
    "accountable": "accountabl",
    "accountability": "accountabl",
    "marketing": "marketing",
    "marketer": "marketing",
    "production": "produc",
    "maintenance": "maintain",
    "reconciliation": "reconcil",
    "resolution": "resolv",
    "sale": "sell",
    "sales": "sell",
    "delivery": "deliver",
    "recovery": "recover",
    "discovery": "discover",
    "assembly": "assembl",
    "leadership": "lead",
    "analyst": "analys",
    "analytical": "analys",
    "administration": "administer",
    "administrator": "administer",
    "administrative": "administer",
    "diagnosis": "diagnos",
    "diagnostic": "diagnos",
    "hiring": "hire",
    "growth": "grow",
    "safety": "safe",
    "compliance": "compl",
    "comply": "compl",
    "compliant": "compl",
    "adherence": "adher",
    "application": "application",
    "procurement": "procur",
    "fabrication": "fabricat",
    "certification": "certif",
    "certify": "certif",
}

# (ending, what may stand in its place before the result is looked up), longest ending first.
_SUFFIXES = (
    ("ifications", ("ify",)),
    ("ification", ("ify",)),
    ("izations", ("ize",)),
    ("ization", ("ize", "")),
    ("isation", ("ise", "")),
    ("ations", ("ate", "e", "")),
    ("ation", ("ate", "e", "")),
    ("ition", ("e", "ite", "")),
    ("ption", ("be", "pt", "ve")),
    ("ement", ("e", "")),
    ("ment", ("", "e")),
    ("ance", ("", "e", "ate")),
    ("ence", ("", "e")),
    ("ancy", ("", "e")),
    ("ency", ("", "e", "ent")),
    ("sion", ("d", "de", "t", "se", "s")),
    ("tion", ("t", "te", "")),
    ("ion", ("", "e")),
    ("able", ("", "e")),
    ("ible", ("", "e")),
    ("ator", ("ate",)),
    ("itor", ("it",)),
    ("ally", ("al", "")),
    ("ing", ("", "e")),
    ("eer", ("",)),
    ("er", ("", "e")),
    ("or", ("e", "")),
    ("ive", ("", "e", "ion")),
    ("ly", ("", "le")),
    ("al", ("", "e")),
    ("ed", ("", "e")),
)


@lru_cache(maxsize=8192)
def lemma(word: str, language: str = "en") -> str:
    """The headword of one word.

    Args:
        word: one word, any case.
        language: ISO 639-1 code; an unknown one leaves the word as it is, in lower case.

    Returns:
        The headword in lower case: "managed" -> "manage", "Nurses" -> "nurse", "led" -> "lead".
        Tokens that are not plain words ("C++", "node.js", "p99") come back in lower case.
    """
    lower = fold(word).replace("\x00", "").lower()
    if lower.endswith("'s"):
        lower = lower[:-2]
    if not lower.isalpha() or len(lower) < 3:
        return lower
    if language == "en":
        fixed = _LEMMAS.get(lower)
        if fixed is not None:
            return fixed
    found = _dictionary_form(lower, language)
    if language == "en" and found == lower and lower.endswith(("ing", "ed")):
        return _verb_under(lower) or lower
    return found


@lru_cache(maxsize=8192)
def stem(word: str, language: str = "en") -> str:
    """A key shared by a word's inflections and its derivations of the same meaning.

    Brings together manage, managed, managing, management and manager; analyse and analysis;
    install and installation; schedule and scheduling. It does not bring together words that only
    look alike (custom and customer, part and partner). Sharing a stem is *not* the same agency,
    rank or claim: it finds candidates, and verification decides.

    Args:
        word: one word, any case.
        language: ISO 639-1 code; outside English this is the lemma.

    Returns:
        The key, in lower case.
    """
    base = lemma(word, language)
    if language == "en":
        for form in (fold(word).lower(), base):
            if form in _STEMS:
                return _STEMS[form]
    if language != "en" or not base.isalpha() or len(base) < 5:
        return base
    if base.endswith("ysis"):
        return base[:-2]
    if base.endswith(("yse", "yze")):
        return base[:-1].replace("yz", "ys")
    for _ in range(2):
        shorter = base if base in _whole_words() else _strip(base)
        if shorter == base:
            break
        base = shorter
    if base.endswith("ise") and len(base) > 6:
        base = base[:-2] + "z"
    elif base.endswith("e") and len(base) > 3:
        base = base[:-1]
    elif base.endswith("y") and len(base) > 4:
        base = base[:-1] + "i"
    return base


def is_whole(word: str) -> bool:
    """Whether a word ends like a derivation but is a word of its own: a customer is no custom."""
    return word in _whole_words()


@lru_cache(maxsize=1)
def _whole_words() -> frozenset[str]:
    """Words that end like a derivation but are words of their own (customer, officer)."""
    listing = files("agent.language") / "data" / "whole_words.txt"
    lines = listing.read_text(encoding="utf-8").splitlines()
    return frozenset(" ".join(line for line in lines if not line.startswith("#")).split())


def _strip(word: str) -> str:
    """The known word that `word` derives from, or `word` itself."""
    for suffix, replacements in _SUFFIXES:
        if not word.endswith(suffix):
            continue
        root = word[: -len(suffix)]
        if len(root) < 3:
            continue
        for replacement in replacements:
            candidate = root + replacement
            if len(candidate) >= 4 and is_known(candidate):
                return lemma(candidate)
        if len(root) > 4 and root[-1] == root[-2] and is_known(root[:-1]):
            return root[:-1]
    return word


def _verb_under(word: str) -> str | None:
    """The known verb that an -ing or -ed form was made of, where the dictionary has no entry."""
    root = word[:-3] if word.endswith("ing") else word[:-2]
    if len(root) < 3:
        return None
    for candidate in (root + "e", root, root[:-1] if root[-1] == root[-2] else ""):
        past = candidate + ("d" if candidate.endswith("e") else "ed")
        if len(candidate) >= 4 and is_known(past):
            return candidate
    return None


def _dictionary_form(word: str, language: str) -> str:
    try:
        from simplemma import lemmatize  # loads a dictionary: 0.2 s, 25 MB

        return str(lemmatize(word, language)).lower()
    except (ImportError, ValueError):
        return word


@lru_cache(maxsize=8192)
def is_known(word: str) -> bool:
    """True if the English dictionary has this form, inflected or not."""
    try:
        from simplemma import is_known

        return bool(is_known(word, "en"))
    except (ImportError, ValueError):
        return False
