"""What a heading of a posting announces, in English, German, French, Spanish and Dutch.

A heading is recognised by its shape (short, no full stop, title case, capitals or a colon) and
sorted by the words that announce a kind of section in any trade. A heading of unknown meaning is
still a heading: what stands under it is sorted line by line.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from agent.language import grammar
from agent.language.grammar import starts_with_verb, word_set
from agent.language.text import fold
from agent.posting.heading_cues import KINDS, Announces
from agent.posting.text import BULLET, NUMBERED, sentences

_TALKING = re.compile(
    r"(?:what|who|why|how|where|things|about|you|your|we|our|nice|bonus|in this|to be|"
    r"to apply|a day|the ideal|"
    r"was|das|wer|wir|dein|deine|ihr|ihre|sie|du|so|ce que|vous|vos|votre|nous|notre|qui|le|la|les|"
    r"qué|que|tu|tus|lo|wat|wie|jij|jouw|dit|wij|ons|onze|je)\b"
)
_LABEL_VALUE = re.compile(r"^[^:]{2,40}:\s+\S")


# 'Proficient with MS Office' asks; 'Experience Required' announces.
_DEMANDING = re.compile(
    r"(?:knowledgeable|proficien\w+|experienced?|familiar\w*|ability|able|skilled|expertise|"
    r"understanding|knowledge|fluen\w+|certified|licensed|competen\w+)\s+(?:to|in|with|of|as|on|"
    r"using)\b",
    re.I,
)


def _does(bare: str) -> bool:
    """'Participates in Store & Department Meetings' is a duty in title case."""
    words = bare.lower().split()
    return (
        len(words) >= 4
        and grammar.verb_form(words[0]) == "s"
        and not any(base in grammar.NOUNISH for base in grammar.without_s(words[0]))
    )


@lru_cache(maxsize=4096)
def announces(line: str) -> Announces | None:
    """What the heading `line` announces; None if `line` is not a heading.

    Args:
        line: one clean line, glyphs allowed.
    """
    words = line.strip("#*=_~ \t")
    if words.startswith("(") and words.endswith((")", "):")):
        words = words.replace(")", "").strip("(")
    bare = words.rstrip(": ?!.–—-").strip()
    if (
        not bare
        or len(bare) > 100
        or len(bare.split()) > (14 if words.endswith(":") else 11)
        or bare.startswith(("http", "www"))
    ):
        return None
    if NUMBERED.match(line) and not line.endswith(":"):
        return None
    if re.match(
        r"(?:must|be|able|should|please|may|can)\b(?! ?-?haves?$)", bare, re.I
    ) and not words.endswith(":"):
        return None
    if not words.endswith(":") and (_DEMANDING.match(bare) or _does(bare)):
        return None
    bulleted = bool(BULLET.match(line)) and not line.startswith("**")
    if bulleted and not words.endswith(":"):
        return None
    colon = words.endswith((":", "："))
    folded = fold(bare).lower()
    if not colon and (words.endswith((".", ",", ";")) or "@" in bare or _LABEL_VALUE.match(words)):
        return None
    if colon or _looks_titled(bare) or (len(bare.split()) <= 8 and _TALKING.match(folded)):
        kind = _kind(folded)
        if kind is None:
            if words.endswith(("?", "!")) and not colon:
                return None
            return (
                "unknown"
                if (colon and len(bare.split()) <= 6) or (bare.isupper() and len(bare) > 3)
                else None
            )
        if bulleted and kind in ("must", "responsibility") and len(bare.split()) > 4:
            return None
        return kind
    if len(bare.split()) <= 6 and KINDS[0][1].search(folded):
        return "other_jobs"
    if _NOUN_HEADING.match(bare) and not starts_with_verb(folded.split()):
        return _kind(folded)
    return _exact(folded)


def announces_list(line: str) -> Announces | None:
    """What a short line right above a list announces, whatever its capitals: 'Must haves'."""
    bare = line.strip("#*=_~ \t¿").rstrip(": ?!.–—-").strip()
    if (
        BULLET.match(line)
        or line.endswith((".", ",", ";", "!"))
        or not 1 <= len(bare.split()) <= 8
        or not bare[:1].isupper()
        or any(char.isdigit() or char in "@$€£|:" for char in bare)
        or _DEMANDING.match(bare)
    ):
        return None
    return _kind(fold(bare).lower())


# 'Necessary prerequisites - skills': in small letters, but plainly a heading.
_NOUN_HEADING = re.compile(
    r"[A-Z](?:[\w'’&,/-]+ ){0,4}(?:requirements|qualifications|prerequisites|"
    r"responsibilities|duties|benefits|perks)(?: [-–] \w+)?$"
)
_SHORT_HEADING = re.compile(
    r"(?:job |key |main |essential |minimum |basic |general |other |additional )?"
    r"(?:requirements?|qualifications?|responsibilit(?:y|ies)|duties|skills?|benefits|"
    r"about us|description|summary|overview|experience|education)"
    r"(?: (?:and|&) (?:requirements?|qualifications?|responsibilities|duties|skills?|"
    r"abilities|experience|education))?|"
    r"(?:vos |les |tes |principales )?(?:missions|responsabilités|tâches|activités)"
    r"(?: principales)?|"
    r"(?:profil|compétences|expérience) (?:recherchée?s?|requise?s?|attendue?s?)|"
    r"(?:principales )?(?:funciones|tareas|requisitos|responsabilidades)(?: principales| mínimos)?|"
    r"(?:deine |ihre |die )?(?:aufgaben|anforderungen|qualifikationen?|tätigkeiten)|"
    r"(?:jouw |de )?(?:taken|functie-?eisen|werkzaamheden|verantwoordelijkheden)"
)


def _exact(folded: str) -> Announces | None:
    return _kind(folded) if _SHORT_HEADING.fullmatch(folded) else None


_OPENINGS: tuple[tuple[re.Pattern[str], Announces], ...] = (
    (re.compile(r"responsible for\b|you(?:'ll| will) be responsible\b"), "responsibility"),
)


def _kind(folded: str) -> Announces | None:
    for opening, kind in _OPENINGS:
        if opening.match(folded):
            return kind
    for kind, words in KINDS:
        if words.search(folded):
            return kind
    return None


_SMALL = word_set(
    "a an and or the of for to in on at with by as from & / und oder der die das et ou de la le "
    "les du y o e en el los van het - –"
)


def _looks_titled(bare: str) -> bool:
    """Title case or capitals: every word that carries meaning starts with a capital."""
    if bare.isupper():
        return True
    strong = [word for word in bare.split() if word.lower() not in _SMALL and word[:1].isalpha()]
    return (
        bool(strong)
        and strong[0][:1].isupper()
        and sum(w[:1].isupper() for w in strong) >= 0.75 * len(strong)
        and (len(strong) > 1 or all(word[:1].isupper() for word in bare.split()))
    )


_MIDLINE = re.compile(
    r"(?:(?<=^)|(?<=\s))((?:[A-ZÀ-Þ][\w'’&/()-]*|and/or|and|&|of|to|the|you|your|we|will|have|"
    r"include|but|not|limited|und|et|y|en|de)(?:\s+(?:[A-ZÀ-Þ][\w'’&/()-]*|and/or|and|&|of|to|the|"
    r"you|your|we|will|have|are|do|include|but|not|limited|for|us|und|et|y|en|de|la|les|bring|"
    r"need|looking|for|offer|apply)){0,7})\s?:(?=\s|$)"
)
_RUN_ON = re.compile(
    r"(?<=[.!?)\w])\s+((?:Your|Our|Key|Main|Job|Position|Role|Minimum|Preferred|Required|"
    r"Essential|Desired|Basic|Additional|Company|About|Who|What|Nice|Technical|Physical|"
    r"Working)(?: (?:[A-Z][a-z'’]+|to have|you|we|to|and|&|are|do|offer|need|bring|"
    r"for)){1,4}?)\s+(?=[A-Z0-9*])"
)
# 'Remove rust from metal SKILLS Ability to read drawings'.
_SHOUTED = re.compile(
    r"(?:(?<=\s)|^)([A-Z]{5,}(?:(?:[ ,/]+| & )(?:AND |OF )?[A-Z]{3,}){0,4})(?:\s?:)?(?=\s|$)"
)
_SECTIONS = ("must", "preferred", "responsibility", "benefits", "pitch", "conditions")
_STARTS_INSIDE = re.compile(r"\b(?:the|a|an|of|and|or|our|your|in|to|for|with|its|as|at|by)$", re.I)


# 'Company: Hollowbrook Health' is a detail with its value, not a section.
_LABELLED = re.compile(
    r"^(?:company|employer|organi[sz]ation|agency|department|division|team|client|school|firma|"
    r"unternehmen|arbeitgeber|entreprise|société|empresa|bedrijf|werkgever)(?: name)?\s?:\s+"
    r"(?!we\b|our\b|the\b)(?:[^\s.:?!]+\.?\s*){1,8}$",
    re.I,
)


def split_headings(line: str) -> list[str]:
    """Break a line that runs a heading into the text around it.

    'Pay weekly. Qualifications: Three years' becomes 'Pay weekly.', 'Qualifications:',
    'Three years'. Only headings of known meaning break a line.
    """
    if ":" not in line and "?" not in line and len(line) < 160 and not _SHOUTED.search(line):
        return [line]
    if _LABELLED.match(line):
        return [line]
    cuts = {0, len(line)}
    lead = BULLET.match(line)
    offset = lead.end() if lead else 0
    for found in _MIDLINE.finditer(line, offset):
        start = _heading_start(line, found.start(1), found.end(1))
        if (
            start is not None
            and announces(line[start : found.end()]) == "benefits"
            and line[found.end() :].strip()
        ):
            # 'Compensation: 60k' is a detail, not the start of a section.
            continue
        if start is None or (lead and start == offset):
            continue
        cuts.update((start, found.end()))
    if len(line) > 160:
        for found in _RUN_ON.finditer(line):
            if announces(found.group(1)) not in (
                None,
                "unknown",
                "conditions",
                "notes",
            ) and not _STARTS_INSIDE.search(line[: found.start()]):
                cuts.update((found.start(1), found.end(1)))
    if not line.isupper():
        for found in _SHOUTED.finditer(line, offset):
            if announces(found.group(1) + ":") in _SECTIONS and found.group(1) != line[offset:]:
                cuts.update((found.start(1), found.end()))
    last = max((a for a, _ in sentences(line)), default=0)
    if (
        last > offset + 30
        and line.endswith("?")
        and announces(line[last:]) not in (None, "unknown")
    ):
        cuts.add(last)
    marks = sorted(cuts)
    pieces = [line[a:b].strip() for a, b in pairwise(marks)]
    return [piece for piece in pieces if any(char.isalnum() for char in piece)]


def _heading_start(line: str, start: int, end: int) -> int | None:
    """Where the known heading that ends at `end` begins: the shortest tail that is at a sentence
    start, else the whole run."""
    text = line[start:end]
    words = [start + m.start() for m in re.finditer(r"\S+", text)]
    for begin in words[:6]:
        before = line[:begin].rstrip()
        candidate = line[begin:end]
        if not candidate[:1].isupper() or len(candidate) > 60:
            continue
        kind = announces(candidate + ":")
        if kind in (None, "unknown", "container"):
            continue
        strong = kind in ("must", "preferred", "responsibility", "benefits", "pitch") and (
            len(candidate.split()) >= 2 or not line[end:].strip(" :")
        )
        if (
            not before
            or before.endswith((".", "!", "?", ":", ";", ")"))
            or len(before) > 40
            or strong
        ):
            # Metadata such as 'Salary: $20' stays one line.
            if kind in ("conditions", "apply") and not before:
                return None
            return begin
    return None
