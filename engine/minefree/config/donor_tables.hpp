#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <minefree/config/sources.hpp>
#include <minefree/domain/donor_record.hpp>

namespace minefree::config {

/// The rows of data/donors.csv whose donor is one of the register, by name or code; others, such as
/// sums over several donors, are left out. Problems name their line.
std::vector<DonorTotal> donor_totals_from_csv(std::string_view text, std::string const& file,
                                              Sources const&, Problems&);

/// The rows of data/donor_recipient.csv for recipients that are none of `states`, by recipient.
std::vector<RecipientRecord> other_recipients_from_csv(std::string_view text,
                                                       std::string const& file,
                                                       std::vector<std::string> const& states,
                                                       Sources const&, Problems&);

/// Reported international money of the world from data/annual.csv.
std::vector<WorldTotal> world_totals_from_csv(std::string_view text, std::string const& file,
                                              Sources const&, Problems&);

}  // namespace minefree::config
