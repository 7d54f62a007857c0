#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace minefree {

/// True for the number grammar of JSON (RFC 8259): `-1.5e3`; not `+1`, `.5`, `1.`, `010`, `0x1`.
bool is_json_number(std::string_view text);

/// A finite number in JSON's grammar; a leading `+` is allowed. Nothing for anything else, such as
/// `1e400`. A number too small to be held (`1e-400`) is 0.
std::optional<double> parse_number(std::string_view text);

/// A whole number in digits with an optional sign; nothing for anything else.
std::optional<std::int64_t> parse_integer(std::string_view text);

/// The shortest text that reads back as the same number, written as JavaScript writes it
/// (RFC 8785): 1000000, 0.1, 1e+21, 1e-7; 0 for -0. `number` is finite.
std::string shortest(double number);

/// `a, b or c`, with `last` = " or " and so on.
std::string join(std::span<std::string const> words, std::string_view between,
                 std::string_view last);

/// The words in single quotes, joined as `'a', 'b' or 'c'`.
std::string quoted_list(std::span<std::string const> words, std::string_view last = " or ");

/// A text of the user for a message: in single quotes, control characters as `?`, at most 60
/// characters and then `...`, never cut inside a character.
std::string in_quotes(std::string_view text);

/// The text as one word of a POSIX shell, for commands that readers are told to type: as it is
/// where no shell sees more in it, else in single quotes. Control characters, which a terminal
/// would obey, are
/// `?`, and a leading `-` becomes `./-`.
std::string shell_word(std::string_view text);

/// Without spaces, tabs and line ends around it.
std::string_view trimmed(std::string_view text);

}  // namespace minefree
