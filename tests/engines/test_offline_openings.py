"""Weak openings made active; what is not sure stays as it was."""

import pytest

from agent.engines.offline_openings import activate


@pytest.mark.parametrize(
    ("weak", "active"),
    [
        ("Responsible for managing a team of 12 nurses", "Managed a team of 12 nurses"),
        ("Was responsible for the maintenance of 40 vehicles", "Maintained 40 vehicles"),
        (
            "Duties included cleaning rooms, stocking supplies, and greeting guests",
            "Cleaned rooms, stocked supplies, and greeted guests",
        ),
        ("In charge of planning and running weekly meetings", "Planned and ran weekly meetings"),
        ("Responsible for hiring, training, and scheduling of staff",
         "Hired, trained, and scheduled staff"),
        ("Responsible for the installation and repair of HVAC units",
         "Installed and repaired HVAC units"),
        ("My duties include: teaching reading to grade 2", "Taught reading to grade 2"),
        ("Tasked with writing SOPs", "Wrote SOPs"),
        ("Helped to train new hires", "Helped train new hires"),
        ("Was able to increase sales by 20%", "Increased sales by 20%"),
        ("I also supported 40 users", "Supported 40 users"),
        ("Responsible for monitoring 4 to 5 patients per shift, including telemetry",
         "Monitored 4 to 5 patients per shift, including telemetry"),
        ("Was responsible for providing wound care, IV therapy and discharge teaching",
         "Provided wound care, IV therapy and discharge teaching"),
        ("Responsible for accurately obtaining blood samples via venipuncture",
         "Accurately obtained blood samples via venipuncture"),
        ("Responsible for the production and plating of desserts", "Produced and plated desserts"),
        ("In charge of issuing keys, badges (staff, visitors) and the entry permits",
         "Issued keys, badges (staff, visitors) and the entry permits"),
        ("Responsible for ringing up sales orders and greeting guests",
         "Rang up sales orders and greeted guests"),
    ],
)  # fmt: skip
def test_active(weak: str, active: str) -> None:
    assert activate(weak) == active


@pytest.mark.parametrize(
    "line",
    [
        "Managed a team of 12 nurses",
        "Responsible for answering phones, filing and data entry",
        "Responsible for preparing food and customer service",
        "Responsible for managing hiring and training staff",
        "Responsible for all accounts payable",
        "Responsible for planning",
        "Responsible for helping guests by answering questions, finding rooms",
        "Responsible for recording entries, compiles, and resolving variances",
        "Responsible for getting assets re-titled",
        "I also would monitor out-of-area work",
        "I have experience with aircraft",
        "I worked training flights. I have experience with helicopters",
        "RESPONSIBLE FOR MANAGING STAFF",
        "Assisted in managing the budget",
        "Helped the team",
        "",
    ],
)
def test_left_alone(line: str) -> None:
    assert activate(line) == line


def test_a_current_role_stays_in_the_present() -> None:
    assert activate("Responsible for managing 12 nurses", present=True) == "Manage 12 nurses"
