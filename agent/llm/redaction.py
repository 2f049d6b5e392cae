"""What identifies a person never leaves: masked before sending, restored after.

Contact lines are not sent at all. This module catches what stands inside other lines: the person's
name and its parts, other people's where they are introduced as such, e-mail addresses, links, phone
numbers, street addresses and postal codes, birth dates; employers on request. It masks too much
rather than too little: a mask costs the model a detail, a leak can't be taken back.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

MASK = re.compile(r"\[[A-Z]{3,8}_\d+\]")
"""A mask as the model sees it."""
_DOT = r"(?:\.| \. ?|\(dot\)|\[dot\]| dot )"
_EMAIL = re.compile(
    rf"[\w+%'-]{{1,64}}(?:{_DOT}[\w+%'-]{{1,64}}){{0,4}}\.?"
    rf"(?:\s?(?:@|\(at\)|\[at\])\s?[\w-]{{1,63}}(?:{_DOT}[\w-]{{1,63}}){{1,4}}"
    r"| at [\w-]{1,63}(?:(?:\(dot\)|\[dot\]| dot )[\w-]{1,63}){1,4})",
    re.I,
)
_LINK = re.compile(
    r"(?:https?://|ftp://|www\.)[^\s<>\"']{1,300}"
    r"|\b(?:[a-z0-9-]{1,63}\.){1,3}[a-z]{2,12}/[^\s<>\"',;]{1,300}"
    r"|\b(?:linkedin|github|gitlab|xing|facebook|instagram|twitter|skype|behance|dribbble|medium)"
    r"(?:\.com|\.io|\.net)?\s?[:/@]\s?[\w./@-]{2,80}"
    r"|(?<![\w@.])@[a-z0-9_]{3,30}\b"
    r"|\b[a-z0-9-]{2,63}\.(?:me|dev|info|online|website|page)\b"
    r"|(?<![\w/])in/[\w-]{5,80}",
    re.I,
)
_BIRTH = re.compile(
    r"\b(?:date of birth|birth ?date|d\.?o\.?b\.?|born(?: on)?|geburtsdatum|geboren(?: am| op)?|geb"
    r"\.(?: am)?|né(?:e|\(e\))? le|date de naissance|fecha de nacimiento|nacid[oa](?: el)?"
    r"|geboortedatum)\W{0,3}(?:in [\w ]{1,30},? )?[^\n;|]{0,6}\d[\w./, -]{3,20}",
    re.I,
)
_STREET = re.compile(
    r"\b\d{1,5}[a-z]?,? (?:[\w.'’-]{1,25} ){1,4}?(?:street|st|avenue|ave|road|rd|lane|ln|drive|dr"
    r"|boulevard|blvd|court|ct|way|terrace|square|parkway|pkwy|highway|hwy|close|crescent)\b\.?"
    r"(?:,? (?:apt|apartment|suite|unit|#)\.? ?\w{1,6})?"
    r"|\b[\wäöüß.-]{2,30}(?:straße|strasse|str\.|weg|allee|gasse|platz|straat|laan|gracht"
    r"|kade|plein)"
    r" \d{1,4} ?[a-z]?\b(?:,? \d{4,5}(?: [A-Z]{2})? [\w-]{2,30})?"
    r"|\b\d{1,4}(?: ?bis| ?ter)?,? (?:rue|avenue|boulevard|chemin|allée|impasse|quai|place)"
    r" [^\n,;|]{2,40}"
    r"|\b(?:calle|c/|avenida|avda\.?|paseo|plaza) [^\n,;|\d]{2,40},? ?(?:n[º°.] ?)?\d{1,4}\b"
    r"|\bp\.? ?o\.? box \d{1,6}\b",
    re.I,
)
_POSTCODE = re.compile(
    r"\b[A-Z]{2},? \d{5}(?:-\d{4})?\b"
    r"|\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b"
    r"|\b[A-Z]\d[A-Z] ?\d[A-Z]\d\b"
    r"|\b\d{4} [A-Z]{2}\b(?=,| [A-Z][a-z])"
)
_DIGITS = re.compile(
    r"(?<![\w.,€$£])(?:\+|00|\()?\d(?:[ ().\-/\u2010-\u2015\u00a0]{0,3}\d){5,15}(?![\w%€$£]|[.,]\d)"
)
_DIGIT_WORD = (
    "(?:zero|oh?|one|two|three|four|five|six|seven|eight|nine|double|triple|null|eins|zwei|zwo|drei"
    "|vier|fünf|sechs|sieben|acht|neun|zéro|un|deux|trois|quatre|cinq|sept|huit|neuf|cero|uno|dos"
    "|tres|cuatro|cinco|seis|siete|ocho|nueve)"
)
_SPOKEN = re.compile(rf"\b{_DIGIT_WORD}(?:[\s,.–-]{{1,3}}{_DIGIT_WORD}){{6,20}}\b", re.I)
_IDENTITY = re.compile(
    r"\b(?:passport|ssn|social security|national insurance|tax id|personnummer|steuer-?id|dni|nie)"
    r"(?: (?:no|nr|number)\b\.?)?\W{0,3}(?=[\w-]{0,12}\d)[a-z0-9-]{5,20}",
    re.I,
)
_YEARS = re.compile(r"(?:\d{1,2}[./]){0,2}(?:19|20)\d\d\W{1,3}(?:\d{1,2}[./]){0,2}(?:19|20)\d\d")
_CAPITAL = r"(?:[^\W\d_a-z][\w'’-]{1,30}|[A-Z]\.)"
_FULL_NAME = (
    rf"{_CAPITAL}(?:[ \u00a0](?:(?:de|del|der|van|von|la|di|da|bin|al) ){{0,2}}{_CAPITAL}){{1,3}}"
)
_INTRODUCED = re.compile(
    r"\b(?i:(?:(?:full )?name|contact(?: person)?|referees?|references?|nom|nombre|naam|signed"
    r"|sincerely)\s?[:,\t–-]|i am|my name is|(?:resume|cv|curriculum vitae) of|lebenslauf von"
    rf"|ich bin|je suis|me llamo)\s{{0,2}}(?P<name>{_FULL_NAME})"
)
_TITLED = re.compile(
    r"\b(?:Mr|Mrs|Ms|Mx|Dr|Prof|Herr|Frau|Mme|Señora?)\b\.?[ \u00a0]"
    r"(?!(?:Office|Excel|Word|Access|Project|Outlook|PowerPoint|Teams|SQL|Dynamics|Visio)\b)"
    rf"(?P<name>{_CAPITAL}(?:[ \u00a0]{_CAPITAL}){{0,2}})"
)
_NAME_BEFORE = re.compile(rf"(?<![\w'’-])(?P<name>{_FULL_NAME})[\s,;:|·(–-]{{1,4}}$")
_NAME_AFTER = re.compile(rf"[\s,;:|·()–-]{{1,4}}(?P<name>{_FULL_NAME})(?![\w'’-])")
_NEAR = 80
"""Characters beside an e-mail address or a phone number in which its owner's name may stand."""
_SLUG = re.compile(r"([\w.+-]{3,64})@|(?:/in/|github\.com/|gitlab\.com/)([\w.-]{3,64})", re.I)
_NO_NAME = frozenset({
    "info", "mail", "email", "contact", "hello", "office", "jobs", "job", "work", "resume", "home",
    "admin", "the", "official", "career", "careers", "team", "support",
})  # fmt: skip
_LEGAL_FORM = re.compile(
    r",?\s(?:co|company|inc|incorporated|llc|ltd|limited|plc|corp|corporation|gmbh|ag|kg|se|sa|sarl|bv"
    r"|oy|ab|as|aps|spa|srl)\.?$",
    re.I,
)
_CONTACT_SPLIT = re.compile(r"\s*[|·•;\t\n]\s*|,\s+|\s{2,}")
_LABEL = re.compile(
    r"^(?:e-?mail|phone|tel(?:efon|ephone|éfono)?|mobile?|cell|handy|address|adresse|dirección|adres"
    r"|linkedin|github|web(?:site)?|location|birth ?date|born|geboren)\s*[.:]+\s*",
    re.I,
)
_ENDING = "(?:e?s'?)?"
_MOST_WORDS = 12
"""Words of names and contact lines whose pairs are looked for."""
_PARTICLES = frozenset({
    "de", "del", "der", "den", "di", "da", "du", "la", "le", "van", "von", "zu", "bin", "al",
    "el", "dos", "das", "ter", "ten", "mr", "mrs", "ms", "dr", "prof", "jr", "sr", "ii", "iii",
    "rn", "md", "phd", "mba", "cpa", "pe", "msn", "bsn",
})  # fmt: skip


