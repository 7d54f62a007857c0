#pragma once

#include <string>
#include <string_view>

#include "jobs.hpp"

namespace minefree::page {

/// A text about a run, by its name:
///   csv     the texts of the files that `minefree run --out` writes, by name, as a JSON object
///           (not report.json, which only `minefree report` reads)
///   plan    the text of `minefree plan --json`
///   report  the text of the file that `minefree report` writes
/// Empty for another name.
std::string document_of(RunJob const&, std::string_view what);

}  // namespace minefree::page
