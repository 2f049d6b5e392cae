"""Weak openings made active on the same rung: "Responsible for managing X" -> "Managed X".

A line is left alone unless every word of the new one is sure: a coordination in which one part
might be an object and another an action ("answering phones, filing and data entry") stays.
"""

from __future__ import annotations

import re

from agent.language.inflection import base_of_gerund, past

_OPENING = re.compile(
    r"""^(?:(?:I\s+)?(?:was|were|am|have\s+been|been|is|are)\s+)?
    (?:(?:solely|primarily|mainly|directly|also|fully)\s+)?
    (?:responsible\s+for|in\s+charge\s+of|tasked\s+with|charged\s+with|
       (?:(?:my|main|key|primary|core|general|daily|other|job|work)\s+){0,3}
       (?:duties|responsibilities|tasks|role)\s+
       (?:(?:have\s+)?included?|includes|involved?|involves|consisted\s+of|consist\s+of|
          were|are|was|is)(?:\s+the\s+following)?)
    \s*:?\s+(?:the\s+)?""",
    re.IGNORECASE | re.VERBOSE,
)
_HELPED_TO = re.compile(r"^(?:I\s+)?help(ed|ing)?\s+to\s+(?=[a-z]{3})", re.IGNORECASE)
_WAS_ABLE = re.compile(
    r"^(?:I\s+)?(?:was|were)\s+able\s+to\s+(?:successfully\s+)?([a-z]{3,})\b", re.I
)
_FIRST_PERSON = re.compile(r"^I\s+(?:also\s+)?(?=([a-z]{3,})\b)")
_ACTION_NOUN = re.compile(r"^([a-z]+)(?:\s+and\s+([a-z]+))?\s+of\s+(?=\S)", re.IGNORECASE)
_COORDINATOR = re.compile(
    r",\s+(?:and\s+|or\s+|as\s+well\s+as\s+)?|\s+(?:and|or|&)\s+", re.IGNORECASE
)
_WORD = re.compile(r"[^\W\d_][\w'-]*")
_MEANS = re.compile(
    r"\b(?:by|through|including|include|such as|like|via|when|while)\b", re.IGNORECASE
)
_NO_OBJECT = frozenset(
    ("of", "for", "in", "on", "at", "to", "by", "with", "from", "and", "or", "as", "is", "are",
     "was", "were", "during", "through", "per", "via", "that", "which", "within")
)  # fmt: skip
# Helpers and habits of speech: no action is named by the word after "I".
_NO_OPENING = frozenset(
    ("have", "had", "has", "would", "could", "should", "will", "can", "may", "might", "must", "was",
     "were", "did", "did", "does", "used", "then", "always", "often", "never", "currently", "now",
     "got", "been", "feel", "believe", "think", "like", "love", "enjoy", "want", "hope", "also",
     "only", "just", "really", "not", "still", "usually", "mostly", "typically", "and", "the")
)  # fmt: skip
# Verbs that take any object, an activity too: "managing hiring and customer service".
_BROAD = frozenset(
    ("managing", "overseeing", "supervising", "coordinating", "directing", "handling", "leading")
)
_NOUN_VERBS = {
    "maintenance": "maintain", "management": "manage", "supervision": "supervise",
    "development": "develop", "coordination": "coordinate", "preparation": "prepare",
    "operation": "operate", "implementation": "implement", "installation": "install",
    "administration": "administer", "inspection": "inspect", "creation": "create",
    "completion": "complete", "collection": "collect", "delivery": "deliver",
    "distribution": "distribute", "organization": "organize", "execution": "execute",
    "production": "produce", "evaluation": "evaluate", "oversight": "oversee",
    "repair": "repair", "design": "design", "assembly": "assemble", "analysis": "analyze",
    "reconciliation": "reconcile", "calibration": "calibrate", "fabrication": "fabricate",
    "facilitation": "facilitate", "documentation": "document", "verification": "verify",
    "configuration": "configure", "administering": "administer",
}  # fmt: skip


