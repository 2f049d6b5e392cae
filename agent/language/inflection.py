"""English verb forms, both ways: gerund -> base, base -> past.

Only forms that are sure are given: None means that the word may be no verb at all, and whoever
asked leaves the sentence alone.
"""

from __future__ import annotations

from functools import lru_cache

from agent.language.lemmas import is_known, lemma

# base: past, for the irregular verbs of working life.
_PAST = {
    "be": "was", "bear": "bore", "become": "became", "begin": "began", "bend": "bent",
    "bid": "bid", "bind": "bound", "bleed": "bled", "break": "broke", "breed": "bred",
    "bring": "brought", "broadcast": "broadcast", "build": "built", "buy": "bought",
    "cast": "cast", "catch": "caught", "choose": "chose", "come": "came", "cost": "cost",
    "cut": "cut", "deal": "dealt", "dig": "dug", "do": "did", "draw": "drew", "drive": "drove",
    "feed": "fed", "feel": "felt", "find": "found", "forecast": "forecast", "freeze": "froze",
    "get": "got", "give": "gave", "go": "went", "grind": "ground", "grow": "grew",
    "handwrite": "handwrote", "hang": "hung", "have": "had", "hear": "heard", "hold": "held",
    "input": "input", "keep": "kept", "know": "knew", "lay": "laid", "lead": "led",
    "learn": "learned", "leave": "left", "let": "let", "lose": "lost", "make": "made",
    "mean": "meant", "meet": "met", "outsell": "outsold", "overhaul": "overhauled",
    "oversee": "oversaw", "pay": "paid", "put": "put", "read": "read", "rebuild": "rebuilt",
    "reset": "reset", "retell": "retold", "rewrite": "rewrote", "ride": "rode", "ring": "rang",
    "rise": "rose", "run": "ran", "say": "said", "see": "saw", "seek": "sought", "sell": "sold",
    "send": "sent", "set": "set", "shake": "shook", "shoot": "shot", "show": "showed",
    "shut": "shut", "sit": "sat", "speak": "spoke", "spend": "spent", "split": "split",
    "spread": "spread", "stand": "stood",
    "steal": "stole", "stick": "stuck", "strike": "struck", "sink": "sank", "sing": "sang",
    "eat": "ate", "fly": "flew", "hit": "hit", "lend": "lent", "spin": "spun", "swim": "swam",
    "swing": "swung", "tear": "tore", "wake": "woke", "weave": "wove",
    "sweep": "swept", "take": "took", "teach": "taught", "tell": "told", "think": "thought",
    "throw": "threw", "undergo": "underwent", "understand": "understood",
    "undertake": "undertook", "upset": "upset", "wear": "wore", "win": "won", "wind": "wound",
    "withdraw": "withdrew", "write": "wrote",
}  # fmt: skip
PASTS = frozenset(_PAST.values())
"""The past forms of the irregular verbs."""
_STRESSED = ("compel", "propel", "expel", "excel", "repel", "dispel")
_VOWELS = "aeiou"
# Nouns and adjectives in -ing that are no action when they open a phrase.
_NO_VERB = frozenset(("during", "outstanding", "existing", "ongoing", "incoming", "outgoing",
                      "engineering", "evening", "morning", "ceiling", "string", "wing", "spring",
                      "king", "thing", "something", "anything", "everything", "nothing",
                      "corresponding", "interesting", "varying", "emerging"))  # fmt: skip


@lru_cache(maxsize=4096)
def base_of_gerund(word: str) -> str | None:
    """The verb of an -ing form: "planning" -> "plan"; None if it is not surely a verb's."""
    lower = word.lower()
    if not lower.endswith("ing") or len(lower) < 5 or lower in _NO_VERB or not lower.isalpha():
        return None
    root = lower[:-3]
    candidates = [root + "e", root]
    if root[-1] == root[-2] and (root[-1] not in "lsz" or not _one_syllable(root)):
        candidates.insert(0, root[:-1])
    elif root[-1] == root[-2]:
        candidates.append(root[:-1])
    if root.endswith("y"):
        candidates.append(root[:-1] + "ie")
    for candidate in candidates:
        if candidate in _PAST:
            return candidate
    headword = lemma(lower)
    if headword in candidates and not headword.endswith(("ll", "pp")):
        candidates.insert(0, headword)
    for candidate in candidates:
        if len(candidate) >= 3 and is_known(candidate) and is_known(past(candidate)):
            return candidate
    return None


@lru_cache(maxsize=4096)
def past(base: str) -> str:
    """The past tense of a verb: "manage" -> "managed", "plan" -> "planned", "lead" -> "led"."""
    known = _PAST.get(base)
    if known:
        return known
    for prefix in ("re", "over", "under", "out", "fore"):
        if base.startswith(prefix) and base[len(prefix) :] in _PAST:
            return prefix + _PAST[base[len(prefix) :]]
    if base.endswith("e"):
        return base + "d"
    if base.endswith("y") and base[-2] not in _VOWELS:
        return base[:-1] + "ied"
    if base.endswith("c"):
        return base + "ked"
    short = base[-1] not in "wxy" and base[-1] not in _VOWELS and base[-2] in _VOWELS
    if short and (len(base) < 3 or base[-3] not in _VOWELS):
        doubled = base + base[-1] + "ed"
        american = base.endswith(("el", "al")) and base not in _STRESSED  # 'traveled', 'totaled'
        if _one_syllable(base) or (is_known(doubled) and not american):
            return doubled
    return base + "ed"


@lru_cache(maxsize=4096)
def is_base(word: str) -> bool:
    """True if a word is a verb's base form by all that is known: 'monitor', 'give'."""
    if word in _PAST:
        return True
    plain = word.isalpha() and not word.endswith(("ed", "ing", "s"))
    return plain and len(word) > 2 and is_known(past(word)) and lemma(past(word)) == word


def _one_syllable(word: str) -> bool:
    return sum(char in _VOWELS for char in word) == 1 and not word.startswith("y")
