"""A saved page -> the posting's text and what the page's metadata states.

In this order: schema.org JobPosting (JSON-LD, wherever it is nested and however often escaped),
elements that pages name as the job description, the readability library where it is installed,
and last the part of the page that holds most of its words. Only what a reader sees comes in.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from agent.language.grammar import word_set
from agent.models import Stated

_BLOCKS = word_set(
    "address article aside blockquote body caption dd details div dl dt fieldset figcaption "
    "figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main "
    "nav ol p pre section summary table tbody td tfoot th thead tr ul"
)
_UNSEEN = word_set(
    "script style noscript template head title svg canvas iframe object select option button "
    "input textarea dialog audio video picture meta link"
)
_AROUND = word_set("nav footer form aside")
_HIDING = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|"
    r"opacity\s*:\s*0(?:\.0+)?\s*(?:[;!}]|$)|font-size\s*:\s*0(?:px|pt|em|rem|%)?\s*(?:[;!}]|"
    r"$)|(?:left|top|text-indent)\s*:\s*-\d{3,}|clip\s*:\s*rect\(\s*[01]",
    re.I,
)
_HIDDEN_CLASS = re.compile(
    r"(?:^|[\s_-])(?:sr-only|visually-?hidden|screen-reader(?:-text)?|u-hidden|is-hidden|"
    r"hidden|a11y-hidden|invisible)(?:$|\s)",
    re.I,
)
_RULE = re.compile(r"([^{}]{1,200})\{([^{}]{0,2000})\}")
_AROUND_CLASS = re.compile(
    r"cookie|consent|gdpr|\bnav\b|navbar|menu|breadcrumb|footer|sidebar|similar-?jobs|"
    r"related-?jobs|other-?jobs|more-?jobs|recommend|newsletter|sign-?up|log-?in|social|share|"
    r"modal|popup|banner|advert|application-?form",
    re.I,
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
    linked = next(_job_postings(tree), None)
    text = ""
    if linked is not None:
        stated = _fields(linked)
        text = _linked_text(linked)
    hidden = _hidden_selectors(tree)
    _add_page_fields(tree, stated, hidden)
    if len(text) < 200:
        text = _described(tree, hidden) or _readable(markup, tree, hidden) or text
    return Page(text, stated, _around(tree, text, hidden))


def _around(tree: Any, text: str, hidden: frozenset[str]) -> str:
    """Visible lines of the page that did not come into `text`."""
    parts: list[str] = []
    _collect(tree, hidden, parts, 0, everything=True)
    kept = re.sub(r"\W+", "", text)
    lines = [re.sub(r"\s+", " ", line).strip(" -") for line in "".join(parts).split("\n")]
    return "\n".join(line for line in lines if line and re.sub(r"\W+", "", line) not in kept)[
        :20_000
    ]


def html_to_text(markup: str) -> str:
    """Visible text of a piece of HTML: a line a block, '- ' before list items."""
    import lxml.html

    if not markup.strip():
        return ""
    try:
        tree = lxml.html.fragment_fromstring(markup, create_parent="div")
    except (ValueError, lxml.etree.ParserError):
        return ""
    return _text_of(tree, frozenset())


# --- JSON-LD ------------------------------------------------------------------------------------


def _job_postings(tree: Any) -> Iterator[dict[str, Any]]:
    for script in tree.xpath("//script[contains(translate(@type,'LDJSON','ldjson'),'ld+json')]"):
        raw = (script.text or "").strip().removeprefix("<!--").removesuffix("-->").strip()
        raw = re.sub(r"^//<!\[CDATA\[|//\]\]>$|^<!\[CDATA\[|\]\]>$", "", raw).strip().rstrip(";")
        try:
            linked = json.loads(raw, strict=False)
        except ValueError:
            try:
                linked = json.loads(html.unescape(raw), strict=False)
            except ValueError:
                continue
        yield from _walk(linked, 0)


def _walk(node: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth > 8:
        return
    if isinstance(node, list):
        for item in node:
            yield from _walk(item, depth + 1)
    elif isinstance(node, dict):
        kind = node.get("@type", "")
        kinds = kind if isinstance(kind, list) else [kind]
        if any(str(name).rsplit("/", 1)[-1] == "JobPosting" for name in kinds):
            yield node
            return
        for value in node.values():
            if isinstance(value, (dict, list)):
                yield from _walk(value, depth + 1)


def _plain(value: Any) -> str:
    """A JSON-LD value as one line of text."""
    if isinstance(value, list):
        return ", ".join(filter(None, map(_plain, value)))
    if isinstance(value, dict):
        return _plain(value.get("name") or value.get("value") or value.get("description") or "")
    return (
        re.sub(r"\s+", " ", html_to_text(_unescaped(str(value)))).strip()
        if value not in (None, "")
        else ""
    )


def _unescaped(text: str) -> str:
    for _ in range(3):
        if not re.search(r"&(?:lt|gt|amp|#\d+|#x[\da-f]+|nbsp|quot|\w{2,8});", text, re.I):
            break
        text = html.unescape(text)
    return text


def _linked_text(linked: dict[str, Any]) -> str:
    parts: list[str] = []
    for key, heading in (
        ("description", ""),
        ("responsibilities", "Responsibilities:"),
        ("qualifications", "Qualifications:"),
        ("experienceRequirements", "Requirements:"),
        ("educationRequirements", "Requirements:"),
        ("skills", "Skills:"),
    ):
        value = linked.get(key)
        if isinstance(value, list):
            value = "\n".join(str(item) for item in value if isinstance(item, str))
        if not isinstance(value, str) or not value.strip():
            continue
        value = _unescaped(value)
        piece = html_to_text(value.replace("\n", "<br>") if "<" not in value else value).strip()
        if piece and piece not in "\n".join(parts):
            parts.append(f"{heading}\n{piece}" if heading else piece)
    return "\n".join(parts)


def _fields(linked: dict[str, Any]) -> dict[str, Stated]:
    how = "from the page's JobPosting metadata"
    values = {
        "title": _plain(linked.get("title") or linked.get("name")),
        "company": _plain(linked.get("hiringOrganization")),
        "location": _place(linked.get("jobLocation"))
        or ("Remote" if linked.get("jobLocationType") == "TELECOMMUTE" else ""),
        "employment_type": _plain(linked.get("employmentType")).replace("_", "-").lower(),
        "salary": _salary(linked.get("baseSalary")),
    }
    return {field: Stated(value=value[:200], how=how) for field, value in values.items() if value}


def _place(place: Any) -> str:
    if isinstance(place, list):
        return "; ".join(filter(None, map(_place, place)))
    if not isinstance(place, dict):
        return _plain(place)
    address = place.get("address", place)
    if not isinstance(address, dict):
        return _plain(address)
    parts = [
        _plain(address.get(key)) for key in ("addressLocality", "addressRegion", "addressCountry")
    ]
    return ", ".join(filter(None, parts))


def _salary(base: Any) -> str:
    if not isinstance(base, dict):
        return _plain(base)
    value = base.get("value")
    currency = _plain(base.get("currency"))
    if isinstance(value, dict):
        low, high = _plain(value.get("minValue")), _plain(value.get("maxValue"))
        amount = f"{low}-{high}" if low and high else low or high or _plain(value.get("value"))
        unit = _plain(value.get("unitText")).lower()
        return f"{currency} {amount}{' per ' + unit if unit else ''}".strip() if amount else ""
    return f"{currency} {_plain(value)}".strip() if value else ""


# --- page shapes --------------------------------------------------------------------------------


def _name_of(element: Any) -> str:
    return " ".join(
        filter(
            None,
            (
                element.get("class"),
                element.get("id"),
                element.get("itemprop"),
                element.get("data-automation-id"),
                element.get("data-testid"),
                element.get("data-qa"),
            ),
        )
    )


def _described(tree: Any, hidden: frozenset[str]) -> str:
    """The largest element whose own name says that it is the job description."""
    best = ""
    for element in tree.iter("div", "section", "article", "main", "td", "span"):
        name = _name_of(element)
        if (
            not name
            or not any(_DESCRIPTION.search(part) for part in name.split())
            or _AROUND_CLASS.search(name)
        ):
            continue
        text = _text_of(element, hidden)
        if len(text) > len(best):
            best = text
    return best if len(best) >= 300 else ""


def _readable(markup: str, tree: Any, hidden: frozenset[str]) -> str:
    whole = _text_of(tree, hidden)
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

    tree = lxml.html.document_fromstring(markup)
    for element in list(tree.iter()):
        if (
            isinstance(element.tag, str)
            and _is_hidden(element, hidden)
            and element.getparent() is not None
        ):
            element.drop_tree()
    return str(lxml.html.tostring(tree, encoding="unicode"))


def _densest(tree: Any, hidden: frozenset[str]) -> str:
    """The smallest element that holds four fifths of the page's visible words."""
    whole = len(_text_of(tree, hidden))
    best = tree
    while True:
        children = [child for child in best if isinstance(child.tag, str)]
        sized = [(len(_text_of(child, hidden)), child) for child in children]
        if not sized:
            break
        size, child = max(sized, key=lambda pair: pair[0])
        if size < 0.8 * whole:
            break
        best = child
    return _text_of(best, hidden)


