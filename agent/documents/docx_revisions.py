"""Resolves tracked changes, as Word's Accept All and Reject All do.

The program itself never needs it: it is the proof that a tracked file is what it promises, that
accepting everything gives the clean file and rejecting everything the original.
"""

from __future__ import annotations

from typing import Literal

from agent.documents.docx_comments import take_out
from agent.documents.docx_package import (
    Element,
    copy_with,
    open_package,
    parse,
    readable,
    serialise,
    w,
)

_P, _PPR, _RPR = w("p"), w("pPr"), w("rPr")
_COMING = (w("ins"), w("moveTo"))
_GOING = (w("del"), w("moveFrom"))
_RANGES = tuple(w(f"move{way}Range{end}") for way in ("From", "To") for end in ("Start", "End"))
_CHANGES = tuple(
    w(f"{name}Change")
    for name in ("rPr", "pPr", "sectPr", "tblPr", "tblGrid", "trPr", "tcPr", "tblPrEx")
)
_KEPT_IN_PPR = (_RPR, w("sectPr"))
_NO_TEXT = {_PPR, w("bookmarkStart"), w("bookmarkEnd"), w("proofErr"), w("hyperlink")}


def resolve(content: bytes, how: Literal["accept", "reject"]) -> bytes:
    """The file with every tracked change accepted or rejected, and Vouched's comments taken out.

    Args:
        content: a .docx.
        how: 'accept' keeps what was inserted, 'reject' what was deleted.

    Returns:
        A file in which only parts that held tracked changes or such comments differ.

    Raises:
        UnreadableFile: damaged, or not a Word document.
    """
    with readable():
        package = open_package(content)
        roots = {
            name: parse(xml)
            for name, xml in package.xml.items()
            if any(mark in xml for mark in (b":ins ", b":del ", b":move", b"Change ", b"comment"))
        }
        without = take_out(package, roots)
        changed = {
            name: serialise(root)
            for name, root in roots.items()
            if _resolve(root, accept=how == "accept") or name in without
        }
        return copy_with(content, changed) if changed else content


def _resolve(root: Element, *, accept: bool) -> bool:
    """Resolves one part in its tree; whether there was anything to resolve."""
    kept, dropped = (_COMING, _GOING) if accept else (_GOING, _COMING)
    found = False
    for change in list(root.iter(*_CHANGES)):
        found = True
        _settle(change, accept=accept)
    for node in list(root.iter(*_RANGES)):
        found = True
        _remove(node)
    ending = []
    for paragraph in root.iter(_P):
        for mark in _marks(paragraph):
            found = True
            if mark.tag in dropped:
                ending.append(paragraph)
            _prune(mark)
    for row in list(root.iter(w("tr"))):
        if any(row.find(f"{w('trPr')}/{tag}") is not None for tag in dropped):
            found = True
            _remove(row)
    for node in list(root.iter(*dropped)):
        found = True
        _remove(node)
    for node in list(root.iter(*kept)):
        found = True
        _unwrap(node)
    for paragraph in ending:
        _join_next(paragraph)
    for plain, deleted in (("t", "delText"), ("instrText", "delInstrText")):
        for node in root.iter(w(deleted)):
            node.tag = w(plain)
    return found


def _marks(paragraph: Element) -> list[Element]:
    """What says that the end of a paragraph was inserted or deleted."""
    look = paragraph.find(f"{_PPR}/{_RPR}")
    return [] if look is None else [node for node in look if node.tag in (*_COMING, *_GOING)]


def _prune(node: Element) -> None:
    """Removes a node, and what holds nothing any more without it."""
    parent = node.getparent()
    _remove(node)
    if parent is not None and parent.tag in (_RPR, _PPR) and len(parent) == 0:
        _prune(parent)


def _settle(change: Element, *, accept: bool) -> None:
    """Keeps the new format, or puts the old one back."""
    properties = change.getparent()
    if properties is None:
        return
    if not accept:
        stays = [node for node in properties if node.tag in _KEPT_IN_PPR]
        old = list(change[0]) if len(change) else []
        for node in list(properties):
            properties.remove(node)
        properties.extend(old)
        if properties.tag == _PPR:
            properties.extend(stays)
    else:
        properties.remove(change)


def _join_next(paragraph: Element) -> None:
    """A paragraph whose end is gone: empty, it goes; else its words go to the next one."""
    words = [node for node in paragraph if node.tag not in _NO_TEXT or len(node)]
    words = [node for node in words if node.tag != _PPR]
    following = paragraph.getnext()
    while following is not None and following.tag != _P:
        following = following.getnext()
    if words and following is None:
        return
    if words and following is not None:
        at = 1 if following.find(_PPR) is not None else 0
        for node in reversed(words):
            following.insert(at, node)
    _remove(paragraph)


def _remove(node: Element) -> None:
    parent = node.getparent()
    if parent is not None:
        parent.remove(node)


def _unwrap(node: Element) -> None:
    for child in list(node):
        node.addprevious(child)
    _remove(node)
