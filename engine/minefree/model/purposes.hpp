#pragma once

#include <cstdint>
#include <string_view>

#include <minefree/domain/parameters.hpp>
#include <minefree/numeric/instruction_set.hpp>
#include <minefree/numeric/lanes.hpp>
#include <minefree/random/draws.hpp>

namespace minefree::model {

// The register of random draws. A draw's address is (trajectory, year, code, purpose) under the
// seed's key. Append only: never reuse or renumber a purpose, or old results change and scenarios
// are no longer paired.

/// Codes that are no state's: what all states of a trajectory share.
inline constexpr std::uint32_t world_code = 0;
inline constexpr std::uint32_t donors_code = 1;

/// The address code of a state: its three letters as a number in base 26, above the codes of the
/// world.
constexpr std::uint32_t state_code(std::string_view iso3) {
  std::uint32_t number = 0;
  for (char const letter : iso3) number = number * 26 + static_cast<std::uint32_t>(letter - 'A');
  return 1000 + number;
}

/// Drawn once a trajectory, at year 0. The first numbers are those of `Parameter`.
inline constexpr std::uint32_t year_of_parameters = 0;
enum class BeginPurpose : unsigned {
  starting_confirmed = 7,
  starting_suspected = 8,
  stock_report = 9,
  stock_report_tail = 10,
  funding_report = 11,
};

/// Drawn each year for each state.
enum class YearPurpose : unsigned {
  regime_ends = 0,
  regime_jump = 1,
  block_lifts = 2,
  new_mines = 3,
  new_mines_size = 4,
  discovery = 5,
  discovery_size = 6,
  resurvey = 7,
  recipient_funding = 8,
  national_funding = 9,
  log_deviation = 10,
  output_noise = 11,
  pause = 12,
  survey_share = 13,
  confirmed_share = 14,
  reduced_share = 15,
  declaration_lag = 16,
  relapse = 17,
  relapse_area = 18,
};

/// Drawn once a trajectory and state, at year 0, for the optional parts alone.
enum class OptionalBeginPurpose : unsigned { finds_per_year = 56, casualty_level = 57 };
static_assert(static_cast<unsigned>(OptionalBeginPurpose::finds_per_year) ==
              static_cast<unsigned>(Parameter::finds_per_year));

/// Drawn each year for each state, for the optional parts alone: later words of the same address.
enum class OptionalPurpose : unsigned {
  team = 20,
  finds = 21,
  finds_rounding = 22,
  casualties = 23,
  casualties_rounding = 24,
};

/// Drawn each year for the world.
enum class WorldPurpose : unsigned { funding = 0, productivity = 1 };

/// Drawn each year for each donor: the purpose is the donor's number in the register of donors.
enum class DonorNumber : unsigned {};

/// Drawn once a trajectory for each pledge that a scenario supposes. The n-th pledge of a list,
/// counted from 1, is drawn at year n, which no calendar year is: at the world's code, at the
/// state's, or at the donors', where the purpose is the donor's number.
enum class PledgePurpose : unsigned { international = 0, national = 1 };

inline namespace MINEFREE_INSTRUCTION_SET {

using namespace numeric;

template <class R>
using StateParameterDraws = random::Draws<R, 3>;
template <class R>
using CommonParameterDraws = random::Draws<R, (parameter_count + 3) / 4>;
template <class R>
using YearDraws = random::Draws<R, 5>;
template <class R>
using OptionalBeginDraws = random::Draws<R, 1, 14>;
template <class R>
using OptionalDraws = random::Draws<R, 2, 5>;
template <class R>
using WorldDraws = random::Draws<R, 1>;
template <class R>
using DonorDraws = random::Draws<R, 12>;
template <class R>
using PledgeDraws = DonorDraws<R>;

}  // namespace MINEFREE_INSTRUCTION_SET
}  // namespace minefree::model
