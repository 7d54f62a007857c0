"""Plants one violation after the other and expects tools/check_layers.py to name it."""

import contextlib
import io
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "tools"))
import check_layers


def check(files):
    """What the tool says of a repository with these files, and its exit code."""
    with tempfile.TemporaryDirectory() as folder:
        for name, text in files.items():
            path = Path(folder, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        said = io.StringIO()
        with contextlib.redirect_stdout(said):
            status = check_layers.main([folder])
        return said.getvalue(), status


class CheckLayers(unittest.TestCase):
    def assert_found(self, name, text, *words):
        said, status = check({name: text})
        self.assertEqual(status, 1, said)
        for word in words:
            self.assertIn(word, said)

    def assert_clean(self, name, text):
        said, status = check({name: text})
        self.assertEqual((said, status), ("", 0))

    def test_a_layer_may_include_lower_layers(self):
        self.assert_clean("engine/minefree/model/a.hpp", "#pragma once\n#include <minefree/random/draws.hpp>\n")

    def test_a_layer_may_not_include_higher_layers(self):
        self.assert_found(
            "engine/minefree/numeric/a.hpp",
            "#pragma once\n\n#include <minefree/model/step_year.hpp>\n",
            "engine/minefree/numeric/a.hpp:3: <minefree/model/step_year.hpp>: numeric may include base, not model",
        )

    def test_an_include_between_quotes_counts_too(self):
        self.assert_found("engine/minefree/base/a.cpp", '#include "minefree/domain/scenario.hpp"\n', "base may include no other layer")

    def test_the_ensemble_does_not_read_files_formats(self):
        self.assert_found("engine/minefree/ensemble/a.cpp", "#include <minefree/config/tree.hpp>\n", "not config")

    def test_programs_and_tests_may_include_anything(self):
        self.assert_clean("apps/cli/main.cpp", "#include <iostream>\n#include <minefree/config/tree.hpp>\n")
        self.assert_clean("tests/unit/a_test.cpp", "#include <cmath>\n#include <minefree/report/json.hpp>\n")

    def test_a_layer_that_is_not_in_the_table(self):
        self.assert_found("apps/cli/main.cpp", "#include <minefree/utils/a.hpp>\n", "'utils' is not a layer")
        self.assert_found("engine/minefree/utils/a.cpp", "#include <minefree/base/text.hpp>\n", "in the folder of a layer")

    def test_yaml_and_the_command_line_stay_in_one_file(self):
        self.assert_found("engine/minefree/config/read.cpp", "#include <yaml-cpp/yaml.h>\n", "only engine/minefree/config/yaml_tree.cpp")
        self.assert_found("tests/unit/a_test.cpp", "#include <yaml-cpp/yaml.h>\n", "may include yaml-cpp")
        self.assert_found("apps/cli/main.cpp", "#include <CLI/CLI.hpp>\n", "only apps/cli/arguments.cpp")
        self.assert_clean("engine/minefree/config/yaml_tree.cpp", "#include <yaml-cpp/yaml.h>\n")

    def test_no_libm_where_bits_must_agree(self):
        for code in ("std::exp(x)", "std::pow (x, 2)", "::logf(x)", "__builtin_sqrt(x)", "std::log1p(x)", "sqrt(x)", "expf(x)"):
            for layer in ("numeric", "random", "model", "ensemble"):
                self.assert_found(f"engine/minefree/{layer}/a.cpp", f"double y = {code};\n", f"a.cpp:1: '{code.split('(')[0].rstrip()}'")
        self.assert_found("engine/minefree/ensemble/a.cpp", "double y = exp(x);\n", "'exp'")
        self.assert_found("engine/minefree/model/a.cpp", "#include <cmath>\n", "uses no libm")

    def test_our_own_functions_are_no_libm(self):
        self.assert_clean("engine/minefree/model/a.cpp", "auto y = exp(x) + numeric::log(x) + square_root(x);\n")
        self.assert_clean("engine/minefree/ensemble/a.cpp", "auto y = numeric::exp(x) + table.log(x);\n")
        self.assert_clean("engine/minefree/domain/a.cpp", "#include <cmath>\nauto y = std::exp(x);\n")

    def test_the_engine_has_no_effects(self):
        for code, words in {
            "std::cerr << 1;": "never prints",
            'std::printf("");': "never prints",
            "std::exit(1);": "never ends the program",
            "auto t = std::chrono::steady_clock::now();": "never reads the clock",
            'std::ifstream file("a");': "never opens files",
            'auto p = std::getenv("A");': "never reads the environment",
            'throw std::runtime_error("");': "never throws",
            "std::normal_distribution<double> d;": "have no address",
            "#include <iostream>": "never prints",
        }.items():
            self.assert_found("engine/minefree/config/a.cpp", code + "\n", words)

    def test_a_broken_contract_may_say_so(self):
        self.assert_clean("engine/minefree/base/contract.cpp", 'std::fprintf(stderr, "");\nstd::abort();\n')

    def test_comments_and_texts_are_no_code(self):
        self.assert_clean(
            "engine/minefree/model/a.cpp",
            '// std::exp(x) throws\n/* #include <cmath>\n   std::cout */\nauto a = "std::exp(x) // throw";\nauto b = R"(throw)";\n',
        )

    def test_lines_are_counted_across_comments(self):
        self.assert_found("engine/minefree/base/a.cpp", '/* one\n two */ char q = \'"\';\n"text";\nthrow 1;\n', "a.cpp:4: 'throw'")

    def test_the_own_header_comes_first(self):
        text = "#include <vector>\n\n#include <minefree/base/a.hpp>\n"
        self.assert_found("engine/minefree/base/a.cpp", text, "a.cpp:1: <minefree/base/a.hpp> comes first")

    def test_a_header_is_read_once(self):
        self.assert_found("engine/minefree/base/a.hpp", "int a();\n", "#pragma once")

    def test_json_stays_out_of_headers(self):
        text = "#pragma once\n#include <nlohmann/json.hpp>\n"
        self.assert_found("engine/minefree/report/a.hpp", text, "in .cpp files only")

    def test_long_files_are_only_warned_of(self):
        said, status = check({"engine/minefree/base/a.cpp": "int a;\n" * 301})
        self.assertIn("warning: 301 lines", said)
        self.assertEqual(status, 0)


if __name__ == "__main__":
    unittest.main()
