#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <iterator>

#include <fmt/format.h>

#include <minefree/base/text.hpp>
#include <minefree/decision/sweep_design.hpp>
#include <minefree/decision/sweep_row.hpp>
#include <minefree/report/summary.hpp>
#include <minefree/report/sweep.hpp>
#include <minefree/report/words.hpp>
#include <minefree/version.hpp>

#include "commands.hpp"
#include "input_files.hpp"
#include "interrupt.hpp"
#include "progress_line.hpp"
#include "results.hpp"
#include "run_threads.hpp"
#include "scenario_file.hpp"
#include "sweep_file.hpp"
#include "sweep_points.hpp"
#include "terminal.hpp"

namespace minefree::cli {
namespace {

// Work between two writes, which is all that a kill loses.
constexpr double seconds_between_writes = 1;
constexpr std::uint64_t most_points_at_once = 64;  // of each thread

/// Points first to end - 1, and the file that holds them.
struct Share {
  std::uint64_t first = 0, end = 0;
  std::string csv;  // empty: printed

  std::uint64_t count() const { return end - first; }
};

Share share_of(std::string const& folder, std::optional<SweepPart> part, std::uint64_t points) {
  auto const path = [&](std::string const& name) {
    return folder.empty() ? folder : (std::filesystem::path(folder) / name).string();
  };
  if (!part) return {.first = 0, .end = points, .csv = path("sweep.csv")};
  return {.first = points * (part->number - 1) / part->of,
          .end = points * part->number / part->of,
          .csv = path(fmt::format("sweep-{}-of-{}.csv", part->number, part->of))};
}

/// One run of the command: reads, simulates, and writes row after row.
class Sweeping {
 public:
  Sweeping(Arguments const& arguments, config::SweepOutcome const& read)
      : arguments_(arguments),
        read_(read),
        sweep_(*read),
        points_(points_of(sweep_)),
        spread_(sweep_.outputs.size()) {}

  int run() {
    auto const share = share_of(arguments_.out, arguments_.sweep.part, points_.size());
    if (!agreed(begin(share))) return exit_failed;
    auto const done = simulate(share);
    if (done != exit_done) return done;
    if (share.csv.empty()) return exit_done;
    return print_table(share);
  }

  /// Puts the parts into one file; false when one is missing or not whole, which has been said.
  int join(unsigned parts) {
    if (!is_the_one_that_writes()) return exit_done;
    if (!keep_description(arguments_.out, description())) return exit_failed;
    std::string text = report::sweep_header(sweep_);
    std::vector<std::string> missing;
    for (unsigned k = 1; k <= parts; ++k) {
      auto const share =
          share_of(arguments_.out, SweepPart{.number = k, .of = parts}, points_.size());
      if (!std::filesystem::exists(share.csv)) {
        missing.push_back(std::to_string(k));
        continue;
      }
      auto const file = SweepFile::open(share.csv, expected(share, [&](std::string const& line) {
                                          text += line;
                                          add_to_spread(line);
                                        }));
      if (!file) return exit_failed;
      if (file->rows() < share.count()) missing.push_back(std::to_string(k));
    }
    if (!missing.empty()) {
      auto const of_one = missing.size() == 1;
      say(fmt::format(
          "minefree: part{} {} of {} {} not whole yet; run minefree sweep {} --out {} --part {}/{}{}\n",
          of_one ? "" : "s", minefree::join(missing, ", ", " and "), parts, of_one ? "is" : "are",
          minefree::shell_word(arguments_.files.front()), minefree::shell_word(arguments_.out),
          missing.front(), parts, of_one ? "" : " and so on"));
      return exit_failed;
    }
    auto const whole = share_of(arguments_.out, std::nullopt, points_.size());
    if (!write_folder(arguments_.out, {{"sweep.csv", text}})) return exit_failed;
    return print_table(whole);
  }

