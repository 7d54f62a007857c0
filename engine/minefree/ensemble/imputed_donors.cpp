#include <minefree/ensemble/imputed_donors.hpp>

#include <algorithm>

#include <minefree/domain/donor_matrix.hpp>
#include <minefree/domain/donors.hpp>
#include <minefree/ensemble/yearly_money.hpp>

namespace minefree {
namespace {

/// Of each year the figure that was published last; the newest three of them on average.
template <class Rows>
std::optional<double> mean_of(Scenario const& scenario, Rows const& rows) {
  YearlyMoney years;
  std::map<int, int> published;
  for (auto const& row : rows) {
    if (!usable_money(scenario, row.year, row.source)) continue;
    auto const newest = published.find(row.year);
    if (newest != published.end() && newest->second > row.source.published) continue;
    published[row.year] = row.source.published;
    years[row.year] = in_price_year(scenario, row.year, row.musd);
  }
  if (years.empty()) return std::nullopt;
  return newest_mean(years);
}

std::optional<double> total_of(Scenario const& scenario, RecipientRecord const& recipient) {
  if (!recipient.funding) return std::nullopt;
  YearlyMoney years;
  for (FundingYear const& row : recipient.funding->years) {
    if (!row.international_musd || !usable_money(scenario, row.year, row.source)) continue;
    years[row.year] = in_price_year(scenario, row.year, *row.international_musd);
  }
  if (years.empty()) return std::nullopt;
  return newest_mean(years);
}

/// Rows of donors, as a state's own shares are read; without a total, only those of the last years.
std::map<std::uint32_t, double> donors_of(Scenario const& scenario,
                                          RecipientRecord const& recipient, bool has_total) {
  auto rows = recipient.donor_shares;
  if (!has_total) {
    std::erase_if(
        rows, [&](DonorYear const& row) { return !usable_money(scenario, row.year, row.source); });
  }
  return known_donors(scenario, rows);
}

/// Every donor but the others.
std::vector<Donor> named_donors() {
  std::vector<Donor> named;
  for (Donor const& donor : donors()) {
    if (donor.code != other_donors) named.push_back(donor);
  }
  return named;
}

KnownMoney known_money(Scenario const& scenario, std::vector<Donor> const& givers) {
  DonorRecord const& record = *scenario.donor_record;
  KnownMoney money;
  money.world_total = mean_of(scenario, record.world);
  for (Donor const& donor : givers) {
    std::vector<DonorTotal> totals;
    std::ranges::copy_if(record.donors, std::back_inserter(totals),
                         [&](DonorTotal const& total) { return total.donor == donor.code; });
    money.donor_totals.push_back(mean_of(scenario, totals));
    money.given.emplace_back();
  }
  for (RecipientRecord const& recipient : record.recipients) {
    auto const total = total_of(scenario, recipient);
    auto const known = donors_of(scenario, recipient, total.has_value());
    money.recipient_totals.push_back(total);
    for (std::size_t k = 0; k < givers.size(); ++k) {
      auto const found = known.find(givers[k].number);
      money.given[k].push_back(found == known.end() ? std::nullopt : std::optional(found->second));
    }
  }
  return money;
}

}  // namespace

std::vector<DonorCell> donor_matrix(Scenario const& scenario) {
  std::vector<DonorCell> cells;
  if (!scenario.donor_record) return cells;
  auto const givers = named_donors();
  auto const& recipients = scenario.donor_record->recipients;
  auto const completed = complete(known_money(scenario, givers));
  for (std::size_t i = 0; i < completed.given.size(); ++i) {
    for (std::size_t j = 0; j < completed.given[i].size(); ++j) {
      if (completed.given[i][j] <= 0) continue;
      cells.push_back(
          {.donor = std::string(i < givers.size() ? givers[i].code : other_donors),
           .recipient = j < recipients.size() ? recipients[j].code : std::string(other_donors),
           .musd = completed.given[i][j],
           .imputed = completed.imputed[i][j]});
    }
  }
  return cells;
}

std::vector<DonorCell> const& DonorMatrices::of(Scenario const& scenario) {
  bool const same = matrix_ && scenario.donor_record == record_ && scenario.origin == origin_ &&
                    scenario.funding.price_year == price_year_ &&
                    scenario.price_index == price_index_;
  if (same) return *matrix_;
  record_ = scenario.donor_record;
  origin_ = scenario.origin;
  price_year_ = scenario.funding.price_year;
  price_index_ = scenario.price_index;
  matrix_ = std::make_shared<std::vector<DonorCell> const>(donor_matrix(scenario));
  return *matrix_;
}

void take_imputed(std::vector<DonorCell> const& matrix, StateData const& state,
                  KnownFunding& known) {
  if (state.inline_state || known.international_musd <= 0) return;
  double& others = known.donor_share[donor_named(other_donors)->number];
  for (DonorCell const& cell : matrix) {
    if (!cell.imputed || cell.recipient != state.code) continue;
    auto const number = donor_named(cell.donor)->number;
    double const share = std::min(cell.musd / known.international_musd, others);
    known.donor_share[number] += share;
    known.imputed.insert(number);
    others -= share;
  }
}

}  // namespace minefree
