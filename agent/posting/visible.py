"""What a reader sees of a page: no scripts, nothing hidden, a line a block."""

from __future__ import annotations

import re
from typing import Any

from agent.language.grammar import word_set

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
AROUND_CLASS = re.compile(
    r"cookie|consent|gdpr|\bnav\b|navbar|menu|breadcrumb|footer|sidebar|similar-?jobs|"
    r"related-?jobs|other-?jobs|more-?jobs|recommend|newsletter|sign-?up|log-?in|social|share|"
    r"modal|popup|banner|advert|application-?form",
    re.I,
)


def html_to_text(markup: str) -> str:
    """Visible text of a piece of HTML: a line a block, '- ' before list items."""
    import lxml.html

    if not markup.strip():
        return ""
    try:
        tree = lxml.html.fragment_fromstring(markup, create_parent="div")
    except (ValueError, lxml.etree.ParserError):
        return ""
    return text_of(tree, frozenset())


def name_of(element: Any) -> str:
    """The names a page gives an element: classes, id and test marks, spaced."""
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


def hidden_selectors(tree: Any) -> frozenset[str]:
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


def is_hidden(element: Any, hidden: frozenset[str]) -> bool:
    """True if a browser would not show `element`; `hidden` as `hidden_selectors` gives it."""
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


def text_of(root: Any, hidden: frozenset[str]) -> str:
    """Visible text of `root`: a line a block, '- ' before list items."""
    parts: list[str] = []
    collect(root, hidden, parts, 0)
    text = re.sub(r"[ \t\xa0]+", " ", "".join(parts))
    text = re.sub(r" ?\n ?", "\n", text)
    text = re.sub(r"\n- *\n+(?:- )?", "\n- ", text)
    return re.sub(r"\n{2,}", "\n", text).strip()


def collect(
    element: Any, hidden: frozenset[str], parts: list[str], depth: int, everything: bool = False
) -> None:
    """Append the visible text under `element` to `parts`; with `everything`, menus too."""
    tag = element.tag
    if not isinstance(tag, str) or tag in _UNSEEN or depth > 200:
        return
    if depth and is_hidden(element, hidden):
        return
    if (
        depth
        and not everything
        and (
            tag in _AROUND
            or (tag in ("div", "section", "ul") and AROUND_CLASS.search(name_of(element)))
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
        collect(child, hidden, parts, depth + 1, everything)
        if child.tail:
            parts.append(re.sub(r"\s+", " ", child.tail) if tag != "pre" else child.tail)
    if block:
        parts.append("\n")
