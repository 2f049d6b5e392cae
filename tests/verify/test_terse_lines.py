"""Short lines as people write them: what a phrase without a verb, or another's deed, proves."""

from __future__ import annotations

import pytest

from agent.documents import read_resume
from agent.models import Verdict
from agent.verify import verify

AIDE = """# Dana Roe

## Experience
### Nursing Assistant — Maple Care (2019 – 2023)
- Saw a family meeting run by the social worker, took notes
- Light housekeeping, meal prep and med reminders for 4 clients
- Ordering milk when the manager was ill
- Under the controller's supervision, reconciled petty cash
- 104% of collection target in 2021, missed in 2022
- 2nd place in the city latte art throwdown
- Story time helper on Saturdays
- Month end close and bank recs for 5 accounts
- Prepared workpapers for the yearly audit by Dow & Finch
- Did first fix on a 14 flat block, other lads did second fix
- Mail migration for staff (420 mailboxes), student mail done by vendor
- Stock order when owner on holiday
- Company was looking at body cams
- Defibrillator used once by EMT, I cleared the area
- Fault finding for 3 letting agents
- Crew of 4, foreman ran the job
- Supposed to learn the robot cell, plant closed first
- Did playground duty
- Filing backlog cleared by a temp I supervised
- Tested pumps w/o supervision
- Color match w/ densitometer, pull sheets every 500
- Goal was zero missed visits, missed 2
- Priced small jobs for the boss to send out
- I was mentor to one trainee for a term
- Soil samples pulled for the agronomist
- Recommended the Flying J lanes be dropped, dispatch agreed

### Technician — St. Brendan (2010 – 2012)
- Trained under the blood bank lead for 3 months, not signed off
- Turnaround went from 52 to 44 min after the tube system was put in
- Backup for the supervisor on scheduling
- GLP studies observed as a visitor, never run one
- I type the orders, the manager signs

## Education
- AA, Fenton Community College (not finished)
"""


def _verdict(line: str, rewrite: str) -> Verdict:
    resume = read_resume(AIDE.encode(), name="resume.md")
    bullet = next(b for e in resume.entries() for b in e.bullets if b.text.startswith(line))
    return verify(rewrite, resume=resume, bullet_id=bullet.id)


@pytest.mark.parametrize(
    ("line", "rewrite"),
    [
        ("Saw a family", "Ran a family meeting with the social worker and took notes"),
        ("Saw a family", "Took part in a family meeting run by the social worker"),
        ("Light", "Administered medication to 4 clients"),
        ("Ordering", "Ordered milk"),
        ("Under", "Reconciled petty cash"),
        ("104%", "Met collection targets"),
        ("104%", "Achieved 104% of collection target year after year"),
        ("2nd", "Won the city latte art throwdown"),
        ("Story", "Ran story time on Saturdays"),
        ("Month", "Shortened the month-end close and bank recs for 5 accounts"),
        ("Prepared", "Audited staff each year"),
        ("Did first", "Did first and second fix on a 14-flat block"),
        ("Fault", "Employed by 3 letting agents for fault finding"),
        ("Crew", "Ran the job with a crew of 4"),
        ("Supposed", "Learned the robot cell"),
        ("Tested", "Tested pumps with supervision"),
        ("Stock", "Managed the stock order"),
        ("Company", "Implemented body cams"),
        ("Defib", "Used a defibrillator once"),
        ("Turnaround", "Cut turnaround from 52 to 44 minutes"),
        ("Turnaround", "Cut turnaround from 52 to 44 minutes by putting in a tube system"),
        ("Soil", "Analyzed soil samples for the agronomist"),
        ("Trained", "Trained blood bank staff for 3 months"),
        ("Backup", "Managed scheduling"),
        ("GLP", "Ran GLP studies"),
        ("I type", "Signed the orders"),
    ],
)
def test_more_than_a_short_line_says_is_found(line: str, rewrite: str) -> None:
    assert _verdict(line, rewrite).findings


@pytest.mark.parametrize(
    ("line", "rewrite"),
    [
        ("Saw a family", "Observed a family meeting led by the social worker and took notes"),
        ("Light", "Did light housekeeping, prepared meals and gave med reminders for 4 clients"),
        ("Under", "Reconciled petty cash under supervision of the controller"),
        ("104%", "Reached 104% of the collection target in 2021"),
        ("Story", "Helped with story time on Saturdays"),
        ("Did first", "Completed first fix on a block of 14 flats"),
        ("Mail", "Migrated 420 staff mailboxes"),
        ("Crew", "Worked in a crew of 4 under a foreman"),
        ("Filing", "Supervised a temp who cleared the filing backlog"),
        ("Tested", "Tested pumps without supervision"),
        ("Color", "Matched color with a densitometer and pulled sheets every 500"),
        ("Goal", "Missed only 2 visits against a goal of zero"),
        ("Priced", "Prepared prices for small jobs for the boss to send out"),
        ("Turnaround", "Turnaround fell from 52 to 44 minutes after the tube system was put in"),
        ("Soil", "Collected soil samples for the agronomist"),
        ("Trained", "Completed 3 months of training under the blood bank lead (not signed off)"),
        ("Backup", "Served as backup to the supervisor for scheduling"),
        ("Recommended", "Recommended dropping the Flying J lanes, to which dispatch agreed"),
        ("I was", "Mentored one trainee for a term"),
    ],
)
def test_what_a_short_line_says_passes(line: str, rewrite: str) -> None:
    assert _verdict(line, rewrite).findings == ()
