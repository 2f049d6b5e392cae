"""Who the person is: name, headline and contact lines, wherever a layout puts them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from agent.documents.entries import dated_edge
from agent.documents.headings import cut_dates
from agent.documents.lines import Line
from agent.documents.words import is_place, title_weight

_CONTACT = re.compile(
    r"[\w.+-]{1,64}@[\w-]+|https?://|www\.|\b(?:linkedin|github|xing|twitter|behance)\b"
    r"|\b[\w-]{2,40}\.(?:com|org|net|io|de|fr|es|nl|dev|me|co\.uk)\b"
    r"|(?<![\w.,])\(?\+?\(?\d[\d ()./-]{7,20}\d(?![\w%])"
    r"|(?i:\b(?:e-?mail|phone|tel|mobile|mobil|cell|fax|telefon|téléphone|teléfono|telefoon|móvil"
    r"|address|adresse|dirección|adres|anschrift|courriel|correo|portfolio|website) ?[:.|])"
)
_LABEL = re.compile(
    r"(?i)(?P<name>name|vor- und nachname|nom|nombre|naam|full name)|address|adresse|anschrift"
    r"|adres"
    r"|dirección|phone|phone number|telephone|telefon|telefoon|téléphone|teléfono|mobile|mobil"
    r"|e-?mail"
    r"|courriel|correo electrónico|date of birth|born|geburtsdatum|geboren|geburtsort"
    r"|date de naissance"
    r"|fecha de nacimiento|geboortedatum|nationality|nationalität|staatsangehörigkeit|nationalité"
    r"|nacionalidad|nationaliteit|marital status|familienstand|situation familiale|estado civil"
    r"|burgerlijke staat|gender|geschlecht|sexe|sexo|geslacht|driving licen[cs]e|website|linkedin"
)
_TITLE_OF_FILE = re.compile(
    r"(?i)(?:curriculum vitae|curriculum|lebenslauf|resume|résumé|cv|c\.v\.)(?: (?:of|von|de"
    r"|van) .*)?"
)
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
    name: str | None = next((value for label, value in pairs if _is_name_label(label)), None)
    contacts = [f"{label}: {value}" for label, value in pairs if not _is_name_label(label)]
    has_contacts = bool(contacts) or any(is_contact(line.text) for line in lines)
    headline: str | None = None
    rest: list[Line] = []
    for at, line in enumerate(lines):
        text = line.text.strip()
        if rest:
            rest.append(line)
        elif _TITLE_OF_FILE.fullmatch(text):
            contacts.append(text)
        elif name is None and line.outline == 1 and _may_name(text):
            name, extra = _name_and_more(text)
            contacts += extra
        elif _heads_entry(lines, at):
            rest.append(line)
        elif line.listed or len(text) > 120 or (text.endswith(".") and len(text.split()) > 6):
            if is_contact(text) and not line.listed:
                contacts.append(text)
            else:
                rest.append(line)
        elif name is None and _may_name(text):
            if headline is None and not has_contacts and title_weight(text) >= 1:
                headline = text
            else:
                name, extra = _name_and_more(text)
                contacts += extra
        elif is_contact(text):
            contacts.append(text)
        elif headline is None and len(text) <= 120 and title_weight(text) > 0:
            headline = text
        elif len(text) <= 70:
            contacts.append(text)
        else:
            rest.append(line)
    return Head(name, headline, tuple(contacts), tuple(rest))


def take_labelled(lines: Sequence[Line]) -> tuple[list[tuple[str, str]], list[Line]]:
    """Personal details set as a label and a value, side by side in a table or with a colon; and the
    other lines."""
    pairs: list[tuple[str, str]] = []
    rest: list[Line] = []
    at = 0
    while at < len(lines):
        line = lines[at]
        label, colon, value = line.text.partition(":")
        beside = lines[at + 1] if at + 1 < len(lines) else None
        if colon and value.strip() and _LABEL.fullmatch(label.strip()):
            pairs.append((label.strip(), value.strip()))
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


def _is_name_label(label: str) -> bool:
    match = _LABEL.fullmatch(label)
    return match is not None and match["name"] is not None


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


def _may_name(text: str) -> bool:
    words = re.split(r"\s*[|•·]\s*|\t| {3,}", text)[0].split()
    if not 1 <= len(words) <= 7 or any(char.isdigit() for char in " ".join(words)):
        return False
    return (not is_contact(" ".join(words)) and not is_place(text) and words[0][:1].isalpha()) or (
        words[0][:1] in "{[«"
    )


def _name_and_more(text: str) -> tuple[str, list[str]]:
    """'Ana Ruiz | ana@x.org | Madrid' -> the name and the other pieces."""
    name, *more = [piece for piece in re.split(r"\s+[|•·]\s+|\t+| {3,}", text) if piece.strip()]
    return name.strip(), [piece.strip() for piece in more]
