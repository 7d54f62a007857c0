#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace minefree {

/// A donor of the record. The number is its address in the register of random draws: append only.
struct Donor {
  std::string_view code;
  std::string_view name;
  std::uint32_t number;
};

/// The rest of a recipient's international money that no donor row explains.
inline constexpr std::string_view other_donors = "OTH";

/// Every donor that a scenario or state file may name, in the order of their numbers.
std::span<Donor const> donors();
/// The donor of that code, if the register has it.
std::optional<Donor> donor_named(std::string_view code);

/// The donor that a table calls so: by its code, its name in the register, or another one in use.
std::optional<Donor> donor_called(std::string_view name);

}  // namespace minefree
