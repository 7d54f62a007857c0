#include <minefree/config/read_sweep.hpp>

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include <minefree/base/nearest_word.hpp>
#include <minefree/base/text.hpp>
#include <minefree/config/provenance.hpp>
#include <minefree/config/sweep_fields.hpp>
#include <minefree/config/sweep_table.hpp>
#include <minefree/config/tree_path.hpp>

namespace minefree::config {

namespace {

// What all points of a sweep share, so that they have the same futures and the same bins.
constexpr std::array shared_keys = std::to_array<std::string_view>(
    {"format", "name", "description", "extends", "origin", "horizon", "trajectories", "seed",
     "states", "targets", "posterior", "outputs", "certain"});

Tree scalar(std::string text, Place const& place) {
  Tree tree;
  tree.kind = Tree::Kind::scalar;
  tree.place = place;
  tree.text = std::move(text);
  return tree;
}

void put(std::string const& key, Tree value, Tree& map) {
  map = without(std::move(map), key);
  map.entries.push_back({.key = key, .key_place = value.place, .value = std::move(value)});
}

// Puts a value at each of a parameter's paths.
bool put_parameter(SweepParameter const& parameter, double value, Place const& place, Tree& tree,
                   Problems& problems) {
  bool good = true;
  for (auto const& path : parameter.paths) {
    good = put_at(path, scalar(shortest(value), place), tree, problems) && good;
  }
  return good;
}

// Reads one file of a sweep.
class SweepReader {
 public:
  SweepReader(Tree const& tree, std::string path, Files const& files, std::string const& library)
      : tree_(tree), path_(std::move(path)), files_(remembered(files)), library_(library) {}

  SweepOutcome read() {
    auto file = sweep_record().read(tree_, Reading(problems(), nullptr));
    auto const* const base = tree_.find("base");
    if (!base || !names_a_scenario("base", *base, path_, files_, library_, problems())) {
      return std::move(result_);
    }
    auto base_scenario = read_base();
    if (!file || !base_scenario) return std::move(result_);

    Sweep sweep = made_of_file(*file, std::move(*base_scenario));
    if (!sweep.design.csv.empty()) read_sweep_table(tree_, path_, files_, sweep, problems());
    check_size(sweep);
    check_shared(sweep);
    check_apart(sweep);
    check_outputs(sweep);
    check_futures(sweep);
    if (sweep.design.csv.empty() || !sweep.table.empty()) check_ends(sweep);
    if (problems().empty()) result_.value = std::move(sweep);
    return std::move(result_);
  }

 private:
  Problems& problems() { return result_.problems; }

  std::optional<Scenario> read_base() {
    auto const* const given = tree_.find("changes");
    Tree changes;
    if (given && given->is_map()) changes = *given;
    changes.kind = Tree::Kind::map;
    changes.place = tree_.place;
    put("extends", *tree_.find("base"), changes);
    for (auto const* const key : {"trajectories", "seed"}) {
      if (auto const* const own = tree_.find(key)) put(key, *own, changes);
    }
    auto whole = extend(std::move(changes), path_, files_, library_, problems());
    if (!whole) return std::nullopt;
    result_.whole = std::move(*whole);
    auto outcome = read_whole_scenario(result_.whole, files_, library_);
    problems().add_all(outcome.problems);
    result_.notes.add_all(outcome.notes);
    if (!outcome) return std::nullopt;
    outcome.value->id = stem_of(tree_.find("base")->text);
    return std::move(outcome.value);
  }

  Sweep made_of_file(SweepFile& file, Scenario base) const {
    Sweep sweep;
    sweep.id = stem_of(path_);
    sweep.name = file.name.empty() ? sweep.id : file.name;
    sweep.description = file.description;
    sweep.design = file.design;
    if (!sweep.design.csv.empty()) sweep.design.method = DesignMethod::csv;
    sweep.parameters = std::move(file.parameters);
    sweep.outputs = std::move(file.outputs);
    sweep.base = std::move(base);
    sweep.study_sha256 = scenario_sha256(tree_);
    return sweep;
  }

  Tree const& parameter_tree(std::size_t k) const { return tree_.find("parameters")->items[k]; }

  void check_size(Sweep const& sweep) {
    if (number_of_points(sweep) <= most_points) return;
    problems().add(
        tree_.find("design")->place,
        fmt::format("the design has more than 1,000,000 points ({} parameters). Lower n, "
                    "or vary fewer.",
                    sweep.parameters.size()));
  }

  static bool is_shared(std::string const& path) {
    return std::ranges::find(shared_keys, keys_of_path(path).front()) != shared_keys.end();
  }

  void check_shared(Sweep const& sweep) {
    for (std::size_t k = 0; k < sweep.parameters.size(); ++k) {
      for (auto const& path : sweep.parameters[k].paths) {
        if (!is_shared(path)) continue;
        problems().add(parameter_tree(k).find("path")->place,
                       fmt::format("{} must be the same at all points. Vary something else.",
                                   in_quotes(keys_of_path(path).front())));
      }
    }
  }

