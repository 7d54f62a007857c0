"""The program under test, and how the tests of the command line call it."""

import json
import os
import signal
import subprocess
import tempfile
import time
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = os.environ.get("MINEFREE_PROGRAM", str(ROOT / "build" / "release" / "minefree"))

CLOSED_FORM = """format: 1
name: closed form
origin: 2024
horizon: 2060
trajectories: 1000
seed: 1
certain: true
targets: [2030]
states:
  - code: XXA
    name: Example
    treaty: {party: true, deadline: 2030-03-01}
    initial: {confirmed_km2: 20, suspected_km2: 100, undiscovered_km2: 0}
    programme: {capacity_km2_per_year: 2.5, confirmed_share: 0.15, reduced_share: 0.4, survey_cost_ratio: 0.03, technical_survey_cost_ratio: 0.25, maturity_penalty: 0}
    funding: {international_musd: 5, national_musd: 1}
"""


class ProgramTest(unittest.TestCase):
    """Each test has a folder of its own, `self.folder`."""

    def setUp(self):
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        self.folder = Path(temporary.name)

    def call(self, *words, environment=None):
        settings = {key: value for key, value in os.environ.items() if key != "MINEFREE_INSTRUCTION_SET"}
        settings.update(environment or {})
        return subprocess.run([PROGRAM, *map(str, words)], capture_output=True, cwd=ROOT, env=settings, timeout=240)

    def json_of(self, *words):
        result = self.call(*words, "--json", "--quiet")
        self.assertEqual(result.returncode, 0, result.stderr.decode())
        return json.loads(result.stdout)

    def write(self, name, text):
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        return path

    def check_that_ctrl_c_ends(self, *words, after):
        """Ctrl-C so many seconds after the start ends the command soon, and leaves neither output nor file."""
        command = [PROGRAM, *map(str, words), "--out", str(self.folder / "out")]
        with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
            time.sleep(after)
            asked = time.monotonic()
            process.send_signal(signal.SIGINT)
            stdout, stderr = process.communicate(timeout=60)
            self.assertLess(time.monotonic() - asked, 3)  # a second, and a busy machine
        self.assertEqual(stdout, b"")
        if process.returncode != -signal.SIGINT:  # else it was still reading its files, and ended at once
            self.assertEqual(process.returncode, 1)
            self.assertIn(b"interrupted; nothing was written", stderr)
        self.assertEqual(list(self.folder.iterdir()), [])
