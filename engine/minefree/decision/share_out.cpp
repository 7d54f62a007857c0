#include <minefree/decision/share_out.hpp>

#include <algorithm>
#include <cstddef>
#include <limits>

#include <minefree/base/contract.hpp>

namespace minefree {
namespace {

constexpr double impossible = -std::numeric_limits<double>::infinity();

/// The best that the first takers make of each number of lumps, and what the last of them gets
/// then.
struct Stage {
  std::vector<double> best;
  std::vector<int> given;
};

Stage add_taker(std::vector<double> const& before, Taker const& taker) {
  Stage stage{std::vector<double>(before.size(), impossible), std::vector<int>(before.size(), 0)};
  for (int lumps = 0; lumps < static_cast<int>(before.size()); ++lumps) {
    auto const all = static_cast<std::size_t>(lumps);
    for (int given = taker.least; given <= std::min(taker.most, lumps); ++given) {
      auto const rest = before[all - static_cast<std::size_t>(given)];
      double const sum = rest + taker.gain[static_cast<std::size_t>(given)];
      if (sum <= stage.best[all]) continue;
      stage.best[all] = sum;
      stage.given[all] = given;
    }
  }
  return stage;
}

}  // namespace

std::vector<int> share_out(std::vector<Taker> const& takers, int lumps) {
  std::vector<double> before(static_cast<std::size_t>(lumps) + 1, impossible);
  before.front() = 0;
  std::vector<Stage> stages;
  for (Taker const& taker : takers) {
    stages.push_back(add_taker(before, taker));
    before = stages.back().best;
  }
  auto const best = std::ranges::max_element(before);
  MINEFREE_EXPECT(*best > impossible);

  std::vector<int> given(takers.size());
  auto left = static_cast<std::size_t>(best - before.begin());
  for (std::size_t k = takers.size(); k-- > 0;) {
    given[k] = stages[k].given[left];
    left -= static_cast<std::size_t>(given[k]);
  }
  return given;
}

}  // namespace minefree
