#pragma once

// The model of docs/model.md as one would write it without thinking of speed: one trajectory at a
// time, doubles, the functions of libm, and "the next number" of Boost's Mersenne twister. A peer
// in speed.

#include <array>
#include <cstdint>
#include <limits>
#include <vector>

#include <boost/random/mersenne_twister.hpp>
#include <boost/random/normal_distribution.hpp>
#include <boost/random/uniform_01.hpp>

#include <minefree/ensemble/plan.hpp>

namespace minefree::bench {

inline constexpr double not_reached = std::numeric_limits<double>::infinity();

class Random {
 public:
  explicit Random(std::uint32_t seed) : engine_(seed) {}
  double normal() { return normal_(engine_); }
  bool happens(double probability) { return uniform() < probability; }
  double uniform() { return uniform_(engine_); }

 private:
  boost::random::mt19937 engine_;
  boost::random::normal_distribution<double> normal_;
  boost::random::uniform_01<double> uniform_;
};

using Numbers = std::array<double, parameter_count>;  // a number a parameter

/// The parameters of a trajectory: its own draws, and the common normals for what states share.
class NaiveTraits {
 public:
  NaiveTraits(model::ParameterPlan const& plan, Numbers const& common, Random& random);
  double operator[](Parameter parameter) const { return values_[static_cast<unsigned>(parameter)]; }

  double mined_km2(double suspected_km2, double confirmed_km2) const;
  double work_km2(double suspected_km2, double confirmed_km2) const;
  /// Effort that some work needs from progress `done` on; the last land is dearer.
  double effort_needed_km2(double work_km2, double done, double peak_work_km2) const;
  RecordedStock split(RecordedStock const& stock) const;  // with nothing left unsplit

 private:
  Numbers values_;
};

/// A stationary AR(1) series.
struct Series {
  double sd = 0;
  double autocorrelation = 0;
  double value = 0;
  void begin(Random& random) { value = sd * random.normal(); }
  double next(Random& random);
};

/// What all states of a trajectory share in a year.
struct NaiveWorld {
  NaiveWorld(model::WorldPlan const& plan, Numbers const& common, Random& random);
  void step(Random& random);

  NaiveTraits traits;
  Series money;
  std::vector<Series> donors;
  std::vector<double> donor_factor;
  // What reallocation makes of a donor's money, for declared states and for the others.
  std::vector<double> donor_left, donor_gain;
  double productivity = 1;
};

/// One state of one trajectory. `step` is a year; what it did is in the public numbers.
class NaiveState {
 public:
  NaiveState(model::CountryPlan const& plan, NaiveWorld const& world, Numbers const& common,
             Random& random);
  void step(int year, NaiveWorld const& world, Random& random);
  void declare(int year);
  double published_completion() const;
  double remaining_km2() const { return suspected_km2 + confirmed_km2; }
  /// Reported money that this state gets of a donor, before anyone's fortune.
  double musd_of(int donor, int year) const;

  double suspected_km2 = 0, confirmed_km2 = 0, undiscovered_km2 = 0;
  double cancelled_km2 = 0, reduced_km2 = 0, cleared_km2 = 0, discovered_km2 = 0;  // of the year
  double mean_musd = 0, funding_musd = 0, unspent_musd = 0;
  bool finished = false, declared = false, ever_declared = false;
  double first_declared_at = not_reached, reopened_at = not_reached;
  double undiscovered_at_declaration_km2 = 0;
  int extensions = 0;

 private:
  void begin_land(model::LandPlan const& plan, Random& random);
  double reported_capacity(model::CapacityPlan const& plan, Random& random) const;
  double work_of(YearlyWork const& year) const;
  double effort_of(YearlyWork const& year) const;
  void change_regime(int forced_regime, Random& random);
  void lay_new_mines(Random& random);
  void discover(double survey_intensity, Random& random);
  void resurvey(Random& random);
  void receive_funding(int index, NaiveWorld const& world, Random& random);
  void adjust_capacity();
  void take_known_release(model::KnownRelease const& known);
  void do_effort(int year, NaiveWorld const& world, Random& random);
  double release_land(double survey_intensity, Random& random);
  void record_completion(int year, double needed_km2, Random& random);
  void extend_deadline(int year);
  void find_after_declaration(int year, Random& random);
  double open_suspected_km2() const;
  double open_confirmed_km2() const;

  model::CountryPlan const& plan_;
  NaiveTraits traits_;
  Series luck_, recipient_, national_;
  double reported_capacity_ = 0, capacity_ = 0, peak_work_ = 0;
  std::array<double, 3> recent_work_{};
  int regime_ = 0, years_in_regime_ = 1;
  double output_ = 1;
  bool blocked_ = false;
  double blocked_suspected_ = 0, blocked_confirmed_ = 0;  // area, while the block is in force
  double report_ = 1;                                     // error of the recorded stocks
  double year_confirmed_share_ = 0, year_reduced_share_ = 0;
  double effort_ = 0, work_ = 0, done_ = 0;  // of the year
  double completed_at_ = not_reached, declared_at_ = not_reached;
  double first_completed_at_ = not_reached, deadline_ = not_reached;
};

}  // namespace minefree::bench
