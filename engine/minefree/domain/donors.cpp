#include <minefree/domain/donors.hpp>

#include <algorithm>
#include <array>

namespace minefree {
namespace {

// Append only: the number is an address of random draws.
constexpr std::array register_of_donors = std::to_array<Donor>({
    {"OTH", "Other donors", 1},
    {"AUS", "Australia", 2},
    {"AUT", "Austria", 3},
    {"BEL", "Belgium", 4},
    {"CAN", "Canada", 5},
    {"CEB", "Council of Europe Development Bank", 6},
    {"CHE", "Switzerland", 7},
    {"CZE", "Czechia", 8},
    {"DEU", "Germany", 9},
    {"DNK", "Denmark", 10},
    {"ESP", "Spain", 11},
    {"EST", "Estonia", 12},
    {"EU", "European Union", 13},
    {"FIN", "Finland", 14},
    {"FRA", "France", 15},
    {"GBR", "United Kingdom", 16},
    {"HGBF", "Howard G. Buffett Foundation", 17},
    {"IND", "India", 18},
    {"IRL", "Ireland", 19},
    {"ITA", "Italy", 20},
    {"JPN", "Japan", 21},
    {"KOR", "Korea, Republic of", 22},
    {"LIE", "Liechtenstein", 23},
    {"LUX", "Luxembourg", 24},
    {"NATO", "North Atlantic Treaty Organization", 25},
    {"NLD", "Netherlands", 26},
    {"NOR", "Norway", 27},
    {"NZL", "New Zealand", 28},
    {"OCHA", "UN Office for the Coordination of Humanitarian Affairs", 29},
    {"OFID", "OPEC Fund for International Development", 30},
    {"POL", "Poland", 31},
    {"RUS", "Russian Federation", 32},
    {"SAU", "Saudi Arabia", 33},
    {"SVK", "Slovakia", 34},
    {"SVN", "Slovenia", 35},
    {"SWE", "Sweden", 36},
    {"TUR", "Türkiye", 37},
    {"UNCERF", "UN Central Emergency Response Fund", 38},
    {"UNCHF", "UN Common Humanitarian Fund", 39},
    {"UNDP", "UN Development Programme", 40},
    {"UNMPTF", "UN Multi-Partner Trust Fund", 41},
    {"UNSHF", "UN Somalia Humanitarian Fund", 42},
    {"USA", "United States of America", 43},
    {"LTU", "Lithuania", 44},
});

/// Names in data/donors.csv that the register writes otherwise.
struct OtherName {
  std::string_view name, code;
};
constexpr std::array other_names = std::to_array<OtherName>({
    {"United States", "USA"},
    {"South Korea", "KOR"},
    {"Turkey", "TUR"},
});

}  // namespace

std::span<Donor const> donors() { return register_of_donors; }

std::optional<Donor> donor_named(std::string_view code) {
  auto const found = std::ranges::find(register_of_donors, code, &Donor::code);
  if (found == register_of_donors.end()) return std::nullopt;
  return *found;
}

std::optional<Donor> donor_called(std::string_view name) {
  auto const other = std::ranges::find(other_names, name, &OtherName::name);
  if (other != other_names.end()) return donor_named(other->code);
  auto const found = std::ranges::find(register_of_donors, name, &Donor::name);
  if (found != register_of_donors.end()) return *found;
  return donor_named(name);
}

}  // namespace minefree
