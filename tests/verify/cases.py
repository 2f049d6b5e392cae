"""Honest and lying rewrites of invented bullets, in many occupations.

Written before the checks were tuned. In each case the first line is the one rewritten; the others
are of the same entry. `skills` is the Skills list, `other` another entry.
"""

from __future__ import annotations

from typing import NamedTuple


class Case(NamedTuple):
    heading: str
    lines: tuple[str, ...]
    honest: tuple[str, ...]
    lies: tuple[tuple[str, str], ...]
    """(kind of lie, rewrite)."""
    skills: str = ""
    other: tuple[str, ...] = ()
    """Heading and lines of another entry."""


CASES = (
    Case(
        "Registered Nurse, Oakfield Hospital (Mar 2019 – Jun 2023)",
        (
            "Cared for 5 to 6 post-operative patients per shift on a 32-bed orthopedic unit",
            "Assisted physicians with wound care and dressing changes",
            "Precepted two newly graduated nurses",
        ),
        (
            "Provided care to 5-6 post-op patients each shift on a 32-bed orthopedic unit",
            "Delivered post-operative care for five to six patients per shift in a 32-bed orthopedic ward",  # noqa: E501
            "Looked after post-operative patients on an orthopedic unit",
            "Cared for post-operative orthopedic patients and precepted 2 newly graduated nurses",
        ),
        (
            (
                "inflated_number",
                "Cared for 8 to 10 post-operative patients per shift on a 32-bed orthopedic unit",
            ),
            (
                "domain_shift",
                "Cared for 5 to 6 cardiac patients per shift on a 32-bed telemetry unit",
            ),
            (
                "role_inflation",
                "Supervised care of 5 to 6 post-operative patients per shift on a 32-bed orthopedic unit",  # noqa: E501
            ),
            (
                "invented_outcome",
                "Cared for 5 to 6 post-operative patients per shift, reducing readmissions",
            ),
            (
                "invented_credential",
                "CCRN-certified nurse caring for 5 to 6 post-operative patients per shift",
            ),
            ("scope_inflation", "Precepted all newly graduated nurses"),
        ),
    ),
    Case(
        "Registered Nurse, Oakfield Hospital (Mar 2019 – Jun 2023)",
        ("Assisted physicians with wound care and dressing changes",),
        (
            "Supported physicians during wound care and dressing changes",
            "Helped doctors with wound care and changing dressings",
            "Assisted physicians in changing dressings and caring for wounds",
        ),
        (
            ("role_inflation", "Performed wound care and dressing changes"),
            ("role_inflation", "Managed wound care and dressing changes"),
            (
                "invented_skill",
                "Assisted physicians with wound care, dressing changes and central line placement",
            ),
        ),
    ),
    Case(
        "Welder, Ironbridge Fabrication (2016 – 2020)",
        (
            "Welded structural steel beams using MIG and stick processes to drawing tolerances",
            "Passed visual weld inspections; was not trained in TIG",
        ),
        (
            "MIG- and stick-welded structural steel beams to tolerances on drawings",
            "Used MIG and stick welding on structural steel beams, working to drawing tolerances",
            "Welded steel beams with MIG and stick processes",
        ),
        (
            ("negation_drop", "Welded structural steel beams using MIG, stick and TIG processes"),
            (
                "invented_credential",
                "AWS-certified welder of structural steel beams using MIG and stick processes",
            ),
            (
                "swapped_tool",
                "Welded structural steel beams using flux-core and stick processes to drawing tolerances",  # noqa: E501
            ),
            ("domain_shift", "Welded aluminum pipeline using MIG and stick processes"),
            (
                "added_metric",
                "Welded 40 structural steel beams a week using MIG and stick processes",
            ),
        ),
    ),
    Case(
        "Staff Accountant, Pell Manufacturing (2017 – 2021)",
        (
            "Prepared monthly bank reconciliations for 9 accounts and helped with the year-end audit",  # noqa: E501
        ),
        (
            "Reconciled nine bank accounts each month and assisted with the year-end audit",
            "Assisted in the year-end audit and prepared monthly reconciliations of 9 bank accounts",  # noqa: E501
            "Performed monthly bank reconciliations (9 accounts); supported the annual audit",
        ),
        (
            (
                "role_inflation",
                "Prepared monthly bank reconciliations for 9 accounts and led the year-end audit",
            ),
            (
                "unit_change",
                "Prepared weekly bank reconciliations for 9 accounts and helped with the year-end audit",  # noqa: E501
            ),
            (
                "inflated_number",
                "Prepared monthly bank reconciliations for 19 accounts and helped with the year-end audit",  # noqa: E501
            ),
            ("invented_skill", "Prepared monthly bank reconciliations for 9 accounts in NetSuite"),
            (
                "invented_outcome",
                "Prepared monthly bank reconciliations for 9 accounts, recovering lost revenue",
            ),
        ),
        skills="Excel, NetSuite, QuickBooks",
    ),
    Case(
        "Fourth Grade Teacher, Birchwood Elementary (2015 – 2022)",
        (
            "Taught math and reading to 24 fourth-grade students, including 4 English learners",
            "Met with parents twice a year to discuss progress",
        ),
        (
            "Taught reading and math to a class of 24 4th-grade students, 4 of them English learners",  # noqa: E501
            "Instructed 24 fourth graders in math and reading",
            "Taught math and reading to 24 pupils and met with parents two times a year to discuss their progress",  # noqa: E501
        ),
        (
            (
                "inflated_number",
                "Taught math and reading to 42 fourth-grade students, including 4 English learners",
            ),
            (
                "scope_inflation",
                "Taught math and reading across the whole school, including English learners",
            ),
            (
                "number_swap",
                "Taught math and reading to 4 fourth-grade students, including 24 English learners",
            ),
            (
                "invented_outcome",
                "Taught math and reading to 24 fourth-grade students, raising test scores",
            ),
            (
                "invented_credential",
                "ESL-endorsed teacher of math and reading to 24 fourth-grade students",
            ),
            ("domain_shift", "Taught science and reading to 24 fourth-grade students"),
        ),
    ),
    Case(
        "Electrician Apprentice, Volt & Sons (2020 – 2022)",
        ("Pulled wire and installed outlets in residential units under a licensed electrician",),
        (
            "Installed outlets and pulled wire in residential units, supervised by a licensed electrician",  # noqa: E501
            "Under a licensed electrician, pulled wire and fitted outlets in residential units",
        ),
        (
            (
                "invented_credential",
                "Licensed electrician who pulled wire and installed outlets in residential units",
            ),
            (
                "domain_shift",
                "Pulled wire and installed outlets in commercial units under a licensed electrician",  # noqa: E501
            ),
            (
                "promoted_title",
                "Journeyman electrician: pulled wire and installed outlets in residential units",
            ),
            (
                "invented_skill",
                "Pulled wire, installed outlets and programmed PLCs in residential units under a licensed electrician",  # noqa: E501
            ),
        ),
    ),
    Case(
        "Mechanical Engineer, Torvane Pumps (2018 – 2023)",
        (
            "Redesigned the impeller in SolidWorks, raising pump efficiency from 70% to 77%",
            "Ran finite element analysis on castings",
        ),
        (
            "Raised pump efficiency by 10% (from 70% to 77%) by redesigning the impeller in SolidWorks",  # noqa: E501
            "Redesigned the impeller with SolidWorks, increasing pump efficiency by 7 percentage points",  # noqa: E501
            "Used SolidWorks to redesign the impeller and improve pump efficiency",
            "Redesigned an impeller in SolidWorks and performed FEA on castings",
        ),
        (
            (
                "inflated_number",
                "Redesigned the impeller in SolidWorks, raising pump efficiency from 70% to 87%",
            ),
            (
                "swapped_tool",
                "Redesigned the impeller in CATIA, raising pump efficiency from 70% to 77%",
            ),
            (
                "unit_change",
                "Redesigned the impeller in SolidWorks, raising pump efficiency by 77%",
            ),
            (
                "invented_outcome",
                "Redesigned the impeller in SolidWorks, saving the company energy costs",
            ),
            (
                "direction",
                "Redesigned the impeller in SolidWorks, lowering pump efficiency from 77% to 70%",
            ),
        ),
    ),
    Case(
        "Line Cook, Maple Street Grill (2017 – 2019)",
        ("Worked the grill and fry stations during dinner service for about 150 covers a night",),
        (
            "Staffed grill and fry stations during dinner service, roughly 150 covers per night",
            "Cooked on the grill and fry stations at dinner, serving around 150 covers nightly",
            "Worked grill and fry stations for dinner service",
        ),
        (
            (
                "inflated_number",
                "Worked the grill and fry stations during dinner service for about 250 covers a night",  # noqa: E501
            ),
            ("promoted_title", "Head chef on the grill and fry stations during dinner service"),
            (
                "role_inflation",
                "Managed the grill and fry stations during dinner service for about 150 covers a night",  # noqa: E501
            ),
            ("invented_skill", "Worked the grill, fry and pastry stations during dinner service"),
            (
                "qualifier_drop",
                "Worked the grill and fry stations during dinner service for over 150 covers a night",  # noqa: E501
            ),
        ),
    ),
    Case(
        "Retail Sales Associate, Corner & Co (2019 – 2021)",
        ("Helped customers find sizes, rang up sales and restocked shelves",),
        (
            "Assisted customers in finding sizes, processed sales and restocked shelves",
            "Provided customer service, operated the register to ring up sales, and replenished shelves",  # noqa: E501
            "Restocked shelves, rang up purchases and helped shoppers find sizes",
        ),
        (
            (
                "invented_outcome",
                "Helped customers find sizes and rang up sales, boosting store revenue",
            ),
            ("role_inflation", "Supervised sales staff, rang up sales and restocked shelves"),
            (
                "added_metric",
                "Helped 80+ customers a day find sizes, rang up sales and restocked shelves",
            ),
            (
                "exclusivity",
                "Top-selling associate who helped customers find sizes and restocked shelves",
            ),
        ),
    ),
    Case(
        "Software Engineer, Bluepier (2020 – 2024)",
        (
            "Migrated the notification service from RabbitMQ to Kafka with two other engineers",
            "Cut p95 latency from 800 ms to 200 ms by adding a Redis cache",
        ),
        (
            "With two other engineers, moved the notification service from RabbitMQ to Apache Kafka",  # noqa: E501
            "Migrated a notification service to Kafka from RabbitMQ as one of three engineers",
            "Reduced p95 latency by 75% (800 ms to 200 ms) with a Redis cache",
            "Added a Redis cache that cut p95 latency 4x",
        ),
        (
            (
                "direction",
                "Migrated the notification service from Kafka to RabbitMQ with two other engineers",
            ),
            (
                "role_inflation",
                "Led two other engineers in migrating the notification service from RabbitMQ to Kafka",  # noqa: E501
            ),
            (
                "exclusivity",
                "Single-handedly migrated the notification service from RabbitMQ to Kafka",
            ),
            ("inflated_number", "Cut p95 latency by 90% by adding a Redis cache"),
            (
                "scope_inflation",
                "Migrated all services from RabbitMQ to Kafka with two other engineers",
            ),
            ("swapped_tool", "Cut p95 latency from 800 ms to 200 ms by adding a Memcached cache"),
        ),
    ),
    Case(
        "HR Coordinator, Lindale Foods (2018 – 2022)",
        ("Scheduled interviews for open positions and maintained employee files in Workday",),
        (
            "Maintained personnel files in Workday and arranged interviews for open roles",
            "Coordinated interview scheduling for open positions; kept employee records in Workday",
            "Scheduled candidate interviews and maintained employee files using Workday",
        ),
        (
            (
                "role_inflation",
                "Led recruitment for open positions and maintained employee files in Workday",
            ),
            (
                "action",
                "Conducted interviews for open positions and maintained employee files in Workday",
            ),
            (
                "swapped_tool",
                "Scheduled interviews for open positions and maintained employee files in BambooHR",
            ),
            ("proficiency_inflation", "Workday expert who scheduled interviews for open positions"),
            (
                "scope_inflation",
                "Scheduled executive interviews worldwide and maintained employee files in Workday",
            ),
        ),
    ),
    Case(
        "Marketing Intern, Sunvale Media (Jun 2021 – Aug 2021)",
        ("Drafted social media captions and tracked engagement in a spreadsheet",),
        (
            "Wrote draft captions for social media and tracked engagement in Excel-style spreadsheets".replace(  # noqa: E501
                "Excel-style ", ""
            ),
            "Tracked engagement in a spreadsheet and drafted captions for social media",
            "Drafted captions for social media posts and used a spreadsheet to track engagement",
        ),
        (
            ("invented_outcome", "Drafted social media captions that increased engagement"),
            ("added_metric", "Drafted social media captions and grew engagement by 35%"),
            (
                "role_inflation",
                "Directed social media strategy and tracked engagement in a spreadsheet",
            ),
            (
                "changed_date_tenure",
                "Drafted social media captions for two years and tracked engagement in a spreadsheet",  # noqa: E501
            ),
            (
                "promoted_title",
                "Marketing Manager: drafted social media captions and tracked engagement",
            ),
        ),
    ),
    Case(
        "Truck Driver, Greyline Freight (2014 – 2019)",
        ("Hauled dry freight across five Midwestern states with no preventable accidents",),
        (
            "Transported dry freight through 5 Midwestern states with zero preventable accidents",
            "Drove dry freight across five states in the Midwest without a preventable accident",
            "Hauled dry freight in five Midwestern states",
        ),
        (
            ("scope_inflation", "Hauled dry freight nationwide with no preventable accidents"),
            (
                "domain_shift",
                "Hauled hazardous materials across five Midwestern states with no preventable accidents",  # noqa: E501
            ),
            (
                "inflated_number",
                "Hauled dry freight across fifteen Midwestern states with no preventable accidents",
            ),
            (
                "negation_drop",
                "Hauled dry freight across five Midwestern states with no accidents or violations",
            ),
        ),
    ),
    Case(
        "Case Worker, Bridgeway Services (2019 – 2022)",
        (
            "Carried a caseload of 30 clients and connected families with housing programs",
            "Planned a job fair that was cancelled",
        ),
        (
            "Managed a caseload of 30 clients and linked families to housing programs",
            "Connected families to housing programs while carrying a 30-client caseload",
            "Handled 30 client cases and connected families with programs for housing",
        ),
        (
            (
                "inflated_number",
                "Carried a caseload of 50 clients and connected families with housing programs",
            ),
            (
                "invented_outcome",
                "Carried a caseload of 30 clients and secured permanent housing for families",
            ),
            ("aspiration_to_actual", "Organized and held a job fair"),
            ("role_inflation", "Supervised case workers with a caseload of 30 clients"),
            (
                "invented_credential",
                "LCSW carrying a caseload of 30 clients and connecting families with housing programs",  # noqa: E501
            ),
        ),
    ),
    Case(
        "Pharmacy Technician, Hartwell Drug (2016 – 2021)",
        ("Filled an average of 200 prescriptions a day and answered insurance questions",),
        (
            "Filled on average 200 prescriptions daily and answered questions about insurance",
            "Answered insurance inquiries and filled about 200 prescriptions per day",
            "Filled prescriptions and responded to insurance questions",
        ),
        (
            (
                "unit_change",
                "Filled an average of 200 prescriptions an hour and answered insurance questions",
            ),
            (
                "action",
                "Verified an average of 200 prescriptions a day and answered insurance questions",
            ),
            (
                "invented_skill",
                "Filled an average of 200 prescriptions a day and compounded sterile IV medications",  # noqa: E501
            ),
            ("promoted_title", "Pharmacist who filled an average of 200 prescriptions a day"),
        ),
    ),
    Case(
        "Graphic Designer, Pine & Press (2018 – 2023)",
        ("Designed packaging for three regional beverage brands in Illustrator",),
        (
            "Created packaging designs for 3 regional beverage brands using Adobe Illustrator",
            "Used Illustrator to design packaging for three regional drink brands",
            "Designed beverage packaging in Illustrator",
        ),
        (
            (
                "scope_inflation",
                "Designed packaging for three national beverage brands in Illustrator",
            ),
            (
                "invented_employer_client",
                "Designed packaging for Pepsi and other beverage brands in Illustrator",
            ),
            (
                "inflated_number",
                "Designed packaging for thirteen regional beverage brands in Illustrator",
            ),
            (
                "invented_outcome",
                "Designed award-winning packaging for three regional beverage brands in Illustrator",  # noqa: E501
            ),
            (
                "domain_shift",
                "Designed packaging for three regional cosmetics brands in Illustrator",
            ),
        ),
    ),
    Case(
        "Data Analyst, Meridian Transit (2020 – 2023)",
        (
            "Built a pilot dashboard in Power BI for one depot manager",
            "Wrote SQL queries against the ridership database",
        ),
        (
            "Created a pilot Power BI dashboard for a depot manager",
            "Developed a pilot dashboard using Microsoft Power BI for one depot manager",
            "Queried the ridership database in SQL and built a pilot Power BI dashboard",
        ),
        (
            ("qualifier_drop", "Built a dashboard in Power BI for depot managers"),
            ("scope_inflation", "Built a pilot dashboard in Power BI for every depot manager"),
            ("swapped_tool", "Built a pilot dashboard in Looker for one depot manager"),
            (
                "invented_skill",
                "Built a pilot dashboard in Power BI and machine learning models for one depot manager",  # noqa: E501
            ),
            (
                "qualifier_drop",
                "Rolled out a production dashboard in Power BI for one depot manager",
            ),
        ),
    ),
    Case(
        "Receptionist, Lakeview Clinic (2017 – 2020)",
        ("Greeted patients, verified insurance and answered a six-line phone system",),
        (
            "Welcomed patients, checked insurance and answered a 6-line phone system",
            "Answered a six-line telephone system, greeted patients and verified insurance coverage",  # noqa: E501
            "Front desk: greeted patients and verified insurance",
        ),
        (
            ("invented_skill", "Greeted patients, verified insurance and performed medical coding"),
            (
                "role_inflation",
                "Managed the front office, verified insurance and answered a six-line phone system",
            ),
            (
                "inflated_number",
                "Greeted patients, verified insurance and answered a sixteen-line phone system",
            ),
            (
                "invented_skill",
                "Greeted patients, verified insurance in Epic and answered a six-line phone system",
            ),
        ),
    ),
    Case(
        "Construction Project Engineer, Dalton Builders (2019 – 2023)",
        ("Reviewed submittals and tracked RFIs for a $12 million school addition",),
        (
            "Tracked requests for information (RFIs) and reviewed submittals on a $12M school addition",  # noqa: E501
            "Reviewed submittals and monitored RFIs for a school addition worth $12 million",
            "Tracked RFIs and reviewed submittals",
        ),
        (
            (
                "inflated_number",
                "Reviewed submittals and tracked RFIs for a $120 million school addition",
            ),
            ("role_inflation", "Managed a $12 million school addition"),
            ("action", "Approved submittals and tracked RFIs for a $12 million school addition"),
            (
                "domain_shift",
                "Reviewed submittals and tracked RFIs for a $12 million hospital addition",
            ),
            ("number_swap", "Reviewed 12 million submittals for a school addition"),
        ),
    ),
    Case(
        "Lab Technician, Norvale Water (2018 – 2022)",
        ("Tested drinking-water samples weekly for lead and coliform using EPA methods",),
        (
            "Performed weekly tests of drinking-water samples for coliform and lead with EPA methods",  # noqa: E501
            "Tested drinking water for lead and coliform each week following EPA methods",
            "Analyzed weekly drinking-water samples for lead and coliform per EPA methods",
        ),
        (
            (
                "unit_change",
                "Tested drinking-water samples daily for lead and coliform using EPA methods",
            ),
            (
                "invented_skill",
                "Tested drinking-water samples weekly for lead, arsenic and coliform using EPA methods",  # noqa: E501
            ),
            ("action", "Developed EPA methods for testing drinking-water samples"),
            (
                "domain_shift",
                "Tested wastewater samples weekly for lead and coliform using EPA methods",
            ),
        ),
    ),
    Case(
        "Customer Success Associate, Tidemark (2021 – 2024)",
        ("Answered 60 chats a week and wrote 12 help-center articles", "Target: 95% satisfaction"),
        (
            "Wrote twelve help-center articles and answered 60 chats weekly",
            "Responded to 60 chats per week; authored 12 articles for the help center",
            "Answered chats and wrote help-center articles",
        ),
        (
            ("number_swap", "Answered 12 chats a week and wrote 60 help-center articles"),
            ("aspiration_to_actual", "Answered 60 chats a week with 95% satisfaction"),
            ("aspiration_to_actual", "Achieved 95% satisfaction while answering 60 chats a week"),
            ("unit_change", "Answered 60 chats a day and wrote 12 help-center articles"),
            (
                "invented_skill",
                "Answered 60 chats a week in Zendesk and wrote 12 help-center articles",
            ),
        ),
    ),
    Case(
        "Police Officer, City of Rowan (2012 – 2020)",
        ("Patrolled the north district, responded to emergency calls and wrote incident reports",),
        (
            "Responded to emergency calls, patrolled the north district and prepared incident reports",  # noqa: E501
            "Patrolled the northern district, answering emergency calls and writing reports on incidents",  # noqa: E501
        ),
        (
            (
                "scope_inflation",
                "Patrolled the entire city, responded to emergency calls and wrote incident reports",  # noqa: E501
            ),
            (
                "direction",
                "Patrolled the south district, responded to emergency calls and wrote incident reports",  # noqa: E501
            ),
            (
                "invented_skill",
                "Patrolled the north district, responded to emergency calls and negotiated hostage situations",  # noqa: E501
            ),
            (
                "promoted_title",
                "Sergeant who patrolled the north district and wrote incident reports",
            ),
            ("invented_outcome", "Patrolled the north district, cutting crime"),
        ),
    ),
    Case(
        "Warehouse Associate, Fulton Logistics (2020 – 2022)",
        ("Picked and packed orders; occasionally drove the forklift",),
        (
            "Picked and packed orders and occasionally operated the forklift",
            "Packed and picked orders, driving a forklift on occasion",
            "Picked and packed customer orders",
        ),
        (
            ("qualifier_drop", "Picked and packed orders and drove the forklift daily"),
            ("qualifier_drop", "Picked and packed orders; drove the forklift"),
            ("invented_credential", "Certified forklift driver who picked and packed orders"),
            ("role_inflation", "Managed picking and packing of orders"),
        ),
    ),
    Case(
        "Dental Hygienist, Elm Dental (2015 – 2023)",
        ("Cleaned teeth, took X-rays and taught patients flossing technique",),
        (
            "Performed teeth cleanings, took X-rays and instructed patients in flossing technique",
            "Took x-rays, cleaned teeth and educated patients on flossing",
        ),
        (
            (
                "invented_skill",
                "Cleaned teeth, took X-rays, administered anesthesia and taught patients flossing technique",  # noqa: E501
            ),
            (
                "domain_shift",
                "Cleaned teeth, took X-rays and taught children flossing technique at schools",
            ),
            (
                "proficiency_inflation",
                "Expert in cleaning teeth, taking X-rays and teaching patients flossing technique",
            ),
        ),
    ),
    Case(
        "Research Assistant, Institute of Ecology (2021 – 2023)",
        ("Co-authored a paper on pollinator decline and collected field samples at 14 sites",),
        (
            "Collected field samples at fourteen sites and co-authored a paper on pollinator decline",  # noqa: E501
            "Coauthored one paper on the decline of pollinators; gathered field samples from 14 sites",  # noqa: E501
        ),
        (
            (
                "qualifier_drop",
                "Authored a paper on pollinator decline and collected field samples at 14 sites",
            ),
            (
                "added_metric",
                "Co-authored 3 papers on pollinator decline and collected field samples at 14 sites",  # noqa: E501
            ),
            ("invented_employer_client", "Co-authored a paper in Nature on pollinator decline"),
            (
                "role_inflation",
                "Led a study on pollinator decline and collected field samples at 14 sites",
            ),
        ),
    ),
    Case(
        "Sales Manager, Arbor Software (2017 – 2022)",
        ("Managed a team of 7 account executives and grew regional revenue from $2.0M to $2.6M",),
        (
            "Led a team of seven account executives, growing regional revenue 30% from $2.0M to $2.6M",  # noqa: E501
            "Grew regional revenue by $600K (from $2M to $2.6M) while managing 7 account executives",  # noqa: E501
            "Managed seven account executives and increased regional revenue from $2.0 million to $2.6 million",  # noqa: E501
        ),
        (
            (
                "inflated_number",
                "Managed a team of 7 account executives and grew regional revenue by 60%",
            ),
            (
                "scope_inflation",
                "Managed a team of 7 account executives and grew company revenue from $2.0M to $2.6M",  # noqa: E501
            ),
            (
                "unit_change",
                "Managed a team of 7 account executives and grew regional revenue by $2.6M",
            ),
            (
                "inflated_number",
                "Managed a team of 17 account executives and grew regional revenue from $2.0M to $2.6M",  # noqa: E501
            ),
            (
                "promoted_title",
                "Vice President of Sales who managed a team of 7 account executives",
            ),
        ),
    ),
    Case(
        "Executive Assistant, Norwood Partners (2016 – 2021)",
        ("Managed the calendar of one director and booked travel to London and Berlin",),
        (
            "Booked travel to Berlin and London and handled one director's calendar",
            "Managed a director's calendar and arranged travel to London and Berlin",
            "Maintained the calendar for one director; booked trips to London and Berlin",
        ),
        (
            (
                "scope_inflation",
                "Managed the calendars of all directors and booked travel to London and Berlin",
            ),
            (
                "promoted_title",
                "Managed the calendar of the CEO and booked travel to London and Berlin",
            ),
            (
                "invented_employer_client",
                "Managed the calendar of one director and booked travel to London, Berlin and Tokyo",  # noqa: E501
            ),
            ("scope_inflation", "Managed the calendar of one director and booked travel globally"),
        ),
    ),
    Case(
        "Civil Engineering Technician, County of Marle (2018 – 2021)",
        ("Surveyed rural roads and updated drawings in AutoCAD Civil 3D",),
        (
            "Updated AutoCAD Civil 3D drawings and surveyed rural roads",
            "Carried out surveys of rural roads; revised drawings in AutoCAD Civil 3D",
        ),
        (
            ("domain_shift", "Surveyed highway bridges and updated drawings in AutoCAD Civil 3D"),
            ("swapped_tool", "Surveyed rural roads and updated drawings in MicroStation"),
            ("action", "Designed rural roads and updated drawings in AutoCAD Civil 3D"),
            (
                "invented_credential",
                "PE-licensed technician who surveyed rural roads and updated drawings in AutoCAD Civil 3D",  # noqa: E501
            ),
        ),
    ),
    Case(
        "Barista, Third Cup (2020 – 2022)",
        ("Made coffee drinks, trained new hires on the espresso machine and closed the shop",),
        (
            "Prepared coffee drinks, trained new employees on the espresso machine and closed the shop",  # noqa: E501
            "Closed the shop, made coffee and coached new hires in using the espresso machine",
        ),
        (
            ("added_metric", "Made coffee drinks and trained 15 new hires on the espresso machine"),
            (
                "promoted_title",
                "Shop manager who made coffee drinks and trained new hires on the espresso machine",
            ),
            (
                "invented_outcome",
                "Made coffee drinks and trained new hires, lifting customer loyalty",
            ),
            ("role_inflation", "Made coffee drinks, hired new staff and closed the shop"),
        ),
    ),
    Case(
        "Paralegal, Stone & Mercer (2018 – 2022)",
        ("Prepared exhibits for two trials under attorney supervision", "Summarized depositions"),
        (
            "Under attorney supervision, prepared exhibits for 2 trials",
            "Assembled exhibits for two trials, supervised by an attorney",
            "Summarized depositions and prepared trial exhibits under the supervision of an attorney",  # noqa: E501
        ),
        (
            ("action", "Argued two trials under attorney supervision"),
            ("inflated_number", "Prepared exhibits for twelve trials under attorney supervision"),
            ("promoted_title", "Attorney who prepared exhibits for two trials"),
            ("invented_outcome", "Prepared exhibits for two trials, winning both cases"),
        ),
    ),
    Case(
        "IT Technician, Parkside Schools (2019 – 2023)",
        ("Imaged laptops with SCCM and closed about 25 help desk tickets a week",),
        (
            "Closed roughly 25 help-desk tickets per week and imaged laptops using SCCM",
            "Imaged laptops in SCCM (System Center Configuration Manager); resolved approximately 25 tickets weekly",  # noqa: E501
        ),
        (
            (
                "inflated_number",
                "Imaged laptops with SCCM and closed about 75 help desk tickets a week",
            ),
            (
                "invented_skill",
                "Imaged laptops with SCCM, administered Active Directory and closed about 25 help desk tickets a week",  # noqa: E501
            ),
            (
                "swapped_tool",
                "Imaged laptops with Jamf and closed about 25 help desk tickets a week",
            ),
            (
                "qualifier_drop",
                "Imaged laptops with SCCM and closed more than 25 help desk tickets a week",
            ),
        ),
    ),
    Case(
        "Machine Operator, Castellan Plastics (2013 – 2018)",
        (
            "Ran injection molding machines and checked parts with calipers",
            "Suggested a tooling change",
        ),
        (
            "Operated injection molding machines and inspected parts using calipers",
            "Checked parts with calipers while running injection-molding machines",
            "Proposed a tooling change",
        ),
        (
            ("aspiration_to_actual", "Implemented a tooling change"),
            ("swapped_tool", "Ran injection molding machines and checked parts with a CMM"),
            (
                "invented_outcome",
                "Ran injection molding machines and checked parts with calipers, eliminating scrap",
            ),
            (
                "role_inflation",
                "Supervised injection molding operations and checked parts with calipers",
            ),
        ),
    ),
    Case(
        "Volunteer Coordinator, Open Table (2020 – 2023)",
        ("Recruited and scheduled 45 volunteers for a weekly food pantry",),
        (
            "Recruited 45 volunteers and scheduled them for a food pantry held every week",
            "Scheduled and recruited forty-five volunteers for the weekly food pantry",
            "Recruited volunteers for a food pantry",
        ),
        (
            ("inflated_number", "Recruited and scheduled 450 volunteers for a weekly food pantry"),
            ("unit_change", "Recruited and scheduled 45 volunteers a week for a food pantry"),
            ("role_inflation", "Founded a weekly food pantry with 45 volunteers"),
            ("domain_shift", "Recruited and scheduled 45 volunteers for a weekly homeless shelter"),
        ),
    ),
    Case(
        "Financial Analyst, Greystone Capital (2019 – 2023)",
        ("Built discounted cash flow models in Excel for 3 proposed acquisitions",),
        (
            "Built DCF models in Microsoft Excel for three proposed acquisitions",
            "Created three discounted cash flow (DCF) models in Excel for proposed acquisitions".replace(  # noqa: E501
                "three ", ""
            ),
            "Modeled discounted cash flows in Excel for 3 proposed acquisitions",
        ),
        (
            (
                "qualifier_drop",
                "Built discounted cash flow models in Excel for 3 completed acquisitions",
            ),
            ("qualifier_drop", "Built discounted cash flow models in Excel for 3 acquisitions"),
            (
                "role_inflation",
                "Led 3 proposed acquisitions using discounted cash flow models in Excel",
            ),
            (
                "added_metric",
                "Built discounted cash flow models in Excel for 3 proposed acquisitions worth $200M",  # noqa: E501
            ),
            (
                "invented_skill",
                "Built discounted cash flow and LBO models in Excel for 3 proposed acquisitions",
            ),
        ),
    ),
    Case(
        "Personal Trainer, Peak Gym (2018 – 2021)",
        ("Wrote workout plans for 20 clients and taught a Saturday yoga class",),
        (
            "Created workout plans for twenty clients and led a Saturday yoga class",
            "Taught yoga on Saturdays and wrote workout plans for 20 clients",
        ),
        (
            (
                "invented_credential",
                "NASM-certified trainer who wrote workout plans for 20 clients",
            ),
            ("unit_change", "Wrote workout plans for 20 clients and taught a daily yoga class"),
            (
                "invented_skill",
                "Wrote workout and nutrition plans for 20 clients and taught a Saturday yoga class",
            ),
            ("invented_outcome", "Wrote workout plans for 20 clients, helping them lose weight"),
        ),
    ),
    Case(
        "QA Engineer, Lumio (2021 – 2024)",
        ("Automated 40 of 160 regression tests in Selenium",),
        (
            "Automated 25% of regression tests (40 of 160) with Selenium",
            "Used Selenium to automate 40 regression tests",
            "Automated forty out of 160 regression tests in Selenium",
        ),
        (
            ("quantifier", "Automated all regression tests in Selenium"),
            ("inflated_number", "Automated 160 regression tests in Selenium"),
            ("inflated_number", "Automated 75% of regression tests in Selenium"),
            ("swapped_tool", "Automated 40 of 160 regression tests in Cypress"),
        ),
    ),
    Case(
        "Product Manager, Halden (2020 – 2023)",
        ("Launched a beta of the scheduling feature to 50 users and gathered feedback",),
        (
            "Released a beta of the scheduling feature to fifty users and collected feedback",
            "Gathered feedback from 50 beta users of the scheduling feature",
        ),
        (
            ("qualifier_drop", "Launched the scheduling feature to 50 users and gathered feedback"),
            (
                "inflated_number",
                "Launched a beta of the scheduling feature to 500 users and gathered feedback",
            ),
            (
                "invented_outcome",
                "Launched a beta of the scheduling feature to 50 users, increasing retention",
            ),
            (
                "scope_inflation",
                "Launched the scheduling feature to all users and gathered feedback",
            ),
        ),
    ),
    Case(
        "Flight Attendant, Aero Regional (2015 – 2020)",
        ("Conducted safety demonstrations and served passengers on regional flights",),
        (
            "Performed safety demonstrations and served passengers aboard regional flights",
            "Served passengers on regional flights and gave safety demonstrations",
        ),
        (
            (
                "scope_inflation",
                "Conducted safety demonstrations and served passengers on international flights",
            ),
            (
                "proficiency_inflation",
                "Bilingual attendant who conducted safety demonstrations and served passengers",
            ),
            ("role_inflation", "Led the cabin crew in safety demonstrations on regional flights"),
        ),
    ),
    Case(
        "Plumber, Rivera Plumbing (2011 – 2019)",
        ("Repaired leaks and installed water heaters in about 10 homes a week",),
        (
            "Fixed leaks and installed water heaters in roughly ten homes per week",
            "Installed water heaters and repaired leaks in approximately 10 houses weekly",
        ),
        (
            (
                "domain_shift",
                "Repaired leaks and installed water heaters in about 10 hospitals a week",
            ),
            (
                "invented_credential",
                "Master plumber who repaired leaks and installed water heaters",
            ),
            (
                "invented_skill",
                "Repaired leaks, installed water heaters and fitted gas lines in about 10 homes a week",  # noqa: E501
            ),
            (
                "inflated_number",
                "Repaired leaks and installed water heaters in about 30 homes a week",
            ),
        ),
    ),
    Case(
        "Special Education Aide, Hillcrest School (2018 – 2021)",
        ("Supported a special education teacher in a classroom of 10 students",),
        (
            "Assisted a special education teacher in a 10-student classroom",
            "Helped the special education teacher with a class of ten students",
        ),
        (
            ("role_inflation", "Taught a special education classroom of 10 students"),
            ("promoted_title", "Special education teacher in a classroom of 10 students"),
            ("role_inflation", "Developed IEPs for a classroom of 10 students"),
            (
                "inflated_number",
                "Supported a special education teacher in a classroom of 30 students",
            ),
        ),
    ),
    Case(
        "Hotel Front Desk Agent, Bayside Inn (2019 – 2022)",
        ("Checked in guests, handled complaints and balanced the cash drawer each night",),
        (
            "Handled guest complaints, checked guests in and balanced the cash drawer nightly",
            "Checked guests in, resolved complaints, and balanced the register every night",
        ),
        (
            (
                "invented_outcome",
                "Checked in guests, handled complaints and raised satisfaction scores",
            ),
            ("promoted_title", "Front desk manager who checked in guests and handled complaints"),
            (
                "invented_skill",
                "Checked in guests using Opera, handled complaints and balanced the cash drawer",
            ),
            (
                "proficiency_inflation",
                "Fluent Spanish speaker who checked in guests and handled complaints",
            ),
        ),
    ),
    Case(
        "Farm Manager, Greenacre (2010 – 2018)",
        ("Managed 120 acres of corn and soybeans and supervised 4 seasonal workers",),
        (
            "Supervised four seasonal workers and managed 120 acres of soybeans and corn",
            "Oversaw 4 seasonal workers and 120 acres of corn and soybeans",
        ),
        (
            (
                "inflated_number",
                "Managed 1,200 acres of corn and soybeans and supervised 4 seasonal workers",
            ),
            (
                "domain_shift",
                "Managed 120 acres of organic vegetables and supervised 4 seasonal workers",
            ),
            (
                "qualifier_drop",
                "Managed 120 acres of corn and soybeans and supervised 4 full-time workers",
            ),
            (
                "unit_change",
                "Managed 120 hectares of corn and soybeans and supervised 4 seasonal workers",
            ),
        ),
    ),
    Case(
        "Journalist, The Harbor Post (2016 – 2021)",
        ("Wrote three local news stories a week and edited a monthly arts page",),
        (
            "Wrote 3 local news stories per week and edited the monthly arts page",
            "Edited a monthly page on the arts and reported three local news stories weekly",
        ),
        (
            (
                "scope_inflation",
                "Wrote three national news stories a week and edited a monthly arts page",
            ),
            ("promoted_title", "Editor-in-chief who wrote three local news stories a week"),
            ("unit_change", "Wrote three local news stories a day and edited a monthly arts page"),
            ("exclusivity", "Wrote three award-winning local news stories a week"),
        ),
    ),
    Case(
        "Supply Chain Analyst, Kepler Tools (2018 – 2022)",
        ("Recommended a vendor consolidation expected to save $80,000 a year",),
        (
            "Recommended consolidating vendors, expected to save $80K annually",
            "Proposed a consolidation of vendors with expected savings of $80,000 per year",
        ),
        (
            ("aspiration_to_actual", "Consolidated vendors, saving $80,000 a year"),
            ("qualifier_drop", "Recommended a vendor consolidation that saved $80,000 a year"),
            (
                "inflated_number",
                "Recommended a vendor consolidation expected to save $800,000 a year",
            ),
            ("unit_change", "Recommended a vendor consolidation expected to save $80,000 a month"),
        ),
    ),
    Case(
        "Medical Assistant, Fairmont Family Practice (2020 – 2023)",
        ("Took vitals, roomed patients and gave flu shots; did not draw blood",),
        (
            "Roomed patients, recorded vital signs and administered flu shots",
            "Took vital signs and gave flu vaccinations; did not draw blood".replace(
                "vaccinations", "shots"
            ),
        ),
        (
            ("negation_drop", "Took vitals, roomed patients, gave flu shots and drew blood"),
            ("promoted_title", "Nurse who took vitals, roomed patients and gave flu shots"),
            ("added_metric", "Took vitals and roomed 40 patients a day"),
            (
                "invented_credential",
                "CMA (AAMA) who took vitals, roomed patients and gave flu shots",
            ),
        ),
    ),
    Case(
        "Security Guard, Plaza Holdings (2014 – 2017)",
        ("Monitored 16 cameras and walked the building every two hours",),
        (
            "Watched sixteen cameras and patrolled the building every 2 hours",
            "Walked the building every two hours and monitored 16 security cameras".replace(
                "security ", ""
            ),
        ),
        (
            ("inflated_number", "Monitored 60 cameras and walked the building every two hours"),
            ("unit_change", "Monitored 16 cameras and walked the building every two minutes"),
            (
                "invented_skill",
                "Monitored 16 cameras, carried a firearm and walked the building every two hours",
            ),
            ("role_inflation", "Directed security for the building and monitored 16 cameras"),
        ),
    ),
    Case(
        "Translator, Self-employed (2017 – 2022)",
        ("Translated user manuals from German into English for two software companies",),
        (
            "Translated German user manuals into English for 2 software companies",
            "For two software companies, translated user manuals into English from German",
        ),
        (
            (
                "direction",
                "Translated user manuals from English into German for two software companies",
            ),
            (
                "invented_employer_client",
                "Translated user manuals from German into English for SAP and Siemens",
            ),
            (
                "invented_skill",
                "Translated user manuals from German and French into English for two software companies",  # noqa: E501
            ),
            (
                "invented_credential",
                "Certified translator of user manuals from German into English",
            ),
        ),
    ),
    Case(
        "Event Assistant, Crown Venues (2021 – 2023)",
        ("Helped set up weddings of up to 200 guests and coordinated vendors on the day",),
        (
            "Assisted with setup for weddings of up to 200 guests and coordinated vendors on the day",  # noqa: E501
            "Helped with wedding setup for as many as 200 guests; coordinated day-of vendors",
        ),
        (
            (
                "qualifier_drop",
                "Helped set up weddings of 200+ guests and coordinated vendors on the day",
            ),
            (
                "role_inflation",
                "Planned weddings of up to 200 guests and coordinated vendors on the day",
            ),
            (
                "domain_shift",
                "Helped set up corporate conferences of up to 200 guests and coordinated vendors on the day",  # noqa: E501
            ),
        ),
    ),
    Case(
        "Chemist, Arlo Coatings (2016 – 2022)",
        (
            "Formulated low-VOC paints and ran accelerated weathering tests",
            "Two formulas were scaled up to production by the plant team",
        ),
        (
            "Ran accelerated weathering tests and formulated paints with low VOC",
            "Developed low-VOC paint formulas and performed accelerated weathering tests",
            "Formulated low-VOC paints, two of which were scaled up to production by the plant team",  # noqa: E501
        ),
        (
            ("quantifier", "Formulated low-VOC paints, all of which were scaled up to production"),
            ("agency", "Formulated low-VOC paints and scaled up two formulas to production myself"),
            ("invented_outcome", "Formulated low-VOC paints that cut emissions"),
            (
                "invented_skill",
                "Formulated low-VOC paints and ran accelerated weathering tests and GC-MS",
            ),
        ),
    ),
    Case(
        "Bank Teller, First Rowan Bank (2018 – 2020)",
        ("Processed deposits and withdrawals and referred customers to loan officers",),
        (
            "Handled deposits and withdrawals and referred customers to loan officers",
            "Referred customers to loan officers and processed withdrawals and deposits",
            "Processed customer deposits and withdrawals",
        ),
        (
            ("action", "Processed deposits and withdrawals and approved customer loans"),
            (
                "added_metric",
                "Processed 120 deposits and withdrawals a day and referred customers to loan officers",  # noqa: E501
            ),
            ("promoted_title", "Loan officer who processed deposits and withdrawals"),
            ("invented_outcome", "Processed deposits and withdrawals with zero errors"),
        ),
    ),
    Case(
        "Architectural Designer, Field Studio (2019 – 2023)",
        ("Drafted floor plans in Revit for a 40-unit apartment building",),
        (
            "Produced floor plans in Revit for an apartment building with 40 units",
            "Used Autodesk Revit to draft floor plans for a forty-unit apartment building",
        ),
        (
            (
                "promoted_title",
                "Licensed architect who drafted floor plans in Revit for a 40-unit apartment building",  # noqa: E501
            ),
            ("inflated_number", "Drafted floor plans in Revit for a 400-unit apartment building"),
            ("swapped_tool", "Drafted floor plans in ArchiCAD for a 40-unit apartment building"),
            ("invented_credential", "LEED-accredited designer who drafted floor plans in Revit"),
            ("number_swap", "Drafted floor plans in Revit for 40 apartment buildings"),
        ),
    ),
    Case(
        "Auto Mechanic, Gable Garage (2012 – 2019)",
        ("Diagnosed engine faults with scan tools and replaced brakes on cars and light trucks",),
        (
            "Used scan tools to diagnose engine faults; replaced brakes on light trucks and cars",
            "Diagnosed engine problems using scan tools and replaced car and light-truck brakes",
        ),
        (
            (
                "domain_shift",
                "Diagnosed engine faults with scan tools and replaced brakes on heavy trucks",
            ),
            (
                "invented_credential",
                "ASE-certified mechanic who diagnosed engine faults with scan tools",
            ),
            (
                "invented_skill",
                "Diagnosed engine faults with scan tools, rebuilt transmissions and replaced brakes",  # noqa: E501
            ),
            (
                "exclusivity",
                "Lead mechanic and only diagnostician of engine faults with scan tools",
            ),
        ),
    ),
    Case(
        "UX Designer, Cobalt Health (2021 – 2024)",
        (
            "Redesigned the intake form; abandonment fell from 30% to 24%",
            "Ran usability tests with 8 patients",
        ),
        (
            "Redesigned the intake form, and abandonment dropped from 30% to 24%",
            "Reduced intake form abandonment by 20% (30% to 24%) through a redesign",
            "Ran usability testing with eight patients and redesigned the intake form",
        ),
        (
            ("direction", "Redesigned the intake form; completion fell from 30% to 24%"),
            ("direction", "Redesigned the intake form; abandonment rose from 24% to 30%"),
            ("inflated_number", "Reduced intake form abandonment by 50% through a redesign"),
            ("number_swap", "Ran usability tests with 24 patients"),
        ),
    ),
    Case(
        "Military Logistics Specialist, US Army (2009 – 2015)",
        ("Inventoried $4M of equipment and supervised 6 soldiers",),
        (
            "Supervised six soldiers and inventoried $4 million of equipment",
            "Conducted inventories of $4,000,000 in equipment; oversaw 6 soldiers",
        ),
        (
            ("inflated_number", "Inventoried $14M of equipment and supervised 6 soldiers"),
            ("inflated_number", "Inventoried $4M of equipment and supervised 60 soldiers"),
            ("invented_outcome", "Inventoried $4M of equipment with 100% accountability"),
            ("promoted_title", "Commander of 6 soldiers who inventoried $4M of equipment"),
        ),
    ),
    Case(
        "Occupational Therapy Assistant, Willow Rehab (2019 – 2023)",
        ("Carried out treatment plans written by the occupational therapist for stroke patients",),
        (
            "Implemented treatment plans written by the occupational therapist for patients with stroke",  # noqa: E501
            "Followed the occupational therapist's treatment plans for stroke patients",
        ),
        (
            ("role_inflation", "Wrote treatment plans for stroke patients"),
            (
                "promoted_title",
                "Occupational therapist carrying out treatment plans for stroke patients",
            ),
            ("domain_shift", "Carried out treatment plans for pediatric patients"),
            (
                "invented_outcome",
                "Carried out treatment plans for stroke patients, restoring their mobility",
            ),
        ),
    ),
    Case(
        "DevOps Engineer, Nimbus Retail (2020 – 2023)",
        (
            "Containerized 12 of 30 services with Docker; Kubernetes rollout was planned but not started",  # noqa: E501
        ),
        (
            "Containerized 40% of services (12 of 30) with Docker",
            "Used Docker to containerize twelve of thirty services",
            "Dockerized 12 of 30 services; a Kubernetes rollout was planned but not started",
        ),
        (
            (
                "negation_drop",
                "Containerized 12 of 30 services with Docker and started a Kubernetes rollout",
            ),
            (
                "aspiration_to_actual",
                "Containerized 12 services with Docker and deployed them on Kubernetes",
            ),
            ("quantifier", "Containerized all 30 services with Docker"),
            ("swapped_tool", "Containerized 12 of 30 services with Podman"),
        ),
    ),
    Case(
        "Museum Educator, Coast Museum (2017 – 2021)",
        ("Gave school tours to about 2,000 children a year and wrote gallery guides",),
        (
            "Led school tours for approximately 2,000 children annually and authored gallery guides",  # noqa: E501
            "Wrote gallery guides and gave tours to around 2k schoolchildren per year".replace(
                "schoolchildren", "school children"
            ),
        ),
        (
            (
                "inflated_number",
                "Gave school tours to about 20,000 children a year and wrote gallery guides",
            ),
            (
                "unit_change",
                "Gave school tours to about 2,000 children a month and wrote gallery guides",
            ),
            ("role_inflation", "Directed the education department and wrote gallery guides"),
            ("action", "Curated gallery exhibitions and gave school tours"),
        ),
    ),
    Case(
        "Call Center Agent, TeleServe (2018 – 2020)",
        (
            "Handled 70 inbound calls a day for a utility company",
            "Was trained on outbound sales but did no outbound calls",
        ),
        (
            "Answered seventy inbound calls daily for a utility company",
            "Took 70 inbound calls per day on behalf of a utility company",
        ),
        (
            ("direction", "Handled 70 outbound calls a day for a utility company"),
            ("negation_drop", "Handled inbound and outbound sales calls for a utility company"),
            ("invented_employer_client", "Handled 70 inbound calls a day for Duke Energy"),
            ("invented_outcome", "Handled 70 inbound calls a day, exceeding quality targets"),
        ),
    ),
    Case(
        "Nonprofit Program Assistant, River Trust (2020 – 2022)",
        ("Helped write a grant proposal for $50,000, decision pending",),
        (
            "Assisted in writing a $50K grant proposal (decision pending)",
            "Contributed to writing a grant proposal for $50,000 whose decision is pending",
        ),
        (
            ("aspiration_to_actual", "Secured a $50,000 grant"),
            ("role_inflation", "Wrote a grant proposal for $50,000, decision pending"),
            ("qualifier_drop", "Helped win a $50,000 grant"),
            ("inflated_number", "Helped write a grant proposal for $500,000, decision pending"),
        ),
    ),
    Case(
        "Physics Tutor, Campus Learning Center (2019 – 2021)",
        ("Tutored first-year students in mechanics for 10 hours a week",),
        (
            "Provided tutoring in mechanics to first-year students, 10 hours per week",
            "Tutored freshmen in mechanics ten hours weekly".replace(
                "freshmen", "first-year students"
            ),
        ),
        (
            ("unit_change", "Tutored first-year students in mechanics for 10 hours a day"),
            ("domain_shift", "Tutored graduate students in mechanics for 10 hours a week"),
            ("promoted_title", "Lecturer in mechanics for first-year students"),
            ("invented_outcome", "Tutored first-year students in mechanics, doubling their grades"),
        ),
    ),
)