class Redacted(NamedTuple):
    """Texts with masks in them, and what each mask stands for."""

    texts: tuple[str, ...]
    masks: dict[str, str]
    """'[NAME_1]' -> the words it hides, as written."""


class _Detector(NamedTuple):
    kind: str
    pattern: re.Pattern[str]
    needs: re.Pattern[str] | None = None
    """What any match has in it, sought first: most lines have no '@' and no digit."""


_DIGIT = re.compile(r"\d")
_DETECTORS = (
    # What already looks like a mask is masked itself, so that restoring can't be tricked.
    _Detector("TEXT", MASK),
    _Detector("EMAIL", _EMAIL, re.compile(r"@|at[)\]]|dot", re.I)),
    _Detector("LINK", _LINK, re.compile(r"[/@:]|\.\S")),
    _Detector("BIRTH", _BIRTH, _DIGIT),
    _Detector("ADDRESS", _STREET, _DIGIT),
    _Detector("POSTCODE", _POSTCODE, _DIGIT),
    _Detector("PHONE", _DIGITS, _DIGIT),
    _Detector("PHONE", _SPOKEN),
    _Detector("IDENTITY", _IDENTITY, _DIGIT),
    _Detector("NAME", _INTRODUCED),
    _Detector("NAME", _TITLED),
)


