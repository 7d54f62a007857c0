#include <minefree/ensemble/run.hpp>

#include <algorithm>

#include <minefree/base/contract.hpp>
#include <minefree/ensemble/kernels.hpp>

namespace minefree {

#if defined(__x86_64__)

bool available(InstructionSet set) {
  switch (set) {
    case InstructionSet::avx512:
      return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq") &&
             __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl");
    case InstructionSet::avx2:
      return __builtin_cpu_supports("avx2");
    case InstructionSet::sse42:
      break;
  }
  return __builtin_cpu_supports("sse4.2");
}

#else

// There is one kernel then, for the processor's own vectors (cmake/kernels.cmake).
bool available(InstructionSet set) { return set == InstructionSet::sse42; }

#endif

InstructionSet best_instruction_set() {
  for (InstructionSet const set : {InstructionSet::avx512, InstructionSet::avx2}) {
    if (available(set)) return set;
  }
  return InstructionSet::sse42;
}

std::string_view name_of(InstructionSet set) {
  switch (set) {
    case InstructionSet::avx512:
      return "avx512";
    case InstructionSet::avx2:
      return "avx2";
    case InstructionSet::sse42:
      break;
  }
  return "sse42";
}

std::optional<InstructionSet> instruction_set_named(std::string_view name) {
  for (InstructionSet const set :
       {InstructionSet::sse42, InstructionSet::avx2, InstructionSet::avx512}) {
    if (name == name_of(set)) return set;
  }
  return std::nullopt;
}

std::vector<std::vector<Range>> ranges_of_groups(std::uint64_t trajectories,
                                                 std::uint32_t calibration_rows) {
  constexpr auto groups = static_cast<std::uint64_t>(groups_of_trajectories);
  bool const uses_rows_again = calibration_rows > 0 && calibration_rows < trajectories;
  std::uint64_t const round = uses_rows_again ? calibration_rows : trajectories;
  std::vector<std::vector<Range>> ranges(groups);
  for (std::uint64_t first = 0; first < trajectories; first += round) {
    for (std::uint64_t group = 0; group < groups; ++group) {
      std::uint64_t const begin = first + round * group / groups;
      std::uint64_t const end = std::min(first + round * (group + 1) / groups, trajectories);
      if (begin < end) ranges[group].push_back({.first = begin, .count = end - begin});
    }
  }
  return ranges;
}

void run_into(Plan const& plan, Range range, InstructionSet set, Ensemble& out) {
  MINEFREE_EXPECT(available(set));
  switch (set) {
    case InstructionSet::avx512:
      return run_avx512(plan, range, out);
    case InstructionSet::avx2:
      return run_avx2(plan, range, out);
    case InstructionSet::sse42:
      return run_sse42(plan, range, out);
  }
}

void run_pair_into(Plan const& base, Plan const& other, Range range, InstructionSet set,
                   PairedEnsemble& out) {
  MINEFREE_EXPECT(available(set));
  switch (set) {
    case InstructionSet::avx512:
      return run_pair_avx512(base, other, range, out);
    case InstructionSet::avx2:
      return run_pair_avx2(base, other, range, out);
    case InstructionSet::sse42:
      return run_pair_sse42(base, other, range, out);
  }
}

Ensemble run(Plan const& plan, Range range, InstructionSet set) {
  Ensemble out = empty_ensemble(plan);
  run_into(plan, range, set, out);
  return out;
}

PairedEnsemble run_pair(Plan const& base, Plan const& other, Range range, InstructionSet set) {
  PairedEnsemble out = empty_pair(base, other);
  run_pair_into(base, other, range, set, out);
  return out;
}

}  // namespace minefree
