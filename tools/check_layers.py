#!/usr/bin/python3
"""Holds the C++ sources against the architecture (docs/architecture.md).

    tools/check_layers.py [FOLDER]      FOLDER is the repository; the one this file stands in when absent

Prints each violation as file:line: what is wrong, and fails when there is one. Long files are only warned of.
"""

import re
import sys
from pathlib import Path

# Which layers a layer may include, beside itself. Lowest first.
LAYERS = {
    "base": "",
    "numeric": "base",
    "random": "base numeric",
    "domain": "base numeric",
    "config": "base numeric domain",
    "model": "base numeric random domain",
    "ensemble": "base numeric random domain model",
    "decision": "base numeric random domain model ensemble",
    "hindcast": "base numeric random domain model ensemble",
    "parallel": "base numeric random domain model ensemble",
    "report": "base numeric random domain model ensemble decision hindcast",
}
LAYERS = {layer: set(allowed.split()) | {layer} for layer, allowed in LAYERS.items()}

# Headers that belong to no layer.
ANYBODYS_HEADERS = {"minefree/version.hpp"}

# Heavy libraries, and the only files that may include them.
ONLY_IN = {
    "yaml-cpp/": {"engine/minefree/config/yaml_tree.cpp"},
    "CLI/": {"apps/cli/arguments.cpp", "apps/cli/command_options.cpp"},
}

# Layers whose results must have the same bits everywhere: no function of libm.
SAME_BITS_LAYERS = {"numeric", "random", "model", "ensemble"}
OWN_FUNCTIONS = r"(?:exp|expm1|log|log1p)"  # of numeric, which its own files and model's may leave unsaid
OTHER_FUNCTIONS = r"(?:a?(?:sin|cos|tan)h?|atan2|exp2|log2|log10|pow|sqrt|cbrt|hypot|erfc?|[lt]gamma|fma)"
QUALIFIED_LIBM = re.compile(rf"(?:\bstd::|__builtin_|(?<![\w>])::)(?:{OWN_FUNCTIONS}|{OTHER_FUNCTIONS})f?\s*\(")
LENIENT_LIBM = re.compile(rf"(?<![\w:.>])(?:{OWN_FUNCTIONS}f|{OTHER_FUNCTIONS}f?)\s*\(")
STRICT_LIBM = re.compile(rf"(?<![\w:.>])(?:{OWN_FUNCTIONS}|{OTHER_FUNCTIONS})f?\s*\(")
LIBM_HEADERS = {"cmath", "math.h", "complex", "valarray"}

# What the engine leaves to the programs around it, and who may do it all the same.
EFFECTS = [
    ("prints", re.compile(r"\bstd::c(?:out|err|log)\b|\bf?(?:printf|puts|putc|putchar)\s*\(|\bfmt::print")),
    ("ends the program", re.compile(r"\b(?:std::)?(?:exit|_Exit|quick_exit|abort|terminate)\s*\(")),
    ("reads the clock", re.compile(r"_clock::now\b|\bstd::time\s*\(|\b(?:clock_)?gettime(?:ofday)?\s*\(|\bstd::clock\s*\(")),
    ("opens files", re.compile(r"\b(?:std::)?fopen\s*\(|\bstd::(?:basic_)?[io]?fstream\b|\bstd::filesystem\b|\bstd::[io]?fstream\b")),
    ("reads the environment", re.compile(r"\b(?:std::|secure_)?getenv\s*\(")),
    ("throws", re.compile(r"\bthrow\b")),
    ("draws numbers that have no address", re.compile(r"\bstd::(?:random_device|mt19937(?:_64)?|\w+_distribution)\b|\bs?rand\s*\(")),
]
MAY = {
    # A broken contract is an error of ours: it says where and stops.
    ("engine/minefree/base/contract.cpp", "prints"),
    ("engine/minefree/base/contract.cpp", "ends the program"),
    # The one place where the disk comes in, for programs that have one; readers get it as a function.
    ("engine/minefree/config/disk.cpp", "opens files"),
    # yaml-cpp can only be stopped by an exception, which the same file catches.
    ("engine/minefree/config/yaml_tree.cpp", "throws"),
}
EFFECT_HEADERS = {"iostream": "prints", "fstream": "opens files", "filesystem": "opens files"}

LONGEST_FILE_LINES = 300

INCLUDE = re.compile(r'^\s*#\s*include\s*(?:<([^>]+)>|"([^"]*)")')
COMMENT_OR_TEXT = re.compile(
    r'//[^\n]*|/\*.*?\*/|R"([^(\s]*)\(.*?\)\1"|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])\'', re.DOTALL
)