def redact(
    texts: Iterable[str], *, personal: Iterable[str] = (), employers: Iterable[str] = ()
) -> Redacted:
    """Mask what identifies a person in texts that are about to be sent together.

    Args:
        texts: lines of one call; a thing that stands in several gets the same mask.
        personal: the person's name and contact lines.
        employers: employers to hide too; none by default.

    Returns:
        The texts in order, and the masks for `restore`.
    """
    known = _known(personal, employers)
    mask_of: dict[str, str] = {}
    done = []
    for text in texts:
        parts, end = [], 0
        for start, stop, kind in _found(text, known):
            words = text[start:stop]
            if words not in mask_of:
                number = sum(mask.startswith(f"[{kind}_") for mask in mask_of.values()) + 1
                mask_of[words] = f"[{kind}_{number}]"
            parts += [text[end:start], mask_of[words]]
            end = stop
        done.append("".join(parts) + text[end:])
    return Redacted(tuple(done), {mask: words for words, mask in mask_of.items()})


def restore(text: str, masks: Mapping[str, str]) -> str:
    """`text` with its masks turned back; a mask that was never given out stays as it is."""
    return MASK.sub(lambda found: masks.get(found.group(), found.group()), text)


def _found(text: str, known: Sequence[_Detector]) -> list[tuple[int, int, str]]:
    """Stretches to mask, in order; those that overlap become one, named after the longest."""
    found = [
        (*match.span("name" if "name" in pattern.groupindex else 0), kind)
        for said, detectors in ((_plain(text), known), (text, _DETECTORS))
        for kind, pattern, needs in detectors
        if needs is None or needs.search(said)
        for match in pattern.finditer(said)
        if pattern is not _DIGITS or _may_be_phone(match.group())
    ]
    hits = sorted((*found, *_owners(text, found)))
    merged: list[tuple[int, int, str]] = []
    longest = 0
    for start, stop, kind in hits:
        if merged and start < merged[-1][1]:
            first, last, named = merged[-1]
            merged[-1] = (first, max(last, stop), kind if stop - start > longest else named)
            longest = max(longest, stop - start)
        else:
            merged.append((start, stop, kind))
            longest = stop - start
    return merged


def _owners(text: str, found: Iterable[tuple[int, int, str]]) -> Iterator[tuple[int, int, str]]:
    """Names right before or after an e-mail address or a phone number."""
    for start, stop, kind in found:
        if kind in ("EMAIL", "PHONE"):
            near = max(0, start - _NEAR)
            if before := _NAME_BEFORE.search(text[near:start]):
                yield near + before.start("name"), near + before.end("name"), "NAME"
            if after := _NAME_AFTER.match(text[stop : stop + _NEAR]):
                yield stop + after.start("name"), stop + after.end("name"), "NAME"


def _may_be_phone(digits: str) -> bool:
    """Whether a run of digits could be a phone or identity number rather than years or amounts."""
    if _YEARS.fullmatch(digits.strip()):
        return False
    count = sum(char.isdigit() for char in digits)
    if digits[0] in "+(" or digits.startswith("0"):
        return count >= 6
    grouped = re.split(r"[^\d]+", digits)
    return count >= 9 or [len(group) for group in grouped] == [3, 4]


