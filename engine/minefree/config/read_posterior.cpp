#include <minefree/config/read_posterior.hpp>

#include <algorithm>
#include <cstdint>
#include <map>
#include <memory>
#include <vector>

#include <fmt/format.h>

#include <minefree/base/iso_code.hpp>
#include <minefree/base/sha256.hpp>
#include <minefree/base/text.hpp>
#include <minefree/config/csv_rows.hpp>

namespace minefree::config {

namespace {

constexpr std::size_t most_problems = 10;
constexpr std::int64_t most_draws = 100'000;
constexpr std::string_view made_by = "Make the file again with ./dev calibrate.";

/// What the numbers of a column must be.
enum class Range { positive, share, not_negative, any };

Range range_of(ParameterInfo const& parameter) {
  return parameter.kind == ParameterKind::share ? Range::share : Range::positive;
}

bool is_within(Range range, double value) {
  switch (range) {
    case Range::positive:
      return value > 0;
    case Range::share:
      return value > 0 && value < 1;
    case Range::not_negative:
      return value >= 0;
    case Range::any:
      break;
  }
  return true;
}

std::string_view word_of(Range range) {
  switch (range) {
    case Range::positive:
      return "a number above 0";
    case Range::share:
      return "a share between 0 and 1";
    case Range::not_negative:
      return "a number that is not negative";
    case Range::any:
      break;
  }
  return "a number";
}

struct Column {
  DrawColumn* draws = nullptr;
  Range range = Range::any;
};

bool is_drawn(ParameterInfo const& parameter) {
  return parameter.kind == ParameterKind::positive || parameter.kind == ParameterKind::share;
}

bool is_of_state(Parameter parameter) {
  return static_cast<unsigned>(parameter) < state_parameter_count;
}

/// The parts of `other.reduced_share.logit_sd`.
std::vector<std::string> parts_of(std::string const& name) {
  std::vector<std::string> parts{""};
  for (char const c : name) {
    if (c == '.') {
      parts.emplace_back();
    } else {
      parts.back() += c;
    }
  }
  return parts;
}

/// Reads one file into a posterior.
class Reader {
 public:
  Reader(std::string_view text, std::string const& file, Problems& problems)
      : bytes_(text), text_(text), file_(Place::whole(file).file), problems_(problems) {}

  std::optional<Posterior> read() {
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    if (text_.starts_with(byte_order_mark)) text_.remove_prefix(byte_order_mark.size());
    auto const before = problems_.count();
    read_head();
    if (problems_.count() == before) read_rows();
    if (problems_.count() > before) return std::nullopt;
    posterior_.name = *file_;
    posterior_.sha256 = sha256_hex(bytes_);
    sort_columns(posterior_);
    return std::move(posterior_);
  }

 private:
  void problem(int line, std::string what) {
    if (++problems_found_ <= most_problems)
      problems_.add({file_, line, line > 0 ? 1 : 0}, std::move(what));
  }

  /// Lines that start with `#`, up to the first that does not.
  void read_head() {
    std::map<std::string, std::string, std::less<>> head;
    auto rest = text_;
    while (rest.starts_with('#')) {
      auto const end = std::min(rest.find('\n'), rest.size());
      auto const line = rest.substr(1, end - 1);
      auto const colon = std::min(line.find(':'), line.size());
      head.insert_or_assign(std::string(trimmed(line.substr(0, colon))),
                            std::string(trimmed(line.substr(std::min(colon + 1, line.size())))));
      rest.remove_prefix(std::min(end + 1, rest.size()));
      ++head_lines_;
    }
    table_ = rest;
    if (head["minefree posterior"] != "1") {
      problem(0, fmt::format("this is not a posterior of format 1, which starts with "
                             "'# minefree posterior: 1'. {}",
                             made_by));
      return;
    }
    posterior_.origin = static_cast<int>(whole(head, "origin", 1990, 2200));
    posterior_.draws = static_cast<std::size_t>(whole(head, "draws", 1, most_draws));
    read_calibrated(head["calibrated"]);
  }

  std::int64_t whole(std::map<std::string, std::string, std::less<>>& head, std::string const& key,
                     std::int64_t low, std::int64_t high) {
    auto const number = parse_integer(head[key]);
    if (number && *number >= low && *number <= high) return *number;
    problem(0, fmt::format("the line '# {}:' holds {}, not a whole number from {} to {}. {}", key,
                           in_quotes(head[key]), low, high, made_by));
    return low;
  }

  void read_calibrated(std::string_view words) {
    while (!words.empty()) {
      auto const end = std::min(words.find(' '), words.size());
      auto const word = words.substr(0, end);
      if (auto const parameter = parameter_named(word)) {
        posterior_.calibrated.push_back(*parameter);
      } else if (!word.empty()) {
        problem(0, fmt::format("the line '# calibrated:' names {}, which is no parameter. {}",
                               in_quotes(word), made_by));
      }
      words.remove_prefix(std::min(end + 1, words.size()));
    }
  }

