#pragma once

#include <string>
#include <string_view>

namespace minefree::report {

/// `?` for a conditional result, `*` for one of judgement alone, `+` for one that rests on it
/// partly.
std::string basis_mark(std::string_view basis, bool conditional);

/// A name that fits its column: `DR Congo` for the Democratic Republic, or its beginning.
std::string table_name(std::string_view name);

}  // namespace minefree::report
