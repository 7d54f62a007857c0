#include <iostream>

#include <minefree/config/yaml_tree.hpp>
#include <minefree/numeric/portable_math.hpp>
#include <minefree/version.hpp>

int main() {
  auto const tree = minefree::config::parse_yaml("states: [AGO, KHM]", "own.yaml");
  if (!tree) {
    std::cerr << tree.problems.text();
    return 1;
  }
  std::cout << "minefree " << minefree::version() << ": the state is "
            << tree->find("states")->items[0].text << ", e is " << minefree::numeric::exp(1.0)
            << '\n';
  return 0;
}
