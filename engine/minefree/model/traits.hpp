#pragma once

#include <array>

#include <minefree/domain/parameters.hpp>
#include <minefree/model/country_plan.hpp>
#include <minefree/model/purposes.hpp>

namespace minefree::model {
inline namespace MINEFREE_INSTRUCTION_SET {

/// The parameters of one state as this trajectory has them: uncertain, but constant over the years.
template <class R>
struct Traits {
  std::array<R, parameter_count> values;

  R operator[](Parameter parameter) const {
    return values.data()[static_cast<unsigned>(parameter)];
  }
  R& operator[](Parameter parameter) { return values.data()[static_cast<unsigned>(parameter)]; }
};

/// Standard normals behind the parameters that all states share.
template <class R>
struct CommonNormals {
  std::array<R, parameter_count> values;
};

/// One draw a parameter for all states; those that no spread needs are left at zero.
template <class R>
CommonNormals<R> draw_common_normals(WorldPlan const& plan, CommonParameterDraws<R> const& draws) {
  CommonNormals<R> normals;
  for (unsigned k = 0; k < parameter_count; ++k) {
    normals.values.data()[k] =
        plan.common_draws.data()[k] ? draws.normal(static_cast<Parameter>(k)) : broadcast<R>(0);
  }
  return normals;
}

/// The state's parameters: its own draws for the first ones of the register, the common normals for
/// the others.
template <class R>
Traits<R> sample_traits(ParameterPlan const& plan, StateParameterDraws<R> const& draws,
                        CommonNormals<R> const& common) {
  Traits<R> traits;
  for (unsigned k = 0; k < parameter_count; ++k) {
    TwoPiece const& spread = plan.spread.data()[k];
    if (!plan.uncertain.data()[k]) {
      traits.values.data()[k] = broadcast<R>(spread.best);
    } else if (k < state_parameter_count) {
      traits.values.data()[k] = sample(spread, draws.normal(static_cast<Parameter>(k)));
    } else {
      traits.values.data()[k] = sample(spread, common.values.data()[k]);
    }
  }
  return traits;
}

}  // namespace MINEFREE_INSTRUCTION_SET
}  // namespace minefree::model
