#include <minefree/ensemble/kernel.hpp>

namespace minefree {

Ensemble run_reference(Plan const& plan, Range range) {
  Ensemble out = empty_ensemble(plan);
  model::simulate_range<double>(plan, range, out);
  return out;
}

}  // namespace minefree
