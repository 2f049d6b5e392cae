"""What a file is, told by its bytes and not by its name; and every reason not to open it.

Each kind of bad input has its own sentence and its own advice, because "can't open the file" tells
a person nothing. Limits are checked on the zip's directory before anything is unpacked.
"""

from __future__ import annotations

import io
import json
import re
import zipfile
import zlib
from typing import Literal

from agent.errors import FileTooLarge, UnreadableFile

Kind = Literal["docx", "pdf", "json", "html", "markdown", "text"]

MAX_BYTES = 5 * 1024 * 1024
MAX_MEMBERS = 2_000
MAX_UNPACKED = 60 * 1024 * 1024
MAX_XML_PART = 20 * 1024 * 1024
MAX_RATIO = 200
"""Unpacked to packed size of one member; only for members over 1 MB, small ones compress better."""
MAX_XML_DEPTH = 256

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\x00", b"MM\x00*", b"RIFF")
_ARCHIVES = (b"7z\xbc\xaf\x27\x1c", b"Rar!", b"\x1f\x8b", b"BZh", b"\xfd7zXZ")
_MAIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_MARKDOWN = re.compile(r"^(?: {0,3}#{1,6}\s+\S|[-*+] \S|\*\*\S)", re.MULTILINE)
_HTML = re.compile(
    r"\s*(?:<!--.{0,2000}?-->\s*)?<(?:!doctype html|html|head|body|div|section)\b", re.I | re.S
)
_TAG = re.compile(rb"<(/?)[A-Za-z_][^<>]*>")


def sniff(content: bytes, name: str = "") -> Kind:
    """The kind of a file, after checking that it is safe and whole enough to read.

    Args:
        content: the file.
        name: its name, for messages only.

    Raises:
        UnreadableFile: empty, damaged, locked, or a kind that can't be read.
        FileTooLarge: over a limit that protects the machine.
    """
    file = f"The file {name!r}" if name else "The file"
    if len(content) > MAX_BYTES:
        raise FileTooLarge(
            f"{file} has {len(content) / 1048576:.1f} MB; the limit is {MAX_BYTES // 1048576} MB.",
            hint="Remove large pictures from it, or save the text only.",
        )
    if not content.strip(b" \t\r\n\x0b\x0c"):
        raise UnreadableFile(f"{file} is empty.", hint="Choose the file again.")
    if content.startswith(b"PK"):
        return _zip_kind(content, file)
    if content.startswith(_OLE):
        raise _ole(content, file)
    if b"%PDF-" in content[:1024]:
        return "pdf"
    if content.lstrip()[:5] == b"{\\rtf":
        raise UnreadableFile(
            f"{file} is an RTF document.", hint="Open it in Word and use Save As > .docx."
        )
    if content.startswith(_PICTURES):
        raise UnreadableFile(
            f"{file} is a picture, so there is no text in it.",
            hint="Export the resume from the program in which it was written.",
        )
    if content.startswith(_ARCHIVES):
        raise UnreadableFile(f"{file} is a packed archive.", hint="Unpack it and give the resume.")
    if content[:200].lstrip().startswith((b"<?xml", b"<w:", b"<pkg:")) and not _HTML.match(
        content[:4000].decode("utf-8", "replace")
    ):
        if b"<html" in content[:2000].lower():
            return "html"
        raise UnreadableFile(
            f"{file} is an XML file.", hint="Open it in Word and use Save As > .docx."
        )
    text = decode(content, name)
    if _HTML.match(text[:8000]):
        return "html"
    stripped = text.lstrip()
    if stripped[:1] == "{" and (name.lower().endswith(".json") or _is_json(stripped)):
        return "json"
    if stripped[:1] == "[" and _is_json(stripped):
        return "json"
    return "markdown" if _MARKDOWN.search(text) else "text"


def decode(content: bytes, name: str = "") -> str:
    """The text of a text file, whatever program wrote it.

    UTF-8 or UTF-16 by byte-order mark, else UTF-8, else Windows-1252. Newlines become '\\n'.

    Raises:
        UnreadableFile: it is not text.
    """
    file = f"The file {name!r}" if name else "The file"
    refused = UnreadableFile(
        f"{file} is not a text file, a Word file or a PDF.",
        hint="Give a .docx, .pdf, .md, .txt or JSON Resume file.",
    )
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            text = content.decode("utf-16")
        except UnicodeDecodeError:
            raise refused from None
    else:
        if b"\x00" in content:
            raise refused
        try:
            text = content.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = content.decode("cp1252", "replace")
    controls = sum(1 for char in text[:20000] if char < " " and char not in "\t\n\r\x0b\x0c\x1b")
    if "\x00" in text or controls > 8 + len(text[:20000]) // 50:
        raise refused
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _is_json(text: str) -> bool:
    if re.match(r'\{\s*"|\[\s*[{\["]', text) is None:
        return False
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        # A JSON file with a mistake is still meant as JSON if it names JSON Resume's fields.
        return re.search(r'"(?:basics|work|education)"\s*:', text[:5000]) is not None
    return True


def _ole(content: bytes, file: str) -> UnreadableFile:
    """Old Office files and encrypted new ones share one container; stream names are UTF-16."""
    if "EncryptedPackage".encode("utf-16-le") in content:
        return UnreadableFile(
            f"{file} is protected by a password.",
            hint="Remove the password in Word (File > Info > Protect Document) and save it again.",
        )
    if "WordDocument".encode("utf-16-le") in content:
        return UnreadableFile(
            f"{file} is in the old Word format (.doc).",
            hint="Open it in Word and use Save As > .docx.",
        )
    return UnreadableFile(
        f"{file} is an old Office file, but not a Word document.",
        hint="Save the resume as .docx or .pdf.",
    )