 private:
  std::string description() const {
    return report::sweep_json(
        sweep_,
        report::provenance_of(sweep_.base, sweep_.base.trajectories,
                              {std::string(version()), std::string(commit())}),
        points_.size());
  }

  ExpectedRows expected(Share const& share, std::function<void(std::string const&)> found) const {
    return {.header = report::sweep_header(sweep_),
            .count = share.count(),
            .start =
                [this, first = share.first](std::uint64_t row) {
                  return report::sweep_point(first + row, points_[first + row]);
                },
            .found = std::move(found)};
  }

  void add_to_spread(std::string const& line) {
    std::vector<double> row;
    auto const columns = values_of_output * sweep_.outputs.size();
    std::size_t end = line.size() - 1;  // the line feed
    while (row.size() < columns) {
      auto const comma = line.rfind(',', end - 1);
      row.push_back(parse_number(line.substr(comma + 1, end - comma - 1)).value_or(0));
      end = comma;
    }
    std::ranges::reverse(row);
    spread_.add(row);
  }

  /// Opens what is written to, with the rows that are there. One process alone does it.
  bool begin(Share const& share) {
    if (!is_the_one_that_writes()) return true;
    if (share.csv.empty()) return print(report::sweep_header(sweep_));
    if (!keep_description(arguments_.out, description())) return false;
    auto file = SweepFile::open(
        share.csv, expected(share, [&](std::string const& line) { add_to_spread(line); }));
    if (!file) return false;
    begun_at_ = file->rows();
    file_.emplace(std::move(*file));
    return true;
  }

  /// The same at all ranks: false when one of them failed.
  bool agreed(bool good) {
    std::array<std::uint64_t, 2> shared{good ? 0U : 1U, begun_at_};
    if (arguments_.run.ranks) arguments_.run.ranks->sum(std::span<std::uint64_t>(shared));
    begun_at_ = shared[1];
    return shared[0] == 0;
  }

  int simulate(Share const& share) {
    Interrupt const interrupt;
    ProgressLine line(share.count(), stderr_is_terminal() && !arguments_.quiet, "points");
    auto done = begun_at_;
    auto const threads =
        threads_for(arguments_.run, interrupt, [&](std::uint64_t more) { line.done(done + more); });
    auto const fillers = sweep_fillers(read_, points_, arguments_.run, threads);
    auto const ranks = threads.ranks ? threads.ranks->size() : 1U;
    auto const workers = fillers.size() * ranks;
    std::uint64_t batch = workers;
    auto const width = values_of_output * sweep_.outputs.size();
    while (done < share.count()) {
      auto const count = std::min<std::uint64_t>(batch, share.count() - done);
      auto const begun = std::chrono::steady_clock::now();
      auto const rows = fill_rows(share.first + done, count, width, fillers, threads);
      if (!rows) return interrupted(share, done);
      auto const bad = std::ranges::find_if(*rows, [](double value) { return std::isnan(value); });
      auto const good = static_cast<std::uint64_t>(bad - rows->begin()) / width;
      line.clear();
      if (!agreed_to_write(share, done, *rows, good)) return exit_failed;
      if (good < count) {
        say(SweepPoints(read_, points_, arguments_.run).why_not(share.first + done + good));
        return exit_invalid_input;
      }
      done += count;
      batch = next_batch(count, workers, begun);
    }
    return exit_done;
  }

  /// As many points as fit between two writes, a multiple of those who work on them; all ranks take
  /// as many.
  std::uint64_t next_batch(std::uint64_t count, std::uint64_t workers,
                           std::chrono::steady_clock::time_point begun) const {
    std::chrono::duration<double, std::micro> const taken =
        std::chrono::steady_clock::now() - begun;
    auto micros = static_cast<std::uint64_t>(taken.count()) + 1;
    std::uint64_t ranks = 1;
    if (arguments_.run.ranks) {
      arguments_.run.ranks->sum(std::span(&micros, 1));
      ranks = arguments_.run.ranks->size();
    }
    double const seconds = static_cast<double>(micros) / static_cast<double>(ranks) / 1e6;
    double const rounds = seconds_between_writes / seconds * static_cast<double>(count) /
                          static_cast<double>(workers);
    auto const most = static_cast<double>(most_points_at_once);
    return workers * static_cast<std::uint64_t>(std::clamp(rounds, 1.0, most));
  }

