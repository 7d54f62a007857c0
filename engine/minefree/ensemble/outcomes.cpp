#include <minefree/ensemble/outcomes.hpp>

#include <algorithm>
#include <functional>

#include <minefree/base/contract.hpp>
#include <minefree/ensemble/kernels.hpp>

namespace minefree {
namespace {

template <class Value>
void add(std::vector<Value>& into, std::vector<Value> const& from) {
  MINEFREE_EXPECT(into.size() == from.size());
  std::ranges::transform(into, from, into.begin(),
                         [](Value a, Value b) { return static_cast<Value>(a + b); });
}

}  // namespace

TrajectoryOutcomes empty_outcomes(std::uint64_t trajectories) {
  auto const size = static_cast<std::size_t>(trajectories);
  TrajectoryOutcomes outcomes;
  outcomes.complete.resize(size);
  outcomes.country_complete.resize(size);
  outcomes.released_km2.resize(size);
  return outcomes;
}

void merge(TrajectoryOutcomes& into, TrajectoryOutcomes const& from) {
  add(into.complete, from.complete);
  add(into.country_complete, from.country_complete);
  add(into.released_km2, from.released_km2);
}

void outcomes_into(Plan const& plan, OutcomeQuestion const& question, Range chunk,
                   std::uint64_t first, InstructionSet set, TrajectoryOutcomes& out) {
  MINEFREE_EXPECT(available(set));
  MINEFREE_EXPECT(chunk.first >= first);
  MINEFREE_EXPECT(chunk.first - first + chunk.count <= out.complete.size());
  switch (set) {
    case InstructionSet::avx512:
      return outcomes_avx512(plan, question, chunk, first, out);
    case InstructionSet::avx2:
      return outcomes_avx2(plan, question, chunk, first, out);
    case InstructionSet::sse42:
      return outcomes_sse42(plan, question, chunk, first, out);
  }
}

}  // namespace minefree
