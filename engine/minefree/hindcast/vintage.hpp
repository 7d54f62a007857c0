#pragma once

#include <optional>
#include <string>
#include <vector>

#include <minefree/domain/history.hpp>
#include <minefree/domain/state_data.hpp>

namespace minefree::hindcast {

/// A figure of a year comes out, and is corrected, within so many years.
inline constexpr int years_until_settled = 2;
/// The last year whose outcome is taken as known: what has not happened by its end is censored.
inline constexpr int last_truth_year = 2025;

/// What a forecast made at `origin` for the end of `target` is held against, as sources published
/// by `published_by` tell it.
struct TruthQuestion {
  int origin = 0;
  int target = 0;
  int published_by = 0;
};

/// The question of the hindcast itself: sources up to two years after the target.
TruthQuestion settled(int origin, int target);
/// What somebody who fits a spread at `fitted_at` can know of it; nothing while it is not known.
std::optional<TruthQuestion> known_by(int fitted_at, int origin, int target);

/// A recorded figure. `redefined`: the record was counted by another rule, or corrected, since the
/// stock that was known at the origin; such figures are scored apart.
struct RecordedTruth {
  double value = 0;
  bool redefined = false;
};

/// The recorded stock at the end of exactly the target year, km2; none on the declaration of
/// completion and after it, where no stock is reported.
std::optional<RecordedTruth> recorded_stock(StateData const&, TruthQuestion const&);

/// Land released from origin + 1 to the target, where every year's release is known, km2.
std::optional<RecordedTruth> recorded_release(StateData const&, TruthQuestion const&);

/// Casualties of the target year.
std::optional<double> recorded_casualties(StateData const&, TruthQuestion const&);

/// The deadline in force at the origin and what came of it; nothing where none fell due between the
/// origin and the last truth year, or where it cannot be told whether it was met.
struct DueDeadline {
  Date deadline{};
  bool met = false;
};
std::optional<DueDeadline> deadline_fallen_due(StateData const&, int origin);

/// True when a later deadline than the one in force was granted in origin + 2 to origin + 5 (what
/// was granted by origin + 1 is known at the origin). Nothing unless the deadline falls due by
/// origin + 5, and that year is known.
std::optional<bool> extension_asked(StateData const&, int origin);

/// A year's money for all states together.
struct WorldFundingYear {
  int year = 0;
  double musd = 0;
  int published = 0;
};
/// By year, the newest published of what was known then; years up to `last_year`.
std::vector<WorldFundingYear> world_funding_told_by(std::vector<WorldFundingYear> const&,
                                                    int last_year, int published_by);

}  // namespace minefree::hindcast
