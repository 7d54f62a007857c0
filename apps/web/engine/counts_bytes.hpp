#pragma once

#include <string>
#include <string_view>

#include <minefree/ensemble/ensemble.hpp>
#include <minefree/report/summary.hpp>

namespace minefree::page {

/// The counts of a range as bytes, for another Worker to add to its own: of each list its size and
/// the entries that are not zero, since most are. Of a run with what tells of some states alone.
std::string bytes_of(Ensemble const&, Plan const&, report::StateRange);
std::string bytes_of(PairedEnsemble const&);

/// Adds such bytes; both sides must have counted the same plan and mean the same states. False when
/// they did not.
bool add_bytes(std::string_view bytes, Plan const&, report::StateRange, Ensemble& into);
bool add_bytes(std::string_view bytes, PairedEnsemble& into);

}  // namespace minefree::page
