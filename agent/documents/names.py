"""A person's name as resumes write it: with credentials, pronouns, a job title or a town beside it.

Nothing about a word says that it is a name. What tells is the form of the line, its place, its size
and, where there is one, the person's own e-mail address.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from agent.documents.lines import Line
from agent.documents.sections import section_kind
from agent.documents.words import employer_weight, is_place, is_rank, is_surely_place, occupation
from agent.language.text import fold

_FILE_TITLE = r"(?:curriculum vit(?:ae|æ)|curriculum|lebenslauf|r[ée]sum[ée]|cv|c\.v\.)"
_TITLED = re.compile(
    rf"(?i){_FILE_TITLE}(?:\s*[:|–—-]\s*|\s+(?:of|for|von|de|du|van|voor|der)\s+|\s+)(?P<after>.+)"
    rf"|(?P<before>.+?)(?:['’]s?\s+|\s*[:|,–—-]\s*|\s+){_FILE_TITLE}"
)
TITLE_OF_FILE = re.compile(rf"(?i){_FILE_TITLE}")
"""What a document calls itself: 'Curriculum Vitae'."""
_BETWEEN = re.compile(r"\s*[|•∙●◆■]+\s*|\s+[·/~»\\]+\s+|\t+| {3,}|\s+[-–—]+\s+|\s*[–—]\s*|:\s+")
_PRONOUNS = re.compile(
    r"(?i)[(\[]?\b(?:she|he|they|ze|xe|hen|sie|er|elle|il|ella|él)(?: ?/ ?[a-zé]{2,6}){1,2}\b[)\]]?"
)
_SUFFIX = re.compile(r"(?:Jr|Sr|JR|SR)\.?|II|III|IV|V")
_HONORIFIC = re.compile(r"(?i)(?:dr|prof|mr|mrs|ms|mx|herr|frau|mme|sra?|dipl|ing|med|rer|nat|phil)"
                        r"\.?(?:-[a-z]+\.?)?|\((?:fh|tu|univ\.?)\)")  # fmt: skip
_PARTICLES = frozenset(
    """
    de del della der den di da do dos das du des la le las los van von vom zu zum ter ten y
    e i bin ibn bint al el ben abu af av ap mac mc st
    """.split()  # noqa: SIM905
)
_CREDENTIALS = frozenset(
    """
    rn lpn lvn bsn msn adn dnp np fnp crna cna md do dds dmd od dvm dpm pharmd phd dphil edd
    jd llm llb mba mpa mph msw lcsw lmsw lpc lmft lmhc pmp cpa cfa cfp cma cia cisa cissp
    cism ea pe eit pg aia ra esq ba bs bsc ma ms msc mfa bfa beng meng bed med ceng acca aca
    frcs mrcp ots otr pt dpt slp ccc rd rdn rt emt phr sphr shrm csp crm ccrn cen ocn cmsrn
    cspo csm asq leed
    """.split()  # noqa: SIM905
)
_INITIAL = re.compile(r"(?:[^\W\d_]\.){1,3}|[^\W\d_]")
_WORD = re.compile(r"[^\W\d_][^\W\d_'’ʼ.-]*(?:['’ʼ-][^\W\d_]+)*")
_NICKNAME = re.compile(r"[\"“”'‘’(][^\W\d_]{2,12}[\"“”'‘’)]")
# Surnames that are also occupations.
_SURNAMES = frozenset(
    """
    cook baker carpenter mason porter ranger judge steward farmer gardener painter guard
    marshal sergeant driver chaplain page
    """.split()  # noqa: SIM905
)
_TEMPLATE = re.compile(r"[{\[«<%-]+[^{}\[\]«»<>]{0,30}name[^{}\[\]«»<>]{0,10}[}\]»>]+", re.I)
_SLUG = re.compile(
    r"([\w.+-]{3,64})@|(?:/in/|github\.com/|gitlab\.com/|xing\.com/profile/)([\w.-]+)"
)
_REACH = 12
"""How far down a head the name may stand."""
_ENOUGH = 1.0


class NameLine(NamedTuple):
    """A line that may be a person's name."""

    name: str
    rest: tuple[str, ...] = ()
    """What else the line says, piece by piece: credentials, a title, a town, a number."""


class Found(NamedTuple):
    """Where in the head the name stands."""

    at: int
    rows: int
    """2 for a name set on two lines."""
    line: NameLine


