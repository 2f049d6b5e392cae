"""Any posting, in any file a person can save, made into one clean `Posting`."""

from __future__ import annotations

import email
import email.policy
import re
from email.message import EmailMessage
from pathlib import Path

from agent.errors import FileTooLarge, InputError, NothingToDo, UnreadableFile
from agent.models import Cut, Posting, Stated
from agent.posting.blocks import lay_out
from agent.posting.company import find_company
from agent.posting.fields import (
    find_contacts,
    find_employment_type,
    find_salary,
    find_seniority,
    find_title,
    labelled,
)
from agent.posting.headings import split_headings
from agent.posting.html import read_page
from agent.posting.language import SUPPORTED, detect_language
from agent.posting.tags import is_page, without_tags
from agent.posting.text import clean_lines
from agent.posting.visible import html_to_text

MAX_BYTES = 10_000_000
MAX_CHARS = 200_000
_PASTE = "Open the posting in your browser, select its text, and paste the text instead."
_MAIL = re.compile(r"(?:[A-Z][\w-]*: [^\n]*\n(?:[ \t][^\n]*\n)*){2,}")
_MAIL_FIELDS = re.compile(
    r"^(?:From|Subject|MIME-Version|Received|Message-ID|Delivered-To|Return-Path):", re.M | re.I
)
_ENDINGS = (".txt", ".md", ".html", ".htm", ".mhtml", ".docx", ".pdf", ".eml", ".json")


def read_posting(source: str | Path | bytes) -> Posting:
    """Read a job posting.

    Args:
        source: a path, the bytes of a file, or the text itself. Understood are plain text, saved
            HTML, .eml, .docx and .pdf.

    Returns:
        The posting: cleaned text, labelled blocks, what was cut and why, and stated details.

    Raises:
        UnreadableFile: the path can't be read or the file is damaged.
        FileTooLarge: over 10 MB.
        NothingToDo: no posting text in it, for example a page that a script fills in later.
    """
    content = _load(source)
    stated: dict[str, Stated] = {}
    warnings: list[str] = []
    around = ""
    if isinstance(content, bytes):
        if content[:4] == b"PK\x03\x04" or content[:5] == b"%PDF-":
            from agent.documents import read_text

            text, _ = read_text(content)
            return _assemble(text, stated, warnings)
        content = _decode(content)
    if _is_mail(content):
        content, markup = _mail_body(content)
        text = html_to_text(content) if markup else without_tags(content)
    elif is_page(content):
        page = read_page(content)
        text, stated, around = page.text, page.stated, page.around
        if len(text.split()) < (10 if stated else 25):
            raise NothingToDo(
                "The saved page holds no posting text; a script fills it in later.", hint=_PASTE
            )
    else:
        text = without_tags(content)
    posting = _assemble(text, stated, warnings)
    if not around:
        return posting
    aside = Cut(text=around, reason="the page around the posting", offset=len(posting.text))
    return posting.model_copy(update={"cut": (*posting.cut, aside)})


def with_restored(posting: Posting, index: int) -> Posting:
    """A copy of `posting` in which one cut stretch is back in its place.

    Args:
        posting: as read.
        index: which of `posting.cut`, from 0.

    Returns:
        The posting read again with those lines kept; its stated details stay.

    Raises:
        IndexError: there is no such cut.
    """
    back = posting.cut[index]
    before, after = posting.text[: back.offset].rstrip("\n"), posting.text[back.offset :]
    lines = [
        line for line in "\n".join(filter(None, (before, back.text, after))).split("\n") if line
    ]
    laid = lay_out(lines, keep=True)
    grown = len(laid.text) - len(posting.text)
    cut = tuple(
        c.model_copy(update={"offset": c.offset + grown})
        if c.offset > back.offset or (c.offset == back.offset and i > index)
        else c
        for i, c in enumerate(posting.cut)
        if i != index
    )
    fresh = _details(
        laid.text,
        {
            name: value
            for name in _FIELDS
            if (value := getattr(posting, name)) and value.span is None
        },
    )
    return posting.model_copy(
        update={"text": laid.text, "blocks": laid.blocks, "cut": cut, **fresh}
    )


_FIELDS = ("title", "company", "location", "employment_type", "salary")