  // Where two parameters lead to one number, the last would hide the first.
  void check_apart(Sweep const& sweep) {
    std::vector<std::pair<std::string, std::string>> taken;  // path, parameter
    for (std::size_t k = 0; k < sweep.parameters.size(); ++k) {
      auto const& parameter = sweep.parameters[k];
      for (auto const& path : parameter.paths) {
        auto const own = join(keys_of_path(path), ".", ".") + '.';
        for (auto const& [other, name] : taken) {
          if (!own.starts_with(other) && !other.starts_with(own)) continue;
          problems().add(parameter_tree(k).find("path")->place,
                         fmt::format("the path {} leads where {} leads too. Let each number be of "
                                     "one parameter.",
                                     in_quotes(path), name));
        }
        taken.emplace_back(own, parameter.name);
      }
    }
  }

  void check_futures(Sweep const& sweep) {
    if (sweep.base.trajectories >= 2) return;
    auto const* const own = tree_.find("trajectories");
    problems().add(own ? own->place : tree_.place,
                   "a sweep needs two futures at least, for each of its halves. Write "
                   "'trajectories: 500'.");
  }

  void check_outputs(Sweep const& sweep) {
    std::vector<std::string> codes;
    for (auto const& state : sweep.base.states) codes.push_back(state.code);
    for (std::size_t k = 0; k < sweep.outputs.size(); ++k) {
      auto const& output = sweep.outputs[k];
      auto const& tree = tree_.find("outputs")->items[k];
      if (output.by && (*output.by <= sweep.base.origin || *output.by > sweep.base.horizon)) {
        problems().add(tree.find("by")->place,
                       fmt::format("by is {}, outside the simulated years of the base, {} to {}. "
                                   "Change it.",
                                   *output.by, sweep.base.origin + 1, sweep.base.horizon));
      }
      if (output.state && std::ranges::find(codes, *output.state) == codes.end()) {
        problems().add(tree.find("state")->place,
                       fmt::format("state is {}, which is not among the states of the base.{}",
                                   *output.state, did_you_mean(*output.state, codes)));
      }
    }
  }

  /// Parameters whose paths lead somewhere and may vary; of the others it says why not.
  std::vector<std::size_t> parameters_that_can_vary(Sweep const& sweep) {
    std::vector<std::size_t> good;
    for (std::size_t k = 0; k < sweep.parameters.size(); ++k) {
      auto const& parameter = sweep.parameters[k];
      auto tree = result_.whole.tree;
      auto const& place = parameter_tree(k).find("path")->place;
      bool const leads = put_parameter(parameter, parameter.low, place, tree, problems());
      if (leads && std::ranges::none_of(parameter.paths, is_shared)) good.push_back(k);
    }
    return good;
  }

  // A range is good when the scenarios at its ends are, and one between them, which shows where
  // whole numbers are wanted; each is read with all parameters at once.
  void check_ends(Sweep const& sweep) {
    constexpr double between = 0.381966;  // no simple fraction
    auto const good = parameters_that_can_vary(sweep);
    auto const problems_before = problems().count();
    for (std::string_view const end : {"low", "high", "path"}) {
      if (end == "path" && problems().count() > problems_before) return;
      auto whole = result_.whole;
      for (auto const k : good) {
        auto const& parameter = sweep.parameters[k];
        auto const& tree = parameter_tree(k);
        auto const* const written = tree.find(end) ? tree.find(end) : tree.find("path");
        double value = end == "low" ? parameter.low : parameter.high;
        if (end == "path" && parameter.scale != SweepScale::whole && sweep.table.empty()) {
          value = parameter.low + between * (parameter.high - parameter.low);
        }
        put_parameter(parameter, value, written->place, whole.tree, problems());
      }
      problems().add_all(read_whole_scenario(whole, files_, library_).problems);
    }
  }

  Tree const& tree_;
  std::string path_;
  Files files_;
  std::string const& library_;
  SweepOutcome result_;
};

}  // namespace

SweepOutcome read_sweep(std::string const& path, Files const& files, std::string const& library) {
  auto const parsed = tree_of_file(path, files);
  if (!parsed.value) {
    SweepOutcome failed;
    failed.problems = parsed.problems;
    return failed;
  }
  return SweepReader(*parsed.value, path, files, library).read();
}

PointReader::PointReader(SweepOutcome const& sweep, Files const& files, std::string library)
    : parameters_(sweep->parameters),
      whole_(sweep.whole),
      files_(remembered(files)),
      library_(std::move(library)) {}

ScenarioOutcome PointReader::at(std::vector<double> const& values) const {
  auto whole = whole_;
  ScenarioOutcome outcome;
  for (std::size_t k = 0; k < parameters_.size(); ++k) {
    put_parameter(parameters_[k], values[k], whole.tree.place, whole.tree, outcome.problems);
  }
  if (!outcome.problems.empty()) return outcome;
  return read_whole_scenario(whole, files_, library_);
}

bool is_sweep(Tree const& tree) {
  auto const* const parameters = tree.find("parameters");  // of a scenario these are a map
  return tree.find("design") || (parameters && parameters->is_list());
}

}  // namespace minefree::config