def _zip_kind(content: bytes, file: str) -> Literal["docx"]:
    again = "Choose the file again; if that fails, open it in Word and save it again."
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            members = archive.infolist()
            _check_sizes(members, file)
            names = {member.filename for member in members}
            if "[Content_Types].xml" not in names:
                raise _other_zip(names, archive, file)
            if any(member.flag_bits & 1 for member in members):
                raise UnreadableFile(
                    f"{file} is protected by a password.", hint="Remove the password first."
                )
            _check_parts(archive, members, file)
    except zipfile.BadZipFile as error:
        if b"PK\x05\x06" not in content[-66000:]:
            raise UnreadableFile(f"{file} is incomplete: its end is missing.", hint=again) from None
        raise UnreadableFile(f"{file} is damaged ({error}).", hint=again) from None
    except (
        zlib.error,
        EOFError,
        NotImplementedError,
        OSError,
        RuntimeError,
        ValueError,
        OverflowError,
        IndexError,
    ):
        raise UnreadableFile(f"{file} is damaged.", hint=again) from None
    return "docx"


def _check_sizes(members: list[zipfile.ZipInfo], file: str) -> None:
    if len(members) > MAX_MEMBERS:
        raise FileTooLarge(
            f"{file} holds {len(members):,} parts; the limit is {MAX_MEMBERS:,}.",
            hint="This is not an ordinary Word document.",
        )
    total = sum(member.file_size for member in members)
    largest_xml = max(
        (m.file_size for m in members if m.filename.lower().endswith((".xml", ".rels"))), default=0
    )
    packed_tight = any(
        member.file_size > 1024 * 1024
        and member.file_size > MAX_RATIO * max(1, member.compress_size)
        for member in members
    )
    if total > MAX_UNPACKED or largest_xml > MAX_XML_PART or packed_tight:
        raise FileTooLarge(
            f"{file} unpacks to too much data ({total / 1048576:.0f} MB).",
            hint="Remove large pictures, or copy the text into a new document.",
        )


def _other_zip(names: set[str], archive: zipfile.ZipFile, file: str) -> UnreadableFile:
    if "mimetype" in names and b"opendocument" in archive.read("mimetype")[:200]:
        return UnreadableFile(
            f"{file} is an OpenDocument file (.odt).",
            hint="Open it in LibreOffice and use Save As > Word (.docx).",
        )
    if any(name.startswith("Index/") or name.endswith(".iwa") for name in names):
        return UnreadableFile(
            f"{file} is an Apple Pages document.", hint="In Pages, use File > Export To > Word."
        )
    return UnreadableFile(
        f"{file} is a zip archive, not a Word document.",
        hint="Unpack it and give the resume itself.",
    )


def _check_parts(archive: zipfile.ZipFile, members: list[zipfile.ZipInfo], file: str) -> None:
    """Read every member once (which checks its CRC) and refuse what is not a plain .docx."""
    for member in members:
        part = archive.read(member)
        if member.filename.lower().endswith((".xml", ".rels")):
            _check_xml(part, file)
    types = archive.read("[Content_Types].xml").decode("utf-8", "replace")
    relations = _read_if_there(archive, "_rels/.rels")
    if "purl.oclc.org" in relations:
        raise UnreadableFile(
            f"{file} is in the 'Strict Open XML' form of .docx.",
            hint="In Word, use Save As and choose 'Word Document (.docx)', not 'Strict'.",
        )
    if "macroEnabled" in types or any(m.filename.endswith("vbaProject.bin") for m in members):
        raise UnreadableFile(
            f"{file} holds macros (.docm).",
            hint="In Word, use Save As and choose 'Word Document (.docx)'. Macros are never run.",
        )
    if _MAIN_TYPE in types:
        return
    if "wordprocessingml.template" in types:
        raise UnreadableFile(
            f"{file} is a Word template (.dotx).",
            hint="In Word, use Save As and choose 'Word Document (.docx)'.",
        )
    for mark, what in (
        ("spreadsheetml", "an Excel workbook"),
        ("presentationml", "a PowerPoint presentation"),
        ("ms-xpsdocument", "an XPS document"),
    ):
        if mark in types:
            raise UnreadableFile(
                f"{file} is {what}, not a Word document.", hint="Give a .docx or .pdf file."
            )
    raise UnreadableFile(
        f"{file} has no Word document in it.", hint="Open it in Word and save it again."
    )


def _check_xml(part: bytes, file: str) -> None:
    head = part[:4096]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\x00" in head[:4]:
        head = part[:8192].decode("utf-16", "replace").encode("utf-8", "replace")
        part = part.decode("utf-16", "replace").encode("utf-8", "replace")
    if b"<!DOCTYPE" in head or b"<!ENTITY" in head or b"<!DOCTYPE" in part:
        raise UnreadableFile(
            f"{file} is not an ordinary Word document: it defines its own entities.",
            hint="Open it in Word and save it again.",
        )
    depth = deepest = 0
    for tag in _TAG.finditer(part):
        if tag.group(1):
            depth -= 1
        elif part[tag.end() - 2] != ord("/"):
            depth += 1
            deepest = max(deepest, depth)
    if deepest > MAX_XML_DEPTH:
        raise UnreadableFile(
            f"{file} is not an ordinary Word document: its parts are nested too deeply.",
            hint="Copy its text into a new document.",
        )


def _read_if_there(archive: zipfile.ZipFile, name: str) -> str:
    try:
        return archive.read(name).decode("utf-8", "replace")
    except KeyError:
        return ""
