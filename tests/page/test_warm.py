from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

LOADS_MORE = """
import sys
from pathlib import Path
from agent.page import files, handlers
from agent.page.warm import warm

warm()
known = set(sys.modules)
for name in ("resume.docx", "posting.html"):
    content = (Path("agent/examples") / name).read_bytes()
    copy = Path(sys.argv[1]) / name
    copy.write_bytes(content)
    read = files.read_upload if name.endswith("docx") else files.read_posting_upload
    read(str(copy))
*_, shown = handlers.run(files.example()[0], files.example()[1].text, None, (), None, 0,
                         "Offline", "", "", "")
print(sorted(one for one in set(sys.modules) - known if one.startswith("agent.")))
"""


@pytest.mark.slow
def test_a_first_visit_finds_everything_loaded(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", LOADS_MORE, str(tmp_path)], capture_output=True, text=True
    )
    assert done.stdout.strip() == "[]", done.stderr
