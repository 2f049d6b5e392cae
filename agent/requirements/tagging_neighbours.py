"""What a word is where its neighbours tell: 'IT' and 'Class A' name, 'who imparts' does."""

from __future__ import annotations

from collections.abc import Sequence

from agent.language import grammar
from agent.language.grammar import word_set

Found = Sequence[tuple[int, int, str]]
"""Start, end and lower-case form of each word of a sentence."""

_TO_DO = frozenset(("ability", "able", "willing", "willingness", "desire", "eager", "aptitude"))
# Words of measure that open a name: 'Qualified Teacher Status', 'Active Directory', 'Six Sigma'.
_NAMING = word_set(
    "active advanced basic qualified general intermediate practical complete critical key primary "
    "further six"
)
# 'contribute to audits': what follows is no verb.
_ONTO = word_set(
    "contribute contributes contributing adhere adheres adhering respond responds responding "
    "related due access commitment approach exposure dedicated attend attends committed"
)


def told_by_neighbours(
    i: int, found: Found, tags: Sequence[str], written: str, folded: str
) -> str | None:
    """The tag of word `i` where the words around it decide; None where they do not.

    Args:
        i: its place in `found`.
        found: the words of the sentence.
        tags: their tags so far; those before `i` are final.
        written: the word with its capitals.
        folded: the whole sentence.
    """
    if _is_name(i, found, written, folded) or (i == 0 and _opens_names(found, folded)):
        return "N"
    if found[i][2] == "to" and i and found[i - 1][2] in _ONTO:
        return "P"
    return "V" if _is_done(i, found, tags) else None


def _is_name(i: int, found: Found, written: str, folded: str) -> bool:
    """'IT', 'US GAAP', 'Class A': small words in capitals amid small letters."""
    if not written[:1].isupper() or folded.isupper():
        return False
    end = found[i][1]
    named = found[i][2] in _NAMING and folded[end : end + 1] == " "
    return (
        written in ("IT", "US")
        or (written == "A" and i > 0)
        or (named and folded[end + 1 : end + 2].isupper())
    )


def _opens_names(found: Found, folded: str) -> bool:
    """'Excel, SQL and Tableau': a verb's form, but the first of a list of names."""
    if len(found) < 3 or found[1][2] not in (",", "and", "or", "/") or folded.isupper():
        return False
    start, _, low = found[2]
    return folded[found[0][0]].isupper() and (
        folded[start].isupper() and grammar.verb_form(low) is None
    )


def _is_done(i: int, found: Found, tags: Sequence[str]) -> bool:
    low = found[i][2]
    before = found[i - 1][2] if i else ""
    if low == "pay":
        return i + 1 < len(found) and found[i + 1][2] == "attention"
    if tags[i] == "N" and i > 1 and tags[i - 1] == "T" and found[i - 2][2] in _TO_DO:
        return True
    if not low.endswith("s"):
        return False
    if i == 0:
        return tags[0] == "N" and _chains(found)
    return (tags[i] == "N" and before == "who") or (
        tags[i] in ("?", "V") and before in ("that", "which", "who")
    )


def _chains(found: Found) -> bool:
    """'Requisitions, inspects and distributes': the second word is a verb in -s."""
    lows = [low for _, _, low in found[1:4]]
    joined = next((k for k, low in enumerate(lows) if low not in (",", "and", "&")), 0)
    if not joined or grammar.verb_form(lows[joined]) != "s":
        return False
    return not any(base in grammar.NOUNISH for base in grammar.without_s(lows[joined]))
