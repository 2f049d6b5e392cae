"""Terms of a demand that no noun names: what the person is ('energetic, creative'), what they do
('supervise', 'work independently'), and what helping somebody is about."""

from __future__ import annotations

import re

from agent.language.grammar import word_set
from agent.requirements.tagging import Word, tag

_PERSONS = word_set("thinker solver player communicator learner starter listener minded oriented")
_SHARED = word_set("skill skills ability abilities capability capabilities")
_SPOKEN = word_set("oral verbal written spoken")
_ABLE = re.compile(
    r"\b(?:ability|able|capacity|aptitude|willing(?:ness)?|capable of|comfortable)\s+(?:to\s+)?"
    r"(?=\w)|\b(?:experience|experienced)\s+(?:in\s+)?(?=\w+ing\b)",
    re.I,
)
_LOOSE = ("P", "C", "D", "T", "X", ",", "/")


def traits(clause: str) -> tuple[str, ...]:
    """The members of a list of traits that opens the clause; () if it opens otherwise.

    'Energetic, forward-thinking, and creative in business solutions' -> three adjectives;
    'interpersonal and collaboration skills' -> ('interpersonal', 'collaboration').
    """
    words = tag(clause)
    end = next((i for i, w in enumerate(words) if w.tag in ("P", "T", "(", "D", "V", ";")), None)
    items = _items(words[:end])
    if (
        len(items) < 2
        or any(len(item) > 3 for item in items)
        or any(w.low in ("or", "and/or") for w in words[:end])
    ):
        return ()
    last = items[-1]
    if end is None and last[-1].low in _SHARED and len(last) == 2:
        items = [*items[:-1], last[:1]]
        if any(len(item) > 1 or item[0].low in _SPOKEN for item in items):
            return ()
    elif not all(_is_trait(item[-1]) for item in items):
        return ()
    return tuple(clause[item[0].start : item[-1].end] for item in items)


def _items(words: tuple[Word, ...]) -> list[tuple[Word, ...]]:
    items: list[tuple[Word, ...]] = []
    current: list[Word] = []
    for word in words:
        if word.tag in (",", "C"):
            if current:
                items.append(tuple(current))
            current = []
        elif current or (word.tag not in ("R", "D") and not _is_praise(word, words)):
            current.append(word)
    return [*items, tuple(current)] if current else items


def _is_praise(word: Word, words: tuple[Word, ...]) -> bool:
    """'Demonstrated', where something that is no praise follows at once."""
    i = words.index(word)
    following = words[i + 1].tag if i + 1 < len(words) else ""
    return word.tag == "A" and word.low != "critical" and following in ("J", "N", "G")


def _is_trait(word: Word) -> bool:
    return (
        word.tag in ("J", "A")
        or word.low in _PERSONS
        or (word.tag in ("G", "E", "N") and "-" in word.low)
    )


def deeds(clause: str, object_end: int | None) -> tuple[str, ...]:
    """What the clause says is done, where its object alone would tell nobody what.

    Args:
        clause: opens with a verb ('Survey and report on conditions'), or with 'ability to'.
        object_end: where the object's noun phrase ends in it; None if it has none.

    Returns:
        Verbs that share the object, or the one verb with its object; () if no verb opens it.
    """
    able = _ABLE.match(clause)
    words = [w for w in tag(clause) if not able or w.start >= able.end()]
    while words and words[0].tag in ("R", "T"):
        words = words[1:]
    if not words or words[0].tag not in ("V", "G"):
        return ()
    verbs = [words[0]]
    i = 1
    while i < len(words) and words[i].tag in (",", "C", "V", "G", "/"):
        if words[i].tag in ("V", "G"):
            verbs.append(words[i])
        i += 1
    if len(verbs) > 1:
        return tuple(clause[v.start : v.end] for v in verbs[:4])
    chosen = [w for w in words if object_end is None or w.end <= object_end][:4]
    if any(w.tag in ("A", "J") for w in chosen):
        return ()  # 'Provide timely feedback' is searched as 'feedback'
    while len(chosen) > 1 and chosen[-1].tag in _LOOSE:
        chosen = chosen[:-1]
    return (clause[chosen[0].start : chosen[-1].end],) if len(chosen) > 1 else ()


def acts_alone(clause: str) -> bool:
    """True for 'ability to multi-task under pressure': the verb has no object of its own."""
    able = _ABLE.match(clause)
    words = [w for w in tag(clause) if able and w.start >= able.end()]
    return (
        len(words) > 1
        and words[0].tag == "V"
        and next((w.tag for w in words[1:] if w.tag != "R"), "P") in ("P", "T")
    )


def described(clause: str) -> str:
    """'respectful working environment': a noun that says nothing with the adjective that does;
    '' if there is none."""
    words = tag(clause)
    for i in range(len(words) - 1, 0, -1):
        j = i
        while j > 0 and words[j - 1].tag in ("J", "A", "G", "E"):
            j -= 1
        while j < i and not (words[j].tag == "J" or "-" in words[j].low or words[j + 1].tag == "E"):
            j += 1
        if words[i].tag == "N" and j < i:
            return clause[words[j].start : words[i].end]
    return ""


# Whom one helps tells less than what with.
_HELPING = re.compile(
    r"^(?:(?:assist|help)(?:s|ing)?\s+(?!with\b|in\b|to\b)|(?:work|partner|collaborat|liais|"
    r"coordinat|cooperat|interact|interfac|consult)\w*\s+(?:\w+\s+)?with\s+)"
    r"(?:[\w'’,/&-]+\s+){1,9}?(?:to|in|with|on)\s+(?=\w)",
    re.I,
)


def help_with(clause: str) -> int:
    """Where the words after 'Assist the superintendent with' start; 0 if it is not such a
    clause."""
    found = _HELPING.match(clause)
    return found.end() if found else 0


def shortened(clause: str) -> str:
    """About four first words, without a loose end ('work independently', not '... and as') and with
    the noun of a last adjective ('leading a small team')."""
    said = [w for w in tag(clause) if w.tag not in (";", ":")]
    words = said[:4]
    for after in said[4:6]:
        if words[-1].tag != "A" or after.tag not in ("A", "N"):
            break
        words.append(after)
    while len(words) > 1 and words[-1].tag in _LOOSE:
        words = words[:-1]
    return clause[words[0].start : words[-1].end] if words else clause
