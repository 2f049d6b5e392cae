"""Words by which a sentence of a posting asks something of the person, whatever its section."""

from __future__ import annotations

import re

from agent.language.cues import cues

DEMAND = cues(
    r"\b(?:must|requir(?:ed?|es|ements?)|minimum|at least|\d+ ?\+|years?|experienced?|degree|"
    r"diploma|ged|certifi\w+|licen[cs]\w+|registered|"
    r"ability|able to|knowledge|skills?|skilled|proficien\w+|fluen\w+|familiar\w*|"
    r"understanding|background in|expertise|competen\w+|"
    r"qualified|qualifications?|graduate|candidates?|applicants?|you (?:have|are|should|must|"
    r"can|know|bring|possess|enjoy|thrive|need)|you're|you've|you possess|"
    r"should (?:have|be)|need(?:s|ed)? to|essential|passion\w*|trained|comfortable|"
    r"\w*kenntnisse|erfahrung\w*|\w*(?:aus|weiter)bildung|studium|abgeschlossen\w*|fähigkeit\w*|"
    r"voraussetzung|bereitschaft|führerschein\w*|von vorteil|wünschenswert|"
    r"berufserfahrung|sicherer umgang|"
    r"expérience|connaissances?|diplôme|maîtrise\w*|formation|vous (?:avez|êtes|maîtrisez)|"
    r"titulaire|permis|souhaité\w*|bac ?\+|"
    r"experiencia|conocimientos?|titulación|formación|dominio|imprescindible|nivel|"
    r"carnet|disponibilidad|"
    r"ervaring|kennis|diploma|opleiding|vaardigheden|beheersing|rijbewijs|werk- en denkniveau)\b"
)
STRONG_DEMAND = cues(
    r"\b(?:must (?!not\b)\w+|(?:is|are) (?:required|mandatory|essential|preferred|desired|"
    r"a plus|a must)|required(?=\\s*(?:[.,;:)!]|$))|"
    r"years? (?:of )?(?:\w+ ){0,3}experience|bachelor|master's|diploma|degree in|ability to|"
    r"knowledge of|proficien\w+ (?:in|with)|experience (?:in|with)|"
    r"you (?:have|should have|must|possess|bring)|we(?:'re| are) looking for (?:someone|"
    r"a person|people|candidates) (?:who|with))\b"
)
WANTED = re.compile(
    r"\b(?:experience|knowledge|certifi\w+|licen[cs]e|degree|skills?)\b.{0,260}"
    r"\b(?:is|are) (?:highly |strongly )?(?:desired|desirable|preferred)\b"
)
# 'Must demonstrate functional knowledge of the Bank Secrecy Act' names a law to be known.
KNOWS = re.compile(
    r"^\W*(?:must |should )?(?:have |demonstrate |possess )?(?:an? )?(?:\w+ ){0,2}"
    r"(?:knowledge|understanding|experience|familiarity)\b"
)
PAPER_REQUIRED = re.compile(
    r"\b(?:certifi\w+|licen[cs]e\w*|registration|degree|diploma)\b.{0,40}\brequired\b"
)
# 'Handle collections reporting and other tasks as assigned' names a duty first.
MORE_THAN_OTHER = re.compile(
    r"^\W*(?!perform|handle other|undertake|complete|other|any|all)\w+ (?!other|any|all)\w.{10,}?"
    r"(?:,| and| or) (?:any |all )?other\b|"
    r"^\W*(?:perform|handle|complete)s? (?!other|any|all|related|additional|"
    r"special|various)\w.{10,}? and (?:any |all )?other\b"
)
MUST_HOLD = re.compile(
    r"\b(?:certifi\w+|licen[cs]e\w*|registration|degree|diploma|"
    r"experience)\b(?:(?!\bmay\b).){0,120}\b(?:(?:is|are) (?:required|mandatory)|"
    r"must be (?:held|maintained|valid|obtained))|\bmust (?:have|possess|hold|"
    r"maintain)\b.{0,60}\b(?:certifi\w+|licen[cs]e\w*|degree|diploma|experience|registration)"
)
# Asked of some positions or some people only.
FOR_SOME = re.compile(
    r"\b(?:some|certain|these|those|other) positions\b|\bmay be (?:required|needed)\b|"
    r"^\W*(?:to (?:be|qualify)|if|in order|those|as part)\b|\b(?:applicants|candidates|persons|"
    r"individuals|employees) (?:who|that|wishing|desiring|applying|filing)\b|\bsubstitut|"
    r"\bmust (?:list|attach|submit|be submitted|provide)\b"
)
# 'We'd like at least two years in practice', 'we want somebody calm'.
WE_WANT = re.compile(
    r"\W*(?:[a-z]+ ){0,3}?we(?:'d like| would like| want| need| ask| expect|(?:'re| are) after)\b"
    r".*\b(?:someone|somebody|people who|a person|at least|years?|experience|ability|able|"
    r"qualifi\w+|licen[cs]e|knowledge)\b"
)
ENDS_ASKING = re.compile(
    r"\b(?:an? (?:\w+ )?(?:plus|asset|bonus|advantage|must)|preferred|desired|desirable|"
    r"essential|required)\W*$"
)
