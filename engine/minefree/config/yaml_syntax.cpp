#include <minefree/config/yaml_syntax.hpp>

#include <array>

namespace minefree::config {

namespace {

struct Translation {
  std::string_view starts_with;  // what yaml-cpp says
  std::string_view in_words;
};

constexpr std::array translations{
    Translation{"end of map not found",
                "this line does not fit the lines above. Keys of one map start in the same column, "
                "each as 'key: value'."},
    Translation{"end of sequence not found",
                "this line does not fit the list above. Entries of one list start with '-' in the "
                "same column."},
    Translation{"end of map flow not found",
                "the map opened with '{' is not closed. Add '}', or a "
                "',' that is missing."},
    Translation{"end of sequence flow not found",
                "the list opened with '[' is not closed. Add ']', or a ',' that is missing."},
    Translation{
        "illegal map value",
        "a ':' cannot stand here. Put a text that holds ': ' in quotes, or begin a new line "
        "for the next key."},
    Translation{"illegal map key", "a key cannot start here. Begin a new line for it."},
    Translation{"illegal block entry",
                "a list entry '-' cannot start here. Begin a new line for it, "
                "below its key."},
    Translation{"illegal flow end", "this ']' or '}' closes nothing. Remove it."},
    Translation{"unknown token",
                "a value cannot start with this character. Put the text in quotes."},
    Translation{"illegal EOF in scalar",
                "a text in quotes is not closed before the file ends. Add "
                "the closing quote."},
    Translation{"illegal document indicator in scalar",
                "a text in quotes is not closed before '---' or '...'. Add the closing quote."},
    Translation{"illegal character in scalar",
                "a text in quotes goes on in a line that starts too far left. Indent it, or close "
                "the quotes."},
    Translation{
        "unknown escape character",
        "this '\\' sequence is not known. Write '\\\\' for a backslash, or use single quotes."},
    Translation{
        "bad character found while scanning hex number",
        "a '\\x' or '\\u' in double quotes wants hexadecimal digits. Use single quotes for a "
        "text with backslashes."},
    Translation{"invalid unicode",
                "this '\\u' sequence is not a character. Write the character itself."},
    Translation{
        "the referenced anchor is not defined",
        "this alias ('*...') names nothing above it. Define it with '&' first, or put a text "
        "that starts with '*' in quotes."},
    Translation{"alias not found after *",
                "a '*' starts an alias. Put a text that starts with '*' in quotes."},
    Translation{"anchor not found after &",
                "a '&' starts an anchor. Put a text that starts with '&' in quotes."},
    Translation{"illegal character found while scanning a",
                "this name of an alias or anchor has a character it cannot have. Put a text that "
                "starts with '*' or '&' in quotes."},
    Translation{"aliases can't have any content",
                "an alias ('*...') stands alone. Remove the anchor or tag beside it."},
    Translation{"cannot assign multiple", "a value has two anchors or two tags. Keep none."},
    Translation{"cannot set zero indentation for a block scalar",
                "a block of text ('|' or '>') is indented by at least one. Remove the 0."},
    Translation{"unexpected character in block scalar",
                "the text of a block starts in the line below its '|' or '>'. Move it there."},
};

}  // namespace

std::string syntax_error_in_words(std::string_view message) {
  for (auto const& translation : translations) {
    if (message.starts_with(translation.starts_with)) return std::string(translation.in_words);
  }
  return "this is not YAML that can be read (" + std::string(message) +
         "). Compare with docs/scenario-format.md.";
}

}  // namespace minefree::config
