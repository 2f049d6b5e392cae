"""Word comments on tracked changes: anchored in the body, written in a part of their own."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from itertools import count

from lxml import etree

from agent.documents.docx_marks import AUTHOR
from agent.documents.docx_package import (
    Element,
    Package,
    W,
    parse,
    relationships,
    rels_name,
    serialise,
    w,
)

_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_MIME = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_UNSTORABLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def anchor(first: Element, last: Element, comment_id: int) -> None:
    """Ties a comment to what stands from `first` to `last`."""
    start = etree.Element(w("commentRangeStart"), {w("id"): str(comment_id)})
    end = etree.Element(w("commentRangeEnd"), {w("id"): str(comment_id)})
    run = etree.Element(w("r"))
    etree.SubElement(run, w("commentReference"), {w("id"): str(comment_id)})
    first.addprevious(start)
    last.addnext(run)
    last.addnext(end)


def first_free_id(package: Package) -> int:
    """A comment number above all that the file uses."""
    name = _comments_part(package)
    if name not in package.xml:
        return 0
    ids = [node.get(w("id"), "") for node in parse(package.xml[name])]
    return max((int(i) for i in ids if re.fullmatch(r"\d{1,9}", i)), default=-1) + 1


def comment_members(package: Package, comments: Mapping[int, str], date: str) -> dict[str, bytes]:
    """The members to replace or add so that the file holds these comments.

    Args:
        package: the original file.
        comments: comment number -> its text; a newline starts a paragraph.
        date: as in `Mark.date`.
    """
    if not comments:
        return {}
    name = _comments_part(package)
    if name in package.xml:
        root = parse(package.xml[name])
        members: dict[str, bytes] = {}
    else:
        root = etree.Element(w("comments"), nsmap={"w": W})
        members = _registered(package, name)
    for comment_id, text in comments.items():
        root.append(_comment(comment_id, text, date))
    return {**members, name: serialise(root)}


def _comment(comment_id: int, text: str, date: str) -> Element:
    comment = etree.Element(
        w("comment"),
        {
            w("id"): str(comment_id),
            w("author"): AUTHOR,
            w("date"): date,
            w("initials"): AUTHOR[:1],
        },
    )
    for line in text.splitlines() or [""]:
        run = etree.SubElement(etree.SubElement(comment, w("p")), w("r"))
        etree.SubElement(run, w("t")).text = _UNSTORABLE.sub(" ", line)
    return comment


def _comments_part(package: Package) -> str:
    for relationship in relationships(package.xml, package.main):
        if relationship.kind == "comments" and relationship.target in package.xml:
            return relationship.target
    folder = posixpath.dirname(package.main)
    names = (f"comments{number or ''}.xml" for number in count())
    return next(
        name for name in (posixpath.join(folder, name) for name in names) if name not in package.xml
    )


def _registered(package: Package, name: str) -> dict[str, bytes]:
    """Relationships and content types that know the new part."""
    rels = rels_name(package.main)
    root = (
        parse(package.xml[rels])
        if rels in package.xml
        else parse(f'<Relationships xmlns="{_RELATIONSHIPS}"/>'.encode())
    )
    taken = {node.get("Id") for node in root}
    free = next(f"rId{number}" for number in count(1) if f"rId{number}" not in taken)
    etree.SubElement(
        root,
        f"{{{_RELATIONSHIPS}}}Relationship",
        {"Id": free, "Type": _KIND, "Target": f"/{name}"},
    )
    types = parse(package.xml["[Content_Types].xml"])
    etree.SubElement(types, f"{{{_TYPES}}}Override", {"PartName": f"/{name}", "ContentType": _MIME})
    return {rels: serialise(root), "[Content_Types].xml": serialise(types)}


def take_out(package: Package, roots: Mapping[str, Element]) -> set[str]:
    """Takes Vouched's own comments and their anchors out of parsed parts.

    Args:
        package: the file.
        roots: member name -> its tree, changed in place.

    Returns:
        The members that changed.
    """
    name = _comments_part(package)
    if name not in roots:
        return set()
    ours = [node for node in roots[name] if node.get(w("author")) == AUTHOR]
    numbers = {node.get(w("id")) for node in ours}
    anchors = [
        node
        for node in roots[package.main].iter(
            w("commentRangeStart"), w("commentRangeEnd"), w("commentReference")
        )
        if node.get(w("id")) in numbers
    ]
    for node in [*ours, *anchors]:
        gone = node.getparent() if node.tag == w("commentReference") else node
        parent = gone.getparent() if gone is not None else None
        if gone is not None and parent is not None:
            parent.remove(gone)
    return {name, package.main} if ours else set()
