#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace minefree {

/// Typing errors between two words: letters added, left out, exchanged, or two neighbours swapped.
/// Capitals count as small letters.
int typing_distance(std::string_view a, std::string_view b);

/// The word that the user probably meant: the nearest, the first of equals; nothing when none is
/// near (more than one error in three letters).
std::optional<std::string> nearest_word(std::string_view word, std::span<std::string const> known);

/// ` Did you mean 'known'?` with the space in front, or nothing.
std::string did_you_mean(std::string_view word, std::span<std::string const> known);

}  // namespace minefree