def _known(personal: Iterable[str], employers: Iterable[str]) -> list[_Detector]:
    """A detector for the words of the name and of each piece of the contact lines, longest first.

    A single word is sought with a capital only: 'Will' may be a name where 'will' is a verb.
    """
    lines = tuple(personal)
    pieces = {piece for line in lines for piece in _pieces(line)}
    words = {
        word.strip(".,()'\"’")
        for piece in pieces
        if not any(char.isdigit() or char in "@/:" for char in piece)
        for word in re.split(r"[\s-]+", piece)
    }
    slugs = {word for line in lines for word in _slug_words(line)}
    names = {word for word in words | slugs if len(word) > 1 and word.lower() not in _PARTICLES}
    full = tuple(employers)
    firm = {name for name in (*full, *(_LEGAL_FORM.sub("", name) for name in full)) if name[1:]}
    own = {*re.findall(r"[^\W\d_]+", " ".join(lines[:1])), *slugs}
    found = [*_together(names & own, lines[:1])]
    if wanted := sorted({piece for piece in pieces if len(piece) > 3}, key=len, reverse=True):
        found.append(_Detector("NAME", _any_of(wanted, re.IGNORECASE)))
    if forms := {form for name in names for form in (name, name.upper(), name.capitalize())}:
        capital = sorted((form for form in forms if form[0].isupper()), key=len, reverse=True)
        if capital:
            one = _any_of(capital, 0, ending=_ENDING)
            found.append(_Detector("NAME", one))
            found.append(_Detector("NAME", _beside(one)))
    if firm:
        found.append(_Detector("EMPLOYER", _any_of(sorted(firm, key=len, reverse=True), re.I)))
    return found


def _slug_words(line: str) -> set[str]:
    """Words of an e-mail address or a profile's link: 'jo.berg7@mail.example' names Jo Berg, also
    where the resume's name was not found."""
    slugs = (mailbox or profile for mailbox, profile in _SLUG.findall(line))
    words = {word for slug in slugs for word in re.split(r"[\W\d_]+", slug)}
    return {word for word in words if len(word) > 2 and word.lower() not in _NO_NAME}


def _pieces(line: str) -> set[str]:
    """The parts of a name or contact line without labels: 'E-mail: a@b.c | Oslo' has two."""
    parts = {_LABEL.sub("", part).strip(" .,:;") for part in _CONTACT_SPLIT.split(line)}
    return {part for part in (*parts, line.strip()) if len(part) > 1}


def _any_of(words: Iterable[str], flags: int, *, ending: str = "") -> re.Pattern[str]:
    spaced = (r"\s+".join(map(re.escape, _plain(word).split())) for word in words)
    return re.compile(rf"(?<!\w)(?:{'|'.join(spaced)}){ending}(?!\w)", flags)


def _beside(name: re.Pattern[str]) -> re.Pattern[str]:
    """A name with what stands beside it and is the person's too: initials, a nickname in quotes."""
    initials = r"(?:[^\W\d_a-z]\.?[ -]?){1,3}"
    nickname = r"[\"'“”‘’(][^\W\d_][\w.'-]{1,20}[\"'“”‘’)] ?"
    one = name.pattern
    return re.compile(
        rf"\b{initials}{one}|{nickname}{one}|{one},? {nickname}|{one},? (?:[^\W\d_a-z]\. ?){{1,3}}"
    )


def _together(names: Iterable[str], full: Iterable[str]) -> Iterator[_Detector]:
    """The person's names run together or written small, as handles and addresses have them
    ('janedoe99', 'jane_doe', 'jdoe', 'JaneDoe.com'), and the name's dotted initials ('J.D.')."""
    words = sorted({re.escape(_plain(name).lower()) for name in names if len(name) > 2})
    pairs = [f"{a}[\\W_\\d]{{0,3}}{b}" for a in words for b in words if a != b]
    if pairs and len(words) <= _MOST_WORDS:
        pairs += [f"(?<![^\\W_]){word[0]}[._-]?{b}" for word in words for b in words if len(b) > 3]
        joined = "|".join(sorted(set(pairs), key=len, reverse=True))
        handle = rf"(?<![^\W_])[\w.-]{{0,12}}?(?:{joined})[\w#]{{0,12}}(?:\.[a-z]{{2,6}}\b)?"
        yield _Detector("NAME", re.compile(handle, re.I))
    for name in full:
        letters = [word[0].upper() for word in _plain(name).split() if word[0].isalpha()]
        if 2 <= len(letters) <= 5:
            dotted = r"\. ?".join(map(re.escape, letters))
            ends = rf"{letters[0]}\. ?{letters[-1]}"
            yield _Detector("NAME", re.compile(rf"(?<!\w)(?:{dotted}|{ends})\.?(?!\w)"))


@lru_cache(maxsize=4096)
def _plain(text: str) -> str:
    """`text` without accents and disguises of letters, each character in its place: a person called
    José is also Jose."""
    if text.isascii():
        return text
    return "".join(unicodedata.normalize("NFKD", char)[0] for char in text)
