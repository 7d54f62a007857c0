#include <minefree/parallel/threads.hpp>

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <mutex>
#include <span>
#include <thread>
#include <vector>

#include <minefree/parallel/rank_part.hpp>
#include <minefree/parallel/rank_sums.hpp>

namespace minefree {

namespace {

// Chunks start at multiples of the widest lanes, so that a batch never crosses from one to the
// next. So do the parts of ranks.
constexpr std::uint64_t widest_batch = 16;
// About a tenth of a second of work: soon enough to stop, too long to notice the counter.
constexpr std::uint64_t state_years_of_chunk = 800'000;

std::uint64_t chunk_size(Plan const& plan) {
  auto const state_years = std::max<std::uint64_t>(plan.countries.size(), 1) *
                           static_cast<std::uint64_t>(plan.world.years);
  auto const wanted = state_years_of_chunk / std::max<std::uint64_t>(state_years, 1);
  return std::clamp<std::uint64_t>(wanted / widest_batch * widest_batch, widest_batch, 4096);
}

/// Hands out the chunks of a range, to whoever asks next.
class Chunks {
 public:
  Chunks(Range range, std::uint64_t size) : range_(range), size_(size) {}

  std::uint64_t count() const { return (range_.count + size_ - 1) / size_; }

  std::optional<Range> next() {
    auto const begin = next_.fetch_add(1, std::memory_order_relaxed) * size_;
    if (begin >= range_.count) return std::nullopt;
    return Range{.first = range_.first + begin, .count = std::min(size_, range_.count - begin)};
  }

 private:
  Range range_;
  std::uint64_t size_;
  std::atomic<std::uint64_t> next_{0};
};

/// Adds up what is done and tells it, one thread at a time. Other ranks are taken to be as far as
/// this one.
class Progress {
 public:
  Progress(std::function<void(std::uint64_t)> const& tell, Range range, Range own)
      : tell_(tell), range_(range), own_(own) {}

  void add(std::uint64_t trajectories) {
    if (!tell_) return;
    std::lock_guard const alone(mutex_);
    done_ += trajectories;
    auto const whole = static_cast<double>(range_.count) / static_cast<double>(own_.count);
    tell_(done_ == own_.count ? range_.count
                              : static_cast<std::uint64_t>(static_cast<double>(done_) * whole));
  }