def code_alone(text):
    """The text without comments and the contents of strings; lines keep their numbers."""

    def blank(match):
        return '""' + "\n" * match[0].count("\n") if match[0][0] in "\"'R" else "\n" * match[0].count("\n")

    return COMMENT_OR_TEXT.sub(blank, text)


class File:
    """One source file and what is wrong with it."""

    def __init__(self, root, path):
        self.name = path.relative_to(root).as_posix()
        text = path.read_text(encoding="utf-8")
        self.lines = text.splitlines()
        self.code_lines = code_alone(text).split("\n")
        parts = self.name.split("/")
        self.layer = parts[2] if parts[:2] == ["engine", "minefree"] and len(parts) > 3 else None
        self.is_engine = parts[0] == "engine"
        # The paths between <> or "", by line; from the raw line, since code_alone empties texts.
        self.includes = [
            (number, match[1] or match[2])
            for number, (line, code) in enumerate(zip(self.lines, self.code_lines), 1)
            if INCLUDE.match(code) and (match := INCLUDE.match(line))
        ]

    def violations(self):
        yield from self.wrong_layers()
        yield from self.heavy_libraries()
        yield from self.own_header_not_first()
        if self.layer in SAME_BITS_LAYERS:
            yield from self.libm()
        if self.is_engine:
            yield from self.effects()
        if self.name.endswith(".hpp") and "#pragma once" not in self.lines:
            yield 1, "a header starts with #pragma once"

    def wrong_layers(self):
        for line, header in self.includes:
            if not header.startswith("minefree/") or header in ANYBODYS_HEADERS:
                continue
            target = header.split("/")[1]
            if target not in LAYERS:
                yield line, f"<{header}>: '{target}' is not a layer"
            elif self.is_engine and self.layer not in LAYERS:
                yield line, "a file of the engine stands in the folder of a layer"
            elif self.layer and target not in LAYERS[self.layer]:
                allowed = ", ".join(layer for layer in LAYERS if layer in LAYERS[self.layer] - {self.layer})
                yield line, f"<{header}>: {self.layer} may include {allowed or 'no other layer'}, not {target}"

    def heavy_libraries(self):
        for line, header in self.includes:
            for library, files in ONLY_IN.items():
                if header.startswith(library) and self.name not in files:
                    yield line, f"<{header}>: only {' and '.join(sorted(files))} may include {library.rstrip('/')}"
            if self.name.endswith(".hpp") and header.startswith("nlohmann/") and not header.endswith("json_fwd.hpp"):
                yield line, f"<{header}>: costs each includer two seconds; use it in .cpp files only"

    def own_header_not_first(self):
        if self.layer and self.name.endswith(".cpp") and self.includes:
            own = self.name.removeprefix("engine/").removesuffix(".cpp") + ".hpp"
            headers = [header for _, header in self.includes]
            if own in headers and headers[0] != own:
                yield self.includes[0][0], f"<{own}> comes first: it shows that the header stands alone"

    def libm(self):
        for line, header in self.includes:
            if header in LIBM_HEADERS:
                yield line, f"<{header}>: {self.layer} uses no libm, whose bits differ between machines"
        unqualified = LENIENT_LIBM if self.layer in ("numeric", "model") else STRICT_LIBM
        for line, code in enumerate(self.code_lines, 1):
            match = QUALIFIED_LIBM.search(code) or unqualified.search(code)
            if match:
                yield line, f"'{match[0].rstrip('( ')}': write numeric::, the function of numeric/portable_math.hpp"

    def effects(self):
        for line, header in self.includes:
            what = EFFECT_HEADERS.get(header)
            if what and (self.name, what) not in MAY:
                yield line, f"<{header}>: the engine never {what}"
        for line, code in enumerate(self.code_lines, 1):
            for what, pattern in EFFECTS:
                match = pattern.search(code)
                if match and (self.name, what) not in MAY:
                    yield line, f"'{match[0].rstrip('( ')}': the engine never {what}"


def sources(root):
    for folder in ("engine", "apps", "tests", "bench"):
        for path in sorted((root / folder).rglob("*")):
            if path.suffix in (".hpp", ".cpp", ".inl") and "node_modules" not in path.parts:
                yield path


def main(arguments):
    root = Path(arguments[0] if arguments else Path(__file__).resolve().parent.parent).resolve()
    count = 0
    files = 0
    for path in sources(root):
        file = File(root, path)
        files += 1
        for line, what in file.violations():
            print(f"{file.name}:{line}: {what}")
            count += 1
        if len(file.lines) > LONGEST_FILE_LINES:
            print(f"{file.name}: warning: {len(file.lines)} lines; a file has one subject and at most {LONGEST_FILE_LINES}")
    if count:
        print(f"{count} violations in {files} files")
    return 1 if count else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
