#include <minefree/decision/sweep_design.hpp>

#include <algorithm>
#include <cstddef>
#include <numeric>

#include <boost/random/sobol.hpp>
#include <boost/random/uniform_int_distribution.hpp>

#include <minefree/base/contract.hpp>
#include <minefree/numeric/portable_math.hpp>
#include <minefree/random/boost_engine.hpp>

namespace minefree {
namespace {

using Points = std::vector<std::vector<double>>;  // [point][parameter], 0 to 1

// Streams of the designs' own addresses; what the model draws has years of four digits at most.
enum class Stream : std::uint32_t { shift = 1'000'001, cell, order, jitter, start, direction };

random::AddressEngine engine_of(SweepDesign const& design, Stream stream, std::size_t which) {
  return {random::Key(design.seed), static_cast<std::uint32_t>(which),
          static_cast<std::uint32_t>(stream), 0};
}

/// From 0 to 1, both left out: the middle of one of 2^32 equal parts.
double uniform(random::AddressEngine& engine) { return (engine() + 0.5) * 0x1p-32; }

std::size_t below(std::size_t count, random::AddressEngine& engine) {
  return boost::random::uniform_int_distribution<std::size_t>(0, count - 1)(engine);
}

std::vector<std::size_t> shuffled(std::size_t count, random::AddressEngine& engine) {
  std::vector<std::size_t> order(count);
  std::iota(order.begin(), order.end(), std::size_t{0});
  for (std::size_t k = count; k > 1; --k) std::swap(order[k - 1], order[below(k, engine)]);
  return order;
}

/// The first n points of a Sobol sequence, its point of zeros among them, all moved by one random
/// exclusive or in each dimension: equidistributed as before, and every point uniform.
Points shifted_sobol(SweepDesign const& design, std::size_t dimensions) {
  std::vector<std::uint32_t> shift;
  for (std::size_t k = 0; k < dimensions; ++k) {
    auto engine = engine_of(design, Stream::shift, k);
    shift.push_back(engine());
  }
  boost::random::sobol sequence(dimensions);
  Points points(design.n, std::vector<double>(dimensions));
  for (std::size_t point = 0; point < points.size(); ++point) {
    for (std::size_t k = 0; k < dimensions; ++k) {
      auto const word = point == 0 ? 0U : static_cast<std::uint32_t>(sequence() >> 32U);
      points[point][k] = ((word ^ shift[k]) + 0.5) * 0x1p-32;
    }
  }
  return points;
}

Points saltelli(SweepDesign const& design, std::size_t parameters) {
  Points points;
  for (auto const& both : shifted_sobol(design, 2 * parameters)) {
    auto const middle = both.begin() + static_cast<std::ptrdiff_t>(parameters);
    std::vector<double> const a(both.begin(), middle), b(middle, both.end());
    points.push_back(a);
    for (std::size_t k = 0; k < parameters; ++k) {
      points.push_back(a);
      points.back()[k] = b[k];
    }
    points.push_back(b);
  }
  return points;
}

Points latin_hypercube(SweepDesign const& design, std::size_t parameters) {
  Points points(design.n, std::vector<double>(parameters));
  for (std::size_t k = 0; k < parameters; ++k) {
    auto order = engine_of(design, Stream::order, k);
    auto jitter = engine_of(design, Stream::jitter, k);
    auto const cells = shuffled(design.n, order);
    for (std::size_t point = 0; point < points.size(); ++point) {
      points[point][k] =
          (static_cast<double>(cells[point]) + uniform(jitter)) / static_cast<double>(design.n);
    }
  }
  return points;
}

Points morris_paths(SweepDesign const& design, std::size_t parameters) {
  auto const levels = static_cast<std::size_t>(design.levels);
  auto const width = static_cast<double>(levels - 1);
  auto const step = levels / 2;  // grid cells
  Points points;
  for (std::size_t path = 0; path < design.n; ++path) {
    auto start = engine_of(design, Stream::start, path);
    auto direction = engine_of(design, Stream::direction, path);
    auto order = engine_of(design, Stream::order, path);
    std::vector<double> at;
    std::vector<double> after;
    for (std::size_t k = 0; k < parameters; ++k) {
      auto const low = below(levels - step, start);
      bool const up = below(2, direction) == 1;
      at.push_back(static_cast<double>(up ? low : low + step) / width);
      after.push_back(static_cast<double>(up ? low + step : low) / width);
    }
    points.push_back(at);
    for (std::size_t const k : shuffled(parameters, order)) {
      at[k] = after[k];
      points.push_back(at);
    }
  }
  return points;
}

Points grid(SweepDesign const& design, std::size_t parameters) {
  std::size_t count = 1;
  for (std::size_t k = 0; k < parameters; ++k) count *= design.n;
  Points points(count, std::vector<double>(parameters));
  for (std::size_t point = 0; point < count; ++point) {
    auto rest = point;
    for (std::size_t k = parameters; k-- > 0; rest /= design.n) {
      auto const step = static_cast<double>(rest % design.n);
      points[point][k] = design.n == 1 ? 0.5 : step / static_cast<double>(design.n - 1);
    }
  }
  return points;
}

double scaled(double share, SweepParameter const& parameter) {
  double const low = parameter.low;
  double const high = parameter.high;
  switch (parameter.scale) {
    case SweepScale::log:
      if (share <= 0) return low;
      if (share >= 1) return high;
      return std::clamp(
          numeric::exp(numeric::log(low) + share * (numeric::log(high) - numeric::log(low))), low,
          high);
    case SweepScale::whole: {
      auto const steps = static_cast<long long>(share * (high - low + 1));
      return std::min(low + static_cast<double>(steps), high);
    }
    case SweepScale::linear:
      break;
  }
  return share >= 1 ? high : low + share * (high - low);
}

}  // namespace

std::vector<std::vector<double>> points_of(Sweep const& sweep) {
  MINEFREE_EXPECT(number_of_points(sweep) <= most_points);
  auto const parameters = sweep.parameters.size();
  Points points;
  switch (sweep.design.method) {
    case DesignMethod::sobol:
      points = saltelli(sweep.design, parameters);
      break;
    case DesignMethod::lhs:
      points = latin_hypercube(sweep.design, parameters);
      break;
    case DesignMethod::morris:
      points = morris_paths(sweep.design, parameters);
      break;
    case DesignMethod::grid:
      points = grid(sweep.design, parameters);
      break;
    case DesignMethod::csv:
      return sweep.table;
  }
  for (auto& point : points) {
    for (std::size_t k = 0; k < parameters; ++k) point[k] = scaled(point[k], sweep.parameters[k]);
  }
  return points;
}

}  // namespace minefree