 private:
  std::function<void(std::uint64_t)> const& tell_;
  Range range_;
  Range own_;
  std::mutex mutex_;
  std::uint64_t done_ = 0;
};

unsigned thread_count(Threads const& threads, std::uint64_t chunks) {
  auto const wanted =
      threads.count > 0 ? threads.count : std::max(1U, std::thread::hardware_concurrency());
  return static_cast<unsigned>(std::clamp<std::uint64_t>(chunks, 1, wanted));
}

/// Every thread counts into a result of its own; counts add up to the same bits in any order.
template <class Result, class MakeEmpty, class RunInto>
std::optional<Result> run_chunks(Range range, std::uint64_t size, Threads const& threads,
                                 MakeEmpty make_empty, RunInto run_into_result) {
  Range const own = own_part(range, threads.ranks);
  Chunks chunks(own, size);
  Progress progress(threads.progress, range, own);
  std::vector<Result> results;
  auto const count = thread_count(threads, chunks.count());
  for (unsigned k = 0; k < count; ++k) results.push_back(make_empty());
  {
    std::vector<std::jthread> workers;
    for (auto& result : results) {
      workers.emplace_back([&] {
        while (!threads.stop.stop_requested()) {
          auto const chunk = chunks.next();
          if (!chunk) return;
          run_into_result(*chunk, result);
          progress.add(chunk->count);
        }
      });
    }
  }
  if (is_stopped(threads)) return std::nullopt;
  for (std::size_t k = 1; k < results.size(); ++k) merge(results.front(), results[k]);
  if (threads.ranks) sum_over(*threads.ranks, results.front());
  return std::move(results.front());
}

/// Threads that write into places of their own have nothing to add up.
struct Written {};
void merge(Written&, Written const&) {}
void sum_over(Ranks&, Written&) {}

}  // namespace

bool is_stopped(Threads const& threads) {
  std::uint64_t stopped = threads.stop.stop_requested() ? 1 : 0;
  if (threads.ranks) threads.ranks->sum(std::span(&stopped, 1));
  return stopped > 0;
}

std::optional<Ensemble> run_on_threads(Plan const& plan, Range range, Threads const& threads) {
  return run_chunks<Ensemble>(
      range, chunk_size(plan), threads, [&] { return empty_ensemble(plan); },
      [&](Range chunk, Ensemble& out) { run_into(plan, chunk, threads.instruction_set, out); });
}

std::optional<PairedEnsemble> run_pair_on_threads(Plan const& base, Plan const& other, Range range,
                                                  Threads const& threads) {
  auto const size = std::max(chunk_size(base) / 2 / widest_batch * widest_batch, widest_batch);
  return run_chunks<PairedEnsemble>(
      range, size, threads, [&] { return empty_pair(base, other); },
      [&](Range chunk, PairedEnsemble& out) {
        run_pair_into(base, other, chunk, threads.instruction_set, out);
      });
}

std::optional<std::vector<Ensemble>> run_groups_on_threads(Plan const& plan, std::uint64_t count,
                                                           Threads const& threads) {
  auto const groups = ranges_of_groups(count, plan.world.calibration_rows);
  std::vector<Ensemble> results(groups.size());
  std::atomic<std::size_t> next{0};
  {
    std::vector<std::jthread> workers;
    auto const workers_wanted = thread_count(threads, groups.size());
    for (unsigned k = 0; k < workers_wanted; ++k) {
      workers.emplace_back([&] {
        for (std::size_t group = next++; group < groups.size(); group = next++) {
          results[group] = empty_ensemble(plan);
          for (Range const range : groups[group]) {
            if (threads.stop.stop_requested()) return;
            run_into(plan, own_part(range, threads.ranks), threads.instruction_set, results[group]);
          }
        }
      });
    }
  }
  if (is_stopped(threads)) return std::nullopt;
  if (threads.ranks) {
    for (auto& result : results) sum_over(*threads.ranks, result);
  }
  return results;
}

std::optional<TrajectoryOutcomes> outcomes_on_threads(Plan const& plan,
                                                      OutcomeQuestion const& question, Range range,
                                                      Threads const& threads) {
  return run_chunks<TrajectoryOutcomes>(
      range, chunk_size(plan), threads, [&] { return empty_outcomes(range.count); },
      [&](Range chunk, TrajectoryOutcomes& out) {
        outcomes_into(plan, question, chunk, range.first, threads.instruction_set, out);
      });
}

std::optional<Ensemble> run_until(Plan const& plan, std::uint64_t first_count, std::uint64_t most,
                                  std::function<bool(Ensemble const&)> const& good_enough,
                                  Threads const& threads) {
  auto all = run_on_threads(plan, {.first = 0, .count = first_count}, threads);
  while (all && !good_enough(*all) && 2 * all->trajectories <= most) {
    auto const done = all->trajectories;
    auto counted_on = threads;
    if (threads.progress) {
      counted_on.progress = [&](std::uint64_t more) { threads.progress(done + more); };
    }
    auto const more = run_on_threads(plan, {.first = done, .count = done}, counted_on);
    if (!more) return std::nullopt;
    merge(*all, *more);
  }
  return all;
}

std::optional<std::vector<CountrySamples>> sample_on_threads(Plan const& plan, Range range,
                                                             Threads const& threads) {
  auto samples = empty_samples(plan, static_cast<std::size_t>(range.count));
  auto const done = run_chunks<Written>(
      range, std::max(chunk_size(plan) / widest_batch, std::uint64_t{1}), threads,
      [] { return Written{}; },
      [&](Range chunk, Written&) { sample_into(plan, chunk, range.first, samples, threads.stop); });
  if (!done) return std::nullopt;
  if (threads.ranks) sum_over(*threads.ranks, samples);
  return samples;
}

}  // namespace minefree