def _assemble(text: str, stated: dict[str, Stated], warnings: list[str]) -> Posting:
    if len(text) > MAX_CHARS:
        warnings = [*warnings, f"Only the first {MAX_CHARS:,} characters of the posting were read."]
        text = text[:MAX_CHARS]
    lines = [piece for line in clean_lines(text) for piece in split_headings(line)]
    if sum(len(line.split()) for line in lines) < 3:
        raise NothingToDo(
            "The posting is empty, or has only a word or two.",
            hint="Give the whole text of the posting, or a file that holds it.",
        )
    laid = lay_out(lines)
    if not laid.text.strip():
        raise NothingToDo("Nothing on this page reads as a job posting.", hint=_PASTE)
    language = detect_language(laid.text)
    if language not in SUPPORTED:
        warnings = [
            *warnings,
            f"The posting seems to be written in {language!r}; the offline engine understands "
            f"English, German, French, Spanish and Dutch.",
        ]
    return Posting(
        text=laid.text,
        language=language,
        blocks=laid.blocks,
        cut=laid.cut,
        warnings=tuple(warnings),
        contacts=find_contacts(laid.text),
        **_details(laid.text, stated),
    )


def _details(text: str, stated: dict[str, Stated]) -> dict[str, Stated | None]:
    """Stated details; what the page's metadata says comes before what its prose says."""
    company = stated.get("company") or find_company(text)
    title = stated.get("title") or find_title(text, company.value if company else None)
    return {
        "title": title,
        "company": company,
        "location": stated.get("location") or labelled("location", text),
        "employment_type": stated.get("employment_type") or find_employment_type(text),
        "salary": stated.get("salary") or find_salary(text),
        "seniority": find_seniority(text, title),
    }


def _load(source: str | Path | bytes) -> str | bytes:
    if isinstance(source, bytes):
        if len(source) > MAX_BYTES:
            raise FileTooLarge(
                f"The posting is {len(source):,} bytes; the limit is {MAX_BYTES:,}.", hint=_PASTE
            )
        return source
    if isinstance(source, str):
        short = source.strip()
        if re.match(r"https?://\S+$", short):
            raise InputError(
                f"{short!r} is an address, and nothing is fetched from the network.",
                hint="Save the page, or paste its text.",
            )
        if "\n" in source or len(source) > 1000:
            return source
        if not (
            short.lower().endswith(_ENDINGS)
            or ("/" in short and " " not in short)
            or _exists(short)
        ):
            return source
        source = Path(short)
    try:
        if source.stat().st_size > MAX_BYTES:
            raise FileTooLarge(f"{source.name!r} is over {MAX_BYTES:,} bytes.", hint=_PASTE)
        return source.read_bytes()
    except OSError as error:
        raise UnreadableFile(
            f"Can't read the posting {str(source)!r}: {error.strerror or error}.",
            hint="Check the path.",
        ) from error


def _exists(path: str) -> bool:
    try:
        return Path(path).is_file()
    except OSError:
        return False


def _decode(content: bytes) -> str:
    """UTF-8 first, then a byte-order mark, then what the page declares, then Windows-1252."""
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return content.decode("utf-16", errors="replace")
    if b"\x00" in content[:4096]:
        return _decode_wide(content)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    declared = re.search(rb"charset\s*=\s*[\"']?([\w-]{3,20})", content[:4096], re.I)
    for name in ([declared.group(1).decode("ascii")] if declared else []) + ["cp1252"]:
        try:
            return content.decode(name)
        except (UnicodeDecodeError, LookupError):
            continue
    return content.decode("latin-1")


def _decode_wide(content: bytes) -> str:
    """UTF-16 without its mark: every second byte of Western text is zero. Else it is no text."""
    head = content[:4096]
    for name, zeros in (("utf-16-le", head[1::2]), ("utf-16-be", head[::2])):
        if zeros.count(0) > 0.6 * len(zeros):
            return content.decode(name, errors="replace")
    raise UnreadableFile("This file holds no text.", hint=_PASTE)


def _is_mail(text: str) -> bool:
    head = text[:4000].replace("\r\n", "\n")
    found = _MAIL.match(head)
    return (
        found is not None
        and len({m.group().lower() for m in _MAIL_FIELDS.finditer(found.group())}) >= 2
    )


def _mail_body(text: str) -> tuple[str, bool]:
    """The body of a saved mail, and whether it is HTML."""
    message = email.message_from_string(text, policy=email.policy.default)
    if not isinstance(message, EmailMessage):
        return text, False
    body = message.get_body(preferencelist=("plain", "html"))
    if body is None:
        return "", False
    try:
        return str(body.get_content()), body.get_content_type() == "text/html"
    except (LookupError, KeyError, ValueError):
        payload = body.get_payload(decode=True)
        return (
            payload.decode("utf-8", "replace") if isinstance(payload, bytes) else str(payload)
        ), False
