"""The command: `vouched tailor | score | rank | check | show | serve | eval | ...`.

Exit codes: 0 done; 1 `check` found an unsupported claim, or a gate failed; 2 the input can't be
used; 3 the engine could not work; 4 the result could not be written.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import as_file, files
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console

from agent.errors import AgentError, MissingExtra

app = typer.Typer(
    name="vouched",
    help="Rewrites a resume for one job posting and vouches for every line.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
lexicon_app = typer.Typer(help="The words Vouched knows in your field.", no_args_is_help=True)
app.add_typer(lexicon_app, name="lexicon")

# Tables go to stdout; progress and errors to stderr, so that --json can be piped.
out = Console(highlight=False)
err = Console(stderr=True, highlight=False)

ResumeFile = Annotated[Path, typer.Argument(help="Resume: .docx, .pdf, .md, .txt or JSON Resume.")]
PostingFile = Annotated[Path, typer.Argument(help="Posting: .html, .txt, .docx, .pdf or .eml.")]
FactsFile = Annotated[
    Path | None,
    typer.Option("--facts", exists=True, help="Your own dated statements, as saved by Vouched."),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON for machines.")]


@app.command()
def tailor(
    resume: ResumeFile,
    posting: PostingFile,
    output: Annotated[Path, typer.Option("-o", "--output", help="Folder to write to.")] = Path(
        "vouched-out"
    ),
    facts: FactsFile = None,
    engine: Annotated[
        str, typer.Option(help="auto (an LLM if one is configured), offline, or llm.")
    ] = "auto",
    model: Annotated[str | None, typer.Option(help="Model of the LLM engine.")] = None,
    base_url: Annotated[str | None, typer.Option(help="Any OpenAI-compatible server.")] = None,
    max_cost: Annotated[
        float | None, typer.Option(help="Stop before this many US dollars.")
    ] = None,
    max_tokens: Annotated[int | None, typer.Option(help="Stop before this many tokens.")] = None,
    mask_employers: Annotated[bool, typer.Option(help="Also hide employers' names.")] = False,
    judge: Annotated[bool, typer.Option(help="Let the model argue for doubtful words.")] = False,
    language: Annotated[
        str | None, typer.Option(help="Have the model write in this language: de, fr, ...")
    ] = None,
    cache: Annotated[Path | None, typer.Option(help="Keep and reuse answers here.")] = None,
    dry_run: Annotated[bool, typer.Option(help="Only say what an LLM run would cost.")] = False,
    as_json: AsJson = False,
) -> None:
    """Rewrite RESUME for POSTING: a clean document, one with tracked changes, and a report."""
    with _plain_errors():
        from agent.cli_output import dry_run_lines, escape, print_result, write_all
        from agent.facts import load_facts
        from agent.pipeline import as_posting, as_resume
        from agent.pipeline import tailor as run

        chosen = choose(
            engine,
            model=model,
            base_url=base_url,
            max_cost=max_cost,
            max_tokens=max_tokens,
            mask_employers=mask_employers,
            judge=judge,
            output_language=language,
            cache_dir=cache,
        )
        if dry_run:
            for line in dry_run_lines(chosen, as_resume(resume), as_posting(posting)):
                out.print(escape(line))
            return
        with _progress() as tell:
            result = run(
                resume,
                posting,
                engine=chosen,
                facts=load_facts(facts) if facts else (),
                on_progress=tell,
            )
            result = result.with_readback()
            written = write_all(result, output, stem=resume.stem)
        if as_json:
            _print_json(result.summary() | {"files": [str(path) for path in written]})
        else:
            print_result(out, result, written)


@app.command()
def example(
    output: Annotated[Path, typer.Option("-o", "--output", help="Folder to write to.")] = Path(
        "vouched-example"
    ),
) -> None:
    """Tailor the bundled example, offline: a nurse's Word resume for a hospital's posting."""
    with _plain_errors():
        from agent.cli_output import print_result, write_all
        from agent.engines.offline import OfflineEngine
        from agent.pipeline import tailor as run

        with as_file(files("agent") / "examples") as folder, _progress() as tell:
            result = run(
                folder / "resume.docx",
                folder / "posting.html",
                engine=OfflineEngine(),
                on_progress=tell,
            )
            result = result.with_readback()
            written = write_all(result, output, stem="resume")
        print_result(out, result, written)


@app.command()
def check(
    resume: ResumeFile,
    tailored: Annotated[Path, typer.Argument(help="The resume that was made from it.")],
    as_json: AsJson = False,
) -> None:
    """List every claim in TAILORED (made by any tool) that RESUME does not support."""
    with _plain_errors():
        from agent.cli_output import print_check
        from agent.documents import read_resume
        from agent.verify import check as run

        original = read_resume(resume)
        checked = run(original, read_resume(tailored))
        if as_json:
            _print_json(checked.model_dump(mode="json") | {"supported": checked.supported})
        else:
            print_check(out, original, checked)
    raise typer.Exit(0 if checked.supported else 1)


@app.command()
def score(
    tailored: Annotated[Path, typer.Argument(help="The resume to measure.")],
    posting: PostingFile,
    original: Annotated[
        Path | None, typer.Option(help="The resume it was made from; itself by default.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Measure a resume against POSTING: coverage, ceiling, overreach, faithfulness."""
    with _plain_errors():
        from agent.cli_output import print_score
        from agent.pipeline import score as run

        measured = run(tailored, original=original or tailored, posting=posting)
        if as_json:
            _print_json(measured.model_dump(mode="json"))
        else:
            print_score(out, measured)


