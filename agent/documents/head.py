"""Who the person is: name, headline and contact lines, wherever a layout puts them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from agent.documents.heading_dates import cut_dates
from agent.documents.heading_lines import dated_edge
from agent.documents.lines import Line
from agent.documents.names import TITLE_OF_FILE, find_name, is_credential, split_name
from agent.documents.words import degree_weight, title_weight

_CONTACT = re.compile(
    r"[\w.+-]{1,64}@[\w-]+|https?://|www\.|\b(?:linkedin|github|xing|twitter|behance)\b"
    r"|\b[\w-]{2,40}\.(?:com|org|net|io|de|fr|es|nl|dev|me|co\.uk)\b"
    r"|(?<![\w.,])\(?\+?\(?\d[\d ()./-]{7,20}\d(?![\w%])"
    r"|(?i:\b(?:e-?mail|phone|tel|mobile|mobil|cell|fax|telefon|téléphone|teléfono|telefoon|móvil"
    r"|address|adresse|dirección|adres|anschrift|courriel|correo|portfolio|website) ?[:.|])"
)
_LABEL = re.compile(
    r"(?i)(?P<name>name|vor- und nachname|nom|nombre|naam|full name|candidate|nom et prénom"
    r"|nombre y apellidos|nombre completo|volledige naam)"
    r"|(?P<given>first name|given names?|forenames?|vorname|prénom|voornaam)"
    r"|(?P<family>last name|surname|family name|nachname|familienname|nom de famille|apellidos?"
    r"|achternaam)|address|adresse|anschrift"
    r"|adres"
    r"|dirección|phone|phone number|telephone|telefon|telefoon|téléphone|teléfono|mobile|mobil"
    r"|e-?mail"
    r"|courriel|correo electrónico|date of birth|born|geburtsdatum|geboren|geburtsort"
    r"|date de naissance"
    r"|fecha de nacimiento|geboortedatum|nationality|nationalität|staatsangehörigkeit|nationalité"
    r"|nacionalidad|nationaliteit|marital status|familienstand|situation familiale|estado civil"
    r"|burgerlijke staat|gender|geschlecht|sexe|sexo|geslacht|driving licen[cs]e|website|linkedin"
)
_PAIR = re.compile(r"\s*(?P<label>[^:\t|]{2,30}?)(?: ?: ?|\t+| {3,}|: )\s*(?P<value>\S.*)")
_PAGE_NUMBER = re.compile(
    r"(?i)(?:page|seite|página|pagina|pag\.|p\.)? ?\d{1,3}(?: ?(?:/|of|von|de|sur|van) ?\d{1,3})?"
)


class Head(NamedTuple):
    """What the lines above the first section say, and those that say something else."""

    name: str | None
    headline: str | None
    contacts: tuple[str, ...]
    rest: tuple[Line, ...]


def is_contact(text: str) -> bool:
    """Whether a line holds an address, a number or a link of the person."""
    return len(text) < 200 and _CONTACT.search(text) is not None


def is_page_number(text: str) -> bool:
    """Whether a header or footer line only counts pages."""
    return _PAGE_NUMBER.fullmatch(text.strip()) is not None


def read_head(lines: Sequence[Line]) -> Head:
    """Name, headline and contact lines of what stands above the first section.

    Args:
        lines: those lines; the first job may already be among them if a resume has no headings.
    """
    pairs, lines = take_labelled(lines)
    name, contacts = labelled_name(pairs)
    found = find_name(lines[: _first_entry(lines)]) if name is None else None
    titles: list[str] = []
    rest: list[Line] = []
    for at, line in enumerate(lines):
        text = line.text.strip()
        if rest:
            rest.append(line)
        elif found is not None and found.at <= at < found.at + found.rows:
            if at == found.at:
                name = found.line.name
                titles += [piece for piece in found.line.rest if _is_headline(piece)]
                contacts += [piece for piece in found.line.rest if not _is_headline(piece)]
        elif TITLE_OF_FILE.fullmatch(text):
            contacts.append(text)
        elif _heads_entry(lines, at):
            rest.append(line)
        elif line.listed or len(text) > 120 or (text.endswith(".") and len(text.split()) > 6):
            if is_contact(text) and not line.listed:
                contacts.append(text)
            else:
                rest.append(line)
        elif is_contact(text):
            title, text = _title_beside(text) if not titles else (None, text)
            titles += [title] if title else []
            contacts.append(text)
        elif is_credential(text) or (not any(map(title_weight, titles)) and title_weight(text) > 0):
            titles.append(text)
        elif len(text) <= 70:
            contacts.append(text)
        else:
            rest.append(line)
    return Head(name, " | ".join(titles) or None, tuple(contacts), tuple(rest))


def labelled_name(pairs: Sequence[tuple[str, str]]) -> tuple[str | None, list[str]]:
    """The name that labelled details give, whole or in two, and the other details as lines."""
    said: dict[str, str] = {}
    others: list[str] = []
    for label, value in pairs:
        match = _LABEL.fullmatch(label)
        part = match.lastgroup if match else None
        if part is None or part in said:
            others.append(f"{label}: {value}" if label else value)
            continue
        line = split_name(value)
        said[part] = line.name if line else value
        others += line.rest if line else ()
    whole = said.get("name") or " ".join(said[part] for part in ("given", "family") if part in said)
    return whole or None, others


def take_labelled(lines: Sequence[Line]) -> tuple[list[tuple[str, str]], list[Line]]:
    """Personal details set as a label and a value, side by side in a table, with a colon or a tab;
    and the other lines."""
    pairs: list[tuple[str, str]] = []
    rest: list[Line] = []
    at = 0
    while at < len(lines):
        line = lines[at]
        beside = lines[at + 1] if at + 1 < len(lines) else None
        said = _pairs_within(line.text)
        if said:
            pairs += said
        elif (
            beside is not None
            and line.cell is not None
            and beside.cell is not None
            and line.cell.rpartition("c")[0] == beside.cell.rpartition("c")[0]
            and _LABEL.fullmatch(line.text.strip(" :"))
        ):
            pairs.append((line.text.strip(" :"), beside.text.strip()))
            at += 1
        else:
            rest.append(line)
        at += 1
    return pairs, rest


def _pairs_within(text: str) -> list[tuple[str, str]]:
    """'Name: Jane Doe | Phone: 555 0134' -> label and value of each; a value may hold bars."""
    matches = [_PAIR.fullmatch(piece) for piece in (*re.split(r"\s*[|;]\s*", text), text)]
    pairs = [
        (m["label"], m["value"].strip()) for m in matches if m and _LABEL.fullmatch(m["label"])
    ]
    if len(pairs) == len(matches):
        return pairs[:-1] if len(pairs) > 1 else pairs
    whole = matches[-1]
    if whole is not None and _LABEL.fullmatch(whole["label"]):
        return [(whole["label"], whole["value"].strip())]
    return []


def _is_headline(piece: str) -> bool:
    """Whether what stands beside a name is letters after it, a title or a degree."""
    if is_contact(piece):
        return False
    return is_credential(piece) or title_weight(piece) > 0 or degree_weight(piece) >= 1.5


def _title_beside(text: str) -> tuple[str | None, str]:
    """'Event Planner · Savannah, GA · ana@example.org' -> the title, and the line without it."""
    pieces = re.split(r"(\s+[|•·]\s+|\t+)", text)
    first = pieces[0].strip()
    if len(pieces) < 3 or is_contact(first) or title_weight(first) < 1:
        return None, text
    return first, "".join(pieces[2:]).strip()


def _first_entry(lines: Sequence[Line]) -> int:
    """How many lines stand above the first job or list."""
    for at, line in enumerate(lines):
        if line.listed or _heads_entry(lines, at):
            return at
    return len(lines)


def _heads_entry(lines: Sequence[Line], at: int) -> bool:
    """Whether the first job starts here: a dated line, or the title right above one."""
    line = lines[at]
    if at > 0 and at + 1 < len(lines) and title_weight(line.text) and not is_contact(line.text):
        below = dated_edge(lines[at + 1].text)
        if below is not None and (below.start != below.end or below.current) and at >= 2:
            return True
    dates = dated_edge(line.text)
    if dates is None:
        return False
    _, words = cut_dates(line.text)
    return line.outline is not None or bool(title_weight(words)) or dates.start != dates.end
