"""A small resume and posting that many tests share. Fictional."""

from __future__ import annotations

RESUME = """\
# Rosa Lindqvist
Tampere | 555-0107 | rosa@example.com

## Summary
Accountant with seven years in manufacturing and a calm month-end.

## Experience
### Staff Accountant — Tolland Parts Co. (Jan 2019 – Present)
- Responsible for reconciling 14 bank accounts every month in QuickBooks.
- Handled AP and AR for two subsidiaries.
- Assisted with the FY22 audit by preparing lead schedules.

### Bookkeeper — Dovetail Furniture (Mar 2015 – Dec 2018)
- Posted invoices and chased late payers by phone.
- Ran payroll for 35 employees.

## Education
### BSc Accounting — University of Leith (2015)

## Skills
Excel, QuickBooks, SAP (basic)
"""

POSTING = """\
Senior Accountant
Company: Marlow Bearings

About us
Marlow Bearings makes bearings.

What you will do
- Reconcile bank accounts every month.
- Own accounts payable and accounts receivable.

Requirements
- Bachelor's degree in accounting.
- 5+ years of accounting experience.
- Experience with QuickBooks or SAP.
- CPA license.

Nice to have
- Payroll experience.
- Experience with NetSuite.
"""
