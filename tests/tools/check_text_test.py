"""Plants what must not be published and expects tools/check_text.py to name it."""

import contextlib
import io
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "tools"))
import check_text


def check(name, content):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        said = io.StringIO()
        with contextlib.redirect_stdout(said):
            status = check_text.main([folder])
        return said.getvalue(), status


class CheckText(unittest.TestCase):
    def test_what_is_found(self):
        # Written in two halves, so that the repository passes its own check.
        for text, words in {
            "// TO" "DO: later": "not finished",
            "path = /ho" "me/somebody/minefree": "one machine",
            "source: https://registry.npm" "js.org/vite": "package registry",
            "<<<<" "<<< HEAD": "half done",
        }.items():
            said, status = check("docs/a.md", f"one\n{text}\n".encode())
            self.assertIn("docs/a.md:2: ", said)
            self.assertIn(words, said)
            self.assertEqual(status, 1)

    def test_what_is_no_text(self):
        said, status = check("docs/a.md", b"caf\xe9\n")
        self.assertEqual((said, status), ("docs/a.md: not UTF-8\n", 1))

    def test_what_passes(self):
        for name, text in {
            "docs/a.md": "XXA, https://example.org/home/page and ../work/a\n",
            "scenarios/data/a.csv": "/ho" "me/a\n",
            "build/a.txt": "TO" "DO\n",
        }.items():
            self.assertEqual(check(name, text.encode()), ("", 0))


if __name__ == "__main__":
    unittest.main()
