#include "word_reader.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include <minefree/base/iso_code.hpp>
#include <minefree/base/text.hpp>

namespace minefree::cli {

std::uint64_t WordReader::whole(std::string_view option, std::string const& word, std::int64_t low,
                                std::int64_t high) {
  auto const number = parse_integer(word);
  if (number && *number >= low && *number <= high) return static_cast<std::uint64_t>(*number);
  complain(fmt::format("{} is '{}'; write a whole number from {} to {}", option, word, low, high));
  return 0;
}

std::optional<std::uint64_t> WordReader::optional_whole(std::string_view option,
                                                        std::string const& word, std::int64_t low,
                                                        std::int64_t high) {
  if (word.empty()) return std::nullopt;
  return whole(option, word, low, high);
}

std::string WordReader::state_code(std::string_view option, std::string word) {
  for (char& c : word) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  if (!is_state_code(word)) {
    complain(
        fmt::format("{} is '{}'; write the three letters of a state, such as AGO", option, word));
  }
  return word;
}

std::optional<double> WordReader::months(std::string const& word) {
  if (word.empty()) return std::nullopt;
  auto const number = parse_number(word);
  if (number && *number > 0) return number;
  complain(
      fmt::format("--until-error is '{}'; write a number of months above 0, such as 0.5", word));
  return std::nullopt;
}

std::optional<int> WordReader::optional_year(std::string_view option, std::string const& word) {
  auto const year = optional_whole(option, word, 1900, 2400);
  return year ? std::optional(static_cast<int>(*year)) : std::nullopt;
}

std::optional<SweepPart> WordReader::part(std::string_view option, std::string const& word) {
  if (word.empty()) return std::nullopt;
  auto const slash = word.find('/');
  auto const number = parse_integer(word.substr(0, slash));
  auto const of = slash == std::string::npos ? std::nullopt : parse_integer(word.substr(slash + 1));
  if (number && of && *number >= 1 && *number <= *of && *of <= most_parts) {
    return SweepPart{.number = static_cast<unsigned>(*number), .of = static_cast<unsigned>(*of)};
  }
  complain(
      fmt::format("{} {} is no part; write K/N, such as 3/64, with K from 1 to N and N at "
                  "most {}",
                  option, word, most_parts));
  return std::nullopt;
}

double WordReader::probability(std::string_view option, std::string word) {
  double unit = 1;
  if (word.ends_with('%')) {
    unit = 100;
    word.pop_back();
  }
  auto const number = parse_number(trimmed(word));
  if (number && *number > 0 && *number < unit) return *number / unit;
  complain(fmt::format("{} is '{}'; write a number between 0 and 1, such as 0.8 or 80%", option,
                       unit > 1 ? word + "%" : word));
  return 0.5;
}

double WordReader::positive_musd(std::string_view option, std::string const& word) {
  auto const number = parse_number(word);
  if (number && *number >= smallest_budget_musd && *number <= largest_budget_musd) return *number;
  complain(fmt::format("{} is '{}'; write million USD a year from {} to {}, such as 50", option,
                       word, smallest_budget_musd, largest_budget_musd));
  return 1;
}

Objective WordReader::objective(std::string const& word) {
  auto const found = objective_named(word);
  if (!found) {
    complain(fmt::format("--objective is '{}'; write completions, area or people-years", word));
  }
  return found.value_or(Objective::completions);
}

std::map<std::string, double> WordReader::musd_by_state(std::string_view option,
                                                        std::vector<std::string> const& words) {
  std::map<std::string, double> musd;
  for (auto const& word : words) {
    auto const equals = word.find('=');
    auto const number =
        equals == std::string::npos ? std::nullopt : parse_number(word.substr(equals + 1));
    if (!number || *number < 0 || *number > largest_musd) {
      complain(fmt::format("{} is '{}'; write a state and million USD a year, such as AGO=5",
                           option, word));
      continue;
    }
    musd[state_code(option, word.substr(0, equals))] = *number;
  }
  return musd;
}

MoneySum WordReader::money_sum(std::string_view option, std::string const& word) {
  bool const signed_ = word.starts_with('+') || word.starts_with('-');
  auto const number = parse_number(word.starts_with('+') ? word.substr(1) : word);
  if (number && std::abs(*number) <= largest_musd) return {*number, signed_};
  complain(
      fmt::format("{} is '{}'; write million USD a year: 20 in all, or +20 on top of what comes",
                  option, word));
  return {};
}

std::optional<Date> WordReader::day(std::string_view option, std::string const& word) {
  if (word.empty()) return std::nullopt;
  auto const date = parse_date(word);
  if (!date) {
    complain(fmt::format("{} is '{}'; write a day that exists, such as 2030-12-31", option, word));
  }
  return date;
}

double WordReader::share(std::string_view option, std::string const& word, double usual) {
  if (word.empty()) return usual;
  bool const percent = word.ends_with('%');
  auto const number = parse_number(trimmed(percent ? word.substr(0, word.size() - 1) : word));
  double const value = number.value_or(0) / (percent ? 100 : 1);
  if (value > 0 && value <= 1) return value;
  complain(fmt::format("{} is '{}'; write a share above 0 and up to 1, such as 50% or 0.5", option,
                       word));
  return usual;
}

InstructionSet WordReader::instruction_set(std::string const& option,
                                           std::string const& environment) {
  auto const& word = option.empty() ? environment : option;
  if (word.empty()) return best_instruction_set();
  auto const where = option.empty() ? "MINEFREE_INSTRUCTION_SET" : "--instruction-set";
  auto const set = instruction_set_named(word);
  if (!set) {
    complain(fmt::format("{} is '{}'; write sse42, avx2 or avx512", where, word));
  } else if (!available(*set)) {
    complain(
        fmt::format("{} is {}, which this processor lacks; leave it out, and the widest it has "
                    "is used",
                    where, word));
  }
  return set.value_or(InstructionSet::sse42);
}

std::string const& WordReader::complaint() const { return complaint_; }

void WordReader::complain(std::string sentence) {
  if (complaint_.empty()) complaint_ = std::move(sentence);
}

}  // namespace minefree::cli