def _add_page_fields(tree: Any, stated: dict[str, Stated], hidden: frozenset[str]) -> None:
    """Title, company and place from elements that pages name so; metadata comes first."""
    if "title" not in stated:
        for heading in tree.iter("h1"):
            value = re.sub(r"\s+", " ", _text_of(heading, hidden)).strip()
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
            name = _name_of(element)
            if name and any(names.search(part) for part in name.split()):
                value = re.sub(
                    r"^(?:at|bei|chez|en|bij)\s+",
                    "",
                    re.sub(r"\s+", " ", _text_of(element, hidden)).strip(),
                )
                if 1 < len(value) <= 80:
                    stated[field] = Stated(
                        value=value, how=f"from the page's element {name.split()[0]!r}"
                    )
                    break


# --- visible text -------------------------------------------------------------------------------


def _hidden_selectors(tree: Any) -> frozenset[str]:
    """Classes and ids that the page's own style sheets hide."""
    found: set[str] = set()
    for style in tree.iter("style"):
        for selectors, rules in _RULE.findall(style.text or ""):
            if _HIDING.search(rules):
                found.update(
                    s.strip()
                    for s in selectors.split(",")
                    if re.fullmatch(r"[.#][\w-]+", s.strip())
                )
    return frozenset(found)


def _is_hidden(element: Any, hidden: frozenset[str]) -> bool:
    if element.get("hidden") is not None or element.get("aria-hidden") == "true":
        return True
    style = element.get("style")
    if style and _HIDING.search(style):
        return True
    classes = element.get("class") or ""
    if classes and _HIDDEN_CLASS.search(classes):
        return True
    if not hidden:
        return False
    return (
        any("." + name in hidden for name in classes.split()) or f"#{element.get('id')}" in hidden
    )


