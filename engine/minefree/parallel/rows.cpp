#include <minefree/parallel/rows.hpp>

#include <algorithm>
#include <atomic>
#include <bit>
#include <mutex>
#include <thread>

namespace minefree {

namespace {

struct Part {
  std::uint64_t first = 0;
  std::uint64_t end = 0;
};

/// The rows that this process fills, counted from 0.
Part part_of(std::uint64_t count, Ranks const* ranks) {
  if (!ranks) return {.first = 0, .end = count};
  return {.first = count * ranks->rank() / ranks->size(),
          .end = count * (ranks->rank() + 1) / ranks->size()};
}

/// Every row is kept by one rank and zero at the others, so that the sum of its bits is the row.
void gather(Ranks& ranks, std::vector<double>& rows) {
  std::vector<std::uint64_t> bits;
  bits.reserve(rows.size());
  for (double const value : rows) bits.push_back(std::bit_cast<std::uint64_t>(value));
  ranks.sum(std::span(bits));
  for (std::size_t k = 0; k < rows.size(); ++k) rows[k] = std::bit_cast<double>(bits[k]);
}

}  // namespace

unsigned threads_for_rows(Threads const& threads) {
  return threads.count > 0 ? threads.count : std::max(1U, std::thread::hardware_concurrency());
}

std::optional<std::vector<double>> fill_rows(std::uint64_t first, std::uint64_t count,
                                             std::size_t width, std::vector<FillRow> const& fillers,
                                             Threads const& threads) {
  std::vector<double> rows(static_cast<std::size_t>(count) * width);
  auto const part = part_of(count, threads.ranks);
  std::atomic<std::uint64_t> next{part.first};
  std::mutex telling;
  std::uint64_t done = 0;
  {
    std::vector<std::jthread> workers;
    for (auto const& fill : fillers) {
      workers.emplace_back([&] {
        for (auto k = next++; k < part.end && !threads.stop.stop_requested(); k = next++) {
          fill(first + k, std::span(rows).subspan(static_cast<std::size_t>(k) * width, width));
          std::lock_guard const alone(telling);
          ++done;  // other ranks are taken to be as far as this one
          if (threads.progress) threads.progress(done * count / (part.end - part.first));
        }
      });
    }
  }
  if (is_stopped(threads)) return std::nullopt;
  if (threads.ranks) gather(*threads.ranks, rows);
  return rows;
}

}  // namespace minefree
