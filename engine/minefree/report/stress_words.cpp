#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>
#include <tuple>

#include <fmt/format.h>

#include <minefree/domain/donors.hpp>
#include <minefree/report/comparison.hpp>
#include <minefree/report/stress.hpp>
#include <minefree/report/words.hpp>

namespace minefree::report {
namespace {

// Names that take an article inside a sentence.
constexpr std::array with_article =
    std::to_array<std::string_view>({"CEB", "EU", "GBR", "HGBF", "NATO", "NLD", "OCHA", "OFID",
                                     "RUS", "UNCERF", "UNCHF", "UNDP", "UNMPTF", "UNSHF", "USA"});

/// `12 % less from the United States of America`, or `Without the United States of America`.
std::string condition(Stress const& stress, std::string const& donor) {
  auto const name = donor_in_sentence(donor);
  if (stress.share >= 1) return "Without " + name;
  return fmt::format("With {} less from {}", percent_text(stress.share), name);
}

std::string states_text(Difference const& mean) {
  double const fewer = std::abs(mean.value);
  auto const size = fewer < 0.005 ? std::string("less than 0.01") : fmt::format("{:.2f}", fewer);
  return fmt::format("{} {} states complete by {} on average ({:.2f} instead of {:.2f})", size,
                     mean.value <= 0 ? "fewer" : "more", mean.target, mean.other, mean.base);
}

double main_value(StateComparison const& state) {
  return state.probability.empty() ? 0 : state.probability[state.probability.size() / 2].value;
}

}  // namespace

std::string donor_in_sentence(std::string const& code) {
  if (code == "KOR") return "the Republic of Korea";
  auto const name = std::string(donor_named(code)->name);
  return std::ranges::find(with_article, code) == with_article.end() ? name : "the " + name;
}

bool amount_unknown(DonorStress const& donor, StateComparison const& state) {
  auto const& unknown = donor.amount_unknown;
  return std::ranges::find(unknown, state.code) != unknown.end();
}

StateComparison const* most_hurt(DonorStress const& donor) {
  auto const worst = std::ranges::min_element(donor.states, {}, [&](StateComparison const& state) {
    return std::tuple(amount_unknown(donor, state) || state.same_share >= 1, main_value(state),
                      -state.later_share);
  });
  if (worst == donor.states.end() || worst->same_share >= 1) return nullptr;
  return &*worst;
}

std::vector<SingleDonor> single_donor_states(Stress const& stress) {
  std::vector<SingleDonor> singles;
  for (auto const& state : stress.states) {
    auto const named = [](DonorShare const& donor) { return !donor.imputed; };
    if (std::ranges::count_if(state.donors, named) != 1) continue;
    auto const only = std::ranges::find_if(state.donors, named);
    singles.push_back({.state = &state, .donor = only->donor, .share = only->share});
  }
  return singles;
}

std::string strongest_sentence(Stress const& stress, int horizon) {
  if (stress.donors.empty()) return "No donor is named by the record for any of these states.";
  auto const& donor = stress.donors.front();
  auto const* const hurt = most_hurt(donor);
  if (!hurt) return condition(stress, donor.donor) + ", every date stays the same in every future.";
  auto text = condition(stress, donor.donor) + ", ";
  auto const& complete = donor.complete_where_reported;
  if (!complete.empty()) text += states_text(complete[complete.size() / 2]) + "; ";
  text += "most hurt is ";
  text += fmt::format("{}, {}", hurt->name, sentence_of(*hurt, horizon));
  if (!hurt->probability.empty()) {
    auto const& main = hurt->probability[hurt->probability.size() / 2];
    text += fmt::format(" (by {}: {} instead of {})", main.target, percent_text(main.other),
                        percent_text(main.base));
  }
  text += ".";
  if (complete.empty() || donor.amount_unknown.empty()) return text;
  double const all = donor.complete[complete.size() / 2].value;
  return text + fmt::format(
                    " That is of states whose money is reported; with those where the amount is "
                    "supposed it is {:.2f}.",
                    std::abs(all));
}

}  // namespace minefree::report
