#pragma once

#include <string>
#include <string_view>

namespace minefree::config {

/// A message of yaml-cpp's parser in words of the user: what is wrong and how to go on.
std::string syntax_error_in_words(std::string_view message);

}  // namespace minefree::config
