#!/usr/bin/python3
"""Runs clang-tidy-22 on the project's own sources, and only on those that changed since they were clean.

    tools/tidy.py BUILD_FOLDER [PATTERN]     a built folder with compile_commands.json; PATTERN narrows the files

A source is unchanged when its compile command, .clang-tidy, and all files of the project that it includes are
as they were; the build's own record says what it includes. Clean results are remembered in BUILD_FOLDER/tidy.
"""

import hashlib
import json
import os
import re
import shlex
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OWN_FOLDERS = tuple(f"{ROOT}/{folder}/" for folder in ("engine", "apps", "tests", "bench"))
TIDY = "clang-tidy-22"


def recorded_includes(build):
    """Object file -> the files of the project it was made from, from ninja's record."""
    listing = subprocess.run(["ninja", "-C", build, "-t", "deps"], capture_output=True, text=True, check=True).stdout
    includes = {}
    for line in listing.splitlines():
        if line and not line[0].isspace():
            files = includes.setdefault(line.split(":")[0], [])
        elif line.strip():
            path = os.path.normpath(os.path.join(build, line.strip()))
            if path.startswith(OWN_FOLDERS):
                files.append(path)
    return includes


def object_file(entry):
    words = shlex.split(entry["command"])
    return words[words.index("-o") + 1]


def fingerprint(entry, files, settings):
    digest = hashlib.sha256((entry["command"] + settings).encode())
    for path in sorted({entry["file"], *files}):
        digest.update(path.encode() + b"\0" + Path(path).read_bytes())
    return digest.hexdigest()


def tidy(build, entry):
    run = subprocess.run(
        ["nice", TIDY, "-p", build, "--quiet", "--warnings-as-errors=*", entry["file"]], capture_output=True, text=True
    )
    return run.returncode, run.stdout + ("" if run.returncode == 0 else run.stderr)


def complaints(text):
    """The text of a run, cut where clang-tidy begins to speak of another place."""
    return re.split(r"(?m)^(?=\S+:\d+:\d+: (?:error|warning): )", text.replace(f"{ROOT}/", ""))


def main(arguments):
    build = str(Path(arguments[0]).resolve())
    pattern = arguments[1] if len(arguments) > 1 else ""
    version = subprocess.run([TIDY, "--version"], capture_output=True, text=True, check=True).stdout
    settings = version + "".join(path.read_text() for path in sorted(ROOT.glob("**/.clang-tidy")))
    remembered = Path(build, "tidy")
    remembered.mkdir(exist_ok=True)
    includes = recorded_includes(build)

    waiting = []
    for entry in json.loads(Path(build, "compile_commands.json").read_text()):
        if entry["file"].startswith(OWN_FOLDERS) and pattern in entry["file"]:
            mark = remembered / fingerprint(entry, includes.get(object_file(entry), []), settings)
            if not mark.exists():
                waiting.append((entry, mark))

    failures = 0
    seen = set()  # what is wrong in a header comes with each file that includes it
    jobs = int(os.environ.get("CMAKE_BUILD_PARALLEL_LEVEL") or os.cpu_count())
    with ThreadPoolExecutor(jobs) as pool:
        results = pool.map(lambda item: tidy(build, item[0]), waiting)
        for number, ((entry, mark), (status, text)) in enumerate(zip(waiting, results), 1):
            name = os.path.relpath(entry["file"], ROOT)
            if status == 0:
                mark.touch()
            else:
                failures += 1
                for complaint in complaints(text):
                    if complaint not in seen:
                        seen.add(complaint)
                        print(complaint.rstrip(), flush=True)
            print(f"clang-tidy {number} of {len(waiting)}: {name}", file=sys.stderr)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