@app.command()
def requirements(posting: PostingFile, as_json: AsJson = False) -> None:
    """Show what POSTING asks for, and what was cut from the page."""
    with _plain_errors():
        from agent.cli_output import print_requirements
        from agent.posting import read_posting
        from agent.requirements import extract_requirements

        read = read_posting(posting)
        found = extract_requirements(read)
        if as_json:
            _print_json([requirement.model_dump(mode="json") for requirement in found])
        else:
            print_requirements(out, read, found)


@app.command()
def show(resume: ResumeFile, as_json: AsJson = False) -> None:
    """Show what was understood of RESUME, as an applicant tracking system would see it."""
    with _plain_errors():
        from agent.cli_output import escape
        from agent.documents import read_resume
        from agent.documents.show import describe

        read = read_resume(resume)
        if as_json:
            _print_json(read.model_dump(mode="json", exclude={"source"}))
        else:
            out.print(escape(describe(read)))


@app.command()
def rank(
    resume: ResumeFile,
    postings: Annotated[
        list[Path], typer.Argument(help="Files of postings, folders of them, or .jsonl files.")
    ],
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", help="Write .csv, .json, .jsonl or .html."),
    ] = None,
    top: Annotated[int, typer.Option(help="How many to print.")] = 20,
) -> None:
    """Rank many POSTINGS by what RESUME supports; a .jsonl output resumes where it stopped."""
    with _plain_errors():
        from agent.cli_output import print_ranking
        from agent.rank_files import rank_files

        with _counter("Ranking postings") as count:
            rows, skipped = rank_files(resume, postings, output, on_row=count)
        print_ranking(out, rows[:top], skipped)


@lexicon_app.command("add")
def lexicon_add(
    file: Annotated[Path, typer.Argument(help="An ESCO or O*NET download (.csv, .jsonl, .txt).")],
) -> None:
    """Add the skill names of a taxonomy to your own lexicon, kept on this machine."""
    with _plain_errors():
        from agent.language.lexicon_import import add

        out.print(f"{add(file)} terms added.")


@app.command()
def serve(
    port: Annotated[int, typer.Option(min=0, max=65535, help="Port on this machine.")] = 7860,
    password: Annotated[
        str | None, typer.Option(envvar="VOUCHED_PASSWORD", help="Ask for this password.")
    ] = None,
) -> None:
    """Open the page at http://127.0.0.1:PORT."""
    with _plain_errors():
        try:
            page = _page()
        except ModuleNotFoundError as error:
            raise MissingExtra(
                f"The page needs {error.name}, which is not installed.",
                hint="Install it with: pip install 'vouched[ui]'",
            ) from error
        err.print(f"Vouched is at http://127.0.0.1:{port} (Ctrl+C stops it)")
        page.launch_page(port=port, password=password)


@app.command()
def mcp() -> None:
    """Serve tailor, score, verify, requirements and rank as MCP tools, over stdin and stdout."""
    with _plain_errors():
        from agent.page.mcp_tools import serve_tools

        serve_tools()


@app.command(
    "eval",
    add_help_option=False,  # the evals have their own, with their commands
    context_settings={"allow_extra_args": True, "ignore_unknown_options": True},
)
def evaluate(context: typer.Context) -> None:
    """Run the evals of a source checkout: `vouched eval tailoring --solver offline`."""
    with _plain_errors():
        sys.path.insert(0, str(Path.cwd()))
        try:
            from evals.run import main as run
        except ModuleNotFoundError as error:
            if error.name not in ("evals", "evals.run"):
                raise
            raise MissingExtra(
                "The evals are part of the source checkout, and this is not one.",
                hint="Clone the repository, install '.[evals]', and run this in its top folder.",
            ) from error
        raise typer.Exit(run(context.args))


def choose(engine: str, *, model: str | None, base_url: str | None, **options: Any) -> Any:
    """The engine that the options name.

    Raises:
        InputError: `engine` is not auto, offline or llm.
    """
    from agent.engines import choose_engine
    from agent.errors import InputError

    if engine == "offline":
        from agent.engines.offline import OfflineEngine

        return OfflineEngine()
    if engine == "llm" or (engine == "auto" and (model or base_url)):
        from agent.engines.llm import LlmEngine

        return LlmEngine(model=model, base_url=base_url, **options)
    if engine != "auto":
        raise InputError(f"There is no engine {engine!r}.", hint="Use auto, offline or llm.")
    return choose_engine(**options)


def _page() -> Any:
    """The page's module: `app.py` of a checkout, or its copy in the installed package."""
    from importlib import import_module
    from importlib.util import find_spec

    return import_module("agent._app" if find_spec("agent._app") else "app")


def _print_json(value: Any) -> None:
    sys.stdout.write(json.dumps(value, indent=2, ensure_ascii=False) + "\n")


@contextmanager
def _plain_errors() -> Iterator[None]:
    try:
        yield
    except AgentError as error:
        from agent.cli_output import escape

        err.print(f"[red]{escape(error.message)}[/red] {escape(error.hint)}", soft_wrap=True)
        raise typer.Exit(error.exit_code) from None
    except KeyboardInterrupt:
        err.print("Stopped. Nothing was written half.")
        raise typer.Exit(130) from None


@contextmanager
def _progress() -> Iterator[Any]:
    from agent.cli_output import escape

    with err.status("Starting") as status:
        yield lambda step: status.update(
            f"{escape(step.message)} ({step.done + 1} of {step.total})"
        )


@contextmanager
def _counter(label: str) -> Iterator[Any]:
    done = 0
    with err.status(label) as status:

        def count(_: object = None) -> None:
            nonlocal done
            done += 1
            status.update(f"{label}: {done} done")

        yield count


def main() -> None:
    """Entry point of the `vouched` command."""
    app()


if __name__ == "__main__":
    main()
