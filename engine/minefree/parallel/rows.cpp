#include <minefree/parallel/rows.hpp>

#include <algorithm>
#include <atomic>
#include <mutex>
#include <thread>

namespace minefree {

unsigned threads_for_rows(Threads const& threads) {
  return threads.count > 0 ? threads.count : std::max(1U, std::thread::hardware_concurrency());
}

std::optional<std::vector<double>> fill_rows(std::uint64_t first, std::uint64_t count,
                                             std::size_t width, std::vector<FillRow> const& fillers,
                                             Threads const& threads) {
  std::vector<double> rows(static_cast<std::size_t>(count) * width);
  std::atomic<std::uint64_t> next{0};
  std::mutex telling;
  std::uint64_t done = 0;
  {
    std::vector<std::jthread> workers;
    for (auto const& fill : fillers) {
      workers.emplace_back([&] {
        for (auto k = next++; k < count && !threads.stop.stop_requested(); k = next++) {
          fill(first + k, std::span(rows).subspan(static_cast<std::size_t>(k) * width, width));
          std::lock_guard const alone(telling);
          if (threads.progress) threads.progress(++done);
        }
      });
    }
  }
  if (threads.stop.stop_requested()) return std::nullopt;
  return rows;
}

}  // namespace minefree