def split_name(text: str) -> NameLine | None:
    """A line's name and what stands beside it, if the line has the form of a name.

    Args:
        text: 'Jane Doe, RN BSN', 'JANE DOE | Oslo', 'Resume of Jane Doe', 'Doe, Jane'.
    """
    text = _close_up(text.strip())
    if _TEMPLATE.fullmatch(text):
        return NameLine(text)
    titled = _TITLED.fullmatch(text)
    if TITLE_OF_FILE.fullmatch(text):
        return None
    if titled:
        text = (titled["after"] or titled["before"]).strip()
    pieces = [piece.strip(" ,;") for piece in _BETWEEN.split(text)]
    pieces = [piece for piece in pieces if piece]
    if not pieces:
        return None
    if len(pieces) > 1 and all(_WORD.fullmatch(piece) for piece in pieces[:2]) and "   " in text:
        pieces[:2] = [" ".join(pieces[:2])]
    first, *rest = pieces
    pronouns = _PRONOUNS.search(first)
    if pronouns and pronouns.start() > 0:
        rest.insert(0, pronouns.group().strip("()[]"))
        first = f"{first[: pronouns.start()].rstrip(' ,')} {first[pronouns.end() :]}".strip()
    name, *after = [piece.strip() for piece in first.split(",") if piece.strip()] or [""]
    alone = len(name.split()) == 1
    if alone and after and is_surely_place(f"{name}, {', '.join(after)}"):
        return None
    if after and (_SUFFIX.fullmatch(after[0]) or (alone and _is_given_name(after[0]))):
        name = f"{name}, {after.pop(0)}"
    tokens = name.split()
    tokens, title = _cut_title(tokens)
    tokens, credentials = _cut_credentials(tokens)
    if not _has_form(tokens):
        return None
    beside = [" ".join(credentials), " ".join(title), *_joined_credentials(after), *rest]
    return NameLine(" ".join(tokens), tuple(piece for piece in beside if piece))


def find_name(lines: Sequence[Line]) -> Found | None:
    """The line of a head that is the person's name, or None.

    Args:
        lines: those above the first section and the first job.
    """
    slugs = address_words(line.text for line in lines)
    largest = _largest(lines)
    best: tuple[float, Found] | None = None
    for at, rows, text in _candidates(lines[:_REACH], slugs):
        said = split_name(text)
        if said is None or section_kind(said.name) is not None:
            continue
        line = lines[at]
        score = _likeness(said, slugs) - 0.3 * at
        score += 1.5 * (line.outline == 1 or line.size == largest)
        if score >= _ENOUGH and (best is None or score > best[0]):
            best = (score, Found(at, rows, said))
    return best[1] if best else None


def find_name_below(lines: Sequence[Line]) -> int | None:
    """Where the name stands in a document that begins with something else, such as a side column:
    the only line in the largest letters, or one that says what the e-mail address says."""
    largest = _largest(lines)
    count = sum(line.size == largest for line in lines)
    slugs = address_words(line.text for line in lines)
    for at, rows, text in _candidates(lines, slugs):
        line = lines[at]
        if line.listed or line.place in ("footer", "footnote") or len(text) > 80:
            continue
        said = split_name(text)
        if said is None or section_kind(text) is not None:
            continue
        likeness = _likeness(said, slugs)
        set_apart = line.size == largest and count == rows
        owner = names_owner(said.name, slugs) and len(said.name.split()) > 1
        if (owner and likeness >= 4) or (set_apart and likeness >= 2):
            return at
    return None


def address_words(texts: Iterable[str]) -> tuple[str, ...]:
    """What e-mail addresses and profile links call the person, in bare letters."""
    found = (match for text in texts for match in _SLUG.finditer(text))
    return tuple(_bare(match[1] or match[2]) for match in found)


def names_owner(name: str, slugs: Sequence[str]) -> bool:
    """Whether the words of a name stand in the person's own address."""
    words = [_bare(word) for word in re.findall(r"[^\W\d_]{3,}", name)]
    return any(word in slug for word in words for slug in slugs)


def is_credential(piece: str) -> bool:
    """Whether a piece beside a name is letters after it: 'RN BSN', 'Ph.D.', 'CPA'."""
    tokens = [token for token in re.split(r"[\s,/&]+", piece) if token]
    return bool(tokens) and all(_is_credential(token) for token in tokens)


def _candidates(lines: Sequence[Line], slugs: Sequence[str]) -> list[tuple[int, int, str]]:
    """(index, number of rows, text): single lines, and pairs of one word each, set alike."""
    largest = _largest(lines)
    found: list[tuple[int, int, str]] = []
    for at, line in enumerate(lines):
        found.append((at, 1, line.text))
        below = lines[at + 1] if at + 1 < len(lines) else None
        if below is None or (line.bold, line.caps, line.size) != (
            below.bold,
            below.caps,
            below.size,
        ):
            continue
        words = line.text.strip(), below.text.strip()
        if not all(_WORD.fullmatch(word) and not occupation(word) for word in words):
            continue
        if TITLE_OF_FILE.fullmatch(words[0]) or any(map(is_surely_place, words)):
            continue
        known = [names_owner(word, slugs) for word in words]
        if known[0] == known[1] or line.size == largest:
            found.append((at, 2, " ".join(words)))
    return found


def _largest(lines: Sequence[Line]) -> float:
    """The largest of several font sizes; 0 where there is one size or none is told."""
    sizes = {line.size for line in lines if line.size}
    return max(sizes) if len(sizes) > 1 else 0.0


