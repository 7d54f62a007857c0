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

/// The row of a calibration that each trajectory takes.
template <class R>
IntOf<R> calibration_row(std::uint32_t rows, UintOf<R> const& trajectory) {
  IntOf<R> row{};
  for (int i = 0; i < lanes_in<R>; ++i) {
    set_lane(row, i, static_cast<std::int32_t>(lane(trajectory, i) % rows));
  }
  return row;
}

/// A calibrated quantity: the row's own value, or the state's draw from the row's distribution
/// between states.
template <class R>
R sample_drawn(DrawnParameter const& drawn, numeric::SpreadShape shape, UintOf<R> const& trajectory,
               R normal) {
  IntOf<R> const row = calibration_row<R>(drawn.rows, trajectory);
  R const value = gather<R>(drawn.value, row);
  if (!drawn.sd) return value;
  R const step = value + gather<R>(drawn.sd, row) * normal;
  return shape == numeric::SpreadShape::share ? logistic(step) : exp(step);
}

/// The state's parameters: its own draws for the first ones of the register, the common normals for
/// the others, and a calibration's row where there is one.
template <class R>
Traits<R> sample_traits(ParameterPlan const& plan, StateParameterDraws<R> const& draws,
                        CommonNormals<R> const& common, UintOf<R> const& trajectory) {
  Traits<R> traits;
  for (unsigned k = 0; k < parameter_count; ++k) {
    TwoPiece const& spread = plan.spread.data()[k];
    DrawnParameter const& drawn = plan.drawn.data()[k];
    if (drawn.value) {
      R const normal =
          k < state_parameter_count ? draws.normal(static_cast<Parameter>(k)) : broadcast<R>(0);
      traits.values.data()[k] = sample_drawn<R>(drawn, spread.shape, trajectory, normal);
    } else if (!plan.uncertain.data()[k]) {
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