def _text_of(root: Any, hidden: frozenset[str]) -> str:
    parts: list[str] = []
    _collect(root, hidden, parts, 0)
    text = re.sub(r"[ \t\xa0]+", " ", "".join(parts))
    text = re.sub(r" ?\n ?", "\n", text)
    text = re.sub(r"\n- *\n+(?:- )?", "\n- ", text)
    return re.sub(r"\n{2,}", "\n", text).strip()


def _collect(
    element: Any, hidden: frozenset[str], parts: list[str], depth: int, everything: bool = False
) -> None:
    tag = element.tag
    if not isinstance(tag, str) or tag in _UNSEEN or depth > 200:
        return
    if depth and _is_hidden(element, hidden):
        return
    if (
        depth
        and not everything
        and (
            tag in _AROUND
            or (tag in ("div", "section", "ul") and _AROUND_CLASS.search(_name_of(element)))
        )
    ):
        return
    block = tag in _BLOCKS
    if block:
        parts.append("\n- " if tag == "li" else "\n")
    elif tag == "br":
        parts.append("\n")
    if element.text:
        parts.append(re.sub(r"\s+", " ", element.text) if tag != "pre" else element.text)
    for child in element:
        _collect(child, hidden, parts, depth + 1, everything)
        if child.tail:
            parts.append(re.sub(r"\s+", " ", child.tail) if tag != "pre" else child.tail)
    if block:
        parts.append("\n")