  bool agreed_to_write(Share const& share, std::uint64_t done, std::vector<double> const& rows,
                       std::uint64_t count) {
    auto const width = values_of_output * sweep_.outputs.size();
    std::string lines;
    for (std::uint64_t k = 0; k < count && is_the_one_that_writes(); ++k) {
      auto const row = std::span(rows).subspan(static_cast<std::size_t>(k) * width, width);
      auto const point = share.first + done + k;
      lines += report::sweep_line(point, points_[point], row);
      spread_.add(row);
    }
    std::uint64_t failed = 0;
    if (is_the_one_that_writes()) failed = (file_ ? file_->add(lines) : print(lines)) ? 0 : 1;
    if (arguments_.run.ranks) arguments_.run.ranks->sum(std::span(&failed, 1));
    return failed == 0;
  }

  int interrupted(Share const& share, std::uint64_t done) const {
    if (share.csv.empty()) {
      say("minefree: interrupted\n");
    } else {
      say(
          fmt::format("minefree: interrupted; {} of {} points are in {}. The same command goes on "
                      "from there.\n",
                      report::with_commas(done), report::with_commas(share.count()), share.csv));
    }
    return exit_failed;
  }

  int print_table(Share const& share) const {
    report::TableStyle const style{.columns = stdout_columns(), .colour = stdout_shows_colour()};
    auto const table = report::to_table(sweep_, spread_.spreads(), share.count(), share.csv, style);
    return print(table) ? exit_done : exit_failed;
  }

  Arguments const& arguments_;
  config::SweepOutcome const& read_;
  Sweep const& sweep_;
  SweepTable points_;
  SweepSpread spread_;
  std::optional<SweepFile> file_;
  std::uint64_t begun_at_ = 0;  // rows that were there
};

/// The sweep with the options of the command line, or the exit code of what has been said.
struct Loaded {
  config::SweepOutcome read;
  int exit_code = exit_done;
};

Loaded load(Arguments const& arguments) {
  Loaded loaded{.read =
                    config::read_sweep(arguments.files.front(), input_files(), scenario_library())};
  auto& read = loaded.read;
  if (!read) {
    say(read.problems.text());
    loaded.exit_code = exit_invalid_input;
    return loaded;
  }
  for (auto const& note : read.notes.sorted()) {
    if (!arguments.quiet) say("note: " + to_text(note) + "\n");
  }
  auto& base = read.value->base;
  base.trajectories = arguments.run.trajectories.value_or(base.trajectories);
  base.seed = arguments.run.seed.value_or(base.seed);
  if (base.trajectories < 2) {
    say("minefree: a sweep needs two futures at least; give --trajectories 2 or more\n");
    loaded.exit_code = exit_usage;
  } else if (auto const none = columns_that_cannot_be_given(make_plan(base), read->outputs);
             !none.empty()) {
    say(fmt::format(
        "minefree: {} cannot be given: the state has no date, or no deadline. "
        "minefree run {} says why.\n",
        minefree::join(none, ", ", " and "), minefree::shell_word(read.whole.files.back())));
    loaded.exit_code = exit_nothing_estimable;
  }
  return loaded;
}

}  // namespace

int sweep(Arguments const& arguments) {
  auto const loaded = load(arguments);
  if (loaded.exit_code != exit_done) return loaded.exit_code;
  Sweeping sweeping(arguments, loaded.read);
  return arguments.sweep.join ? sweeping.join(*arguments.sweep.join) : sweeping.run();
}

}  // namespace minefree::cli