  void read_rows() {
    auto const rows = csv_rows(table_);
    if (rows.empty()) return problem(0, fmt::format("there are no draws. {}", made_by));
    auto const& names = rows.front().cells;
    if (names.front() != "draw") {
      problem(head_lines_ + 1, fmt::format("the first column is not 'draw'. {}", made_by));
    }
    std::vector<Column> columns(names.size());
    for (std::size_t k = 1; k < names.size(); ++k) columns[k] = column_named(names[k]);
    if (problems_found_ > 0) return;
    for (std::size_t i = 1; i < rows.size(); ++i) read_row(rows[i], names, columns);
    if (rows.size() - 1 != posterior_.draws) {
      problem(0, fmt::format("there are {} draws, but the line '# draws:' says {}. {}",
                             rows.size() - 1, posterior_.draws, made_by));
    }
    check_pairs();
  }

  void read_row(CsvRow const& row, std::vector<std::string> const& names,
                std::vector<Column> const& columns) {
    int const line = head_lines_ + row.line;
    if (row.cells.size() != columns.size()) {
      return problem(line, fmt::format("this row has {} cells, the first line has {}. {}",
                                       row.cells.size(), columns.size(), made_by));
    }
    for (std::size_t k = 1; k < columns.size(); ++k) {
      auto const& cell = row.cells[k];
      auto const value = parse_number(cell);
      if (!value || !is_within(columns[k].range, *value)) {
        problem(line, fmt::format("{} is {}, not {}. {}", names[k], in_quotes(cell),
                                  word_of(columns[k].range), made_by));
      } else {
        columns[k].draws->push_back(*value);
      }
    }
  }

  Column column_named(std::string const& name) {
    auto const parts = parts_of(name);
    Column column;
    if (parts.size() == 1) column = common_column(parts[0]);
    if (parts.size() == 2 && is_state_code(parts[0])) column = state_column(parts[0], parts[1]);
    if (parts.size() == 3 && parts[0] == "other") column = between_column(parts[1], parts[2]);
    if (!column.draws) {
      problem(head_lines_ + 1, fmt::format("the column {} is of no parameter that can be drawn. {}",
                                           in_quotes(name), made_by));
    } else if (std::ranges::find(seen_, name) != seen_.end()) {
      problem(head_lines_ + 1,
              fmt::format("the column {} is there twice. {}", in_quotes(name), made_by));
    }
    seen_.push_back(name);
    return column;
  }

  Column common_column(std::string const& key) {
    auto const parameter = parameter_named(key);
    if (!parameter || !is_drawn(info(*parameter))) return {};
    return {&posterior_.common[static_cast<std::size_t>(*parameter)], range_of(info(*parameter))};
  }

  Column state_column(std::string const& code, std::string const& key) {
    if (key == "log_deviation") return {&posterior_.states[code].log_deviation, Range::any};
    auto const parameter = parameter_named(key);
    if (!parameter || !is_drawn(info(*parameter)) || !is_of_state(*parameter)) return {};
    return {&posterior_.states[code].parameters[static_cast<std::size_t>(*parameter)],
            range_of(info(*parameter))};
  }

  Column between_column(std::string const& quantity, std::string const& what) {
    bool const of_capacity = quantity == "capacity_over_peak_work";
    auto const parameter =
        of_capacity ? Parameter::capacity_km2_per_year : parameter_named(quantity);
    if (!parameter || !is_of_state(*parameter)) return {};
    bool const is_share = info(*parameter).kind == ParameterKind::share;
    if (!of_capacity && !is_share) return {};
    auto& between = posterior_.between_states[static_cast<std::size_t>(*parameter)];
    std::string const scale = is_share ? "logit" : "log";
    if (what == scale + "_mean") return {&between.mean, Range::any};
    if (what == scale + "_sd") return {&between.sd, Range::not_negative};
    return {};
  }

  void check_pairs() {
    for (auto const& between : posterior_.between_states) {
      if (between.mean.size() == between.sd.size()) continue;
      return problem(head_lines_ + 1,
                     fmt::format("a column 'other...' has a mean without an sd, or an sd without a "
                                 "mean. {}",
                                 made_by));
    }
  }

  std::string_view bytes_;
  std::string_view text_;  // without a byte order mark
  std::shared_ptr<std::string const> file_;
  Problems& problems_;
  std::size_t problems_found_ = 0;
  std::string_view table_;
  int head_lines_ = 0;
  std::vector<std::string> seen_;
  Posterior posterior_;
};

}  // namespace

std::optional<Posterior> posterior_from_csv(std::string_view text, std::string const& file,
                                            Problems& problems) {
  return Reader(text, file, problems).read();
}

}  // namespace minefree::config
