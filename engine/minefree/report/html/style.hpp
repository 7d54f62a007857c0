#pragma once

#include <string_view>

namespace minefree::report::html {

/// The style sheet of the page: light and dark, narrow and wide, and for paper. The palette is that
/// of Okabe and Ito (2008), as in the charts of the Python package; what matters is told apart by
/// lightness, dashes, place and words as well. Patterns are not used: on paper, Chromium turns each
/// into a picture of its own, 14 MB for one state.
std::string_view style_sheet();

}  // namespace minefree::report::html
