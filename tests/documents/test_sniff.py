import io
import zipfile

import pytest

from agent.documents import read_resume
from agent.documents.sniff import decode, sniff
from agent.documents.to_docx import to_docx
from agent.errors import FileTooLarge, NothingToDo, UnreadableFile

OFFICE = b"schemas.openxmlformats.org/officeDocument/2006"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600
DOCX = to_docx(read_resume("# A B\n\n## Experience\n- Fed 12 patients.\n"))


def changed(replace=None, drop=(), add=None, content=DOCX):
    """A copy of a .docx with members replaced (function of bytes), dropped or added."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", 8) as new:
        for member in old.infolist():
            if member.filename in drop:
                continue
            part = old.read(member)
            if replace and member.filename in replace:
                part = replace[member.filename](part)
            new.writestr(member.filename, part)
        for name, part in (add or {}).items():
            new.writestr(name, part)
    return out.getvalue()


def zipped(**members):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, part in members.items():
            archive.writestr(name, part)
    return out.getvalue()


def flipped(content):
    """One byte of the packed main part is wrong, so its checksum does not fit."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        member = archive.getinfo("word/document.xml")
        at = member.header_offset + 30 + len(member.filename) + member.compress_size // 2
    return content[:at] + bytes([content[at] ^ 0x5A]) + content[at + 1 :]


TYPES = "[Content_Types].xml"
MAIN = "word/document.xml"
DOCTYPE = b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'
BAD = {
    "empty": (b"", UnreadableFile, "is empty"),
    "blank": (b" \n\t ", UnreadableFile, "is empty"),
    "cut off": (DOCX[: len(DOCX) // 2], UnreadableFile, "incomplete"),
    "flipped byte": (flipped(DOCX), UnreadableFile, "damaged"),
    "old Word": (OLE + "WordDocument".encode("utf-16-le"), UnreadableFile, "old Word format"),
    "password": (OLE + "EncryptedPackage".encode("utf-16-le"), UnreadableFile, "password"),
    "old Excel": (OLE + "Workbook".encode("utf-16-le"), UnreadableFile, "not a Word document"),
    "rtf": (b"{\\rtf1 hello}", UnreadableFile, "RTF"),
    "png": (b"\x89PNG\r\n\x1a\n" + b"\x00" * 50, UnreadableFile, "picture"),
    "jpeg": (b"\xff\xd8\xff\xe0" + b"\x00" * 50, UnreadableFile, "picture"),
    "gzip": (b"\x1f\x8b\x08\x00" + b"\x00" * 20, UnreadableFile, "archive"),
    "other zip": (zipped(a="b"), UnreadableFile, "zip archive"),
    "odt": (
        zipped(mimetype="application/vnd.oasis.opendocument.text"), UnreadableFile, "OpenDocument"),
    "strict": (
        changed({"_rels/.rels": lambda p: p.replace(OFFICE,
                                                    b"purl.oclc.org/ooxml/officeDocument")}),
        UnreadableFile, "Strict"),
    "macros": (
        changed({TYPES: lambda p: p.replace(
            b"openxmlformats-officedocument.wordprocessingml.document.main",
            b"ms-word.document.macroEnabled.main")}), UnreadableFile, "macros"),
    "macro part": (changed(add={"word/vbaProject.bin": b"x"}), UnreadableFile, "macros"),
    "template": (
        changed({TYPES: lambda p: p.replace(b"wordprocessingml.document.main",
                                            b"wordprocessingml.template.main")}),
        UnreadableFile, "template"),
    "excel": (
        changed({TYPES: lambda p: p.replace(b"wordprocessingml.document.main",
                                            b"spreadsheetml.sheet.main")}),
        UnreadableFile, "Excel"),
    "malformed xml": (changed({MAIN: lambda p: p[: len(p) // 2]}), UnreadableFile, "damaged"),
    "no main part": (changed(drop=(MAIN,)), UnreadableFile, "no Word document"),
    "entities": (
        changed({MAIN: lambda p: p.replace(b"?>", b"?>" + DOCTYPE, 1)}),
        UnreadableFile, "entities"),
    "utf-16 entities": (
        changed({MAIN: lambda p: (DOCTYPE + p).decode().encode("utf-16")}),
        UnreadableFile, "entities"),
    "deep xml": (
        changed({MAIN: lambda p: p.replace(b"<w:body>", b"<w:body>" + b"<w:sdt>" * 400
                                           + b"</w:sdt>" * 400)}), UnreadableFile, "too deeply"),
    "bomb in media": (
        changed(add={"word/media/a.png": b"\x00" * 70_000_000}), FileTooLarge, "too much data"),
    "bomb in a part": (
        changed({MAIN: lambda p: p + b" " * 21_000_000}), FileTooLarge, "too much data"),
    "tight member": (changed(add={"word/media/a": b"\x00" * 2_000_000}), FileTooLarge, "too much"),
    "many members": (
        changed(add={f"m{n}": b"" for n in range(2100)}), FileTooLarge, "parts"),
    "too large": (b"a" * 5_300_000, FileTooLarge, "5 MB"),
    "nul bytes": (b"Experience\x00\x00 nurse", UnreadableFile, "not a text file"),
    "control bytes": (bytes(range(1, 32)) * 30, UnreadableFile, "not a text file"),
    "web page": (b"<!DOCTYPE html><html><body>Hi</body></html>", UnreadableFile, "web page"),
    "flat xml": (b"<?xml version='1.0'?><w:document/>", UnreadableFile, "XML file"),
    "fake pdf": (b"%PDF-1.7\nnothing", UnreadableFile, "damaged PDF"),
    "bad json": (b'{"basics": {"name": "A"},\n "work": [}', UnreadableFile, "line 2, column 11"),
    "other json": (b'{"a": 1}', UnreadableFile, "not a JSON Resume"),
    "json without work": (b'{"basics": {"name": "A"}}', NothingToDo, "work entries"),
    "no bullet": (b"Jo Lund\njo@example.org\n", NothingToDo, "No line about work"),
}  # fmt: skip


@pytest.mark.parametrize("name", BAD)
def test_bad_input_gets_its_own_sentence(name):
    content, kind, words = BAD[name]
    with pytest.raises(kind, match=words) as caught:
        read_resume(content, name="cv.docx")
    assert caught.value.hint
    assert caught.value.exit_code == 2


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (DOCX, "docx"),
        (b"%PDF-1.4", "pdf"),
        (b"# Name\n- x", "markdown"),
        (b"Name\nNurse", "text"),
        (b'{"basics": {}}', "json"),
        (b"<html><body>x", "html"),
    ],
)
def test_kind_is_told_by_bytes(content, kind):
    assert sniff(content, "name.exe") == kind


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("Zoë\r\nx".encode(), "Zoë\nx"),
        ("\ufeffZoë".encode(), "Zoë"),
        ("Zoë".encode("cp1252"), "Zoë"),
        ("Zoë".encode("utf-16"), "Zoë"),
        ("“x”".encode("cp1252"), "“x”"),
    ],
)
def test_decodes_what_any_program_wrote(content, text):
    assert decode(content) == text


def test_path_of_a_folder_and_of_nothing(tmp_path):
    with pytest.raises(UnreadableFile, match="folder"):
        read_resume(tmp_path)
    with pytest.raises(UnreadableFile, match="No such file"):
        read_resume(tmp_path / "missing.docx")


def test_large_file_is_not_even_read(tmp_path):
    path = tmp_path / "big.txt"
    path.write_bytes(b"a" * 5_300_000)
    with pytest.raises(FileTooLarge):
        read_resume(path)
