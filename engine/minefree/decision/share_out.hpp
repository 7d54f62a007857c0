#pragma once

#include <vector>

namespace minefree {

/// What one taker gains from lumps: `gain[n]` with n lumps, for n from 0 on; and how many it must
/// and may get. `least` is at most `most`, and `most` below the size of `gain`.
struct Taker {
  std::vector<double> gain;
  int least = 0;
  int most = 0;
};

/// How many lumps each taker gets so that the gains sum up to the most, by dynamic programming:
/// exact for gains of any shape. At most `lumps` are given in all, none that gains nothing. What
/// all takers must get has to fit into `lumps`.
std::vector<int> share_out(std::vector<Taker> const&, int lumps);

}  // namespace minefree
