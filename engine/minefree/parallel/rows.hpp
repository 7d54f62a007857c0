#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <vector>

#include <minefree/parallel/threads.hpp>

namespace minefree {

/// Fills the row of one index; of one thread.
using FillRow = std::function<void(std::uint64_t index, std::span<double> row)>;

/// How many threads work on rows: as many fillers are wanted.
unsigned threads_for_rows(Threads const&);

/// Rows first, first + 1, ... first + count - 1, each of `width` numbers, one after the other; each
/// filled once, by whichever thread is free. With ranks, each rank fills its part and all of them
/// get every row. Nothing when one of them was stopped. `fillers` has one entry for each thread.
std::optional<std::vector<double>> fill_rows(std::uint64_t first, std::uint64_t count,
                                             std::size_t width, std::vector<FillRow> const& fillers,
                                             Threads const&);

}  // namespace minefree
