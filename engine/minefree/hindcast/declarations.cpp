#include <minefree/hindcast/declarations.hpp>

#include <algorithm>

#include <minefree/hindcast/vintage.hpp>

namespace minefree::hindcast {
namespace {

Date first_possible_day(Declaration const& declaration) {
  auto day = declaration.date;
  if (declaration.known_to != KnownTo::day) day.day = 1;
  if (declaration.known_to == KnownTo::year) day.month = 1;
  return day;
}

bool overtaken_by(Declaration const& declaration, int year) {
  return declaration.affected_again && *declaration.affected_again <= year;
}

std::optional<Date> standing(StateData const& state, int declared_by, int found_by) {
  std::optional<Date> day;
  for (Declaration const& declaration : declarations_of(state)) {
    if (declaration.date.year > declared_by || overtaken_by(declaration, found_by)) continue;
    day = declaration.date;
  }
  return day;
}

/// The year in which a deadline was granted; its own where that is not on record.
int year_granted(Treaty const& treaty, Date const& deadline) {
  auto const row = std::ranges::find(treaty.deadlines, deadline, &GrantedDeadline::date);
  return row == treaty.deadlines.end() || row->granted == 0 ? deadline.year : row->granted;
}

}  // namespace

std::vector<Declaration> declarations_of(StateData const& state) {
  auto declarations = state.treaty.declarations;
  Status const& status = state.status;
  if (status.kind != StatusKind::declared || !status.declared) return declarations;
  bool const listed = std::ranges::count(declarations, *status.declared, &Declaration::date) > 0;
  if (!listed) declarations.push_back({.date = *status.declared, .source = status.source});
  std::ranges::stable_sort(declarations, {}, &Declaration::date);
  return declarations;
}

std::optional<Date> declared_at_end_of(StateData const& state, int year) {
  return standing(state, year, year);
}

std::optional<Date> declared_known_at(StateData const& state, int origin) {
  return standing(state, origin, origin + 1);
}

std::optional<Date> declared(StateData const& state) {
  return declared_at_end_of(state, last_truth_year);
}

std::optional<Date> first_declared_after(StateData const& state, int origin) {
  for (Declaration const& declaration : declarations_of(state)) {
    int const year = declaration.date.year;
    if (year > origin && year <= last_truth_year) return declaration.date;
  }
  return std::nullopt;
}

std::optional<bool> deadline_met(StateData const& state, Date const& deadline, int known_by) {
  int const granted = year_granted(state.treaty, deadline);
  bool perhaps = false;
  for (Declaration const& declaration : declarations_of(state)) {
    if (declaration.date.year > known_by || overtaken_by(declaration, granted)) continue;
    if (declaration.date <= deadline) return true;
    if (first_possible_day(declaration) <= deadline) perhaps = true;
  }
  if (perhaps) return std::nullopt;
  return false;
}

}  // namespace minefree::hindcast