def _likeness(said: NameLine, slugs: Sequence[str]) -> float:
    """How much a line that has the form of a name is one; `_ENOUGH` is needed."""
    words = [
        word
        for word in said.name.split()
        if not (_HONORIFIC.fullmatch(word) or _SUFFIX.fullmatch(word))
    ]
    score = 1.0 + (0.1 if len(words) == 1 else 1.5 if len(words) <= 4 else 0.5)
    score += 3.0 * names_owner(said.name, slugs)
    score += 1.0 * any(is_credential(p) or _PRONOUNS.fullmatch(p) for p in said.rest)
    jobs = [word for word in words if occupation(word) >= 1]
    if jobs == words[-1:] and words[-1].lower() in _SURNAMES and len(words) == 2:
        score -= 0.7
    else:
        score -= 2.0 * len(jobs)
    score -= 2.0 * any(is_rank(word) for word in words)
    score -= 0.5 * (occupation(words[-1]) == 0.7) if words else 0
    score -= 2.0 * (employer_weight(said.name) > 0)
    if is_place(said.name):
        score -= 3.0 if is_surely_place(said.name) and not _is_given_name(said.name) else 1.0
    return score


def _has_form(tokens: Sequence[str]) -> bool:
    """Whether words could be a name: each with a capital or an initial, particles in small
    letters between; or two or three words all in small letters."""
    words = [token.strip(",") for token in tokens]
    if not 1 <= len(words) <= 7:
        return False
    low = all(word.islower() for word in words)
    if low and (len(words) not in (2, 3) or not all(_WORD.fullmatch(word) for word in words)):
        return False
    full = 0
    for word in words:
        if word.lower() in _PARTICLES and len(words) > 2:
            continue
        if _INITIAL.fullmatch(word) or _HONORIFIC.fullmatch(word) or _SUFFIX.fullmatch(word):
            continue
        if _NICKNAME.fullmatch(word):
            continue
        if not _WORD.fullmatch(word) or (word[0].islower() and not low):
            return False
        full += 1
    return full > 0


def _is_given_name(text: str) -> bool:
    """Whether what stands after 'Doe,' is the given name and no credential, title or place."""
    words = text.split()
    return (
        len(words) <= 3
        and all(_WORD.fullmatch(word) or _INITIAL.fullmatch(word) for word in words)
        and words[0][0].isupper()
        and not is_credential(text)
        and not any(occupation(word) for word in words)
        and not is_surely_place(text)
    )


def _cut_title(tokens: list[str]) -> tuple[list[str], list[str]]:
    """'Jane Doe Senior Accountant' -> the name and the title, where words tell."""
    for at in range(2, len(tokens) - 1):
        if is_rank(tokens[at]) or occupation(tokens[at]) >= 1:
            return tokens[:at], tokens[at:]
    if len(tokens) == 4 and occupation(tokens[-1]) >= 1 and tokens[1].lower() not in _PARTICLES:
        return tokens[:2], tokens[2:]
    return tokens, []


def _cut_credentials(tokens: list[str]) -> tuple[list[str], list[str]]:
    """'Jane Doe RN BSN' -> the name and the letters after it."""
    capitals = all(token.isupper() for token in tokens)
    stop = len(tokens)
    while stop > 2 and (
        _is_known_credential(tokens[stop - 1])
        or (not capitals and _is_credential(tokens[stop - 1]) and not tokens[stop - 1].islower())
    ):
        stop -= 1
    return tokens[:stop], tokens[stop:]


def _joined_credentials(pieces: Sequence[str]) -> list[str]:
    """['RN', 'BSN', 'Oslo'] -> ['RN, BSN', 'Oslo']."""
    letters = [piece for piece in pieces if is_credential(piece)]
    others = [piece for piece in pieces if not is_credential(piece)]
    place = ", ".join(others)
    return [", ".join(letters), *([place] if is_place(place) else others)]


def _is_credential(token: str) -> bool:
    plain = token.strip(".,®™()")
    if _is_known_credential(token) or re.fullmatch(r"(?:[A-Z][a-z]?[a-z]?\.){2,4}", token):
        return True
    if _SUFFIX.fullmatch(plain) or len(plain) > 7:
        return False
    return re.fullmatch(r"[A-Z]{2,6}(?:-[A-Z]{1,4})?|(?:[A-Z][a-z]?){2,3}", plain) is not None


def _is_known_credential(token: str) -> bool:
    plain = re.sub(r"[.®™(),]", "", token)
    return plain.split("-")[0].lower() in _CREDENTIALS and (plain != plain.capitalize())


def _bare(word: str) -> str:
    """Small letters without accents, as addresses have them."""
    return "".join(c for c in unicodedata.normalize("NFKD", word.lower()) if c.isalnum())


def _close_up(text: str) -> str:
    """'J A N E   D O E' -> 'JANE DOE'."""
    text = fold(text).replace("\x00", "") if len(fold(text)) == len(text) else text
    if re.fullmatch(r"\w(?: \w){2,}(?: {2,}\w(?: \w)+)*", text):
        return " ".join("".join(word.split()) for word in re.split(r" {2,}", text))
    return text
