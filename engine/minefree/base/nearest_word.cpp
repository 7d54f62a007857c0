#include <minefree/base/nearest_word.hpp>

#include <algorithm>
#include <cstddef>
#include <vector>

namespace minefree {

namespace {

char small(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

// Nobody mistypes a word this long; and distance costs the product of both lengths.
constexpr std::size_t longest_word = 64;

}  // namespace

int typing_distance(std::string_view a, std::string_view b) {
  // Three rows of the usual table: two letters ago, one letter ago, this letter of `a`.
  std::vector<int> before(b.size() + 1), last(b.size() + 1), row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = static_cast<int>(j);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = static_cast<int>(i);
    for (std::size_t j = 1; j <= b.size(); ++j) {
      int const exchanged = small(a[i - 1]) == small(b[j - 1]) ? 0 : 1;
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + exchanged});
      bool const swapped = i > 1 && j > 1 && small(a[i - 1]) == small(b[j - 2]) &&
                           small(a[i - 2]) == small(b[j - 1]);
      if (swapped) row[j] = std::min(row[j], before[j - 2] + 1);
    }
    std::swap(before, last);
    std::swap(last, row);
  }
  return last[b.size()];
}

std::optional<std::string> nearest_word(std::string_view word, std::span<std::string const> known) {
  if (word.size() > longest_word) return std::nullopt;
  int const far = std::max(1, static_cast<int>(word.size()) / 3) + 1;
  int best = far;
  std::optional<std::string> nearest;
  for (auto const& candidate : known) {
    if (candidate.size() > longest_word) continue;
    int const distance = typing_distance(word, candidate);
    if (distance < best) {
      best = distance;
      nearest = candidate;
    }
  }
  return nearest;
}

std::string did_you_mean(std::string_view word, std::span<std::string const> known) {
  auto const nearest = nearest_word(word, known);
  return nearest ? " Did you mean '" + *nearest + "'?" : std::string{};
}

}  // namespace minefree
