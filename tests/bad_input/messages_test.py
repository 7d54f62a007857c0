#!/usr/bin/python3
"""Every bad file of cases/ gets exactly the messages of its .expected file.

    tests/bad_input/messages_test.py [--update]

MINEFREE_PROGRAM names the program. With --update the messages are written anew: read them as a user would. Where is
it wrong, what is wrong, why, and how to go on?
"""

import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

FOLDER = Path(__file__).resolve().parent
ROOT = FOLDER.parents[1]
PROGRAM = os.environ.get("MINEFREE_PROGRAM", str(ROOT / "build" / "release" / "minefree"))
CASES = sorted((FOLDER / "cases").glob("*.yaml"))


def check(path, folder):
    return subprocess.run([PROGRAM, "check", path], capture_output=True, cwd=folder, timeout=60)


def messages(result):
    """What was printed, the same on every machine."""
    return result.stdout.decode("utf-8").replace(str(ROOT), "REPOSITORY")


class Messages(unittest.TestCase):
    maxDiff = None

    def test_each_bad_file_is_refused_in_the_expected_words(self):
        self.assertGreaterEqual(len(CASES), 40)
        for case in CASES:
            with self.subTest(case.stem):
                result = check(case.name, case.parent)
                self.assertEqual(result.returncode, 3)
                expected = case.with_suffix(".expected").read_text(encoding="utf-8")
                self.assertEqual(messages(result), expected)

    def test_run_refuses_each_of_them_too_and_writes_nothing(self):
        with tempfile.TemporaryDirectory() as folder:
            for case in CASES:
                with self.subTest(case.stem):
                    result = subprocess.run([PROGRAM, "run", case.name, "--out", f"{folder}/out"], capture_output=True,
                                            cwd=case.parent, timeout=60)
                    self.assertEqual(result.returncode, 3)
                    self.assertEqual(result.stdout, b"")
                    self.assertEqual(os.listdir(folder), [])

    def test_a_file_of_more_than_8_mib_is_refused_unread(self):
        with tempfile.TemporaryDirectory() as folder:
            Path(folder, "large.yaml").write_bytes(b"# " + b"x" * (9 << 20) + b"\n")
            result = check("large.yaml", folder)
            self.assertEqual(result.returncode, 3)
            self.assertIn("8 MiB", result.stdout.decode())

    def test_a_folder_and_an_absent_file_are_refused(self):
        with tempfile.TemporaryDirectory() as folder:
            for name in (".", "absent.yaml"):
                result = check(name, folder)
                self.assertEqual(result.returncode, 3, name)
                self.assertTrue(result.stdout.decode().startswith(f"{name}: "), result.stdout)

    def test_mutated_good_files_never_crash(self):
        good = (ROOT / "scenarios" / "closed-form.yaml").read_bytes()
        state = 12345
        with tempfile.TemporaryDirectory() as folder:
            names = []
            for number in range(300):
                bytes_ = bytearray(good)
                for _ in range(1 + number % 4):
                    state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
                    place = (state >> 33) % len(bytes_)
                    bytes_[place:place + (state >> 20) % 3] = bytes([(state >> 12) % 256] * ((state >> 8) % 3))
                Path(folder, f"{number}.yaml").write_bytes(bytes_)
                names.append(f"{number}.yaml")
            result = subprocess.run([PROGRAM, "check", *names], capture_output=True, cwd=folder, timeout=120)
            self.assertIn(result.returncode, (0, 3), result.stderr)


def update():
    for case in CASES:
        text = messages(check(case.name, case.parent))
        case.with_suffix(".expected").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    if "--update" in sys.argv:
        update()
    else:
        unittest.main()
