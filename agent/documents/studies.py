"""A degree and a school that stand together without a separator."""

from __future__ import annotations

import re

from agent.documents.words import degree_weight, employer_weight

_SCHOOL = r"(?:University|College|School|Institute|Academy|Board|Hochschule|Universität)"
_SCHOOL_THEN_DEGREE = re.compile(rf"(.+\b{_SCHOOL}) (?=[A-Z])")
_DEGREE_THEN_SCHOOL = re.compile(rf"(.+?) (?={_SCHOOL} of )")
_BARE_DEGREE = re.compile(
    r"(?P<degree>Ph\.? ?D\.?|[BM]\.? ?(?:Sc|A|S|Eng|Ed|BA)\.?|MBA|Dipl\.?|LL[BM])"
    rf" (?P<school>(?:[A-ZÀ-Þ][\w.'-]* ){{0,4}}{_SCHOOL}(?: of(?: [A-ZÀ-Þ][\w.'-]*){{1,3}})?)"
    r"(?P<subject>, .+)?"
)


def split_glued(part: str) -> list[str]:
    """'Leith University Bachelor of Arts' -> two parts, where a school and a degree meet. After a
    bare degree the subject may follow the school: 'PhD Leith University, Physics'."""
    bare = _BARE_DEGREE.fullmatch(part)
    if bare:
        school = bare["school"].strip()
        subject = (bare["subject"] or "").strip(" ,")
        return [f"{bare['degree']}, {subject}" if subject else bare["degree"], school]
    for pattern, school_first in ((_SCHOOL_THEN_DEGREE, True), (_DEGREE_THEN_SCHOOL, False)):
        match = pattern.match(part)
        if match and "," not in part:
            left, right = match.group(1).strip(), part[match.end() :].strip()
            degree, school = (right, left) if school_first else (left, right)
            if degree_weight(degree) >= 1.5 and employer_weight(school) > employer_weight(degree):
                return [left, right]
    return [part]