def activate(text: str, *, present: bool = False) -> str:
    """The line with a weak opening made active, or the line as it was.

    Args:
        text: one English bullet.
        present: True where the entry's own lines are in the present tense.

    Returns:
        "Managed X" for "Responsible for managing X" or "Was responsible for the management of X";
        "Helped train X" for "Helped to train X": what was only helped stays helped.
    """
    if text.isupper():
        return text
    helped = _HELPED_TO.match(text)
    if helped:
        return _capital("help" + (helped.group(1) or "") + " " + text[helped.end() :])
    able = _WAS_ABLE.match(text)
    if able and not present:
        return _capital(past(able.group(1).lower()) + text[able.end() :])
    spoken = _FIRST_PERSON.match(text)
    if spoken and spoken.group(1) not in _NO_OPENING:
        return _capital(text[spoken.end() :])
    opening = _OPENING.match(text)
    if not opening or text.rstrip().endswith((",", ";")):  # a wrapped line goes on elsewhere
        return text
    rest = text[opening.end() :]
    active = _from_gerunds(rest, present) or _from_noun(rest, present)
    return _capital(active) if active else text


def _from_gerunds(rest: str, present: bool) -> str | None:
    first = _WORD.match(rest)
    if not first or base_of_gerund(first.group()) in (None, "get", "be", "have", "go", "come"):
        return None
    parts = _COORDINATOR.split(rest)
    joints = [*_COORDINATOR.findall(rest), ""]
    finite = [_finite(part, present) for part in parts]
    objects = [_has_object(part) for part in parts]
    if len(parts) == 1:
        return finite[0] if objects[0] else None
    if len(parts) > 1 and _MEANS.search(parts[0]):
        return None  # 'helping guests by answering, finding': the rest may be means
    if None not in finite:
        if any(map(_acts_on_activity, parts)):
            return None
        shared = not any(objects[:-1]) and all(map(_is_bare, parts[:-1]))
        if shared and parts[-1].split()[1:2] == ["of"]:  # 'hiring and training of staff'
            finite[-1] = str(finite[-1]).replace(" of ", " ", 1)
        elif not all(objects) and not (shared and (objects[-1] or _is_bare(parts[-1]))):
            return None
        return "".join(f"{part}{joint}" for part, joint in zip(finite, joints, strict=True))
    if finite[0] is None or not objects[0] or any(map(_opens_with_gerund, parts[1:])):
        return None
    broad = first.group().lower() in _BROAD
    if broad or (len(parts) == 2 and not _is_action(parts[1])):
        return finite[0] + rest[len(parts[0]) :]
    return None


def _is_bare(part: str) -> bool:
    return len(part.split()) == 1


def _acts_on_activity(part: str) -> bool:
    """True for "managing hiring": what follows may be one more action or its object."""
    words = part.split()
    return len(words) > 1 and base_of_gerund(words[1].strip(".,;")) is not None


def _finite(part: str, present: bool) -> str | None:
    """A phrase with its leading gerund made finite; None if it has none."""
    word = _WORD.match(part)
    base = base_of_gerund(word.group()) if word else None
    if word is None or base is None:
        return None
    return (base if present else past(base)) + part[word.end() :]


def _opens_with_gerund(part: str) -> bool:
    word = _WORD.match(part)
    return bool(word and base_of_gerund(word.group()))


def _has_object(part: str) -> bool:
    """True if something to act on follows the phrase's first word."""
    words = part.split()
    return len(words) > 1 and words[1].lower().strip(",.;:") not in _NO_OBJECT


def _is_action(part: str) -> bool:
    """True if a phrase may name an activity of its own and not a further object."""
    words = [word.lower().strip(".,;:()") for word in part.split()]
    head = words[: next((n for n, word in enumerate(words) if word in _NO_OBJECT), len(words))]
    last = head[-1] if head else ""
    plural = last.endswith("s") and not last.endswith(("ss", "ics", "us"))
    return not plural or any(word.endswith("ing") for word in head)


def _from_noun(rest: str, present: bool) -> str | None:
    phrase = _ACTION_NOUN.match(rest)
    if not phrase:
        return None
    verbs = [_NOUN_VERBS.get(noun.lower()) for noun in phrase.groups() if noun]
    if None in verbs or _COORDINATOR.search(rest[phrase.end() :]):
        return None
    forms = [verb if present else past(verb) for verb in verbs if verb]
    return " and ".join(forms) + " " + rest[phrase.end() :]


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
