"""Amounts and deeds told another way: what the same phrase proves passes, what it does not fails."""

from __future__ import annotations

import pytest

from agent.documents import read_resume
from agent.models import Verdict
from agent.verify import verify

HONEST = (
    ("Led cabin as purser on about 1 in 4 trips", "Led the cabin as purser on about 25% of trips"),
    ("Roughly one in three callers upgraded", "Roughly 33% of callers upgraded"),
    (
        "Logged bugs in Jira, approx a third marked critical",
        "Logged bugs in Jira, about one-third of them marked critical",
    ),
    (
        "Test stand build planned for Q3 2022",
        "Test stand build planned for the third quarter of 2022",
    ),
    ("Milked cows in a double 8 parlor", "Milked cows in a double-eight parlor"),
    (
        "Build weekly dashboard in Power BI, used by collections team (8 people)",
        "Build weekly dashboard in Power BI, used by the eight-member collections team",
    ),
    (
        "Reduced part count on seal housing 11 to 7",
        "Reduced part count on seal housing by 4, from 11 to 7",
    ),
    ("Reduced part count on seal housing 11 to 7", "Reduced part count on the seal housing by 36%"),
    (
        "Picked 140 units per hour, goal was 120",
        "Picked 140 units an hour, exceeding the 120-unit goal by 20",
    ),
    ("Closed 41 sides in 4 years", "Closed 41 sides over four years, about 10 a year"),
    ("Turning residents q2h", "Turning residents every 2 hours"),
    (
        "Wrote court reports and testified in dependency hearings 11 times",
        "Wrote court reports and testified in 11 dependency hearings",
    ),
    (
        "Handled 120 open files, authority to $10,000",
        "Handled 120 open files with authority up to $10,000",
    ),
    ("Kept scrap at 1.8%", "Kept scrap under 2%"),
    ("Taught one apprentice to weld", "Taught an apprentice to weld"),
    ("Supervised 12 staff over 3 shifts", "Supervised a dozen staff across three shifts"),
    ("First and second level support for 260 users", "1st and 2nd level support for 260 users"),
    ("Cut cycle time 12 min to 9 min", "Cut cycle time by 25%, from 12 minutes to 9"),
    ("Visited 6 to 8 homes a day", "Visited up to 8 homes a day"),
    ("Passed 98 of 100 audits", "Passed 98% of 100 audits"),
    ("Worked 20 hrs/wk", "Worked 20 hours per week"),
    ("Sold 3 cars a week", "Sold about 12 cars a month"),
    ("Sold $2M a year", "Sold $2 million annually"),
    ("Drove 2,500 miles a week", "Drove about 4,000 km a week"),
    ("Held +/- .0005 on bearing bores", "Held ±0.0005 in. on bearing bores"),
    ("Baked bread at 450 F in deck ovens", "Baked bread at about 232 °C in deck ovens"),
    ("Lifted boxes up to 30 kg", "Lifted boxes of up to 66 lb (30 kg)"),
    ("Mowed 12 acres weekly", "Mowed about 4.9 hectares weekly"),
    (
        "Painted 20,000 sq ft of office space",
        "Painted 20,000 square feet (about 1,860 m²) of office space",
    ),
    ("Worked 12 hour shifts, 3 per week", "Worked three 12-hour shifts a week"),
    ("Worked 12 hour shifts, 3 per week", "Worked three 12-hour shifts (36 hours) a week"),
    (
        "Satisfaction went from 60% to 75%",
        "Satisfaction rose 15 percentage points, from 60% to 75%",
    ),
    ("Passed 8 of 10 inspections", "Passed 80% of inspections (8 of 10)"),
    ("Reached a fifth of the members by phone", "Reached 20% of members by phone"),
    ("Output went from 50 to 100 units a day", "Output doubled from 50 to 100 units a day"),
    ("Output went from 50 to 100 units a day", "Daily output doubled to 100 units"),
    ("Taught 5 classes of 28 students", "Taught 140 students across five classes"),
    ("Supervised 4 adults and 3 teens", "Supervised seven people (4 adults and 3 teens)"),
    ("Managed $3.2M budget", "Managed a $3.2 million budget"),
    ("Managed $3.2M budget", "Managed a budget of 3.2 million dollars"),
    ("Packed 1,200 orders a day", "Packed 1.2K orders per day"),
    ("Packed 25 orders a day", "Packed twenty-five orders daily"),
    ("Led a team of 25", "Led a 25-person team"),
    ("Served 24 tables", "Served two dozen tables"),
    ("Grew list 4x", "Grew list fourfold"),
    ("Grew list 4x", "Quadrupled the list"),
    ("Sales up 30%", "Increased sales by 30 percent"),
    ("Cut scrap 15 pct", "Cut scrap by 15%"),
    ("Answered 10K+ tickets", "Answered over 10,000 tickets"),
    ("Billed at $45/hr", "Billed at 45 dollars an hour"),
    ("Typed 40 wpm", "Typed 40 words per minute"),
    ("Ran 3 crews of 6", "Ran three six-person crews"),
    ("Ran 3 crews of 6", "Ran 3 crews, 18 people in all"),
    ("Open 8 hrs a day, 5 days a week", "Open 40 hours a week"),
    ("Handled 30 calls a day", "Handled roughly 150 calls a week"),
    ("Drove 45 min each way to clients", "Drove 45 minutes each way to clients"),
    ("Processed payroll for 60 staff every 2 weeks", "Processed biweekly payroll for 60 staff"),
    ("Trained 6 new hires in 2021 and 9 in 2022", "Trained 15 new hires over 2021 and 2022"),
    ("Turnaround fell from 5 days to 36 hours", "Cut turnaround by 70%, from 5 days to 36 hours"),
    (
        "Cleared a backlog of 300 files in 6 weeks",
        "Cleared 300 backlogged files in six weeks, about 50 a week",
    ),
    ("Raised £12,500 for the roof fund", "Raised £12.5k for the roof fund"),
    ("Looked after 18 infants and toddlers", "Looked after eighteen infants and toddlers"),
    ("Recorded 0 lost time accidents in 2 yrs", "Recorded no lost-time accidents in two years"),
    ("Kept inventory variance under 1%", "Kept inventory variance below one percent"),
    ("First of 40 in the class", "Ranked 1st of 40 in the class"),
    ("Wrote 2 to 3 articles weekly", "Wrote two or three articles a week"),
    ("Attended 6-7 deliveries per month", "Attended six to seven births a month"),
    ("Average class size 30", "Taught classes averaging 30 students"),
    ("Booked 90 appts/wk", "Booked 90 appointments a week"),
    ("Ran the 10-bed unit, 1:2 ratio", "Ran the ten-bed unit at a 1:2 ratio"),
    ("Stocked approx 500 SKUs", "Stocked approximately 500 SKUs"),
    ("Stocked approx 500 SKUs", "Stocked some 500 SKUs"),
    ("Stocked 487 SKUs", "Stocked nearly 500 SKUs"),
    ("Stocked 512 SKUs", "Stocked more than 500 SKUs"),
    ("Audited 12 branches, 4 per quarter", "Audited 12 branches at four per quarter"),
    (
        "Reduced wait time from 3 weeks to 4 days",
        "Reduced wait time from three weeks to four days, over 80%",
    ),
    ("Cut weld rework by half", "Cut weld rework by 50%"),
    ("Cut weld rework by half", "Halved weld rework"),
    ("Loaded 53 ft trailers", "Loaded 53-foot trailers"),
    ("Sewed 6 dz shirts a day", "Sewed 72 shirts a day"),
    ("Sold 120 units against a target of 100", "Sold 120 units, 120% of target"),
    ("Covered one day a week at the desk", "Covered days at the desk each week"),
    (
        "Sent suspicious files to SIU, 7 were denied",
        "Sent suspicious files to SIU, seven of which were denied",
    ),
    ("Write endpoints used by 3 internal apps", "Write endpoints, used by 3 internal apps"),
    (
        "Found no link between branch hours and churn",
        "Examined branch hours against churn and found no link",
    ),
    (
        "Found no link between branch hours and churn",
        "Found no relationship between branch hours and churn",
    ),
    (
        "Sat with dying residents when family wasnt there",
        "Sat with dying residents in the absence of their families",
    ),
    ("Precepted 4 new grads", "Served as preceptor to 4 new grads"),
    (
        "Proposed e-filing checklist, still under review when I left",
        "Put forward an e-filing checklist, still under review when I left",
    ),
    (
        "Tried new expense tool (Ramp) with finance; company decided against",
        "Tested the new Ramp expense tool with finance; the company decided against it",
    ),
    (
        "Rode along with commercial crew on 2 rooftop unit installs",
        "Accompanied the commercial crew on 2 rooftop unit installs",
    ),
    ("Wrote reports on pump failures", "Reported on pump failures"),
    ("Did audits of cash drawers", "Audited cash drawers"),
    ("Handled intake for new clients", "Processed intake for new clients"),
)
LIES = (
    ("Led cabin as purser on about 1 in 4 trips", "Led the cabin as purser on about 40% of trips"),
    (
        "Test stand build planned for Q3 2022",
        "Test stand build planned for the second quarter of 2022",
    ),
    ("Milked cows in a double 8 parlor", "Milked cows in a double-twelve parlor"),
    ("Reduced part count on seal housing 11 to 7", "Reduced part count on the seal housing by 46%"),
    (
        "Picked 110 units per hour, goal was 120",
        "Picked 110 units an hour, exceeding the 120-unit goal",
    ),
    ("Closed 41 sides in 4 years", "Closed 41 sides over four years, about 15 a year"),
    ("Turning residents q2h", "Turning residents every hour"),
    (
        "Handled 120 open files, authority to $10,000",
        "Handled 120 open files with authority up to $100,000",
    ),
    ("Taught one apprentice to weld", "Taught several apprentices to weld"),
    ("Taught one apprentice to weld", "Taught apprentices to weld"),
    ("Visited 6 to 8 homes a day", "Visited 8 homes a day"),
    ("Visited up to 8 homes a day", "Visited 8 homes a day"),
    ("Visited over 8 homes a day", "Visited 12 homes a day"),
    ("Worked 12 hour shifts, 3 per week", "Worked three 12-hour shifts (48 hours) a week"),
    ("Output went from 50 to 100 units a day", "Output tripled"),
    ("Ran 3 crews of 6", "Ran 3 crews, 24 people in all"),
    ("Handled 30 calls a day", "Handled roughly 300 calls a week"),
    ("Trained 6 new hires in 2021 and 9 in 2022", "Trained 20 new hires over 2021 and 2022"),
    ("Stocked approx 500 SKUs", "Stocked more than 500 SKUs"),
    ("Stocked 487 SKUs", "Stocked 500 SKUs"),
    ("Sent suspicious files to SIU, 7 were denied", "Sent suspicious files to SIU and denied 7"),
    ("Found no link between branch hours and churn", "Found a link between branch hours and churn"),
    ("Watched med passes but could not give meds", "Observed med passes and gave meds"),
    ("Trained 4 new grads", "Served as training manager for 4 new grads"),
    (
        "Proposed e-filing checklist, still under review when I left",
        "Introduced an e-filing checklist",
    ),
    (
        "Tried new expense tool (Ramp) with finance; company decided against",
        "Rolled out the new Ramp expense tool with finance",
    ),
    ("Test stand build planned for Q3 2022", "Built a test stand in Q3 2022"),
    ("Prepared designs for review by the architect", "Designed the building"),
)


def _verdict(line: str, rewrite: str) -> Verdict:
    text = f"# Jane Roe\n\n## Experience\n### Technician — Acme (2019 – 2022)\n- {line}\n"
    resume = read_resume(text.encode(), name="resume.md")
    bullet = next(b for e in resume.entries() for b in e.bullets if b.text == line)
    return verify(rewrite, resume=resume, bullet_id=bullet.id)


@pytest.mark.parametrize(("line", "rewrite"), HONEST)
def test_the_same_told_another_way_passes(line: str, rewrite: str) -> None:
    assert _verdict(line, rewrite).findings == ()


@pytest.mark.parametrize(("line", "rewrite"), LIES)
def test_what_the_line_does_not_prove_is_found(line: str, rewrite: str) -> None:
    assert not _verdict(line, rewrite).supported
