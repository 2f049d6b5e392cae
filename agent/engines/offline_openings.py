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
       (?:also\s+)?
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
_SPEAKS_ON = re.compile(r"\bI\b|\b(?:my|me|myself)\b")
_ACTION_NOUN = re.compile(r"^([a-z]+)(?:\s+and\s+([a-z]+))?\s+of\s+(?=\S)", re.IGNORECASE)
_COORDINATOR = re.compile(
    r",\s+(?:and\s+|or\s+|as\s+well\s+as\s+)?|\s+(?:and|or|&)\s+", re.IGNORECASE
)
_WORD = re.compile(r"[^\W\d_][\w'-]*")
# From here on a line says how, when, why or what else, and keeps its words.
_TAIL = re.compile(
    r",?\s+(?:including|include|such as|like|via|through|by|when|while|whenever|that|which|who|"
    r"where|so that|in order to|to (?:ensure|identify|improve|support|meet|achieve|reduce|create|"
    r"maintain|increase|provide|help|keep|make|determine|facilitate|resolve|drive))\b"
    r"|(?<=[a-z]{3}[\w)])\.\s+(?=[A-Z])",
    re.IGNORECASE,
)
_MEANS = re.compile(r",?\s+(?:by|via|through|when|while|like|whenever)\b", re.IGNORECASE)
_PARENTHESIS = re.compile(r"\([^()]*\)")
_ADVERB = re.compile(
    r"(?!only\b|mainly\b|primarily\b)([a-z]{3,}ly)\s+(?=[a-z]+ing\b)", re.IGNORECASE
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
    ("managing", "overseeing", "supervising", "coordinating", "directing", "handling", "leading",
     "providing", "performing", "conducting", "delivering")
)  # fmt: skip
# What a further object opens with, and what can be nothing but an object.
_DETERMINERS = frozenset(("the", "a", "an", "its", "their", "our", "his", "her", "each", "any"))
_THINGS = frozenset(
    ("equipment", "information", "software", "hardware", "staff", "personnel", "paperwork", "cash",
     "mail", "machinery", "furniture", "property", "merchandise", "correspondence", "data", "food",
     "linen", "lunch", "breakfast", "dinner", "specimen", "evidence", "people", "children", "women",
     "men", "livestock", "luggage", "jewelry", "clothing", "produce", "cargo", "freight")
)  # fmt: skip
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
    "configuration": "configure", "administering": "administer", "launch": "launch",
    "redesign": "redesign", "purchase": "purchase", "translation": "translate",
    "restoration": "restore", "selection": "select", "allocation": "allocate",
    "compilation": "compile", "construction": "construct", "examination": "examine",
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
    more = text[spoken.end() :] if spoken else ""
    if spoken and spoken.group(1) not in _NO_OPENING and not _SPEAKS_ON.search(more):
        return _capital(text[spoken.end() :])
    opening = _OPENING.match(text)
    if not opening or text.rstrip().endswith((",", ";")):  # a wrapped line goes on elsewhere
        return text
    rest = text[opening.end() :]
    adverb = _ADVERB.match(rest)
    lead = adverb.group() if adverb else ""
    rest = rest[len(lead) :]
    tail = _TAIL.search(_masked(rest))
    cut = tail.start() if tail else len(rest)
    said, more = rest[:cut], rest[cut:]
    if _MEANS.match(more) and any(map(_opens_with_gerund, _COORDINATOR.split(more)[1:])):
        return text  # 'helping guests by answering, finding': the rest may be means or duties
    active = _from_gerunds(said, present) or (not lead and _from_noun(said, present))
    return _capital(lead + active + more) if active else text


def _masked(text: str) -> str:
    """The text with what stands in parentheses blanked, place for place."""
    return _PARENTHESIS.sub(lambda found: "(" + "_" * (len(found.group()) - 2) + ")", text)


def _from_gerunds(rest: str, present: bool) -> str | None:
    first = _WORD.match(rest)
    if not first or base_of_gerund(first.group()) in (None, "get", "be", "have", "go", "come"):
        return None
    parts, joints = _split(rest)
    finite = [_finite(part, present) for part in parts]
    objects = [_has_object(part) for part in parts]
    if len(parts) == 1:
        return finite[0] if objects[0] else None
    if None not in finite:
        if any(map(_acts_on_activity, parts)):
            return None
        shared = not any(objects[:-1]) and all(map(_is_bare, parts[:-1]))
        if shared and parts[-1].split()[1:2] == ["of"]:  # 'hiring and training of staff'
            finite[-1] = str(finite[-1]).replace(" of ", " ", 1)
        elif not all(objects) and not (shared and (objects[-1] or _is_bare(parts[-1]))):
            return None
        return _joined([str(part) for part in finite], joints)
    verbs = [part for part in parts if _opens_with_gerund(part)]
    things = [part for part in parts if not _opens_with_gerund(part)]
    if len(verbs) == 1:
        broad = first.group().lower() in _BROAD
        if objects[0] and (broad or not any(map(_is_action, things))):
            return _joined([str(finite[0]), *parts[1:]], joints)
        return None
    return _from_mixed(parts, joints, finite)


def _from_mixed(parts: list[str], joints: list[str], finite: list[str | None]) -> str | None:
    """Gerunds with several objects each: "opening and sorting bills and letters, filing them"."""
    for n, part in enumerate(parts):
        if finite[n] is None:
            words = part.split()
            if _is_action(part) or len(words) < 2 or words[0].lower().endswith("s"):
                return None
            continue
        shares = _is_bare(part) and n + 1 < len(parts) and finite[n + 1] is not None
        if _acts_on_activity(part) or not (
            _has_object(part) or (shares and _has_object(parts[n + 1]))
        ):
            return None
    return _joined([done or part for done, part in zip(finite, parts, strict=True)], joints)


def _split(rest: str) -> tuple[list[str], list[str]]:
    """The coordinated parts of a text outside parentheses, and what stands after each."""
    parts, joints, at = [], [], 0
    for joint in _COORDINATOR.finditer(_masked(rest)):
        parts.append(rest[at : joint.start()])
        joints.append(rest[joint.start() : joint.end()])
        at = joint.end()
    return [*parts, rest[at:]], [*joints, ""]


def _joined(parts: list[str], joints: list[str]) -> str:
    return "".join(f"{part}{joint}" for part, joint in zip(parts, joints, strict=True))


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
    plural = last.endswith("s") and not last.endswith(("ss", "ics", "us", "sales"))
    thing = plural or last in _THINGS or (len(head) > 1 and head[0] in _DETERMINERS)
    return not thing or any(word.endswith("ing") for word in head)


def _from_noun(rest: str, present: bool) -> str | None:
    phrase = _ACTION_NOUN.match(rest)
    if not phrase:
        return None
    nouns = [noun.lower() for noun in phrase.groups() if noun]
    verbs = [_NOUN_VERBS.get(noun) or base_of_gerund(noun) for noun in nouns]
    if None in verbs or nouns[0] not in _NOUN_VERBS:
        return None
    if any(map(_is_action, _split(rest[phrase.end() :])[0][1:])):
        return None
    forms = [verb if present else past(verb) for verb in verbs if verb]
    return " and ".join(forms) + " " + rest[phrase.end() :]


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
