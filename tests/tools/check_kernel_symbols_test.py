"""Compiles a kernel that leaks and one that does not, and expects the tool to tell them apart."""

import contextlib
import io
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "tools"))
import check_kernel_symbols

KERNEL = """
template <class R> [[gnu::noinline]] R twice(R x) { return x + x; }
namespace model { inline namespace avx2 { template <class R> [[gnu::noinline]] R thrice(R x) { return x + x + x; } } }
double kernel(double x) { return CALL(x); }
"""


def check(call):
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "kernel_avx2.cpp")
        source.write_text(KERNEL)
        compiled = f"{source}.o"
        subprocess.run(["c++", "-std=c++20", f"-DCALL={call}", "-c", source, "-o", compiled], check=True)
        said = io.StringIO()
        with contextlib.redirect_stdout(said):
            status = check_kernel_symbols.main([f"avx2={source}", "--objects", "/other.cpp.o", compiled])
        return said.getvalue(), status


class CheckKernelSymbols(unittest.TestCase):
    def test_a_shared_function_without_the_name_of_the_set_is_a_leak(self):
        said, status = check("twice")
        self.assertEqual(status, 1)
        self.assertIn("kernel_avx2.cpp: shares double twice<double>(double)", said)

    def test_a_function_in_the_namespace_of_the_set_is_none(self):
        self.assertEqual(check("model::thrice"), ("", 0))


if __name__ == "__main__":
    unittest.main()
