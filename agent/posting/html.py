"""A saved page -> the posting's text and what the page's metadata states.

In this order: schema.org JobPosting (JSON-LD), elements that pages name as the job description,
the readability library where it is installed, and last the part of the page that holds most of
its words. Only what a reader sees comes in.
"""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from agent.models import Stated
from agent.posting.json_ld import fields, job_postings, linked_text
from agent.posting.visible import (
    AROUND_CLASS,
    collect,
    hidden_selectors,
    html_to_text,
    is_hidden,
    name_of,
    text_of,
)

_DESCRIPTION = re.compile(
    r"job[-_ ]?(?:desc|details|content|body|text|posting|ad\b|view)|posting[-_ ]?(?:desc|"
    r"content|body|page|details)|vacancy[-_ ]?(?:desc|content|text|body|details)|"
    r"position[-_ ]?(?:desc|details)|description__text|show-more-less-html__markup|"
    r"^description$|stellen(?:anzeige|beschreibung)|jobdescription|offer[-_ ]?(?:desc|"
    r"content)|vacature",
    re.I,
)


class Page(NamedTuple):
    """What a saved page gives: text, and metadata by field name."""

    text: str
    stated: dict[str, Stated]
    around: str = ""
    """What a reader also sees on the page: menus, other jobs, forms."""


def read_page(markup: str) -> Page:
    """Text and metadata of a saved page.

    Args:
        markup: decoded HTML.

    Returns:
        The posting's part of the page; `text` is empty for a page that a script fills later.
    """
    import lxml.html

    markup = re.sub(r"^\s*<\?xml[^>]*\?>", "", markup)
    try:
        tree = lxml.html.document_fromstring(markup)
    except (ValueError, lxml.etree.ParserError):
        return Page("", {})
    stated: dict[str, Stated] = {}
    linked = next(job_postings(tree), None)
    text = ""
    if linked is not None:
        stated = fields(linked)
        text = linked_text(linked)
    hidden = hidden_selectors(tree)
    _add_page_fields(tree, stated, hidden)
    if len(text) < 200:
        text = _described(tree, hidden) or _readable(markup, tree, hidden) or text
    return Page(text, stated, _around(tree, text, hidden))


def _around(tree: Any, text: str, hidden: frozenset[str]) -> str:
    """Visible lines of the page that did not come into `text`."""
    parts: list[str] = []
    collect(tree, hidden, parts, 0, everything=True)
    kept = re.sub(r"\W+", "", text)
    lines = [re.sub(r"\s+", " ", line).strip(" -") for line in "".join(parts).split("\n")]
    return "\n".join(line for line in lines if line and re.sub(r"\W+", "", line) not in kept)[
        :20_000
    ]


def _described(tree: Any, hidden: frozenset[str]) -> str:
    """The largest element whose own name says that it is the job description."""
    best = ""
    for element in tree.iter("div", "section", "article", "main", "td", "span"):
        name = name_of(element)
        if (
            not name
            or not any(_DESCRIPTION.search(part) for part in name.split())
            or AROUND_CLASS.search(name)
        ):
            continue
        text = text_of(element, hidden)
        if len(text) > len(best):
            best = text
    return best if len(best) >= 300 else ""


def _readable(markup: str, tree: Any, hidden: frozenset[str]) -> str:
    whole = text_of(tree, hidden)
    try:
        from readability import Document
    except ImportError:
        return _densest(tree, hidden) or whole
    try:
        article = html_to_text(Document(_visible_markup(markup, hidden)).summary(html_partial=True))
    except Exception:  # a page that the library can't parse is still readable by structure
        article = ""
    # Readability drops lists that look like menus; a posting is made of lists.
    kept_lists = article.count("\n- ") >= 0.7 * whole.count("\n- ")
    if len(article) >= 0.4 * len(whole) and kept_lists:
        return article
    return _densest(tree, hidden) or whole


def _visible_markup(markup: str, hidden: frozenset[str]) -> str:
    """The page without what a reader can't see; the library would bring it in."""
    import lxml.html

    tree: Any = lxml.html.document_fromstring(markup)
    for element in list(tree.iter()):
        if (
            isinstance(element.tag, str)
            and is_hidden(element, hidden)
            and element.getparent() is not None
        ):
            element.drop_tree()
    return str(lxml.html.tostring(tree, encoding="unicode"))


def _densest(tree: Any, hidden: frozenset[str]) -> str:
    """The smallest element that holds four fifths of the page's visible words."""
    whole = len(text_of(tree, hidden))
    best = tree
    while True:
        children = [child for child in best if isinstance(child.tag, str)]
        sized = [(len(text_of(child, hidden)), child) for child in children]
        if not sized:
            break
        size, child = max(sized, key=lambda pair: pair[0])
        if size < 0.8 * whole:
            break
        best = child
    return text_of(best, hidden)


def _add_page_fields(tree: Any, stated: dict[str, Stated], hidden: frozenset[str]) -> None:
    """Title, company and place from elements that pages name so; metadata comes first."""
    if "title" not in stated:
        for heading in tree.iter("h1"):
            value = re.sub(r"\s+", " ", text_of(heading, hidden)).strip()
            if 2 < len(value) <= 120:
                stated["title"] = Stated(value=value, how="from the page's main heading")
                break
    for field, names in (
        (
            "company",
            re.compile(
                r"company[-_]?name|employer[-_]?name|org(?:anization)?[-_]name|"
                r"hiring-?organization|topcard__org",
                re.I,
            ),
        ),
        (
            "location",
            re.compile(
                r"^(?:job[-_]?)?location$|job[-_]location|posting-categories.*location|"
                r"topcard__flavor--bullet",
                re.I,
            ),
        ),
    ):
        if field in stated:
            continue
        for element in tree.iter("span", "div", "a", "p", "h2", "h3", "h4"):
            name = name_of(element)
            if name and any(names.search(part) for part in name.split()):
                value = re.sub(
                    r"^(?:at|bei|chez|en|bij)\s+",
                    "",
                    re.sub(r"\s+", " ", text_of(element, hidden)).strip(),
                )
                if 1 < len(value) <= 80:
                    stated[field] = Stated(
                        value=value, how=f"from the page's element {name.split()[0]!r}"
                    )
                    break
