#pragma once

// Draws of a calibration for tests, made in C++ instead of CSV.
#include <cstddef>
#include <memory>
#include <utility>

#include <minefree/domain/posterior.hpp>

namespace minefree::testing {

/// A posterior of so many draws with nothing in it yet; the columns are set by the test.
inline Posterior empty_posterior(std::size_t draws, int origin = 2024) {
  Posterior posterior;
  posterior.name = "posterior/test.csv";
  posterior.origin = origin;
  posterior.draws = draws;
  return posterior;
}

inline std::shared_ptr<Posterior const> shared(Posterior posterior) {
  return std::make_shared<Posterior const>(std::move(posterior));
}

inline DrawColumn& common(Posterior& posterior, Parameter id) {
  return posterior.common[static_cast<std::size_t>(id)];
}
inline DrawColumn& own(Posterior& posterior, std::string const& code, Parameter id) {
  return posterior.states[code].parameters[static_cast<std::size_t>(id)];
}
inline BetweenStates& between(Posterior& posterior, Parameter id) {
  return posterior.between_states[static_cast<std::size_t>(id)];
}

}  // namespace minefree::testing
