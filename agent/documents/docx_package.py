"""A .docx as a zip of XML parts: opened, followed along its relationships, copied member by member.

Nothing here goes through python-docx, which writes every part anew: a copy that replaces only the
members it was told to makes "nothing but your bullets changed" provable byte for byte.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import NamedTuple

from lxml import etree

from agent.errors import UnreadableFile

Element = etree._Element

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_STRICT = "http://purl.oclc.org/ooxml/"
_LOCAL_HEADER = 30
"""Bytes before a member's name (APPNOTE.TXT 4.3.7); the last four are the lengths of name and extra
field."""
_SIZES_FOLLOW = 0x08
"""The flag of a member whose sizes stand after it (APPNOTE.TXT 4.4.4)."""
_SAVE_AGAIN = "Open it in Word, save it again as .docx and retry."


def w(name: str) -> str:
    """The full tag of a WordprocessingML name: w('p') is '{http://...main}p'."""
    return f"{{{W}}}{name}"


class Relationship(NamedTuple):
    """Where one part points."""

    id: str
    kind: str
    """Last word of the relationship type: 'styles', 'header', 'footnotes'."""
    target: str
    """The zip member pointed to; '' for anything outside the file."""


class Package(NamedTuple):
    """The XML members of a .docx, unparsed."""

    xml: Mapping[str, bytes]
    main: str
    """The member that holds the document's body, 'word/document.xml' in most files."""


@contextmanager
def readable() -> Iterator[None]:
    """Turns whatever a damaged file makes zip or XML code raise into UnreadableFile.

    Raises:
        UnreadableFile: with what to do, instead of any error of zipfile, lxml or a lookup.
    """
    try:
        yield
    except (
        zipfile.BadZipFile,
        zlib.error,
        etree.LxmlError,
        LookupError,
        ValueError,
        TypeError,
        EOFError,
        OSError,
        NotImplementedError,
        RecursionError,
        RuntimeError,  # zipfile's answer to an encrypted member
    ) as error:
        raise UnreadableFile("The Word file is damaged.", hint=_SAVE_AGAIN) from error


def parse(xml: bytes) -> Element:
    """The root element of one part; no entity is resolved and nothing is fetched."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    return etree.fromstring(xml, parser)


def serialise(root: Element) -> bytes:
    """The bytes of a part, as Word writes them: UTF-8, standalone."""
    return etree.tostring(
        root.getroottree(), xml_declaration=True, encoding="UTF-8", standalone=True
    )


def open_package(content: bytes) -> Package:
    """The XML members of a .docx and the name of its main part.

    Raises:
        UnreadableFile: no Word document in it, or one in the Strict dialect.
    """
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        xml = {
            name: archive.read(name)
            for name in archive.namelist()
            if name.lower().endswith((".xml", ".rels"))
        }
    if _STRICT.encode() in xml["_rels/.rels"]:
        raise UnreadableFile(
            "The Word file is in the Strict Open XML dialect.",
            hint='Save it as "Word Document (.docx)", not "Strict", and retry.',
        )
    for relationship in relationships(xml, ""):
        if relationship.kind == "officeDocument" and relationship.target in xml:
            return Package(xml, relationship.target)
    raise UnreadableFile("There is no Word document in this file.", hint=_SAVE_AGAIN)


def relationships(xml: Mapping[str, bytes], part: str) -> list[Relationship]:
    """Where `part` points ('' for the package itself); dangling targets are kept as they are."""
    folder = posixpath.dirname(part)
    rels = xml.get(rels_name(part))
    if rels is None:
        return []
    found = []
    for node in parse(rels):
        target = node.get("Target", "")
        if node.get("TargetMode") == "External":
            target = ""
        elif target.startswith("/"):
            target = target.lstrip("/")
        else:
            target = posixpath.normpath(posixpath.join(folder, target))
        kind = node.get("Type", "").rsplit("/", 1)[-1]
        found.append(Relationship(node.get("Id", ""), kind, target))
    return found


def rels_name(part: str) -> str:
    """The member that lists where `part` points."""
    folder, base = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{base}.rels")


def related(package: Package, kind: str) -> Element | None:
    """The root of the part of this kind that the body uses ('styles'), or None."""
    xml = related_xml(package, kind)
    return None if xml is None else parse(xml)


def related_xml(package: Package, kind: str) -> bytes | None:
    """That part as it stands in the package."""
    for relationship in relationships(package.xml, package.main):
        if relationship.kind == kind and relationship.target in package.xml:
            return package.xml[relationship.target]
    return None


def copy_with(content: bytes, replaced: Mapping[str, bytes]) -> bytes:
    """The same zip with some members replaced and new ones added at the end.

    Args:
        content: the original file.
        replaced: member name -> its new bytes.

    Returns:
        A zip whose other members have the same bytes, order, dates and attributes.
    """
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(target, "w") as new:
        new.comment = old.comment
        for member in old.infolist():
            if member.filename in replaced:
                new.writestr(_like(member), replaced[member.filename])
            else:
                _copy_packed(content, member, new)
        for name in replaced.keys() - set(old.namelist()):
            added = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
            added.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(added, replaced[name])
    return target.getvalue()


def _copy_packed(content: bytes, member: zipfile.ZipInfo, new: zipfile.ZipFile) -> None:
    """Add a member as it is packed in `content`: packing Word's style sheets anew takes longer
    than all else that is done to write a document."""
    copy = _like(member)
    copy.CRC, copy.file_size = member.CRC, member.file_size
    copy.compress_size = member.compress_size
    copy.flag_bits = member.flag_bits & ~_SIZES_FOLLOW
    copy.header_offset = new.start_dir
    at = member.header_offset + _LOCAL_HEADER
    names = int.from_bytes(content[at - 4 : at - 2], "little")
    start = at + names + int.from_bytes(content[at - 2 : at], "little")
    assert new.fp is not None
    new.fp.seek(new.start_dir)
    new.fp.write(copy.FileHeader() + content[start : start + member.compress_size])
    new.start_dir = new.fp.tell()
    new.filelist.append(copy)
    new.NameToInfo[copy.filename] = copy


def _like(member: zipfile.ZipInfo) -> zipfile.ZipInfo:
    copy = zipfile.ZipInfo(member.filename, member.date_time)
    copy.compress_type = member.compress_type
    copy.external_attr = member.external_attr
    copy.create_system = member.create_system
    copy.comment = member.comment
    copy.internal_attr = member.internal_attr
    copy.extra = _without_sizes(member.extra)
    return copy


def _without_sizes(extra: bytes) -> bytes:
    """A member's extra fields without the Zip64 sizes (field 1), which are written anew."""
    kept = b""
    while len(extra) >= 4:
        end = 4 + int.from_bytes(extra[2:4], "little")
        if extra[:2] != b"\x01\x00":
            kept += extra[:end]
        extra = extra[end:]
    return kept
