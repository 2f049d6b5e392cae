"""Small doses of what `evals/fuzz_documents.py` does at length."""

import json
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agent.documents import read_resume, write_document
from agent.documents.plain import plain_text, read_plain
from agent.errors import AgentError
from evals.fuzz_documents import SEED_TEXT, mutate, seeds, try_one

FILES = seeds(None)
WORDS = st.text(alphabet=st.sampled_from("ab 1.-–*_#[]()|:\\\t•2019MarPresent,@é"), max_size=60)


@pytest.mark.parametrize("seed", range(60))
def test_a_broken_file_is_read_or_refused(seed):
    rng = random.Random(seed)
    assert try_one(mutate(FILES[seed % len(FILES)], rng)) in ("read", "refused")


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=12))
def test_any_text_is_read_or_refused(rows):
    try:
        resume = read_resume("\n".join(rows))
    except AgentError:
        return
    assert write_document(resume).content.decode() == "\n".join(rows)


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.sampled_from("ab 1.*_#[]()\\|-"), min_size=1, max_size=30))
def test_a_rewritten_line_is_read_back_as_written(words):
    words = " ".join(words.split())
    if not any(char.isalnum() for char in words):
        return
    resume = read_resume(SEED_TEXT)
    written = write_document(resume, texts={"e2b1": words}).content
    assert words in [bullet.text for bullet in read_resume(written).bullets()]


@given(st.text(max_size=200))
def test_marks_never_raise(text):
    assert isinstance(plain_text(text), str)
    assert isinstance(read_plain(text), list)


@pytest.mark.parametrize("char", ["\x07", "\x0b", "\x1b", "\x7f", "\x9b"])
def test_a_control_character_is_a_space_in_every_output(char):
    line = f"Fed{char}12 patients"
    markdown = f"# Jo Lund\n\n## Experience\n### Nurse, Mercy (2019 – 2021)\n- {line}\n"
    work = {"position": "Nurse", "name": "Mercy", "highlights": [line]}
    for source in (markdown, json.dumps({"basics": {"name": "Jo"}, "work": [work]})):
        resume = read_resume(source.encode())
        assert [bullet.text for bullet in resume.bullets()] == ["Fed 12 patients"]
        assert write_document(resume, format="docx").content
