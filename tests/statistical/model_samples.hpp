#pragma once

// Samples of the model's draws as the engine makes them: lanes side by side, a trajectory each.
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <utility>
#include <vector>

#include <support/estimates.hpp>

#include <minefree/ensemble/batch.hpp>

namespace minefree::model {

/// The number type of these tests: that of the engine's narrowest kernel.
using R = numeric::Lanes<numeric::native_lanes>;

using testing::agrees;
using testing::each;
using testing::Estimate;
using testing::share_of;

inline constexpr std::size_t usual_count = 200'000;
inline random::Key const test_seed(20'250);
inline constexpr std::uint32_t test_state = state_code("XXA");

/// The lanes of a value, one after the other, behind what is there.
inline void append(R value, std::vector<double>& sample) {
  for (int i = 0; i < numeric::lanes_in<R>; ++i) {
    sample.push_back(static_cast<double>(numeric::lane(value, i)));
  }
}

/// A quantity of a year in many trajectories; `quantity` makes it from the year's draws.
template <class Quantity>
std::vector<double> sample_of_year(Quantity quantity, std::size_t count = usual_count,
                                   std::uint32_t state = test_state, std::uint32_t year = 2025) {
  std::vector<double> sample;
  sample.reserve(count);
  for (std::size_t first = 0; first < count; first += numeric::lanes_in<R>) {
    append(quantity(YearDraws<R>(test_seed, trajectories_from<R>(first), year, state)), sample);
  }
  return sample;
}

/// A quantity of the beginning, from the draws of a trajectory's parameters.
template <class Quantity>
std::vector<double> sample_of_beginning(Quantity quantity, std::size_t count = usual_count,
                                        std::uint32_t state = test_state) {
  std::vector<double> sample;
  sample.reserve(count);
  for (std::size_t first = 0; first < count; first += numeric::lanes_in<R>) {
    append(quantity(StateParameterDraws<R>(test_seed, trajectories_from<R>(first),
                                           year_of_parameters, state)),
           sample);
  }
  return sample;
}

/// Parameters that are zero but for those named.
inline Traits<R> traits_with(std::initializer_list<std::pair<Parameter, double>> values) {
  Traits<R> traits;
  traits.values.fill(broadcast<R>(0));
  for (auto const& [parameter, value] : values) traits[parameter] = broadcast<R>(value);
  return traits;
}

/// In that regime, in its n-th year; nothing is blocked.
inline Security<R> security_in(int regime, int year_of_it = 1) {
  return {.regime = broadcast_int<R>(regime),
          .years_in_regime = broadcast_int<R>(year_of_it),
          .output = broadcast<R>(1),
          .blocked = MaskOf<R>{},
          .blocked_suspected_km2 = broadcast<R>(0),
          .blocked_confirmed_km2 = broadcast<R>(0)};
}

/// Affected, with no deadline.
inline Completion<R> still_affected() { return begin_completion<R>(TreatyPlan{}); }

inline bool is_zero(double x) { return x == 0; }
inline std::vector<double> without_zeros(std::vector<double> sample) {
  std::erase_if(sample, is_zero);
  return sample;
}

}  // namespace minefree::model
