"""What of a page is not the posting: other jobs, menus, link titles, repeated heads and feet."""

from __future__ import annotations

from agent.models import Cut
from agent.posting.demand_cues import DEMAND, STRONG_DEMAND
from agent.posting.heading_cues import Announces
from agent.posting.headings import announces
from agent.posting.noise import REASONS, is_link_title, noise_of
from agent.posting.text import is_bullet


def with_reasons(lines: list[str]) -> list[tuple[str, str | None]]:
    """Each line with the reason to cut it, or None."""
    marked: list[tuple[str, str | None]] = []
    section: Announces | None = None
    in_others = False
    titles = _title_runs(lines)
    repeated = _repeated(lines)
    menu = _menu(lines[:12])
    for index, line in enumerate(lines):
        known = announces(line)
        if known is not None:
            in_others = known == "other_jobs"
            section = known
        if in_others:
            demands = bool(STRONG_DEMAND.search(line.lower())) and len(line) > 60
            if not demands:
                marked.append((line, "other jobs"))
                continue
            in_others = False
        noise = noise_of(line)
        if noise in ("page", "instruction"):
            marked.append((line, REASONS[noise]))
        elif line in repeated:
            marked.append((line, "repeated at the head or foot of pages"))
        elif index in titles and section in ("context", "unknown", None, "pitch"):
            marked.append((line, "titles of articles or links"))
        elif index in menu:
            marked.append((line, "page navigation"))
        else:
            marked.append((line, None))
    return marked


def _repeated(lines: list[str]) -> frozenset[str]:
    """Short lines that are no headings and stand on the page more than once."""
    counts: dict[str, int] = {}
    for line in lines:
        if (
            len(line) < 70
            and not is_bullet(line)
            and not line.endswith((".", ":"))
            and announces(line) in (None, "unknown")
        ):
            counts[line] = counts.get(line, 0) + 1
    return frozenset(line for line, n in counts.items() if n > 1 and len(line.split()) <= 8)


def _title_runs(lines: list[str]) -> frozenset[int]:
    """Indexes of lines in runs of three or more titles."""
    found: set[int] = set()
    run: list[int] = []
    for index, line in enumerate([*lines, ""]):
        if is_link_title(line) and announces(line) is None and not DEMAND.search(line.lower()):
            run.append(index)
            continue
        if len(run) >= 3:
            found.update(run)
        run = []
    return frozenset(found)


def _menu(head: list[str]) -> frozenset[int]:
    """Indexes of the first run of five or more lines of one or two words."""
    run: list[int] = []
    for index, line in enumerate(head):
        if (
            len(line.split()) <= 2
            and not line.endswith((":", "."))
            and not any(c.isdigit() for c in line)
            and announces(line) in (None, "unknown")
        ):
            run.append(index)
        elif len(run) >= 5:
            return frozenset(run)
        else:
            run = []
    return frozenset(run if len(run) >= 5 else ())


def join_cuts(cuts: list[Cut]) -> tuple[Cut, ...]:
    """Neighbours cut for the same reason as one."""
    joined: list[Cut] = []
    for cut in cuts:
        if joined and joined[-1].reason == cut.reason and joined[-1].offset == cut.offset:
            joined[-1] = Cut(
                text=f"{joined[-1].text}\n{cut.text}", reason=cut.reason, offset=cut.offset
            )
        else:
            joined.append(cut)
    return tuple(joined)
