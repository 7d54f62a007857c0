#include <minefree/config/sweep_fields.hpp>

#include <algorithm>
#include <map>
#include <utility>

#include <fmt/format.h>

#include <minefree/base/text.hpp>
#include <minefree/config/collections.hpp>
#include <minefree/config/numbers.hpp>
#include <minefree/config/scalars.hpp>
#include <minefree/config/scenario_fields.hpp>
#include <minefree/config/state_fields.hpp>
#include <minefree/config/sweep_design_fields.hpp>

namespace minefree::config {

namespace {

// A Sobol sequence of twice as many dimensions is still a good one.
constexpr std::size_t most_parameters = 100;
constexpr std::size_t most_outputs = 200;

// Names are those of columns, and of variables in Python.
Value<std::string> column_name() {
  Shape shape;
  shape.words = "a name of small letters, digits and _ that starts with a letter";
  shape.example = "world_money";
  shape.pattern = "^[a-z][a-z0-9_]*$";
  auto const read = [](Tree const& tree, Reading const& reading,
                       Shape const& its) -> std::optional<std::string> {
    auto text = scalar_text(tree, reading, its);
    if (!text) return std::nullopt;
    auto const is_letter = [](char c) { return c >= 'a' && c <= 'z'; };
    bool const fits = is_letter(text->front()) && std::ranges::all_of(*text, [&](char c) {
                        return is_letter(c) || (c >= '0' && c <= '9') || c == '_';
                      });
    if (fits && *text != "point") return text;
    reading.refuse(tree.place, fmt::format("is {}{}. {}", in_quotes(*text),
                                           fits ? ", which is a column already" : "", wanted(its)));
    return std::nullopt;
  };
  return value_of<std::string>(std::move(shape), read);
}

// One path, or a list of them.
Value<std::vector<std::string>> paths() {
  auto const one = line_of_text("funding.world.0.change");
  auto const several = list_of(one, {.at_least = 1});
  auto const read = [one, several](Tree const& tree, Reading const& reading,
                                   Shape const&) -> std::optional<std::vector<std::string>> {
    if (tree.is_list()) return several.read(tree, reading);
    auto path = one.read(tree, reading);
    if (!path) return std::nullopt;
    return std::vector{std::move(*path)};
  };
  return value_of<std::vector<std::string>>(one_of({one.shape(), several.shape()}), read);
}

void check_ends(SweepParameter const& parameter, Given const& given, Reading const& reading) {
  if (!given.has("low") || !given.has("high")) return;
  auto const& high = given.at("high");
  if (!(parameter.low < parameter.high)) {
    reading.problem(high.place, fmt::format("high is {}, and low is {}. Let low be below high.",
                                            high.text, given.at("low").text));
  } else if (parameter.scale == SweepScale::log && parameter.low <= 0) {
    reading.problem(given.at("low").place,
                    fmt::format("low is {}, and a log scale starts above 0. Raise it, or write "
                                "'scale: linear'.",
                                given.at("low").text));
  } else if (parameter.scale == SweepScale::whole &&
             (parameter.low != static_cast<double>(static_cast<long long>(parameter.low)) ||
              parameter.high != static_cast<double>(static_cast<long long>(parameter.high)))) {
    reading.problem(high.place, "low and high are whole numbers with 'scale: whole'. Round them.");
  }
}

Record<SweepParameter> parameter_record() {
  auto const end = number({.thing = "a number",
                           .unit = "share",
                           .low = -practically_unlimited,
                           .high = practically_unlimited,
                           .example = "-50%"});
  return Record<SweepParameter>(
             "parameter of a sweep",
             "One number of the scenario that varies. Where the path leads, the value of each "
             "point takes the place of what the base and `changes` say, in the unit of the field.",
             {
                 field("name", &SweepParameter::name, column_name(), "of its column").required(),
                 field("path", &SweepParameter::paths, paths(),
                       "keys from the top of a scenario, with points between them and the number "
                       "of an entry (from 0) for a list; several paths get the same value")
                     .required(),
                 field("low", &SweepParameter::low, end, "its lowest value; needed but for a csv")
                     .defaults_to("the lowest of the table"),
                 field("high", &SweepParameter::high, end, "its highest value; likewise")
                     .defaults_to("the highest of the table"),
                 field(
                     "scale", &SweepParameter::scale,
                     word_for<SweepScale>({SweepScale::linear, SweepScale::log, SweepScale::whole}),
                     "how it goes from low to high: evenly, by equal factors, or by whole "
                     "numbers"),
             })
      .checked(check_ends);
}

bool is_of_a_year(SweepResult result) {
  return result == SweepResult::states_complete || result == SweepResult::remaining_km2 ||
         result == SweepResult::released_km2 || result == SweepResult::probability;
}

bool is_of_a_state(SweepResult result) {
  return result == SweepResult::probability || result == SweepResult::deadline_met ||
         result == SweepResult::mean_completion_year || result == SweepResult::never_share;
}

void check_output(SweepOutput const& output, Given const& given, Reading const& reading) {
  if (!given.has("result")) return;
  auto const word = word_of(output.result);
  auto const* const by = given.tree().find("by");
  auto const* const state = given.tree().find("state");
  if (is_of_a_year(output.result) && !by) {
    reading.problem(given.tree().place,
                    fmt::format("{} needs the year it is of. Add 'by: 2030'.", word));
  } else if (!is_of_a_year(output.result) && by) {
    reading.problem(by->place, fmt::format("{} is of no year. Remove 'by'.", word));
  }
  if (is_of_a_state(output.result) && !state) {
    reading.problem(given.tree().place,
                    fmt::format("{} needs the state it is of. Add 'state: AGO'.", word));
  } else if (output.result == SweepResult::states_complete && state) {
    reading.problem(state->place,
                    fmt::format("{} counts all states. Remove 'state', or write 'result: "
                                "probability'.",
                                word));
  }
}

Record<SweepOutput> output_record() {
  return Record<SweepOutput>(
             "output of a sweep",
             "What is noted of each point: states complete (mean number), area remaining or "
             "released (mean, km2; of one state or of all), and of one state the probability to be "
             "complete by a year, the probability to meet its deadline, its mean date (decimal "
             "year; dates beyond the horizon count as its end), or its share of futures without a "
             "date.",
             {
                 field("result", &SweepOutput::result,
                       word_for<SweepResult>({SweepResult::states_complete,
                                              SweepResult::remaining_km2, SweepResult::released_km2,
                                              SweepResult::probability, SweepResult::deadline_met,
                                              SweepResult::mean_completion_year,
                                              SweepResult::never_share}),
                       "what it is")
                     .required(),
                 field("state", &SweepOutput::state, state_code(), "of which state")
                     .defaults_to("all together"),
                 field("by", &SweepOutput::by, year("2030"), "at the end of which year"),
             })
      .checked(check_output);
}

template <class T, class NameOf>
void check_repeated(std::vector<T> const& list, std::string_view key, NameOf name_of,
                    Given const& given, Reading const& reading) {
  if (!given.has(key)) return;
  std::map<std::string, int> first_line;
  for (std::size_t i = 0; i < list.size(); ++i) {
    auto const& place = given.at(key).items[i].place;
    auto const [first, is_new] = first_line.emplace(name_of(list[i]), place.line);
    if (is_new) continue;
    reading.problem(place, fmt::format("{} is among the {} twice (first at line {}). Remove or "
                                       "rename one.",
                                       first->first, key, first->second));
  }
}

// Columns of one table have names of their own.
void check_columns(SweepFile const& file, Given const& given, Reading const& reading) {
  if (!given.has("parameters") || !given.has("outputs")) return;
  for (std::size_t k = 0; k < file.parameters.size(); ++k) {
    auto const& name = file.parameters[k].name;
    for (auto const& output : file.outputs) {
      auto const column = column_of(output);
      if (name != column && name != column + "_half_1" && name != column + "_half_2") continue;
      reading.problem(
          given.at("parameters").items[k].find("name")->place,
          fmt::format("{} is the column of an output too. Rename the parameter.", in_quotes(name)));
    }
  }
}

void check_ends_are_given(SweepFile const& file, Given const& given, Reading const& reading) {
  if (!given.has("design") || !given.has("parameters") || !file.design.csv.empty()) return;
  for (auto const& parameter : given.at("parameters").items) {
    for (auto const* const end : {"low", "high"}) {
      if (parameter.find(end)) continue;
      reading.problem(parameter.place,
                      fmt::format("this parameter has no '{0}'. Add '{0}', as its design is no "
                                  "table.",
                                  end));
    }
  }
}

Record<SweepFile> make_record() {
  return Record<SweepFile>(
             "sweep",
             "A file that puts one question to many points: the base with some of its numbers "
             "replaced. All points share the same futures, so that they differ by their numbers "
             "alone.",
             {
                 format_field<SweepFile>().required(),
                 field("name", &SweepFile::name, line_of_text("What moves the date?"),
                       "one line for people")
                     .defaults_to("the name of the file"),
                 field("description", &SweepFile::description, free_text(), "for people, longer"),
                 checked_only<SweepFile>("base", name_of_scenario(),
                                         "scenario that all is laid over")
                     .required(),
                 field("changes", &SweepFile::changes, piece_of_scenario(),
                       "what all points lay over the base; makes the entries that paths lead to"),
                 field("design", &SweepFile::design, sweep_design_record().value(),
                       "where the points lie")
                     .required(),
                 field("trajectories", &SweepFile::trajectories, number_of_futures(),
                       "number of futures simulated for each point, 2 or more")
                     .defaults_to("the base's"),
                 field("seed", &SweepFile::seed, seed(), "of the futures, which all points share")
                     .defaults_to("the base's"),
                 field("parameters", &SweepFile::parameters,
                       list_of(parameter_record().value(),
                               {.at_least = 1, .at_most = most_parameters}),
                       "what varies")
                     .required(),
                 field("outputs", &SweepFile::outputs,
                       list_of(output_record().value(), {.at_least = 1, .at_most = most_outputs}),
                       "what is noted of each point")
                     .required(),
             })
      .checked([](SweepFile const& file, Given const& given, Reading const& reading) {
        check_repeated(
            file.parameters, "parameters", [](auto const& one) { return one.name; }, given,
            reading);
        check_repeated(file.outputs, "outputs", column_of, given, reading);
        check_columns(file, given, reading);
        check_ends_are_given(file, given, reading);
      });
}

}  // namespace

Record<SweepFile> const& sweep_record() {
  static Record<SweepFile> const record = make_record();
  return record;
}

}  // namespace minefree::config
