#!/usr/bin/python3
"""Looks into the object files of the kernels for code that could leak from one instruction set into another.

    tools/check_kernel_symbols.py SET=SOURCE... --objects OBJECT...

An inline function is compiled into every object that calls it, and the linker keeps any one of the copies. When
that copy comes from the AVX-512 kernel, a machine without AVX-512 stops with an illegal instruction wherever it
is called. So each shared ("weak") symbol of the kernel for a wider set must carry that set's name, as code in
`inline namespace MINEFREE_INSTRUCTION_SET` does. The narrowest set, sse42, is what all code is compiled for.
"""

import subprocess
import sys
from pathlib import Path

COMMON_SET = "sse42"
SHARED = set("WVu")  # weak function, weak object, unique global, in the words of nm


def shared_symbols(object_file):
    """The demangled names of what the object defines and the linker may share."""
    listing = subprocess.run(["nm", "-C", "--defined-only", object_file], capture_output=True, text=True, check=True)
    for line in listing.stdout.splitlines():
        kind, name = line[17:].split(" ", 1)
        if kind in SHARED:
            yield name


def leaks(instruction_set, symbols):
    """Those symbols that other code may share though they hold the set's instructions."""
    return [name for name in symbols if f"{instruction_set}::" not in name and not is_data(name)]


def is_data(name):
    return name.startswith(("typeinfo ", "vtable ", "guard variable ", "DW.ref."))


def main(arguments):
    split = arguments.index("--objects")
    kernels = [argument.split("=", 1) for argument in arguments[:split]]
    objects = arguments[split + 1 :]
    count = 0
    for instruction_set, source in kernels:
        if instruction_set == COMMON_SET:
            continue
        found = [path for path in objects if path.endswith(f"/{Path(source).name}.o")]
        if len(found) != 1:
            print(f"{source}: has {len(found)} object files, not one")
            count += 1
            continue
        for name in leaks(instruction_set, shared_symbols(found[0])):
            print(f"{Path(source).name}: shares {name}")
            count += 1
    return 1 if count else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
