// Scores of forecasts from stdin, for the Python tests that hold them against another package: each
// line is `truth threshold value value ...`; each line out is
// `crps threshold_weighted_crps weighted_interval_score`.

#include <iostream>
#include <sstream>
#include <string>
#include <vector>

#include <minefree/hindcast/scores.hpp>

int main() {
  using namespace minefree::hindcast;
  std::cout.precision(17);
  std::string line;
  while (std::getline(std::cin, line)) {
    std::istringstream words(line);
    double truth = 0;
    double threshold = 0;
    words >> truth >> threshold;
    std::vector<double> values;
    for (double value = 0; words >> value;) values.push_back(value);
    Distribution const forecast(std::move(values));
    std::cout << crps(forecast, truth) << ' ' << threshold_weighted_crps(forecast, truth, threshold)
              << ' ' << weighted_interval_score(forecast, truth) << '\n';
  }
}
