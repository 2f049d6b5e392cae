"""Lists under headings of unknown meaning: the items tell what they do."""

import pytest

from agent.posting import read_posting
from agent.posting.headings import announces, announces_list
from agent.posting.lists import items, opens_list


def kinds(text: str) -> dict[str, str]:
    """The kind of block each line of a posting came into."""
    posting = read_posting(text)
    return {
        line.strip("-* "): block.kind
        for block in posting.blocks
        for line in posting.text[block.span.start : block.span.end].split("\n")
    }


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (  # A heading that also speaks of shifts, and one of no known words.
            "CNC machinist\nThe shift from six\n- Set up and run three-axis mills\n"
            "- Read drawings and hold tolerances\n- Check first parts with a gauge\n"
            "Where the bar is\n- High school diploma\n- 3+ years on mills\n"
            "- Comfortable at heights",
            {"Read drawings and hold tolerances": "responsibility", "High school diploma": "must"},
        ),
        (  # Items without a glyph, and without a stop.
            "Fitter\nTHE HUMAN\nTime-served apprenticeship in fitting\n18th Edition or AM2\n"
            "Experience of bottling lines\nAble to read drawings\n",
            {"18th Edition or AM2": "must", "Time-served apprenticeship in fitting": "must"},
        ),
        (
            "Pflegekraft (m/w/d)\nUnser Haus und Sie\n- Sie versorgen Patienten auf der Station\n"
            "- Sie überwachen Geräte und Werte\n- Sie leiten Schüler an\nEin paar Dinge vorab\n"
            "- Abgeschlossene Ausbildung in der Pflege\n- Gute Deutschkenntnisse\n"
            "- Führerschein Klasse B\n",
            {"Sie leiten Schüler an": "responsibility", "Gute Deutschkenntnisse": "must"},
        ),
        (
            "Comptable H/F\nLe poste en bref\n- saisissez les factures des fournisseurs\n"
            "- préparez les règlements du mois\n- effectuez la déclaration de TVA\n",
            {"préparez les règlements du mois": "responsibility"},
        ),
        (  # What is offered is no demand, whatever stood before.
            "Barista\nRequirements\n- Two years of experience behind a bar\n- Able to lift crates\n"
            "The sweet part\n- Health insurance and dental\n- Paid time off\n- Free coffee\n",
            {"Free coffee": "benefits", "Able to lift crates": "must"},
        ),
        (  # Physical demands stay what they are.
            "Porter\nPhysical demands\n- Must be able to stand all day\n"
            "- Ability to move about the building\n- Must be able to lift 50 pounds\n",
            {"Ability to move about the building": "other"},
        ),
    ],
)
def test_the_items_of_a_list_tell_what_it_does(text: str, told: dict[str, str]) -> None:
    found = kinds(text)
    assert {line: found[line] for line in told} == told


def test_items_are_told_from_paragraphs() -> None:
    lines = [
        "Welder wanted",
        "We build gates. We like steel.",
        "Three years of MIG welding",
        "A clean driving licence",
        "Able to read drawings",
        "Come and see us.",
    ]
    assert items(lines) == [False, False, True, True, True, False]
    assert items(lines[2:4]) == [False, False]  # two lines are no list


@pytest.mark.parametrize(
    ("line", "opens"),
    [
        ("What gets you hired", True),
        ("Safety", True),
        ("Knowledgeable in Windows", False),
        ("Paid every Friday.", False),
        ("Call 555 0100", False),
        ("Keep the yard tidy", False),
    ],
)
def test_a_short_line_above_a_list_heads_it(line: str, opens: bool) -> None:
    assert opens_list(line) is opens


@pytest.mark.parametrize(
    ("kind", "headings"),
    [
        ("responsibility", "A typical week|Your challenge|The gig|What you'll get up to"),
        ("responsibility", "Was Sie bei uns bewegen|Dein Arbeitsalltag|Votre quotidien"),
        ("responsibility", "En qué consiste el trabajo|Jouw werkdag|Waar ga je aan werken?"),
        ("must", "The person|You|What it takes|Is this you?|Non-negotiables|What we're after"),
        ("must", "Was Sie auszeichnet|Damit punktest du|Ihre Stärken|Qui êtes-vous ?|Vos atouts"),
        ("must", "¿Eres tú?|Qué esperamos de ti|Over jou|Jij bent|Jouw kwaliteiten"),
        ("preferred", "Great if you have|Das wäre toll|Un plus|Leuk als je ook"),
        ("benefits", "The money stuff|Worauf Sie sich freuen können|In return|Condiciones"),
    ],
)
def test_headings_of_five_languages(kind: str, headings: str) -> None:
    for heading in headings.split("|"):
        assert (announces(heading) or announces_list(heading)) == kind, heading
