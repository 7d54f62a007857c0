#pragma once

#include <optional>
#include <string>
#include <vector>

#include <minefree/domain/history.hpp>
#include <minefree/domain/state_data.hpp>

namespace minefree {

/// A year of the record with all its casualties.
struct ReportedCasualties {
  int year = 0;
  double casualties = 0;
  Regime regime = Regime::open;
  std::string source;
};

/// How many of those who were killed or injured are reported as what; the rest is unknown.
struct CasualtySplit {
  double of = 0;  // casualties of the years that report any of these four
  std::optional<double> men, women, boys, girls;  // none: never reported
  double of_any_age = 0;                          // casualties of the years that report children
  std::optional<double> children;  // boys, girls, and children whose sex is not reported
  int first_year = 0, last_year = 0;
};

/// What is known of casualties at an origin.
struct KnownCasualties {
  std::vector<ReportedCasualties> years;  // the newest five reported of the last ten, oldest first
  std::optional<CasualtySplit> split;     // over all reported years

  double mean_per_year() const;
};

/// Casualties up to `origin` as sources published by `origin + 1` tell them.
KnownCasualties casualties_known_at(StateData const&, int origin);

/// People exposed to mines, with the recorded stock of that time that they live beside.
struct KnownExposure {
  PeopleYear people;
  RecordedStock stock;
};

/// The newest figure of people exposed that has a recorded stock within five years; none without
/// one.
std::optional<KnownExposure> exposure_known_at(StateData const&, int origin);

/// The newest figure of people reached by risk education; none without one.
std::optional<PeopleYear> risk_education_known_at(StateData const&, int origin);

}  // namespace minefree
