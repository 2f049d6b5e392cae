"""The same JSON Resume with only its strings changed.

Locators are JSON pointers, as `agent.documents.json_resume` gives them.
"""

from __future__ import annotations

import copy
import json
from collections.abc import Mapping, Sequence
from typing import Any

from agent.documents.json_resume import load_json, text_of
from agent.models import Entry, Resume


def edit_json_resume(
    text: str, resume: Resume, texts: Mapping[str, str], orders: Mapping[str, Sequence[str]]
) -> str:
    """The same document with only the named strings replaced and highlights reordered."""
    whole = json.loads(text)
    document = load_json(text)
    changed = copy.deepcopy(document)
    for bullet in resume.bullets():
        new = texts.get(bullet.id)
        if new is not None and new != bullet.text and bullet.locked is None:
            _replace(changed, bullet.locator, bullet.text, new)
    for entry_id, order in orders.items():
        _reorder(changed, resume.entry(entry_id), order)
    if whole != document:
        key = next(key for key in ("resume", "cv", "data") if whole.get(key) == document)
        changed = {**whole, key: changed}
    return json.dumps(changed, ensure_ascii=False, indent=2) + "\n"


def _replace(document: Any, locator: str, old: str, new: str) -> None:
    pointer, _, row = locator.partition(":")
    *path, last = [int(step) if step.isdigit() else step for step in pointer.split("/")[1:]]
    holder = document
    for step in path:
        holder = holder[step]
    value = holder[last]
    if isinstance(value, str) and row:
        rows = value.split("\n")
        rows[int(row)] = new
        holder[last] = "\n".join(rows)
    elif isinstance(value, str):
        holder[last] = new
    elif isinstance(value, list):
        # A skills line: "Databases: MySQL, Oracle" is a name and a list of keywords.
        label = old[: old.index(text_of(value[0]))] if value and text_of(value[0]) in old else ""
        words = new[len(label) :] if new.startswith(label) else new.partition(": ")[2] or new
        holder[last] = [word.strip() for word in words.split(",") if word.strip()]
    elif isinstance(value, dict):
        key = next((key for key in ("name", "language") if text_of(value.get(key)) == old), None)
        if key:
            value[key] = new


def _reorder(document: Any, entry: Entry, order: Sequence[str]) -> None:
    locators = {bullet.id: bullet.locator for bullet in entry.bullets}
    wanted = [locators[id] for id in order if id in locators]
    lists: dict[str, list[int]] = {}
    for locator in wanted:
        holder, _, number = locator.rpartition("/")
        if number.isdigit():
            lists.setdefault(holder, []).append(int(number))
    for holder, numbers in lists.items():
        node = document
        for step in holder.split("/")[1:]:
            node = node[int(step) if step.isdigit() else step]
        values = [node[number] for number in numbers]
        for place, value in zip(sorted(numbers), values, strict=True):
            node[place] = value
