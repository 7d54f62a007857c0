#include <array>
#include <string_view>

#include <fmt/format.h>

#include <minefree/domain/donors.hpp>
#include <minefree/report/comparison.hpp>

namespace minefree::report {
namespace {

/// How a key begins, and what is said instead; `{}` stands for the rest of it.
struct KeyPhrase {
  std::string_view begins, words;
};
constexpr std::array phrases = std::to_array<KeyPhrase>({
    {"funding.world", "all international money"},
    {"funding.donors.", "money of {}"},
    {"funding.recipients.", "international money for {}"},
    {"funding.national.", "own money of {}"},
    {"funding.", "{}"},
    {"survey.", "survey in {}"},
    {"security.", "security of {}"},
    {"state_overrides.", "{}"},
    {"parameters.", "{}"},
});

/// `confirmed_km2 of NGA` for `NGA.confirmed_km2`, and a donor's name with its code.
std::string rest_in_words(std::string_view begins, std::string_view rest) {
  auto const dot = rest.find('.');
  if (begins == "state_overrides." && dot != std::string_view::npos)
    return fmt::format("{} of {}", rest.substr(dot + 1), rest.substr(0, dot));
  auto const donor = begins == "funding.donors." ? donor_named(rest) : std::nullopt;
  return donor ? fmt::format("{} ({})", donor->name, donor->code) : std::string(rest);
}

std::string path_in_words(std::string_view path) {
  for (auto const& phrase : phrases) {
    if (!path.starts_with(phrase.begins)) continue;
    auto const rest = rest_in_words(phrase.begins, path.substr(phrase.begins.size()));
    return fmt::format(fmt::runtime(phrase.words), rest);
  }
  return std::string(path);
}

}  // namespace

std::string sentence_of(ScenarioChange const& change) {
  auto const what = path_in_words(change.path);
  if (!change.base) return fmt::format("{}: {}", what, change.other.value_or("nothing"));
  if (!change.other) return fmt::format("{}: no longer {}", what, *change.base);
  return fmt::format("{}: {} -> {}", what, *change.base, *change.other);
}

}  // namespace minefree::report
