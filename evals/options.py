"""The options of `vouched eval`."""

from __future__ import annotations

import argparse
from pathlib import Path

from evals.runs import FOLDER
from evals.solvers import PLAIN


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError(f"{text} is not 1 or more")
    return number


def parser(about: str) -> argparse.ArgumentParser:
    """The options of every command; `command` of what it parses is the name of the one given."""
    whole = argparse.ArgumentParser(
        prog="vouched eval",
        description=about,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    commands = whole.add_subparsers(required=True, metavar="COMMAND", dest="command")

    tailoring = commands.add_parser("tailoring", help="a solver over the cases")
    requirements = commands.add_parser("requirements", help="extraction over the postings")
    requirements.set_defaults(case=[])
    tailoring.add_argument("--case", action="append", default=[], help="only this case; repeatable")
    for command in (tailoring, requirements):
        command.add_argument("--set", default="cases", choices=("cases", "gold"))
    tailoring.add_argument("--misses", action="store_true", help="list what is left unsaid")
    injection = commands.add_parser("injection", help="attacked cases")
    for command, default in ((tailoring, "offline"), (injection, "")):
        command.add_argument("--solver", default=default, help=f"{', '.join(PLAIN)}, llm or file")
        command.add_argument("--model", help="for llm")
        command.add_argument("--base-url", help="for llm: an OpenAI-compatible server")
        command.add_argument("--judge", action="store_true", help="for llm: judge soft findings")
        command.add_argument("--record", type=Path, help="for llm: keep answers in this folder")
        command.add_argument(
            "--replay",
            type=Path,
            help="for llm: answer from this folder, with the --model and --base-url it was kept of",
        )
        command.add_argument("--folder", type=Path, help="for file: where CASE.docx, .md, ... are")

    verifying = commands.add_parser("invention", help="the verifier over labelled rewrites")
    verifying.add_argument(
        "--set", default="all", choices=("cases", "planted", "labelled", "shared", "all")
    )
    judge = commands.add_parser("judge", help="the optional judge over labelled rewrites")
    judge.add_argument("--set", default="cases", choices=("cases", "planted", "shared", "all"))
    judge.add_argument("--model", help="else the configured one")
    judge.add_argument("--base-url", help="an OpenAI-compatible server")
    judge.add_argument("--record", type=Path, help="keep its answers in this file")
    judge.add_argument(
        "--replay",
        type=Path,
        help="answer from this file, with the --model and --base-url it was kept of",
    )
    judge.add_argument("--stub", choices=("yes", "no"), help="no judge: what one could do at most")
    documents = commands.add_parser("documents", help="formats written and read back")
    for command in (tailoring, injection, requirements, verifying, judge, documents):
        command.add_argument("--limit", type=_positive, help="only the first so many samples")

    comparing = commands.add_parser("compare", help="two runs, case by case")
    comparing.add_argument("a", help="a run's file, or a solver's name")
    comparing.add_argument("b")
    comparing.add_argument("--json", action="store_true", help="as JSON")
    report = commands.add_parser("report", help="an HTML page and a Markdown table")
    report.add_argument("--out", type=Path, default=FOLDER / "report.html")
    report.add_argument("--check", action="store_true", help="only see if README's table is fresh")
    commands.add_parser("measurements", help="what else there is to run")
    gate = commands.add_parser("gate", help="what must hold")
    gate.add_argument("--update", action="store_true", help="store these numbers as the baseline")
    for command in commands.choices.values():
        command.add_argument("--runs", type=Path, default=FOLDER, help="where runs are kept")
    return whole
