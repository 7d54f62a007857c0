#!/usr/bin/python3
"""The page of the hindcast and its tables are what tools/hindcast_page.py writes, and the charts are there."""

import subprocess
import sys
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


class HindcastPage(unittest.TestCase):
    def test_page_and_tables_are_fresh(self):
        done = subprocess.run([sys.executable, "-B", "tools/hindcast_page.py", "--check"], cwd=ROOT,
                              capture_output=True, text=True, check=False)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)

    def test_each_chart_of_the_page_is_there(self):
        text = (ROOT / "docs/hindcast.md").read_text(encoding="utf-8")
        for name in ("six_states_2017", "coverage", "pit", "reliability", "skill_by_state"):
            self.assertIn(f"(hindcast/{name}.svg)", text)
            self.assertTrue((ROOT / f"docs/hindcast/{name}.svg").exists(), name)


if __name__ == "__main__":
    unittest.main()
