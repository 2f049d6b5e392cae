"""The zip around a .docx: only what is replaced may differ."""

from __future__ import annotations

import io
import zipfile

import pytest
from docx_fixtures import RESUME, docx, members, par

from agent.documents.docx_package import copy_with, open_package, relationships


def _archive(content: bytes) -> list[tuple[object, ...]]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return [
            (m.filename, m.date_time, m.compress_type, m.external_attr, m.CRC, m.extra, m.comment)
            for m in archive.infolist()
        ]


def test_a_copy_keeps_order_dates_attributes_and_bytes() -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, method in (("b.xml", zipfile.ZIP_STORED), ("a/", 0), ("a/é.bin", 8)):
            member = zipfile.ZipInfo(name, (1999, 12, 31, 23, 59, 58))
            member.compress_type = method
            member.external_attr = 0o640 << 16
            member.comment = b"note"
            # A field of its own stays, a Zip64 one is written anew by the copy.
            member.extra = b"\x99\x99\x02\x00hi" if name == "b.xml" else b""
            archive.writestr(member, name * 9)
        archive.comment = b"whole"
    copy = copy_with(target.getvalue(), {})
    assert _archive(copy) == _archive(target.getvalue())
    with zipfile.ZipFile(io.BytesIO(copy)) as archive:
        assert archive.comment == b"whole"
        assert archive.read("a/é.bin") == "a/é.bin".encode() * 9


def test_a_copy_replaces_and_adds() -> None:
    copy = copy_with(RESUME, {"word/settings.xml": b"<s/>", "word/new.xml": b"<n/>"})
    old, new = members(RESUME), members(copy)
    assert list(new) == [*old, "word/new.xml"]
    assert {name for name in old if old[name] != new[name]} == {"word/settings.xml"}


@pytest.mark.parametrize(
    ("target", "mode", "found"),
    [
        ("header1.xml", "", "word/header1.xml"),
        ("/word/header1.xml", "", "word/header1.xml"),
        ("../header1.xml", "", "header1.xml"),
        ("http://example.org/x", ' TargetMode="External"', ""),
    ],
)
def test_follows_relationships_inside_the_file_only(target: str, mode: str, found: str) -> None:
    rels = f'<R><r Id="a" Type="http://x/header" Target="{target}"{mode}/></R>'.encode()
    ((_, kind, where),) = relationships({"word/_rels/document.xml.rels": rels}, "word/document.xml")
    assert (kind, where) == ("header", found)


def test_finds_the_body_wherever_it_is() -> None:
    assert open_package(docx(par("x"), main="word/blah.xml")).main == "word/blah.xml"
