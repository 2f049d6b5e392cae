"""The posting in its box: read once, edited by hand, with what was cut put back on demand."""

from __future__ import annotations

from agent.errors import NothingToDo
from agent.models import Cut, Posting
from agent.posting import read_posting, with_restored

SAME = 0.5
"""From this share of common lines on, a changed text is the same posting edited."""


def in_box(text: str, read: Posting | None) -> Posting:
    """The posting that the text in the box stands for.

    Args:
        text: what is in the box now.
        read: what was read into it last; taken as it is if the text is unchanged, so that what
            was put back stays.

    Raises:
        NothingToDo: there is no text, or none that reads as a posting.
    """
    if not text.strip():
        raise NothingToDo("There is no posting yet.", hint="Paste its whole text.")
    if read is not None and text.strip() == read.text.strip():
        return read
    fresh = read_posting(text.encode())
    if read is None or not _edited(read.text, text):
        return fresh
    known = {cut.text for cut in fresh.cut}
    earlier = [
        cut.model_copy(update={"offset": min(cut.offset, len(fresh.text))})
        for cut in read.cut
        if cut.text not in known and cut.text not in fresh.text
    ]
    return fresh.model_copy(update={"cut": (*fresh.cut, *earlier)})


def put_back(posting: Posting, cut: Cut) -> Posting:
    """The posting with one cut stretch back in its place; as it is if that was done already."""
    return with_restored(posting, posting.cut.index(cut)) if cut in posting.cut else posting


def _edited(before: str, after: str) -> bool:
    old, new = set(before.split("\n")), set(after.split("\n"))
    return len(old & new) >= SAME * min(len(old), len(new))
