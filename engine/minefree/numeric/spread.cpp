#include <minefree/numeric/spread.hpp>

#include <minefree/base/contract.hpp>

namespace minefree::numeric {
namespace {

constexpr double normal_95 = 1.6448536269514722;  // 95 % of a standard normal lie below

double log_odds(double share) { return log(share / (1 - share)); }

}  // namespace

TwoPiece two_piece(Spread spread, SpreadShape shape) {
  MINEFREE_EXPECT(spread.low <= spread.best && spread.best <= spread.high);
  MINEFREE_EXPECT(spread.low == spread.high || spread.low > 0);
  MINEFREE_EXPECT(spread.low == spread.high || shape == SpreadShape::positive || spread.high < 1);
  // The distance on the log or log-odds scale; equal ends need no logarithm, so 0 and 1 are
  // allowed.
  auto const sd = [shape](double from, double to) {
    if (from == to) return 0.0;
    if (shape == SpreadShape::positive) return log(to / from) / normal_95;
    return (log_odds(to) - log_odds(from)) / normal_95;
  };
  return {.best = spread.best,
          .sd_low = sd(spread.low, spread.best),
          .sd_high = sd(spread.best, spread.high),
          .shape = shape};
}

}  // namespace minefree::numeric
