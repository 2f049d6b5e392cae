"""Words that English makes out of a word by rule, where `stem` keeps the two apart.

`readiness` is of `ready`, `regulatory` of `regulate`, `admission` of `admit`. Each rule only
proposes a word; what the dictionary does not know, and what is listed as a word of its own, is no
base. The pairs stand for each other both ways: they name one idea as another part of speech.
"""

from __future__ import annotations

from agent.language.lemmas import is_known, is_whole, stem
from agent.language.work_verbs import word_set

# (ending, what may have stood in its place); each that fits proposes a word.
_BY_RULE = (
    ("iness", ("y",)),
    ("ness", ("",)),
    ("ability", ("able",)),
    ("ibility", ("ible",)),
    ("ancy", ("ant",)),
    ("ency", ("ent",)),
    ("acy", ("ate",)),
    ("iation", ("y",)),
    ("ological", ("ology",)),
    ("iatric", ("iatry",)),
    ("iatrics", ("iatry",)),
    ("ical", ("y", "ics")),
    ("orial", ("or",)),
    ("arial", ("ary",)),
    ("ial", ("y",)),
    ("visory", ("vise",)),
    ("ductory", ("duce",)),
    ("atory", ("ate", "e")),
    ("ee", ("",)),
)
# Verbs from Latin whose nouns change the root: a noun's ending and its verb's.
_BY_ROOT = (
    ("mission", "mit"),
    ("ception", "ceive"),
    ("sumption", "sume"),
    ("sorption", "sorb"),
    ("demption", "deem"),
    ("vention", "vene"),
    ("tention", "tain"),
    ("quisition", "quire"),
    ("planation", "plain"),
    ("cognition", "cognize"),
    ("pplication", "pply"),
    ("tiplication", "tiply"),
    ("faction", "fy"),
    ("lief", "lieve"),
)

# Words of their own at work, whatever they were once made of.
_APART = word_set(
    """
    adversarial attention conception convention currency custodial disability emergency latency
    legacy memorial partial physical wellness application
    """
)


def bases(plain: str, base: str) -> frozenset[str]:
    """Keys of the words that one word is made of, or made into.

    Args:
        plain: the word in lower case, American spelling.
        base: its headword.

    Returns:
        Words, and stems after '~', as `Known.keys` holds them: {'~readi'} for 'readiness'.
    """
    found: set[str] = set()
    if len(plain) > 3 and plain.endswith("s") and not plain.endswith("ss") and plain == base:
        found.add(plain[:-1])  # a plural unknown to the dictionary
    for word in {plain, base}:
        found |= _spelt(word)
        if len(word) < 6 or word in _APART or is_whole(word):
            continue
        for ending, roots in _BY_RULE:
            if word.endswith(ending) and len(word) > len(ending) + 2:
                made = [word.removesuffix(ending) + root for root in roots]
                found.update("~" + stem(one) for one in made if len(one) > 3 and is_known(one))
        for ending, root in _BY_ROOT:
            if word.endswith(ending) and is_known(made_of := word.removesuffix(ending) + root):
                found.add("~" + stem(made_of))
    return frozenset(found)


def _spelt(word: str) -> set[str]:
    """Forms whose base need not be in the dictionary: 'northern', 'dockerized', 'savings'."""
    found: set[str] = set()
    for ending in ("age", "ship"):  # 'breakage', 'preceptorship'
        if word.endswith(ending) and len(word) > len(ending) + 3:
            root = word.removesuffix(ending)
            found.update(("~" + stem(root), "~" + stem(root + "e")))
    if word.endswith("ern") and len(word) > 6:
        found.update((word[:-3], "~" + word[:-3]))
    if word.endswith("ly") and len(word) > 4:
        found.add(word[:-2] if not word.endswith("ily") else word[:-3] + "y")
    if word.endswith("ings") and len(word) > 6:
        root = word[:-4]
        found.update(("~" + stem(root), "~" + stem(root + "e")))
        if root[-1] == root[-2]:
            found.add("~" + stem(root[:-1]))  # 'fittings'
    if word.endswith(("ize", "ized", "izing", "ization")) and len(word) > 7:
        root = word[: word.rindex("iz")]
        found.update((root, "~" + stem(root), "~" + stem(root + "y")))
    return found
