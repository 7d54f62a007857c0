#pragma once

// What no faster model could leave out: the random numbers of a year of a state and the functions
// that turn them into shocks, shares and bins. The rest of a year is additions, products and
// choices; how far the engine stands from this floor is what it pays for them and for memory.

#include <minefree/model/purposes.hpp>
#include <minefree/numeric/portable_math.hpp>

namespace minefree::bench {
inline namespace MINEFREE_INSTRUCTION_SET {

using namespace numeric;
using model::YearPurpose;

/// The purposes that every year reads, whatever happens in it.
inline constexpr YearPurpose uniforms_of_year[] = {
    YearPurpose::regime_ends, YearPurpose::regime_jump, YearPurpose::block_lifts,
    YearPurpose::new_mines,   YearPurpose::discovery,   YearPurpose::resurvey,
    YearPurpose::pause,       YearPurpose::relapse};
inline constexpr YearPurpose normals_of_year[] = {
    YearPurpose::discovery_size,  YearPurpose::recipient_funding, YearPurpose::national_funding,
    YearPurpose::log_deviation,   YearPurpose::output_noise,      YearPurpose::survey_share,
    YearPurpose::confirmed_share, YearPurpose::reduced_share};

/// A number that depends on every draw and function of one year of one state.
template <class R>
R floor_of_year(model::YearDraws<R> const& draws) {
  R luck = broadcast<R>(0);
  for (YearPurpose const purpose : uniforms_of_year) luck = luck + draws.uniform(purpose);
  R shock = luck;

  // exp: money from abroad and at home, money to capacity, luck, a find, three shares, the penalty
  // of progress. The ninth has no normal of its own.
  for (YearPurpose const purpose : normals_of_year) {
    shock = shock + exp(broadcast<R>(0.3) * draws.normal(purpose));
  }
  R const penalty = exp(broadcast<R>(-0.01) * luck);

  // expm1: what is found of the undiscovered land, and with what probability. log1p: the work that
  // an effort does. log: money to capacity, and the bins of land, money and unspent money.
  R const found = expm1(broadcast<R>(-0.1) * luck);
  R const probability = expm1(found);
  R const work = log1p(penalty * broadcast<R>(0.1));
  R const capacity = log(shock);
  R const bins = log(shock + penalty) + log(shock + work) + log(luck + work);
  return probability + capacity + bins;
}

/// The same for many years: every lane of `trajectories`, `states` states and `years` years.
template <class R>
double floor_of_run(std::uint64_t trajectories, std::uint32_t states, std::uint32_t years) {
  random::Key const seed(2025);
  R sum = broadcast<R>(0);
  for (std::uint64_t first = 0; first < trajectories; first += lanes_in<R>) {
    UintOf<R> trajectory{};
    for (int i = 0; i < lanes_in<R>; ++i) {
      set_lane(trajectory, i, static_cast<std::uint32_t>(first) + static_cast<std::uint32_t>(i));
    }
    for (std::uint32_t year = 1; year <= years; ++year) {
      for (std::uint32_t code = 1000; code < 1000 + states; ++code) {
        sum = sum + floor_of_year<R>(model::YearDraws<R>(seed, trajectory, year, code));
      }
    }
  }
  double total = 0;
  for (int i = 0; i < lanes_in<R>; ++i) total += static_cast<double>(lane(sum, i));
  return total;
}

}  // namespace MINEFREE_INSTRUCTION_SET
}  // namespace minefree::bench
